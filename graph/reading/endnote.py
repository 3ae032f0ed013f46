"""EndNote's XML -> references.

Read by expat alone: nothing is fetched, a document that defines entities is not read on, and nesting has an end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from graph.model import Reference
from graph.reading.joined_library import Library
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
CONTAINERS = ("titles/secondary-title", "periodical/full-title")
PASSED_OVER = frozenset({"database", "source-app", "foreign-keys/key", "ref-type", "rec-number"})
"""Elements that say something about EndNote only."""

MAX_DEPTH = 100
"""How deep elements may be nested; in a record of EndNote they are about 8 deep."""


class StopReading(Exception):  # noqa: N818 - it ends the reading, and says why
    """The document is not read on."""


@dataclass(slots=True)
class Element:
    """What stands in an element of a record, with its path in it."""

    path: str
    line: int
    text: str = ""


@dataclass(slots=True)
class EndNoteRecord:
    """A record: its line, its type, and its elements that hold text."""

    line: int
    type: str = ""
    elements: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class EndNoteReader:
    """Collects the records of a document as expat meets its elements."""

    parser: expat.XMLParserType
    path: list[str] = field(default_factory=list)
    records: list[EndNoteRecord] = field(default_factory=list)
    begun: EndNoteRecord | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.path.append(name)
        if len(self.path) > MAX_DEPTH:
            raise StopReading(f"elements are nested more than {MAX_DEPTH} deep")
        if name == "record":
            self.begun = EndNoteRecord(self.parser.CurrentLineNumber)
        elif self.begun and name == "ref-type":
            self.begun.type = attributes.get("name", "")
        elif self.begun and name != "style":
            self.begun.elements.append(Element(self.place(), self.parser.CurrentLineNumber))

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "record" and self.begun:
            self.records.append(self.begun)
            self.begun = None
        self.path.pop()

    def data(self, text: str) -> None:
        """Text in an element; that of nested styles is the element's own."""
        if self.begun and self.begun.elements and self.begun.elements[-1].path == self.place():
            self.begun.elements[-1].text += text

    def place(self) -> str:
        """The path of the element in its record."""
        inside = self.path[self.path.index("record") + 1 :]
        return "/".join(name for name in inside if name != "style")

    def refuse(self, name: str, *_: object) -> None:
        """An entity is defined, which no file of EndNote does."""
        raise StopReading(f"it defines an entity ({name}), which is not read")


def read_endnote(text: str, library: Library) -> None:
    """Add the records of EndNote's XML `text` to a library."""
    parser = expat.ParserCreate(encoding="utf-8")
    reader = EndNoteReader(parser)
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = reader.data, reader.refuse
    parser.buffer_text = True
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 - that this is all
    except (expat.ExpatError, StopReading) as error:
        lost = max(1, text.count("<record>") + text.count("<record ") - len(reader.records))
        message = f"this XML cannot be read on: {error}; what stands behind this line is left out"
        library.report("unparsed-entry", parser.ErrorLineNumber, message, unread=lost)
    lines = text.split("\n")
    ends = [each.line for each in reader.records[1:]] + [len(lines) + 1]
    written = ("\n".join(lines[each.line - 1 : end - 1]) for each, end in zip(reader.records, ends, strict=False))
    found = (endnote_reference(each, library.file) for each in reader.records)
    library.add_all(zip(found, written, strict=False))


def endnote_reference(endnote: EndNoteRecord, file: str) -> Reference:
    """A reference from a record of EndNote; its number is one of a library on somebody's machine, and no key."""
    label = next((each.text.strip() for each in endnote.elements if each.path == "label"), "")
    record = Record(file, endnote.line, key=label, type=ENDNOTE_TYPES.get(endnote.type, "misc"))
    if endnote.type not in {*ENDNOTE_TYPES, "Generic", ""}:
        record.put("type", endnote.type, endnote.line)
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
