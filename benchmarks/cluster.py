"""An archive on a Spark cluster of this machine: a master and two workers on loopback, and the findings' hash.

    ./run uv run --isolated --with 'pyspark==4.2.*' --with 'pandas<3' --with pyarrow --with . \
        python benchmarks/cluster.py [ARTICLES]

It needs Java 17 and PySpark itself, which is no part of what the tests need. The same generated articles, 2,000 unless
told otherwise, are audited by `graph.archive.spark` and by one process without Spark; the findings must be the same.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyspark
from generated_archive import write_archive

from graph.archive import spark
from graph.archive.finding import find_archive
from graph.archive.loading import load_article
from graph.archive.packing import pack, unpack
from graph.archive.rows import rows_or_failure
from graph.auditing.engine import EVERYTHING_USUAL, NOTHING_ELSE

ARTICLES = 2_000
PORT = 17077
MASTER = f"spark://127.0.0.1:{PORT}"
CLASS = "org.apache.spark.deploy"


@contextmanager
def cluster(logs: Path) -> Iterator[str]:
    """A standalone master with two workers of a core each, as long as it is needed; its address."""
    home = Path(pyspark.__file__).parent
    own = {"SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    start = [str(home / "bin" / "spark-class")]
    master = [f"{CLASS}.master.Master", "--host", "127.0.0.1", "--port", str(PORT), "--webui-port", "0"]
    worker = [f"{CLASS}.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "2g", "--webui-port", "0"]
    worker += ["--work-dir", str(logs), MASTER]
    with (logs / "spark.log").open("w") as log:
        running = [
            subprocess.Popen([*start, *each], env=os.environ | own, stdout=log, stderr=log)  # noqa: S603
            for each in (master, worker, worker)
        ]
        try:
            yield MASTER
        finally:
            for each in running:
                each.terminate()
            for each in running:
                each.wait()


def hashed(findings: Iterable[tuple[object, ...]]) -> str:
    """Findings in one text, in whatever order they come."""
    return hashlib.sha256("\n".join(sorted(map(repr, findings))).encode()).hexdigest()


def on_spark(packed: Path, out: Path, master: str) -> list[tuple[object, ...]]:
    """The findings that a cluster gives."""
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master(master).config("spark.driver.host", "127.0.0.1").getOrCreate()
    try:
        spark.findings(session, str(packed), str(out))
        return [tuple(row)[1:] for row in session.read.parquet(str(out)).collect()]
    finally:
        session.stop()


def main() -> None:
    """Measure both ways, and compare what they found."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_archive(folder / "articles", articles)
        archive = find_archive(folder / "articles")
        pack((load_article(each, archive.root) for each in archive.articles), folder / "packed")
        start = time.perf_counter()
        here = [
            row
            for each in unpack(folder / "packed")
            for row in rows_or_failure(each, NOTHING_ELSE, EVERYTHING_USUAL)["findings"]
        ]
        print(f"one process: {len(here):,} findings, {time.perf_counter() - start:.1f} s, {hashed(here)}")
        logs = folder / "logs"
        logs.mkdir()
        with cluster(logs) as master:
            start = time.perf_counter()
            there = on_spark(folder / "packed", folder / "findings", master)
        print(f"two workers: {len(there):,} findings, {time.perf_counter() - start:.1f} s, {hashed(there)}")
    if hashed(here) != hashed(there):
        raise SystemExit("the findings are not the same")


if __name__ == "__main__":
    main()
