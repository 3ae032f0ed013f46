"""The works of a store brought up to date: all of them anew, or those alone that hang together with what has changed.

Works hang together by identities, whether these are believed or not. So what an article has, had, and what shares an
identity with that, and so on, is a part that is united by itself, and takes the place of what the store had of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from graph.archive.databases import SqlDatabase
from graph.archive.found import digest_of
from graph.archive.store import create_table, insert_lots, keep, said
from graph.archive.tables import ACROSS_TABLES, ARCHIVE_TABLES, SQL_NAMES, ScalarRow
from graph.archive.works import DECIDED_COLUMNS, unite, unite_references, weigh

SHARE_TOUCHED = 10
"""One of how many articles may have changed, so that a part is united and not the whole."""

REACHED = """
CREATE TEMP TABLE reached AS
WITH RECURSIVE found (identity) AS (
    SELECT identity FROM touched
    UNION
    SELECT i.identity FROM decided d CROSS JOIN identities i WHERE i.article = d.article AND i.reference = d.reference
    UNION
    SELECT beside.identity
    FROM found CROSS JOIN identities i CROSS JOIN identities beside
    WHERE i.identity = found.identity AND beside.article = i.article AND beside.reference = i.reference
)
SELECT DISTINCT i.article, i.reference FROM found CROSS JOIN identities i WHERE i.identity = found.identity
"""
"""The references that hang together with what has changed, and with what a person has decided about."""

RESTING = """
CREATE TEMP TABLE resting AS
SELECT DISTINCT c.article, c.claim
FROM reached r CROSS JOIN citations c WHERE c.article = r.article AND c.reference = r.reference
"""
"""The claims that cite these."""

FORMER = """
CREATE TEMP TABLE former AS
SELECT w.work FROM works w WHERE w.article IN (SELECT article FROM touched)
UNION
SELECT w.work FROM reached r CROSS JOIN works w WHERE w.article = r.article AND w.reference = r.reference
"""
"""The works that they were."""

UNTOUCHED = """
SELECT DISTINCT w.work, w.article, w.reference
FROM resting s CROSS JOIN citations c CROSS JOIN works w
WHERE c.article = s.article AND c.claim = s.claim AND w.article = c.article AND w.reference = c.reference
    AND NOT EXISTS (SELECT 1 FROM reached r WHERE r.article = w.article AND r.reference = w.reference)
"""
"""What else such claims rest on, which stays the work that it was."""

BY_REFERENCE = "CROSS JOIN {table} t WHERE t.article = r.article AND t.reference = r.reference"
OF_REACHED = f"IN (SELECT t.rowid FROM reached r {BY_REFERENCE})"  # noqa: S608 - our own words
OF_RESTING = "IN (SELECT t.rowid FROM resting r CROSS JOIN {table} t WHERE t.article = r.article AND t.claim = r.claim)"
OF_PART = f"IN (SELECT t.rowid FROM article_references r {BY_REFERENCE.format(table='works')})"  # noqa: S608 - ours
"""Which rows of a table are those of the references that were reached, of the claims that cite them, and of a part."""

TABLES_OF_PART = {"identities": OF_REACHED, "article_references": OF_REACHED, "citations": OF_RESTING}
"""What a part has of the tables of articles."""

REPLACED = {"works": OF_REACHED, "apart": OF_REACHED, "rests": OF_RESTING}
"""What of the tables of works gives way to those of the part."""


def touch(store: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Note what articles have, before that gives way or when it is new, unless all is to be united anyhow."""
    if said(store, "united"):
        statement = "INSERT INTO touched SELECT article, identity FROM identities WHERE article = ?"
        store.executemany(statement, ((article,) for article in articles))


def unite_all(store: sqlite3.Connection) -> None:
    """Have all works united anew when they are asked for."""
    keep(store, {"united": ""})


def unite_changed(store: sqlite3.Connection, decided: Sequence[ScalarRow] = ()) -> None:
    """Bring the works of a store up to date; `decided` are the references that a person has said are one."""
    mark = digest_of(repr(decided).encode())
    if said(store, "united") != mark:
        unite(SqlDatabase(store), decided)
    elif store.execute("SELECT 1 FROM touched LIMIT 1").fetchone():
        unite_touched(store, decided)
    store.execute("DELETE FROM touched")
    keep(store, {"united": mark})


def unite_touched(store: sqlite3.Connection, decided: Sequence[ScalarRow]) -> None:
    """Unite what hangs together with what has changed, and put it in place of what the store had of it."""
    scratch = SqlDatabase(store, "TEMP TABLE")
    scratch.add("decided", DECIDED_COLUMNS, decided)
    for statement in (REACHED, "CREATE INDEX reached_by ON reached (article, reference)", RESTING, FORMER):
        store.execute(statement)
    part = touched_part(store)
    unite_references(SqlDatabase(part), decided)
    insert_lots(part, "works", store.execute(UNTOUCHED))
    weigh(SqlDatabase(part))
    part.execute(f"DELETE FROM works WHERE rowid NOT {OF_PART}")  # noqa: S608 - our own words
    put_in_store(store, part)
    scratch.drop(["decided", "reached", "resting", "former"])
    part.close()


def touched_part(store: sqlite3.Connection) -> sqlite3.Connection:
    """The references that hang together with what has changed, and the claims that cite them, in a store of their own.

    It is in memory, or on the disk for as long as it is open.
    """
    part = sqlite3.connect("", isolation_level=None)
    for table, columns in ARCHIVE_TABLES.items():
        name = SQL_NAMES[table]
        if name in TABLES_OF_PART:
            create_table(part, name, columns)
            rows = store.execute(f"SELECT * FROM {name} WHERE rowid {TABLES_OF_PART[name].format(table=name)}")  # noqa: S608 - ours
            insert_lots(part, name, rows)
    return part


def put_in_store(store: sqlite3.Connection, part: sqlite3.Connection) -> None:
    """Put the works of a part, and what rests on them, in place of what the store had of them."""
    for table, where in REPLACED.items():
        store.execute(f"DELETE FROM {table} WHERE article IN (SELECT article FROM touched)")  # noqa: S608 - ours
        store.execute(f"DELETE FROM {table} WHERE rowid {where.format(table=table)}")  # noqa: S608 - ours
    store.execute("DELETE FROM weights WHERE work IN (SELECT work FROM former)")
    for table in ACROSS_TABLES:
        insert_lots(store, table, part.execute(f"SELECT * FROM {table}"))  # noqa: S608 - ours
