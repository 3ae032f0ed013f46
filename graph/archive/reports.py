"""What the audit of an archive found, in a format: parts of text one after the other, however many there are."""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from graph.archive.listing import archive_folder
from graph.archive.packing import is_packed
from graph.archive.tables import OF_ARCHIVE
from graph.auditing.report import Suppressed, counted
from graph.model import SEVERITIES, Finding, Place, Severity
from graph.reports import names_for
from graph.reports.arranging import ShownFinding
from graph.reports.context import Paint, unpainted
from graph.reports.places import Shown
from graph.reports.text import entry_lines
from graph.wording import count, printable

WORST_ARTICLES, WORST_FINDINGS = 8, 3
"""How many articles, and how many findings of each, a terminal is shown unless more are asked for."""


class AuditedArticle(NamedTuple):
    """An article as the store has it: how much is in it, and how many findings of its own of each severity."""

    number: int
    name: str
    claims: int
    sourced: int
    references: int
    errors: int
    warnings: int
    infos: int
    failure: str | None


COLUMNS_OF_ARTICLE = "article, name, claims, sourced, references_read, errors, warnings, infos, failure"
COLUMNS_OF_FINDING = (
    "code, rule, severity, file, line, place_column, place_offset, subject, message, follows, suppressed_by, reason"
)
SEVERITY, FOLLOWS = (COLUMNS_OF_FINDING.split(", ").index(name) for name in ("severity", "follows"))
WORST_FIRST = "failure IS NULL, errors DESC, warnings DESC, infos DESC, name"


class KeptFinding(NamedTuple):
    """A finding as the store has it, its files as they are shown: what it follows from, and what excuses it."""

    finding: Finding
    follows: str | None
    suppressed: Suppressed | None


class ShownRow(NamedTuple):
    """A row of a finding that is to be shown, and whether it stands below the one that it follows from."""

    row: Sequence[Any]
    follows: bool = False


FINDINGS_BESIDE = """
SELECT severity, count(*) FROM findings
WHERE article = ? AND follows IS NULL AND suppressed_by IS NULL GROUP BY severity
"""
"""How many findings of each severity that follow from none are about something that is no article."""

FINDINGS_APART = """
SELECT coalesce(sum(CASE WHEN suppressed_by IS NULL THEN 1 ELSE 0 END), 0),
    coalesce(sum(CASE WHEN suppressed_by IS NULL THEN 0 ELSE 1 END), 0)
FROM findings WHERE follows IS NOT NULL OR suppressed_by IS NOT NULL
"""
"""How many findings follow from others, and how many are excused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How findings are shown: the least severity, how many at most, to a terminal or not, and what files are called.

    `most` is none where it depends on whether it is a terminal, and 0 is all of them. `beside` has what those files are
    called that are none of the archive's, by the name of the rule whose findings stand in them.
    """

    shown: Shown
    least: Severity = "info"
    most: int | None = None
    terminal: bool = False
    paint: Paint = unpainted
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def severities(self) -> tuple[Severity, ...]:
        """The severities that are shown."""
        return SEVERITIES[: SEVERITIES.index(self.least) + 1]


