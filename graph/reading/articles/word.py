"""Word (.docx) -> an article: citations are in the fields of reference managers, or numbers in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.model import Article, File
from graph.reading.articles import ArticleText
from graph.reading.articles.archive import Parts
from graph.reading.articles.elements import NO_NODE, Node, Words, parse_xml, walk
from graph.reading.articles.fields import LIST_CODES, Records, decoded_tag
from graph.reading.articles.flow import Flow
from graph.reading.articles.office import Document
from graph.reading.articles.word_sources import word_sources
from graph.reading.problems import Problems

MAIN_PART = "word/document.xml"
DROPPED = ("rFonts", "lang", "sz", "szCs", "color", "kern", "spacing", "b", "bCs", "i", "iCs", "proofErr", "rsids")
"""Elements that say how letters look, which is most of a document; they are not even kept."""

LEFT_OUT = {
    "del": "deleted words",
    "m:oMath": "formulas",
    "m:oMathPara": "formulas",
    "moveFrom": "deleted words",
}
"""Elements that are no prose, and what they count as."""

NOT_READ = frozenset({"mc:Fallback", "rPr", "pPr", "sdtPr", "tblPr", "tcPr", "trPr", "sectPr", "delText", "tblGrid"})
SHOWN = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}
NOTES = {"footnoteReference": ("word/footnotes.xml", "footnote"), "endnoteReference": ("word/endnotes.xml", "endnote")}
OUTLINE = frozenset("012345678")
HEADING = re.compile(r"heading ?(\d)")


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs: its name, and the level of a heading, or 0."""

    name: str
    level: int = 0
    based_on: str = ""


NO_STYLE = Style("")


def read_word(file: File) -> ArticleText:
    """Read a document of Word, or its main part alone."""
    problems = Problems(file.name)
    parts = Parts(file.data, MAIN_PART, problems)
    reading = WordReading(Document(problems, records=Records(file.name)), parts)
    if parts.open():
        reading.read()
    return reading.document.article(word_sources(parts, problems), about(parts, problems))


def about(parts: Parts, problems: Problems) -> Article:
    """The title that the document's properties state."""
    if text := parts.read("docProps/core.xml"):
        return Article(title=parse_xml(text, problems, part="docProps/core.xml").first("dc:title").text)
    return Article()


