"""The tables of an archive as Parquet, and DuckDB, which asks them: for archives that SQLite takes long for."""

from __future__ import annotations

import io
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.archive.databases import SqlDatabase
from graph.archive.packing import arrow
from graph.archive.store import KEPT_TABLES, STORE
from graph.archive.tables import ACROSS_TABLES, ARCHIVE_TABLES, SQL_NAMES, ScalarRow
from graph.model import NotInstalledError, UnusableError
from graph.writing import write_bytes

TABLES_FOLDER = "tables"
"""The folder in that of the results in which the tables are."""

AT_ONCE = 50_000
"""How many rows are turned into columns at once."""

EXPORTED: Mapping[str, Mapping[str, type]] = {
    **{SQL_NAMES[name]: columns for name, columns in ARCHIVE_TABLES.items()},
    **ACROSS_TABLES,
    **{name: KEPT_TABLES[name] for name in ("desks", "retractions", "listed_journals")},
}
"""The tables that questions ask, by their names in SQL."""


def write_tables(store: sqlite3.Connection, folder: str | os.PathLike[str]) -> list[Path]:
    """Write each table that questions ask into a file of Parquet, `tables/NAME.parquet` in the folder.

    Raises NotInstalledError where pyarrow is missing, and OSError where a file cannot be written.
    """
    target = Path(folder, TABLES_FOLDER)
    target.mkdir(exist_ok=True)
    return [
        write_bytes(target / f"{table}.parquet", as_parquet_table(store, table, columns))
        for table, columns in EXPORTED.items()
    ]


def as_parquet_table(store: sqlite3.Connection, table: str, columns: Mapping[str, type]) -> bytes:
    """A table as a file of Parquet."""
    pa, schema, data = arrow(), schema_of(columns), io.BytesIO()
    with pa.parquet.ParquetWriter(data, schema, compression="zstd") as writer:
        for rows in in_lots(store.execute(f"SELECT {', '.join(columns)} FROM {table}")):  # noqa: S608 - our own names
            writer.write_table(columns_of(rows, schema))
    return data.getvalue()


def columns_of(rows: Sequence[ScalarRow], schema: Any) -> Any:
    """Rows as a table of Arrow."""
    pa = arrow()
    cells = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pa.Table.from_arrays(
        [pa.array(column, kind) for column, kind in zip(cells, schema.types, strict=True)], schema=schema
    )


def schema_of(columns: Mapping[str, type]) -> Any:
    """The columns of a table, as Arrow has them."""
    pa = arrow()
    kinds = {int: pa.int64(), float: pa.float64(), str: pa.string()}
    return pa.schema([(name, kinds[kind]) for name, kind in columns.items()])


def in_lots(cursor: sqlite3.Cursor) -> Iterator[list[Any]]:
    """The rows of a query, some at once."""
    while rows := cursor.fetchmany(AT_ONCE):
        yield rows


def has_tables(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder has the tables as Parquet, no older than its store."""
    files = [Path(folder, TABLES_FOLDER, f"{table}.parquet") for table in EXPORTED]
    if not all(file.is_file() for file in files):
        return False
    store = Path(folder, STORE)
    return not store.exists() or min(file.stat().st_mtime_ns for file in files) >= store.stat().st_mtime_ns


def duckdb_connection() -> Any:
    """DuckDB in memory; NotInstalledError, with the cure, where it is not there. It fetches no extensions."""
    try:
        import duckdb
    except ImportError:
        raise NotInstalledError("DuckDB is not installed: pip install 'evidence-graph[archive]'") from None
    return duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})


class InDuckDB(SqlDatabase):
    """Tables in DuckDB, which takes a millisecond for each row that it is given alone, so it gets whole columns."""

    wants_indexes = False

    def add(self, table: str, columns: Mapping[str, type], rows: Iterable[ScalarRow]) -> None:
        """Keep these rows."""
        self.drop([table])
        connection: Any = self.connection
        connection.register("added", columns_of(list(rows), schema_of(columns)))
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM added")  # noqa: S608 - our own name
        connection.unregister("added")


def open_tables(folder: str | os.PathLike[str]) -> InDuckDB:
    """The tables in a folder, to be asked by DuckDB.

    Raises NotInstalledError where that is missing, and UnusableError where there are no tables, or old ones.
    """
    if not has_tables(folder):
        raise UnusableError(
            f"{os.fspath(folder)}: has no {TABLES_FOLDER}/ of today; write them with 'evidence-graph archive export'"
        )
    connection = duckdb_connection()
    for table in EXPORTED:
        path = str(Path(folder, TABLES_FOLDER, f"{table}.parquet")).replace("'", "''")
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{path}')")  # noqa: S608 - our own names
    return InDuckDB(connection)
