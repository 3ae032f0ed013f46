"""The second sample: the claims and references of an article that marks its citations."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.auditing.engine import audit
from graph.reading import read
from graph.support import Support

DATA = Path(__file__).parent.parent / "samples" / "lysis"
EVIDENCE = read(DATA / "references.bib", DATA / "claims.csv")
REPORT = audit(EVIDENCE)

OWN = "dennehy2011"
"""The article itself, which its claims cite where it points to its own tables and figures."""


def subjects(code: str) -> list[str]:
    return [finding.subject for finding in REPORT.findings if finding.code == code]


def test_reads_without_a_problem() -> None:
    assert EVIDENCE.problems == ()


def test_the_list_has_64_references_in_its_order() -> None:
    listed = [reference.listed for key, reference in EVIDENCE.references.items() if key != OWN]
    assert listed == [str(number) for number in range(1, 65)]


def test_every_reference_of_the_list_is_cited() -> None:
    assert {citation.reference for citation in EVIDENCE.citations()} == EVIDENCE.references.keys()


def test_every_claim_has_a_kind_a_section_and_a_paragraph() -> None:
    assert all(claim.kind and claim.section and claim.paragraph for claim in EVIDENCE.claims.values())


def test_no_claim_carries_a_sentence_of_the_article() -> None:
    assert not any(claim.quote for claim in EVIDENCE.claims.values())


def test_what_the_article_says_of_itself_names_the_table_or_figure() -> None:
    own = [citation for citation in EVIDENCE.citations() if citation.reference == OWN]
    assert [each.claim for each in own if not each.locator.startswith(("Table ", "Figure ", "Appendix "))] == []


def test_only_where_the_text_has_no_mark_is_a_citation_inferred() -> None:
    inferred = {citation.reference for citation in EVIDENCE.citations() if citation.basis == "inferred"}
    assert inferred == {OWN, "amir2007"}


@pytest.mark.parametrize(
    ("claim", "figures"),
    [
        ("results-02", "mean 65.1 None min None"),
        ("results-03", "range 45.4 74.5 min None"),
        ("background-26", "share 69 None % None"),
        ("sequence-13", "standard-deviation 7.7 None min 3.2"),
        ("kcn-05", "decrease-of-proton-motive-force 40 None % None"),
        ("production-12", "standard-deviation 19 None min None"),
        ("partition-05", "standard-deviation 18 None min None"),
    ],
)
def test_figures_are_as_the_article_gives_them(claim: str, figures: str) -> None:
    each = EVIDENCE.claims[claim].quantity
    assert f"{each.measure} {each.low} {each.high} {each.unit} {each.comparator_low}" == figures


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        ("background-38", "contested"),
        ("promoter-04", "qualified"),
        ("background-42", "mentioned"),
        ("conclusions-03", "unsourced"),
        ("growth-01", "supported"),
    ],
)
def test_claims_are_in_states_of_every_sort(claim: str, state: str) -> None:
    assert Support(EVIDENCE).state(claim) == state


def test_the_audit_finds_the_figures_that_no_table_has() -> None:
    errors = [finding.subject for finding in REPORT.findings if finding.severity == "error"]
    assert errors == [f"claim:{claim}" for claim in ("growth-06", "growth-07", "growth-08", "growth-09", "poison-07")]


def test_the_audit_finds_that_the_current_model_rests_on_one_reference() -> None:
    assert subjects("GRF403") == ["cause:Holin > Critical concentration", "cause:Burst size"]


def test_the_audit_finds_the_model_that_is_disputed() -> None:
    assert subjects("CLM009") == ["claim:background-38"]


def test_the_audit_finds_what_the_list_has_no_identifier_for() -> None:
    keys = ["friedman1983", "raj2006", "bremer1987", "sokal1995"]
    assert subjects("REF205") == [f"reference:{key}" for key in keys]
