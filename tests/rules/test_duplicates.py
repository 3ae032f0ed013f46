"""References that the bibliography has twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.reading import read
from graph.wording import unnamed
from tests.rules.running import findings, found

DATA = Path(__file__).parent.parent.parent / "data"


def entry(key: str, title: str, more: str = "year = 2019", kind: str = "article", author: str = "Lin, X") -> str:
    return f"@{kind}{{{key}, author = {{{author}}}, title = {{{title}}}, {more}}}\n"


TITLE = "Restless legs syndrome in patients on dialysis"


@pytest.mark.parametrize(
    "other",
    [
        entry("b", TITLE.upper()),
        entry("b", TITLE, "year = 2018"),
        entry("b", TITLE, ""),
        entry("b", TITLE, author="Lin, Xiaoyan and Zhang, J"),
        entry("b", "Restless-Legs Syndrome, in Patients on Dialysis"),
        entry("b", "Restlesslegs syndrome in patients on dialysis"),
        entry("b", "Restless legs sydnrome in patients on dialysis"),
    ],
)
def test_one_publication_twice(other: str) -> None:
    assert [each.severity for each in findings("near-duplicate", entry("a", TITLE) + other)] == ["warning"]


@pytest.mark.parametrize(
    "other",
    [
        entry("b", TITLE, "year = 2017"),
        entry("b", TITLE, author="Lee, X"),
        entry("b", "Restless legs syndrome in patients off dialysis"),
        entry("b", "Restless legs syndrome in patients undergoing hemodialysis"),
        entry("b", f"{TITLE} 2"),
        entry("b", f"Treating {TITLE}"),
        entry("b", TITLE, "year = 2019, volume = 8"),
        entry("b", TITLE, "year = 2019, doi = {10.1000/b}"),
    ],
)
def test_two_publications(other: str) -> None:
    first = entry("a", TITLE, "year = 2019, volume = 7, doi = {10.1000/a}")
    assert found("near-duplicate", first + other) == []


def test_parts_are_two_publications() -> None:
    assert found("near-duplicate", entry("a", f"{TITLE}, part I") + entry("b", f"{TITLE}, part II")) == []


def test_a_short_title_says_too_little() -> None:
    assert found("near-duplicate", entry("a", "Coffee and sleep") + entry("b", "Coffee and sleep")) == []


def test_pages_may_be_written_with_any_dash() -> None:
    one, other = (entry(key, TITLE, f"pages = {{1{dash}4}}") for key, dash in (("a", "-"), ("b", "--")))
    assert len(found("near-duplicate", one + other)) == 1


def test_a_report_and_its_article_are_only_worth_knowing() -> None:
    (finding,) = findings("near-duplicate", entry("a", TITLE, kind="techreport") + entry("b", TITLE))
    assert finding.severity == "info"
    assert unnamed(finding.message) == "reference 'b' may be a version of 'a'; count them as one"


def test_a_reference_is_reported_once() -> None:
    assert len(found("near-duplicate", "".join(entry(key, TITLE) for key in "abc"))) == 2


def test_no_reference_of_the_sample_is_a_duplicate() -> None:
    evidence = read(DATA / "references.bib", DATA / "claims.csv")
    assert {"kavanagh2004", "lin2019"} <= evidence.references.keys()
    assert audit(evidence, Settings(select=("near-duplicate",))).findings == ()
