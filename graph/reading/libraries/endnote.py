"""EndNote's XML -> references."""

from __future__ import annotations

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.libraries.xml_records import Element, XmlNames, XmlRecord, read_xml
from graph.reading.records import Record, read_person

ENDNOTE_TYPES = {
    "Blog": "online",
    "Book": "book",
    "Book Section": "incollection",
    "Computer Program": "software",
    "Conference Paper": "inproceedings",
    "Conference Proceedings": "inproceedings",
    "Dataset": "dataset",
    "Dictionary": "inreference",
    "Edited Book": "book",
    "Electronic Article": "article",
    "Electronic Book": "book",
    "Electronic Book Section": "incollection",
    "Encyclopedia": "inreference",
    "Journal Article": "article",
    "Magazine Article": "article",
    "Manuscript": "unpublished",
    "Newspaper Article": "article",
    "Pamphlet": "booklet",
    "Patent": "patent",
    "Report": "techreport",
    "Thesis": "phdthesis",
    "Unpublished Work": "unpublished",
    "Web Page": "online",
}
"""The types of EndNote, and those of BibTeX; any other is "misc"."""

ENDNOTE_FIELDS = {
    "abstract": "abstract",
    "access-date": "urldate",
    "custom2": "pmcid",
    "edition": "edition",
    "electronic-resource-num": "doi",
    "isbn": "issn",
    "keywords/keyword": "keywords",
    "notes": "note",
    "number": "number",
    "pages": "pages",
    "pub-location": "address",
    "publisher": "publisher",
    "section": "chapter",
    "tertiary-title": "series",
    "titles/short-title": "shorttitle",
    "titles/tertiary-title": "series",
    "titles/title": "title",
    "urls/pdf-urls/url": "file",
    "urls/related-urls/url": "url",
    "urls/web-urls/url": "url",
    "volume": "volume",
    "alt-periodical/abbr-1": "shortjournal",
    "periodical/abbr-1": "shortjournal",
}
"""What the elements of a record mean; those of people, dates and of what a reference is in are read apart."""

ENDNOTE_PEOPLE = {
    "contributors/authors/author": "author",
    "contributors/secondary-authors/author": "editor",
}
ENDNOTE_NAMES = XmlNames(("xml", "records", "record"), ("record",), ("style",))
CONTAINERS = ("titles/secondary-title", "periodical/full-title")
PASSED_OVER = frozenset({"database", "source-app", "foreign-keys/key", "ref-type", "rec-number"})
"""Elements that say something about EndNote only."""


def read_endnote(text: str, library: Library) -> None:
    """Add the records of EndNote's XML `text` to a library."""
    read_xml(text, library, ENDNOTE_NAMES, endnote_reference)


def endnote_reference(endnote: XmlRecord, file: str) -> Reference:
    """A reference from a record of EndNote; its number is one of a library on somebody's machine, and no key."""
    label, kind = endnote.first("label"), endnote.first("ref-type")
    named = kind.attributes.get("name", "") if kind else ""
    record = Record(file, endnote.line, key=label.text.strip() if label else "", type=ENDNOTE_TYPES.get(named, "misc"))
    if named not in {*ENDNOTE_TYPES, "Generic", ""}:
        record.put("type", named, endnote.line)
    for element in endnote.elements:
        put_element(record, element)
    return record.reference()


def put_element(record: Record, element: Element) -> None:
    """Add an element to a record."""
    path, text, line = element.path, element.text, element.line
    if path in ENDNOTE_PEOPLE:
        record.name(ENDNOTE_PEOPLE[path], read_person(text.strip().removesuffix(",")), line)
    elif path in CONTAINERS:
        record.container(text, line)
    elif path == "dates/year":
        record.date(text, line)
    elif path == "accession-num":
        record.put("pmid" if text.strip().isdigit() else "accession", text, line)
    elif path == "custom2" and not text.strip().startswith("PMC"):
        record.put(path, text, line)
    elif path not in PASSED_OVER | {"label"}:
        record.put(ENDNOTE_FIELDS.get(path, path.replace("/", "-")), text, line)
