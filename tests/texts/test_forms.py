"""Text as it is compared."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from graph.texts.forms import (
    APOSTROPHE,
    OTHER_NAMES,
    STOP_WORDS,
    SYNONYMS,
    but_for_slips,
    form,
    is_edit,
    is_slip,
    meaning,
    words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sjögren's syndrome", "sjogren syndromes"),
        ("Parkinson\N{RIGHT SINGLE QUOTATION MARK}s disease", "Parkinson disease"),
        ("Peripheral neuropathies", "peripheral neuropathy"),
        ("Foxes, illnesses, branches", "fox illness branch"),
        ("Iron-deficiency anaemia", "iron deficiency anemia"),
        ("Oedema of the oesophagus", "edema esophagus"),
        ("Tumours", "tumor"),
        ("Randomised, hospitalisation", "randomized hospitalization"),
        ("Fibre, centre", "fiber center"),
        ("Modelling", "modeling"),
        ("Sulphate", "sulfate"),
        ("End-stage renal disease", "End-stage kidney disease"),
    ],
)
def test_one_thing_has_one_form(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Type 1 diabetes", "Type 2 diabetes"),
        ("Hyperthyroidism", "Hypothyroidism"),
        ("Sclerosis", "Sclerose"),
        ("Gas", "Ga"),
        ("Virus", "Viru"),
    ],
)
def test_two_things_have_two_forms(one: str, other: str) -> None:
    assert words(one) != words(other)


@pytest.mark.parametrize("word", SYNONYMS)
def test_a_latin_word_is_its_everyday_word(word: str) -> None:
    assert form(word) == SYNONYMS[word] == form(SYNONYMS[word])


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_an_everyday_name_is_the_word_that_medicine_has(name: tuple[str, ...]) -> None:
    assert words(" ".join(name)) == name
    assert meaning(" ".join(name)) == meaning(" ".join(OTHER_NAMES[name])) == OTHER_NAMES[name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hydroxyethylrutoside", "hyrdoxyethylrutoside"),
        ("fibromyalgia", "fibromialgia"),
        ("unification", "unifcation"),
        ("likelihood", "likelihhood"),
    ],
)
def test_slips(one: str, other: str) -> None:
    assert is_slip(one, other)
    assert but_for_slips([one, "iron"]) == but_for_slips([other, "iron"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arteritis", "arthritis"),
        ("dysphagia", "dysphasia"),
        ("abduction", "adduction"),
        ("anuresis", "enuresis"),
        ("hypothyroidism", "hyperthyroidism"),
        ("primary", "secondary"),
        ("women", "woman"),
        ("statin", "satin"),
        ("typical", "atypical"),
        ("version1", "version12"),
        ("pregnancy", "pregnancy"),
    ],
)
def test_other_words_are_no_slips(one: str, other: str) -> None:
    assert not is_slip(one, other)


@given(st.text(), st.text())
def test_words_that_are_one_but_for_slips_have_that_in_common(one: str, other: str) -> None:
    one, other = f"fibro{one}", f"fibro{other}"
    assert not is_slip(one, other) or but_for_slips([one]) == but_for_slips([other])


@given(st.text(), st.text())
def test_a_slip_is_one_in_both_directions(one: str, other: str) -> None:
    assert is_slip(f"fibro{one}", f"fibro{other}") == is_slip(f"fibro{other}", f"fibro{one}")


@given(st.text())
def test_words_are_runs_of_letters_and_digits_without_their_accents(text: str) -> None:
    letters = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    found = re.findall(r"[^\W_]+", APOSTROPHE.sub("", letters.casefold()))
    assert words(text) == tuple(form(word) for word in found if word not in STOP_WORDS)


@given(st.text())
def test_the_words_of_any_text_are_in_lower_case_and_not_empty(text: str) -> None:
    assert all(word and word == word.casefold() for word in words(text))


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_an_edit_is_a_distance_of_one(one: str, other: str) -> None:
    left, right = f"abbabba{one}", f"abbabba{other}"
    assert is_edit(left, right) == (OSA.distance(left, right) == 1)
