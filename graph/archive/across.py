"""What lies across the articles of a store, brought up to date: works, what rests on them, the findings about that."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from graph.archive.baseline import apply_baseline
from graph.archive.databases import Database, SqlDatabase
from graph.archive.decisions import DECISIONS, Decision, decided_rows, noticed_in_decisions, read_decisions
from graph.archive.found import digest_of
from graph.archive.questions import ARCHIVE_QUESTIONS, ArchiveQuestion
from graph.archive.rows import row_of_finding
from graph.archive.rules import ARCHIVE_RULES, BY_NAME, ArchiveRule, coded, noticed_in_archive, said_of_rule
from graph.archive.store import create_indexes, insert_lots, keep, replace_table, said
from graph.archive.tables import OF_ARCHIVE, ScalarRow, id_of
from graph.archive.uniting import unite_changed
from graph.auditing.baseline import Baseline
from graph.auditing.engine import EVERYTHING_USUAL
from graph.auditing.lists import Notice
from graph.auditing.report import Suppressed
from graph.auditing.settings import Settings
from graph.model import WIDER, Finding, Place
from graph.rules.retractions import CURES, NEWER, STANDING
from graph.rules.sources import journal_forms, same_journal
from graph.wording import count, in_parentheses

FIRST_ACROSS = 1_000_000
"""The number of the first of these findings, which come after those of the archive's files."""

Exceptions = Mapping[str, Mapping[str, str]]
"""Why rules are ignored, by the words that mean them, for each cause."""


def bring_up_to_date(
    store: sqlite3.Connection,
    decisions: Iterable[Decision] = (),
    settings: Settings = EVERYTHING_USUAL,
    baseline: Baseline | None = None,
) -> None:
    """Unite the works of a store, and put the findings about what lies across its articles among the others.

    Those about the archive are there as the settings ask for them; what the baseline knows of them is excused.
    """
    decisions = list(decisions)
    create_indexes(store)
    unite_changed(store, decided_rows(store, decisions))
    journals = [journal for (journal,) in store.execute("SELECT journal FROM journals")]
    replace_table(store, "listed_journals", listed_journals(SqlDatabase(store), journals))
    store.execute("DELETE FROM findings WHERE article = ? AND finding >= ?", (OF_ARCHIVE, FIRST_ACROSS))
    of_decisions = ((each, None) for each in noticed_in_decisions(store, decisions))
    found = enumerate(chain(findings_across(store, settings.causes), of_decisions), FIRST_ACROSS)
    insert_lots(store, "findings", (row_of_finding(OF_ARCHIVE, n, each, None, excuse) for n, (each, excuse) in found))
    for rule in ARCHIVE_RULES:
        obey(settings, rule, store)
    apply_baseline(store, baseline, settings)
    keep(store, {"decisions": mark_of(decisions)})


def obey(settings: Settings, rule: ArchiveRule, store: sqlite3.Connection) -> None:
    """Have the findings of a rule about archives as the settings ask for them."""
    severity, of_rule = said_of_rule(rule, settings), (OF_ARCHIVE, rule.code)
    if severity is None:
        store.execute("DELETE FROM findings WHERE article = ? AND code = ?", of_rule)
    elif severity != rule.severity:
        store.execute("UPDATE findings SET severity = ? WHERE article = ? AND code = ?", (severity, *of_rule))


def wants_works(store: sqlite3.Connection) -> bool:
    """Whether the works of a store are not known, or are by other decisions than those beside it.

    Raises UnusableError where these cannot be read.
    """
    if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'weights'").fetchone():
        return True
    return said(store, "decisions") != mark_of(decisions_beside(store))


def decisions_beside(store: sqlite3.Connection) -> list[Decision]:
    """The decisions in the folder of a store; none where there is no file."""
    path = decisions_path(store)
    return read_decisions(path) if path and path.is_file() else []


def decisions_path(store: sqlite3.Connection) -> Path | None:
    """Where a store's decisions are; None for one that is in no folder."""
    _, _, file = store.execute("PRAGMA database_list").fetchone()
    return Path(file).with_name(DECISIONS) if file else None


def mark_of(decisions: Sequence[Decision]) -> str:
    """Decisions as a short text."""
    return digest_of(repr(decisions).encode(errors="surrogatepass")) if decisions else ""


def notice_rows(retractions: Mapping[str, Notice]) -> list[ScalarRow]:
    """A list of retractions as rows of the table."""
    return [(id_of(key), each.state, each.date, each.reason) for key, each in sorted(retractions.items())]


JOURNALS = "SELECT DISTINCT journal, issn FROM article_references WHERE journal <> '' OR issn <> ''"


def listed_journals(database: Database, journals: Iterable[str]) -> list[ScalarRow]:
    """The journals of an archive that are on a list, each as it is written with its ISSN."""
    listed = {*map(same_journal, journals)}
    written = (tuple(row) for row in (database.rows(JOURNALS) if listed else ()))
    return [row for row in written if not listed.isdisjoint(journal_forms(*map(str, row)))]


