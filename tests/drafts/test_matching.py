"""Which row is which sentence."""

from __future__ import annotations

import pytest

from graph.drafts.matching import Wording, match, said_by

COFFEE = "Coffee after noon shortens sleep [@drake2013]."
TEA = "Tea is milder than coffee, and cheaper."


def of_section(section: str, *quotes: str, paragraph: str = "1") -> list[Wording]:
    """Sentences of a section."""
    return [Wording(quote, quote.replace(" [@drake2013]", ""), section, paragraph) for quote in quotes]


def said(rows: list[Wording], sentences: list[Wording]) -> dict[int, list[int]]:
    """The sentences of each row, as lists."""
    return {row: list(numbers) for row, numbers in said_by(rows, sentences).items()}


def changed(rows: list[Wording], sentences: list[Wording]) -> dict[int, int]:
    """The sentences that rows have become."""
    return {**match(rows, sentences).became}


@pytest.mark.parametrize(
    "quote",
    [
        "It's 3\N{EN DASH}7 \N{LEFT DOUBLE QUOTATION MARK}cups\N{RIGHT DOUBLE QUOTATION MARK}.",
        'It\N{RIGHT SINGLE QUOTATION MARK}s  3-7\n"cups".',
        'It\'s 3\N{MINUS SIGN}7\N{NO-BREAK SPACE}"cups".',
    ],
)
def test_typography_and_white_space_do_not_count(quote: str) -> None:
    assert said([Wording(quote, "", "A", "1")], of_section("A", 'It\'s 3-7 "cups".')) == {0: [0]}


def test_a_row_without_a_quote_is_known_by_its_claim() -> None:
    (row,) = of_section("Drinks", "Coffee after noon shortens sleep.")
    assert said([row._replace(quote="")], of_section("Drinks", TEA, COFFEE)) == {0: [1]}


def test_equal_sentences_are_told_apart_by_section() -> None:
    rows = of_section("B", TEA) + of_section("A", TEA)
    assert said(rows, of_section("A", TEA) + of_section("B", TEA)) == {0: [1], 1: [0]}


def test_equal_sentences_of_a_section_are_told_apart_by_order() -> None:
    rows = of_section("A", TEA, paragraph="1") + of_section("A", TEA, paragraph="2")
    sentences = of_section("A", TEA, paragraph="2") + of_section("A", TEA, paragraph="3")
    assert said(rows, sentences) == {0: [0], 1: [1]}


def test_rows_of_a_split_sentence_are_all_its_rows() -> None:
    assert said(of_section("A", TEA, TEA, COFFEE), of_section("A", TEA, COFFEE)) == {0: [0], 1: [0], 2: [1]}


def test_a_split_sentence_leaves_an_equal_one_elsewhere_its_row() -> None:
    rows = of_section("A", TEA, TEA, paragraph="1") + of_section("A", TEA, paragraph="2")
    sentences = of_section("A", TEA, paragraph="1") + of_section("A", TEA, paragraph="2")
    assert said(rows, sentences) == {0: [0], 1: [0], 2: [1]}


def test_more_rows_than_equal_sentences_of_one_place_leave_none_of_them_out() -> None:
    assert said(of_section("A", TEA, TEA, TEA), of_section("A", TEA, TEA)) == {0: [0], 1: [1], 2: [1]}


def test_of_two_equal_sentences_one_may_be_gone() -> None:
    rows = of_section("A", TEA) + of_section("B", TEA)
    assert said(rows, of_section("A", TEA)) == {0: [0]}


def test_a_sentence_that_moved_is_found() -> None:
    assert said(of_section("A", TEA), of_section("B", COFFEE, TEA)) == {0: [1]}


def test_a_part_of_a_sentence_says_it() -> None:
    assert said(of_section("A", "milder than coffee"), of_section("A", COFFEE, TEA)) == {0: [1]}


def test_a_part_of_two_sentences_is_that_of_its_section() -> None:
    assert said(of_section("B", "milder than coffee"), of_section("A", TEA) + of_section("B", TEA)) == {0: [1]}


