"""Text that was read in another encoding than it was written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.texts.mojibake import TWICE_DECODED, as_windows, garbled_word, may_be_garbled, repaired


def misread(text: str) -> str:
    return "".join(map(as_windows, text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "Sjögren",
        "Ångström",
        "naïve à",
        "Łukasz",
        "Žižek",
        "β-blocker",
        "π",
        "μg",
        "10\u201330",
        "it\u2019s",
        "≥ 5",
        "50 €",
    ],
)
def test_misread_text_is_repaired(text: str) -> None:
    assert misread(text) != text
    assert repaired(misread(text)) == text
    assert repaired(misread(misread(text))) == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [("Food &amp; sleep", "Food & sleep"), ("it&#039;s", "it's"), ("&amp;lt;", "<"), ("&#x3b2;", "β")],
)
def test_characters_of_html_are_repaired(text: str, whole: str) -> None:
    assert repaired(text) == whole


@pytest.mark.parametrize(
    ("text", "word", "better"),
    [
        ("in SjÃ¶gren syndrome", "SjÃ¶gren", "Sjögren"),
        ("voilÃ\N{NO-BREAK SPACE} sleep", "voilÃ\N{NO-BREAK SPACE}", "voilà"),
        ("in Sj?gren syndrome", "Sj?gren", ""),
        ("M?ller, Hans", "M?ller", ""),
    ],
)
def test_the_first_garbled_word(text: str, word: str, better: str) -> None:
    assert garbled_word(text) == (word, better)


@pytest.mark.parametrize(
    "text",
    [
        "Sjögren, Müller, Łukasz, São Paulo, Ânia, ÅÄÖ",
        "Who knows? Nobody.",
        "see http://example.org/a?b=c&amp;d",
        "see example.org/abc?xyz",
        "Vitamin?a review",
        "R&D; AT&T; Johnson & Johnson;",
        "Is it sleep?(Yes)",
        "what??",
        "MENÜ\N{RIGHT DOUBLE QUOTATION MARK}",
        "a\N{DEGREE SIGN} and Â alone",
        "",
    ],
)
def test_whole_text_is_left_alone(text: str) -> None:
    assert garbled_word(text) == ("", "")


@given(st.text("\u00c2\u00c3\u00e2\u20ac\u201c\u00efab"))
def test_letters_that_were_bytes_are_found_one_by_one_as_by_the_pattern(text: str) -> None:
    assert may_be_garbled(text) == bool(TWICE_DECODED.search(text))


@given(st.text(st.characters(codec="utf-8")))
def test_repairing_never_fails_and_ends(text: str) -> None:
    assert isinstance(repaired(text), str)
    garbled_word(text)
