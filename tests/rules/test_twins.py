"""Claims that are one, among many."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from string import ascii_lowercase

import pytest

from graph.model import Claim, Place, Quantity
from graph.rules.twins import twins_in

SLIP = ("it", "causes", "rheumatism")
MANY = 10_000
"""So many would not be compared with each other while anybody waits."""


def claim(key: object, value: object = None, population: str = "") -> Claim:
    figure = None if value is None else Decimal(str(value))
    return Claim(
        key=str(key), cause="X", text="It.", place=Place("c", 1), quantity=Quantity(value=figure, population=population)
    )


def twins(*group: tuple[Claim, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(each.key, twin.key) for each, twin in twins_in(group)]


def test_the_first_one_is_the_twin_of_all_that_say_the_same() -> None:
    assert twins(*((claim(key), ("it", "is")) for key in "abc")) == [("b", "a"), ("c", "a")]


def test_one_that_leaves_a_figure_out_agrees_with_the_first_that_has_one() -> None:
    said = [claim("a", 1), claim("b", 2), claim("c"), claim("d", 2, "men"), claim("e", 3, "men")]
    assert twins(*((each, ("it", "is")) for each in said)) == [("c", "a"), ("d", "b")]


@pytest.mark.parametrize("word", ["rheumatsim", "rheumatissm", "rheumatim", "rheumatysm"])
def test_a_slip_of_any_kind_is_the_same(word: str) -> None:
    assert twins((claim("a"), SLIP), (claim("b"), ("it", "causes", word))) == [("b", "a")]


def test_a_claim_without_words_is_like_no_other() -> None:
    assert twins((claim("a"), ()), (claim("b"), ())) == []


def test_many_claims_with_the_same_words_and_other_figures_are_compared_soon() -> None:
    group = [(claim(number, number % (MANY - 1)), SLIP) for number in range(MANY)]
    assert twins(*group) == [(str(MANY - 1), "0")]


def test_many_claims_that_differ_in_one_word_are_compared_soon() -> None:
    genes = ["".join(letters) for letters in product(ascii_lowercase[::2], repeat=4)][:MANY]
    group = [(claim(gene), ("gene", f"a{gene}{gene}", "expressed")) for gene in [*genes, genes[7]]]
    assert twins(*group)[-1] == (genes[7], genes[7])
