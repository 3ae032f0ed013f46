"""The year of a publication: as it is written, and the number to count with."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

FOUR_DIGITS = re.compile(r"(?<!\d)\d\d(?:\d[\dX]|XX)(?!\d)")
"""A year, or the decade or century that it is in, as ISO 8601-2 writes them: "199X"."""

WHOLE = re.compile(r"\d\d(\d[\dX]|XX)(\s*+[-/\N{EN DASH}]++\s*+(\d{1,4})?){0,2}[~?]?")
"""A year, a span of years, or a date of ISO 8601."""

OF_A_DATE = re.compile(r"/?(\d{4})(?=-|\d{4}\Z)")
"""The year that a date begins with, "2001-05-01" or "20010501"; what ends with one may begin with a slash."""


FORTHCOMING = re.compile(r"\b(accepted|appear|forthcoming|press|print|submitted)\b", re.IGNORECASE)

UNDATED = re.compile(r"[(\[]?(?:n\.?\s?d|s\.?\s?a|o\.?\s?J)\.?[)\]]?|no date|undated", re.IGNORECASE)
"""How people write that there is none: "n.d.", "s. a.", "o. J."."""

PRINTING = 1450
"""About when books began to be printed."""

YearFault = Literal["forthcoming", "malformed", "before-print", "wrapped"]
"""It says that the work is to come; it is no year; there were no books then; it is one with more around it."""


class Year(NamedTuple):
    """A year as `written`, and the `first` that it names, if any; a missing one is false."""

    written: str = ""
    first: int | None = None

    def __bool__(self) -> bool:
        return bool(self.written)

    def __str__(self) -> str:
        return self.written

    @property
    def fault(self) -> YearFault | None:
        """What is wrong with it; what is missing is not malformed, nor is what is said to be missing."""
        if not self.written or (self.first is None and UNDATED.fullmatch(self.written.strip())):
            return None
        if self.first is None:
            return "forthcoming" if FORTHCOMING.search(self.written) else "malformed"
        if self.first < PRINTING:
            return "before-print"
        return None if WHOLE.fullmatch(self.written.strip()) else "wrapped"


NO_YEAR = Year()


def read_year(text: str) -> Year:
    """The year that a text is meant to be."""
    if text.isdecimal() and len(text) == len("1450"):  # nearly all years
        return Year(text, int(text))
    if not text:
        return NO_YEAR
    found = FOUR_DIGITS.search(text)
    return Year(text, int(found.group().replace("X", "0")) if found else None)


def year_of_date(date: str) -> str:
    """The year in a date as it is written; of one that does not begin with it, "May 2001", all of it."""
    found = OF_A_DATE.match(date)
    return found[1] if found else date
