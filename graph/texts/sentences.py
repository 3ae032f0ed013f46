"""Where the sentences of a paragraph begin and end.

Markers of citations must be masked, each by one `MASK`: "word.[1] Next" and "word [1]. Next" then have the same ends.
A full stop ends a sentence unless the word before it is an abbreviation or an initial; after those that may end one
("et al.", "U.S.") it depends on the next word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


MASK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a marker, whatever its length."""

CLOSERS = "\"'\u201d\u2019\u00bb)\\]}"
OPENERS = "\"'\u201c\u2018\u201e\u00ab(\\[{\u00bf\u00a1"
"""Quotation marks and brackets, for a class of a pattern."""

STOPS = ".!?\u2026\u0964\u06d4\u061f"
"""What ends a sentence before a space; the last three in Hindi, Urdu and Arabic."""

WIDE_STOPS, WIDE_CLOSERS = "\u3002\uff01\uff1f", "\u201d\u2019\u300d\u300f\uff09"
"""What ends a sentence in Chinese and Japanese, without a space behind it, and what may close there."""

END = re.compile(
    rf"(?:(?<![{STOPS}])(?P<stop>[{STOPS}]++)[{CLOSERS}]*+(?>(?:\s*+{MASK})*)(?P<gap>\s++)"
    rf"|(?<![{WIDE_STOPS}])[{WIDE_STOPS}]++[{WIDE_CLOSERS}]*+(?>(?:\s*+{MASK})*)(?P<wide>\s*+))"
    rf"(?=(?P<next>[{OPENERS}{MASK}\s]*\S{{1,40}}))"
)
"""A stop, what closes behind it and its markers, white space, and the next word; no pattern here goes back far."""

STARTS = re.compile(rf"[{OPENERS}{MASK}\s]*(?:[^\W\d_a-z]|\d|[a-z]{{1,3}}[A-Z0-9]|[{OPENERS}])")
"""How a sentence begins: a capital or a digit, or a name such as mRNA, eGFR, p53; perhaps in quotes."""

LAST_WORD = re.compile(rf"(?:(?!--)[^\s{MASK}{OPENERS}{CLOSERS}\u2013\u2014])*\Z")
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.)*[^\W\d_a-z]")

NEVER_LAST = word_set(
    "approx ca cf ch chap col dept diff dr ed eds e.g eg eq eqs esp fig figs ff gen hon i.e ie incl lt mr "
    "mrs ms messrs mt no nos nr op p pp par pres prof pt ref refs rep resp rev sec sect sen sgt st suppl "
    "tab trans var vol vols viz vs v"
)
"""Abbreviations that something follows: "Fig. 3", "Dr. Smith"."""

MAYBE_LAST = word_set(
    "al a.m p.m ft sp spp co corp inc ltd jr sr ph.d m.d b.sc m.sc u.s u.k u.n e.u u.s.a d.c "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Abbreviations that may end a sentence or not: "et al.", "U.S. District"."""

OPENING_WORDS = word_set(
    "a about accordingly additionally after all also although an and another any approximately as at although because "
    "before besides both but by consequently conversely despite due during each even every few finally first for from "
    "furthermore given hence here how however if importantly in indeed initially instead interestingly it its last "
    "later likewise many meanwhile more moreover most much nevertheless no nonetheless not notably note now of on once "
    "one only or other others our over overall particularly patients people perhaps recently second several she he "
    "similarly since so some still studies such that the their then there therefore these they third this those though "
    "through thus to together two ultimately under unfortunately unlike until using we what when where whereas whether "
    "which while who why with within without yet you"
)
"""Words that begin sentences more often than names."""

NUMBERING = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|\w)")
"""What is no sentence, but the number of an item: "12. Next", "iv. Next"."""

ENDING = frozenset(f"{MASK}{CLOSERS}%") - {"\\"}
"""What has a sentence's full stop behind it: no abbreviation ends so."""

NAMED_BY_LETTER = word_set(
    "appendix class factor figure grade group hepatitis influenza level panel part phase section stage table type "
    "vitamin vitamins"
)
"""Words that a single letter follows which is no initial: "vitamin D. Patients ..."."""


LONGEST_ASIDE = 200
"""How far from a stop the brackets around it are looked for."""


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, white space left out; markers behind a full stop belong to it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for match in END.finditer(text, start, end):
        gap, ends = ("gap", is_end) if match["stop"] else ("wide", is_wide_end)
        if ends(text, start, match):
            yield start, match.start(gap)
            start = match.end(gap)
    if start < end:
        yield start, end


def is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop ends the sentence that begins at `start`."""
    stop = match.start("stop")
    if not STARTS.match(match["next"]) or any(is_within(text, start, stop, pair) for pair in ("()", "[]")):
        return False
    if match["stop"] != "." or text[stop - 1 : stop] in ENDING:
        return True
    near = text[max(start, stop - 40) : stop]
    word = LAST_WORD.search(near)
    following = match["next"].strip(f"{OPENERS}{CLOSERS}{MASK} \n,.;:").casefold()
    numbering = stop - start == len(near) and NUMBERING.fullmatch(near)
    return not numbering and ends_with(word.group().lstrip("-") if word else "", near, following)


def is_wide_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop of Chinese or Japanese ends the sentence that begins at `start`."""
    return not any(is_within(text, start, match.start(), pair) for pair in ("\uff08\uff09", "\u300c\u300d"))


def is_within(text: str, start: int, stop: int, pair: str) -> bool:
    """Whether a stop is between brackets that its sentence opens, though not begins with, and that close soon."""
    first, last = max(start, stop - LONGEST_ASIDE), stop + LONGEST_ASIDE
    opened = text.rfind(pair[0], first, stop)
    if opened <= first or opened < text.rfind(pair[1], first, stop):
        return False
    closed = text.find(pair[1], stop, last)
    return closed >= 0 and text.find(pair[0], stop, closed) < 0


def ends_with(word: str, near: str, following: str) -> bool:
    """Whether a sentence ends with a word and a full stop, going by what is near it and the next one's first word."""
    lower = word.casefold()
    if lower in NEVER_LAST:
        return lower == "no" and following in OPENING_WORDS
    if lower in MAYBE_LAST:
        return following in OPENING_WORDS
    if INITIALS.fullmatch(word):
        return (
            following in OPENING_WORDS or near[: -len(word)].rstrip().rpartition(" ")[2].casefold() in NAMED_BY_LETTER
        )
    return True
