"""Rows in columns: aligned for people, and as cells for spreadsheets."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Mapping, Sequence

from graph.texts.spreadsheets import harmless
from graph.wording import printable

GAP = "  "

NARROWEST = 12
"""How narrow a column of text may become, for all to fit."""

CellValue = str | float | None


def set_in_columns(rows: Sequence[Mapping[str, CellValue]], width: int) -> list[str]:
    """Rows as lines under a heading, at most so wide if that can be: text goes on below itself, numbers stand right.

    All rows have the same names; a column in which every row is empty or 0 is left out.
    """
    if not rows:
        return []
    names = saying(rows)
    numbers = {name for name in names if not any(isinstance(row[name], str) for row in rows)}
    heading = {name: name.replace("_", " ") for name in names}
    cells = [heading, *({name: cell_text(row[name]) for name in names} for row in rows)]
    widths = fitted({name: natural(name in numbers, [row[name] for row in cells]) for name in names}, numbers, width)
    return [line for row in cells for line in laid_out(row, widths, numbers)]


def saying(rows: Sequence[Mapping[str, CellValue]]) -> list[str]:
    """The first column, and those that say something."""
    first, *others = rows[0]
    return [first, *(name for name in others if any(row[name] for row in rows))]


def cell_text(value: CellValue) -> str:
    """A cell on one line; what is not there is empty."""
    if isinstance(value, float):
        return f"{value:.2f}"
    return printable("" if value is None else str(value))


def natural(is_number: bool, texts: Sequence[str]) -> int:  # noqa: FBT001 - a fact of the column
    """How wide a column is that need not wrap; the heading of numbers may, between its words."""
    heading, *rest = texts
    return max(map(len, [*(heading.split() if is_number else [heading]), *rest]))


def fitted(widths: dict[str, int], numbers: set[str], width: int) -> dict[str, int]:
    """These widths, where the widest columns of text give way until all fit or none can."""
    widths = dict(widths)
    spare = width - len(GAP) * (len(widths) - 1)
    while sum(widths.values()) > spare:
        widest = max((name for name in widths if name not in numbers), key=widths.__getitem__, default="")
        if not widest or widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
    return widths


def laid_out(row: Mapping[str, str], widths: Mapping[str, int], numbers: set[str]) -> list[str]:
    """The lines of a row."""
    cells = {name: wrapped(row[name], width) for name, width in widths.items()}
    lines = []
    for number in range(max(map(len, cells.values()))):
        texts = {name: (cell[number] if number < len(cell) else "") for name, cell in cells.items()}
        padded = [
            text.rjust(widths[name]) if name in numbers else text.ljust(widths[name]) for name, text in texts.items()
        ]
        lines.append(GAP.join(padded).rstrip())
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """A text as lines; a word is cut only where it is longer than a line."""
    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]


def as_cells(columns: Sequence[str], rows: Iterable[Mapping[str, CellValue]]) -> str:
    """Rows as CSV (RFC 4180), in which no cell can start a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        values = [row.get(name) for name in columns]
        writer.writerow([harmless(value) if isinstance(value, str) else value for value in values])
    return text.getvalue()
