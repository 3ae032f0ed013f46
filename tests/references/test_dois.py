"""DOIs."""

from __future__ import annotations

import pytest

from graph.references.dois import read_doi


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/x",
        " 10.1000/x ",
        "doi:10.1000/x",
        "DOI: 10.1000/x",
        "https://doi.org/10.1000/x",
        "http://dx.doi.org/10.1000/x.",
        "doi:https://doi.org/10.1000/x",
        "http://doi.acm.org/10.1000/x",
        "http://proxy.example.edu:2680/10.1000/x",
    ],
)
def test_a_bare_doi(text: str) -> None:
    assert read_doi(text).bare == "10.1000/x"


def test_what_stands_inside_a_doi_is_left() -> None:
    assert read_doi("10.1000/doi:x/doi.org/y").bare == "10.1000/doi:x/doi.org/y"


def test_a_doi_reads_as_it_is_written() -> None:
    assert str(read_doi("doi:10.1000/X ")) == "doi:10.1000/X "


@pytest.mark.parametrize("text", ["10.1000/ABC", "https://doi.org/10.1000/aBc"])
def test_case_does_not_matter(text: str) -> None:
    assert read_doi(text).folded == "10.1000/abc"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", None),
        ("10.1186/s12882-017-0660-0", None),
        (" ", "malformed"),
        ("doi:", "malformed"),
        ("10.12/x", "malformed"),
        ("11.1000/x", "malformed"),
        ("10.1000/a b", "malformed"),
        ("doi:10.12/x", "malformed"),
        ("doi:10.1000/x", "wrapped"),
        ("10.1000/x.", "wrapped"),
        ("10.1000.10/123", "unusual"),
        ("10.1000/<b>x", "unusual"),
        ("10.1002/(SICI)1097-4571(1999)50:1<1::AID-ASI1>3.0.CO;2-O", None),
        ("10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2", None),
        ("10/aabbe", "shortened"),
        ("https://doi.org/10/aabbe", "wrapped"),
        ("10/", "malformed"),
    ],
)
def test_what_is_wrong_with_a_doi(text: str, fault: str | None) -> None:
    assert read_doi(text).fault == fault


def test_a_short_doi_leads_somewhere() -> None:
    assert read_doi("https://doi.org/10/AABBE").url == "https://doi.org/10/AABBE"


@pytest.mark.parametrize(("text", "is_there"), [("", False), ("no doi", True), ("doi:", True)])
def test_what_is_missing_is_not_malformed(text: str, is_there: bool) -> None:  # noqa: FBT001 - a table of cases
    assert bool(read_doi(text)) == is_there


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("10.6002/ect.2014.0163", 2014),
        ("10.1016/j.sleep.2018.05.039", 2018),
        ("10.1186/2047-9158-1-6", None),
        ("10.1186/1985-9158-1-6", None),
        ("10.1000/x.1850.1", None),
        ("10.1000/x.20140163", None),
    ],
)
def test_the_year_in_a_doi(text: str, year: int | None) -> None:
    assert read_doi(text).year == year


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("doi:10.1000/x", "https://doi.org/10.1000/x"),
        ("10.1000/a<b>#c?d%", "https://doi.org/10.1000/a%3Cb%3E%23c%3Fd%25"),
        ("10.1000/(a)[b];c", "https://doi.org/10.1000/(a)%5Bb%5D;c"),
        ("no doi", ""),
        ("", ""),
    ],
)
def test_where_a_doi_leads_to(text: str, url: str) -> None:
    assert read_doi(text).url == url
