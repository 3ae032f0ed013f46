"""XML -> a tree of elements and words, each with its place: what JATS, TEI, Word and OpenDocument have in common.

Read by expat alone, which fetches nothing. A document that defines entities is not read on, and neither is one that
is nested too deep or has too many elements: the tree is what stands before, and the problem says where it ends.
"""

from __future__ import annotations

import contextlib
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from graph.reading.limits import LONGEST_ENTITY
from graph.reading.problems import Problems
from graph.reading.text import PLACE_IN_WHOLE

MAX_DEPTH = 200
"""How deep elements may be nested; in articles they are about 20 deep."""

MAX_NODES = 1_000_000
"""How many elements and pieces of text a document may have; the longest articles have 200,000."""


MAIN = frozenset(
    {
        "http://schemas.microsoft.com/office/word/2004/10/bibliography",
        "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://www.tei-c.org/ns/1.0",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://purl.oclc.org/ooxml/officeDocument/bibliography",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }
)
"""Namespaces whose elements are called without a prefix; those of formulas and drawings keep theirs."""

MARKUP = frozenset("<&")
DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>")


@dataclass(slots=True)
class Words:
    """Text that stands in the document just so, from this place on."""

    text: str
    line: int
    column: int


@dataclass(slots=True)
class Node:
    """An element: its name and its attributes', without the prefix of a namespace, its place, and what is in it."""

    tag: str
    line: int = 1
    column: int = 1
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node | Words] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute, or an empty string."""
        return self.attributes.get(name, "")

    def elements(self, *tags: str) -> Iterator[Node]:
        """The elements directly in it, of these names if any are given."""
        return (each for each in self.children if isinstance(each, Node) and (not tags or each.tag in tags))

    def all(self, *tags: str) -> Iterator[Node]:
        """The elements of these names in it, or all if none are given, at any depth, in order."""
        return (each for each in steps(self) if isinstance(each, Node) and (not tags or each.tag in tags))

    def first(self, *path: str) -> Node:
        """The first element on a path of names, each directly in the one before; an empty one where there is none."""
        found = self
        for tag in path:
            found = next(found.elements(tag), NO_NODE)
        return found

    @property
    def text(self) -> str:
        """All words in it, on one line."""
        return " ".join("".join(each.text for each in steps(self) if isinstance(each, Words)).split())


NO_NODE = Node("")


def steps(root: Node) -> Iterator[Node | Words]:
    """All that is in an element, at any depth, in order."""
    rest = root.children[::-1]
    while rest:
        each = rest.pop()
        yield each
        if isinstance(each, Node):
            rest += each.children[::-1]


def walk(
    root: Node, enter: Callable[[Node], bool], leave: Callable[[Node], None], words: Callable[[Words], None]
) -> None:
    """Go through an element; what is in one that `enter` says no to is passed over, and it is not left."""
    if not enter(root):
        return
    stack = [(root, iter(root.children))]
    while stack:
        element, rest = stack[-1]
        each = next(rest, None)
        if each is None:
            leave(element)
            stack.pop()
        elif isinstance(each, Words):
            words(each)
        elif enter(each):
            stack.append((each, iter(each.children)))


class TreeEnd(Exception):  # noqa: N818 - it ends the reading, and says why
    """The document is not read on."""


@dataclass(slots=True)
class TreeBuilder:
    """Makes the tree as expat meets what is in a document; elements named in `dropped` are left out.

    Of a part of a file `lines_before` are those of the file that the document lacks, and `columns_before` the letters
    that it lacks in its line `begins`.
    """

    parser: expat.XMLParserType
    dropped: frozenset[str]
    root: Node = field(default_factory=lambda: Node(""))
    open: list[Node] = field(default_factory=list)
    prefixes: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    begin: tuple[int, int] = (0, 0)
    end: tuple[int, int] = (0, 0)
    count: int = 0
    inside: int = 0
    lines_before: int = 0
    columns_before: int = 0
    begins: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.end_text()
        tag = self.name(name, attributes)
        if self.inside or tag in self.dropped:
            self.inside += 1
            return
        if len(self.open) > MAX_DEPTH:
            raise TreeEnd(f"elements are nested more than {MAX_DEPTH} deep")
        local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        element = Node(tag, *self.here(), local)
        self.add(element)
        self.open.append(element)

    def here(self) -> tuple[int, int]:
        """The line and column that expat has come to."""
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return line + self.lines_before, column + (self.columns_before if line == self.begins else 0)

    def instruction(self, target: str, data: str) -> None:
        """An instruction, which may say where in a whole file the rest stands."""
        if said := PLACE_IN_WHOLE.fullmatch(f"<?{target} {data}?>"):
            self.begins = self.parser.CurrentLineNumber
            self.lines_before = int(said["line"]) - self.begins
            self.columns_before = int(said["column"]) - 1 - self.parser.CurrentColumnNumber - len(said[0])

    def add(self, node: Node | Words) -> None:
        """Add a node to the element that is open."""
        if self.count == MAX_NODES:
            raise TreeEnd(f"it has more than {MAX_NODES:,} elements and pieces of text")
        self.count += 1
        self.open[-1].children.append(node)

    def name(self, written: str, attributes: Mapping[str, str]) -> str:
        """The name of an element, without a prefix that stands for one of the main namespaces."""
        for key, value in attributes.items():
            if key.startswith("xmlns:"):
                self.prefixes[key.removeprefix("xmlns:")] = value
        prefix, _, local = written.partition(":")
        return local if self.prefixes.get(prefix, "") in MAIN else written

    def close(self, _: str) -> None:
        """An element ends."""
        self.end_text()
        if self.inside:
            self.inside -= 1
        else:
            self.open.pop()

    def data(self, text: str) -> None:
        """Text; what goes on where the last one ended is one with it."""
        if self.inside:
            return
        place = self.here()
        if place != self.end:
            self.end_text()
            self.begin = place
        self.parts.append(text)
        self.end = (place[0] + 1, 1) if text == "\n" else (place[0], place[1] + len(text))

    def end_text(self) -> None:
        """Add the text that was collected to the element that is open."""
        if self.parts:
            text, self.parts = "".join(self.parts), []
            self.add(Words(text, *self.begin))
        self.end = (0, 0)

    def skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001 - expat gives it
        """An entity that the document type defines, which is not fetched; those of HTML are known."""
        self.end_text()
        if not is_parameter and not self.inside:
            self.add(Words(html.unescape(f"&{name};"), *self.here()))

    def entity(self, name: str, is_parameter: bool, text: str | None, *_: object) -> None:  # noqa: FBT001 - expat gives it
        """An entity is defined in the document; if it is a few letters, expat fills it in."""
        if is_parameter or text is None or len(text) > LONGEST_ENTITY or not MARKUP.isdisjoint(text):
            raise TreeEnd(
                f"it defines an entity ({name}) that is more than a few letters, which is not safe to fill in"
            )


def parse_xml(text: str, problems: Problems, dropped: Iterable[str] = (), part: str = "") -> Node:
    """The root of an XML document, or of what can be read of it; `part` is its name in an archive."""
    parser = expat.ParserCreate(encoding="utf-8")
    builder = TreeBuilder(parser, frozenset(dropped))
    builder.open.append(builder.root)
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.close
    parser.CharacterDataHandler, parser.SkippedEntityHandler = builder.data, builder.skipped
    parser.EntityDeclHandler, parser.ProcessingInstructionHandler = builder.entity, builder.instruction
    parser.UseForeignDTD(True)  # noqa: FBT003 - entities that are not defined are skipped, not errors
    try:
        parser.Parse(DECLARATION.sub(blanked, text).encode(errors="replace"), True)  # noqa: FBT003 - that this is all
    except (expat.ExpatError, TreeEnd) as error:
        where = f"the XML of {part}" if part else "this XML"
        line = 1 if part else builder.here()[0]
        message = f"{where} cannot be read on: {why_torn(error, part)}; what stands behind this place is left out"
        problems.report("unread-part", line, message, severity="error")
        with contextlib.suppress(TreeEnd):
            builder.end_text()
    return next(builder.root.elements(), NO_NODE)


def why_torn(error: expat.ExpatError | TreeEnd, part: str) -> str:
    """Why a document is not read on; of a part of an archive with the place in it, which none tells otherwise."""
    return str(error) if part or isinstance(error, TreeEnd) else expat.ErrorString(error.code)


def blanked(match: re.Match[str]) -> str:
    """Spaces for what says how the document was encoded, which is decoded by now."""
    return re.sub(r"[^\n]", " ", match.group())
