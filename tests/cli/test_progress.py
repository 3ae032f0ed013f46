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


def shown_while(stream: io.StringIO, seconds_at_most: float) -> str:
    """What a long stage writes, and what is there when it has ended."""
    until = time.monotonic() + seconds_at_most
    with progress("auditing 3 claims"):
        while not stream.getvalue() and time.monotonic() < until:
            time.sleep(0.001)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.cli.progress.PATIENCE", 0)
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.parametrize(
    ("stream", "ci", "told"),
    [(Terminal, "", f"auditing 3 claims …{ERASED}"), (io.StringIO, "", ""), (Terminal, "true", "")],
)
def test_a_terminal_is_told_and_cleared_and_nothing_else(
    stream: type[io.StringIO], ci: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stderr = stream()
    monkeypatch.setattr(sys, "stderr", stderr)
    if ci:
        monkeypatch.setenv("CI", ci)
    assert shown_while(stderr, 10 if told else 0.02) == told
