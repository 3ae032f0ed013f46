"""Works that may be one: pairs that are proposed to a person, and what the person has decided, in one CSV file.

A proposal is two references of unlike identities with nearly one title and nearly one year. It unites nothing until
somebody writes `same` beside it; `different` keeps it from being proposed again.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from graph.archive.rules import noticed_in_archive
from graph.archive.tables import ScalarRow, id_of
from graph.model import Finding, Place, UnusableError
from graph.reading.limits import USUAL_LIMITS, bytes_of
from graph.reading.problems import Problems
from graph.reading.table import Row as TableRow
from graph.reading.table import read_table
from graph.reading.text import clean, decode
from graph.reports.columns import CellValue
from graph.texts.forms import words

DECISIONS = "works.csv"
"""What the file is called that is looked for in the folder of an archive's results."""

DECISION_COLUMNS = (
    "decision",
    "likeness",
    *("citation_1", "article_1", "key_1"),
    *("citation_2", "article_2", "key_2"),
)
NAMES_IN_ROW = ("article_1", "key_1", "article_2", "key_2")
ONE_WORK, TWO_WORKS = "same", "different"

LIKENESS = 92
"""How alike two titles are at least that are proposed, of 100."""

YEARS_BETWEEN = 1
"""How many years may be between them: a preprint is often of the year before."""

LONG_WORDS, OPENING_LETTERS, MOST_IN_BLOCK = 3, 5, 200
"""Titles are compared that share the first letters of one of their longest words, unless very many do."""


