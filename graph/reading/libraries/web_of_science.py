"""What the Web of Science exports -> references: tagged lines (`.ciw`), or a table with the same tags.

The tags are those of its help, "Field tags" of the core collection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.libraries.tagged import NBIB_DESIGNS, Line, TaggedRecord, tagged_records
from graph.reading.records import Record, read_person
from graph.reading.table import read_lines

PUBLICATION_TYPES = {"B": "book", "J": "article", "P": "patent", "S": "inproceedings"}
DOCUMENT_TYPES = {
    "book chapter": "incollection",
    "meeting abstract": "inproceedings",
    "proceedings paper": "inproceedings",
}
"""What a document is, where that says more than what it was published in."""

SCIENCE_FIELDS = {
    "AB": "abstract",
    "AR": "eid",
    "BN": "isbn",
    "CL": "venue",
    "CT": "eventtitle",
    "DE": "keywords",
    "DI": "doi",
    "EI": "eissn",
    "IS": "number",
    "JI": "shortjournal",
    "LA": "language",
    "PI": "address",
    "PM": "pmid",
    "PU": "publisher",
    "SE": "series",
    "SN": "issn",
    "TI": "title",
    "UT": "accession",
    "VL": "volume",
}
"""What the tags mean; those of dates, people, pages and of what a reference is in are read apart."""

SCIENCE_PEOPLE = {"AU": "author", "BE": "editor", "CA": "author"}
NAMES_IN_FULL = {"AU": "AF", "BE": "BF"}
"""The people of a tag with their given names, which a record may have beside their initials."""

SCIENCE_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*))?")
OF_THE_FILE = frozenset({"FN", "VR", "EF"})
"""The tags of what stands around the records."""


def read_web_of_science(text: str, library: Library) -> None:
    """Add the records of a file to a library."""
    tagged = tagged_rows if text.startswith("PT\t") else tagged_lines
    records = list(tagged(text, library))
    library.add_all((science_reference(each, library.file), "\n".join(each.raw)) for each in records)


def tagged_lines(text: str, library: Library) -> Iterator[TaggedRecord]:
    """The records of a file of tagged lines."""
    return tagged_records(text, "PT", SCIENCE_LINE, library, OF_THE_FILE)


def tagged_rows(text: str, library: Library) -> Iterator[TaggedRecord]:
    """The records of a table, whose cells part people with semicolons."""
    lines = read_lines(text, library)
    _, tags = next(lines, (1, []))
    for number, cells in lines:
        record = TaggedRecord(raw=["\t".join(cells)])
        for tag, cell in zip(tags, cells, strict=False):
            if cell.strip():
                is_list = tag in SCIENCE_PEOPLE or tag in NAMES_IN_FULL.values()
                record.add(Line(tag, cell.split("; ") if is_list else [cell], number))
        if record.lines:
            yield record


def science_reference(tagged: TaggedRecord, file: str) -> Reference:
    """A reference from a record."""
    document = tagged.first("DT").split(";")[0].strip()
    kind = DOCUMENT_TYPES.get(document.lower()) or PUBLICATION_TYPES.get(tagged.first("PT"), "misc")
    record = Record(file, tagged.lines[0].number, type=kind)
    for line in tagged.lines:
        if not tagged.first(NAMES_IN_FULL.get(line.tag, "")):
            put_science(record, line, tagged)
    record.put("design", NBIB_DESIGNS.get(document, ""), record.line)
    return record.reference()


def put_science(record: Record, line: Line, tagged: TaggedRecord) -> None:
    """Add a line to a record."""
    tag, number = line.tag, line.number
    value = " ".join(line.value.split())
    role = SCIENCE_PEOPLE.get(tag) or next(
        (SCIENCE_PEOPLE[each] for each, full in NAMES_IN_FULL.items() if full == tag), ""
    )
    if role:
        for each in filter(None, map(str.strip, line.written)):
            record.name(role, read_person(each), number)
    elif tag == "SO" and record.type == "book":
        record.put("title" if not tagged.first("TI") else "booktitle", value, number)
    elif tag == "SO":
        record.container(value, number)
    elif tag == "PY":
        record.date(value, number)
    elif tag == "BP":
        record.put("pages", "-".join(filter(None, (value, tagged.first("EP")))), number)
    elif tag in SCIENCE_FIELDS:
        record.put(SCIENCE_FIELDS[tag], value, number)
