"""What is wrong."""

from __future__ import annotations

from graph.model import Finding, Place


def test_findings_of_one_line_are_told_apart_by_a_table() -> None:
    found = [
        Finding(code="A", rule="a", severity="info", place=Place("a.md", 1, offset=at), subject="", message="m")
        for at in range(9)
    ]
    assert len({*map(hash, found)}) == len(found)
