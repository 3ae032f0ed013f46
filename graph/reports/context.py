"""What a format may use beside the report."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from graph.model import Evidence, Place, Severity

Paint = Callable[[str, Severity], str]
"""Gives text the colour of a severity."""

ReadCell = Callable[[Place], str | None]
"""Gives what is written at a place, or none where that is not known."""


def unpainted(text: str, severity: Severity) -> str:  # noqa: ARG001 - a painter looks at the severity
    """Text without colour."""
    return text


def unknown(place: Place) -> str | None:  # noqa: ARG001 - a reader of cells looks at the place
    """No text for any place."""
    return None


class Context(NamedTuple):
    """The evidence that was audited, a painter for terminals, and a reader of cells (`cells.cell_reader`).

    `most` is how many findings a person is shown at most; none is a number that depends on where: all of them, but on
    a `terminal` no more than it is of use.
    """

    evidence: Evidence
    paint: Paint = unpainted
    cell: ReadCell = unknown
    most: int | None = None
    terminal: bool = False
