"""Text as it is compared: words without case, accents, number and spelling, so that one thing has one form.

The forms are for comparing only and are never shown; some of them are no words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"\w+")
APOSTROPHE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}](s\\b)?")
ACCENT = re.compile("[^\\0-\u02ff]")  # as "from \u0300 on" it would be compiled for seven milliseconds
"""What may be an accent that stands behind its letter; no letter of Western Europe is."""

STOP_WORDS = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "with"])

SPELLINGS = (
    (re.compile("ae|oe"), "e"),  # anaemia, oedema
    (re.compile("our$"), "or"),  # tumour
    (re.compile("is(e|ed|ing|ation)$"), r"iz\1"),  # randomised
    (re.compile("([bt])re$"), r"\1er"),  # fibre, centre
    (re.compile("ll(ed|er|ing)$"), r"l\1"),  # modelling
    (re.compile("sulph"), "sulf"),
)
"""What makes a British word American."""

BRITISH = re.compile("|".join(british.pattern for british, _ in SPELLINGS))
"""Any of it: few words have one."""

SYNONYMS = {
    "cardiac": "heart",
    "cerebral": "brain",
    "hepatic": "liver",
    "pulmonary": "lung",
    "renal": "kidney",
}
"""The everyday words for Latin ones."""

OTHER_NAMES = {
    ("heart", "attack"): ("myocardial", "infarction"),
    ("high", "blood", "pressure"): ("hypertension",),
    ("high", "blood", "sugar"): ("hyperglycemia",),
    ("low", "blood", "pressure"): ("hypotension",),
    ("low", "blood", "sugar"): ("hypoglycemia",),
    ("overactive", "thyroid"): ("hyperthyroidism",),
    ("underactive", "thyroid"): ("hypothyroidism",),
}
"""The one word that medicine has for some everyday names, both as forms."""

MIN_SLIP = 7
"""How many letters a word must have for one of them to be a slip; shorter words are often other words."""

MIN_EDIT = 4
"""How many letters a word must have to be compared with others that are one letter away at all."""

CONFUSED = frozenset(map(frozenset, ("iy", "ck", "sz", "cs")))
"""Letters that are put for one another by mistake. Others make another word: arteritis, arthritis."""


@lru_cache(maxsize=2**16)
def words(text: str) -> tuple[str, ...]:
    """The forms of the words of `text`, without articles, prepositions and conjunctions."""
    letters = (text if text.isascii() else without_accents(text)).casefold()
    if "'" in letters or "\N{RIGHT SINGLE QUOTATION MARK}" in letters:
        letters = APOSTROPHE.sub("", letters)
    if "_" in letters:  # a pattern without it takes three times as long
        letters = letters.replace("_", " ")
    return tuple(filter(None, map(telling_form, WORD.findall(letters))))


def without_accents(text: str) -> str:
    """Letters without what stands above, below and through them."""
    return ACCENT.sub(
        lambda found: "" if unicodedata.combining(found[0]) else found[0], unicodedata.normalize("NFKD", text)
    )


@lru_cache(maxsize=2**16)
def telling_form(word: str) -> str:
    """The form of a word; an empty string for an article, preposition or conjunction."""
    return "" if word in STOP_WORDS else form(word)


def form(word: str) -> str:
    """The form of one word in lower case: singular, American, everyday."""
    if word.isdecimal():  # as are most of the words that only one text has
        return word
    word = singular(word)
    if BRITISH.search(word):
        for british, american in SPELLINGS:
            word = british.sub(american, word)
    return SYNONYMS.get(word, word)


def singular(word: str) -> str:
    """A word without the ending of the plural, by rules that are right for most words."""
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > len("gas") and word.endswith("s") and word[-2] not in "siu" else word


def meaning(name: str) -> tuple[str, ...]:
    """The forms of a name's words, or of the one word that medicine has for it."""
    found = words(name)
    return OTHER_NAMES.get(found, found)


def is_edit(one: str, other: str) -> bool:
    """Whether two words of some length are one edit apart: a letter more, less or another, or two swapped.

    That is an optimal string alignment distance of one. The first letter is no slip: "night" is no slip of "light".
    """
    if min(len(one), len(other)) < MIN_EDIT or one[0] != other[0] or not (one + other).isalpha():
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[same:], other[same:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return rest != others and (rest[1:] in {others, others[1:]} or others == swapped or rest == others[1:])


def is_slip(one: str, other: str) -> bool:
    """Whether two forms are one word with a slip of the pen: a letter lost or doubled, two swapped or confused.

    Another letter replaced may be a slip (fibromyalgia, fibromyalgea) or make another word (arteritis, arthritis).
    """
    if min(len(one), len(other)) < MIN_SLIP or not is_edit(one, other):
        return False
    if len(one) != len(other):
        return True
    odd = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(odd) > 1 or frozenset(odd[0]) in CONFUSED


def but_for_slips(said: Iterable[str]) -> str:
    """Forms as one text, with no more of longer words than the first letters: what is one but for slips has one."""
    return "".join(map(but_for_slip, said))


@lru_cache(maxsize=2**16)
def but_for_slip(word: str) -> str:
    """The first letter of a word that is long enough for a slip in it to leave it known; no slip is in that."""
    return word[0] if word.isalpha() and len(word) >= MIN_SLIP else f" {word} "
