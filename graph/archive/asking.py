"""A question -> its answer, as rows, from the store of an archive or from its tables in Parquet.

from graph.archive.asking import ask_archive
for row in ask_archive("results", "falls-with", "10.1002/mds.26000"):
    print(row["article"], row["claim_id"])
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Literal

from graph.archive.across import listed_journals, notice_rows
from graph.archive.databases import SqlDatabase
from graph.archive.duck import InDuckDB, has_tables, open_tables
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.store import KEPT_TABLES, read_store
from graph.archive.tables import Scalar, ScalarRow, id_of
from graph.auditing.lists import Notice
from graph.model import UnusableError
from graph.references.dois import read_doi
from graph.references.identifiers import bare_pmid
from graph.texts.forms import words
from graph.wording import did_you_mean

EngineName = Literal["auto", "sqlite", "duckdb"]
"""What is asked: the store, the tables in Parquet, or these where they are there and of today."""

WORKS_NAMED = 5
"""How many works are named where several may be meant."""


def ask_archive(  # noqa: PLR0913 - what is asked of what, and lists in the place of others
    folder: str | os.PathLike[str],
    question: str,
    work: str = "",
    *,
    retractions: Mapping[str, Notice] | None = None,
    journals: Iterable[str] | None = None,
    engine: EngineName = "auto",
) -> list[dict[str, Scalar]]:
    """The rows of an answer, by column; `question` is one of `ARCHIVE_QUESTIONS`, and `work` what it is asked about.

    `retractions` and `journals` are asked in place of those that the archive has. Raises UnusableError, with the cure,
    where the folder has no archive, or there is no such question or work.
    """
    if question not in ARCHIVE_QUESTIONS:
        raise UnusableError(f"there is no question {question!r}{did_you_mean(question, ARCHIVE_QUESTIONS)}")
    asked = ARCHIVE_QUESTIONS[question]
    if work and not asked.of_work:
        raise UnusableError(f"{question} is not about one work; leave {work!r} out")
    with open_asked(folder, engine) as database:
        if retractions is not None:
            put_in_place(database, "retractions", notice_rows(retractions))
        if journals is not None:
            put_in_place(database, "listed_journals", listed_journals(database, journals))
        if work:
            rows = database.rows(asked.of_work.format(work=work_called(database, work)))
            return [dict(zip(asked.of_work_columns, row, strict=True)) for row in rows]
        return [dict(zip(asked.columns, row, strict=True)) for row in database.rows(asked.sql)]


@contextmanager
def open_asked(folder: str | os.PathLike[str], engine: EngineName = "auto") -> Iterator[SqlDatabase]:
    """What answers questions about an archive, as long as it is asked."""
    if engine == "duckdb" or (engine == "auto" and has_tables(folder) and has_duckdb()):
        tables = open_tables(folder)
        with closing(tables.connection):
            yield tables
    else:
        with closing(read_store(os.fspath(folder))) as store:
            refuse_unmade(store, folder)
            yield SqlDatabase(store, kind="TEMP TABLE")


def put_in_place(database: SqlDatabase, table: str, rows: Iterable[ScalarRow]) -> None:
    """Have a list in the place of the archive's own."""
    if isinstance(database, InDuckDB):
        database.connection.execute(f"DROP VIEW {table}")
    database.add(table, KEPT_TABLES[table], rows)


def refuse_unmade(store: sqlite3.Connection, folder: str | os.PathLike[str]) -> None:
    """Stop where the works of an archive are not known."""
    if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'weights'").fetchone():
        raise UnusableError(f"{os.fspath(folder)}: its audit was stopped before its works were known; audit it again")


def has_duckdb() -> bool:
    """Whether DuckDB is installed."""
    from importlib.util import find_spec

    return find_spec("duckdb") is not None


def work_called(database: SqlDatabase, name: str) -> int:
    """The work that a DOI, a PMID, a short citation or words of a title mean. Raises UnusableError where none does."""
    found = known_as(database, name) or dict(titled(database, name))
    if len(found) == 1:
        return next(iter(found))
    if not found:
        raise UnusableError(f"no work is called {name!r}; give a DOI, a PMID, a citation, or words of its title")
    shown = "; ".join(list(found.values())[:WORKS_NAMED]) + ("; …" if len(found) > WORKS_NAMED else "")
    raise UnusableError(f"{name!r} may be {len(found):,} works: {shown}; give more of it, or its DOI")


def known_as(database: SqlDatabase, name: str) -> dict[int, str]:
    """The work with this DOI or PMID; of several that have it the one that is believed to."""
    doi, pmid = read_doi(name), bare_pmid(name)
    key = f"doi:{doi.folded}" if doi.is_possible else f"pmid:{pmid}" if pmid else ""
    if not key:
        return {}
    sql = f"""
        SELECT w.work, MAX(v.citation) FROM identities i
        JOIN works w ON w.article = i.article AND w.reference = i.reference
        JOIN weights v ON v.work = w.work
        LEFT JOIN apart a ON a.article = i.article AND a.reference = i.reference AND a.identity = i.identity
        WHERE i.identity = {id_of(key)} AND a.own IS NULL GROUP BY w.work ORDER BY w.work
    """  # noqa: S608 - a number
    return {int(str(work)): str(citation) for work, citation in database.rows(sql)}


def titled(database: SqlDatabase, name: str) -> Iterable[tuple[int, str]]:
    """The works that are cited so, or else those whose citation and title have all of these words; most used first."""
    sql = "SELECT work, citation, title FROM weights ORDER BY claims DESC, articles DESC, citation, work"
    rows, wanted = list(database.rows(sql)), words(name)
    exact = [row for row in rows if words(str(row[1])) == wanted]
    likely = exact or [row for row in rows if wanted and {*words(f"{row[1]} {row[2]}")} >= {*wanted}]
    return [(int(str(work)), f"{citation}, {title}") for work, citation, title in likely]
