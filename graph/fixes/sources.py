"""What edits are planned from: the user's files, what was read from them, and where it stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.fixes.cells import Cell, Table, find_table
from graph.fixes.edits import Text, line_starts, read_text
from graph.fixes.entries import Span, find_key
from graph.fixes.numbers import Habit, habit_of
from graph.fixes.words import bare_key, fold
from graph.model import Evidence, File, Place, Reference

NUMBERS = (("value", "low", "high"), ("comparator_value", "comparator_low", "comparator_high"))
"""The columns of figures, those of a comparator apart."""

WHOLE_NUMBERS = ("n", "n_studies")
"""The columns of whole numbers."""


@dataclass(frozen=True)
class Sources:
    """The user's files, and the evidence that was read from them."""

    files: Sequence[File]
    evidence: Evidence

    @cached_property
    def claims(self) -> File | None:
        """The claims table; none where the claims are an article's sentences."""
        return next((file for file in self.files if file.role == "claims"), None)

    @cached_property
    def texts(self) -> dict[str, Text]:
        """The texts of the bibliography, by the names of its files, where they can be edited."""
        read = {file.name: read_text(file) for file in self.files if file.role == "references"}
        return {name: text for name, text in read.items() if text}

    @cached_property
    def lines(self) -> dict[str, list[int]]:
        """Where the lines of those texts begin, and the last one ends."""
        return {name: [*line_starts(text), len(text.text)] for name, text in self.texts.items()}

    @cached_property
    def table(self) -> Table | None:
        """The claims table, where it can be edited."""
        text = read_text(self.claims) if self.claims else None
        return find_table(text) if text else None

    @cached_property
    def habit(self) -> Habit:
        """How the claims table writes numbers."""
        if self.table is None or self.claims is None:
            return habit_of((), "")
        places = (claim.place for claim in self.evidence.claims.values())
        rows = (self.table.row(place.line) for place in places if place.file == self.claims.name)
        return habit_of([number for row in rows for number in numbers_in(row)], self.table.delimiter)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The keys that claims cite."""
        return frozenset(citation.reference for citation in self.evidence.citations())

    @cached_property
    def alike(self) -> dict[str, list[str]]:
        """The keys of references, by what is left of them without slips and quotes."""
        found: dict[str, list[str]] = {}
        for key in self.evidence.keys:
            found.setdefault(bare_key(key), []).append(key)
        return found

    @cached_property
    def folded(self) -> dict[str, str]:
        """The keys of references, with what they are compared by."""
        return fold(self.evidence.keys)

    @cached_property
    def meant(self) -> dict[str, str]:
        """The reference key that each unknown key was clearly meant to be, as far as they were looked up."""
        return {}

    def cell(self, place: Place) -> Cell | None:
        """The cell of the claims table at a place; none where that is elsewhere, or the table cannot be edited."""
        if self.table is None or self.claims is None or place.file != self.claims.name:
            return None
        return self.table.header.get(place.column) if place.line == 1 else self.table.cell(place.line, place.column)

    def key(self, reference: Reference) -> Span | None:
        """Where the key of a reference stands in its file, where that is certain."""
        file, line = reference.place.file, reference.place.line
        if file not in self.texts:
            return None
        starts = self.lines[file]
        return find_key(self.texts[file].text, (starts[line - 1], starts[line]), reference.key)


def numbers_in(row: Mapping[str, Cell]) -> Iterator[str]:
    """The cells of a row that must be numbers; `low` alone is none, as two that are a range may stand there."""
    for columns in NUMBERS:
        value, low, high = (row[column].value.strip() if column in row else "" for column in columns)
        yield from (value, low if value or high else "", high)
