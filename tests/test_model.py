"""The values that every stage passes on."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest

from graph.model import (
    INTERVAL_WORDS,
    INTERVALS,
    NO_ESTIMATE,
    NO_QUANTITY,
    Cause,
    Estimate,
    Finding,
    Place,
    Quantity,
    lineage,
)
from tests.examples import sample

POINT, LOW, HIGH = Decimal("0.27"), Decimal("0.11"), Decimal("0.61")


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


@pytest.mark.parametrize(
    ("quantity", "estimate"),
    [
        (Quantity(), NO_ESTIMATE),
        (Quantity(measure="prevalence", unit="%"), NO_ESTIMATE),
        (Quantity(low=LOW), Estimate(LOW)),
        (Quantity(high=HIGH), Estimate(HIGH)),
        (Quantity(value=POINT), Estimate(POINT)),
        (Quantity(low=LOW, high=LOW), Estimate(LOW)),
        (Quantity(value=POINT, low=LOW), Estimate(POINT)),
        (Quantity(low=LOW, high=HIGH), Estimate(None, (LOW, HIGH), "range")),
        (Quantity(low=LOW, high=HIGH, interval="iqr"), Estimate(None, (LOW, HIGH), "iqr")),
        (Quantity(value=POINT, low=LOW, high=HIGH), Estimate(POINT, (LOW, HIGH), "ci95")),
        (Quantity(value=POINT, low=LOW, high=HIGH, interval="range"), Estimate(POINT, (LOW, HIGH), "range")),
    ],
)
def test_what_the_columns_of_a_figure_say_together(quantity: Quantity, estimate: Estimate) -> None:
    assert quantity.estimate == estimate
    assert bool(quantity.estimate) == quantity.has_figure == (estimate is not NO_ESTIMATE)


def test_a_comparator_has_an_estimate_of_its_own() -> None:
    quantity = Quantity(value=POINT, comparator_low=LOW, comparator_high=HIGH, comparator_interval="ci99")
    assert quantity.comparator_estimate == Estimate(None, (LOW, HIGH), "ci99")


@pytest.mark.parametrize(
    ("estimate", "reach"),
    [
        (NO_ESTIMATE, None),
        (Estimate(POINT), (POINT, POINT)),
        (Estimate(POINT, (LOW, HIGH), "ci95"), (POINT, POINT)),
        (Estimate(None, (LOW, HIGH), "range"), (LOW, HIGH)),
    ],
)
def test_an_interval_around_a_point_is_no_part_of_what_was_found(estimate: Estimate, reach: object) -> None:
    assert estimate.reach == reach


def test_every_interval_has_words() -> None:
    assert tuple(INTERVAL_WORDS) == INTERVALS


def test_evidence_is_the_same_after_a_way_through_another_process() -> None:
    assert pickle.loads(pickle.dumps(sample())) == sample()  # noqa: S301 - made in this line


def test_evidence_is_the_same_when_copied_whole() -> None:
    assert copy.deepcopy(sample()) == sample()


def test_claims_and_references_make_sets() -> None:
    one, other = sample(), sample()
    assert {*one.claims.values()} == {*other.claims.values()}
    assert {*one.references.values()} == {*other.references.values()}


def test_findings_of_one_line_are_told_apart_by_a_table() -> None:
    found = [
        Finding(code="A", rule="a", severity="info", place=Place("a.md", 1, offset=at), subject="", message="m")
        for at in range(9)
    ]
    assert len({*map(hash, found)}) == len(found)