def findings_across(store: sqlite3.Connection, causes: Exceptions) -> Iterator[tuple[Finding, Suppressed | None]]:
    """What the questions find that find faults, each at its place, and what excuses those about some `causes`."""
    for question in ARCHIVE_QUESTIONS.values():
        if question.rule:
            for cells in store.execute(question.sql):  # one by one, as there may be very many
                row = dict(zip(question.columns, cells, strict=True))
                finding = finding_of(question, row)
                reason = reason_for_cause(store, causes, row, BY_NAME[question.name]) if causes else ""
                yield finding, Suppressed(finding, "settings", reason) if reason else None


CAUSE_OF_CLAIM = """
SELECT u.name FROM claims c JOIN causes u ON u.article = c.article AND u.cause = c.cause
WHERE c.article = ? AND c.claim_id = ?
"""


def reason_for_cause(store: sqlite3.Connection, causes: Exceptions, row: Mapping[str, Any], rule: ArchiveRule) -> str:
    """Why a rule is ignored for the cause of the claim that a row is about, or for a wider one.

    An empty string where it is not ignored, or the row is about no claim.
    """
    found = store.execute(CAUSE_OF_CLAIM, (id_of(row["article"]), row.get("claim_id"))).fetchone()
    name = found[0] if found else ""
    while name:
        for word, why in causes.get(name, {}).items():
            if rule.code in coded(word):
                return why
        name = name.rpartition(WIDER)[0]
    return ""


def finding_of(question: ArchiveQuestion, row: Mapping[str, Any]) -> Finding:
    """A row of an answer as a finding."""
    place = Place(row["file"], row["line"])
    subject = f"article:{row['article']}"
    return noticed_in_archive(question.name, place, MESSAGES[question.name](row), subject, row.get("severity"))


def retracted_message(row: Mapping[str, Any]) -> str:
    """What is said of a reference that was taken back; the words are those of the rule for one article."""
    who = f"reference {row['key']!r}{in_parentheses(row['citation'])}"
    if row["severity"] == "info":
        return f"{who} {NEWER}"
    when = f" on {row['noticed']}" if row["noticed"] and row["state"] != "concern" else ""
    since = f", and the article was written {row['since']}" if row["since"] else ""
    reasons = ", ".join(filter(None, map(str.strip, re.split("[;+]", row["reason"]))))
    why = f" ({reasons})" if reasons else ""
    weight = f"; cited by {count(row['cited_by'], 'claim')}" if row["cited_by"] else ""
    return f"{who} {STANDING[row['state']][0]}{when}{since}{why}{weight}; {CURES[row['state']]}"


def listed_message(row: Mapping[str, Any]) -> str:
    """What is said of a reference in a listed journal; the words are those of the rule for one article."""
    who = f"reference {row['key']!r}{in_parentheses(row['citation'])}"
    return f"{who} appeared in {row['appeared_in']!r}, which is on your list; see what holds without it"


def contradiction_message(row: Mapping[str, Any]) -> str:
    """What is said of a claim that another article contradicts."""
    other = f"claim {row['other_claim']!r} of {row['other_article']} ({row['other_file']}:{row['other_line']})"
    who = f"claim {row['claim_id']!r}{in_parentheses(row['says'])}"
    if row["kind"] == "refuted":
        return f"{who} is refuted here, and sourced in {other}; look at the sources of both"
    here, there = reach(row), reach(row, "other_")
    return f"{who} says {here}, which does not overlap with the {there} of {other}; look at the sources of both"


def reach(row: Mapping[str, Any], which: str = "") -> str:
    """From where to where a claim's figure reaches, as one writes it; that of the other claim is the "other_"."""
    return f"{row[f'{which}low']:.10g} to {row[f'{which}high']:.10g}"


def clash_message(row: Mapping[str, Any]) -> str:
    """What is said of a reference whose identifier another article's reference has with an unlike title."""
    other = f"{row['other_key']!r}{in_parentheses(row['other_citation'])} of {row['other_article']}"
    who = f"reference {row['key']!r}{in_parentheses(row['citation'])}"
    return f"{who} has the {row['kind']} of {other}, whose title is another; look up which of the two is wrong"


def repeated_message(row: Mapping[str, Any]) -> str:
    """What is said of a claim that stands in several articles with other sources."""
    who = f"claim {row['claim_id']!r}{in_parentheses(row['says'])}"
    rest = f"stands in {count(row['articles'], 'article')}, which do not all rest on the same works"
    return f"{who} {rest}; see whether it can rest on those of the others"


MESSAGES = {
    "retracted": retracted_message,
    "contradictions": contradiction_message,
    "doi-clash": clash_message,
    "repeated": repeated_message,
    "listed-journals": listed_message,
}
"""What is said of a row of each question that finds faults."""
