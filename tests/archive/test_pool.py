"""Articles through several processes: what one of them does to its process is its own affair."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator

import pytest

from graph.archive.pool import BATCH, BATCH_BYTES, batches, held_back, outcomes
from graph.model import UnusableError
from tests.archive.workers import NoWork, Told, task


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have new processes import what they need, and not the program that runs the tests."""
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)
    monkeypatch.delattr(sys.modules["__main__"], "__file__", raising=False)


def became(names: list[str], jobs: int = 2, time_limit: float = 60.0) -> Iterator[tuple[str, bool]]:
    """The articles in the order in which they come back, each with whether it was read."""
    for each, found in outcomes(Told(), map(task, names), jobs, time_limit):
        assert each.article.name == found.rows["articles"][0][1]
        yield each.article.name, bool(found.marks)


def test_articles_come_back_in_their_order() -> None:
    names = [f"a{number:03}" for number in range(3 * BATCH)]
    assert [*became(names)] == [(name, True) for name in names]


def test_an_article_that_kills_its_process_costs_itself_alone() -> None:
    names = ["a", "b", "killed", "c", "d"]
    assert [*became(names)] == [(name, "killed" not in name) for name in names]


def test_an_article_that_never_ends_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.archive.pool.GRACE", 0.5)
    assert [*became(["a", "hung", "b"], time_limit=0.1)] == [("a", True), ("hung", False), ("b", True)]


def test_where_no_process_can_be_started_that_is_said() -> None:
    with pytest.raises(UnusableError, match="use --jobs 1"):
        next(outcomes(NoWork(), [task("a")], 2, 60.0))


def test_where_batches_cannot_be_written_their_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.archive.pool.write_copy", full)
    with pytest.raises(UnusableError, match="No space left on device; make room there") as told:
        next(outcomes(Told(), [task("a")], 2, 60.0))
    assert str(told.value).startswith(tempfile.gettempdir())


@pytest.mark.parametrize("error", [EOFError(), BrokenPipeError(32, "Broken pipe")])
def test_where_what_starts_processes_was_killed_that_is_said(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise error

    monkeypatch.setattr("graph.archive.pool.ProcessPoolExecutor.submit", killed)
    with pytest.raises(UnusableError, match="use --jobs 1"):
        next(outcomes(Told(), [task("a")], 2, 60.0))


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way")
def test_what_is_held_back_comes_afterwards() -> None:
    seen = []

    def stopped_early() -> None:
        with held_back():
            signal.raise_signal(signal.SIGINT)
            seen.append("still here")

    with pytest.raises(KeyboardInterrupt):
        stopped_early()
    assert seen


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way")
def test_a_process_that_is_started_meanwhile_never_hears_of_it() -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    with held_back():
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code


def test_batches_are_neither_many_nor_large() -> None:
    tasks = [task("small")] * (BATCH + 1) + [task("large", BATCH_BYTES)] + [task("small")]
    assert [len(batch) for batch in batches(tasks)] == [BATCH, 2, 1]
