"""The figures of a claim, and what its columns say together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.model import INTERVAL_WORDS, INTERVALS, NO_ESTIMATE, NO_QUANTITY, Estimate, Quantity

POINT, LOW, HIGH = Decimal("0.27"), Decimal("0.11"), Decimal("0.61")


def test_a_quantity_without_figures_is_none() -> None:
    assert not NO_QUANTITY
    assert Quantity(measure="prevalence")


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
