"""TEI as GROBID writes it, which makes text of a PDF -> an article.

Its sentences (`s`) are guesses, and some end inside of a marker: paragraphs are taken whole, and split as all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.model import Article, File, Reference
from graph.reading.articles import ArticleText, Cited, PassageKind, Run
from graph.reading.articles.elements import Node, parse_xml, walk
from graph.reading.articles.exported import report_others
from graph.reading.articles.flow import NO_TEXT, Flow
from graph.reading.articles.jats_list import reference_of_text
from graph.reading.articles.links import Link, cited_by
from graph.reading.problems import Problems
from graph.reading.records import Record, with_particle
from graph.reading.text import clean, decode
from graph.references.names import Name

KINDS: dict[str, PassageKind] = {
    "figDesc": "caption",
    "item": "item",
    "note": "note",
    "quote": "quotation",
    "table": "table",
}
"""Elements that say what the passages in them are."""

ENDS = frozenset({*KINDS, "ab", "div", "figure", "head", "list", "p", "row"})
"""Elements before and behind which a passage ends."""

KEPT_APART = frozenset({"cell", "lb", "s"})
NOT_READ = frozenset({"graphic", "label", "listBibl", "figure-head"})
DIVISIONS = {"abstract": "Abstract", "acknowledgement": "Acknowledgements", "annex": "", "availability": "", "": ""}
SCOPES = {"chapter": "chapter", "issue": "number", "page": "pages", "volume": "volume"}
IDNOS = {"arxiv": "eprint", "doi": "doi", "isbn": "isbn", "issn": "issn", "pmcid": "pmcid", "pmid": "pmid"}
NUMBERS_ALONE = re.compile(r"[(\[\s]*(\d{1,3})[)\],;\s]*")


def read_tei(file: File) -> ArticleText:
    """Read TEI."""
    text, found = clean(decode(file.data, file.name)[0], file.name)
    problems = Problems(file.name, found)
    whole = parse_xml(text, problems)
    root, *others = [each for each in (whole, *whole.elements()) if each.tag == "TEI"] or [whole]
    if others:
        report_others(others, "article", tei_about(others[0]).title, problems)
    references = tuple(tei_references(root, file.name))
    labels = {reference.listed: reference.key for reference in references}
    reading = TeiReading(problems, labels)
    for part in (root.first("teiHeader", "profileDesc", "abstract"), *root.first("text").elements("body", "back")):
        walk(part, reading.enter, reading.leave, reading.flow.words)
    passages = reading.flow.passages(labels)
    if root.tag == "TEI" and not (passages or problems.problems):
        problems.report("unread-part", root.line, NO_TEXT, severity="info")
        reading.flow.apart += (Cited(reference.key) for reference in references)
    return ArticleText(
        file=file.name,
        about=tei_about(root),
        passages=passages,
        references=references,
        problems=tuple(problems.problems),
        left_out=dict(reading.flow.left_out),
        apart=tuple(reading.flow.apart),
    )


def tei_about(root: Node) -> Article:
    """The title and date of an article."""
    description = root.first("teiHeader", "fileDesc")
    date = next((each.get("when") for each in description.all("date") if each.get("when")), "")
    return Article(title=description.first("titleStmt", "title").text, date=date)


@dataclass(slots=True)
class TeiReading:
    """Reads the passages of an article; `labels` lead from numbers in its list to keys."""

    problems: Problems
    labels: Mapping[str, str]
    flow: Flow = field(default_factory=Flow)
    path: list[str] = field(default_factory=list)

    def enter(self, node: Node) -> bool:
        """An element begins; say whether what is in it is read."""
        if node.tag in NOT_READ:
            return False
        if node.tag == "formula":
            self.flow.left_out["formulas"] += 1
            return False
        if node.tag in ENDS:
            self.flow.end_passage()
        if node.tag == "ref" and node.get("type") == "bibr":
            self.link(node)
            return False
        if node.tag == "head":
            self.head(node)
            return False
        self.open(node)
        return True

    def open(self, node: Node) -> None:
        """An element that is read begins."""
        self.path.append(node.tag)
        if node.tag in KEPT_APART:
            self.flow.space(node.line, node.column)
        if node.tag in {"div", "abstract"}:
            self.flow.levels.append(DIVISIONS.get(node.get("type") or node.tag, ""))
        if node.tag in KINDS:
            self.flow.kinds.append(KINDS[node.tag])

    def leave(self, node: Node) -> None:
        """An element that was read ends."""
        self.path.pop()
        if node.tag in ENDS or node.tag == "abstract":
            self.flow.end_passage()
        if node.tag in {"div", "abstract"}:
            self.flow.levels.pop()
        if node.tag in KINDS:
            self.flow.kinds.pop()

    def head(self, node: Node) -> None:
        """A heading, of a division; that of a figure is its name only."""
        if self.path[-1:] == ["div"]:
            self.flow.levels[-1] = re.sub(r"^[\d.\s]+", "", node.text).rstrip(" .:")
        for each in node.all("ref"):
            if each.get("type") == "bibr":
                message = f"{each.text!r} stands in a heading, of which no claim is made"
                self.problems.report("unread-citation", each.line, message, severity="info", unread=1, text=each.text)
                keys = [key.removeprefix("#") for key in each.get("target").split()]
                self.flow.apart += cited_by(keys, each.text, self.labels)

    def link(self, node: Node) -> None:
        """Add a link to the list; GROBID tags also what it finds no entry for."""
        text = node.text
        keys = [each.removeprefix("#") for each in node.get("target").split()]
        number = NUMBERS_ALONE.fullmatch(text)
        if keys:
            cited = cited_by(keys, text, self.labels)
        elif number:
            cited = (Cited(self.labels.get(number[1], number[1])),)
        else:
            message = f"{text!r} is a citation for which GROBID found no entry in the list of references; name it"
            self.problems.report("unread-citation", node.line, message, unread=1, text=text)
            walk(Node("", children=node.children), lambda _: True, lambda _: None, self.flow.words)
            return
        before, inside, after = without_unpaired(text)
        link = Link(cited, inside, node.line, node.column)
        around = (Run(before, node.line, node.column), Run(after, node.line, node.column))
        self.flow.runs += [each for each in (around[0], link, around[1]) if each.text]


def without_unpaired(text: str) -> tuple[str, str, str]:
    """The words of a link apart from a bracket of the sentence that GROBID tagged with them: "Kaza, 2018)"."""
    opens, closes = text.count("("), text.count(")")
    start = int(text.startswith("(") and opens > closes)
    end = len(text) - int(text.endswith(")") and closes > opens)
    return text[:start], text[start:end], text[end:]


def tei_references(root: Node, file: str) -> Iterator[Reference]:
    """The references of the list, in order."""
    entries = (each for part in root.all("listBibl") for each in part.elements("biblStruct"))
    for number, entry in enumerate(entries, start=1):
        yield tei_reference(entry, entry.get("id") or f"b{number - 1}", number, file)


def tei_reference(entry: Node, key: str, number: int, file: str) -> Reference:
    """A reference from an entry; what GROBID told nothing of is read as text."""
    analytic, monograph = entry.first("analytic"), entry.first("monogr")
    journal = next((each for each in monograph.elements("title") if each.get("level") == "j"), None)
    book = next((each for each in monograph.elements("title") if each.get("level") != "j"), None)
    title = next(analytic.elements("title"), None)
    kind = "article" if journal else "incollection" if book and title else "book" if book else "misc"
    record = Record(file, entry.line, key=key, type=kind)
    for node in (title or book, journal or (book if title else None)):
        if node and node is (title or book):
            record.put("title", node.text, node.line)
        elif node:
            record.container(node.text, node.line)
    put_people(record, analytic if any(analytic.elements("author")) else monograph)
    put_imprint(record, monograph.first("imprint"))
    for node in entry.all("idno"):
        record.put(IDNOS.get(node.get("type").casefold(), "note"), node.text, node.line)
    for node in (each for each in entry.all("ptr") if each.get("target").startswith("http")):
        record.put("url", node.get("target"), node.line)
    record.put("listed", str(number), entry.line)
    if record.people or "title" in record.fields:
        return record.reference()
    return reference_of_text(record, next((each.text for each in entry.elements("note")), entry.text))


def put_people(record: Record, work: Node) -> None:
    """Add authors and editors."""
    for node in work.elements("author", "editor"):
        person = node.first("persName")
        family, suffix = person.first("surname").text, person.first("genName").text
        given = " ".join(each.text for each in person.elements("forename"))
        record.name(node.tag, with_particle(family, given, suffix) if family else Name(literal=node.text), node.line)


def put_imprint(record: Record, imprint: Node) -> None:
    """Add date, volume, pages and publisher."""
    for node in imprint.elements("date"):
        record.date(node.get("when") or node.text, node.line)
    for node in imprint.elements("biblScope"):
        if name := SCOPES.get(node.get("unit")):
            span = "-".join(filter(None, (node.get("from"), node.get("to"))))
            record.put(name, node.text or span, node.line)
    for node in imprint.elements("publisher", "pubPlace"):
        record.put("publisher" if node.tag == "publisher" else "address", node.text, node.line)
