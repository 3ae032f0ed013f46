"""What a spreadsheet makes of a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.texts.spreadsheets import FORMULA, harmless
from graph.wording import printable

SIGNS = "=+-@＝＋－＠"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", "\N{NO-BREAK SPACE}"])
def test_what_begins_a_formula(before: str, sign: str) -> None:
    assert FORMULA.match(f"{before}{sign}SUM(A1)")


@pytest.mark.parametrize("text", ["", "a=b", "5", "#N/A", "'=1"])
def test_what_begins_none(text: str) -> None:
    assert not FORMULA.match(text)


@given(st.text(st.characters(codec="utf-8")) | st.sampled_from(SIGNS))
def test_a_harmless_cell_begins_no_formula(text: str) -> None:
    assert harmless(text).lstrip()[:1] not in set(SIGNS)


@given(st.text(st.characters(codec="utf-8")) | st.text("'=a"))
def test_the_apostrophe_can_always_be_taken_away(text: str) -> None:
    assert harmless(text).removeprefix("'") == printable(text)
