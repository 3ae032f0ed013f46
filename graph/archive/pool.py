"""Articles through several processes, in their order: one that kills its process or never ends costs itself alone.

Batches go to a pool, a few of them ahead of what is waited for, so that memory stays what it is however many there are.
Where a process dies, nobody knows which article it was at: what was under way is done again by one process at a time,
in halves, until the article is alone that it cannot bear.

Batches and what becomes of them go through files, and only their names through pipes: a process that is killed while it
writes into a pipe would have whoever reads from it wait for ever.
"""

from __future__ import annotations

import marshal
import multiprocessing
import os
import pickle
import shutil
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from graph.archive.loading import FileMark
from graph.archive.work import ReadArticle, Task, too_long, unread_article
from graph.model import UnusableError
from graph.writing import remove, write_copy

BATCH, BATCH_BYTES = 16, 2**20
"""How many articles a process gets at once, and after how many bytes of files no more of them."""

BATCHES_AHEAD = 3
"""How many batches for each process are under way."""

GRACE = 10.0
"""The seconds that a batch may take beside those of its articles: processes start, and files come from afar."""

Batch = list[Task]
Doing = Callable[[Task], ReadArticle]


class Sent(NamedTuple):
    """A batch that is under way."""

    batch: Batch
    future: Future[str]


def outcomes(
    work: Doing, tasks: Iterable[Task], jobs: int, time_limit: float, method: str | None = None
) -> Iterator[tuple[Task, ReadArticle]]:
    """What becomes of each task, in their order, by so many processes; one is this process itself.

    `method` is how processes are started, as `multiprocessing` calls it.
    """
    if jobs == 1:
        for task in tasks:
            yield task, work(task)
        return
    with Pool(work, jobs, time_limit, method) as pool:
        yield from pool.each(tasks)


class Pool:
    """Processes that work through batches, and are replaced where they die."""

    def __init__(self, work: Doing, jobs: int, time_limit: float, method: str | None) -> None:
        self.work = work
        self.jobs = jobs
        self.time_limit = time_limit
        self.context = context_of(method)
        self.folder = Path(tempfile.mkdtemp())
        self.sent = 0
        self.many: ProcessPoolExecutor | None = None
        self.one: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for executor in filter(None, (self.many, self.one)):
            if error is not None:
                kill(executor)
            executor.shutdown(cancel_futures=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def each(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, ReadArticle]]:
        """What becomes of each task, in their order. Raises UnusableError where batches cannot be handed on."""
        try:
            yield from self.handed_on(tasks)
        except OSError as error:  # those of an article's files are that article's
            cure = "make room there, name another folder with TMPDIR, or use --jobs 1"
            raise UnusableError(f"{self.folder.parent}: {error.strerror or error}; {cure}") from None

    def handed_on(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, ReadArticle]]:
        """What becomes of each task, a few batches of which are under way."""
        under_way: deque[Sent] = deque()
        for batch in batches(tasks):
            under_way.append(self.send(batch))
            if len(under_way) > BATCHES_AHEAD * self.jobs:
                yield from self.received(under_way.popleft())
        while under_way:
            yield from self.received(under_way.popleft())

    def send(self, batch: Batch) -> Sent:
        """Give a batch to the pool, or to a new one where that is broken."""
        if self.many is None:
            self.many = self.started(self.jobs)
        try:
            return self.through(self.many, batch)
        except BrokenProcessPool:
            self.many.shutdown()
            self.many = None
            return self.send(batch)

    def through(self, executor: ProcessPoolExecutor, batch: Batch) -> Sent:
        """A batch that is given to processes, in a file."""
        self.sent += 1
        name = str(self.sent)
        write_copy(self.folder, name, pickle.dumps(batch))
        with held_back():
            return Sent(batch, executor.submit(work_through, str(self.folder), name))

    def started(self, jobs: int) -> ProcessPoolExecutor:
        """A pool whose processes are known to work: what breaks it later is an article."""
        executor = ProcessPoolExecutor(jobs, self.context, begin, (self.work,))
        try:
            with held_back():
                begun = executor.submit(os.getpid)
            begun.result()
        except (BrokenProcessPool, EOFError, ConnectionError):  # the latter two where their server was killed
            raise UnusableError("no further process can be started here; use --jobs 1") from None
        except KeyboardInterrupt:  # whoever is still starting would miss what this process takes away
            kill(executor)
            executor.shutdown(cancel_futures=True)
            raise
        return executor

    def received(self, sent: Sent) -> Iterator[tuple[Task, ReadArticle]]:
        """What becomes of a batch that is under way."""
        try:
            found = self.waited_for(sent, self.many)
        except (BrokenProcessPool, TimeoutError):
            found = self.carefully(sent.batch)
        yield from zip(sent.batch, found, strict=True)

    def waited_for(self, sent: Sent, executor: ProcessPoolExecutor | None) -> list[ReadArticle]:
        """What a batch gives; where it takes too long its processes are killed, which breaks their pool."""
        try:
            path = Path(sent.future.result(self.time_limit * len(sent.batch) + GRACE))
        except TimeoutError:
            if executor:
                kill(executor)
            raise
        found = marshal.loads(path.read_bytes())  # noqa: S302 - it comes from a process of our own
        remove(path)
        return [unmarshalled(each) for each in found]

    def carefully(self, batch: Batch) -> list[ReadArticle]:
        """What becomes of a batch in which an article may be that kills its process."""
        try:
            return self.alone(batch)
        except TimeoutError:
            why = too_long(self.time_limit)
        except BrokenProcessPool:
            why = "the process that read it was killed; perhaps there is not enough memory for it"
        self.one = None
        if len(batch) == 1:
            return [unread_article(batch[0], why)]
        half = len(batch) // 2
        return [*self.carefully(batch[:half]), *self.carefully(batch[half:])]

    def alone(self, batch: Batch) -> list[ReadArticle]:
        """What a batch gives in a process that does nothing else."""
        if self.one is None:
            self.one = self.started(1)
        return self.waited_for(self.through(self.one, batch), self.one)