TITLE_NUMBER = re.compile(r"[^\W\d]*\d\w*|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
"""A word of a title that is a number, or has one: "2", "2004", "3d", "iv"."""


class CitedReference(NamedTuple):
    """A reference of an article, by their names."""

    article: str
    key: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person has said of two references, and where; `likeness` and `citations` stand in the row beside it."""

    place: Place
    said: str
    one: CitedReference
    other: CitedReference
    likeness: str = ""
    citations: tuple[str, str] = ("", "")


class WorkEntry(NamedTuple):
    """A work as the first article that cites it has it: what is compared, and what a person is shown."""

    work: int
    form: str
    year: int | None
    cited: CitedReference
    citation: str


class Proposal(NamedTuple):
    """Two works that may be one, and how alike their titles are, of 100."""

    likeness: int
    one: WorkEntry
    other: WorkEntry


ENTRIES_SQL = """
SELECT w.work, a.name, r.key, r.citation, r.title, r.journal, r.printed, r.doi, r.pmid, r.year
FROM works w
JOIN article_references r ON r.article = w.article AND r.reference = w.reference
JOIN articles a ON a.article = w.article
WHERE r.title <> ''
ORDER BY CASE WHEN r.year IS NULL THEN 1 ELSE 0 END, a.name, r.reference
"""

NUMBER_SQL = "SELECT reference FROM article_references WHERE article = ? AND key = ?"

WORK_SQL = """
SELECT w.work FROM article_references r JOIN works w ON w.article = r.article AND w.reference = r.reference
WHERE r.article = ? AND r.key = ?
"""


def proposed_works(store: sqlite3.Connection, decisions: Iterable[Decision] = ()) -> list[Proposal]:
    """The pairs of works that may be one, the likeliest first; none that a person has decided about."""
    from rapidfuzz import fuzz

    entries: dict[int, WorkEntry] = {}
    for row in store.execute(ENTRIES_SQL):
        entries.setdefault(row[0], entry_of(*row))
    done = {frozenset((work_of(store, each.one), work_of(store, each.other))) for each in decisions}
    found = []
    for one, other in sorted(pairs_alike(list(entries.values()))):
        first, second = sorted((entries[one], entries[other]), key=lambda entry: entry.cited)
        if numbered_apart(first.form, second.form):
            continue
        likeness = fuzz.ratio(first.form, second.form, score_cutoff=LIKENESS)
        if likeness and frozenset((one, other)) not in done:
            found.append(Proposal(int(likeness), first, second))
    return sorted(found, key=lambda each: (-each.likeness, each.one.cited, each.other.cited))


def entry_of(work: int, article: str, key: str, citation: str, title: str, *rest: Any) -> WorkEntry:
    """A row as an entry."""
    journal, printed, doi, pmid, year = rest
    where = " ".join(filter(None, (journal, printed)))
    known = [f"doi:{doi}"] * bool(doi) + [f"PMID {pmid}"] * bool(pmid)
    shown = ". ".join(filter(None, (citation, title.rstrip("."), where, *known)))
    return WorkEntry(work, " ".join(words(title)), year, CitedReference(article, key), shown)


def pairs_alike(entries: Sequence[WorkEntry]) -> set[tuple[int, int]]:
    """The pairs of works that are compared: of nearly one year, or both of none, with a long word that begins alike."""
    blocks: dict[tuple[int | None, str], list[WorkEntry]] = defaultdict(list)
    for entry in entries:
        longest = sorted(entry.form.split(), key=lambda word: (-len(word), word))[:LONG_WORDS]
        years = (None,) if entry.year is None else (entry.year, entry.year + YEARS_BETWEEN)
        for opening in {word[:OPENING_LETTERS] for word in longest}:
            for year in years:
                blocks[year, opening].append(entry)
    return {
        (min(one.work, other.work), max(one.work, other.work))
        for block in blocks.values()
        if len(block) <= MOST_IN_BLOCK
        for one, other in combinations(block, 2)
        if len_alike(one.form, other.form)
    }


def numbered_apart(one: str, other: str) -> bool:
    """Whether two titles have numbers, and not the same: "Part 1" and "Part 2", the proceedings of two years."""
    numbers = [sorted(filter(TITLE_NUMBER.fullmatch, title.split())) for title in (one, other)]
    return all(numbers) and numbers[0] != numbers[1]


def len_alike(one: str, other: str) -> bool:
    """Whether two titles are of lengths that nearly the same ones can have."""
    return min(len(one), len(other)) * (200 - LIKENESS) >= max(len(one), len(other)) * LIKENESS


def work_of(store: sqlite3.Connection, cited: CitedReference) -> int | None:
    """The work that a reference is; None where there is no such reference."""
    row = store.execute(WORK_SQL, (id_of(cited.article), cited.key)).fetchone()
    return int(row[0]) if row else None


def decided_rows(store: sqlite3.Connection, decisions: Iterable[Decision]) -> list[ScalarRow]:
    """The references that somebody has said are the same, each two with an identity of their own."""
    rows: list[ScalarRow] = []
    for each in decisions:
        numbers = [(id_of(cited.article), *number_in_article(store, cited)) for cited in (each.one, each.other)]
        if each.said == ONE_WORK and all(len(number) > 1 for number in numbers):
            rows += [(*number, id_of(f"same:{each.one}|{each.other}")) for number in numbers]
    return rows


def number_in_article(store: sqlite3.Connection, cited: CitedReference) -> tuple[Any, ...]:
    """The number of a reference in its article; nothing where there is none."""
    return tuple(store.execute(NUMBER_SQL, (id_of(cited.article), cited.key)).fetchone() or ())


def noticed_in_decisions(store: sqlite3.Connection, decisions: Iterable[Decision]) -> Iterator[Finding]:
    """The decisions that cannot be obeyed, when the works are united by the others."""
    for each in decisions:
        works = [work_of(store, cited) for cited in (each.one, each.other)]
        gone = [cited for cited, work in zip((each.one, each.other), works, strict=True) if work is None]
        if gone:
            message = f"there is no reference {gone[0].key!r} in {gone[0].article!r}; delete the row, or mend its name"
            yield noticed_in_archive("unobeyed-decision", each.place, message)
        elif each.said not in {ONE_WORK, TWO_WORKS}:
            message = f"{each.said!r} is no decision; write {ONE_WORK} or {TWO_WORKS}"
            yield noticed_in_archive("unobeyed-decision", each.place, message)
        elif each.said == TWO_WORKS and works[0] == works[1]:
            message = (
                f"{each.one.key!r} of {each.one.article} and {each.other.key!r} of {each.other.article} are one work by"
                f" their identifiers, titles or other rows; look up which of these is wrong, or delete this row"
            )
            yield noticed_in_archive("unobeyed-decision", each.place, message)


def proposal_rows(found: Iterable[Proposal], decisions: Iterable[Decision]) -> Iterator[Mapping[str, CellValue]]:
    """What the file has: the decisions as they are, then what is proposed, without a decision."""
    for each in decisions:
        (one, first), (other, second), (citation, other_citation) = each.one, each.other, each.citations
        yield decision_row(each.said, each.likeness, citation, one, first, other_citation, other, second)
    for likeness, this, that in found:
        yield decision_row("", likeness, this.citation, *this.cited, that.citation, *that.cited)


def decision_row(*cells: CellValue) -> Mapping[str, CellValue]:
    """A row of the file."""
    return dict(zip(DECISION_COLUMNS, cells, strict=True))


def with_further(decisions: Sequence[Decision], further: Iterable[Decision]) -> list[Decision]:
    """Decisions, and those of another file about works that they say nothing of."""
    decided = {frozenset((each.one, each.other)) for each in decisions}
    return [*decisions, *(each for each in further if frozenset((each.one, each.other)) not in decided)]


def read_decisions(path: str | os.PathLike[str]) -> list[Decision]:
    """The rows of the file in which somebody has written something.

    Raises OSError where it cannot be opened, and UnusableError where a row cannot be read: its decision would be lost.
    """
    name = Path(path).name
    text, _ = clean(decode(bytes_of(os.fspath(path), USUAL_LIMITS), name)[0], name)
    problems = Problems(name)
    found = [decision_of(row, name) for row in read_table(text, problems, NAMES_IN_ROW, DECISION_COLUMNS)]
    for problem in problems.problems:
        if problem.severity != "info":
            where = problem.place._replace(file=os.fspath(path))
            raise UnusableError(f"{where}: {problem.message}; mend this, as what is decided there would be lost")
    return [each for each in found if each.said]


def decision_of(row: TableRow, name: str) -> Decision:
    """A row of the file; the apostrophe that keeps a spreadsheet from taking a cell for a formula is none of it."""
    one, first, other, second = (row[column].removeprefix("'") for column in NAMES_IN_ROW)
    return Decision(
        place=Place(name, row.line, "decision"),
        said=row["decision"].casefold(),
        one=CitedReference(one, first),
        other=CitedReference(other, second),
        likeness=row["likeness"],
        citations=(row["citation_1"], row["citation_2"]),
    )
