"""What the names of measures say."""

from __future__ import annotations

import pytest

from graph.model import Quantity
from graph.texts.measures import no_effect


@pytest.mark.parametrize(
    "measure",
    [
        *("odds-ratio", "Hazard ratio", "hazards ratio", "adjusted risk-ratio", "incidence rate ratio", "rate ratios"),
        *("incidence-ratio", "prevalence-ratio", "standardised mortality ratio", "ratio of means ratio", "time ratio"),
        *("survival ratio", "density ratio", "likelihood ratio", "mean ratio", "relative risk", "relative odds"),
        *("relative rate", "relative hazard", "relative prevalence", "relative incidence"),
        *("OR", "HR", "RR", "aOR", "PR", "IRR", "SMR", "ratio"),
    ],
)
def test_a_ratio_has_no_effect_at_one(measure: str) -> None:
    assert no_effect(Quantity(measure=measure, unit="times")) == 1
    assert no_effect(Quantity(measure=measure)) == 1


@pytest.mark.parametrize("unit", ["X", "fold", "-fold", "ratio"])
def test_a_ratio_in_any_unit_of_multiples(unit: str) -> None:
    assert no_effect(Quantity(measure="odds-ratio", unit=unit)) == 1


@pytest.mark.parametrize(
    "measure",
    [
        *("mean difference", "standardised mean differences", "change", "relative changes", "risk difference"),
        *("absolute risk-reduction", "rate reduction", "relative risk reduction", "MD", "SMD", "RD", "ARD"),
    ],
)
def test_a_difference_has_no_effect_at_zero(measure: str) -> None:
    assert no_effect(Quantity(measure=measure, unit="minutes")) == 0


@pytest.mark.parametrize(
    ("measure", "unit"),
    [
        ("prevalence", "%"),
        ("", "times"),
        ("waist-hip ratio", ""),
        ("albumin/creatinine ratio", "mg/g"),
        ("odds-ratio", "%"),
        ("ORs of SMRT", ""),
        ("indifference", ""),
    ],
)
def test_other_measures_have_none(measure: str, unit: str) -> None:
    assert no_effect(Quantity(measure=measure, unit=unit)) is None
