"""A text that an element of XML has in it, as it is meant, whose letters have the places that they have in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.reading.articles.elements import Words
from graph.reading.articles.scanning import Scanned


class WrittenHere(NamedTuple):
    """Letters that stand in a file one behind the other: which is the first, in which line of the text, and where."""

    start: int
    text_line: int
    line: int
    column: int


@dataclass(slots=True)
class FilledIn(Scanned):
    """A text with its entities filled in, which stands in so many stretches in the file."""

    stretches: list[WrittenHere] = field(default_factory=list)

    def place(self, position: int) -> tuple[int, int]:
        """The line and column of a letter in the file."""
        text_line, column = Scanned.place(self, position)
        if not self.stretches:
            return text_line, column
        at = self.stretches[bisect_right(self.stretches, position, key=lambda each: each.start) - 1]
        below = text_line - at.text_line
        return at.line + below, column if below else at.column + position - at.start


def filled_in(parts: Iterable[Words]) -> FilledIn:
    """The text of an element, of which each part stands in the file just so."""
    stretches: list[WrittenHere] = []
    texts: list[str] = []
    start, text_line = 0, 1
    for each in parts:
        stretches.append(WrittenHere(start, text_line, each.line, each.column))
        texts.append(each.text)
        start += len(each.text)
        text_line += each.text.count("\n")
    return FilledIn("".join(texts), stretches=stretches)
