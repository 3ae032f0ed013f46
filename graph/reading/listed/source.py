"""What follows a title in quotation marks: a journal with its volume, number, pages and year."""

from __future__ import annotations

import re

from graph.reading.listed.ends import (
    AFTER_YEAR,
    MONTH,
    PAGED,
    PAGES,
    VOLUME_AND_YEAR,
    VOLUME_FIRST,
    YEAR_AND_VOLUME,
    YEAR_TAKEN,
    take_groups,
)
from graph.reading.records import Record

JOURNAL_NAMED = r"(?P<journal>[^,\d][^,]*?)"
NO_OF = r"(?:, (?:[Nn]os?\.?|[Ii]ss(?:ue|\.)?) ?(?P<number>[\w\u2013-]+))?"
PAGES_NAMED = rf"(?:(?:pp?\.|pages) ?(?P<pages>{PAGES}))"
ENTRY_ENDS = r"(?=\.?\s*$|\.\s)"
JOURNAL_FORMS = (
    re.compile(
        rf"{JOURNAL_NAMED},+ [Vv]ol\.? ?(?P<volume>\d+){NO_OF}(?:, {PAGES_NAMED})?,? \(?{MONTH}{YEAR_TAKEN}\)?\.?\s*$"
    ),
    re.compile(
        rf"{JOURNAL_NAMED},+ [Vv]ol\.? ?(?P<volume>\d+){NO_OF}, {MONTH}{YEAR_TAKEN}(?:, {PAGES_NAMED})?{ENTRY_ENDS}"
    ),
    re.compile(
        r"(?P<journal>[^,\d][^,]*?),? (?P<volume>\d+)(?:, [Nn]o\. ?(?P<number>[\w-]+))?"
        rf" \({MONTH}{YEAR_TAKEN}\){PAGED}?{ENTRY_ENDS}"
    ),
    re.compile(
        rf"{JOURNAL_NAMED} (?P<volume>\d+)\.(?P<number>[\d-]+) \({YEAR_TAKEN}\): ?(?P<pages>{PAGES}){ENTRY_ENDS}"
    ),
)
"""IEEE's "J. Sleep, vol. 24, no. 3, pp. 7-9, May 2015.", MLA's "Sleep, vol. 24, no. 3, 2015, pp. 7-9.", Chicago's
"Sleep 24, no. 3 (2015): 7-9.", and what MLA wrote once, "Sleep 24.3 (2015): 7-9. Print."."""

A_DAY = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d")
IN_BOOK = re.compile(r"in:?\s", re.IGNORECASE)


def take_source(text: str, record: Record) -> str:
    """Take what follows a title in quotation marks: the journal, the year, volume and pages."""
    named = next((found for pattern in JOURNAL_FORMS if (found := pattern.match(text))), None)
    ending = None if named else ending_in(text)
    found = named or ending or VOLUME_FIRST.match(text)
    journal = text[: ending.start()].strip(" .,") if ending else ""
    if not found or IN_BOOK.match(journal) or A_DAY.match(text) or ("," in journal and ending and not ending["volume"]):
        return text
    take_groups(found, record)
    record.put("journal", journal, record.line)
    return text[found.end() :].strip(" .")


def ending_in(text: str) -> re.Match[str] | None:
    """The year, volume and pages that a text ends with."""
    return next(
        (found for pattern in (*VOLUME_AND_YEAR, YEAR_AND_VOLUME, AFTER_YEAR) if (found := pattern.search(text))), None
    )
