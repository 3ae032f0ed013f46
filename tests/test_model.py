"""The values that every stage passes on."""

from __future__ import annotations

import pytest

from graph.model import NO_QUANTITY, Cause, Place, Quantity, lineage
from tests.examples import sample


def test_a_mention_does_not_source_a_claim() -> None:
    evidence = sample()
    assert evidence.sources(evidence.claims["c3"]) == []


@pytest.mark.parametrize(("claim", "stances"), [("c1", ["supports", "disputes"]), ("c2", ["qualifies"]), ("c4", [])])
def test_sources(claim: str, stances: list[str]) -> None:
    evidence = sample()
    assert [citation.stance for citation in evidence.sources(evidence.claims[claim])] == stances


def test_claims_count_for_wider_causes_and_for_those_they_involve() -> None:
    found = {name: [claim.key for claim in claims] for name, claims in sample().claims_by_cause().items()}
    assert found == {
        "Drinks": ["c1", "c2", "c3"],
        "Drinks > Coffee": ["c1", "c2", "c3"],
        "Drinks > Tea": ["c3"],
        "Noise": ["c4"],
    }


def test_lineage_goes_from_near_to_far() -> None:
    assert list(lineage("A > B > C")) == ["A > B > C", "A > B", "A"]


def test_a_cause_knows_its_label_and_its_wider_cause() -> None:
    cause = Cause("A > B > C", Place("claims.csv", 2))
    assert (cause.label, cause.wider) == ("C", "A > B")


def test_a_quantity_without_figures_is_none() -> None:
    assert not NO_QUANTITY
    assert Quantity(measure="prevalence")


def test_a_place_reads_as_editors_want_it() -> None:
    assert str(Place("data/claims.csv", 14, "low")) == "data/claims.csv:14"
