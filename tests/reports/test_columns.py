"""Rows in columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reports.columns import CellValue, as_cells, set_in_columns

ROWS: list[dict[str, CellValue]] = [
    {"name": "coffee", "cups": 2, "much_of_it": None, "says": "wakes people who sleep"},
    {"name": "tea", "cups": 10, "much_of_it": None, "says": "is milder"},
]


def test_numbers_stand_right_and_text_left() -> None:
    assert set_in_columns(ROWS, 80) == [
        "name    cups  says",
        "coffee     2  wakes people who sleep",
        "tea       10  is milder",
    ]


def test_text_goes_on_below_itself() -> None:
    assert set_in_columns(ROWS, 30)[1:3] == ["coffee     2  wakes people who", "              sleep"]


def test_no_rows_are_no_lines() -> None:
    assert set_in_columns([], 80) == []


def test_fractions_have_two_digits() -> None:
    assert set_in_columns([{"score": 1.23456}], 80) == ["score", " 1.23"]


@given(st.lists(st.tuples(st.text(), st.text(), st.integers(0, 999)), min_size=1))
def test_lines_fit_and_are_printable(rows: list[tuple[str, str, int]]) -> None:
    lines = set_in_columns([dict(zip("abc", row, strict=True)) for row in rows], 40)
    assert all(len(line) <= 40 and line.isprintable() for line in lines)


@pytest.mark.parametrize(("value", "cell"), [("=1", "'=1"), (-1, "-1"), (None, ""), ("a\nb", "a\\nb")])
def test_cells_are_harmless(value: CellValue, cell: str) -> None:
    assert as_cells(["x"], [{"x": value}]).splitlines() == ["x", cell or '""']
