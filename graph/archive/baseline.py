"""What is known already of an archive: one baseline of all its articles, in which each line says of which it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Literal

from graph.archive.reports import ArchiveReport, View
from graph.archive.rows import row_of_finding
from graph.archive.rules import ARCHIVE_RULES, for_articles, said_of_rule
from graph.archive.store import add_rows
from graph.archive.tables import OF_ARCHIVE
from graph.auditing.baseline import Baseline, baseline_lines, numbered, read_baseline
from graph.auditing.choosing import choose, severities
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.model import Evidence, Finding, Severity
from graph.rules import RULES
from graph.rules.suppressions import stale_baseline

KNOWN_ALREADY: Literal["baseline"] = "baseline"
"""What excuses a finding that is known already."""

NOT_KEPT = frozenset({stale_baseline.name, "unread-article"})
"""What no baseline holds: its own age, and that an article could not be read, which is always told."""

FIRST_STALE = 2_000_000
"""The number of the first of the findings about the baseline, which come last."""


def baseline_of(settings: Settings) -> Baseline | None:
    """The baseline of an archive that settings name, if they name one; raises as `read_baseline` does."""
    return read_baseline(settings.baseline, of_archive=True) if settings.baseline else None


def archive_baseline(report: ArchiveReport) -> Iterator[str]:
    """All that is found as a baseline, a line a finding, but for what is excused elsewhere and the old one's age."""
    lines = (line for name, number in report.groups() for line in known_lines(report, name, number))
    yield "["
    for position, line in enumerate(lines):
        yield f"{',' if position else ''}\n{line}"
    yield "\n]\n"


def known_lines(report: ArchiveReport, name: str, number: int) -> list[str]:
    """The lines of a new baseline about an article."""
    found = (each for each in report.findings(number) if each.suppressed is None or each.suppressed.by == KNOWN_ALREADY)
    return baseline_lines((each.finding for each in found if each.finding.rule not in NOT_KEPT), name)


def apply_baseline(store: sqlite3.Connection, baseline: Baseline | None, settings: Settings) -> None:
    """Excuse the findings about an archive as a whole that its baseline knows, and add what the baseline knows in vain.

    Those about an article are excused where it is audited.
    """
    if baseline is None:
        return
    own = baseline.of("") or Baseline(baseline.file, ())
    report = ArchiveReport(store, View(shown=str))
    found = [each.finding for each in report.findings(OF_ARCHIVE)]
    excuse_known(store, found, {each.fingerprint for each in own.known})
    if any(rule is stale_baseline for rule in choose(RULES, for_articles(settings))[0]):
        names = {name for name, _ in report.groups()}
        severity = severities(RULES, for_articles(settings)).get(stale_baseline.code, stale_baseline.severity)
        stale = [*stale_of_archive(found, own, settings), *stale_of_gone(baseline, names)]
        rows = [row_of_finding(OF_ARCHIVE, *each) for each in enumerate(with_severity(stale, severity), FIRST_STALE)]
        add_rows(store, {"findings": rows})


def excuse_known(store: sqlite3.Connection, found: Sequence[Finding], known: AbstractSet[str]) -> None:
    """Excuse what is known already of the findings about an archive."""
    rows = store.execute("SELECT finding FROM findings WHERE article = ? ORDER BY finding", (OF_ARCHIVE,)).fetchall()
    excused = [
        (KNOWN_ALREADY, "known already", OF_ARCHIVE, position)
        for (position,), (mark, _) in zip(rows, numbered(found), strict=True)
        if mark in known
    ]
    store.executemany("UPDATE findings SET suppressed_by = ?, reason = ? WHERE article = ? AND finding = ?", excused)


def stale_of_archive(found: Sequence[Finding], own: Baseline, settings: Settings) -> Iterator[Finding]:
    """What the baseline knows of the archive itself that no longer occurs, of the rules that are asked for."""
    checked = frozenset(rule.code.casefold() for rule in ARCHIVE_RULES if said_of_rule(rule, settings))
    given = Given(found=tuple(found), checked=checked, baseline=own)
    return stale_baseline.findings(Evidence(references={}, claims={}, causes={}), given)


def stale_of_gone(baseline: Baseline, names: AbstractSet[str]) -> Iterator[Finding]:
    """The articles that the baseline knows and the archive does not have, each at its first line."""
    for name, part in baseline.articles.items():
        if name not in names:
            message = f"knows of {name!r}, which the archive does not have any more; write the baseline anew"
            yield Finding(
                code=stale_baseline.code,
                rule=stale_baseline.name,
                severity=stale_baseline.severity,
                place=part.known[0].place,
                subject=f"article:{name}",
                message=message,
            )


def with_severity(findings: Iterable[Finding], severity: Severity) -> Iterator[Finding]:
    """Findings as severe as the settings have them."""
    return (replace(each, severity=severity) for each in findings)
