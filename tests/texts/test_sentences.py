"""Where sentences end."""

from __future__ import annotations

import re

import pytest

from graph.texts.sentences import MASK, sentence_spans

ENDS = {
    "two": "Coffee shortens sleep.|It is so.",
    "question and exclamation": "Does it?|It does!|So it is.",
    "abbreviation": "See Fig. 3 and cf. Table 2, e.g. There.|It is so.",
    "title": "Dr. Smith and Prof. Jones agree.|They do.",
    "et al. inside": "Lasko et al. Combined both.|It is so.",
    "et al. before a year": "Smith et al. 2015 say so.|It is so.",
    "et al. at the end": "It was shown by Lasko et al.|However, it is so.",
    "initial": "J. Smith and A. B. Jones agree.|They do.",
    "initials without a space": "Marwin H.S. Segler agrees.|He does.",
    "no initial": "They lack vitamin D.|Patients sleep badly.",
    "Chinese": "睡眠不足很常见。|咖啡会缩短睡眠！|是这样吗？|是的。",
    "Japanese, with a quote": "彼は「はい。いいえ。」と言った。|そうです。",
    "Chinese, with an aside": "睡眠（见图1。见表2。）很短。|是的。",
    "Hindi": "नींद कम है।|कॉफी पी।",
    "Arabic question": "هل هذا صحيح؟|نعم.",
    "U.S.": "The U.S. District Court agrees.|It is so.",
    "U.S. at the end": "They live in the U.S.|The others do not.",
    "decimal": "It rose by 20.8 % to 5.3.|It is so.",
    "parenthesis": "It is large (7.4 GB).|It is so.",
    "all in parentheses": "(It is so.)|They agree.",
    "quote inside": 'It is a "code".|But it is so.',
    "stop inside a quote": 'They said "it is so."|Others disagree.',
    "question in a quote": '"Is it so?" she asked.|It is so.',
    "colon": "One thing is clear: It is so.|They agree.",
    "number of an item": "1. Coffee shortens sleep.|It is so.",
    "digit": "It was in 2017.|25 studies agree.",
    "name in small letters": "It is so.|mRNA levels rose.",
    "small letter": "The genus sp. is small. and so on.",
    "ellipsis": "They say...|Others disagree.",
    "no. as a number": "It is no. 5 of them.|It is so.",
    "no. as a word": "They say no.|However, it is so.",
    "month": "On Jan. 5 it was so.|It is so.",
    "percent": "It rose by 5 %.|It is so.",
    "curly quotes": "They said \u201cit is so.\u201d|\u201cNo,\u201d said others.",
    "abbreviation behind a dash": "They divide rich data---e.g. 3D images---into many.|It is so.",
    "feet": "He is 5 ft. 3 in. tall.|The others are not.",
    "exempli gratia before a name": "Some drinks, e.g. Coffee and i.e. Tea, wake.|Others do not.",
    "versus": "It was tea vs. Coffee in R v. 4.1.|It is so.",
    "species": "E. coli and S. aureus grow.|E. coli grows fast.",
    "saint": "St. John's wort helps.|Mt. Everest does not.",
    "degrees": "He has a Ph.D. from Yale.|She has none.",
    "statistics": "It doubled (n = 35; P < .05; p. 4).|It is so.",
    "temperature": "It is at 37 \N{DEGREE SIGN}C.|At 40 \N{DEGREE SIGN}C it is not.",
    "supplement": "It is in Table S1.|Figure S2 has more.",
    "address": "Use Node.js or www.example.org.|Both work.",
    "two marks": "What is it?!|Nobody knows.",
    "line breaks": "Coffee\nshortens sleep.|It\nis so.",
}


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize("text", ENDS.values(), ids=ENDS)
def test_a_sentence_ends(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "We used STATA 11 (StataCorp. College Station, TX) for all.",
        "It is so [see Smith. Then Doe].",
        "(It is so.|And so.)",
        "It is so (and so.|It is never closed.",
        "It is 1) so.|And 2) so.",
    ],
)
def test_no_sentence_ends_between_brackets_that_it_opens(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


RENDITIONS = {
    "before the stop": "Coffee shortens sleep [M].|It is so.",
    "glued before the stop": "Coffee shortens sleepM.|It is so.",
    "behind the stop": "Coffee shortens sleep. [M]|It is so.",
    "glued behind the stop": "Coffee shortens sleep.M|It is so.",
    "two behind the stop": "Coffee shortens sleep.MM|It is so.",
    "et al. before a marker": "It was shown by Lasko et al. M.|It is so.",
}


@pytest.mark.parametrize("text", RENDITIONS.values(), ids=RENDITIONS)
def test_a_marker_belongs_to_the_sentence_before_it(text: str) -> None:
    masked = text.replace("[M]", MASK).replace("M", MASK)
    assert split(masked.replace("|", " ")) == masked.split("|")


@pytest.mark.parametrize("rendition", [r" M\1", r"M\1", r"\1 M", r"\1M", r"\1MM"])
@pytest.mark.parametrize("text", [each for each in ENDS.values() if "|" in each])
def test_a_marker_changes_no_end(text: str, rendition: str) -> None:
    before, behind = text.split("|", maxsplit=1)[0], text.split("|")[1:]
    marked = "|".join([re.sub(r"([.?!]+)\Z", rendition.replace("M", MASK), before), *behind])
    assert split(marked.replace("|", " ")) == marked.split("|")


def test_a_text_without_words_has_no_sentence() -> None:
    assert split(" \n ") == []


@pytest.mark.parametrize(
    "text",
    ["." * 300_000, "e.g. " * 60_000, "A. " * 100_000, "a." + " " * 300_000 + "b", "。" * 300_000, "（。" * 100_000],
)
def test_a_hostile_text_takes_no_time(text: str) -> None:
    assert sum(end - start for start, end in sentence_spans(text)) > 0
