"""Small helps for messages."""

from __future__ import annotations

import pytest

from graph.wording import count, did_you_mean, listing, nearest, printable


@pytest.mark.parametrize(("word", "found"), [("gupta15", "gupta2015"), ("GUPTA2015", "gupta2015"), ("xyz", "")])
def test_nearest(word: str, found: str) -> None:
    assert nearest(word, ["lin2019", "gupta2015"]) == found


def test_did_you_mean() -> None:
    assert did_you_mean("gupta15", ["gupta2015"]) == "; did you mean 'gupta2015'?"


@pytest.mark.parametrize(("number", "text"), [(0, "0 claims"), (1, "1 claim"), (1200, "1,200 claims")])
def test_count(number: int, text: str) -> None:
    assert count(number, "claim") == text


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
