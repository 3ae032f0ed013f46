"""Which sentences have wordings of their own."""

from __future__ import annotations

import pytest

from graph.texts import likeness
from graph.texts.likeness import without_wording

SENTENCE = "Coffee after noon delays falling asleep, and tea [2] is far milder than that."


@pytest.mark.parametrize(
    "wording",
    [
        SENTENCE,
        SENTENCE.upper(),
        SENTENCE.replace("delays", "really delays"),
        "Coffee after noon delays falling asleep",
        "Coffee\N{SOFT HYPHEN} after  noon delays falling asleep",
    ],
)
def test_the_same_nearly_the_same_and_a_part_are_wordings_of_it(wording: str) -> None:
    assert without_wording([[SENTENCE]], [wording]) == []


@pytest.mark.parametrize("wording", ["", "Coffee", "and tea [2]", "Noise at night wakes most people in most towns."])
def test_another_sentence_and_a_word_are_not(wording: str) -> None:
    assert without_wording([[SENTENCE]], [wording]) == [0]


def test_another_text_altogether_is_not_compared_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    other = SENTENCE.replace("delays", "really delays")
    assert without_wording([[SENTENCE], ["A."]], [other, "B."]) == [1]
    monkeypatch.setattr(likeness, "MOST_COMPARED", 3)
    assert without_wording([[SENTENCE], ["A."]], [other, "B."]) == [0, 1]


def test_any_form_of_a_sentence_will_do() -> None:
    assert without_wording([[SENTENCE, "Other: it is so."]], ["Other: it is so."]) == []


def test_the_wording_of_one_sentence_says_nothing_about_another_one_that_is_nearly_the_same() -> None:
    other = SENTENCE.replace("noon", "six")
    assert without_wording([[SENTENCE], [other]], [SENTENCE]) == [1]
