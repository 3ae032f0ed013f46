"""The figures that a text states."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.texts.figures import all_numbers, is_same, stated_figures, stated_numbers


def stated(text: str, unit: str) -> list[str]:
    """The figures of a text with a unit, a range as "10 to 30"."""
    found = stated_figures(text, unit)
    return [" to ".join(f"{end.normalize():f}" for end in each.ends) for each in found]


@pytest.mark.parametrize(
    ("text", "unit", "figures"),
    [
        ("It is 26 % of them.", "%", ["26"]),
        ("It is 26% of them.", "%", ["26"]),
        ("It is 26 per cent.", "%", ["26"]),
        ("It is 20.8 percent.", "%", ["20.8"]),
        ("It is 20\N{MIDDLE DOT}8%.", "%", ["20.8"]),
        ("Twenty-five percent have it.", "%", ["25"]),
        ("From 10 to 30 percent have it.", "%", ["10 to 30"]),
        ("Some 10-30% have it.", "%", ["10 to 30"]),
        ("Some 10\N{EN DASH}30 % have it.", "%", ["10 to 30"]),
        ("Between 10 % and 30 % have it.", "%", ["10 to 30"]),
        ("It is 26% in women and 17% in men.", "%", ["26", "17"]),
        ("It is 26% and 17% in men.", "%", ["26", "17"]),
        ("It is 10% and 30% in men.", "%", ["10", "30"]),
        ("It is 10 % or 30 %.", "%", ["10", "30"]),
        ("It is 10 %, 30 %.", "%", ["10", "30"]),
        ("It is 30 % to 10 %.", "%", ["30", "10"]),
        ("A quarter of men have it.", "%", ["25"]),
        ("Three quarters have it.", "%", []),
        ("Three quarters of men have it.", "%", ["75"]),
        ("One-tenth of men have it.", "%", ["10"]),
        ("Half of men have it.", "%", ["50"]),
        ("A third study found its half-life.", "%", []),
        ("One in four men have it.", "%", ["25"]),
        ("It is in 3 out of every 4.", "%", ["75"]),
        ("It is in 4 out of 3.", "%", []),
        ("It is 5 % (95 % CI 3 % to 8 %).", "%", ["5", "3 to 8"]),
        ("At the 5 % level it is 12 %.", "%", ["12"]),
        ("It is three times as common.", "times", ["3"]),
        ("It is threefold.", "times", ["3"]),
        ("It is a 3-fold rise.", "times", ["3"]),
        ("It is 2.5x as common.", "times", ["2.5"]),
        ("It is twice as common.", "times", ["2"]),
        ("It doubles the risk.", "times", ["2"]),
        ("It triples and quadrupled.", "times", ["3", "4"]),
        ("It was drunk three times a week.", "times", []),
        ("It is common (OR 2.4).", "times", ["2.4"]),
        ("It has an odds ratio of 2.4.", "times", ["2.4"]),
        ("It is 1,200 times as common.", "times", ["1200"]),
        ("It lasts 6 weeks to 8 weeks.", "weeks", ["6 to 8"]),
        ("It lasts one week.", "weeks", ["1"]),
        ("It lasts 30 s in 5 men.", "s", ["30"]),
        ("It lasts 30 ms over 5 m.", "ms", ["30"]),
        ("It lasts 6 weeks.", "%", []),
    ],
)
def test_what_a_text_states(text: str, unit: str, figures: list[str]) -> None:
    assert stated(text, unit) == figures


@pytest.mark.parametrize("words", ["about", "nearly", "more than", "up to", "~"])
def test_a_figure_that_is_roughly_said_may_be_off(words: str) -> None:
    (figure,) = stated_figures(f"It is in {words} 60 % of men.", "%")
    assert figure.has(Decimal(62))
    assert not figure.has(Decimal(26))


def test_a_fraction_in_words_may_be_off_a_little() -> None:
    (figure,) = stated_figures("It is in a third of men.", "%")
    assert figure.has(Decimal("33.8"))
    assert not figure.has(Decimal(30))


PIECES = (
    *("10", "1,000", "20.8", "5", "twenty-one", "hundred", " ", "-", " to ", ", ", " and ", "between ", "about "),
    *("%", " per cent", " times", " weeks", " CI", " level", "a quarter of ", "one in four ", "twice ", "OR 2.4"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(["%", "times", "weeks"]))
def test_the_numbers_that_a_text_states_are_the_ends_of_its_figures(text: str, unit: str) -> None:
    assert stated_numbers(text, unit) == {end for figure in stated_figures(text, unit) for end in figure.ends}


def test_a_figure_is_meant_to_the_letter() -> None:
    (figure,) = stated_figures("It is in 60 % of men.", "%")
    assert not figure.has(Decimal(62))


def test_every_number_is_one_of_all() -> None:
    assert all_numbers("Of 1,200 men (twelve of them 80.5 kg) threefold") == {
        *map(Decimal, ["1200", "12", "80.5", "3"])
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("26", "26.0", True),
        ("26", "25.7", True),
        ("26", "26.6", False),
        ("26", "27", False),
        ("0.26", "26", False),
        ("9" * 60, "9" * 60, True),
        ("9" * 60, "9" * 59, False),
    ],
)
def test_rounded_numbers_are_one(one: str, other: str, *, same: bool) -> None:
    assert is_same(Decimal(one), Decimal(other)) is same
    assert is_same(Decimal(other), Decimal(one)) is same