class ArchiveReport:
    """What is in a store, to be reported."""

    def __init__(self, store: sqlite3.Connection, view: View) -> None:
        self.store = store
        self.view = view

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many articles, claims and references there are, and findings of each severity that follow from none.

        Those that follow from another and those that are excused are counted apart.
        """
        names = ("articles", "claims", "sourced", "references", "not_read", *SEVERITIES)
        columns = ("claims", "sourced", "references_read", "failure IS NOT NULL", "errors", "warnings", "infos")
        sums = ", ".join(f"coalesce(sum({each}), 0)" for each in columns)
        row = self.store.execute(f"SELECT count(*), {sums} FROM articles").fetchone()  # noqa: S608 - our own
        totals = dict(zip(names, row, strict=True))
        for _, number in self.beside_articles:
            for severity, found in self.store.execute(FINDINGS_BESIDE, (number,)):
                totals[severity] += found
        return totals | dict(zip(("follows", "suppressed"), self.store.execute(FINDINGS_APART).fetchone(), strict=True))

    def articles(self, order: str = "name") -> Iterator[AuditedArticle]:
        """The articles in an order."""
        statement = f"SELECT {COLUMNS_OF_ARTICLE} FROM articles ORDER BY {order}"  # noqa: S608 - ours
        return map(AuditedArticle._make, self.store.execute(statement))

    @cached_property
    def beside_articles(self) -> Sequence[tuple[str, int]]:
        """What findings may be about that is no article: the archive, whose name is empty, and shared libraries."""
        statement = (
            "SELECT min(path), article FROM files WHERE path <> '' AND article NOT IN (SELECT article FROM articles)"
            " GROUP BY article ORDER BY 1"
        )
        return [("", OF_ARCHIVE), *self.store.execute(statement)]

    def groups(self) -> Iterator[tuple[str, int]]:
        """All that findings may be about, by name, each with its number in the store."""
        yield from self.beside_articles
        yield from ((article.name, article.number) for article in self.articles())

    def by_rule(self) -> Iterator[tuple[str, str, int, int]]:
        """The code and name of each rule that found something, how often, and in how many articles; none for all."""
        yield from self.store.execute(
            "SELECT code, rule, count(*), count(DISTINCT a.article) FROM findings LEFT JOIN articles a USING (article)"
            " WHERE suppressed_by IS NULL GROUP BY code, rule ORDER BY code"
        )

    def first(self, severity: Severity, most: int) -> Iterator[Finding]:
        """The first findings of a severity that follow from no other, by article."""
        statement = (
            f"SELECT {COLUMNS_OF_FINDING} FROM findings LEFT JOIN articles USING (article)"  # noqa: S608 - ours
            " WHERE severity = ? AND follows IS NULL AND suppressed_by IS NULL ORDER BY name, finding LIMIT ?"
        )
        return (self.kept_finding(*row).finding for row in self.store.execute(statement, (severity, most)))

    def findings(self, article: int) -> list[KeptFinding]:
        """The findings of an article in their order, those that are excused among them."""
        statement = f"SELECT {COLUMNS_OF_FINDING} FROM findings WHERE article = ? ORDER BY finding"  # noqa: S608 - ours
        return [self.kept_finding(*row) for row in self.store.execute(statement, (article,))]

    def shown_rows(self, article: int) -> list[ShownRow]:
        """The findings of an article that are to be shown, the worst first, each with what follows from it below it."""
        marks = ", ".join("?" * len(self.view.severities))
        statement = (
            f"SELECT {COLUMNS_OF_FINDING} FROM findings WHERE article = ? AND suppressed_by IS NULL"  # noqa: S608 - ours
            f" AND severity IN ({marks}) ORDER BY finding"
        )
        return in_trees(self.store.execute(statement, (article, *self.view.severities)).fetchall())

    def kept_finding(  # noqa: PLR0913, PLR0917 - a finding has this many parts
        self,
        code: str,
        rule: str,
        severity: Severity,
        file: str,
        line: int,
        column: str,
        offset: int,
        subject: str,
        message: str,
        follows: str | None,
        by: Any,
        reason: str | None,
    ) -> KeptFinding:
        """A finding from its row."""
        place = Place(self.view.beside.get(rule) or self.view.shown(file), line, column, offset)
        finding = Finding(code=code, rule=rule, severity=severity, place=place, subject=subject, message=message)
        excused = Suppressed(finding, by, reason or "") if by else None
        return KeptFinding(finding, follows and self.shown_mark(follows), excused)

    def shown_mark(self, mark: str) -> str:
        """What a finding is named by, "file:line code", with the file as it is shown."""
        file, _, rest = mark.rpartition(":")
        return f"{self.view.shown(file)}:{rest}"

    def fails(self, fail_on: Severity) -> bool:
        """Whether a finding is as bad as `fail_on`, or worse."""
        bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        marks = ", ".join("?" * len(bad))
        statement = f"SELECT 1 FROM findings WHERE suppressed_by IS NULL AND severity IN ({marks}) LIMIT 1"  # noqa: S608
        return self.store.execute(statement, bad).fetchone() is not None

    def summary(self) -> str:
        """One line: how much there is, and the findings by severity."""
        total = self.totals
        counts = [counted(total[each], each) for each in SEVERITIES]
        counts += [f"{total['follows']:,} that {'follows' if total['follows'] == 1 else 'follow'}"] * bool(
            total["follows"]
        )
        counts += [f"{total['suppressed']:,} suppressed"] * bool(total["suppressed"])
        found = ", ".join(counts)
        unread = f"; {count(total['not_read'], 'article')} not read" if total["not_read"] else ""
        return (
            f"{count(total['articles'], 'article')}, {count(total['claims'], 'claim')} ({total['sourced']:,} sourced),"
            f" {count(total['references'], 'reference')}: {found}{unread}"
        )


def archive_text(report: ArchiveReport) -> Iterator[str]:
    """The articles, the worst first, each with its findings, on a terminal the worst of these; then the summary."""
    brief = report.view.most is None and report.view.terminal
    each_most = WORST_FINDINGS if brief else sys.maxsize
    room = WORST_ARTICLES * WORST_FINDINGS if brief else report.view.most or sys.maxsize
    passed, hidden = 0, False
    for heading in headings_of(report):
        if room <= 0:
            break
        passed += heading.is_article
        rows = report.shown_rows(heading.number)
        most = min(len(rows), each_most, room)
        if rows or (heading.is_article and report.view.least == "info"):
            yield from finding_block(heading.title, shown_lines(report, rows[:most]), len(rows))
            room -= max(most, 1)
            hidden |= len(rows) > most
    if more := report.totals["articles"] - passed:
        yield f"... and {count(more, 'more article')}\n"
    if more or hidden:
        yield "all findings: --max 0; only errors: --quiet; one rule: --select CODE; or --format csv, json, ...\n"
    yield f"{report.summary()}\n"


def finding_block(title: str, lines: Sequence[str], total: int) -> Iterator[str]:
    """A title with lines below it, and how many more there would be in all."""
    yield f"{title}\n"
    yield from (f"    {line}\n" for line in lines)
    if total > len(lines):
        yield f"    ... and {count(total - len(lines), 'more finding')}\n"


class Heading(NamedTuple):
    """What findings are about: an article, or the archive and its libraries; `number` stands for it in the store."""

    title: str
    number: int
    is_article: bool


def headings_of(report: ArchiveReport) -> Iterator[Heading]:
    """The archive itself and its libraries, then the articles, the worst first."""
    for name, number in report.beside_articles:
        yield Heading(printable(name or "The archive"), number, is_article=False)
    for article in report.articles(WORST_FIRST):
        yield Heading(f"{printable(article.name)}: {in_numbers(article)}", article.number, is_article=True)


def in_numbers(article: AuditedArticle) -> str:
    """How much is in an article, and what was found."""
    if article.failure is not None:
        return "not read"
    sizes = f"{count(article.claims, 'claim')} ({article.sourced:,} sourced), {count(article.references, 'reference')}"
    numbers = (article.errors, article.warnings, article.infos)
    found = [counted(number, severity) for number, severity in zip(numbers, SEVERITIES, strict=True) if number]
    return f"{sizes}: {', '.join(found) or 'nothing found'}"


def in_trees(rows: Sequence[Sequence[Any]]) -> list[ShownRow]:
    """Rows of findings, the worst first, and what follows from each below it; most of them are only counted."""
    following: dict[str, list[ShownRow]] = defaultdict(list)
    for row in rows:
        if row[FOLLOWS] is not None:
            following[row[FOLLOWS]].append(ShownRow(row, follows=True))
    roots = sorted((row for row in rows if row[FOLLOWS] is None), key=lambda row: SEVERITIES.index(row[SEVERITY]))
    if not following:
        return [ShownRow(row) for row in roots]
    found = [each for row in roots for each in (ShownRow(row), *following.pop(mark_of_row(row), ()))]
    return found + [ShownRow(each.row) for left in following.values() for each in left]


def mark_of_row(row: Sequence[Any]) -> str:
    """What findings that follow from that of a row name it by: its place and code."""
    code, _, _, file, line, *_ = row
    return f"{file}:{line} {code}"


def shown_lines(report: ArchiveReport, rows: Iterable[ShownRow]) -> list[str]:
    """Findings as lines; what follows from another is indented below it."""
    shown = (ShownFinding(report.kept_finding(*each.row).finding, follows=each.follows) for each in rows)
    return [line for entry in shown for line in entry_lines(entry, report.view.paint)]


def shown_beside(paths: Mapping[str, str], output_format: str, here: Path) -> dict[str, str]:
    """How a format names files that are none of the archive's, each given by the rule that is about it."""
    return {rule: names_for(output_format, {"": path}, here)("") for rule, path in paths.items() if path}


def shown_from(root: str, output_format: str, here: Path) -> Shown:
    """How a format names the files of an archive, for a reader in the folder `here`; a packed one has none there."""
    if is_packed(root):
        return lambda name: name
    base = names_for(output_format, {"": archive_folder(root)}, here)("")
    return lru_cache(maxsize=64)(lambda name: PurePosixPath(base, name).as_posix())  # a file has many findings
