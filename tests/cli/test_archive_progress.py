"""How far the audit of an archive is."""

from __future__ import annotations

import pytest

from graph.archive.how import Progress
from graph.cli.archive_progress import progress_words


@pytest.mark.parametrize(
    ("progress", "seconds", "words"),
    [
        (Progress(1200, 300, 0), 10.0, "300 of 1,200 articles, 30 a second, 30 s left"),
        (Progress(100_000, 100, 2), 10.0, "100 of 100,000 articles, 10 a second, 2 h 46 min left, 2 failed"),
        (Progress(2, 1, 0), 600.0, "1 of 2 articles, 600 s each, 10 min left"),
    ],
)
def test_how_far_it_is_in_words(progress: Progress, seconds: float, words: str) -> None:
    assert progress_words(progress, seconds) == words
