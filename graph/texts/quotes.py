"""The article's text, and finding quotes in it.

A quote is a W3C TextQuoteSelector without prefix and suffix (Web Annotation Data Model, 4.2.4): the exact words. Two
texts are compared after typography is taken out of both, so that what a person reads as the same is the same.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

TYPOGRAPHY = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), ""),
    ord("\u2026"): "...",
}
"""Quotation marks, dashes, what is not seen, and the ellipsis, as a typewriter has them."""

MOST_OCCURRENCES = 1000
"""In how many places a quote is looked for: a word that stands in more of them quotes nothing."""

MIN_PASSAGE = 80
"""How alike a passage must be to a quote, of 100, to be proposed for it."""


class ComparableText(NamedTuple):
    """A text without typography, and where each of its headings begins, in order."""

    text: str
    starts: list[int]
    headings: list[str]


def plain(text: str) -> str:
    """A text on one line, composed (NFC) and without typography."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(TYPOGRAPHY))
    return " ".join(text.replace("`", "'").split())


def read_article(text: str, sections: Sequence[str]) -> ComparableText:
    """An article from its text; a heading is a line that is the name of one of `sections`, in any case."""
    names = section_names(sections)
    lines = [*filter(None, map(plain, re.split(r"[\r\n]+", text)))]
    nearest = accumulate(lines, lambda above, line: line if line.casefold() in names else above, initial="")
    return comparable(
        (((heading,), line) for heading, line in zip(islice(nearest, 1, None), lines, strict=True)), sections
    )


def comparable(parts: Iterable[tuple[Sequence[str], str]], sections: Sequence[str]) -> ComparableText:
    """An article from its parts in their order, each a text and the headings it stands under, the widest first.

    It stands in the nearest of them that is the name of one of `sections`.
    """
    names = section_names(sections)
    article = ComparableText("", [0], [""])
    texts: list[str] = []
    position = 0
    for headings, text in parts:
        above = next((name for each in reversed(headings) if (name := plain(each).casefold()) in names), "")
        if above != article.headings[-1]:
            article.starts.append(position)
            article.headings.append(above)
        if line := plain(text):
            texts.append(line)
            position += len(line) + 1
    return article._replace(text=" ".join(texts))


def section_names(sections: Iterable[str]) -> set[str]:
    """The names of sections as headings are compared with them."""
    return {plain(section).casefold() for section in sections} - {""}


def find_quote(article: ComparableText, quote: str, section: str = "") -> list[int]:
    """Where a quote begins in the text, at most `MOST_OCCURRENCES`; of several those in its section, if any."""
    exact = plain(quote)
    if not exact:
        return []
    places = list(islice(occurrences(exact, article.text), MOST_OCCURRENCES))
    name = plain(section).casefold() if len(places) > 1 else ""
    return [place for place in places if name and heading(article, place) == name] or places


def occurrences(exact: str, text: str) -> Iterator[int]:
    """Where a text occurs in another; two places may overlap."""
    place = text.find(exact)
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)


def heading(article: ComparableText, place: int) -> str:
    """The heading that a place stands under."""
    return article.headings[bisect_right(article.starts, place) - 1]


def nearest_passage(article: ComparableText, quote: str) -> str:
    """The passage that is most like a quote, or an empty string where none is like it."""
    from rapidfuzz import fuzz

    text = article.text
    found = fuzz.partial_ratio_alignment(plain(quote), text, score_cutoff=MIN_PASSAGE)
    if not found or 2 * (found.dest_end - found.dest_start) < len(plain(quote)):
        return ""  # also where all of the text is a word of the quote
    start = text.rfind(" ", 0, found.dest_start + 1) + 1  # a passage is of whole words
    end = text.find(" ", found.dest_end - 1)
    return text[start : end if end >= 0 else None].strip()
