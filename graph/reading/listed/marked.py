"""Entries that say in brackets what they are of, as GB/T 7714 has it: "Tea and sleep[J]. Sleep, 2010, 4(2): 3-9"."""

from __future__ import annotations

import re

from graph.reading.listed.ends import PAGES, YEAR_TAKEN, take_groups
from graph.reading.records import Record

MARKED_TYPES = {
    "A": "incollection",
    "C": "inproceedings",
    "D": "phdthesis",
    "EB": "online",
    "G": "incollection",
    "J": "article",
    "M": "book",
    "N": "article",
    "R": "techreport",
}
"""What a mark says that an entry is."""

TYPE_MARK = re.compile(
    r"\s?\[(?P<mark>[JMCDRSPNGAZ]|EB|DB|CP)(?:/(?:OL|CD|DK|MT))?\]\s?(?:[.,\uff0e\uff0c\u3002]\s?|(?=//)|\Z)|(?<![:/])(?=//\w)"
)
"""The mark behind a title, or what stands before the book that a chapter is in."""

WIDE = str.maketrans({"\uff0c": ", ", "\uff1a": ": ", "\uff0e": ". ", "\uff08": "(", "\uff09": ")", "\uff1b": "; "})
"""Signs as wide as a Chinese letter, and what is written for them elsewhere."""

CITED_ON = re.compile(r"\[(?P<urldate>\d{4}-\d\d?-\d\d?)\]")
MARKED_SOURCES = (
    re.compile(
        rf"(?P<journal>[^/,:\d][^,:]{{0,150}}), ?{YEAR_TAKEN}(?:, ?(?P<volume>\d+))?"
        rf"(?: ?\((?P<number>[^()]{{1,20}})\))?(?:: ?(?P<pages>{PAGES}))?\.?"
    ),
    re.compile(
        r"(?://(?P<booktitle>[^:]{2,300})\. ?)?(?:(?P<address>[^:,.]{2,60}): ?)?(?P<publisher>[^:,]{2,100}), ?"
        rf"{YEAR_TAKEN}(?:: ?(?P<pages>{PAGES}))?\.?"
    ),
)
"""What stands behind a mark: a journal, or where a book was published."""


def take_marked(text: str, record: Record) -> str:
    """Take the title, what an entry is of, and where it was published."""
    mark = TYPE_MARK.search(text)
    title = text[: mark.start()].strip(" .:,\uff0e") if mark else ""
    untold = "author" not in record.fields and ". " in title  # which may be people, in a form that is not known
    if not mark or not title or untold or text.startswith(",") or "title" in record.fields:
        return text
    record.type = MARKED_TYPES.get(mark["mark"] or "G", "misc")
    record.put("title", title, record.line)
    source = text[mark.end() :].translate(WIDE).strip()
    if cited := CITED_ON.search(source):
        record.put("urldate", cited["urldate"], record.line)
        source = f"{source[: cited.start()]}{source[cited.end() :]}".strip(" .")
    found = next((found for pattern in MARKED_SOURCES if (found := pattern.fullmatch(source))), None)
    if not found:
        return source
    take_groups(found, record)
    return ""
