"""The document of the questions is what they say themselves, and each of them is whole."""

from __future__ import annotations

import doctest
import inspect
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import networkx as nx
import pytest

import graph
from graph.cli.ask import ask
from graph.network import questions
from graph.network.documentation import WITH_NETWORKX, documented, questions_document
from graph.network.questions import QUESTIONS

ROOT = Path(__file__).parent.parent.parent
NETWORK = graph.build_network(graph.read(ROOT / "data" / "references.bib", ROOT / "data" / "claims.csv"))


def test_the_document_is_up_to_date() -> None:
    assert (ROOT / "docs" / "questions.md").read_text(encoding="utf-8") == questions_document()


def test_every_question_is_in_the_table() -> None:
    """A question is a function whose documentation asks something."""
    parts = [import_module(f"{questions.__name__}.{each.name}") for each in iter_modules(questions.__path__)]
    asking = {
        name.replace("_", "-")
        for part in parts
        for name, each in inspect.getmembers(part, inspect.isfunction)
        if each.__module__ == part.__name__ and (inspect.getdoc(each) or "").partition("\n")[0].endswith("?")
    }
    assert asking == QUESTIONS.keys()


def test_the_readme_counts_the_questions() -> None:
    assert f"# {len(QUESTIONS)} questions;" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_question_is_a_command() -> None:
    assert ask.commands.keys() == QUESTIONS.keys()


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_documented(name: str) -> None:
    known = documented(name, QUESTIONS[name])
    assert known.title.endswith("?")
    assert known.more
    assert known.name == name == QUESTIONS[name].__name__.replace("_", "-")


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_example_of_a_question_is_true(name: str) -> None:
    finder = doctest.DocTestFinder(recurse=False)
    (test,) = finder.find(QUESTIONS[name], name, globs={**vars(questions), "network": NETWORK})
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def test_what_is_said_of_networkx_is_true() -> None:
    code = "\n".join(re.findall(r"```python\n(.*?)```", WITH_NETWORKX, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(code, {"network": NETWORK}, "networkx", None, None)
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("algorithm", [nx.clustering, nx.katz_centrality, nx.eigenvector_centrality])
def test_what_is_said_to_want_a_plain_graph_does(algorithm: Callable[[Any], object]) -> None:
    with pytest.raises(nx.NetworkXNotImplemented):
        algorithm(NETWORK)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_example_asks_about_what_the_question_needs(name: str) -> None:
    known = documented(name, QUESTIONS[name])
    needed = sum(each.needed for each in known.subjects)
    assert needed <= len(known.examples) <= len(known.subjects)
