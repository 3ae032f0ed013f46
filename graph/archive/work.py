"""What is done with each article, in this process or in one of a pool: it is read and audited, or it fails alone."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from graph.archive.found import FoundArticle
from graph.archive.how import TIME_LIMIT
from graph.archive.loading import FileMark, file_marks, load_article
from graph.archive.rows import failed_article, rows_or_failure
from graph.archive.tables import Rows
from graph.archive.walking import Stat
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.model import UnusableError
from graph.references.designs import stated_in

TEXTS_REMEMBERED = 2**13
"""Of how many references, abstracts among them, it is remembered what they state, until that is forgotten."""


class ReadArticle(NamedTuple):
    """What became of an article: its rows, and what its files were when they were read; no marks where it failed."""

    rows: Rows
    marks: list[FileMark]


class OutOfTime(BaseException):
    """An article takes too long; nothing that catches exceptions keeps it from ending the work."""


class Task(NamedTuple):
    """An article to read, and what the disk says of its files."""

    article: FoundArticle
    seen: Mapping[str, Stat]


@dataclass(frozen=True, slots=True)
class Work:
    """Reading and auditing an article of an archive; what all articles have in common is told once."""

    root: str
    given: Given
    settings: Settings
    time_limit: float = TIME_LIMIT

    def __call__(self, task: Task) -> ReadArticle:
        """The rows of an article, or the one that says why it could not be read."""
        try:
            with in_time(self.time_limit):
                return self.read(task)
        except OutOfTime:
            return unread_article(task, too_long(self.time_limit))
        except (OSError, UnusableError) as error:
            return unread_article(task, why_unread(error, self.root))
        except MemoryError:
            return unread_article(task, "there is not enough memory for it")

    def read(self, task: Task) -> ReadArticle:
        """Read an article and audit it."""
        article = task.article
        if article.failure:
            return unread_article(task, article.failure)
        packed = load_article(article, self.root, self.settings.limits)
        rows = rows_or_failure(packed, self.given, self.settings)
        forget_texts()
        return ReadArticle(rows, [] if could_not_be_read(rows) else file_marks(article, packed, task.seen))


def forget_texts() -> None:
    """Forget what earlier articles state once they are many: it is remembered for the rules of one article."""
    if stated_in.cache_info().currsize > TEXTS_REMEMBERED:
        stated_in.cache_clear()


def could_not_be_read(rows: Rows) -> bool:
    """Whether the rows are those of an article that could not be read."""
    ((*_, why),) = rows["articles"]
    return why is not None


def unread_article(task: Task, why: str) -> ReadArticle:
    """What becomes of an article that cannot be read."""
    return ReadArticle(failed_article(task.article.name, why, task.article.place), [])


def too_long(seconds: float) -> str:
    """Why an article was given up that takes too long."""
    return f"it takes longer than {seconds:g} s; give it more with --time-limit"


def why_unread(error: Exception, root: str) -> str:
    """Why a file could not be read, which is named from the root of the archive."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    name = os.path.relpath(error.filename, root) if isinstance(error.filename, str) else "it"
    return f"{name.replace(os.sep, '/')} cannot be opened: {error.strerror}"


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raise OutOfTime where something takes longer, if the system has alarms and this is the main thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, raise_out_of_time)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def raise_out_of_time(_number: int, _frame: object) -> None:
    """End what takes too long."""
    raise OutOfTime
