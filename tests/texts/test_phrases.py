"""Phrases that are looked for in texts of which few have any."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.rules.own_work import EXPECTED, OF_OTHERS, OWN, THIS
from graph.rules.statements import CAUSAL, OVERCLAIM, WEASEL
from graph.rules.uncited import IGNORANCE
from graph.texts.phrases import Phrases

ALL = (CAUSAL, EXPECTED, IGNORANCE, OF_OTHERS, OVERCLAIM, OWN, THIS, WEASEL)


@pytest.mark.parametrize("phrases", ALL, ids=lambda phrases: phrases.hints[0])
def test_phrases_are_written_in_small_letters(phrases: Phrases) -> None:
    assert re.sub(r"\\.", "", phrases.text).islower()


@pytest.mark.parametrize("phrases", ALL, ids=lambda phrases: phrases.hints[0])
@settings(max_examples=25)
@given(data=st.data())
def test_every_phrase_has_a_hint(phrases: Phrases, data: st.DataObject) -> None:
    letters = st.characters(codec="ascii")
    text = data.draw(st.from_regex(phrases.pattern, fullmatch=True, alphabet=letters))
    assert any(hint in text.lower() for hint in phrases.hints)


def test_a_text_without_a_hint_has_none() -> None:
    assert not Phrases("a+", "aa").search("a")


def test_the_first_phrase_is_found_as_it_is_written() -> None:
    assert Phrases("no doubt|proof", "doubt", "proof").search("Proof, no doubt") == "Proof"


def test_a_letter_that_is_two_in_small_letters_moves_no_phrase() -> None:
    assert Phrases("proof", "proof").search("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}: proof") == "proof"
