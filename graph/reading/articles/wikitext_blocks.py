"""The lines of a page of wikitext -> passages: paragraphs, items, and what is called in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.reading.articles import Marker, Passage, PassageKind, Run

ITEM_SIGNS = re.compile(r"[*#:;]+\s*")
RULE = re.compile(r"\s*-{4,}\s*")


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage in another one, or between two: a note, a caption, a quotation, a row of a table."""

    kind: PassageKind
    parts: tuple[Run | Marker | Aside, ...]


Inline = Run | Marker | Aside


@dataclass(slots=True)
class WikiBlocks:
    """Makes passages of lines; `path` are the headings above, `open` what goes on, `asides` what is called in it."""

    passages: list[Passage] = field(default_factory=list)
    path: list[tuple[int, str]] = field(default_factory=list)
    open: list[Run | Marker] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)

    def go_under(self, level: int, heading: str) -> None:
        """A heading, which ends all of its level and below."""
        if level:
            self.path = [*(each for each in self.path if each[0] < level), (level, heading)]

    def read(self, parts: Iterable[Inline]) -> None:
        """Take the lines of a section."""
        for line in lines_of(parts):
            self.read_line(line)
        self.end()

    def read_line(self, line: Sequence[Inline]) -> None:
        """Take a line: a paragraph ends where one is empty, and before and behind items, quotations and tables."""
        words = [each for each in line if not isinstance(each, Aside)]
        asides = [each for each in line if isinstance(each, Aside)]
        first = words[0] if words else None
        sign = ITEM_SIGNS.match(first.text) if isinstance(first, Run) else None
        is_empty = not has_words(words) or bool(RULE.fullmatch("".join(each.text for each in words)))
        if is_empty or sign:
            self.end()
        if sign and isinstance(first, Run):
            words[0] = Run(first.text[sign.end() :], first.line, first.column + sign.end())
        if not is_empty:
            self.open += words
        self.asides += asides
        if sign:
            self.end("text" if set(sign.group().strip()) == {":"} else "item")
        elif any(each.kind in {"quotation", "table"} for each in asides):
            self.end()

    def end(self, kind: PassageKind = "text") -> None:
        """End the passage that is open; what was called in it comes behind."""
        self.add(self.open, kind)
        stack = self.asides[::-1]
        self.open, self.asides = [], []
        while stack:
            aside = stack.pop()
            self.add([each for each in aside.parts if not isinstance(each, Aside)], aside.kind)
            stack += [each for each in reversed(aside.parts) if isinstance(each, Aside)]

    def add(self, runs: Sequence[Run | Marker], kind: PassageKind) -> None:
        """Add a passage; without words and markers it is none."""
        if has_words(runs):
            headings = tuple(heading for _, heading in self.path if heading)
            self.passages.append(Passage(tuple(runs), headings, kind))


def has_words(runs: Sequence[Run | Marker]) -> bool:
    """Whether there are words or markers."""
    return any(isinstance(each, Marker) or each.text.strip() for each in runs)


def lines_of(parts: Iterable[Inline]) -> Iterator[list[Inline]]:
    """The lines of what was read; the break of each belongs to it."""
    line: list[Inline] = []
    for part in parts:
        if not isinstance(part, Run):
            line.append(part)
            continue
        number, column = part.line, part.column
        *whole, rest = part.text.split("\n")
        for text in whole:
            yield [*line, Run(f"{text}\n", number, column)]
            line, number, column = [], number + 1, 1
        if rest:
            line.append(Run(rest, number, column))
    if line:
        yield line
