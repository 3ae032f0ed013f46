"""What the package shows of itself."""

from __future__ import annotations

import doctest
from importlib import resources
from importlib.metadata import version
from pathlib import Path

import pytest

import graph
from graph.network.questions import QUESTIONS


def test_what_is_shown_is_there() -> None:
    assert {"exports", "frames", "questions", "read"} <= set(dir(graph))
    assert all(hasattr(graph, name) for name in dir(graph))


def test_the_version_is_that_of_what_is_installed() -> None:
    assert graph.__version__ == version("evidence-graph")


def test_exports_are_reached_without_an_import_of_their_own() -> None:
    assert "ris" in graph.exports.EXPORTS


def test_what_there_is_not_is_said() -> None:
    with pytest.raises(AttributeError, match="module 'graph' has no attribute 'frame'"):
        _ = graph.frame


def test_questions_show_themselves_and_nothing_else() -> None:
    shown = {name for name in dir(graph.questions) if not name.startswith("_")}
    assert shown == {"QUESTIONS", "find", *(each.__name__ for each in QUESTIONS.values())}


def test_checkers_of_types_are_told_that_the_package_has_types() -> None:
    assert resources.files(graph).joinpath("py.typed").is_file()


@pytest.mark.parametrize(
    "name", ["audit", "build_network", "compare", "draw", "explore", "frames", "parse", "read", "sample", "summarize"]
)
def test_an_example_gives_what_it_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)
    (example,) = doctest.DocTestFinder(recurse=False).find(getattr(graph, name), name)
    assert doctest.DocTestRunner().run(example) == (0, len(example.examples))
    assert example.examples
