"""The tables of an archive in SQLite, which Python has: one file in the folder of the archive's results.

Beside the tables of articles there are those of how they came to be: `files`, what was read and what it was then;
`kept`, single values; `desks`; `touched`, of what works are to be united again; and the lists that change from day to
day, `retractions` and `journals`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Literal

from graph.archive.databases import SQL_TYPES
from graph.archive.tables import ARCHIVE_TABLES, SQL_NAMES, Rows, Scalar, ScalarRow, id_of
from graph.model import UnusableError

STORE = "archive.db"
"""What the file is called."""


KEPT_TABLES: Mapping[str, Mapping[str, type]] = {
    "files": {"article": int, "path": str, "size": int, "mtime": int, "hash": str},
    "desks": {"article": int, "desk": str},
    "retractions": {"identity": int, "state": str, "date": str, "reason": str},
    "journals": {"journal": str},
    "listed_journals": {"journal": str, "issn": str},
    "kept": {"name": str, "value": str},
    "touched": {"article": int, "identity": int},
}
"""The tables of how an archive came to be."""

STORE_SCHEMA = f"{id_of(repr((ARCHIVE_TABLES, KEPT_TABLES))):x}"
"""Which tables a store has, in short; one that has others is written anew."""

BY_ARTICLE = (*SQL_NAMES.values(), "files")
"""The tables that have rows of articles."""

INDEXES: Mapping[str, str] = {
    "articles_by_article": "articles (article)",
    "references_by_article": "article_references (article, reference)",
    "identities_by_article": "identities (article, reference)",
    "claims_by_article": "claims (article, claim)",
    "citations_by_article": "citations (article, claim)",
    "causes_by_article": "causes (article, cause)",
    "causes_by_cause": "causes (cause, claims, sourced, refuted, part, name)",
    "findings_by_article": "findings (article, finding, severity)",
    "findings_of_their_own": "findings (article, severity) WHERE follows IS NULL AND suppressed_by IS NULL",
    "findings_apart": "findings (follows, suppressed_by) WHERE follows IS NOT NULL OR suppressed_by IS NOT NULL",
    "files_by_article": "files (article)",
    "identities_by_identity": "identities (identity, kind, title, lowest)",
    "claims_by_wording": "claims (wording, article, claim)",
    "claims_by_figures": "claims (cause, compared, high, article, claim, low) WHERE compared IS NOT NULL",
    "retractions_by_identity": "retractions (identity)",
}
"""What rows are looked up by: those of an article, and what articles have in common, with all that is asked of it."""

OF_ARTICLES = frozenset(name for name in INDEXES if name.endswith("_by_article"))
"""Those by which the rows of an article are found."""

ROWS_IN_LOT = 1_000
"""How many rows that are made one by one are written at once."""

CACHE_KIB = 16_000
"""How much of a store is in memory."""


def create_tables(store: sqlite3.Connection) -> None:
    """Create the tables of articles, empty."""
    for table, columns in ARCHIVE_TABLES.items():
        create_table(store, SQL_NAMES[table], columns)


def create_table(store: sqlite3.Connection, name: str, columns: Mapping[str, type]) -> None:
    """Create a table, empty."""
    typed = ", ".join(f"{column} {SQL_TYPES[kind]}" for column, kind in columns.items())
    store.execute(f"CREATE TABLE {name} ({typed})")


def add_rows(store: sqlite3.Connection, rows: Rows) -> None:
    """Add the rows of an article, or of several."""
    for table, found in rows.items():
        if found:
            insert(store, SQL_NAMES[table], found)


def insert(store: sqlite3.Connection, name: str, rows: Sequence[Sequence[Scalar]]) -> None:
    """Add rows to a table; letters that no file can have (lone surrogates) become escapes."""
    cells = ", ".join("?" * len(rows[0]))
    statement = f"INSERT INTO {name} VALUES ({cells})"  # noqa: S608 - our own names
    before = store.total_changes
    try:
        store.executemany(statement, rows)
    except UnicodeEncodeError:
        done = store.total_changes - before
        store.executemany(statement, ([*map(writable, row)] for row in rows[done:]))


def insert_lots(store: sqlite3.Connection, name: str, rows: Iterable[ScalarRow]) -> None:
    """Add rows to a table, some at once, however many there are."""
    left = iter(rows)
    while lot := [*islice(left, ROWS_IN_LOT)]:
        insert(store, name, lot)


def writable(cell: Scalar) -> Scalar:
    """A cell that SQLite can write."""
    return kept_path(cell) if isinstance(cell, str) else cell


def kept_path(path: str) -> str:
    """A path as a store has it: what is no letter of it, on a disk that has names in another encoding, is an escape."""
    return path.encode(errors="backslashreplace").decode()


def open_store(folder: str | None, version: str) -> sqlite3.Connection:
    """The store in a folder, or one that is gone when it is closed; one of another version is emptied.

    Raises UnusableError where there is something else in its place.
    """
    if folder is not None:
        Path(folder).mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect("" if folder is None else Path(folder, STORE), isolation_level=None)
    try:
        store.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        with whole(store):
            if said(store, "version") != version:
                empty(store)
                keep(store, {"version": version})
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # a torn schema is named in what is no text
        store.close()
        raise unusable(folder, error) from None
    return store


WITHOUT_IT = "delete it, or name another folder with --into"
"""What to do about a store that cannot be read, whatever is done."""


SQLITE_CURES = {
    sqlite3.SQLITE_FULL: "make room on the disk, and run this again",
    sqlite3.SQLITE_IOERR: "is the disk full?",
    sqlite3.SQLITE_BUSY: "another command writes there; run this again when that is done",
    sqlite3.SQLITE_LOCKED: "another command writes there; run this again when that is done",
    sqlite3.SQLITE_READONLY: "see that it and its folder can be written to",
    sqlite3.SQLITE_CANTOPEN: "see that it and its folder can be written to",
}
"""What to do about errors of SQLite that are no fault of the store, by their first byte, in which their kind stands."""


def cure_of(error: sqlite3.Error | UnicodeDecodeError) -> str:
    """What to do about what SQLite cannot do."""
    return SQLITE_CURES.get(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF, WITHOUT_IT)


def unusable(folder: str | None, error: sqlite3.Error | UnicodeDecodeError) -> Exception:
    """What is said of a store that SQLite cannot work with."""
    name = str(Path(folder or "", STORE))
    if isinstance(error, UnicodeDecodeError):
        what = "database disk image is malformed"
    else:
        what = "is no store of an archive" if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB else str(error)
    return UnusableError(f"{name}: {what}; {cure_of(error)}")


def file_of_store(store: sqlite3.Connection) -> str:
    """The file of a store, as a person would name it; empty for one that is gone when it is closed."""
    (_, _, path), *_ = store.execute("PRAGMA database_list")
    return str(path)


def read_store(folder: str, mode: Literal["ro", "rw"] = "ro") -> sqlite3.Connection:
    """The store that is in a folder, to be asked, or written to, too. Raises UnusableError where none can be read."""
    path = Path(folder, STORE)
    if not path.is_file():
        raise UnusableError(
            f"{folder}: has no {STORE}; make it with 'evidence-graph archive audit ROOT --into {folder}'"
        )
    store = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        store.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        said(store, "version")
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # a torn schema is named in what is no text
        store.close()
        raise unusable(folder, error) from None
    return store


@contextmanager
def whole(store: sqlite3.Connection) -> Iterator[None]:
    """Write all of what follows or nothing; who reads meanwhile sees what was there before."""
    store.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if store.in_transaction:  # SQLite ends it itself where the disk is full
            store.execute("ROLLBACK")
        raise
    store.execute("COMMIT")


def data_version(store: sqlite3.Connection) -> int:
    """A number that is another one once anybody else has written to a store."""
    ((version,),) = store.execute("PRAGMA data_version")
    return int(version)


def empty(store: sqlite3.Connection) -> None:
    """Drop whatever tables there are, and create all of them."""
    names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        store.execute(f'DROP TABLE "{name}"')
    create_tables(store)
    for name, columns in KEPT_TABLES.items():
        create_table(store, name, columns)


def said(store: sqlite3.Connection, name: str) -> str:
    """The value that is kept under a name; an empty string where there is none."""
    if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept'").fetchone():
        return ""
    row = store.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def keep(store: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """Keep values under their names, and write nothing where all are as they were."""
    if changed := [(name, value) for name, value in values.items() if said(store, name) != value]:
        store.executemany("DELETE FROM kept WHERE name = ?", [(name,) for name, _ in changed])
        insert(store, "kept", changed)


def replace_table(store: sqlite3.Connection, name: str, rows: Sequence[Sequence[Scalar]]) -> None:
    """Put these rows in place of all that a table has."""
    store.execute(f"DELETE FROM {name}")  # noqa: S608 - our own name
    if rows:
        insert(store, name, rows)


def forget(store: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Remove all rows of articles."""
    if found := [(article,) for article in articles]:
        for name in BY_ARTICLE:
            store.executemany(f"DELETE FROM {name} WHERE article = ?", found)  # noqa: S608 - our own names


def create_indexes(store: sqlite3.Connection, names: Iterable[str] = INDEXES) -> None:
    """Have rows found without looking through all."""
    for name in names:
        store.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {INDEXES[name]}")


def index_articles_only(store: sqlite3.Connection) -> None:
    """Have rows found by their article alone, while very many are replaced: an index is made sooner than renewed."""
    create_indexes(store, OF_ARTICLES)
    for name in INDEXES.keys() - OF_ARTICLES:
        store.execute(f"DROP INDEX IF EXISTS {name}")
