"""Work for processes of a pool, apart from the tests: a process that begins it need not import these."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass

from graph.archive.found import FoundArticle
from graph.archive.loading import FileMark
from graph.archive.tables import ARCHIVE_TABLES, Rows
from graph.archive.walking import Stat
from graph.archive.work import ReadArticle, Task


def task(name: str, size: int = 1) -> Task:
    return Task(FoundArticle(name=name, files={f"{name}/claims.csv": "claims"}), {"claims.csv": Stat(size, 0)})


def rows_named(name: str) -> Rows:
    return {table: [(1, name, None)] if table == "articles" else [] for table in ARCHIVE_TABLES}


@dataclass(frozen=True)
class Told:
    """Work that does to its process what the article is called."""

    def __call__(self, each: Task) -> ReadArticle:
        name = each.article.name
        if "killed" in name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "hung" in name:
            time.sleep(60)
        return ReadArticle(rows_named(name), [FileMark(name, 1, 2, "x")])


class NoWork:
    """Work that no process can begin."""

    def __init__(self) -> None:
        self.state = 1

    def __call__(self, each: Task) -> ReadArticle:
        raise NotImplementedError

    def __setstate__(self, state: object) -> None:
        raise SystemExit
