"""What the package shows of itself."""

from __future__ import annotations

import pytest

import graph


def test_what_is_shown_is_there() -> None:
    assert {"exports", "frames", "questions", "read"} <= set(dir(graph))
    assert all(hasattr(graph, name) for name in dir(graph))


def test_exports_are_reached_without_an_import_of_their_own() -> None:
    assert "ris" in graph.exports.EXPORTS


def test_what_there_is_not_is_said() -> None:
    with pytest.raises(AttributeError, match="module 'graph' has no attribute 'frame'"):
        _ = graph.frame
