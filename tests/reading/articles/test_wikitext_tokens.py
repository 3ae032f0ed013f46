"""The brackets of wikitext: what is closed, what is torn, and how deep they are nested."""

from __future__ import annotations

import pytest

from graph.reading.articles import sentences_of
from graph.reading.articles.wikitext_tokens import MAX_NESTED
from tests.reading.articles.wikitext import ROTH, article

TORN = {
    "in a line": ("So.<ref>Brown, Hares.\nAnd.", ["So. And."]),
    "before another": ("So.<ref>Brown, Hares.<ref name=a/> And.", ["So.<ref name=a/> And."]),
    "with brackets over two lines": ("So.<ref>Brown, [[Hares|big\nhares]].\nAnd.", ["So. And."]),
    "before a source": (f"So.<ref>{ROTH} And.", [f"So.{ROTH[:60]}...}}}} And."]),
    "with the name of one that is": (
        "So.<ref name=a> And.<ref name=a>Brown, Hares.</ref>",
        ["So. And.<ref name=a>Brown, Hares.</ref>"],
    ),
}


@pytest.mark.parametrize(("text", "quotes"), TORN.values(), ids=TORN)
def test_the_words_of_a_note_that_is_not_closed_are_in_no_claim(text: str, quotes: list[str]) -> None:
    assert [" ".join(each.quote for each in sentences_of(article(text)))] == quotes
    assert any("is not closed" in each.message for each in article(text).problems)


OPENERS = [
    "{{",
    "[[",
    "{{a|",
    "<ref>",
    "\n{|\n",
    "[http://a ",
    "<blockquote>",
    "[[a|{{b|",
    "<ref>{{cite book|title=",
    "<!-- -->\n",
    "== Coffee ==\n",
]


@pytest.mark.parametrize("opener", OPENERS)
def test_any_number_of_beginnings_is_read_in_one_pass(opener: str) -> None:
    assert article(opener * 20_000).file


CLOSED = [("{{", "}}"), ("[[", "]]"), ("{{efn|", "}}"), ("<blockquote>", "</blockquote>"), ("\n{|\n", "\n|}\n")]


@pytest.mark.parametrize(("opener", "closer"), CLOSED)
def test_what_is_nested_too_deep_is_text(opener: str, closer: str) -> None:
    found = article(opener * 20_000 + closer * 20_000)
    assert [each.message for each in found.problems] == [
        f"brackets are nested more than {MAX_NESTED} deep; those inside are read as text"
    ]
