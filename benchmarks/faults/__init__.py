"""Kinds of faults that people make in bibliographies and claims tables, each made on purpose by `inject`.

A kind changes files in one place, says which entry or row that is, and names the rules that should notice it. One that
finds nothing to spoil in the files does nothing.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from graph.exports.bibtex import field_value
from graph.model import Evidence


@dataclass
class Entry:
    """An entry of the bibliography with its fields as they are written; `raw` is written in place of all of it."""

    type: str
    key: str
    fields: dict[str, str]
    raw: str = ""

    def text(self) -> str:
        """The entry as BibTeX."""
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in self.fields.items())
        return self.raw or f"@{self.type}{{{self.key},\n{lines}}}\n"


@dataclass
class Files:
    """A bibliography and a claims table that can be spoiled; `line` is a row as it is written, by its number."""

    entries: list[Entry]
    columns: list[str]
    rows: list[dict[str, str]]
    line: dict[int, str] = field(default_factory=dict)
    header: str = ""
    values: list[dict[str, str]] = field(default_factory=list)
    retractions: str = ""
    article: str = ""

    def bibliography(self) -> str:
        """The bibliography."""
        return "".join(entry.text() for entry in self.entries)

    def lines(self, made: Made) -> dict[str, set[int]]:
        """The lines of what was spoiled, by file."""
        ends = list(accumulate(entry.text().count("\n") for entry in self.entries))
        starts = list(accumulate((self.row_text(each).count("\n") for each in range(len(self.rows))), initial=2))
        written = {number for number, entry in enumerate(self.entries) if f"reference:{entry.key}" in made.subjects}
        told = {number for number, row in enumerate(self.rows) if f"claim:{row['claim_id']}" in made.subjects}
        named = {number for number, row in enumerate(self.rows) if f"cause:{row['cause']}" in made.subjects}
        return {
            "references.bib": {
                line
                for each in {*made.entries, *written}
                for line in range(ends[each] - self.entries[each].text().count("\n") + 1, ends[each] + 1)
            },
            "claims.csv": {starts[each] for each in {*made.rows, *told, *named}} or {1},
            "evidence.csv": {2},
        }

    def row_text(self, number: int) -> str:
        """A row as it is written."""
        return self.line.get(number) or as_row([self.rows[number].get(column, "") for column in self.columns])

    def table(self) -> str:
        """The claims table."""
        return (self.header or as_row(self.columns)) + "".join(map(self.row_text, range(len(self.rows))))

    def source_values(self) -> str:
        """The table of source values; empty where there are none."""
        if not self.values:
            return ""
        columns = list(self.values[0])
        return "".join(map(as_row, [columns, *([row[column] for column in columns] for row in self.values)]))


def as_row(cells: Sequence[str]) -> str:
    """Cells as a line of CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def files_of(evidence: Evidence) -> Files:
    """Evidence as files that can be spoiled, all written in one way."""
    entries = [
        Entry(each.type, each.key, {name: field_value(name, each) for name in each.fields})
        for each in evidence.references.values()
    ]
    table = next((file.data.decode() for file in evidence.files if file.role == "claims"), "claim_id,cause,claim\n")
    header, *rows = csv.reader(io.StringIO(table, newline=""))
    return Files(entries, header, [dict(zip(header, row, strict=False)) for row in rows if any(row)])


@dataclass(frozen=True)
class Made:
    """What was spoiled: ids of nodes ("claim:c1") and the numbers of entries and rows, of which one must be named."""

    subjects: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()


Spoil = Callable[[Files, Random], Made | None]


@dataclass(frozen=True)
class Kind:
    """A kind of fault: what it is called, the rules of which one should notice it, and what makes it."""

    name: str
    rules: tuple[str, ...]
    spoil: Spoil
    of: str

    def inject(self, files: Files, random: Random) -> tuple[Files, Made] | None:
        """Files with one such fault, and what was spoiled; none where nothing can be."""
        spoiled = deepcopy(files)
        made = self.spoil(spoiled, random)
        return (spoiled, made) if made else None


KINDS: list[Kind] = []


def kind(*rules: str, of: str) -> Callable[[Spoil], Spoil]:
    """Add a kind of fault that one of these rules should notice."""

    def add(spoil: Spoil) -> Spoil:
        KINDS.append(Kind(spoil.__name__.replace("_", " "), rules, spoil, of))
        return spoil

    return add


def one_of(entries: Sequence[Entry], random: Random) -> Entry | None:
    """One of the entries, if there are any."""
    return random.choice(entries) if entries else None


def having(files: Files, *names: str) -> list[Entry]:
    """The entries that have all of these fields."""
    return [entry for entry in files.entries if all(entry.fields.get(name) for name in names)]


def reference(entry: Entry) -> Made:
    """An entry that was spoiled."""
    return Made((f"reference:{entry.key}",))


def change_field(files: Files, random: Random, name: str, change: Callable[[str], str]) -> Made | None:
    """Change a field of one of the entries that have it."""
    entry = one_of([each for each in having(files, name) if change(each.fields[name]) != each.fields[name]], random)
    if entry is None:
        return None
    entry.fields[name] = change(entry.fields[name])
    return reference(entry)


def some_rows(files: Files, *columns: str) -> list[int]:
    """The numbers of the rows that have all of these cells."""
    return [number for number, row in enumerate(files.rows) if all(row.get(column) for column in columns)]


def claim(files: Files, number: int) -> Made:
    """A row that was spoiled."""
    return Made((f"claim:{files.rows[number]['claim_id']}",))


def change_cell(files: Files, random: Random, column: str, change: Callable[[str], str], *others: str) -> Made | None:
    """Change a cell of one of the rows that have it, and these others."""
    numbers = [
        each
        for each in some_rows(files, column, *others)
        if change(files.rows[each][column]) != files.rows[each][column]
    ]
    if not numbers:
        return None
    number = random.choice(numbers)
    files.rows[number][column] = change(files.rows[number][column])
    return claim(files, number)


def ensure(files: Files, *columns: str) -> None:
    """Add columns that the table lacks."""
    files.columns += [column for column in columns if column not in files.columns]


def swapped(text: str, random: Random, pattern: str = r"[A-Za-z]{2}") -> str:
    """Text with two letters swapped, not the first of a word."""
    places = [
        each.start()
        for each in re.finditer(rf"(?<=[A-Za-z])(?={pattern})", text)
        if text[each.start()] != text[each.start() + 1]
    ]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def without_numbers(fields: dict[str, str]) -> None:
    """Leave out what tells two publications apart."""
    for name in ("doi", "pmid", "pmcid", "volume", "number", "pages", "url", "eprint"):
        fields.pop(name, None)


from faults import claims, references  # noqa: E402, F401 - they add their kinds to those above