def test_two_sentences_in_one_row_are_both_said() -> None:
    assert said(of_section("A", f"{TEA} {COFFEE}"), of_section("A", TEA, COFFEE, TEA)) == {0: [0, 1]}


@pytest.mark.parametrize("quote", ["is milder", "ea is milder than", "is milder than coff"])
def test_a_few_letters_are_no_part(quote: str) -> None:
    assert said(of_section("A", quote), of_section("A", TEA)) == {}


def test_a_changed_sentence_is_found_under_its_heading() -> None:
    new = "Coffee in the afternoon shortens your sleep [@drake2013; @clark2017]."
    assert changed(of_section("A", TEA, COFFEE), of_section("A", TEA, new)) == {1: 1}


def test_a_new_marker_makes_no_other_sentence() -> None:
    new = Wording("Tea is milder. [@a-very-long-key; @another-very-long-key]", "Tea is milder.", "A", "1")
    assert changed(of_section("A", "Tea is milder."), [new]) == {0: 0}


def test_a_marker_behind_the_stop_changes_all_rows_of_a_split_sentence() -> None:
    assert changed(of_section("A", TEA, TEA), [Wording(f"{TEA} [@a]", TEA, "A", "1")]) == {0: 0, 1: 0}


def test_elsewhere_only_what_is_very_like_is_found() -> None:
    some, little = "Coffee late in the day shortens the sleep of many.", COFFEE.replace("noon", "midday")
    assert changed(of_section("A", COFFEE), of_section("A", some)) == {0: 0}
    assert changed(of_section("A", COFFEE), of_section("B", some)) == {}
    assert changed(of_section("A", COFFEE), of_section("B", little)) == {0: 0}


def test_a_sentence_that_a_row_says_is_taken() -> None:
    almost = TEA.replace("milder", "weaker")
    assert changed(of_section("A", TEA, almost), of_section("A", TEA)) == {}


def test_the_most_alike_get_each_other() -> None:
    rows = of_section("A", "Tea is weaker than coffee, and cheaper.", "Tea is milder than coffee, and cheap.")
    assert changed(rows, of_section("A", TEA)) == {1: 0}


def test_the_rows_of_a_split_sentence_change_together() -> None:
    assert changed(of_section("A", TEA, TEA), of_section("A", TEA.replace("cheaper", "older"))) == {0: 0, 1: 0}


GROWN = f"In a way, {TEA}"


@pytest.mark.parametrize("marker", ["", " [@drake2013]", '"'])
def test_a_sentence_that_has_grown_is_a_changed_one(marker: str) -> None:
    assert changed(of_section("A", f"{TEA}{marker}"), of_section("A", f"{GROWN}{marker}")) == {0: 0}


@pytest.mark.parametrize("quote", ["is milder than coffee, and cheaper.", "Tea is milder than coffee"])
def test_a_part_that_was_no_sentence_has_not_grown(quote: str) -> None:
    assert changed(of_section("A", quote), of_section("A", GROWN)) == {}


def test_a_sentence_of_two_rows_is_split_and_has_not_grown() -> None:
    assert changed(of_section("A", "In a way", TEA), of_section("A", GROWN)) == {}


def test_a_changed_sentence_is_found_under_the_new_name_of_its_heading() -> None:
    new = "Coffee late in the day shortens the sleep of many."
    assert changed(of_section("A", TEA, COFFEE), of_section("B", TEA, new)) == {1: 1}


def test_a_heading_that_is_still_there_has_no_new_name() -> None:
    new = "Coffee late in the day shortens the sleep of many."
    assert changed(of_section("A", TEA, COFFEE), of_section("B", TEA, new) + of_section("A", "Noise.")) == {}


def test_a_claim_in_somebodys_own_words_is_not_taken_for_a_changed_sentence() -> None:
    own = Wording("", "Coffee in the afternoon shortens your sleep.", "A", "1")
    assert changed([own], of_section("A", COFFEE)) == {}
