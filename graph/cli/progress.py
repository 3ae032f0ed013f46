"""What a command is doing, on a terminal, while somebody waits for it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click

from graph.model import Evidence
from graph.wording import count

PATIENCE = 1.0
"""After how many seconds of one stage somebody wants to know of it; a command has two or three long ones."""

ERASED = "\r\x1b[K"
"""What takes the line away that the cursor is in."""


@contextmanager
def progress(stage: str) -> Iterator[None]:
    """Say what is being done while it takes long, and take that away at the end; never in pipes or in CI."""
    if not is_watched():
        yield
        return
    from shutil import get_terminal_size

    width = get_terminal_size().columns - 1  # of a line that goes on in another one, only that could be taken away
    shown: list[str] = []

    def show(text: str) -> None:
        shown.append(text)
        click.echo(text, err=True, nl=False)

    timer = threading.Timer(PATIENCE, show, [f"{stage} …"[:width]])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown:
            show(ERASED)


def is_watched() -> bool:
    """Whether somebody waits at a terminal."""
    return sys.stderr.isatty() and "CI" not in os.environ


def sizes(evidence: Evidence) -> str:
    """How much there is to look at."""
    return f"{count(len(evidence.claims), 'claim')} and {count(len(evidence.references), 'reference')}"
