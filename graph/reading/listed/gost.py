"""Entries as GOST R 7.0.5 and 7.1 have them, in Russian and neighbouring languages.

    Lee A. B., Roe B. Tea and sleep // Sleep. - 2010. - T. 4, No. 2. - S. 3-9.
    Lee A.B. Tea and sleep: a study. - M.: Elm, 2010. - 300 s.

The letters of volume and pages are Cyrillic there.
"""

from __future__ import annotations

import re

from graph.reading.listed.ends import YEAR_TAKEN
from graph.reading.records import Record, read_initials

CAPITAL = r"[^\W\d_a-z\u0430-\u044f]"
INITIALS_IN_GOST = rf"(?:{CAPITAL}\.\s?){{1,3}}"
PERSON_IN_GOST = rf"{CAPITAL}[\w'\u2019-]+,? {INITIALS_IN_GOST}"
OTHERS_IN_GOST = r"\u0438 \u0434\u0440\.|et al\."
PEOPLE_IN_GOST = re.compile(
    rf"(?P<people>{PERSON_IN_GOST}(?:, ?{PERSON_IN_GOST}){{0,19}})(?P<more>{OTHERS_IN_GOST})?\s*"
)
SPACED_INITIALS = re.compile(r"\.\s+(?=[^\W\d_]\.)")

DASH = r"[\u2014\u2013-]"
PART_ENDS = rf"\.? (?:{DASH} )?"
"""What stands between two parts, where the dash is left out at times."""

NUMBERED_VOLUME = rf"(?:{PART_ENDS}(?:\u0422|\u0412\u0438\u043f|Vol)\. ?(?P<volume>\d+))?"
NUMBERED_ISSUE = rf"(?:(?:,|{PART_ENDS}) ?(?:\u2116|\u0412\u044b\u043f\.|No\.?) ?(?P<number>[\d/\u2014\u2013-]+))?"
PAGES_IN_GOST = rf"(?P<pages>\d+(?:\s?{DASH}\s?\d+)?)"
TITLE_IN_GOST = r"(?P<title>[^/]{3,400}?)(?: / [^/]{2,300}?)?"
"""A title; behind "/" the people stand once more."""

JOURNAL_IN_GOST = rf"{PART_ENDS}// ?(?P<journal>[^/]{{2,200}}?){PART_ENDS}{YEAR_TAKEN}"
IN_GOST = (
    re.compile(
        rf"{TITLE_IN_GOST}{JOURNAL_IN_GOST}{NUMBERED_VOLUME}{NUMBERED_ISSUE}"
        rf"(?:{PART_ENDS}(?:\u0421|Pp?)\. ?{PAGES_IN_GOST})?"
    ),
    re.compile(
        rf"{TITLE_IN_GOST}{JOURNAL_IN_GOST}; ?(?P<volume>\d+)(?: ?\((?P<number>[^()]{{1,20}})\))?: ?{PAGES_IN_GOST}"
    ),
    re.compile(
        rf"{TITLE_IN_GOST}\. {DASH} (?P<address>[^\W\d][\w.-]{{0,30}}?) ?: (?P<publisher>[^:,/]{{2,100}}), "
        rf"{YEAR_TAKEN}(?:{PART_ENDS}\d+ ?[\u0441p])?"
    ),
)
"""An article behind "//", also as medicine writes it, and a book with its place and publisher."""


def take_gost(text: str, record: Record) -> str:
    """Take all of an entry in a form of GOST; what is in another form is left whole."""
    people = PEOPLE_IN_GOST.match(text)
    start = people.end() if people else 0
    plain = text.rstrip(" .")
    found = next((found for pattern in IN_GOST if (found := pattern.fullmatch(plain, start))), None)
    if not people or not found:
        return text
    for each in re.split(r"(?<=\.),? ?(?=[^\W\d_]{2})", people["people"].strip()):
        record.name("author", read_initials(SPACED_INITIALS.sub(".", each.replace(",", "")).strip()), record.line)
    if people["more"]:
        record.name("author", None, record.line)
    for name, part in found.groupdict().items():
        record.put(name, (part or "").strip(" .,\u2014\u2013-"), record.line)
    record.type = "article" if "journal" in record.fields else "book"
    return ""
