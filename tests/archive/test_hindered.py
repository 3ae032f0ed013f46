"""An audit of an archive that is killed, or kept from writing: what was kept stays whole."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.archive.how import HowToRead, Progress
from graph.archive.store import STORE
from graph.cli import main
from graph.model import UnusableError
from tests.archive.archives import asked, small

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other ways to be hindered")


def in_a_process(root: Path, out: Path, hinder: Callable[[], object]) -> tuple[int | None, str]:
    """The exit code of an audit in a process that is hindered, none where it was killed, and what it says."""
    told = out.parent / "told.txt"
    child = os.fork()
    if child == 0:
        with told.open("w", encoding="utf-8") as file, redirect_stderr(file), redirect_stdout(file):
            hinder()
            code = main(["archive", "audit", str(root), "--into", str(out), "--jobs", "1", "--quiet"])
        os._exit(code)
    status = os.waitpid(child, 0)[1]
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else None, told.read_text(encoding="utf-8")


def whole(out: Path) -> bool:
    """Whether a store has all rows of each of its articles."""
    with closing(sqlite3.connect(out / STORE)) as store:
        (sound,) = store.execute("PRAGMA integrity_check").fetchone()
    numbers = asked(out, "SELECT (SELECT count(*) FROM claims), 2 * (SELECT count(*) FROM articles)")
    return bool(sound == "ok" and numbers[0][0] == numbers[0][1])


def killed_at(statement: str, times: int) -> Callable[[], None]:
    """Have this process killed when its store is told something for the so-and-so-many-th time."""
    left = [times]

    class Watched(sqlite3.Connection):
        def execute(self, sql: str, *arguments: object) -> sqlite3.Cursor:
            if sql == statement:
                left[0] -= 1
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
            return super().execute(sql, *arguments)  # type: ignore[arg-type]

    def hinder() -> None:
        connect = sqlite3.connect
        sqlite3.connect = lambda *given, **options: connect(*given, **options, factory=Watched)  # type: ignore[assignment]

    return hinder


@pytest.mark.parametrize("times", [1, 2, 3])
def test_an_audit_that_is_killed_before_it_keeps_something_leaves_what_was_there(times: int, tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a", "b"), tmp_path / "out"
    audit_archive(root, out)
    small(root, "c", "d")
    code, _ = in_a_process(root, out, killed_at("COMMIT", times))
    assert code is None
    assert whole(out)
    audit_archive(root, out)
    assert asked(out, "SELECT count(*) FROM articles") == [4]


def test_of_two_audits_into_one_folder_one_is_told_to_wait(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a", "b"), tmp_path / "out"
    others = [partial(audit_archive, root, out)]

    def meanwhile(_: Progress) -> None:
        if others:
            others.pop()()

    with pytest.raises(UnusableError, match="has been written by another command meanwhile; run this one again"):
        audit_archive(root, out, how=HowToRead(tell=meanwhile))
    assert whole(out)
    assert asked(out, "SELECT count(*) FROM articles") == [2]


def fill_the_disk() -> None:
    """Let no file become larger than a store without articles."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_a_full_disk_is_one_line_and_the_store_stays_whole(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a"), tmp_path / "out"
    audit_archive(root, out)
    small(root, *(f"b{number}" for number in range(40)))
    code, told = in_a_process(root, out, fill_the_disk)
    (line,) = told.splitlines()
    assert code == 2
    assert line.startswith(f"evidence-graph: error: {out / STORE}: ")
    assert line.endswith("is the disk full?")
    assert whole(out)


def test_a_folder_that_cannot_be_opened_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, out = small(tmp_path / "root", "a", "b"), tmp_path / "out"
    scandir = os.scandir

    def refused(path: str) -> object:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("graph.archive.walking.os.scandir", refused)
    audit_archive(root, out, how=HowToRead())
    assert asked(out, "SELECT name FROM articles") == ["b"]
    assert asked(out, "SELECT file, message FROM findings WHERE code = 'ARC007'") == [
        ("a", "this folder cannot be looked into (Permission denied); whatever is in it is missing")
    ]
