"""Finding quotes in the article's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.texts.quotes import find_quote, nearest_passage, plain, read_article

TEXT = """Coffee

It delays sleep. Coffee \u2013 it\u2019s \u201cknown\u201d \u2013 is cafe\u0301\u00ad\u00a0noir\u2026

Tea

It delays sleep.
"""
ARTICLE = read_article(TEXT, ["Coffee", "Tea", ""])


@pytest.mark.parametrize(
    "quote",
    [
        'Coffee - it\'s "known" -',
        "Coffee \u2014 it\u2018s \u00abknown\u00bb \u2212",
        "  Coffee\n\u2010\tit\u2019s",
        "caf\u00e9 noir...",
        "ca\u200bfe\u0301 noir",
    ],
)
def test_typography_does_not_matter(quote: str) -> None:
    assert len(find_quote(ARTICLE, quote)) == 1


@pytest.mark.parametrize("quote", ["coffee - it's", "Coffee it's", "", "\u00ad", "It delays sleep. Tea?"])
def test_letters_do(quote: str) -> None:
    assert find_quote(ARTICLE, quote) == []


@pytest.mark.parametrize(("section", "number"), [("", 2), ("Coffee", 1), ("tea", 1), ("Milk", 2), ("Coffee\u00ad", 1)])
def test_a_section_tells_places_apart(section: str, number: int) -> None:
    assert len(find_quote(ARTICLE, "It delays sleep.", section)) == number


def test_a_quote_that_occurs_once_may_stand_in_another_section() -> None:
    assert len(find_quote(ARTICLE, "noir", "Tea")) == 1


def test_places_may_overlap() -> None:
    assert find_quote(read_article("aaaa", []), "aaa") == [0, 1]


def test_a_passage_is_proposed_for_a_quote_that_changed() -> None:
    assert nearest_passage(ARTICLE, "It delayed sleep.") == "It delays sleep."
    assert nearest_passage(read_article("Why treatment of veins is effective", []), "reatment of vein") == (
        "treatment of veins"
    )
    assert nearest_passage(ARTICLE, "Quite another thing") == ""


@given(st.text(), st.integers(0, 50), st.integers(1, 50))
def test_every_passage_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    article = read_article(text, [])
    passage = article.text[start : start + length].strip()
    assert bool(find_quote(article, passage)) == bool(passage)


@given(st.text())
def test_plain_text_is_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_a_text_that_is_a_word_of_the_quote_is_not_proposed() -> None:
    assert nearest_passage(read_article("sleep", ()), "Coffee after noon shortens sleep.") == ""


def test_a_quote_that_stands_everywhere_is_found_in_so_many_places_only() -> None:
    assert len(find_quote(read_article("It is so. " * 5_000, []), "It is so.")) == 1_000
