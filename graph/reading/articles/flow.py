"""The passages of an article in XML, as they are met one element after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.reading.articles import Cited, Passage, PassageKind, Run
from graph.reading.articles.elements import Words
from graph.reading.articles.links import Link, with_markers

NO_TEXT = "the file has no text of the article, only what is known about it; it may be kept as a scan"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage whose links are no markers yet."""

    runs: tuple[Run | Link, ...]
    headings: tuple[str, ...]
    kind: PassageKind


@dataclass(slots=True)
class Flow:
    """What is read so far; `levels` are the headings of the sections that are open, empty where they have none.

    `apart` is what is cited in no passage.
    """

    levels: list[str] = field(default_factory=list)
    kinds: list[PassageKind] = field(default_factory=list)
    runs: list[Run | Link] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    apart: list[Cited] = field(default_factory=list)

    def words(self, words: Words) -> None:
        """Add words to the passage that is open."""
        self.runs.append(Run(words.text, words.line, words.column))

    def space(self, line: int, column: int) -> None:
        """Keep words apart that no white space is between in the file."""
        if self.runs:
            self.runs.append(Run(" ", line, column))

    def end_passage(self, kind: PassageKind = "text") -> None:
        """End the passage that is open, of this kind if nothing around it has one; without words it is none."""
        if any(isinstance(run, Link) or not run.text.isspace() for run in self.runs):
            headings = tuple(filter(None, self.levels))
            self.stretches.append(Stretch(tuple(self.runs), headings, self.kinds[-1] if self.kinds else kind))
        self.runs.clear()

    def passages(self, labels: Mapping[str, str]) -> tuple[Passage, ...]:
        """The passages with their markers; `labels` lead from a number in the list of references to a key."""
        return tuple(Passage(with_markers(each.runs, labels), each.headings, each.kind) for each in self.stretches)
