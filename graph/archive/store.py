"""The tables of an archive in SQLite, which Python has: one file in the folder of the archive's results."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from graph.archive.tables import ARCHIVE_TABLES, SQL_NAMES, Rows

STORE = "archive.db"
"""What the file is called."""

SQL_TYPES: Mapping[type, str] = {int: "BIGINT", float: "DOUBLE", str: "TEXT"}
"""What the types of columns are called in SQL."""


def create_tables(store: sqlite3.Connection) -> None:
    """Create the tables of articles, empty."""
    for table, columns in ARCHIVE_TABLES.items():
        typed = ", ".join(f"{name} {SQL_TYPES[kind]}" for name, kind in columns.items())
        store.execute(f"CREATE TABLE {SQL_NAMES[table]} ({typed})")


def add_rows(store: sqlite3.Connection, rows: Rows) -> None:
    """Add the rows of an article, or of several."""
    for table, found in rows.items():
        cells = ", ".join("?" * len(ARCHIVE_TABLES[table]))
        store.executemany(f"INSERT INTO {SQL_NAMES[table]} VALUES ({cells})", found)  # noqa: S608 - our own names
