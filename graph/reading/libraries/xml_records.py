"""XML of many records -> the elements of each, with their text and lines.

Read by expat alone: nothing is fetched, a document that defines entities is not read on, and nesting has an end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from graph.model import Reference
from graph.reading.joined_library import Library

MAX_DEPTH = 100
"""How deep elements may be nested; in records they are about 8 deep."""


class StopReading(Exception):  # noqa: N818 - it ends the reading, and says why
    """The document is not read on."""


@dataclass(slots=True)
class Element:
    """What stands in an element of a record, with its path in it."""

    path: str
    line: int
    attributes: Mapping[str, str]
    text: str = ""


@dataclass(slots=True)
class XmlRecord:
    """A record: its line, and its elements in their order."""

    line: int
    elements: list[Element] = field(default_factory=list)

    def first(self, path: str) -> Element | None:
        """The first element at a path."""
        return next((each for each in self.elements if each.path == path), None)


class XmlNames(NamedTuple):
    """What elements are called: those that may stand around all, those that are records, and those within text."""

    roots: Collection[str]
    records: Collection[str]
    inline: Collection[str]


@dataclass(slots=True)
class XmlReader:
    """Collects the records of a document as expat meets its elements; what is `inline` belongs to what it stands in."""

    parser: expat.XMLParserType
    names: Collection[str]
    inline: Collection[str]
    path: list[str] = field(default_factory=list)
    records: list[XmlRecord] = field(default_factory=list)
    begun: XmlRecord | None = None
    depth: int = 0
    root: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.root = self.root or name
        self.path.append(name)
        if len(self.path) > MAX_DEPTH:
            raise StopReading(f"elements are nested more than {MAX_DEPTH} deep")
        if self.begun is None and name in self.names:
            self.begun, self.depth = XmlRecord(self.parser.CurrentLineNumber), len(self.path)
        elif self.begun and name not in self.inline:
            self.begun.elements.append(Element(self.place(), self.parser.CurrentLineNumber, attributes))

    def end(self, _: str) -> None:
        """An element ends."""
        if self.begun and len(self.path) == self.depth:
            self.records.append(self.begun)
            self.begun = None
        self.path.pop()

    def data(self, text: str) -> None:
        """Text in an element; that of what is inline is the element's own."""
        if self.begun and self.begun.elements and self.begun.elements[-1].path == self.place():
            self.begun.elements[-1].text += text

    def place(self) -> str:
        """The path of the element in its record."""
        return "/".join(name for name in self.path[self.depth :] if name not in self.inline)

    def refuse(self, name: str, *_: object) -> None:
        """An entity is defined, which no library does."""
        raise StopReading(f"it defines an entity ({name}), which is not read")


def read_xml(text: str, library: Library, known: XmlNames, reference: Callable[[XmlRecord, str], Reference]) -> None:
    """Add the records of XML to a library: the elements whose names are known, each turned into a `reference`."""
    parser = expat.ParserCreate(encoding="utf-8")
    reader = XmlReader(parser, known.records, known.inline)
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = reader.data, reader.refuse
    parser.buffer_text = True
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 - that this is all
    except (expat.ExpatError, StopReading) as error:
        lost = max(1, sum(text.count(f"<{name}{end}") for name in known.records for end in "> ") - len(reader.records))
        message = f"this XML cannot be read on: {error}; what stands behind this line is left out"
        library.report("unparsed-entry", parser.ErrorLineNumber, message, unread=lost)
    else:
        if not reader.records and reader.root not in known.roots:
            message = f"this XML has no references that are known here (it begins with <{reader.root}>)"
            library.report("unparsed-entry", 1, f"{message}; save it as BibTeX, RIS or EndNote's XML")
    lines = text.split("\n")
    ends = [each.line for each in reader.records[1:]] + [len(lines) + 1]
    written = ("\n".join(lines[each.line - 1 : end - 1]) for each, end in zip(reader.records, ends, strict=False))
    library.add_all(zip((reference(each, library.file) for each in reader.records), written, strict=False))
