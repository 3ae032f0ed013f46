from __future__ import annotations

import io
import sys
import time

import pytest

from graph.cli.progress import ERASED, progress


class Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        return True


def shown_while(seconds_at_most: float) -> str:
    """What a long stage writes, and what is there when it has ended."""
    until = time.monotonic() + seconds_at_most
    with progress("auditing 3 claims"):
        while not sys.stderr.getvalue() and time.monotonic() < until:  # type: ignore[attr-defined] # the stand-in has it
            time.sleep(0.001)
    written: str = sys.stderr.getvalue()  # type: ignore[attr-defined]
    return written


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.cli.progress.PATIENCE", 0)
    monkeypatch.delenv("CI", raising=False)


def test_a_terminal_is_told_and_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert shown_while(10) == f"auditing 3 claims …{ERASED}"


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not shown_while(0.02)


def test_ci_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("CI", "true")
    assert not shown_while(0.02)
