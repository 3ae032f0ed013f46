"""What follows the title of an entry of a printed list: a journal, a book that it is in, a thesis, a report."""

from __future__ import annotations

import re

from graph.reading.listed.ends import MONTH_NAME, PAGES, YEAR_TAKEN, take_groups
from graph.reading.listed.source import take_source
from graph.reading.printed.people import EDITORS_NAMED, people_named
from graph.reading.records import Record

EDGE_MARKS = " .,;:\u2018\u2019\u201c\u201d'`"

# A journal, and what stands behind it.
PRINTED_VOLUME = (
    r"(?:[Vv]ol(?:ume|\.)?\s?)?(?P<volume>(?!(?:1[89]|20)\d\d\b)[A-Z]{0,3}-?\d+[A-Za-z]?(?:[/\u2013-]\d+)?)"
)
PRINTED_NUMBER = (
    r"(?:\s?\((?P<number>(?!(?:1[89]|20)\d\d[)/\u2013-])[^()]{1,20})\)"
    r"|\.(?P<part>\d{1,3})(?=[\s,])|,?\s(?:[Nn][or]\.?|[Nn]umber|[Ii]ssue)\s?(?P<issue>[\w\u2013/-]+)"
    r"|,\s(?P<ordinal>\d{1,3})(?=\s\([^()]{0,20}\d{4}\)[,:]\s?\w{0,3}\d))?"
)
PRINTED_YEAR = rf"(?:{MONTH_NAME}\s?)?{YEAR_TAKEN}[a-z]?(?:[/\u2013-]\d{{2,4}})?"
PRINTED_PAGES = rf"(?:(?:pp?|S)\.|pages?)?\s?(?P<pages>{PAGES})(?=\W|\Z)"
YEAR_BEHIND_PAGES = rf"(?:[,\s]*\(?(?:{MONTH_NAME}\s?)?(?P<dated>(?:1[89]|20)\d\d)\)?)?"
BEHIND_JOURNAL = (
    rf"{PRINTED_VOLUME}{PRINTED_NUMBER}(?:[,\s]*\(?{PRINTED_YEAR}\)?(?:,\sno\.\s?(?P<later>\d+))?)?"
    rf"(?:\s?[:,]?\s?{PRINTED_PAGES}{YEAR_BEHIND_PAGES})?"
)
FIELD_MEANT = {"part": "number", "issue": "number", "ordinal": "number", "later": "number", "dated": "year"}
"""What is meant by that which stands elsewhere in other styles."""

AFTER_JOURNAL = re.compile(rf"[\s,.]*{BEHIND_JOURNAL}")
GOES_ON_AS_JOURNAL = re.compile(
    rf"[\s,.]*{PRINTED_VOLUME}{PRINTED_NUMBER}(?:,?\s\({PRINTED_YEAR}\)|[,:]\s?{PRINTED_PAGES},?\s\(?(?:1[89]|20)\d\d)"
)
"""What stands behind a journal, and behind no title."""

YEAR_VOLUME_PAGES = re.compile(
    rf"[\s,.]*(?:{MONTH_NAME}\s)?{YEAR_TAKEN}[a-z]?,\s{PRINTED_VOLUME}(?:\s?\((?P<number>[^()]{{1,20}})\))?,?\s{PRINTED_PAGES}"
)
"""How chemists and economists go on: "1996, 77, 3865--3868", "December 2001, 91 (5), 1369--1401"."""

VOLUME_AND_PAGES = re.compile(rf"[\s,.]*{PRINTED_VOLUME}{PRINTED_NUMBER}[,:]?\s?{PRINTED_PAGES}")
"""And where the year is known."""

VOLUME_INSIDE = re.compile(r"(?P<journal>.{2,200}?)\s(?P<volume>[A-Z]{0,3}-?\d+)")
"""A journal with its volume, as ACM once printed both in italics."""

JOURNAL_IN_PLAIN = re.compile(rf"[\s,.]*(?P<journal>[A-Z][^,\d]{{2,150}}?),?\s{BEHIND_JOURNAL}")
"""A journal that is not in italics, with its volume, as SIAM and the AMS print it behind a title that is."""

