"""The same over a cluster: the rows of every article by Spark, in a session that the user brings.

    from graph.archive import spark
    spark.findings(session, "packed", "findings")     # one table, as typed Parquet
    spark.tables(session, "packed", "tables")         # all of them, each in a folder
    spark.works(session, "tables")                    # which references are the same work
    spark.answer(session, "tables", "carriers").show()   # any question of an archive, as a data frame

Each article goes through `article_rows`, as everywhere, so that the findings are the same to the byte. It runs on what
speaks Spark's DataFrame API with `mapInArrow`: a local session, a cluster, Spark Connect, Sail. Every worker needs this
package with all that it needs itself, and pyarrow.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from graph.archive.packing import arrow, unpacked
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.rows import rows_or_failure
from graph.archive.store import KEPT_TABLES, writable
from graph.archive.tables import ACROSS_TABLES, ARCHIVE_TABLES, SQL_NAMES, Scalar, ScalarRow
from graph.archive.works import unite
from graph.auditing.engine import EVERYTHING_USUAL, NOTHING_ELSE
from graph.auditing.given import Given
from graph.auditing.settings import Settings

SPARK_TYPES: Mapping[type, str] = {int: "bigint", float: "double", str: "string"}

TASKS_A_CORE = 4
"""So many tasks for each core: packed text is small, and Spark would make one task of 9 MB of it."""


def findings(
    session: Any, packed: str, out: str, given: Given = NOTHING_ELSE, settings: Settings = EVERYTHING_USUAL
) -> None:
    """Audit a packed archive, and write the findings as Parquet, each with the name of its article.

    `session` is a SparkSession; `packed` and `out` are addresses that it reads from and writes to.
    """
    found = by_article(session, packed, given, settings, ("articles", "findings"))
    found.selectExpr("articles[0].name AS name", "inline(findings)").write.mode("overwrite").parquet(out)


def tables(
    session: Any, packed: str, out: str, given: Given = NOTHING_ELSE, settings: Settings = EVERYTHING_USUAL
) -> None:
    """Audit a packed archive, and write each table of `ARCHIVE_TABLES` as Parquet into a folder of its name in `out`.

    Articles are read once: what they are as rows is kept in the folder "by_article" beside the tables.
    """
    kept = f"{out}/by_article"
    by_article(session, packed, given, settings, tuple(ARCHIVE_TABLES)).write.mode("overwrite").parquet(kept)
    for table in ARCHIVE_TABLES:
        session.read.parquet(kept).selectExpr(f"inline({table})").write.mode("overwrite").parquet(f"{out}/{table}")


def by_article(session: Any, packed: str, given: Given, settings: Settings, wanted: Sequence[str]) -> Any:
    """A data frame with a row an article, and a column for each table, which has its rows as structs."""
    articles = session.read.parquet(packed).repartition(TASKS_A_CORE * cores(session))
    return articles.mapInArrow(
        partial(map_batches, given=given, settings=settings, wanted=wanted), spark_schema(wanted)
    )


def works(session: Any, out: str, decided: Iterable[ScalarRow] = ()) -> None:
    """Unite the works of the tables that `tables` wrote to `out`, by the same SQL as everywhere, and write them there.

    `decided` are references that a person calls one work (see `graph.archive.works`). What is made on the way is left
    in the folder "scratch".
    """
    database = SparkDatabase(session, out)
    unite(database, decided)
    for table in ACROSS_TABLES:
        session.table(table).write.mode("overwrite").parquet(f"{out}/{table}")


def answer(session: Any, out: str, question: str, more: Mapping[str, Any] | None = None) -> Any:
    """The answer to a question of `ARCHIVE_QUESTIONS`, as a data frame, of the tables and the works in `out`.

    `more` are data frames for the tables of `KEPT_TABLES`, such as "retractions" and "desks", which are empty without.
    """
    database = SparkDatabase(session, out)
    for table in ACROSS_TABLES:
        session.read.parquet(f"{out}/{table}").createOrReplaceTempView(table)
    for table, frame in (more or {}).items():
        database.look(table, frame)
    return session.sql(ARCHIVE_QUESTIONS[question].sql)


class SparkDatabase:
    """The tables of an archive in the folders of `out`, as views of a session: see `graph.archive.databases`.

    Spark works out again what it does not keep, so that each table that is made is written, into a folder of its own:
    it may be made of the one that it replaces.
    """

    def __init__(self, session: Any, out: str) -> None:
        self.session, self.out, self.writes = session, out, 0
        for table, name in SQL_NAMES.items():
            self.look(name, session.read.parquet(f"{out}/{table}"))
        for table, columns in KEPT_TABLES.items():
            self.look(table, session.createDataFrame([], spark_columns(columns)))

    def look(self, table: str, frame: Any) -> None:
        """Let a data frame be found under a name."""
        frame.createOrReplaceTempView(table)

    def rows(self, sql: str) -> Iterator[Sequence[Scalar]]:
        """The rows of a query."""
        return map(tuple, self.session.sql(sql).collect())

    def keep(self, table: str, sql: str, *by: str) -> None:  # noqa: ARG002 - Spark has no indexes
        """Keep the rows of a query, which may read the table that they replace."""
        self.writes += 1
        path = f"{self.out}/scratch/{table}-{self.writes}"
        frame = self.session.sql(sql)
        frame.write.mode("overwrite").parquet(path)
        self.look(table, self.session.read.schema(frame.schema).parquet(path))  # no row may be no file at all

    def add(self, table: str, columns: Mapping[str, type], rows: Iterable[ScalarRow]) -> None:
        """Keep these rows."""
        self.look(table, self.session.createDataFrame([*rows], spark_columns(columns)))

    def drop(self, tables: Iterable[str]) -> None:
        """Forget tables."""
        for table in tables:
            self.session.catalog.dropTempView(table)


def cores(session: Any) -> int:
    """How many cores the session has; where it does not say, as over Spark Connect, those of this machine."""
    try:
        return int(session.sparkContext.defaultParallelism)
    except Exception:  # noqa: BLE001 - each of the kinds of sessions has its own way to say that it does not know
        return os.cpu_count() or 1


def spark_schema(wanted: Iterable[str]) -> str:
    """The columns of `by_article`, as Spark's DDL has them."""
    return ", ".join(f"{table} array<struct<{spark_columns(ARCHIVE_TABLES[table])}>>" for table in wanted)


