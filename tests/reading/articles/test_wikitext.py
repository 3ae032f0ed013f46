"""Reading wikitext, as pages of Wikipedia are written."""

from __future__ import annotations

import random

import pytest

from graph.model import File
from graph.reading.article_formats import detect
from graph.reading.articles import Run
from tests.reading.articles.test_wikitext_blocks import KINDS
from tests.reading.articles.test_wikitext_citing import MARKERS, NO_CLAIMS
from tests.reading.articles.wikitext import article, said


def test_what_is_left_out_is_counted() -> None:
    text = (
        "<math>x</math>{{anchor|x}}So.\n<gallery>A.jpg</gallery>\n<pre>x</pre>\n== See also ==\n* [[Cat]]\n* [[Dog]]\n"
    )
    left_out = {"formulas": 1, "templates": 1, "galleries": 1, "code blocks": 1, "lines of links": 2}
    assert (article(text).left_out, said(article(text))) == (left_out, ["So."])


def test_places_are_those_of_the_page() -> None:
    text = (
        "<!-- a\nb -->\n{{Infobox\n| a = b\n}}\nA [[big|large]] cat.<ref>\n{{cite book\n|title=A}}</ref> It\nis. {{cn}}"
    )
    found = article(text)
    lines = text.split("\n")
    for run in (run for passage in found.passages for run in passage.runs if isinstance(run, Run)):
        assert lines[run.line - 1][run.column - 1 :].startswith(run.text.split("\n")[0])
    assert [(each.line, each.column) for each in found.markers] == [(6, 21), (9, 5)]
    assert [each.place.line for each in found.references] == [7]


SEEN = {"a note": "So.<ref>x</ref>", "a template": "So. {{Cite web|url=x}}", "a heading": "So.\n\n== Causes ==\nSo."}


@pytest.mark.parametrize("name", ["a", "a.txt", "a.wiki"])
@pytest.mark.parametrize("text", SEEN.values(), ids=SEEN)
def test_wikitext_is_told_by_what_is_in_it(text: str, name: str) -> None:
    found = detect(File(name, text.encode(), "claims"))
    assert found is not None
    assert found.reader == "wikitext.read_wikitext"


def test_no_damage_raises() -> None:
    choose = random.Random(9)  # noqa: S311 - the same on each run
    text = "\n\n".join(
        [*(each for each, _ in MARKERS.values()), *NO_CLAIMS.values(), *(each for each, _ in KINDS.values())]
    )
    for _ in range(100):
        start = choose.randrange(len(text))
        cut = text[:start] + text[start + choose.randrange(9) :]
        other = choose.randrange(len(text))
        article(cut[other:] + cut[:other])
