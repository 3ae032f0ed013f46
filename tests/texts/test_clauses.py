"""Sentences that may be two claims."""

from __future__ import annotations

import re

import pytest

from graph.texts.clauses import LONGEST_QUOTE, own_clause, parts_between

TWO = {
    "Some found a link [1], whereas others have found none [2].": "whereas others have found none",
    "It is old [1] and is drunk everywhere [2].": "and is drunk everywhere",
    "It is old [1]; however, one study observed it [2].": "however, one study observed it",
    "It is old [1], but nobody, as they say, had seen any [2][3].": "but nobody, as they say, had seen any",
    "A is one [1], B two [2], and C may be three [3].": "and C may be three",
    "It is old.[1] And it was new.[2]": "And it was new",
    "It is old [1], and this confirmed it [2].": "and this confirmed it",
}
ONE = [
    "It is found in tea [1], mate [2] and cocoa [3].",
    "It is used to cluster cells [1] and to stratify strains [2].",
    "It has been seen in women (who are older) [1] or men (who are older) [2].",
    "It tells what drugs do [1] and how drugs are made [2].",
    "It has been seen [1], which is odd [2].",
    "It is old [1], and tea is not.",
    "It is old [1, 2].",
    "It is old [1] and was new [2] in most towns.",
    "It is old and tea is not [1][2].",
    "Tu [1] was the first and has been the last [2].",
]


def without(quote: str) -> str:
    return re.sub(r"\s*\[[\d, ]+\]", "", quote)


@pytest.mark.parametrize("quote", TWO)
@pytest.mark.parametrize("words", [without, str.upper], ids=["as drafted", "in words of its own"])
def test_a_second_clause_with_its_own_marker(quote: str, words: type) -> None:
    assert own_clause(quote, words(quote)).strip(".") == TWO[quote]


@pytest.mark.parametrize("quote", ONE)
@pytest.mark.parametrize("words", [without, str.upper], ids=["as drafted", "in words of its own"])
def test_lists_infinitives_relative_clauses_and_one_marker_are_none(quote: str, words: type) -> None:
    assert own_clause(quote, words(quote)) == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3,4", "5"),
        (" (Drake, 2013)", " (Roth et al, 2011)"),
        ("~\\cite{a}", "~\\citep[p. 3]{b}"),
        (" [@a; @b]", " [-@c]"),
    ],
)
def test_markers_of_any_form_are_what_the_words_lack(first: str, second: str) -> None:
    quote = f"It is old{first}, but tea is not{second}."
    assert own_clause(quote, "It is old, but tea is not.") == "but tea is not"


@pytest.mark.parametrize(
    ("quote", "words", "parts"),
    [
        ("A [1] or the b [2].", "A or the b.", ["A ", "or the b", "."]),
        ("A b.[1]", "A b.", ["A b.", ""]),
        ("A b.", "A b.", ["A b."]),
        ("Obesity [1].", "Others are: Obesity.", ["Obesity", "."]),
        ("A b [1].", "Quite another.", []),
        ("", "", [""]),
    ],
)
def test_what_stands_between_markers(quote: str, words: str, parts: list[str]) -> None:
    assert [part.removeprefix(" [1]").removeprefix(" [2]") for part in parts_between(quote, words)] == parts


def test_a_text_is_no_sentence() -> None:
    assert parts_between("a" * (LONGEST_QUOTE + 1), "a") == []
