"""What the names of measures say: where on the axis of one there is no effect."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from graph.model import Quantity

COMPARING_RATIO = re.compile(
    r"\b(?:odds|hazards?|risk|rates?|incidence|prevalence|mortality|survival|density|time|likelihood|means?) ratios?\b"
    r"|\brelative (?:risk|rate|odds|hazard|prevalence|incidence)|^(?:a?(?:[OHRP]R|IRR|SMR)|ratio)$",
    re.IGNORECASE,
)
"""Ratios of one group to another; that of waist to hip, or of one substance to another, is none."""

COMPARING_DIFFERENCE = re.compile(
    r"\bdifferences?\b|\bchanges?\b|\b(?:risk|rate) reduction\b|^(?:S?MD|A?RD)$", re.IGNORECASE
)

MULTIPLES = frozenset({"", "times", "x", "fold", "-fold", "ratio"})
"""Units of a ratio as it is; one in per cent has no effect at 100, or at 0."""


def no_effect(quantity: Quantity) -> Decimal | None:
    """Where two groups do not differ: 1 of a ratio, 0 of a difference; nowhere of any other measure."""
    return no_effect_of(quantity.measure, quantity.unit) if quantity.measure else None


@lru_cache(maxsize=1024)
def no_effect_of(measure: str, unit: str) -> Decimal | None:
    """The same of a measure and a unit, which are the same few in thousands of claims."""
    words = " ".join(measure.replace("-", " ").split())
    if COMPARING_DIFFERENCE.search(words):
        return Decimal(0)
    is_ratio = COMPARING_RATIO.search(words) and unit.lower() in MULTIPLES
    return Decimal(1) if is_ratio else None
