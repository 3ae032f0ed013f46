"""The same over a cluster: the rows of every article by Spark, in a session that the user brings.

    from graph.archive import spark
    spark.findings(session, "packed", "findings")     # one table, as typed Parquet
    spark.tables(session, "packed", "tables")         # all of them, each in a folder

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
from graph.archive.rows import rows_or_failure
from graph.archive.tables import ARCHIVE_TABLES
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
        columns = [pa.array([rows[table] for rows in every], arrow_type(table)) for table in wanted]
        yield pa.RecordBatch.from_arrays(columns, names=list(wanted))


def arrow_type(table: str) -> Any:
    """The type of a column that has the rows of a table."""
    pa = arrow()
    kinds = {int: pa.int64(), float: pa.float64(), str: pa.string()}
    return pa.list_(pa.struct([(name, kinds[kind]) for name, kind in ARCHIVE_TABLES[table].items()]))
