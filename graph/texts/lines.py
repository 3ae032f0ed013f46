"""Text that is broken into lines, on one line."""

from __future__ import annotations

import re

HAN = r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
"""A letter or sign of Chinese and Japanese, which have no spaces between words; Korean has."""

BREAK_WITHIN_HAN = re.compile(rf"(?<={HAN})[ \t]*+\n\s*+(?={HAN})")


def joined_lines(text: str) -> str:
    """A text on one line: a line break is a space, but none between two letters of Chinese or Japanese."""
    if "\n" in text and not text.isascii():
        text = BREAK_WITHIN_HAN.sub("", text)
    return " ".join(text.split())
