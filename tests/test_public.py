"""What the package shows of itself."""

from __future__ import annotations

import doctest

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


@pytest.mark.parametrize("name", ["sample", "summarize", "explore", "draw"])
def test_an_example_gives_what_it_says(name: str) -> None:
    (example,) = doctest.DocTestFinder(recurse=False).find(getattr(graph, name), name)
    assert doctest.DocTestRunner().run(example) == (0, len(example.examples))
    assert example.examples
