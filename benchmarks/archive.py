"""How long an archive takes: its articles here and in a pool, once more, its questions, and its index.

    ./run python benchmarks/archive.py                       # generated: 1,000, 10,000, and the questions of 100,000
    ./run python benchmarks/archive.py ARTICLES ...          # generated, so many
    ./run python benchmarks/archive.py --asked ARTICLES      # the questions of so many, made of the rows of 1,000
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
from repeated_archive import repeat_store

from graph.archive.across import bring_up_to_date
from graph.archive.duck import TABLES_FOLDER, open_tables, write_tables
from graph.archive.finding import find_archive
from graph.archive.how import TIME_LIMIT
from graph.archive.loading import load_article
from graph.archive.pool import Pool, outcomes
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.rows import rows_or_failure
from graph.archive.store import STORE, read_store, whole
from graph.archive.work import Task, Work
from graph.auditing.engine import EVERYTHING_USUAL, NOTHING_ELSE
from graph.model import NotInstalledError

USUAL = (1_000, 10_000)
ASKED, COPIED = 100_000, 1_000
"""How many articles are asked for whose rows are those of fewer, and of how many."""

PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
MAPPED, POOLED = 300, 1_000
"""How many articles are read in this process to know what one takes, and through a pool to know what that costs."""


class Spent(NamedTuple):
    """What a command took: CPU seconds of all its processes, seconds by the clock, and the megabytes of the largest."""

    cpu: float
    clock: float
    megabytes: float


def ran(*arguments: str) -> Spent:
    """Run a command of this program, which may have findings."""
    return spent_by("-m", "graph", *arguments)


def spent_by(*arguments: str) -> Spent:
    """Run Python, and all processes that it starts."""
    adopt_orphans()
    before, start = cpu_of_children(), time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
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
    start = time.process_time()
    archive = find_archive(root)
    articles = len(archive.articles)
    row("articles", f"{articles:,}", f"found in {time.process_time() - start:.2f} CPU s")
    row("article_rows, CPU ms an article", mapped(root), f"the first {min(articles, MAPPED)}, in one process")
    measure_pool(root)
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


def measure_pool(root: Path) -> None:
    """Print what it costs that articles go through a process of their own, starting included."""
    plain, pool = (spent_by(__file__, "--through", how, str(root)).cpu for how in ("this process", "a pool"))
    row("read in this process, CPU s", plain, f"at most {POOLED:,} articles, with starting")
    row("read by a pool of one, CPU s", pool, f"{(pool / plain - 1) * 100:.1f} % more")


def read_through(how: str, root: Path) -> None:
    """Read the first articles, in this process or by a pool of one."""
    archive = find_archive(root)
    work = Work(archive.root, NOTHING_ELSE, EVERYTHING_USUAL)
    seen = archive.seen
    tasks = (Task(each, {path: seen[path] for path in each.files}) for each in archive.articles[:POOLED])
    if how == "a pool":
        with Pool(work, 1, TIME_LIMIT, None) as pool:
            found = sum(1 for _ in pool.each(tasks))
    else:
        found = sum(1 for _ in outcomes(work, tasks, 1, TIME_LIMIT))
    print(found)


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
    forget_pages(folder / STORE)
    store = read_store(str(folder))
    start = time.perf_counter()
    for each in ARCHIVE_QUESTIONS.values():
        store.execute(each.sql).fetchall()
    row("SQLite: all questions from the disk, s", time.perf_counter() - start, "by the clock")
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


def forget_pages(path: Path) -> None:
    """Have the system forget what it has read of a file, where it can."""
    with path.open("rb") as file, contextlib.suppress(AttributeError):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def ask(articles: int, folder: Path) -> None:
    """Print what the questions of many articles take, whose rows are those of a few, again and again."""
    write_archive(folder / "articles", COPIED)
    ran("archive", "audit", str(folder / "articles"), "--into", str(folder / "small"), "--quiet", "--max", "1")
    repeat_store(folder / "small", folder / "large", articles // COPIED)
    row("articles", f"{articles:,}", f"the rows of {COPIED:,} under other names, without findings")
    with contextlib.closing(read_store(str(folder / "large"), "rw")) as store:
        start = time.process_time()
        with whole(store):
            bring_up_to_date(store)
        row("indexes, works, what lies across, CPU s", time.process_time() - start)
    row("archive.db, MB", (folder / "large" / STORE).stat().st_size / 1e6)
    questions(folder / "large")


def measure_generated(articles: int, folder: Path) -> None:
    """Print all there is to know of an archive of so many articles."""
    write_archive(folder / "articles", articles)
    measure(folder / "articles", folder / "results")


def main() -> None:
    """Measure what the command line asks for."""
    first, *more = sys.argv[1:] or [""]
    if first == "--through":
        read_through(more[0], Path(more[1]))
        return
    todo: list[tuple[Callable[[int, Path], None], int]] = [(measure_generated, each) for each in USUAL] + [(ask, ASKED)]
    if first == "--asked":
        todo = [(ask, int(each)) for each in more]
    elif first == "--root":
        todo = [(lambda _, folder: measure(Path(more[0]), folder), 1)]
    elif first:
        todo = [(measure_generated, int(each)) for each in (first, *more)]
    for measured, articles in todo:
        with tempfile.TemporaryDirectory() as folder:
            measured(articles, Path(folder))
        print()


if __name__ == "__main__":
    main()
