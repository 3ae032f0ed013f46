"""Text that is broken into lines, on one line."""

from __future__ import annotations

import pytest

from graph.texts.lines import joined_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea is\n warm. ", "Tea is warm."),
        ("\u8336\n\u662f", "\u8336\u662f"),
        ("\u8336\u3001 \n  \u662f", "\u8336\u3001\u662f"),
        ("\u8336 \u662f", "\u8336 \u662f"),
        ("\u8336\ntea\n\u662f", "\u8336 tea \u662f"),
        ("\ucc28\ub294\n\uc7a0\uc744", "\ucc28\ub294 \uc7a0\uc744"),
    ],
)
def test_a_line_break_is_no_space_between_letters_of_chinese(text: str, expected: str) -> None:
    assert joined_lines(text) == expected


@pytest.mark.parametrize("part", ["\u8336 ", "\u8336\n", " ", "\n", "\u8336" + " " * 50])
def test_a_text_of_any_length_is_put_on_one_line(part: str) -> None:
    assert "\n" not in joined_lines("\u8336" + part * (100_000 // len(part)))
