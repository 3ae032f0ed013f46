"""The passages of a page of wikitext: paragraphs, items, tables, notes."""

from __future__ import annotations

import pytest

from tests.reading.articles.wikitext import article, said

KINDS = {
    "an item": ("* One", "item"),
    "an item of a numbered list": ("# One", "item"),
    "what is moved to the right": (": One", "text"),
    "a quotation": ("<blockquote>One</blockquote>", "quotation"),
    "a template of a quotation": ("{{blockquote|One|Somebody}}", "quotation"),
    "a caption": ("[[File:A.jpg|thumb|alt=Words|One]]", "caption"),
    "a row of a table": ('{| class="x"\n| style="y" | One\n|}', "table"),
    "a note of a group": ("<ref group=n>One</ref>", "note"),
    "a template of a note": ("{{efn|One}}", "note"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_a_passage_is_what_its_signs_say(text: str, kind: str) -> None:
    found = article(text)
    assert [(each.kind, words) for each, words in zip(found.passages, said(found, kind), strict=True)] == [
        (kind, "One")
    ]


def test_cells_are_words_of_a_row() -> None:
    found = article("{|\n|+ Title\n! Gene !! Odds\n|-\n| A || 1\n|}")
    assert said(found, "table") == ["Title Gene Odds", "A 1"]


def test_a_note_stands_behind_its_paragraph_and_once() -> None:
    found = article("So.{{efn|name=x|A note.}} And so.{{efn|name=x}}\n\nThen.")
    assert said(found, "text", "note") == ["So.", "And so.", "A note.", "Then."]


def test_a_line_with_a_comment_alone_ends_no_paragraph() -> None:
    assert len(article("One\n<!-- no -->\ntwo.").passages) == 1
