"""The figures of a claim, in words and as they are drawn."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from graph.model import Quantity
from graph.page.contract import QuantityData
from graph.wording import count


def figures(quantity: Quantity) -> str:
    """Figures in words: "10 to 30 %, incidence, pregnant women; comparator 4 %"."""
    size = spread(quantity.low, quantity.high, quantity.unit)
    first = ", ".join(filter(None, (size, quantity.measure, quantity.population)))
    against = " ".join(
        filter(None, (quantity.comparator, spread(quantity.comparator_low, quantity.comparator_high, quantity.unit)))
    )
    numbers = [f"n = {quantity.n:,}" if quantity.n is not None else ""]
    numbers += [count(quantity.n_studies, "study") if quantity.n_studies else ""]
    return "; ".join(filter(None, (first, f"comparator: {against}" if against else "", *numbers)))


def measured(quantity: Quantity) -> bool:
    """Whether there is a figure, or only a word about who is meant."""
    return quantity != Quantity(population=quantity.population, comparator=quantity.comparator)


def quantity_data(quantity: Quantity) -> QuantityData:
    """The figures as they are drawn, without those that are missing; numbers are written out."""
    written = {name: getattr(quantity, name) for name in ("measure", "unit", "population", "comparator")}
    ends = {name: getattr(quantity, name) for name in ("low", "high", "comparator_low", "comparator_high")}
    numbers = {name: "" if end is None else f"{end:f}" for name, end in ends.items()}
    given = {name: text for name, text in (written | numbers).items() if text}
    return cast("QuantityData", given) if measured(quantity) else {}


def spread(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """A point or a range with its unit."""
    ends = "\N{EN DASH}".join(f"{end:f}" for end in (low, high) if end is not None)
    return f"{ends}\N{NO-BREAK SPACE}{unit}".strip() if ends else ""
