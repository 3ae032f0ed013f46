"""Small helps for messages: the nearest known word, and numbers of things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

MIN_LIKENESS = 75
"""How alike two words must be, of 100, for one to be proposed in place of the other."""


MIN_PART = 4
"""How many letters of a word must be given for the whole of it to be proposed."""

MOST_HINTS = 500
"""For how many unknown words of a file the known one is looked for, among all that there are: more are no slips."""

OPENING = 48
"""How many letters of a text stand for all of it, in a message."""

BRACKETS = str.maketrans("()", "[]")

PLURAL = re.compile(r"(?:(?<=ss)e)?s(?=$| (?:about|of|and|that|to|without) )")
"""The end of the first word in the plural: "web addresses", "sentences that were not asked for"."""

NAMED = re.compile(r""" \((?<=['"] \()[^()]*\)""")
"""What `in_parentheses` writes behind an id."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like `word`, or an empty string where none is like it.

    The likeness is the share of letters that two words have in common in order (Indel similarity), in any case.
    """
    from rapidfuzz import fuzz, process

    choices = in_one_order(known)  # a mapping would be searched by its values
    match = process.extractOne(word, choices, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=MIN_LIKENESS)
    return match[0] if match else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question to end a message with, or an empty string."""
    choices = in_one_order(known)
    found = nearest(word, choices) or holding(word, choices)
    return f"; did you mean {found!r}?" if found else ""


def in_one_order(words: Iterable[str]) -> list[str]:
    """Words in an order that is the same in each run, in which those of a set are not: of equals the first is taken."""
    return sorted(words) if isinstance(words, (set, frozenset)) else list(words)


def holding(part: str, known: Iterable[str]) -> str:
    """The shortest known word that has `part` in it, in any case; an empty string where none has, or all may."""
    folded = part.casefold()
    found = [word for word in known if folded in word.casefold()] if len(part) >= MIN_PART else []
    return min(found, key=lambda word: (len(word), word), default="")


def count(number: int, thing: str) -> str:
    """A number of things: "1 claim", "1,200 claims", "3 studies"."""
    if number == 1:
        return f"1 {thing}"
    return f"{number:,} {thing.removesuffix('y')}ies" if thing.endswith("y") else f"{number:,} {thing}s"


def count_named(number: int, things: str) -> str:
    """A number of what is named in the plural: "1 line without words", "2 lines without words"."""
    return f"{number:,} {PLURAL.sub('', things, count=1) if number == 1 else things}"


def listing(words: Sequence[str]) -> str:
    """Words as a list in prose: "a, b and c"."""
    if len(words) == 1:
        return words[0]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def printable(text: str) -> str:
    """Text on one line that a terminal shows as it is: what is not printable is written as an escape."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def in_parentheses(text: str) -> str:
    """The first words of a text, to stand behind an id: " (Between 10 % and 30 % of pregnant women ...)"."""
    words = " ".join(text[: 4 * OPENING].split())
    if len(words) > OPENING:
        start, _, cut = words[:OPENING].rpartition(" ")
        words = f"{start} ..." if start else f"{cut[:-1]}..."  # one other sign doubles the memory of a whole message
    if "(" in words or ")" in words:
        words = words.translate(BRACKETS)
    return f" ({words})" if words else ""


def unnamed(message: str) -> str:
    """A message without the words that stand behind its ids, as it is compared from run to run."""
    return NAMED.sub("", message)
