"""OpenDocument text (.odt, LibreOffice) -> an article.

Citations are LibreOffice's own marks, which carry their record, marks of Zotero, Mendeley and JabRef around what they
show, or numbers in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from graph.model import Article, File, Reference
from graph.reading.articles import ArticleText, Cited
from graph.reading.articles.archive import Parts
from graph.reading.articles.elements import NO_NODE, Node, Words, parse_xml, walk
from graph.reading.articles.fields import Records
from graph.reading.articles.flow import Flow
from graph.reading.articles.links import Link
from graph.reading.articles.office import Document
from graph.reading.problems import Problems
from graph.reading.records import Record, read_person

CONTENT_PART = "content.xml"
META_PART = "meta.xml"

LEFT_OUT = {"annotation": "remarks in the margin", "tracked-changes": "deleted words", "draw:object": "formulas"}
"""Elements that are no prose, and what they count as."""

NOT_READ = frozenset(
    {
        "alphabetical-index",
        "bibliography-source",
        "draw:image",
        "forms",
        "illustration-index",
        "index-title",
        "note-citation",
        "office:annotation-end",
        "ruby-text",
        "sequence-decls",
        "svg:desc",
        "svg:title",
        "table-index",
        "table-of-content",
    }
)

ODT_TYPES = {
    "article": "article",
    "journal": "article",
    "book": "book",
    "booklet": "booklet",
    "conference": "inproceedings",
    "inproceedings": "inproceedings",
    "inbook": "inbook",
    "incollection": "incollection",
    "manual": "manual",
    "mastersthesis": "mastersthesis",
    "phdthesis": "phdthesis",
    "proceedings": "proceedings",
    "techreport": "techreport",
    "unpublished": "unpublished",
    "www": "online",
}
"""The types of OpenDocument, and those of BibTeX; any other is "misc"."""

ODT_FIELDS = {"annote": "annote", "report-type": "type"}
"""What the attributes of a mark are called in BibTeX, where that is not their name."""

ODT_PASSED_OVER = frozenset({"identifier", "bibliography-type", "author", "editor", "local-url", "target-type"})
JABREF = re.compile(r"JABREF_(\S{1,2000}) CID_\d+|JR_cite\d*_\d_([^\s]+)")
HIDDEN_LIST = ("ZOTERO_BIBL", "CSL_BIBLIOGRAPHY", "JABREF_bibliography", "JR_bib")
DEFAULT_LEVEL = 1


def read_odt(file: File) -> ArticleText:
    """Read a text document of OpenDocument, or its content alone."""
    problems = Problems(file.name)
    parts = Parts(file.data, CONTENT_PART, problems)
    reading = OdtReading(Document(problems, records=Records(file.name)))
    if parts.open() and (text := parts.read(CONTENT_PART)):
        reading.read(parse_xml(text, problems, part=CONTENT_PART if parts.archive else ""))
    elif not problems.problems:
        parts.report(f"this document has no {CONTENT_PART}, where the text is; save it again")
    return reading.document.article({}, odt_about(parts, problems))


def odt_about(parts: Parts, problems: Problems) -> Article:
    """The title that the document's properties state."""
    text = parts.read(META_PART) if parts.archive else ""
    root = parse_xml(text, problems, part=META_PART) if text else NO_NODE
    return Article(title=next((each.text for each in root.all("dc:title")), ""))