JOURNAL_OF_A_YEAR = re.compile(
    rf"[\s,.]*(?P<journal>[A-Z][^,\d]{{2,150}}?),?\s\({YEAR_TAKEN}\)(?:,\sno\.\s?(?P<number>\d+))?,\s?{PRINTED_PAGES}"
)
"""One that has no volumes: "Irish Math. Soc. Bull. (1992), no. 28, 11--19"."""

NO_WORDS = re.compile(rf"\b{MONTH_NAME}|\[?Online\]?|Available:?|Published online|doi:\S+")
LONG_WORD = re.compile(r"[^\W\d_]{4}")
"""Whether what is left behind a journal says anything: another work, an erratum, who wrote an appendix."""

# A book, a thesis, a report.
IN_A_COLLECTION = re.compile(r"[\s(,]*[Ii]n\b:?\s*")
COLLECTION_IN_PLAIN = re.compile(
    rf"[\s,]*(?P<booktitle>(?=[^,]*\s)[A-Z](?:(?!Press|Verlag|Publish)[^,()]|\([^()]*\)){{5,300}}?)(?:\s\((?P<editors>[^()]+),\seds?\.\))?,\s.{{3,200}}\bpp\.\s?(?P<pages>{PAGES})\W*\Z"
)
"""A book that is not in italics, as the AMS prints it: "Complex geometry, Elm, Oslo, 2002, pp. 93--98"."""

BOOK_QUOTED = re.compile(r"[`\u2018](?P<book>[^`\u2018]{4,300}?)['\u2019](?=[\s,.])")
BOOK_ENDS = re.compile(
    r"[,.;]\s(?=(?:vol|pp?\.|pages?\b|ser\.|eds?\b|editor|\(?\d{4}|[A-Z][a-z]+\s\d{4}|[A-Z]\.[\s-]?[A-Z]))|[;\u201d']"
)
"""What a book's title ends before that is not in italics."""

EDITORS_BEFORE_BOOK = re.compile(
    r"(?P<people>(?=\W*[A-Z]\.|\w+, [A-Z]\.|\w+ [A-Z]{1,3},).{3,300}?),?\s\(?(?:editors?|[Ee]ds?\.)\)?[.,:]*\s+"
)
PUBLISHED_BY = re.compile(rf"\((?P<publisher>[^(),]{{2,80}}),\s(?P<address>[^()]{{2,60}}),\s{YEAR_TAKEN}\)")
"""Who published a book, as physicists write it: "(Elm, Oslo, 1996)"."""

A_THESIS = re.compile(
    r"(?P<type>Ph\.?\s?D\.?|Doctoral|Master['\u2019]?s?|Diploma|Bachelor['\u2019]?s?)\s(?:[Tt]hesis|[Dd]issertation)[,.]\s*(?P<school>[^,]{3,120})"
)
A_REPORT = re.compile(
    r"(?:[Tt]echnical\s[Rr]eport|Tech\.\s[Rr]ep(?:ort|\.))\s?(?P<number>[\w./-]{1,20})?(?=[,.]|\Z)"
    rf"(?:,\s*+(?!{MONTH_NAME}\s\d|\d{{4}})(?P<institution>[^,]{{3,120}}))?"
)
NO_BOOK = re.compile(r"e-?prints?\b|preprint|\b[Ww]orking paper|\b(?:un|to be )published|\bto appear|\b[Ss]ubmitted")
"""What is told of a work that is no book yet."""

# What is named anywhere.
PAGES_SAID = re.compile(rf"\b(?:pp?\.?|pages?|S\.)\s?(?P<pages>{PAGES})")
VOLUME_SAID = re.compile(r"\b[Vv]ol(?:ume|\.)\s?(?P<volume>\w+)")
YEAR_LAST = re.compile(rf"(?<![\d\u2013:-]){YEAR_TAKEN}[a-z]?(?![\d\u2013:-])")


