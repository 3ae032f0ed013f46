"""What a word was meant to be: the same but for slips of the keyboard, or clearly the most like it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from graph.wording import MIN_LIKENESS

SLIP = re.compile("[\u00a0\u00ab\u00ad\u00bb\u200b-\u200f\u2018-\u201f\u202f\u2039\u203a\u2060\ufeff]")
"""What word processors, spreadsheets and web pages slip into a word: invisible characters, typographic quotes."""

STRAIGHT_QUOTE = re.compile("[\"']")
YEAR = re.compile(r"\d{4}")


def without_slips(word: str) -> str:
    """The word without what nobody typed on purpose."""
    return SLIP.sub("", word)


def bare_key(key: str) -> str:
    """What is left of a reference key without slips and quotes."""
    return STRAIGHT_QUOTE.sub("", without_slips(key))


def as_word(text: str, joint: str) -> str:
    """A text as known words are written: in lower case, with one `joint` between its parts."""
    return re.sub(r"[\s_-]+", joint, without_slips(" ".join(text.split())).casefold())


def fold(words: Iterable[str]) -> dict[str, str]:
    """Words with what they are compared by, for `clearest`."""
    return {word: word.casefold() for word in words}


def clearest(word: str, known: Mapping[str, str]) -> str:
    """The known word that is clearly most like `word`, or an empty string.

    Clear is a word whose runner-up differs at least twice as much (the ratio test of Lowe, Distinctive Image Features
    from Scale-Invariant Keypoints, 2004, 7.1), and that has no other year: smith2013 is no misspelt smith2014.
    """
    from rapidfuzz import fuzz, process

    too_far = 100 - 2 * (100 - MIN_LIKENESS)
    found = process.extract(word.casefold(), known, scorer=fuzz.ratio, limit=2, score_cutoff=too_far)
    distances = [*(100 - likeness for _, likeness, _ in found), 100, 100]
    tied = distances[1] < max(2 * distances[0], 1)
    if not found or tied or distances[0] > 100 - MIN_LIKENESS or other_year(word, found[0][2]):
        return ""
    return found[0][2]


def other_year(word: str, other: str) -> bool:
    """Whether two keys have years in them, and not the same ones."""
    years = YEAR.findall(word), YEAR.findall(other)
    return all(years) and years[0] != years[1]