@dataclass(slots=True)
class OdtReading:
    """Reads the content of a document; `parents` leads from automatic styles to those with names."""

    document: Document
    parents: dict[str, str] = field(default_factory=dict)
    superscripts: set[str] = field(default_factory=set)
    path: list[str] = field(default_factory=list)
    raised: list[bool] = field(default_factory=list)
    lists: int = 0

    def read(self, root: Node) -> None:
        """Read the document."""
        for style in root.all("style:style"):
            self.parents[style.get("name")] = style.get("parent-style-name")
            if any(each.get("text-position").startswith("super") for each in style.elements("style:text-properties")):
                self.superscripts.add(style.get("name"))
        self.go_through(next(root.all("text"), NO_NODE).children)

    def go_through(self, nodes: Iterable[Node | Words]) -> None:
        """Go through the body, or that of a note."""
        for node in nodes:
            if isinstance(node, Node):
                walk(node, self.enter, self.leave, self.words)

    def words(self, words: Words) -> None:
        """White space in the file is one space; what stands outside of paragraphs is none of the text."""
        if "p" in self.path or "h" in self.path:
            self.document.put(re.sub(r"\s+", " ", words.text), raised=any(self.raised))

    def enter(self, node: Node) -> bool:
        """An element begins; say whether what is in it is read."""
        if what := LEFT_OUT.get(node.tag):
            self.document.flow.left_out[what] += 1
            return False
        if node.tag in NOT_READ:
            return False
        if act := WHOLE.get(node.tag):
            act(self, node)
            return False
        self.path.append(node.tag)
        if act := BEGIN.get(node.tag):
            act(self, node)
        return True

    def leave(self, node: Node) -> None:
        """An element ends."""
        self.path.pop()
        if act := FINISH.get(node.tag):
            act(self, node)

    def style_name(self, node: Node) -> str:
        """The name of a paragraph's style, of an automatic one that of its parent."""
        name = node.get("style-name")
        return (self.parents.get(name) or name).replace("_20_", " ").casefold()

    def begin_paragraph(self, node: Node) -> None:
        """A paragraph or heading begins."""
        self.document.begin_paragraph(is_empty=not (node.text or any(node.all("bibliography-mark"))))

    def end_heading(self, node: Node) -> None:
        """A heading ends."""
        self.document.end_citations()
        level = node.get("outline-level")
        self.document.head(int(level) if level.isdecimal() and len(level) < len("100") else DEFAULT_LEVEL)

    def end_paragraph(self, node: Node) -> None:
        """A paragraph ends."""
        style = self.style_name(node)
        if style == "title" and not self.document.title:
            self.document.title = self.document.take_words()
            return
        is_item = "list-item" in self.path
        kind = STYLE_BY_START.get(style.split(" ")[0], style)
        self.document.end_paragraph(kind, "item" if is_item else "text", is_entry=self.lists > 0)

    def begin_span(self, node: Node) -> None:
        """Letters of one look begin."""
        self.raised.append(node.get("style-name") in self.superscripts or node.get("style-name") == "Superscript")

    def end_span(self, _: Node) -> None:
        """Letters of one look end."""
        self.raised.pop()

    def begin_link(self, node: Node) -> None:
        """A link begins, which leads out of the document or to a place in it."""
        self.document.addresses.append(node.get("href"))

    def end_link(self, _: Node) -> None:
        """A link ends."""
        self.document.addresses.pop()

    def begin_section(self, node: Node) -> None:
        """A section begins, which may hold the list of references."""
        self.lists += is_list_section(node)

    def end_section(self, node: Node) -> None:
        """A section ends."""
        self.lists -= is_list_section(node)

    def space(self, _: Node) -> None:
        """White space that is an element."""
        self.document.put(" ")

    def mark(self, node: Node) -> None:
        """A citation of LibreOffice's own, which carries its record."""
        key, line = node.get("identifier"), max(1, self.document.line)
        if not key:
            message = "this mark of a citation has no short name, so that nobody knows what it cites; give it one"
            self.document.problems.report("unread-citation", line, message, unread=1, text=node.text)
            self.document.put(node.text)
            return
        records = self.document.records
        reference = records.add(f"mark {key}", line, lambda: odt_reference(node, key, records.file), key)
        cited = (Cited(reference.key, record=reference),)
        self.document.flow.runs.append(Link(cited, node.text, line, self.document.column))
        self.document.column += len(node.text)

    def begin_mark(self, node: Node) -> None:
        """What a mark is around begins: a citation of Zotero's, Mendeley's or JabRef's."""
        name = node.get("name")
        if any(each in name for each in HIDDEN_LIST):
            return
        if keys := jabref_keys(name):
            self.document.begin_field(name)
            self.document.fields[-1].cited = tuple(map(Cited, keys))
            self.document.fields[-1].in_result = True
        elif "CSL_CITATION" in name:
            self.document.begin_field(name)
            self.document.show_field()

    def end_mark(self, node: Node) -> None:
        """What a mark is around ends."""
        if self.document.fields and self.document.fields[-1].code == node.get("name"):
            self.document.end_field()

    def note(self, node: Node) -> None:
        """A note, which stands where it is called."""
        outer, path = self.document, self.path
        self.document = Document(outer.problems, Flow(), outer.records, line=max(0, outer.line - 1))
        self.path = []
        self.go_through(node.first("note-body").children)
        inner, self.document, self.path = self.document, outer, path
        outer.note(inner.flow)


Act = Callable[[OdtReading, Node], None]

BEGIN: Mapping[str, Act] = {
    "a": OdtReading.begin_link,
    "bibliography": OdtReading.begin_section,
    "h": OdtReading.begin_paragraph,
    "p": OdtReading.begin_paragraph,
    "section": OdtReading.begin_section,
    "span": OdtReading.begin_span,
    "table": lambda reading, _: reading.document.begin_table(),
}
FINISH: Mapping[str, Act] = {
    "a": OdtReading.end_link,
    "bibliography": OdtReading.end_section,
    "h": OdtReading.end_heading,
    "p": OdtReading.end_paragraph,
    "section": OdtReading.end_section,
    "span": OdtReading.end_span,
    "table": lambda reading, _: reading.document.end_table(),
}
"""What the beginning and the end of an element mean."""

WHOLE: Mapping[str, Act] = {
    "bibliography-mark": OdtReading.mark,
    "line-break": OdtReading.space,
    "note": OdtReading.note,
    "reference-mark-end": OdtReading.end_mark,
    "reference-mark-start": OdtReading.begin_mark,
    "s": OdtReading.space,
    "tab": OdtReading.space,
}
"""Elements in which nothing else is read."""

STYLE_BY_START = {"bibliography": "bibliography"}
"""Styles of which there are several with numbers: "Bibliography 1"."""


def is_list_section(node: Node) -> bool:
    """Whether an element holds the list of references."""
    return node.tag == "bibliography" or any(each in node.get("name") for each in HIDDEN_LIST)


def jabref_keys(name: str) -> list[str]:
    """The keys that a mark of JabRef's names."""
    found = (part for match in JABREF.finditer(name) for part in (match[1] or match[2]).split(","))
    return [key for key in found if key]


def odt_reference(mark: Node, key: str, file: str) -> Reference:
    """The reference that a mark carries in its attributes; names have semicolons between them."""
    record = Record(file, 1, key=key, type=ODT_TYPES.get(mark.get("bibliography-type"), "misc"))
    for role in ("author", "editor"):
        for name in filter(None, (part.strip() for part in mark.get(role).split(";"))):
            record.name(role, read_person(name), 1)
    for name, text in mark.attributes.items():
        if name not in ODT_PASSED_OVER and not name.startswith(("custom", "xmlns")):
            record.put(ODT_FIELDS.get(name, name), text, 1)
    return record.reference()
