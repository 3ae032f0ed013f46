"""Tables -> CSV files for spreadsheets, and Parquet files for programs."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any

from graph.auditing.report import Report
from graph.exports.tables import PlainTable, Value, tables
from graph.model import Evidence, NotInstalledError
from graph.texts.spreadsheets import harmless


def tables_as_csv(evidence: Evidence, report: Report) -> dict[str, bytes]:
    """A CSV file for each table (RFC 4180, UTF-8), in which no cell can start a formula."""
    return {f"{name}.csv": table_as_csv(table) for name, table in tables(evidence, report).items()}


def table_as_csv(table: PlainTable) -> bytes:
    """A table as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(harmless, table.columns))
    writer.writerows(map(csv_cell, row) for row in table.rows)
    return text.getvalue().encode("utf-8", errors="replace")


def csv_cell(value: Value) -> str:
    """A value as a cell."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
        case _:
            return harmless(value)


def tables_as_parquet(evidence: Evidence, report: Report) -> dict[str, bytes]:
    """A Parquet file for each table, with typed columns, in which what is missing is null.

    Raises NotInstalledError where pyarrow is not there.
    """
    return {f"{name}.parquet": table_as_parquet(table) for name, table in tables(evidence, report).items()}


def table_as_parquet(table: PlainTable) -> bytes:
    """A table as Parquet."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise NotInstalledError("Parquet needs pyarrow: pip install 'evidence-graph[parquet]'; or export csv") from None
    kinds = {str: pa.string(), int: pa.int64(), Decimal: pa.float64(), bool: pa.bool_()}
    columns = columns_in(table)
    made = {name: pa.array(values, kinds[table.columns[name]]) for name, values in columns.items()}
    file = io.BytesIO()
    parquet.write_table(pa.table(made), file)
    return file.getvalue()


def columns_in(table: PlainTable) -> dict[str, list[Any]]:
    """The values of each column: figures as floating-point numbers, and none for what is not said."""
    every = zip(*table.rows, strict=True) if table.rows else ([] for _ in table.columns)
    return {name: [for_programs(value) for value in values] for name, values in zip(table.columns, every, strict=True)}


def for_programs(value: Value) -> Any:
    """A value as programs take it."""
    if value is None or value == "":
        return None
    return float(value) if isinstance(value, Decimal) else value
