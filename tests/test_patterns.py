"""Patterns: those that once took time with the square of a text or worse, and what none of them may have."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import graph

MANY = 100_000
"""With the square of so many, none of these ends while anybody waits."""

HOSTILE = {
    "archive.decisions.TITLE_NUMBER": "1" * MANY + "-",
    "auditing.baseline.FILE": "a" * MANY,
    "exports.records.FROM_TO": "1" * MANY,
    "fixes.planning.WRAPPED_DOI": "10.1/a" + "} " * MANY + "a\na",
    "reading.articles.BEFORE_MARK": " " * MANY + "a",
    "reading.articles.EMPTY_BRACKETS": " " * MANY + "a",
    "reading.articles.inline_citing.GLUE": " " * MANY + "a",
    "reading.articles.inline_citing.IN_BRACKETS": "[" + "1: 2, " * MANY,
    "reading.articles.inline_citing.LOCATOR": ", p. 1" + "-11" * 60 + "!",
    "reading.articles.inline.ROLE_TARGET": " " * MANY + "a",
    "reading.articles.latex_citing.CITE_NAME": "cite" * MANY + "@",
    "reading.articles.markdown.NOTE_CALLED": "[^" * MANY,
    "reading.articles.odt.JABREF": "JABREF_" * MANY,
    "reading.articles.wikitext.PICTURE_OPTION": "1" * MANY,
    "reading.articles.wikitext.RAW_TAG": "<" + "a" * MANY,
    "reading.articles.wikitext_citing.BETWEEN_NAMES": " " * MANY + "a",
    "reading.bibtex.KEY_COMMENT": "%" * MANY,
    "reading.excel.NOT_OF_FORMAT": "[" * MANY,
    "reading.listed.lists.HEADING": " " * MANY + "a",
    "reading.names.NAMED_PART": "family=a" * MANY + "{",
    "references.years.WHOLE": "2001" + "-" * MANY + "a",
    "rules.sources.LOOKED_AT": "accessed " * MANY + "[" * MANY,
    "rules.statements.OPERATOR": "[" * MANY + "a",
    "texts.lines.BREAK_WITHIN_HAN": "\u8336" + " " * MANY,
}


ANYWHERE = {
    "auditing.baseline.FILE",
    "exports.records.FROM_TO",
    "reading.articles.BEFORE_MARK",
    "reading.articles.EMPTY_BRACKETS",
    "reading.articles.inline.ROLE_TARGET",
    "reading.articles.inline_citing.IN_BRACKETS",
    "reading.articles.markdown.NOTE_CALLED",
    "reading.articles.odt.JABREF",
    "reading.articles.wikitext_citing.BETWEEN_NAMES",
    "reading.bibtex.KEY_COMMENT",
    "reading.excel.NOT_OF_FORMAT",
    "reading.names.NAMED_PART",
    "rules.sources.LOOKED_AT",
    "rules.statements.OPERATOR",
    "texts.lines.BREAK_WITHIN_HAN",
}
"""Those that are looked for anywhere in a text; the others are compared with all of it."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_pattern_is_done_with_a_hostile_text_soon(name: str) -> None:
    module, _, constant = name.rpartition(".")
    pattern: re.Pattern[str] = getattr(import_module(f"graph.{module}"), constant)
    look = pattern.search if name in ANYWHERE else pattern.fullmatch
    assert look(HOSTILE[name]) is None


REPEATED_FOR_GOOD = re.compile(r"(?<!\\)\)(?:[*+?]|\{+\d[^{}]*\}+)\+")
"""A group with a possessive quantifier. Python up to 3.11.4 stands behind the half of a last one that does not match
(https://github.com/python/cpython/issues/106052), where `(?>(?:...)*)` is right."""


def test_no_group_is_repeated_for_good() -> None:
    modules = Path(graph.__file__).parent.rglob("*.py")
    lines = ((path.name, line) for path in modules for line in path.read_text(encoding="utf-8").splitlines())
    assert not [each for each in lines if REPEATED_FOR_GOOD.search(each[1])]
