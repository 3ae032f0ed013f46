"""The values that every stage passes on."""

from __future__ import annotations

from graph.model import NO_QUANTITY, Cause, Place, Quantity, lineage


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