def context_of(method: str | None) -> multiprocessing.context.BaseContext:
    """How processes are started: usually by one that has read this program already, where the system has that.

    A process that is copied from this one would have its threads' locks, and nobody to open them.
    """
    known = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context(method or ("forkserver" if "forkserver" in known else None))
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload([__name__])
    return context


@contextmanager
def held_back() -> Iterator[None]:
    """Hold Ctrl-C back: from this process while it starts others, and from them, which inherit that.

    A process that is told while it starts ends with a traceback, and so does one whose parent has left meanwhile.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def batches(tasks: Iterable[Task]) -> Iterator[Batch]:
    """Tasks in lots that are neither many nor large."""
    batch: Batch = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += sum(stat.size for stat in task.seen.values())
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


DOING: list[Doing] = []
"""What this process does with each task, if it is one of a pool."""


def begin(work: Doing) -> None:
    """Make ready a process of a pool: Ctrl-C is for the one that waits for it, without which it ends."""
    DOING[:] = [work]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """End this process when the one ends that started it, be it killed."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def work_through(folder: str, name: str) -> str:
    """Work through the batch in a file, and give the path of what becomes of it, as plain values."""
    path = Path(folder, name)
    batch: Batch = pickle.loads(path.read_bytes())  # noqa: S301 - it comes from the process that started this one
    found = [marshalled(DOING[0](task)) for task in batch]
    write_copy(path.parent, f"{name}.rows", marshal.dumps(found))
    remove(path)
    return f"{path}.rows"


def marshalled(outcome: ReadArticle) -> bytes:
    """What became of an article, packed faster than by pickle.

    It is packed as soon as it is there: the collector would look through the rows of a batch again and again.
    """
    return marshal.dumps((dict(outcome.rows), [tuple(mark) for mark in outcome.marks]))


def unmarshalled(data: bytes) -> ReadArticle:
    """What became of an article, unpacked."""
    rows, marks = marshal.loads(data)  # noqa: S302 - it comes from a process of our own
    return ReadArticle(rows, [FileMark(*mark) for mark in marks])


def kill(executor: ProcessPoolExecutor) -> None:
    """Kill the processes of a pool."""
    for process in list((executor._processes or {}).values()):  # noqa: SLF001 - `kill_workers` is of Python 3.14
        process.kill()
