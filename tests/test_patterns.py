"""Patterns that once took time with the square of a text or worse, each on the text that it was slow on."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

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
    "reading.listed.HEADING": " " * MANY + "a",
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
