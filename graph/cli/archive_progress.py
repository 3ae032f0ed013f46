"""How far the audit of an archive is, on a terminal."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from graph.archive.how import Progress
from graph.cli.progress import ERASED, is_watched
from graph.wording import count

EVERY = 0.2
"""The seconds between two lines of progress."""


@contextmanager
def counting() -> Iterator[Any]:
    """Show how far it is, on a terminal; what is to be called after each article."""
    if not is_watched():
        yield lambda _: None
        return
    line = ProgressLine()
    try:
        yield line
    finally:
        click.echo(ERASED, err=True, nl=False)


class ProgressLine:
    """A line that says how many articles are done, how fast, how long the rest takes, and how many failed."""

    def __init__(self) -> None:
        self.started = self.shown = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        """Say how far it is, unless that was said a moment ago."""
        now = time.monotonic()
        if now - self.shown >= EVERY:
            self.shown = now
            click.echo(f"{ERASED}{progress_words(progress, now - self.started)}", err=True, nl=False)


def progress_words(progress: Progress, seconds: float) -> str:
    """How far it is, after so many seconds."""
    rate = progress.done / max(seconds, 0.001)
    speed = f"{rate:,.0f} a second" if rate >= 1 else f"{1 / max(rate, 0.001):,.0f} s each"
    left = (progress.articles - progress.done) / max(rate, 0.001)
    failed = f", {progress.failed:,} failed" if progress.failed else ""
    done = f"{progress.done:,} of {count(progress.articles, 'article')}"
    return f"{done}, {speed}, {duration(left)} left{failed}"


def duration(seconds: float) -> str:
    """A duration in the words of people: "40 s", "12 min", "3 h 20 min"."""
    minutes = round(seconds / 60)
    if seconds < 90:  # noqa: PLR2004 - up to there seconds say more
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"  # noqa: PLR2004 - as above
