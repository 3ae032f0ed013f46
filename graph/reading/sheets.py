"""A sheet of a spreadsheet: its cells as people see them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

CALC_MAIN, EXCEL_MAIN = "content.xml", "xl/workbook.xml"
"""The main parts of spreadsheets, by which their formats are told."""

MOST_COLUMNS = 500
"""How many columns are read; a table of claims has some thirty."""

MOST_ROWS = 1_048_576
"""How many rows a sheet has in Excel and LibreOffice."""

MOST_CELLS = 1_000_000
"""How many cells are read; a table of claims that has more is better off as CSV."""

SHOWN_DIGITS = 15
"""How many digits of a number a spreadsheet keeps, and shows; what is behind them in a file is none of them."""

Cells = dict[int, str]
"""The cells of a row that are not empty, by column, counted from 0."""


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, its cells by row, counted from 1, and the ranges that are merged (first and last corner)."""

    name: str
    hidden: bool = False
    rows: dict[int, Cells] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    count: int = 0
    cut: bool = False

    def put(self, row: int, column: int, text: str) -> bool:
        """Add a cell, if it is not too far out to be a part of a table; say whether there is room for more."""
        words = " ".join(text.split())
        if words and (row > MOST_ROWS or column >= MOST_COLUMNS or self.count == MOST_CELLS):
            self.cut = True
        elif words:
            self.count += 1
            self.rows.setdefault(row, {})[column] = words
        return self.count < MOST_CELLS

    def header(self) -> set[str]:
        """The names in the first row that is not empty."""
        first = self.rows[min(self.rows)] if self.rows else {}
        return {"_".join(text.lower().split()) for text in first.values()}


def plain_number(text: str) -> str:
    """A number as it is shown: without an exponent, and without the dust of binary fractions."""
    try:
        number = Decimal(f"{float(text):.{SHOWN_DIGITS}g}")
    except (ValueError, InvalidOperation):
        return text
    return f"{number.normalize():f}" if number.is_finite() else text


def percent(text: str) -> str:
    """A part of one as per cent."""
    return f"{plain_number(str(float(text) * 100))}%" if re.fullmatch(r"[\d.eE+-]+", text) else text
