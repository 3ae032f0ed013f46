"""A bibliography, a claims table and what an audit is given beside them, as files that can be spoiled."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

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


@dataclass(frozen=True)
class Made:
    """What was spoiled, of which one must be named.

    These are ids of nodes ("claim:c1"), the numbers of entries and rows, words whose lines are meant in a text, and
    whole files.
    """

    subjects: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass
class Files:
    """A bibliography and a claims table; `line` is a row as it is written, by its number.

    `texts` are those of sources by key, `more` further files by name (bibliographies, or the article in the place of
    the table, which `manuscript` names), `saved_as` the encodings of files that are not in UTF-8.
    """

    entries: list[Entry]
    columns: list[str]
    rows: list[dict[str, str]]
    line: dict[int, str] = field(default_factory=dict)
    header: str = ""
    values: list[dict[str, str]] = field(default_factory=list)
    retractions: str = ""
    journals: str = ""
    article: str = ""
    baseline: str = ""
    manuscript: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    more: dict[str, str] = field(default_factory=dict)
    saved_as: dict[str, str] = field(default_factory=dict)

    def bibliography(self) -> str:
        """The bibliography."""
        return "".join(entry.text() for entry in self.entries)

    def lines(self, made: Made) -> dict[str, set[int]]:
        """The lines of what was spoiled, by file."""
        texts = {"article.md": self.article, "baseline.json": self.baseline, **self.more}
        return {
            "references.bib": set(self.entry_lines(made)),
            "claims.csv": set(self.row_lines(made)) or {1},
            "evidence.csv": {
                line for line, row in enumerate(self.values, start=2) if f"claim:{row['claim_id']}" in made.subjects
            },
            **{name: set(lines_with(made.words, text)) for name, text in texts.items()},
        }

    def entry_lines(self, made: Made) -> Iterator[int]:
        """The lines of the entries that were spoiled."""
        ends = list(accumulate(entry.text().count("\n") for entry in self.entries))
        for number, entry in enumerate(self.entries):
            is_whole = "references.bib" in made.files
            if is_whole or number in made.entries or f"reference:{entry.key}" in made.subjects:
                yield from range(ends[number] - entry.text().count("\n") + 1, ends[number] + 1)

    def row_lines(self, made: Made) -> Iterator[int]:
        """The lines on which the rows that were spoiled begin."""
        if "claims.csv" in made.files:
            yield from range(1, self.table().count("\n") + 1)
        starts = list(accumulate((self.row_text(each).count("\n") for each in range(len(self.rows))), initial=2))
        for number, row in enumerate(self.rows):
            if number in made.rows or {f"claim:{row['claim_id']}", f"cause:{row['cause']}"} & set(made.subjects):
                yield starts[number]

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


def lines_with(words: Sequence[str], text: str) -> Iterator[int]:
    """The numbers of the lines that have any of these words."""
    return (number for number, line in enumerate(text.split("\n"), start=1) if any(each in line for each in words))


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