@dataclass(slots=True)
class WordReading:
    """Reads the main part of a document; `notes` are those of the document, `links` where those of each part lead."""

    document: Document
    parts: Parts
    styles: dict[str, Style] = field(default_factory=dict)
    notes: dict[tuple[str, str], Node] = field(default_factory=dict)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    part: str = MAIN_PART
    raised: bool = False
    lists: int = 0
    is_entry: bool = False

    def read(self) -> None:
        """Read the document."""
        text = self.parts.read(MAIN_PART)
        if not text:
            self.parts.report(f"this document has no {MAIN_PART}, where Word keeps the text; save it again")
            return
        self.styles = dict(self.read_styles())
        for part, tag in NOTES.values():
            root = self.parse(part)
            self.notes |= {(tag, each.get("id")): each for each in root.elements(tag)}
        self.links = {part: self.links_of(part) for part in (MAIN_PART, *(part for part, _ in NOTES.values()))}
        self.go_through(self.parse(MAIN_PART))

    def parse(self, part: str) -> Node:
        """A part of the document; an empty element where there is none."""
        text = self.parts.read(part)
        shown = part if self.parts.archive else ""
        return parse_xml(text, self.document.problems, DROPPED, shown) if text else NO_NODE

    def links_of(self, part: str) -> dict[str, str]:
        """Where the links of a part of the document lead out of it, by their ids."""
        root = self.parse(part.replace("word/", "word/_rels/") + ".rels")
        return {each.get("Id"): each.get("Target") for each in root.elements() if each.get("TargetMode") == "External"}

    def read_styles(self) -> Iterator[tuple[str, Style]]:
        """The styles of paragraphs, by id."""
        for node in self.parse("word/styles.xml").elements("style"):
            name = node.first("name").get("val").casefold()
            yield node.get("styleId"), Style(name, level_of(node, name), node.first("basedOn").get("val"))

    def style_of(self, paragraph: Node) -> Style:
        """The style of a paragraph; a style of nobody knows which name is known by its id."""
        name = paragraph.first("pPr", "pStyle").get("val")
        style = self.styles.get(name) or Style(re.sub(r"(?<=[a-z])(?=[A-Z\d])", " ", name).casefold())
        based = self.styles.get(style.based_on, NO_STYLE)
        return replace(style, level=level_of(paragraph, style.name) or style.level or based.level)

    def go_through(self, root: Node) -> None:
        """Go through the main part, or a note."""
        walk(root, self.enter, self.leave, lambda _: None)

    def enter(self, node: Node) -> bool:
        """An element begins; say whether what is in it is read."""
        if what := LEFT_OUT.get(node.tag):
            self.document.flow.left_out[what] += 1
            return False
        if node.tag in NOT_READ or is_contents(node):
            return False
        if node.tag in {"t", *SHOWN}:
            self.document.put(SHOWN.get(node.tag, text_in(node)), raised=self.raised)
            return False
        if act := ENTER.get(node.tag):
            act(self, node)
        return True

    def leave(self, node: Node) -> None:
        """An element ends."""
        if act := LEAVE.get(node.tag):
            act(self, node)

    def begin_paragraph(self, node: Node) -> None:
        """A paragraph begins."""
        self.document.begin_paragraph(is_empty=not node.text)
        self.is_entry = self.lists > 0

    def end_paragraph(self, node: Node) -> None:
        """A paragraph ends."""
        style = self.style_of(node)
        in_table = bool(self.document.flow.kinds)
        if style.name == "title" and not in_table and not self.document.title:
            self.document.title = self.document.take_words()
        elif style.level and not in_table:
            self.document.end_citations()
            self.document.head(style.level)
        else:
            is_item = node.first("pPr", "numPr") is not NO_NODE or style.name.startswith("list")
            self.document.end_paragraph(style.name, "item" if is_item else "text", is_entry=self.is_entry)

    def begin_run(self, node: Node) -> None:
        """Letters of one look begin."""
        self.raised = node.first("rPr", "vertAlign").get("val") == "superscript"

    def field_mark(self, node: Node) -> None:
        """A field begins, shows its result, or ends."""
        match node.get("fldCharType"):
            case "begin":
                self.document.begin_field(data=node.first("fldData").text)
            case "separate":
                self.show_field()
            case "end":
                self.end_field()

    def show_field(self) -> None:
        """What a field shows begins; it may be the list of references."""
        if self.document.fields and LIST_CODES.match(self.document.fields[-1].code):
            self.lists += 1
            self.is_entry = True
        self.document.show_field()

    def end_field(self) -> None:
        """The innermost field ends."""
        if self.document.fields and LIST_CODES.match(self.document.fields[-1].code):
            self.lists -= 1
        self.document.end_field()

    def code(self, node: Node) -> None:
        """The code of a field, which may be split over runs."""
        if self.document.fields and not self.document.fields[-1].in_result:
            self.document.fields[-1].code += text_in(node)

    def begin_simple(self, node: Node) -> None:
        """A field that is one element."""
        self.document.begin_field(node.get("instr"))
        self.show_field()

    def end_simple(self, _: Node) -> None:
        """The end of a field that is one element."""
        self.end_field()

    def begin_control(self, node: Node) -> None:
        """A content control, in which Mendeley keeps citations and the list of references."""
        tag = node.first("sdtPr", "tag").get("val")
        if is_list_control(node):
            self.lists += 1
        elif code := decoded_tag(tag):
            self.document.begin_field(code)
            self.document.show_field()

    def end_control(self, node: Node) -> None:
        """A content control ends."""
        if is_list_control(node):
            self.lists -= 1
        elif decoded_tag(node.first("sdtPr", "tag").get("val")):
            self.document.end_field()

    def begin_link(self, node: Node) -> None:
        """A link begins, which leads out of the document or to a place in it."""
        self.document.addresses.append(self.links.get(self.part, {}).get(node.get("id"), ""))

    def end_link(self, _: Node) -> None:
        """A link ends."""
        self.document.addresses.pop()

    def call_note(self, node: Node) -> None:
        """A note is called; it is read where it is."""
        note = self.notes.pop((NOTES[node.tag][1], node.get("id")), None)
        if note is None:
            return
        outer, part = self.document, self.part
        self.document = Document(outer.problems, Flow(), outer.records, line=max(0, outer.line - 1))
        self.part = NOTES[node.tag][0]
        self.go_through(note)
        inner, self.document, self.part = self.document, outer, part
        outer.note(inner.flow)
        outer.entries += inner.entries


Act = Callable[[WordReading, Node], None]

ENTER: Mapping[str, Act] = {
    "endnoteReference": WordReading.call_note,
    "fldChar": WordReading.field_mark,
    "fldSimple": WordReading.begin_simple,
    "footnoteReference": WordReading.call_note,
    "hyperlink": WordReading.begin_link,
    "instrText": WordReading.code,
    "p": WordReading.begin_paragraph,
    "r": WordReading.begin_run,
    "sdt": WordReading.begin_control,
    "tbl": lambda reading, _: reading.document.begin_table(),
}
LEAVE: Mapping[str, Act] = {
    "fldSimple": WordReading.end_simple,
    "hyperlink": WordReading.end_link,
    "p": WordReading.end_paragraph,
    "sdt": WordReading.end_control,
    "tbl": lambda reading, _: reading.document.end_table(),
}
"""What the beginning and the end of an element mean."""


def level_of(node: Node, name: str) -> int:
    """The level that a paragraph, or a style of this name, has as a heading; 0 where it is none."""
    if match := HEADING.fullmatch(name):
        return int(match[1])
    outline = node.first("pPr", "outlineLvl").get("val")
    return int(outline) + 1 if outline in OUTLINE else 0


def text_in(node: Node) -> str:
    """The text of an element that has no others, white space as it is."""
    return "".join(each.text for each in node.children if isinstance(each, Words))


def gallery(node: Node) -> str:
    """What the building block in a content control is."""
    return node.first("sdtPr", "docPartObj", "docPartGallery").get("val").casefold()


def is_contents(node: Node) -> bool:
    """Whether an element is a table of contents."""
    return node.tag == "sdt" and gallery(node).startswith("table of")


def is_list_control(node: Node) -> bool:
    """Whether a content control holds the list of references."""
    tag = node.first("sdtPr", "tag").get("val")
    return tag.startswith("MENDELEY_BIBLIOGRAPHY") or gallery(node) == "bibliographies"
