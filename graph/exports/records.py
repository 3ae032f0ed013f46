"""What the records of other programs want to know of a reference: its type in few words, people, dates, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.exports.bibtex import as_latex, people_in
from graph.model import Reference
from graph.reading.bibtex import read_names
from graph.reading.joined_library import PEOPLE
from graph.reading.libraries.tagged import MONTH_NAMES
from graph.reading.records import ENTRY_TYPE, PLACED
from graph.references.names import Name

LIKE_TYPES = {
    "booklet": "book",
    "collection": "book",
    "conference": "inproceedings",
    "electronic": "online",
    "inbook": "incollection",
    "manual": "techreport",
    "mastersthesis": "phdthesis",
    "proceedings": "book",
    "report": "techreport",
    "thesis": "phdthesis",
    "www": "online",
}
"""The type that stands in for one that a format does not tell apart."""

ISO = re.compile(r"([1-9]\d{3})(?:-(\d\d))?(?:-(\d\d))?")
FROM_TO = re.compile("\\b(\\w+)[-\N{EN DASH}]{1,2}(\\w+)")

Date = tuple[int, ...]
"""A year, a year and a month, or a day."""


def people(reference: Reference) -> dict[str, tuple[tuple[Name, ...], bool]]:
    """The authors and editors of a reference, and whether each list is cut; an organisation is an author."""
    first = people_in(reference)
    found = {first if first in PEOPLE else "author": (reference.facts.names, reference.et_al)} if first else {}
    others = {role: reference.fields[role] for role in PEOPLE if reference.fields.get(role) and role not in found}
    return found | {role: read_names({role: as_latex(text)}) for role, text in others.items()}


def dates(reference: Reference) -> tuple[Date, ...]:
    """When it was published: a date, or the two of a span; nothing where that is not told in numbers."""
    fields = reference.fields
    written = fields.get("date") or fields.get("year", "")
    ends = [ISO.fullmatch(each.strip()) for each in written.split("/")]
    if not all(ends) or len(ends) > 2:  # noqa: PLR2004 - from, to
        return ()
    found = tuple(tuple(int(part) for part in end.groups() if part) for end in ends if end)
    month = month_number(fields.get("month", ""))
    return ((*found[0], month),) if month and found == ((found[0][0],),) else found


def month_number(text: str) -> int:
    """The number of a month, or 0 where it is none: "May", "5"."""
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= len(MONTH_NAMES) else 0
    name = text[:3].casefold()
    return MONTH_NAMES.index(name) + 1 if name in MONTH_NAMES and text.isalpha() else 0


def lost(reference: Reference, again: Reference) -> dict[str, str]:
    """The fields of a reference that are not in it as it is read `again`, and its type where another stands in for it.

    Dates may be written in another way there, and so may names and the dash between pages.
    """
    said = set(said_by_dates(reference))
    if (again.facts.names, again.et_al) == (reference.facts.names, reference.et_al):
        said |= people(reference).keys() & again.fields.keys()
    if again.journal == reference.journal:
        said.add("journaltitle")
    fields = {name: text for name, text in reference.fields.items() if text and name not in said}
    found = {name: text for name, text in fields.items() if not same_value(name, text, again.fields.get(name, ""))}
    return found | ({ENTRY_TYPE: reference.type} if again.type != reference.type else {})


def said_by_dates(reference: Reference) -> Iterator[str]:
    """The fields that its dates say."""
    found = dates(reference)
    if found:
        yield "date" if reference.fields.get("date") else "year"
        if reference.fields.get("year") == str(found[0][0]):
            yield "year"
        if found[0][1:2] == (month_number(reference.fields.get("month", "")),):
            yield "month"


def same_value(name: str, one: str, other: str) -> bool:
    """Whether two texts of a field are the same, whatever dash is between its pages."""
    if name == "pages":
        one, other = (FROM_TO.sub(r"\1-\2", text) for text in (one, other))
    return " ".join(one.split()) == other


def container(reference: Reference) -> tuple[str, str]:
    """The field that says what it is in, a journal or a book, and its text; two empty strings where none does."""
    names = (PLACED.get(reference.type, "journal"), "journal", "journaltitle", "booktitle")
    return next(((name, reference.fields[name]) for name in names if reference.fields.get(name)), ("", ""))
