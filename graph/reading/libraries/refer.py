"""EndNote's tagged files (`.enw`), which Google Scholar writes, too -> references: a sign and a tag begin each line.

The tags are those of refer, a program of Bell Labs; EndNote's manual lists what it has added.
"""

from __future__ import annotations

import re

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.libraries.tagged import LIKE_ISSN, TaggedRecord, tagged_records
from graph.reading.records import PLACED, Record, read_person
from graph.references.dois import read_doi

REFER_TYPES = {
    "blog": "online",
    "book": "book",
    "book section": "incollection",
    "computer program": "software",
    "conference paper": "inproceedings",
    "conference proceedings": "inproceedings",
    "dataset": "dataset",
    "edited book": "book",
    "electronic article": "article",
    "electronic book": "book",
    "electronic book section": "incollection",
    "encyclopedia": "inreference",
    "government document": "techreport",
    "journal article": "article",
    "magazine article": "article",
    "manuscript": "unpublished",
    "newspaper article": "article",
    "online database": "online",
    "online multimedia": "online",
    "pamphlet": "booklet",
    "patent": "patent",
    "report": "techreport",
    "standard": "standard",
    "thesis": "phdthesis",
    "unpublished work": "unpublished",
    "web page": "online",
}
"""EndNote's types, and those of BibTeX; any other is "misc"."""

REFER_FIELDS = {
    "!": "shorttitle",
    "7": "edition",
    "9": "type",
    "C": "address",
    "G": "language",
    "I": "publisher",
    "K": "keywords",
    "M": "accession",
    "N": "number",
    "O": "note",
    "P": "pages",
    "S": "series",
    "T": "title",
    "U": "url",
    "V": "volume",
    "X": "abstract",
    "Z": "note",
    "[": "urldate",
    "&": "chapter",
    "~": "database",
}
"""What the tags mean; those of dates, people, numbers and of what a reference is in are read apart."""

REFER_PEOPLE = {"A": "author", "E": "editor", "Q": "author", "Y": "editor"}
REFER_LINE = re.compile(r"%(?P<tag>[A-Z0-9!@&*()+^~<>\[\]?#$]) ?(?P<value>.*)")
HAS_TYPES = re.compile(r"^%0", re.MULTILINE)


def read_refer(text: str, library: Library) -> None:
    """Add the records of a file to a library: each begins with its type, or where none has one behind an empty line."""
    start = "0" if HAS_TYPES.search(text) else ""
    records = list(tagged_records(text, start, REFER_LINE, library))
    library.add_all((refer_reference(each, library.file), "\n".join(each.raw)) for each in records)


def refer_reference(tagged: TaggedRecord, file: str) -> Reference:
    """A reference from a record."""
    kind = tagged.first("0")
    usual = "article" if tagged.first("J") else "incollection" if tagged.first("B") else "misc"
    record = Record(file, tagged.lines[0].number, key=tagged.first("F"), type=REFER_TYPES.get(kind.lower(), usual))
    if kind and kind.lower() not in {*REFER_TYPES, "generic"}:
        record.put("type", kind, record.line)
    for line in tagged.lines:
        put_refer(record, line.tag, line.value.strip(), line.number)
    return record.reference()


def put_refer(record: Record, tag: str, value: str, line: int) -> None:
    """Add a line to a record."""
    if tag in REFER_PEOPLE:
        for each in value.split("\n"):
            record.name(REFER_PEOPLE[tag], read_person(each), line)
    elif tag in {"J", "B"}:
        record.put("journal" if tag == "J" else PLACED.get(record.type, "booktitle"), value, line)
    elif tag == "D":
        record.date(value, line)
    elif tag == "R" and read_doi(value).is_possible:
        record.put("doi", value, line)
    elif tag == "@":
        record.put("issn" if LIKE_ISSN.match(value) else "isbn", value, line)
    elif tag not in {"0", "F", "8"}:
        record.put(REFER_FIELDS.get(tag, f"refer-{tag.lower()}"), value, line)
