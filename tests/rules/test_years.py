"""The years of references."""

from __future__ import annotations

from datetime import date

import pytest

from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.model import Finding
from graph.reading import parse
from tests.rules.running import findings, found


@pytest.mark.parametrize(
    ("field", "severity", "message"),
    [
        ("year = {96}", "error", "'96' is no year; write four digits, or leave it out"),
        ("year = {199x}", "error", "'199x' is no year"),
        ("date = {0000-01-01}", "error", "in 0 there were no printed books"),
        ("year = {1449}", "error", "in 1449 there were no printed books"),
        ("year = {To appear}", "warning", "write pubstate = {inpress}"),
        ("year = {August 2005}", "warning", "write 2005 only"),
        ("year = {1991a1991}", "warning", "write 1991 only"),
    ],
)
def test_an_impossible_year(field: str, severity: str, message: str) -> None:
    (finding,) = findings("impossible-year", f"@book{{a, {field}}}")
    assert (finding.severity, finding.place.column) == (severity, field.split(maxsplit=1)[0])
    assert message in finding.message


@pytest.mark.parametrize(
    "field",
    ["year = 1450", "year = {1936--1937}", "year = {1959/63}", "year = {2014-09}", "date = {1930~}", "note = x"],
)
def test_a_possible_one(field: str) -> None:
    assert found("impossible-year", f"@string{{x = {{}}}}\n@book{{a, {field}}}") == []


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ("year = 2016, doi = {10.6002/ect.2014.0163}", 1),
        ("year = 2016, doi = {10.6002/ect.2015.0163}", 0),
        ("year = 2012, doi = {10.1186/2047-9158-1-6}", 0),
        ("year = 2012, doi = {10.1186/1985-9158-1-6}", 0),
        ("year = 2012, doi = {10.1000/x.1850.1}", 0),
        ("doi = {10.6002/ect.2014.0163}", 0),
    ],
)
def test_the_year_in_a_doi(fields: str, number: int) -> None:
    assert len(found("year-disagrees", f"@article{{a, {fields}}}")) == number


def aged_findings(*years: int, day: date | None = None) -> tuple[Finding, ...]:
    entries = "".join(f"@book{{b{year}, year = {year}}}\n" for year in years)
    settings = Settings(select=("future-year",))
    return audit(parse(entries, "claim_id,cause,claim\n"), settings, Given(as_of=day)).findings


def aged(*years: int, day: date | None = None) -> list[tuple[str, str]]:
    return [(each.subject, each.severity) for each in aged_findings(*years, day=day)]


def test_without_a_date_a_year_is_to_come_that_no_reference_of_this_release_can_be_of() -> None:
    assert aged(2013, 2103) == [("reference:b2103", "error")]
    assert aged(2036) == []
    assert aged(2037) == [("reference:b2037", "error")]


def test_without_a_date_a_year_after_this_release_is_doubted_where_it_is_far_above_all_others() -> None:
    assert aged(2010, 2022, 2028) == [("reference:b2028", "warning")]
    assert aged(2010, 2023, 2028) == []
    assert aged(2010, 2027) == []
    assert aged(2028) == []
    assert aged(1990, 2028) == [("reference:b2028", "warning")]


def test_the_newest_of_the_others_is_what_a_doubtful_year_is_far_above() -> None:
    assert aged(2010, 2023, 2028, 2029) == []


@pytest.mark.parametrize(("day", "when"), [(date(2026, 1, 1), " in 2026"), (None, "")])
def test_from_when_a_year_is_to_come_is_said_where_it_is_known(day: date | None, when: str) -> None:
    (finding,) = aged_findings(2103, day=day)
    assert finding.message.endswith(f"is of 2103, which is yet to come{when}; correct it")


def test_the_newest_of_the_others_is_named() -> None:
    (finding,) = aged_findings(2010, 2022, 2028)
    assert finding.message.endswith("is of 2028, and all others are of 2022 or before; check it")


def test_with_a_date_it_alone_is_counted_from() -> None:
    assert aged(2027, 2028, day=date(2026, 1, 1)) == [("reference:b2028", "error")]
    assert aged(2039, 2040, day=date(2039, 1, 1)) == []
