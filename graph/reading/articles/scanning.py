"""A text that is read from left to right: how much of it, the places of its letters, and what stands further on."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import File, Place, Problem
from graph.reading.text import clean, decode

MOST_LETTERS = 20_000_000
"""More than any book has; a file that was made to exhaust the machine is read up to here."""


def article_text(file: File) -> tuple[str, list[Problem]]:
    """The text of an article as lines and columns are counted in it, and what is wrong with it."""
    text, problems = clean(decode(file.data, file.name)[0], file.name)
    if len(text) <= MOST_LETTERS:
        return text, problems
    line = text.count("\n", 0, MOST_LETTERS) + 1
    message = f"the text has {len(text):,} letters and is read up to here; split it, or take out what is no prose"
    return text[:MOST_LETTERS], [*problems, Problem(rule="unread-part", place=Place(file.name, line), message=message)]


@dataclass(slots=True)
class Scanned:
    """A text while it is read.

    `counted` is a letter whose line is known, with where that line begins, so that lines are counted once; `seen` are
    the places of what was looked for, so that nothing is looked for twice.
    """

    text: str
    counted: int = 0
    line: int = 1
    line_start: int = 0
    seen: dict[str, int] = field(default_factory=dict)

    def place(self, position: int) -> tuple[int, int]:
        """The line and column of a letter; they are asked for in about the order of the text."""
        if position >= self.counted:
            self.line += self.text.count("\n", self.counted, position)
            self.line_start = max(self.line_start, self.text.rfind("\n", self.counted, position) + 1)
        else:
            self.line -= self.text.count("\n", position, self.counted)
            if position < self.line_start:
                self.line_start = self.text.rfind("\n", 0, position) + 1
        self.counted = position
        return self.line, position - self.line_start + 1

    def find(self, what: str, position: int) -> int:
        """Where a text stands next, or -1."""
        if self.seen.get(what, -1) < position:
            found = self.text.find(what, position)
            self.seen[what] = len(self.text) if found < 0 else found
        return self.seen[what] if self.seen[what] < len(self.text) else -1
