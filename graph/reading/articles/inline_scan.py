"""A block of Markdown while its text is read: its lines, the runs so far, and where what is open ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.reading.articles import Cited, Marker, Run
from graph.reading.articles.inline_citing import CITING_TAG, cited_alone, tag_citations

NOTHING = "\0"
"""What stands for each letter that is taken out of a line; a text that was cleaned has none of its own."""

LONGEST = 5000
"""How long what stands in brackets may be; an image's caption may be long."""

ANY_BRACKET = re.compile(r"\\.|`[^`\n]{1,200}`|[\[\]]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block, or what is left of it, with its number and the column that it begins at."""

    number: int
    column: int
    text: str

    @property
    def indent(self) -> int:
        """How many columns of white space it begins with."""
        start = self.text[: len(self.text) - len(self.text.lstrip())]
        return len(start.expandtabs(4))

    def from_letter(self, position: int) -> Line:
        """What is left of it from a letter on."""
        return Line(self.number, self.column + position, self.text[position:])

    def stripped(self) -> Line:
        """Without white space before it."""
        return self.from_letter(len(self.text) - len(self.text.lstrip()))


IMAGES = re.compile(
    r"(?>(?:\s*+(?:\[!\[[^\[\]]{0,300}\]\([^()\n]{0,1000}\)\]\([^()\n]{0,1000}\)"
    r"|!\[[^\[\]]{0,300}\]\([^()\n]{0,1000}\)))+)\s*+"
)
"""Images one behind the other, each perhaps a link."""


@dataclass(slots=True)
class Scan:
    """A block's text while it is read; `starts` say where its lines begin, `pairs` which brackets belong together.

    `skips` say where what belongs to a bracket ends, such as a link's address; `linked` how many runs there were before
    those of a link, by its closing bracket, and where it leads. `asides` are the notes that stand in the sentence,
    `begun` those that are not over: where each begins and ends, and how many runs were there before it.
    """

    text: str
    lines: Sequence[Line]
    starts: list[int]
    pairs: Mapping[int, int]
    runs: list[Run | Marker] = field(default_factory=list)
    skips: dict[int, int] = field(default_factory=dict)
    linked: dict[int, tuple[int, str]] = field(default_factory=dict)
    image_end: int = -1
    begun: list[tuple[int, int, int]] = field(default_factory=list)
    asides: list[tuple[Run | Marker, ...]] = field(default_factory=list)

    @property
    def is_image(self) -> bool:
        """Whether it is an image with its caption and nothing else, or a row of images, such as badges."""
        return self.image_end >= len(self.text.rstrip(f" \n{NOTHING}")) or bool(IMAGES.fullmatch(self.text))

    def place(self, position: int) -> tuple[int, int]:
        """The line and column of a letter."""
        index = bisect_right(self.starts, position) - 1
        line = self.lines[index]
        return line.number, line.column + position - self.starts[index]

    def keep(self, start: int, end: int) -> None:
        """Words that stand in the text just so; a line that begins elsewhere than its text begins a run."""
        first, last = bisect_right(self.starts, start), bisect_left(self.starts, end)
        cuts = [cut for cut in self.starts[first:last] if self.place(cut)[1] > 1]
        for begin, stop in pairwise([start, *cuts, end]):
            if begin < stop:
                self.runs.append(Run(self.text[begin:stop], *self.place(begin)))

    def put(self, text: str, position: int) -> None:
        """Words that stand in place of what is written."""
        self.runs.append(Run(text, *self.place(position)))

    def mark(self, cited: tuple[Cited, ...], start: int, end: int, *, spoken: bool = False) -> int:
        """A marker, and where it ends."""
        self.runs.append(Marker(cited, " ".join(self.text[start:end].split()), *self.place(start), spoken))
        return end

    def end_link(self, close: int) -> int:
        """End a link: its words lead where it does."""
        before, address = self.linked.get(close, (len(self.runs), ""))
        ended = [replace(run, address=address) if isinstance(run, Run) else run for run in self.runs[before:]]
        self.runs[before:] = ended
        return self.mark_tags(close, self.skips[close])

    def mark_tags(self, start: int, end: int) -> int:
        """The markers of site generators in a stretch of what is left out, and where that ends."""
        for match in CITING_TAG.finditer(self.text, start, end):
            self.mark(tag_citations(match), *match.span())
        return end

    def end_aside(self, end: int) -> int:
        """End the note in the sentence that was begun last: a marker, if it holds nothing but citations."""
        start, _, before = self.begun.pop()
        inside = tuple(self.runs[before:])
        del self.runs[before:]
        if cited := cited_alone(inside):
            return self.mark(cited, start, end)
        self.asides.append(inside)
        return end


def bracket_pairs(text: str) -> dict[int, int]:
    """Where the bracket that begins at a place ends."""
    pairs: dict[int, int] = {}
    begun: list[int] = []
    for match in ANY_BRACKET.finditer(text):
        if match.group() == "[":
            begun.append(match.start())
        elif match.group() == "]" and begun and match.start() - begun[-1] < LONGEST:
            pairs[begun.pop()] = match.start()
    return pairs
