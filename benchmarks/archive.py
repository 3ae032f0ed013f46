"""How long an archive takes: its articles here and in a pool, once more, its questions, and its index.

    ./run python benchmarks/archive.py [ARTICLES ...]        # generated: 1,000 and 10,000 unless told otherwise
    ./run python benchmarks/archive.py --root FOLDER         # an archive that is there

CPU seconds of the commands that a user would run, each in processes of its own, and of the function that they run for
each article. An article of a generated archive has 50 claims and 30 references, of which one in three has an abstract.
Where DuckDB is not installed it is left out, and that is said. `cluster.py` does the same on Spark.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from generated_archive import write_archive

from graph.archive.auditing import find_archive
from graph.archive.duck import TABLES_FOLDER, open_tables, write_tables
from graph.archive.loading import load_article
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.rows import rows_or_failure
from graph.archive.store import STORE
from graph.auditing.engine import EVERYTHING_USUAL, NOTHING_ELSE
from graph.model import NotInstalledError

USUAL = (1_000, 10_000)
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
MAPPED = 300
"""How many articles are read in this process to know what one takes."""


class Spent(NamedTuple):
    """What a command took: CPU seconds of all its processes, seconds by the clock, and the megabytes of the largest."""

    cpu: float
    clock: float
    megabytes: float


def ran(*arguments: str) -> Spent:
    """Run a command of this program, which may have findings."""
    adopt_orphans()
    before, start = cpu_of_children(), time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-m", "graph", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    complaint = process.stderr.read() if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise SystemExit(f"{' '.join(arguments)}: {complaint.strip()}")
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    return Spent(cpu_of_children() - before, clock, usage.ru_maxrss / 1000)


def cpu_of_children() -> float:
    """The CPU seconds of all processes that this one has waited for, and of those that these waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def adopt_orphans() -> None:
    """Become the parent of workers whose own parent has ended, so that they are counted, too (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def row(name: str, value: object, note: str = "") -> None:
    """Print one number."""
    shown = f"{value:,.2f}" if isinstance(value, float) else value
    print(f"{name:48}{shown:>12}  {note}".rstrip(), flush=True)


def measure(root: Path, into: Path) -> None:
    """Print all there is to know of one archive."""
    archive = find_archive(root)
    articles = len(archive.articles)
    row("articles", f"{articles:,}")
    row("article_rows, CPU ms an article", mapped(root), f"the first {min(articles, MAPPED)}, in one process")
    one = ran("archive", "audit", str(root), "--into", str(into / "one"), "--jobs", "1", "--quiet", "--max", "1")
    row("audit, CPU s", one.cpu, f"{one.cpu / articles * 1000:.2f} ms an article, {one.megabytes:,.0f} MB")
    two = ran("archive", "audit", str(root), "--into", str(into / "two"), "--jobs", "2", "--quiet", "--max", "1")
    row("audit with two jobs, CPU s", two.cpu, f"{two.cpu / one.cpu:.2f} times, {two.clock:.1f} s by the clock")
    row("the same findings", "yes" if digest(into / "one") == digest(into / "two") else "NO")
    again = ran("archive", "audit", str(root), "--into", str(into / "one"), "--jobs", "1", "--quiet", "--max", "1")
    row("again, nothing changed, CPU s", again.cpu)
    path = root / next(path for path in archive.articles[0].files)
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1))
    changed = ran("archive", "audit", str(root), "--into", str(into / "one"), "--jobs", "1", "--quiet", "--max", "1")
    row("again, one article changed, CPU s", changed.cpu)
    for table, rows in table_sizes(into / "one"):
        row(f"rows of {table}", f"{rows:,}")
    row("archive.db, MB", (into / "one" / STORE).stat().st_size / 1e6)
    questions(into / "one")
    page = ran("archive", "build", str(into / "one"), "--pages", "worst:0")
    row("index, CPU s", page.cpu, f"{(into / 'one' / 'index.html').stat().st_size / 1e6:.2f} MB")


def mapped(root: Path) -> float:
    """What reading, auditing and asking of one article takes, without files and processes: CPU milliseconds."""
    archive = find_archive(root)
    packed = [load_article(each, archive.root) for each in archive.articles[:MAPPED]]
    start = time.process_time()
    for each in packed:
        rows_or_failure(each, NOTHING_ELSE, EVERYTHING_USUAL)
    return (time.process_time() - start) / len(packed) * 1000


def digest(folder: Path) -> str:
    """What the findings of a store are, in one text."""
    with contextlib.closing(sqlite3.connect(folder / STORE)) as store:
        rows = store.execute("SELECT * FROM findings ORDER BY article, finding")
        return hashlib.sha256("\n".join(map(repr, rows)).encode()).hexdigest()


def table_sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """The tables of a store, each with how many rows it has."""
    with contextlib.closing(sqlite3.connect(folder / STORE)) as store:
        for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
            yield table, store.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]  # noqa: S608 - the store's own


def questions(folder: Path) -> None:
    """Ask every question, as `archive ask` does, of SQLite and of DuckDB."""
    engines: dict[str, Callable[[str], list[object]]] = {}
    store = sqlite3.connect(folder / STORE)
    engines["SQLite"] = lambda sql: store.execute(sql).fetchall()
    try:
        write_tables(store, folder)
        tables = open_tables(folder)
    except NotInstalledError as error:
        row("DuckDB", "-", str(error))
    else:
        row("tables as Parquet, MB", sum(each.stat().st_size for each in (folder / TABLES_FOLDER).iterdir()) / 1e6)
        engines["DuckDB"] = lambda sql: [*tables.rows(sql)]
    for engine, asked in engines.items():
        total = 0.0
        for name, each in ARCHIVE_QUESTIONS.items():
            start = time.process_time()
            found = asked(each.sql)
            total += (spent := time.process_time() - start)
            row(f"{engine}: {name}, CPU s", spent, f"{len(found):,} rows")
        row(f"{engine}: all {len(ARCHIVE_QUESTIONS)} questions, CPU s", total)


def main() -> None:
    """Measure what the command line asks for."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--root"]:
        with tempfile.TemporaryDirectory() as into:
            measure(Path(arguments[1]), Path(into))
        return
    for articles in map(int, arguments or USUAL):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder, "articles")
            write_archive(root, articles)
            measure(root, Path(folder, "results"))
        print()


if __name__ == "__main__":
    main()
