"""What a number with commas was meant to be: by its form, and by how the rest of the table writes numbers.

A comma may stand before decimals (0,75), between thousands (12,388), or between two numbers (10,30 for a range). Its
form rules some of that out; what is left the table's own habit decides, and where it shows none, nothing is certain.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

ONE_COMMA = re.compile(r"[-\N{MINUS SIGN}]?\d+,\d+")
ONE_POINT = re.compile(r"[-\N{MINUS SIGN}]?\d+\.\d+")
THOUSANDS = re.compile(r"[-\N{MINUS SIGN}]?[1-9]\d{0,2}(?:,\d{3})+")
THOUSANDS_BY_POINT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")

ENOUGH = 2
"""How many cells with a decimal comma are a habit."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a table writes numbers: whether with decimal commas, and whether with decimal points.

    `semicolons` says that its cells are parted by those, as programs do that need the comma for decimals.
    """

    commas: bool
    points: bool
    semicolons: bool


def habit_of(numbers: Collection[str], delimiter: str) -> Habit:
    """The habit that a table's cells for numbers show; what may be thousands shows none."""
    commas = sum(bool(ONE_COMMA.fullmatch(each)) and not THOUSANDS.fullmatch(each) for each in numbers)
    points = any(map(ONE_POINT.fullmatch, numbers))
    return Habit(commas >= ENOUGH, points, delimiter == ";")


def meant_number(written: str, habit: Habit) -> tuple[str, bool]:
    """A number with digits and a point only, and whether that is certain; empty where nothing is proposed.

    What is not certain is not so either once the other cells have been mended, which makes points the habit.
    """
    as_decimal, as_thousands = written.replace(",", "."), written.replace(",", "")
    by_commas = habit.commas and not habit.points
    if not ONE_COMMA.fullmatch(written):
        return (as_thousands, True) if THOUSANDS.fullmatch(written) else ("", False)
    if not THOUSANDS.fullmatch(written):
        return as_decimal, by_commas or (habit.semicolons and not habit.points)
    if by_commas or habit.semicolons:
        return as_decimal, by_commas
    return as_thousands, habit.points and not habit.commas


def meant_count(written: str, habit: Habit) -> tuple[str, bool]:
    """A whole number with digits only, and whether that is certain; empty where nothing is proposed."""
    if THOUSANDS.fullmatch(written):
        return written.replace(",", ""), True
    if THOUSANDS_BY_POINT.fullmatch(written) and habit.commas and not habit.points:
        return written.replace(".", ""), True
    return "", False
