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


NO_DATA: QuantityData = {}
"""What is drawn of most claims: one for all, which nobody changes."""


def figures(quantity: Quantity, data: QuantityData) -> str:
    """Figures in words: "10 to 30 %, incidence, pregnant women; comparator: men 4 % (95 % CI 2 to 6)".

    `data` are the same figures as they are drawn.
    """
    if quantity is NO_QUANTITY:
        return ""
    size = size_in_words(data.get("estimate", {}), quantity.unit)
    first = ", ".join(filter(None, (size, quantity.measure, quantity.population)))
    compared = size_in_words(data.get("comparator_estimate", {}), quantity.unit)
    against = " ".join(filter(None, (quantity.comparator, compared)))
    people = f"n = {quantity.n:,}" if quantity.n is not None else ""
    studies = count(quantity.n_studies, "study") if quantity.n_studies else ""
    return "; ".join(filter(None, (first, against and f"comparator: {against}", people, studies)))


def measured(quantity: Quantity) -> bool:
    """Whether there is a figure, or only a word about who is meant."""
    return quantity is not NO_QUANTITY and HAS_FIGURES(quantity) != NO_FIGURES


def quantity_data(quantity: Quantity) -> QuantityData:
    """The figures as they are drawn, without those that are missing."""
    if not measured(quantity):
        return NO_DATA
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
    data: EstimateData = {}
    if estimate.point is not None:
        data["value"] = in_digits(estimate.point)
    if estimate.ends is not None:
        data["low"], data["high"] = map(in_digits, estimate.ends)
    if word := word_for(estimate):
        data["interval"] = word
    return data


def word_for(estimate: Estimate) -> str:
    """What the interval of an estimate is, in words that stay on one line; nothing of a range alone."""
    if not estimate.interval or (estimate.interval == "range" and estimate.point is None):
        return ""
    return INTERVAL_WORDS[estimate.interval].replace(" ", "\N{NO-BREAK SPACE}")


def in_digits(number: Decimal | None) -> str:
    """A number as it is written, or an empty string."""
    return "" if number is None else f"{number:f}"


def size_in_words(estimate: EstimateData, unit: str) -> str:
    """An estimate with its unit: "0.27 times (95 % CI 0.11 to 0.61)", "10 to 30 %"."""
    if not estimate:
        return ""
    value, low, high = estimate.get("value", ""), estimate.get("low", ""), estimate.get("high", "")
    joint = " to " if "-" in low + high else "\N{EN DASH}"
    interval = " ".join(filter(None, (estimate.get("interval", ""), low and f"{low}{joint}{high}")))
    size = f"{value or interval}\N{NO-BREAK SPACE}{unit}".strip()
    return f"{size} ({interval})" if value and interval else size
