"""Years."""

from __future__ import annotations

import pytest

from graph.references.years import read_year, year_of_date


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2013", 2013),
        ("1996-7", 1996),
        ("c. 1951", 1951),
        ("2010/2012", 2010),
        ("199X", 1990),
        ("19XX", 1900),
        ("in press", None),
        ("20131", None),
        ("201", None),
        ("", None),
    ],
)
def test_the_first_year(text: str, first: int | None) -> None:
    assert read_year(text).first == first


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", None),
        ("1450", None),
        ("2013", None),
        ("1936--1937", None),
        ("1959/63", None),
        ("2014-09", None),
        ("2014-09-30", None),
        ("1930~", None),
        ("2004/", None),
        ("199X", None),
        (" 2013 ", None),
        ("n.d.", None),
        ("[s. a.]", None),
        ("n.d.t.", "malformed"),
        ("accepted", "forthcoming"),
        ("To appear", "forthcoming"),
        ("forthcoming", "forthcoming"),
        ("in press", "forthcoming"),
        ("in print", "forthcoming"),
        ("submitted", "forthcoming"),
        ("reprinted", "malformed"),
        ("96", "malformed"),
        ("199x", "malformed"),
        ("0000", "before-print"),
        ("1449", "before-print"),
        ("August 2005", "wrapped"),
        ("1991a1991", "wrapped"),
        ("in press 2013", "wrapped"),
    ],
)
def test_what_is_wrong_with_a_year(text: str, fault: str | None) -> None:
    assert read_year(text).fault == fault


@pytest.mark.parametrize(("text", "is_there"), [("", False), ("in press", True)])
def test_what_is_missing_is_not_malformed(text: str, is_there: bool) -> None:  # noqa: FBT001 - a table of cases
    assert bool(read_year(text)) == is_there


def test_a_year_reads_as_it_is_written() -> None:
    assert str(read_year("c. 1951")) == "c. 1951"


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2004-21", "2004"),
        ("2001-05-01T12:00", "2001"),
        ("20010501", "2001"),
        ("/2004-01-01", "2004"),
        ("2006/2009", "2006/2009"),
        ("May 2001", "May 2001"),
        ("01-05-2001", "01-05-2001"),
        ("-0044", "-0044"),
        ("199X", "199X"),
        ("", ""),
    ],
)
def test_the_year_of_a_date(date: str, year: str) -> None:
    assert year_of_date(date) == year
