"""A table of references -> references, as Zotero, Scopus and PubMed export it, or as people type it.

What a column is, its name says, in any case and with "_" for a blank. What no name is known of is no field, as a table
may have anything beside its references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.libraries.tagged import NBIB_DESIGNS
from graph.reading.libraries.zotero import KEY_IN_EXTRA
from graph.reading.listed.page import is_named_organisation
from graph.reading.names import read_people
from graph.reading.printed.people import NO_PERSON
from graph.reading.records import Record, read_initials, read_person
from graph.reading.table import read_lines
from graph.references.names import Name

KEY_COLUMNS = ("citation key", "citekey", "cite key", "bibtex key", "bibtexkey", "key")
COLUMNS_OF_FIELDS = {
    "title": ("title", "article title", "document title", "item title"),
    "author": ("author full names", "author", "authors", "author(s)", "author names", "creators", "author list"),
    "editor": ("editor", "editors"),
    "year": ("year", "publication year", "pub year", "year published", "published year"),
    "date": ("date", "publication date", "date published", "published", "published date"),
    "journal": ("journal", "source title", "journal/book", "publication title", "journal title", "container title"),
    "booktitle": ("booktitle", "book title", "proceedings title"),
    "volume": ("volume", "vol"),
    "number": ("issue", "number", "no"),
    "pages": ("pages", "page range", "page"),
    "eid": ("art. no.", "article number"),
    "doi": ("doi", "doi link", "digital object identifier"),
    "pmid": ("pmid", "pubmed id", "pubmedid", "pubmed"),
    "pmcid": ("pmcid", "pmc id"),
    "isbn": ("isbn", "isbns"),
    "issn": ("issn", "issns"),
    "url": ("url", "link", "urls", "web link"),
    "urldate": ("access date", "urldate", "accessed"),
    "publisher": ("publisher",),
    "address": ("place", "place of publication", "publisher location"),
    "edition": ("edition",),
    "series": ("series",),
    "abstract": ("abstract", "abstract note"),
    "keywords": ("keywords", "author keywords", "manual tags"),
    "language": ("language", "language of original document"),
    "note": ("note", "notes"),
    "design": ("design", "study design"),
    "group": ("group",),
}
"""What columns are called that hold a field; the first that a row has something in counts."""

FIRST_PAGES, LAST_PAGES = (
    ("page start", "start page", "first page", "beginning page"),
    ("page end", "end page", "last page"),
)
TYPE_COLUMNS = ("item type", "document type", "publication type", "reference type", "type of work", "type")
TABLE_TYPES = {
    "blogpost": "online",
    "book": "book",
    "bookchapter": "incollection",
    "booksection": "incollection",
    "computerprogram": "software",
    "conferencepaper": "inproceedings",
    "dataset": "dataset",
    "journalarticle": "article",
    "article": "article",
    "magazinearticle": "article",
    "newspaperarticle": "article",
    "preprint": "article",
    "proceedingspaper": "inproceedings",
    "report": "techreport",
    "review": "article",
    "systematicreview": "article",
    "thesis": "phdthesis",
    "webpage": "online",
}
"""What types are called, without blanks and in small letters."""

ZOTERO_KEY = re.compile(r"[A-Z0-9]{8}")
"""What Zotero calls an entry, which nobody cites it by."""

CLOSE_PERSON = re.compile(r"\S.*\s(?:-?[^\W\d_a-z]\.?){1,4}")
"""A name as medicine writes it: "Lee AB", "Lee A.B."."""

NUMBERED_PERSON = re.compile(r"\s*\(\d+\)$")
"""What Scopus puts behind a name."""


def read_reference_table(text: str, library: Library) -> None:
    """Add the rows of a table to a library."""
    lines = read_lines(text, library)
    _, header = next(lines, (1, []))
    columns = [column_name(each) for each in header]
    found: list[tuple[Reference, str]] = []
    for line, cells in lines:
        row: dict[str, str] = {}
        for column, cell in zip(columns, cells, strict=False):
            if cell.strip():
                row.setdefault(column, cell.strip())
        if row:
            found.append((row_reference(row, line, library.file), "; ".join(cells)))
    library.add_all(found)


def column_name(cell: str) -> str:
    """What a column is called, in small letters and with blanks."""
    return " ".join(cell.strip(" \ufeff").lower().replace("_", " ").split())


def row_reference(row: Mapping[str, str], line: int, file: str) -> Reference:
    """The reference that a row is."""
    values = {field: value for field, columns in COLUMNS_OF_FIELDS.items() if (value := first_cell(columns, row))}
    kind = first_cell(TYPE_COLUMNS, row)
    usual = "article" if "journal" in values else "misc"
    record = Record(file, line, key=key_in(row), type=TABLE_TYPES.get("".join(kind.lower().split()), usual))
    for field, value in values.items():
        put_cell(record, field, value)
    if "pages" not in values:
        edges = (first_cell(FIRST_PAGES, row), first_cell(LAST_PAGES, row))
        record.put("pages", "-".join(dict.fromkeys(filter(None, edges))), line)
    record.put("design", NBIB_DESIGNS.get(kind, "") if "design" not in values else "", line)
    return record.reference()


def first_cell(columns: tuple[str, ...], row: Mapping[str, str]) -> str:
    """What the first of these columns has that has anything in a row."""
    return next((row[each] for each in columns if each in row), "")


def key_in(row: Mapping[str, str]) -> str:
    """The key that claims cite a row by; the empty text where none is written."""
    key = first_cell(KEY_COLUMNS, row)
    extra = KEY_IN_EXTRA.search(row.get("extra", ""))
    return extra[1] if extra else "" if ZOTERO_KEY.fullmatch(key) else key


def put_cell(record: Record, field: str, value: str) -> None:
    """Add what a cell says to a record."""
    if field in {"author", "editor"}:
        for name in people_in_cell(value):
            record.name(field, name, record.line)
    elif field == "date":
        record.date(value, record.line)
    elif field == "journal":
        record.container(value, record.line)
    else:
        record.put(field, value, record.line)


def people_in_cell(text: str) -> Iterator[Name | None]:
    """The people in a cell, whom semicolons part, or "and", or commas: "Lee A, Kim B", "Ann Lee, Bob Kim"."""
    text = text.strip(" .;") if ";" in text else text.strip()
    if ";" not in text and NO_PERSON.search(text):
        yield Name(literal=text)
        return
    if ";" in text or " and " in text:
        yield from map(person_in_cell, re.split(r"\s*;\s*|,?\s+and\s+", text))
        return
    parts = re.split(r"\s*,\s*", text.rstrip("."))
    are_several = all(" " in each for each in parts) or all(map(CLOSE_PERSON.fullmatch, parts))
    yield from map(person_in_cell, parts if are_several else [text])


def person_in_cell(text: str) -> Name | None:
    """The name of one of them."""
    text = NUMBERED_PERSON.sub("", text)
    if is_named_organisation(f"{text}. ") or NO_PERSON.search(text):
        return Name(literal=text)
    if "," not in text and CLOSE_PERSON.fullmatch(text):
        return read_initials(text.replace(".", ""))
    return read_person(text) if "," in text else next(iter(read_people(text)[0]), None)
