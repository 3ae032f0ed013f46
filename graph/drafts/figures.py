"""The figures of a drafted claim: proposed from its sentence, for somebody to confirm."""

from __future__ import annotations

from decimal import Decimal

from graph.model import Claim
from graph.reading.table import FIGURES
from graph.texts.quantities import proposed


def figure_cells(claim: Claim) -> dict[str, str]:
    """The cells of the figures that a claim's sentence states, by their columns; none where it states none for certain.

    `figures` says that they are only drafted, until somebody empties it.
    """
    quantity = proposed(claim.text)
    given = {column: cell_of(getattr(quantity, column)) for column in FIGURES}
    return {column: text for column, text in given.items() if text} | {"figures": "drafted"} if quantity else {}


def cell_of(value: str | Decimal | int | None) -> str:
    """A figure as it stands in a table."""
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)
