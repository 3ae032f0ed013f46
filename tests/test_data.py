"""The sample: a real article's sources and claims."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.auditing.engine import audit
from graph.model import Estimate
from graph.reading import read

DATA = Path(__file__).parent.parent / "data"
EVIDENCE = read(DATA / "references.bib", DATA / "claims.csv")
REPORT = audit(EVIDENCE)


def subjects(code: str) -> list[str]:
    return [finding.subject for finding in REPORT.findings if finding.code == code]


def test_reads_without_a_problem() -> None:
    assert EVIDENCE.problems == ()


def test_thirteen_numbered_sources_and_eight_further_readings() -> None:
    listed = [reference.listed for reference in EVIDENCE.references.values() if reference.listed]
    groups = Counter(reference.group for reference in EVIDENCE.references.values())
    assert listed == [str(number) for number in range(1, 14)]
    assert groups == {"": 13, "further-reading": 8}


def test_every_section_of_the_article_is_there() -> None:
    assert list(dict.fromkeys(claim.section for claim in EVIDENCE.claims.values())) == [
        "Title",
        "Introduction",
        "Iron Deficiency",
        "End-Stage Kidney Disease",
        "Diabetes",
        "Multiple Sclerosis (MS)",
        "Parkinson's Disease",
        "Pregnancy",
        "Rheumatic Disease",
        "Varicose Veins",
        "Other Conditions",
    ]


def test_every_claim_has_a_kind_and_every_citation_is_inferred() -> None:
    assert all(claim.kind for claim in EVIDENCE.claims.values())
    assert {citation.basis for citation in EVIDENCE.citations()} == {"inferred"}


@pytest.mark.parametrize(
    ("claim", "figures"),
    [
        ("kidney-04", "incidence 6 62 % None"),
        ("ms-02", "prevalence 26 None % None"),
        ("ms-03", "prevalence 17 None % None"),
        ("parkinson-04", "prevalence 0 20.8 % None"),
        ("pregnancy-04", "incidence 10 30 % None"),
        ("rheumatic-10", "prevalence 25 None % 4"),
        ("rheumatic-12", "incidence-ratio 10 None times None"),
    ],
)
def test_figures_are_as_the_article_gives_them(claim: str, figures: str) -> None:
    each = EVIDENCE.claims[claim].quantity
    assert f"{each.measure} {each.low} {each.high} {each.unit} {each.comparator_low}" == figures


def test_a_table_without_the_column_value_has_points_and_ranges() -> None:
    quantities = [claim.quantity for claim in EVIDENCE.claims.values() if claim.quantity.low is not None]
    points = [each.estimate for each in quantities if each.high is None]
    ranges = [each.estimate for each in quantities if each.high is not None]
    assert points == [Estimate(each.low) for each in quantities if each.high is None]
    assert [each.ends for each in ranges] == [(each.low, each.high) for each in quantities if each.high is not None]
    assert {(each.point, each.interval) for each in ranges} == {(None, "range")}


@pytest.mark.parametrize("key", ["ning2018", "manconi2008", "merlino2007", "viola-saltzman2010", "sundaresan2019"])
def test_a_design_stands_where_the_title_states_it(key: str) -> None:
    assert EVIDENCE.references[key].design


def test_the_audit_finds_what_the_list_lacks() -> None:
    assert subjects("REF202") == subjects("REF203") == ["reference:exp-clin-transplant2016"]
    assert subjects("REF204") == ["reference:ciattei", "reference:dynamed"]
    assert len(subjects("REF205")) == 12


def test_the_audit_finds_references_that_nothing_uses() -> None:
    assert subjects("GRF401") == [
        "reference:exp-clin-transplant2016",
        "reference:dynamed",
        "reference:walters2007",
    ]


def test_the_audit_finds_incidence_where_the_title_says_prevalence() -> None:
    assert subjects("NUM104") == ["claim:pregnancy-02", "claim:pregnancy-04", "claim:rheumatic-12"]


def test_every_other_condition_rests_on_nothing() -> None:
    bare = {subject.removeprefix("cause:") for subject in subjects("GRF402")}
    other = {claim.cause for claim in EVIDENCE.claims.values() if claim.section == "Other Conditions"}
    assert other - {"Secondary RLS", "RLS in general", "Vitamin deficiencies"} <= bare
