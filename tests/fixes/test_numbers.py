"""What numbers with commas were meant to be."""

from __future__ import annotations

import pytest

from graph.fixes.numbers import Habit, habit_of, meant_count, meant_number

NONE = Habit(commas=False, points=False, semicolons=False)
COMMAS = Habit(commas=True, points=False, semicolons=False)
POINTS = Habit(commas=False, points=True, semicolons=False)
BOTH = Habit(commas=True, points=True, semicolons=False)
SEMICOLONS = Habit(commas=False, points=False, semicolons=True)
SEMICOLONS_AND_POINTS = Habit(commas=False, points=True, semicolons=True)


@pytest.mark.parametrize(
    ("numbers", "delimiter", "habit"),
    [
        ([], ",", NONE),
        (["0,75"], ",", NONE),
        (["0,75", "12,5", "3"], ",", COMMAS),
        (["12,388", "1,200", "1,200,000"], ",", NONE),
        (["0,388", "1234,567"], ",", COMMAS),
        (["12.388"], ",", POINTS),
        (["0,75", "-0,5", "1.5"], "\t", BOTH),
        (["3"], ";", SEMICOLONS),
    ],
)
def test_the_habit_of_a_table(numbers: list[str], delimiter: str, habit: Habit) -> None:
    assert habit_of(numbers, delimiter) == habit


@pytest.mark.parametrize(
    ("written", "habit", "meant", "certain"),
    [
        ("0,75", COMMAS, "0.75", True),
        ("-0,75", COMMAS, "-0.75", True),
        ("0,75", SEMICOLONS, "0.75", True),
        ("0,75", NONE, "0.75", False),
        ("0,75", POINTS, "0.75", False),
        ("0,75", BOTH, "0.75", False),
        ("0,75", SEMICOLONS_AND_POINTS, "0.75", False),
        ("12,388", COMMAS, "12.388", True),
        ("12,388", SEMICOLONS, "12.388", False),
        ("12,388", POINTS, "12388", True),
        ("12,388", NONE, "12388", False),
        ("12,388", BOTH, "12388", False),
        ("12,388", SEMICOLONS_AND_POINTS, "12.388", False),
        ("1,200,000", POINTS, "1200000", True),
        ("1,200,000", COMMAS, "1200000", True),
        ("0,388", COMMAS, "0.388", True),
        ("1,2,3", COMMAS, "", False),
        ("75", COMMAS, "", False),
        ("a few", COMMAS, "", False),
    ],
)
def test_a_number(written: str, habit: Habit, meant: str, certain: bool) -> None:  # noqa: FBT001 - a table of cases
    assert meant_number(written, habit) == (meant, certain)


@pytest.mark.parametrize(
    ("written", "habit", "meant", "certain"),
    [
        ("12,388", NONE, "12388", True),
        ("1,200,000", POINTS, "1200000", True),
        ("12,388", COMMAS, "12388", True),
        ("12.388", COMMAS, "12388", True),
        ("12.388", NONE, "", False),
        ("12.388", BOTH, "", False),
        ("0,75", COMMAS, "", False),
        ("2.5", COMMAS, "", False),
    ],
)
def test_a_count(written: str, habit: Habit, meant: str, certain: bool) -> None:  # noqa: FBT001 - a table of cases
    assert meant_count(written, habit) == (meant, certain)
