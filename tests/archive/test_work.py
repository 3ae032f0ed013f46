"""What is done with one article."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from graph.archive import work
from graph.archive.articles import find_articles
from graph.archive.auditing import audit_archive
from graph.archive.walking import walked
from graph.archive.work import Task, Work
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.reading.limits import Limits
from graph.references.designs import stated_in
from tests.archive.archives import asked, small


def became(root: Path, time_limit: float = 60.0) -> Any:
    """Why the one article of an archive failed."""
    archive = find_articles(walked(str(root)))
    found = Work(str(root), Given(), Settings(), time_limit)(Task(archive.articles[0], archive.seen))
    return found.rows["articles"][0][-1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small(tmp_path, "a")


def test_an_article_is_read(root: Path) -> None:
    assert became(root) is None


def test_what_articles_state_is_not_remembered_for_ever(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stated_in("A randomised trial", "", "", "")
    monkeypatch.setattr(work, "TEXTS_REMEMBERED", 0)
    became(root)
    assert not stated_in.cache_info().currsize


def test_an_article_that_takes_too_long_is_given_up(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never_ends(*_: object) -> None:
        while True:
            with suppress(Exception):  # as a reader may catch whatever goes wrong
                time.sleep(0.01)

    monkeypatch.setattr(work, "load_article", never_ends)
    assert became(root, 0.05) == "it takes longer than 0.05 s; give it more with --time-limit"


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (MemoryError(), "there is not enough memory for it"),
        (PermissionError(13, "Permission denied"), "it cannot be opened: Permission denied"),
    ],
)
def test_what_goes_wrong_with_an_article_is_told(
    error: Exception, why: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(work, "load_article", fails)
    assert became(root) == why


def test_the_file_that_cannot_be_opened_is_named_from_the_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path, *_: object) -> bytes:
        raise PermissionError(13, "Permission denied", os.fspath(path))

    monkeypatch.setattr("graph.archive.loading.bytes_of", fails)
    assert became(root) == "a/claims.csv cannot be opened: Permission denied"


def test_a_file_that_is_too_large_is_named_from_the_root(tmp_path: Path) -> None:
    audit_archive(small(tmp_path / "root", "a"), tmp_path / "out", Settings(limits=Limits(file=50)))
    (why,) = asked(tmp_path / "out", "SELECT failure FROM articles")
    assert why.startswith("a/claims.csv: is not read, as it has more than 50 bytes")


def test_a_fault_of_this_program_is_told_in_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RecursionError("too deep\nby far")

    monkeypatch.setattr("graph.archive.rows.article_rows", fails)
    assert became(root) == "a fault of evidence-graph itself, please report it; RecursionError: too deep"
