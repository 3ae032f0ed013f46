"""HTML -> tags and words, each with where it stands, in one pass.

The standard library's parser is not used: in the versions that are supported it takes time with the square of what is
not closed (25 s for 30 kB of "<a "), and nothing here needs its tree.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph.reading.articles.scanning import Scanned

TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/<>]{0,100})")
WHOLE_TAG = re.compile(r"(?>(?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*)>")
LONGEST_TAG = 4000
ATTRIBUTE = re.compile(r"""([^\s=>"'/]{1,100})(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?""")
HTML_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z]\w{1,31});?")
RAW_ELEMENTS = frozenset({"script", "style", "textarea", "noscript", "iframe", "xmp"})
COMMENT = "<!--"
OTHER_MARKUP = ((COMMENT, "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"))
"""What begins as a tag does and is none, and how it ends."""


class HtmlToken(NamedTuple):
    """Words, a comment, or the tag called `name`; `closes` says that it ends an element."""

    start: int
    text: str = ""
    name: str = ""
    closes: bool = False
    attributes: Mapping[str, str] = {}
    comment: str = ""


def html_tokens(scanned: Scanned) -> Iterator[HtmlToken]:
    """The tags and words of a text, in their order; what is not closed ends with the text."""
    text = scanned.text
    position = 0
    while position < len(text):
        start = text.find("<", position)
        yield from words_between(text, position, start if start >= 0 else len(text))
        if start < 0:
            return
        match = TAG.match(text, start)
        if match is None:
            position = end_of_other(scanned, start)
            if text.startswith(COMMENT, start):
                inside = text[start + len(COMMENT) : position].removesuffix("-->")
                yield HtmlToken(start, comment=inside.partition("\n")[0])
            if position == start + 1:
                yield HtmlToken(start, "<")
            continue
        position = end_of_tag(scanned, match.end())
        name = match["name"].lower()
        closes = bool(match["slash"])
        attributes = {} if closes else attributes_in(text[match.end() : position])
        yield HtmlToken(start, "", name, closes, attributes)
        if name in RAW_ELEMENTS and not closes:
            close = scanned.find(f"</{name}", position)
            if close >= 0 and (is_bibtex(name, attributes) or is_linked_data(name, attributes)):
                yield HtmlToken(position, text[position:close])
            position = close if close >= 0 else position


def is_bibtex(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element holds BibTeX, as pages of Distill have it."""
    return name == "script" and attributes.get("type") == "text/bibliography"


def is_linked_data(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says in JSON-LD what the page is, in the words of schema.org."""
    return name == "script" and attributes.get("type", "").strip().lower() == "application/ld+json"


def words_between(text: str, start: int, end: int) -> Iterator[HtmlToken]:
    """Words, and each entity as what it stands for."""
    for match in HTML_ENTITY.finditer(text, start, end):
        if start < match.start():
            yield HtmlToken(start, text[start : match.start()])
        yield HtmlToken(match.start(), html.unescape(match.group()))
        start = match.end()
    if start < end:
        yield HtmlToken(start, text[start:end])


def end_of_other(scanned: Scanned, start: int) -> int:
    """Where a comment, a declaration or the like ends; the end of the sign where it is none."""
    for begin, end in OTHER_MARKUP:
        if scanned.text.startswith(begin, start):
            close = scanned.find(end, start + len(begin))
            return close + len(end) if close >= 0 else len(scanned.text)
    return start + 1


def end_of_tag(scanned: Scanned, position: int) -> int:
    """Where a tag ends; one whose quotes do not match ends with the next bracket."""
    if match := WHOLE_TAG.match(scanned.text, position, position + LONGEST_TAG):
        return match.end()
    close = scanned.find(">", position)
    return close + 1 if close >= 0 else len(scanned.text)


def attributes_in(text: str) -> dict[str, str]:
    """The attributes of a tag, as they are meant."""
    found = ATTRIBUTE.finditer(text, 0, LONGEST_TAG)
    return {match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in found}
