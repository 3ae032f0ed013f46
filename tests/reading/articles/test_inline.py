"""The text of a block of Markdown: what it costs to read a very long one."""

from __future__ import annotations

import time

import pytest

from graph.reading.articles.inline import Inline
from graph.reading.articles.inline_scan import Line


@pytest.mark.parametrize("piece", [f"@{'a' * 400}; ", f"![{'a' * 200}](b) "])
def test_time_grows_with_the_block_alone(piece: str) -> None:
    line = Line(1, 1, f"See {piece * 20_000}")
    start = time.process_time()
    Inline(style="keys").scan([line])
    assert time.process_time() - start < 2