def spark_columns(columns: Mapping[str, type]) -> str:
    """The columns of a table, as Spark's DDL has them."""
    return ", ".join(f"{name}: {SPARK_TYPES[kind]}" for name, kind in columns.items())


def map_batches(batches: Iterable[Any], given: Given, settings: Settings, wanted: Sequence[str]) -> Iterator[Any]:
    """What Spark runs on its workers: batches of packed articles become batches of their rows."""
    pa = arrow()
    for batch in batches:
        every = [rows_or_failure(each, given, settings) for each in unpacked(batch)]
        columns = [as_column(table, [rows[table] for rows in every]) for table in wanted]
        yield pa.RecordBatch.from_arrays(columns, names=list(wanted))


def as_column(table: str, rows: Sequence[Sequence[tuple[Scalar, ...]]]) -> Any:
    """The rows that each article has in a table; letters that no file can have become question marks."""
    pa = arrow()
    try:
        return pa.array(rows, arrow_type(table))
    except UnicodeEncodeError:
        return pa.array([[tuple(map(writable, row)) for row in each] for each in rows], arrow_type(table))


def arrow_type(table: str) -> Any:
    """The type of a column that has the rows of a table."""
    pa = arrow()
    kinds = {int: pa.int64(), float: pa.float64(), str: pa.string()}
    return pa.list_(pa.struct([(name, kinds[kind]) for name, kind in ARCHIVE_TABLES[table].items()]))
