"""What the header of a Markdown file says."""

from __future__ import annotations

import pytest

from graph.reading.articles.header import read_header


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-01-31", "2026-01-31"),
        ("5 May 2026", "5 May 2026"),
        ("last-modified", ""),
        ("today", ""),
        ('"`r format(Sys.time(), "%d %B %Y")`"', ""),
        ('"`r Sys.Date() - 1`"', ""),
        (r"\today", ""),
    ],
)
def test_a_date_is_one_that_is_stated(written: str, date: str) -> None:
    header, _ = read_header(f"---\ntitle: Tea\ndate: {written}\n---\n\nIt is so.\n")
    assert (header.title, header.date) == ("Tea", date)
