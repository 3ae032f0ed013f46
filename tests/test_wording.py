"""Small helps for messages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.wording import count, count_named, did_you_mean, in_parentheses, listing, nearest, printable, unnamed


@pytest.mark.parametrize(("word", "found"), [("gupta15", "gupta2015"), ("GUPTA2015", "gupta2015"), ("xyz", "")])
def test_nearest(word: str, found: str) -> None:
    assert nearest(word, ["lin2019", "gupta2015"]) == found


def test_of_equals_in_a_set_the_same_is_meant_in_each_run() -> None:
    alike = {f"d0/a{number}" for number in range(40, 80)}
    assert {did_you_mean("d0/a3", each) for each in (alike, sorted(alike))} == {"; did you mean 'd0/a43'?"}


def test_did_you_mean() -> None:
    assert did_you_mean("gupta15", ["gupta2015"]) == "; did you mean 'gupta2015'?"


@pytest.mark.parametrize(("number", "text"), [(0, "0 claims"), (1, "1 claim"), (1200, "1,200 claims")])
def test_count(number: int, text: str) -> None:
    assert count(number, "claim") == text


@pytest.mark.parametrize(
    ("things", "one"),
    [
        ("code blocks", "1 code block"),
        ("web addresses", "1 web address"),
        ("lines without words", "1 line without words"),
        ("lines about the page", "1 line about the page"),
        ("links to other pages", "1 link to other pages"),
        ("sentences of acknowledgements and the like", "1 sentence of acknowledgements and the like"),
    ],
)
def test_count_of_the_plural(things: str, one: str) -> None:
    assert (count_named(1, things), count_named(2, things)) == (one, f"2 {things}")


@pytest.mark.parametrize(("number", "text"), [(1, "1 study"), (3, "3 studies")])
def test_count_of_what_ends_in_y(number: int, text: str) -> None:
    assert count(number, "study") == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")]
)
def test_listing(words: list[str], text: str) -> None:
    assert listing(words) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Sjögren", "Sjögren"), ("\x1b[31m", "\\x1b[31m"), ("a\nb", "a\\nb"), ("\N{RIGHT-TO-LEFT OVERRIDE}", "\\u202e")],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Noise wakes people.", " (Noise wakes people.)"),
        (
            "Between 10 % and 30 % of pregnant women have restless legs.",
            " (Between 10 % and 30 % of pregnant women have ...)",
        ),
        ("It (so they say) is so.", " (It [so they say] is so.)"),
        ("two\nlines", " (two lines)"),
        ("W" * 80, f" ({'W' * 47}...)"),
    ],
)
def test_the_first_words_of_a_text(text: str, expected: str) -> None:
    assert in_parentheses(text) == expected


@given(st.text(), st.text())
def test_what_stands_behind_an_id_can_be_taken_away(key: str, text: str) -> None:
    assert unnamed(f"claim {key!r}{in_parentheses(text)} has no source") == unnamed(f"claim {key!r} has no source")
