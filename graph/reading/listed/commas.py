"""What follows the authors of an entry whose parts are between commas, as Elsevier, AIP and geologists write it.

Title and journal are told apart by what only a journal has behind it: a volume with the year. Where nothing tells them
apart, nothing is taken.
"""

from __future__ import annotations

import re

from graph.reading.listed.ends import (
    NAMED_JOURNAL,
    NUMBER,
    PAGES,
    VOLUME_AND_YEAR,
    YEAR_AND_VOLUME,
    YEAR_TAKEN,
    take_groups,
)
from graph.reading.records import Record

JOURNAL = re.compile(r"(?!and )[^\W\d][^,;\d]{0,100}")
TURNED_JOURNAL = re.compile(r"(?:.*, |)(?=[^,]*, (?:ACM|IEEE?|IET)(?: (?:Transactions|Journal) (?:in|of|on))?\Z)")
"""What stands before the journal where its publisher is behind a comma: "Spectrum, IEEE"."""

IN_PRESS = re.compile(rf" \({YEAR_TAKEN}\)(?: (?P<eid>[a-z]?\d{{4,}}))?\.?\s*$")
"""What an article has that has a DOI and no volume yet: "Sleep (2010)"."""

BOOK = re.compile(
    r"(?P<title>[^()]{2,300}?)(?:, (?:trans|eds?|rev|vols?|\d{1,2}[a-z]{2} ed)\b[^()]{0,200})?"
    rf" \((?:(?P<address>[^():]{{2,80}}): )?(?P<publisher>[^():]{{2,100}}), {YEAR_TAKEN}\)"
)
"""A book with who published it, as in notes and physics: "Tea and sleep, trans. B. Roe (Oslo: Elm, 2010)"."""

GEOLOGISTS = re.compile(
    rf": (?P<journal>[^\W\d][^,;:\d]{{1,100}}), v\. ?(?P<volume>\d+)(?:, no\. ?(?P<number>[\w-]+))?"
    rf"(?:, p\. ?(?P<pages>{PAGES}))?\.?\s*$"
)
"""How geologists go on behind a title whose year stands before it: ": Sleep, v. 4, p. 3-9"."""

BEHIND_DATED = re.compile(
    rf",? (?P<volume>(?!(?:1[89]|20)\d\d\b)\d+){NUMBER}(?:, |: ?)(?:pp?\. ?)?(?P<pages>{PAGES})\.?\s*$"
)
"""What others write there behind the journal: " 4, 3-9"."""

TITLE_ENDS = re.compile(
    r", (?=in: |[Ii]n Proc|in [A-Z][^()]{3,300}(?:, edited by|\()"
    r"|(?:Ph\.? ?D\.?|Master(?:'s|\u2019s)?|Doctoral|Diploma|Bachelor) (?:thesis|dissertation)"
    r"|(?:\d{1,2}[a-z]{2}|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]ev(?:ised|\.)) [Ee]d(?:ition|n)?\b"
    r"|(?:arXiv|bioRxiv|medRxiv)\b|[Tt]ech(?:nical|\.) [Rr]ep(?:ort|\.))"
)
"""Where a title ends that is that of no article in a journal."""

NOT_A_TITLE = re.compile(r"[,;(&]|and\b|et al\b|[A-Z]\. [A-Za-z]|\Z|(?:.*, )?[A-Z][a-z]{1,7}\.(?: [^,]*)?\Z", re.DOTALL)
"""What is no title: more authors, or what ends as a journal does that has a comma ("Biochim. Acta, Mol. Basis")."""


def take_between_commas(text: str, record: Record) -> str:
    """Take ", Title, Journal 4 (2010) 3-9"; what has no title is the journal alone."""
    plain = text.lstrip(" ,")
    if apart := TITLE_ENDS.search(plain):
        return text if NOT_A_TITLE.match(plain[: apart.start()]) else take_title_alone(plain, apart, record)
    if "year" not in record.fields and (book := BOOK.match(plain)):
        take_groups(book, record)
        record.type = "book"
        return plain[book.end() :]
    if "year" in record.fields and (geologists := GEOLOGISTS.search(plain)):
        take_groups(geologists, record)
        return take_title_alone(plain, geologists, record)
    ending = next((found for pattern in endings(record) if (found := pattern.search(plain))), None)
    title, journal = parted_by_comma(plain[: ending.start()].rstrip(" ,") if ending else "")
    if not ending or not JOURNAL.fullmatch(journal.replace(", ", " ")) or (title and NOT_A_TITLE.match(title)):
        return text
    take_groups(ending, record)
    record.put("title", title, record.line)
    record.put("journal", journal.strip(" ."), record.line)
    return ""


def take_title_alone(text: str, end: re.Match[str], record: Record) -> str:
    """Take what stands before the end of a title."""
    record.put("title", text[: end.start()], record.line)
    return text[end.end() :]


def endings(record: Record) -> tuple[re.Pattern[str], ...]:
    """How an entry may end, by what is known of it."""
    if "year" in record.fields:
        return (BEHIND_DATED,)
    return (*VOLUME_AND_YEAR, YEAR_AND_VOLUME, *((IN_PRESS,) if "doi" in record.fields else ()))


def parted_by_comma(text: str) -> tuple[str, str]:
    """What the last comma parts; a text without any is a journal, if it looks like the name of one."""
    if turned := TURNED_JOURNAL.match(text):
        return turned.group().rstrip(" ,"), text[turned.end() :]
    title, comma, journal = text.rpartition(", ")
    is_one = comma or NAMED_JOURNAL.fullmatch(text.strip())
    return title.strip(), journal.strip() if is_one else ""