def take_sources(before: str, container: str, behind: str, record: Record, *, slanted: bool) -> None:
    """Take what follows a title: what stands before the words in italics, these, and what stands behind them.

    The title may itself be `slanted`, in italics.
    """
    whole = f"{before} {behind}"
    in_book = IN_A_COLLECTION.match(before)
    if in_book and in_book.end() == len(before) and GOES_ON_AS_JOURNAL.match(behind):
        take_journal(container, AFTER_JOURNAL.match(behind), record)
    elif in_book:
        take_book(before[in_book.end() :], container, record)
    elif found := A_THESIS.search(whole):
        record.type = "mastersthesis" if found["type"].startswith("Master") else "phdthesis"
        record.put("school", found["school"].strip(" ."), record.line)
    elif found := A_REPORT.search(whole):
        record.type = "techreport"
        take_groups(found, record)
    elif container and not before.strip(EDGE_MARKS) and (not slanted or GOES_ON_AS_JOURNAL.match(behind)):
        take_journal(container, YEAR_VOLUME_PAGES.match(behind) or AFTER_JOURNAL.match(behind), record)
    elif ((found := JOURNAL_IN_PLAIN.match(before)) and is_of_journal(found)) or (
        found := JOURNAL_OF_A_YEAR.match(before)
    ):
        take_journal("", found, record)
    elif slanted and not container and (found := COLLECTION_IN_PLAIN.match(before)):
        take_collection(found, record)
    else:
        take_unknown(before, container, behind, record)
        if slanted and not container and record.type == "misc" and "eprint" not in record.fields:
            record.type = "misc" if NO_BOOK.search(whole) else "book"
    take_ends(whole, record)


def is_of_journal(found: re.Match[str]) -> bool:
    """Whether a volume is a journal's, as its pages or the year in parentheses tell, and not a series' of books."""
    return bool(found["pages"] or f"({found['year']}" in found.group() or f"{found['year']})" in found.group())


def take_book(before: str, container: str, record: Record) -> None:
    """Take the book that an entry is in, in italics or in quotation marks, and its editors, who may stand before it."""
    record.type = "inproceedings"
    quoted = BOOK_QUOTED.search(before)
    people = before[: quoted.start()] if quoted else before
    book = quoted["book"] if quoted else container
    editors = EDITORS_NAMED.search(people) if book else EDITORS_BEFORE_BOOK.match(before)
    if editors:
        take_editors(people[: editors.start()] if book else editors["people"], record)
    rest = before[editors.end() :] if editors else before
    record.put("booktitle", (book or BOOK_ENDS.split(rest, maxsplit=1)[0]).strip(EDGE_MARKS), record.line)


def take_collection(found: re.Match[str], record: Record) -> None:
    """Take the book that an entry is in, and its editors, who stand behind its title."""
    record.type = "inproceedings"
    record.put("booktitle", found["booktitle"], record.line)
    record.put("pages", found["pages"], record.line)
    take_editors(found["editors"] or "", record)


def take_editors(people: str, record: Record) -> None:
    """Take the editors of a book."""
    for name in people_named(people.strip(" ,"), certain=False) or ():
        record.name("editor", name, record.line)


def take_journal(name: str, found: re.Match[str] | None, record: Record) -> None:
    """Take a journal, and the volume, number, pages and year behind it."""
    record.type = "article"
    if inside := VOLUME_INSIDE.fullmatch(name):
        take_groups(inside, record)
    record.put("journal", "" if inside else name, record.line)
    for field, text in (found.groupdict() if found else {}).items():
        called = "number" if inside and field == "volume" else FIELD_MEANT.get(field, field)
        if called not in record.fields:
            record.put(called, (text or "").strip(" .,"), record.line)
    left = found.string[found.end() :].strip(EDGE_MARKS) if found else ""
    if LONG_WORD.search(NO_WORDS.sub("", left)):
        record.put("note", left, record.line)


def take_unknown(before: str, container: str, behind: str, record: Record) -> None:
    """Take a journal of any form that has a volume; what is not understood stands in `note`."""
    rest = " ".join(f"{before} {container} {behind}".split()).strip(EDGE_MARKS)
    journal = Record(record.file, record.line)
    left = take_source(f"{rest}.", journal)
    if published := PUBLISHED_BY.search(rest):
        take_groups(published, record)
    if "volume" not in journal.fields:
        record.put("note", rest, record.line)
        return
    record.type = "article"
    for name, text in journal.fields.items():
        record.set(name, text, record.line)
    record.put("note", left.strip(EDGE_MARKS), record.line)


def take_ends(text: str, record: Record) -> None:
    """Take pages, volume and year wherever they are named, unless they are known."""
    for pattern in (PAGES_SAID, VOLUME_SAID):
        if (found := pattern.search(text)) and record.fields.keys().isdisjoint(found.groupdict()):
            take_groups(found, record)
    if "year" not in record.fields and (years := YEAR_LAST.findall(text)):
        record.put("year", years[-1], record.line)
