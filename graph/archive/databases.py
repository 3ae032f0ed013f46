"""What asks the tables of an archive: the same SQL on SQLite, on DuckDB and on Spark, each behind the same three doors.

Questions and works are portable texts: standard functions, no recursion, no parameters, nothing quoted, and every order
is total, so that all of them give the same rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from graph.archive.tables import Scalar, ScalarRow

SQL_TYPES: Mapping[type, str] = {int: "BIGINT", float: "DOUBLE", str: "TEXT"}
"""What the types of columns are called in SQL."""


class Database(Protocol):
    """Tables that can be asked, and to which tables can be added; one of the same name is replaced."""

    def rows(self, sql: str) -> Iterable[Sequence[Scalar]]:
        """The rows of a query."""

    def keep(self, table: str, sql: str, *by: str) -> None:
        """Keep the rows of a query, which may read the table that they replace; `by` is what they are looked up by."""

    def add(self, table: str, columns: Mapping[str, type], rows: Iterable[ScalarRow]) -> None:
        """Keep these rows."""

    def drop(self, tables: Iterable[str]) -> None:
        """Forget tables."""


class SqlDatabase:
    """A connection of Python's own interface for databases (PEP 249), as SQLite and DuckDB have it."""

    wants_indexes = True
    """Whether rows are looked up faster by an index."""

    def __init__(self, connection: sqlite3.Connection, kind: str = "TABLE") -> None:
        self.connection, self.kind = connection, kind

    def rows(self, sql: str) -> Iterable[Sequence[Scalar]]:
        """The rows of a query."""
        return iter(self.connection.execute(sql).fetchall())

    def keep(self, table: str, sql: str, *by: str) -> None:
        """Keep the rows of a query, which may read the table that they replace; `by` is what they are looked up by."""
        self.connection.execute(f"CREATE {self.kind} {table}_new AS {sql}")
        self.drop([table])
        self.connection.execute(f"ALTER TABLE {table}_new RENAME TO {table}")
        for number, columns in enumerate(by if self.wants_indexes else ()):
            self.connection.execute(f"CREATE INDEX {table}_by_{number} ON {table} ({columns})")

    def add(self, table: str, columns: Mapping[str, type], rows: Iterable[ScalarRow]) -> None:
        """Keep these rows."""
        if self.kind == "TABLE":
            self.drop([table])  # one that is there for a time only hides it
        typed = ", ".join(f"{name} {SQL_TYPES[kind]}" for name, kind in columns.items())
        self.connection.execute(f"CREATE {self.kind} {table} ({typed})")
        cells = ", ".join("?" * len(columns))
        if found := list(rows):
            self.connection.executemany(f"INSERT INTO {table} VALUES ({cells})", found)  # noqa: S608 - our own names

    def drop(self, tables: Iterable[str]) -> None:
        """Forget tables."""
        for table in tables:
            self.connection.execute(f"DROP TABLE IF EXISTS {table}")
