"""The same findings from an engine that speaks Spark's DataFrame API: Sail, which needs no Java, or PySpark itself."""

from __future__ import annotations

import logging
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.archive import spark
from graph.archive.databases import SqlDatabase
from graph.archive.packing import pack
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.rows import Packed, rows_or_failure
from graph.archive.store import add_rows, empty, writable
from graph.archive.tables import ARCHIVE_TABLES, Scalar
from graph.archive.works import unite
from graph.auditing.engine import EVERYTHING_USUAL, NOTHING_ELSE
from tests.archive.stored import in_memory
from tests.examples import CLAIMS, REFERENCES

OTHER = REFERENCES.replace("drake2013", "drake").replace("Caffeine effects on sleep", "Another title altogether")
SURROGATE = rb'[{"id": "a\ud800", "title": "x\ud800"}]'
FILES = {"references.bib": REFERENCES.encode(), "claims.csv": CLAIMS.encode()}
ARTICLES = [
    Packed(name="whole", contents=FILES, files={"references.bib": "references", "claims.csv": "claims"}),
    Packed(
        name="other",
        contents={"other.bib": OTHER.encode(), "other.csv": CLAIMS.replace("drake2013", "drake").encode()},
        files={"other.bib": "references", "other.csv": "claims"},
    ),
    Packed(
        name="surrogate",
        contents={"a.json": b'[{"id": "a\\ud800", "title": "x\\ud800"}]'},
        files={"a.json": "references"},
    ),
    Packed(name="binary", contents={"claims.csv": b"\x00\xff" * 50}, files={"claims.csv": "claims"}),
    Packed(name="nothing", contents={}, files={}),
]


def started(engine: str) -> Any:
    """A session of an engine, and what ends it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PySpark's own, about pandas
        if engine == "Sail":
            sail = pytest.importorskip("pysail.spark", reason="Sail is not installed; .ci/spark tests with it")
            server = sail.SparkConnectServer()
            server.start()
            from pyspark.sql import SparkSession

            address = f"sc://127.0.0.1:{server.listening_address[1]}"
            session = SparkSession.builder.remote(address).getOrCreate()
            return session, lambda: (session.stop(), server.stop())
        if not shutil.which("java"):
            pytest.skip("PySpark needs Java")
        pytest.importorskip("pyspark.core", reason="pyspark-client is installed in the place of PySpark")
        from pyspark.sql import SparkSession

        session = SparkSession.builder.master("local[2]").getOrCreate()
        return session, session.stop


@pytest.fixture(scope="module", params=["Sail", "PySpark"])
def session(request: pytest.FixtureRequest) -> Iterator[Any]:
    logging.getLogger("pyspark").setLevel(logging.ERROR)
    found, stop = started(request.param)
    yield found
    stop()


@pytest.fixture(scope="module")
def tables(session: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spark")
    pack(ARTICLES, folder / "packed")
    spark.tables(session, str(folder / "packed"), str(folder / "tables"))
    return folder / "tables"


def expected(table: str) -> list[tuple[Scalar, ...]]:
    """The rows that this process gives, as a database can have them."""
    rows = [row for each in ARTICLES for row in rows_or_failure(each, NOTHING_ELSE, EVERYTHING_USUAL)[table]]
    return [tuple(map(writable, row)) for row in rows]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("table", ARCHIVE_TABLES)
def test_each_table_has_the_rows_that_this_process_gives(session: Any, tables: Path, table: str) -> None:
    found = [tuple(row) for row in session.read.parquet(str(tables / table)).collect()]
    assert sorted(found, key=repr) == sorted(expected(table), key=repr)


@pytest.mark.filterwarnings("ignore")
def test_findings_have_the_name_of_their_article(session: Any, tables: Path, tmp_path: Path) -> None:
    spark.findings(session, str(tables.parent / "packed"), str(tmp_path / "findings"))
    rows = session.read.parquet(str(tmp_path / "findings")).collect()
    names = {row[0]: row[1] for row in expected("articles")}
    found = {(row.name, row.code, row.message) for row in rows}
    assert found == {(names[row[0]], row[2], row[6]) for row in expected("findings")}


@pytest.fixture(scope="module")
def answers() -> dict[str, list[tuple[Any, ...]]]:
    """What SQLite answers to each question."""
    store = in_memory()
    empty(store)
    for each in ARTICLES:
        add_rows(store, rows_or_failure(each, NOTHING_ELSE, EVERYTHING_USUAL))
    unite(SqlDatabase(store))
    return {name: store.execute(each.sql).fetchall() for name, each in ARCHIVE_QUESTIONS.items()}


@pytest.fixture(scope="module")
def united(session: Any, tables: Path) -> str:
    spark.works(session, str(tables))
    return str(tables)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("question", ARCHIVE_QUESTIONS)
def test_questions_have_the_answers_of_sqlite(
    session: Any, united: str, answers: dict[str, list[tuple[Any, ...]]], question: str
) -> None:
    assert [tuple(row) for row in spark.answer(session, united, question).collect()] == answers[question]
