"""The boxes of a map: their sizes, and the text in them broken into lines."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

from graph.map.layout import CAUSE_WIDTH, CLAIM_WIDTH, REFERENCE_WIDTH, Box

if TYPE_CHECKING:
    pass

LINE_HEIGHT = 18

PADDING = 14

PER_CHARACTER = 7.2
"""How wide a character of the map's text is on average, on the wide side; the page squeezes what is wider still."""

WIDTHS = {"cause": CAUSE_WIDTH, "claim": CLAIM_WIDTH, "reference": REFERENCE_WIDTH}

LINES = {"cause": 5, "claim": 4, "reference": 4}


def text_box(node: str, kind: str, text: str, *, extra: int = 0, least: int = 0) -> tuple[Box, str]:
    """The box for a node of this kind, and the text in it, broken into lines.

    `extra` is added to the height that the text needs, and `least` is the least height of the box.
    """
    width = WIDTHS[kind]
    label = wrap(text, width - PADDING, LINES[kind])
    return Box(node, width, even(max(least, (label.count("\n") + 1) * LINE_HEIGHT + PADDING + extra))), label


def wrap(text: str, width: float, lines: int) -> str:
    """Text broken into at most `lines` lines of `width` (in the map's units), the last ending in … where it is cut."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    characters = int(width / (PER_CHARACTER * (1 + wide / max(1, len(text)))))
    broken = textwrap.wrap(text, max(4, characters), max_lines=lines, placeholder=" …", break_on_hyphens=True)
    return "\n".join(broken) or " "


def even(height: int) -> int:
    """The next even height, so that the middle of a box is a whole number."""
    return height + height % 2
