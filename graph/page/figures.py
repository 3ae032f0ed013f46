"""The figures of a claim, in words and as they are drawn."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from typing import cast

from graph.model import INTERVAL_WORDS, NO_QUANTITY, Estimate, Quantity
from graph.page.contract import EstimateData, QuantityData
from graph.texts.measures import no_effect
from graph.wording import count

HAS_FIGURES = attrgetter(*(each.name for each in fields(Quantity) if each.name not in {"population", "comparator"}))
"""What a quantity has beside words about who is meant."""

NO_FIGURES = HAS_FIGURES(NO_QUANTITY)


def figures(quantity: Quantity) -> str:
    """Figures in words: "10 to 30 %, incidence, pregnant women; comparator: men 4 % (95 % CI 2 to 6)"."""
    if quantity is NO_QUANTITY:
        return ""
    size = size_in_words(quantity.estimate, quantity.unit)
    first = ", ".join(filter(None, (size, quantity.measure, quantity.population)))
    compared = size_in_words(quantity.comparator_estimate, quantity.unit)
    against = " ".join(filter(None, (quantity.comparator, compared)))
    numbers = [f"n = {quantity.n:,}" if quantity.n is not None else ""]
    numbers += [count(quantity.n_studies, "study") if quantity.n_studies else ""]
    return "; ".join(filter(None, (first, f"comparator: {against}" if against else "", *numbers)))


def measured(quantity: Quantity) -> bool:
    """Whether there is a figure, or only a word about who is meant."""
    return HAS_FIGURES(quantity) != NO_FIGURES


def quantity_data(quantity: Quantity) -> QuantityData:
    """The figures as they are drawn, without those that are missing."""
    if not measured(quantity):
        return {}
    data = {
        "measure": quantity.measure,
        "unit": quantity.unit,
        "population": quantity.population,
        "comparator": quantity.comparator,
        "estimate": estimate_data(quantity.estimate),
        "comparator_estimate": estimate_data(quantity.comparator_estimate),
        "no_effect": in_digits(no_effect(quantity)),
    }
    return cast("QuantityData", {name: each for name, each in data.items() if each})


def estimate_data(estimate: Estimate) -> EstimateData:
    """An estimate with its numbers written out; a range that has no point needs no word."""
    if not estimate:
        return {}
    low, high = estimate.ends or (None, None)
    data = {
        "value": in_digits(estimate.point),
        "low": in_digits(low),
        "high": in_digits(high),
        "interval": word_for(estimate),
    }
    return cast("EstimateData", {name: text for name, text in data.items() if text})


def word_for(estimate: Estimate) -> str:
    """What the interval of an estimate is, in words that stay on one line; nothing of a range alone."""
    alone = estimate.point is None and estimate.interval == "range"
    words = "" if alone or not estimate.interval else INTERVAL_WORDS[estimate.interval]
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def in_digits(number: Decimal | None) -> str:
    """A number as it is written, or an empty string."""
    return "" if number is None else f"{number:f}"


def size_in_words(estimate: Estimate, unit: str) -> str:
    """An estimate with its unit: "0.27 times (95 % CI 0.11 to 0.61)", "10 to 30 %"."""
    if not estimate:
        return ""
    ends = [in_digits(end) for end in estimate.ends or ()]
    joint = " to " if "-" in "".join(ends) else "\N{EN DASH}"
    interval = " ".join(filter(None, (word_for(estimate), joint.join(ends))))
    first, rest = (in_digits(estimate.point), f" ({interval})") if estimate.point is not None else (interval, "")
    size = f"{first}\N{NO-BREAK SPACE}{unit}".strip() if first else ""
    return f"{size}{rest if interval else ''}"
