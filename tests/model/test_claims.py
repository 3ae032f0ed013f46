"""What is said of which cause."""

from __future__ import annotations

from graph.model import Cause, Place, lineage


def test_lineage_goes_from_near_to_far() -> None:
    assert list(lineage("A > B > C")) == ["A > B > C", "A > B", "A"]


def test_a_cause_knows_its_label_and_its_wider_cause() -> None:
    cause = Cause("A > B > C", Place("claims.csv", 2))
    assert (cause.label, cause.wider) == ("C", "A > B")
