"""Tables -> CSV files and Parquet files, as other programs read them."""

from __future__ import annotations

import csv
import io
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.engine import audit
from graph.exports import export
from graph.exports.files import table_as_csv, table_as_parquet, tables_as_csv, tables_as_parquet
from graph.exports.tables import PlainTable, tables
from graph.model import NotInstalledError
from graph.texts.spreadsheets import FORMULA
from tests.examples import sample

MIXED = PlainTable(
    {"text": str, "number": int, "figure": Decimal, "truth": bool},
    [('é, "so"', 3, Decimal("-20.80"), True), ("", None, None, False), (None, 0, Decimal("1E+3"), None)],
)
EMPTY = PlainTable(MIXED.columns, [])


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def test_numbers_stay_as_they_are_in_csv() -> None:
    assert rows(table_as_csv(MIXED)) == [
        ["text", "number", "figure", "truth"],
        ['é, "so"', "3", "-20.80", "true"],
        ["", "", "", "false"],
        ["", "0", "1000", ""],
    ]


@given(st.text())
def test_no_cell_of_csv_is_a_formula(text: str) -> None:
    (header, *found) = rows(table_as_csv(PlainTable({text: str}, [(text,)])))
    assert not any(FORMULA.match(cell) for row in (header, *found) for cell in row)


def test_parquet_has_types_and_nulls() -> None:
    import pyarrow as pa
    from pyarrow import parquet

    table = parquet.read_table(io.BytesIO(table_as_parquet(MIXED)))
    assert table.schema.types == [pa.string(), pa.int64(), pa.float64(), pa.bool_()]
    assert table.to_pylist() == [
        {"text": 'é, "so"', "number": 3, "figure": -20.8, "truth": True},
        {"text": None, "number": None, "figure": None, "truth": False},
        {"text": None, "number": 0, "figure": 1000.0, "truth": None},
    ]


def test_an_empty_table_has_its_types_in_parquet() -> None:
    import pyarrow as pa
    from pyarrow import parquet

    table = parquet.read_table(io.BytesIO(table_as_parquet(EMPTY)))
    assert (table.num_rows, table.schema.types) == (0, [pa.string(), pa.int64(), pa.float64(), pa.bool_()])


def test_polars_reads_every_file_of_parquet() -> None:
    import polars as pl

    evidence = sample()
    report = audit(evidence)
    files = tables_as_parquet(evidence, report)
    sizes = {name: (len(table.rows), len(table.columns)) for name, table in tables(evidence, report).items()}
    read = {name.removesuffix(".parquet"): pl.read_parquet(io.BytesIO(data)) for name, data in files.items()}
    assert {name: frame.shape for name, frame in read.items()} == sizes


def test_every_table_is_a_file_of_csv() -> None:
    evidence = sample()
    report = audit(evidence)
    files = tables_as_csv(evidence, report)
    assert {name: len(rows(data)) - 1 for name, data in files.items()} == {
        f"{name}.csv": len(table.rows) for name, table in tables(evidence, report).items()
    }


def test_without_a_report_the_findings_are_those_of_an_audit() -> None:
    evidence = sample()
    assert export(evidence, "csv") == tables_as_csv(evidence, audit(evidence))


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NotInstalledError, match=r"pip install 'evidence-graph\[parquet\]'"):
        table_as_parquet(EMPTY)
