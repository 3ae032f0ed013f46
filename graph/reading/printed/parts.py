r"""An entry of a printed list whose style says what each part of it is -> a record.

That are `\bibinfo` and its like in the styles of REVTeX, Elsevier, ACM and Nature, the commands of Springer's and the
Institute of Mathematical Statistics' (`\bauthor`, `\batitle`), and those of apacite (`\APACrefatitle`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.reading.latex import closing, decode_latex, group_at
from graph.reading.listed.numbers import take_arxiv
from graph.reading.listed.people import people_in_line
from graph.reading.names import read_people
from graph.reading.printed.numbers import take_numbers
from graph.reading.records import Record
from graph.references.names import Name

FIELDS_SAID = {
    **{name: name for name in ("author", "editor", "title", "journal", "booktitle", "volume", "number", "pages")},
    **{name: name for name in ("year", "publisher", "address", "school", "institution", "organization", "series")},
    **{name: name for name in ("edition", "howpublished", "eid", "collaboration")},
    "date": "year",
    "person": "author",
}
"""The fields of BibTeX, by what `\\bibinfo` calls them."""

COMMANDS_SAID = {
    "APACaddressInstitution": "address institution",
    "APACaddressPublisher": "address publisher",
    "APACaddressSchool": "address school",
    "APAChowpublished": "howpublished",
    "APACjournalVolNumPages": "journal volume number pages",
    "APACrefYear": "year",
    "APACrefYearMonthDay": "year",
    "APACrefatitle": "title",
    "APACrefbtitle": "booktitle",
    "baddress": "address",
    "batitle": "title",
    "bauthor": "author",
    "bbooktitle": "booktitle",
    "bbtitle": "booktitle",
    "bctitle": "title",
    "beditor": "editor",
    "bedition": "edition",
    "bfpage": "pages",
    "bissue": "number",
    "bjournal": "journal",
    "bjtitle": "journal",
    "blocation": "address",
    "blpage": "last",
    "bmrnumber": "mrnumber",
    "bnote": "note",
    "bnumber": "number",
    "bpages": "pages",
    "bpublisher": "publisher",
    "bschool": "school",
    "bseries": "series",
    "bsertitle": "series",
    "btitle": "title",
    "bvolume": "volume",
    "byear": "year",
    "showarticletitle": "title",
}
"""The fields of BibTeX, by the commands whose arguments they are."""

PART_SAID = re.compile(r"\\(?:bibinfo\s*\{(?P<kind>\w+)\}|(?P<command>[A-Za-z]+))\s*(?=\{)")
EDITORS_SAID = re.compile(r"\\bibfield\s*\{editor\}\s*(?=\{)")
FAMILY_SAID = re.compile(r"\\(?:bibnamefont|bsnm)\s*(?=\{)")
GIVEN_SAID = re.compile(r"\\(?:bibfnamefont|bfnm)\s*(?=\{)"), re.compile(r"\\binits\s*(?=\{)")
"""In full, else by initials."""

BIBLIOGRAPHIC_TYPE = re.compile(r"%Type = (?P<type>[A-Za-z]+)")
"""What Elsevier's styles write behind an entry."""

CUT_ANYWHERE = re.compile(r"\bet~?\s?al\b|\\BOthers|\\betal\b")
BOOK_AROUND = re.compile(
    r"\bin\b:?[\s\\{]*(?:href\S*\s*(?:\{[^{}]*\})?[\s{]*)?(?:\\emph\s*\{\s*)?\\bibinfo\s*\{booktitle\}"
)
"""What stands before a book that an entry is in; any other is the entry itself."""

IN_PLACE = {"journal": "article", "booktitle": "inproceedings", "school": "phdthesis", "institution": "techreport"}
"""What an entry is that says what it is in, or where it is from; any other that a publisher has is a book."""


class SaidPart(NamedTuple):
    """A part of an entry: the fields that its arguments are, these arguments, and where it stands."""

    fields: list[str]
    arguments: list[str]
    start: int
    end: int


def read_said_parts(text: str, record: Record) -> bool:
    """Read what an entry says that its parts are into a record; whether it says it of its year, title or journal."""
    parts = [*said_parts(text)]
    editors = EDITORS_SAID.search(text)
    span = range(editors.end(), closing(text, editors.end())) if editors else ()
    for part in parts:
        inside = part.start in span
        for field, argument in zip(part.fields, part.arguments, strict=False):
            put_part("editor" if field == "author" and inside else field, argument, record)
    said = {field for part in parts for field in part.fields}
    if said.isdisjoint({"title", "journal", "booktitle", "year"}):
        return False
    take_rest(text, parts, record)
    return True


def said_parts(text: str) -> Iterator[SaidPart]:
    """The parts of an entry that say what they are; what is in one of them is none of its own."""
    position = 0
    while found := PART_SAID.search(text, position):
        kind = FIELDS_SAID.get(found["kind"], "") if found["kind"] else COMMANDS_SAID.get(found["command"], "")
        if not kind:
            position = found.end() + 1
            continue
        fields, position = kind.split(), found.end()
        arguments: list[str] = []
        while len(arguments) < len(fields) and text[position : position + 1] == "{":
            end = closing(text, position)
            arguments.append(text[position + 1 : end - 1])
            position = end
        yield SaidPart(fields, arguments, found.start(), position)


def put_part(field: str, text: str, record: Record) -> None:
    """Put a part of an entry into the record."""
    if field in {"author", "editor"}:
        for person in people_said(text):
            record.name(field, person, record.line)
    elif field == "last":
        record.set("pages", f"{record.fields.get('pages', '')}\N{EN DASH}{decode_latex(text)}", record.line)
    elif field not in record.fields:
        take_arxiv(text, record)
        record.put(field, decode_latex(text).strip(" .,()" if field == "number" else " .,"), record.line)


def people_said(text: str) -> tuple[Name, ...]:
    """Who an argument names: in parts, or as BibTeX writes names."""
    family = FAMILY_SAID.search(text)
    if not family:
        return read_people(text.strip(" ,"))[0]
    given = next(filter(None, ([*pattern.finditer(text)] for pattern in GIVEN_SAID)), [])
    whole = " ".join(decode_latex(group_at(text, found.end())) for found in given)
    return (Name(decode_latex(group_at(text, family.end())), whole),)


def take_rest(text: str, parts: list[SaidPart], record: Record) -> None:
    """Take what stands between the parts: who wrote it, that the list is cut, identifiers, and what type it is."""
    edges = [0, *(edge for part in parts for edge in (part.start, part.end)), len(text)]
    rest = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    if "author" not in record.people and (people := people_in_line(decode_latex(text[: edges[1]]))):
        for name in people.names:
            record.name("author", name, record.line)
    if CUT_ANYWHERE.search(rest):
        record.name("author", None, record.line)
    kind = BIBLIOGRAPHIC_TYPE.search(rest)
    take_numbers(decode_latex(BIBLIOGRAPHIC_TYPE.sub("", rest)), record)
    if "booktitle" in record.fields and "title" not in record.fields and not BOOK_AROUND.search(text):
        record.put("title", record.fields.pop("booktitle"), record.line)
    places = (type_ for field, type_ in IN_PLACE.items() if field in record.fields)
    record.type = kind["type"].lower() if kind else next(places, "book" if "publisher" in record.fields else "misc")
