"""What lies across the articles of a store, brought up to date: works, what rests on them, the findings about that."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.archive.databases import Row, SqlDatabase
from graph.archive.decisions import Decision, decided_rows, noticed_in_decisions
from graph.archive.questions import ARCHIVE_QUESTIONS, ArchiveQuestion
from graph.archive.rows import row_of_finding
from graph.archive.rules import noticed_in_archive
from graph.archive.store import insert, replace_table
from graph.archive.tables import OF_ARCHIVE, id_of
from graph.archive.works import unite
from graph.auditing.lists import Notice
from graph.model import Finding, Place
from graph.rules.retractions import CURES, NEWER, STANDING
from graph.wording import count, in_parentheses

ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def bring_up_to_date(
    store: sqlite3.Connection, decisions: Iterable[Decision] = (), retractions: Mapping[str, Notice] | None = None
) -> None:
    """Unite the works of a store, and put the findings about what lies across its articles among the others."""
    decisions = list(decisions)
    if retractions is not None:
        replace_table(store, "retractions", notice_rows(retractions))
    store.execute("CREATE INDEX IF NOT EXISTS retractions_by_identity ON retractions (identity)")
    unite(SqlDatabase(store), decided_rows(store, decisions))
    store.execute("DELETE FROM findings WHERE article = ? AND code > 'ARC100'", (OF_ARCHIVE,))
    (known,) = store.execute("SELECT COUNT(*) FROM findings WHERE article = ?", (OF_ARCHIVE,)).fetchone()
    found = [*findings_across(store), *noticed_in_decisions(store, decisions)]
    rows = [row_of_finding(OF_ARCHIVE, number, each) for number, each in enumerate(found, known)]
    if rows:
        insert(store, "findings", rows)


def notice_rows(retractions: Mapping[str, Notice]) -> list[Row]:
    """A list of retractions as rows of the table; a date that nobody can compare is left out."""
    return [
        (id_of(key), each.state, each.date if ISO_DATE.fullmatch(each.date) else "", each.reason)
        for key, each in sorted(retractions.items())
    ]


def findings_across(store: sqlite3.Connection) -> Iterator[Finding]:
    """What the questions find that find faults, each at its place."""
    for question in ARCHIVE_QUESTIONS.values():
        if question.rule:
            for row in SqlDatabase(store).rows(question.sql):
                yield finding_of(question, dict(zip(question.columns, row, strict=True)))


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


def contradiction_message(row: Mapping[str, Any]) -> str:
    """What is said of a claim that another article contradicts."""
    other = f"claim {row['other_claim']!r} of {row['other_article']} ({row['other_file']}:{row['other_line']})"
    who = f"claim {row['claim_id']!r}{in_parentheses(row['says'])}"
    if row["kind"] == "refuted":
        return f"{who} is refuted here, and sourced in {other}; look at the sources of both"
    here, there = (f"{row[low]:g} to {row[high]:g}" for low, high in (("low", "high"), ("other_low", "other_high")))
    return f"{who} says {here}, which does not overlap with the {there} of {other}; look at the sources of both"


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
}
"""What is said of a row of each question that finds faults."""
