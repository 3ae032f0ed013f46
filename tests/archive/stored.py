"""Stores of small archives, made without files."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from functools import cache

from graph.archive.across import bring_up_to_date
from graph.archive.decisions import Decision
from graph.archive.duck import EXPORTED, InDuckDB, duckdb_connection
from graph.archive.rows import article_rows
from graph.archive.store import add_rows, empty, insert
from graph.archive.tables import Rows, id_of
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.model import Article, Role

ROLES: Mapping[str, Role] = {"references.bib": "references", "claims.csv": "claims"}
HEADER = "claim_id,cause,claim,supports,disputes,measure,low,high\n"


def entry(key: str, title: str, doi: str = "", year: str = "2001", more: str = "") -> str:
    """An entry of a bibliography."""
    return f"@article{{{key}, title = {{{title}}}, author = {{Doe, Jo}}, year = {{{year}}}, doi = {{{doi}}}, {more}}}\n"


class Forgotten(sqlite3.Connection):
    """A store in memory that closes when nobody has it any more; of one that is left open Python 3.13 complains."""

    def __del__(self) -> None:
        self.close()


def in_memory() -> sqlite3.Connection:
    """A store that nobody has to close."""
    return sqlite3.connect(":memory:", isolation_level=None, factory=Forgotten)


def stored(
    articles: Mapping[str, tuple[str, str]],
    dates: Mapping[str, str] | None = None,
    retractions: Sequence[tuple[str, str, str, str]] = (),
    decisions: Sequence[Decision] = (),
) -> sqlite3.Connection:
    """A store of articles by name, each its bibliography and the rows of its claims table; notices by identifier."""
    store = in_memory()
    empty(store)
    for name, (bib, rows) in articles.items():
        add_rows(store, rows_of(name, bib, rows, (dates or {}).get(name, "")))
    if retractions:
        insert(store, "retractions", [(id_of(key), *rest) for key, *rest in retractions])
    bring_up_to_date(store, decisions)
    return store


@cache
def rows_of(name: str, bib: str, rows: str, date: str = "") -> Rows:
    """The rows of an article, of its bibliography and the rows of its claims table."""
    files = {"references.bib": bib.encode(), "claims.csv": (HEADER + rows).encode()}
    contents = {f"{name}/{path}": data for path, data in files.items()}
    roles = {f"{name}/{path}": role for path, role in ROLES.items()}
    return article_rows(name, contents, roles, Given(), Settings(about=Article(date=date)))


def in_duckdb(store: sqlite3.Connection) -> InDuckDB:
    """The same tables in DuckDB."""
    database = InDuckDB(duckdb_connection())
    for table, columns in EXPORTED.items():
        database.add(table, columns, store.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall())  # noqa: S608 - our own names
    return database
