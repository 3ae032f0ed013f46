"""JATS, in which PubMed Central and publishers keep articles -> an article.

Only the ends of a range are tagged ("[3-7]"), and its middle is cited as well: such a marker is a range of keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Article, File
from graph.reading.articles import HEADING_NUMBER, ArticleText, Cited, Marker, PassageKind, Run
from graph.reading.articles.elements import NO_NODE, Node, parse_xml, walk
from graph.reading.articles.exported import report_others
from graph.reading.articles.flow import NO_TEXT, Flow
from graph.reading.articles.formulas import local_name, plain_text
from graph.reading.articles.jats_list import JatsEntry, jats_entries
from graph.reading.articles.jats_notes import citing_notes
from graph.reading.articles.links import Link, cited_by, with_markers
from graph.reading.problems import Problems
from graph.reading.text import clean, decode

CONTAINERS: dict[str, PassageKind] = {
    "boxed-text": "text",
    "caption": "caption",
    "def-item": "item",
    "disp-quote": "quotation",
    "fn": "note",
    "list-item": "item",
    "table": "table",
    "table-wrap-foot": "caption",
    "verse-group": "quotation",
}
"""Elements that say what the passages in them are."""

SECTIONS = {
    "abstract": "Abstract",
    "ack": "Acknowledgements",
    "app": "Appendix",
    "boxed-text": "",
    "fn-group": "",
    "glossary": "",
    "notes": "",
    "sec": "",
    "trans-abstract": "Abstract",
}
"""Elements that may begin with a heading, and what they are called where they do not."""

BREAKS = frozenset({*CONTAINERS, *SECTIONS, "def", "fig", "list", "p", "table-wrap", "title", "tr", "verse-line"})
"""Elements before and behind which a passage ends."""

APART = frozenset({"break", "td", "th"})
"""Elements that keep words apart."""

LEFT_OUT = {
    "alternatives": "formulas",
    "code": "code blocks",
    "disp-formula": "formulas",
    "disp-formula-group": "formulas",
    "inline-formula": "formulas",
    "mml:math": "formulas",
    "preformat": "code blocks",
    "response": "letters and answers to them",
    "sub-article": "letters and answers to them",
    "supplementary-material": "supplements",
    "tex-math": "formulas",
}
"""Elements that are no prose, and what they count as."""

FORMULAS = frozenset({"inline-formula", "math", "tex-math"})
"""Elements that are a formula in a sentence, which is kept, unless it is displayed; names without a prefix."""

NOT_READ = frozenset(
    {
        "alt-text",
        "attrib",
        "graphic",
        "inline-graphic",
        "label",
        "long-desc",
        "media",
        "object-id",
        "permissions",
        "ref-list",
        "speaker",
    }
)
CALLS_OF_NOTES = frozenset({"fn", "table-fn"})

NOTICES = frozenset(
    {
        *("addendum", "clarification", "correction", "corrigendum", "erratum", "expression-of-concern"),
        *("partial-retraction", "removal", "retraction", "withdrawal"),
    }
)
"""What `article-type` is where an article only tells what became of another (values of JATS and of Crossmark)."""

DATES = ("epub", "ppub", "pub", "collection", "")


def read_jats(file: File) -> ArticleText:
    """Read JATS."""
    text, found = clean(decode(file.data, file.name)[0], file.name)
    problems = Problems(file.name, found)
    root = parse_xml(text, problems)
    article, *others = [each for each in (root, *root.elements()) if each.tag == "article"] or [root]
    if others:
        report_others(others, "article", about(others[0]).title, problems)
    entries = list(jats_entries(article, file.name))
    is_notice = article.get("article-type") in NOTICES
    notes = citing_notes(article, [each.reference for each in entries])
    flow = Flow(kinds=["notice"] if is_notice else [])
    reading = JatsReading(problems, Keys.of(entries), flow, notes=notes.cited)
    reading.read(article)
    passages = reading.flow.passages(reading.keys.by_label)
    met = passages or problems.problems or reading.flow.apart
    if why := no_text(article, is_empty=not met):
        problems.report("unread-part", article.line, why, severity="info")
        reading.flow.apart += (Cited(entry.reference.key) for entry in entries)
    return ArticleText(
        file=file.name,
        about=about(article),
        passages=passages,
        references=tuple(entry.reference for entry in entries),
        listed=tuple(notes.entries),
        problems=tuple(problems.problems),
        left_out=dict(reading.flow.left_out),
        apart=tuple(reading.flow.apart),
    )


def no_text(article: Node, *, is_empty: bool) -> str:
    """Why an article has nothing of which a claim may be made, or an empty string."""
    kind = article.get("article-type")
    if kind in NOTICES:
        return f"this is a notice of what became of another article (article-type {kind!r}); no claim is made of it"
    if article.tag == "article" and is_empty:
        return NO_TEXT
    return ""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that the ids of entries stand for, of which one may hold several references, and those of labels."""

    by_id: Mapping[str, tuple[str, ...]]
    by_label: Mapping[str, str]

    @classmethod
    def of(cls, entries: list[JatsEntry]) -> Keys:
        """The keys of a list of references."""
        by_id: dict[str, tuple[str, ...]] = {}
        by_label: dict[str, str] = {}
        for entry in entries:
            for each in entry.ids:
                by_id[each] = (*by_id.get(each, ()), entry.reference.key)
            by_label.setdefault(entry.label, entry.reference.key)
        return cls(by_id, by_label)


def about(article: Node) -> Article:
    """The title and date of an article."""
    meta = article.first("front", "article-meta")
    title = plain_text(meta.first("title-group", "article-title")) or plain_text(meta.first("article-title"))
    dates = {each.get("pub-type") or each.get("date-type"): each for each in meta.elements("pub-date")}
    date = next((dates[kind] for kind in DATES if kind in dates), NO_NODE)
    return Article(title=title, date=iso_day(date))


def iso_day(date: Node) -> str:
    """A date as ISO 8601 writes it, as far as it is in numbers."""
    parts: list[str] = []
    for name, width in (("year", 4), ("month", 2), ("day", 2)):
        number = date.first(name).text
        if not number.isdecimal():
            break
        parts.append(number.zfill(width))
    return "-".join(parts)


@dataclass(slots=True)
class JatsReading:
    """Reads the passages of an article, given the keys of its list and what its `notes` cite, by their ids."""

    problems: Problems
    keys: Keys
    flow: Flow = field(default_factory=Flow)
    path: list[str] = field(default_factory=list)
    notes: Mapping[str, tuple[Cited, ...]] = field(default_factory=dict)

    def read(self, article: Node) -> None:
        """Read an article: abstracts, body, what stands behind it."""
        for part in article.first("front", "article-meta").elements("abstract", "trans-abstract"):
            walk(part, self.enter, self.leave, self.flow.words)
        for part in article.elements("body", "back", "floats-group", "floats-wrap"):
            walk(part, self.enter, self.leave, self.flow.words)
        self.flow.end_passage()

    def enter(self, node: Node) -> bool:
        """An element begins; say whether what is in it is read."""
        if self.is_in_sentence(node) and (formula := plain_text(node)):
            self.flow.runs.append(Run(formula, node.line, node.column))
            return False
        if (what := LEFT_OUT.get(node.tag)) and not self.is_table(node):
            self.flow.left_out[what] += 1
            self.report_links(node, what)
            return False
        if cited := self.notes.get(node.get("rid"), ()):
            self.flow.runs.append(Link(cited, f"[{node.text}]", node.line, node.column))
        if cited or self.is_passed_over(node):
            return False
        if node.tag in BREAKS:
            self.flow.end_passage()
        if node.tag == "xref" and self.is_link(node):
            self.link(node)
            return False
        if node.tag == "title" and self.path[-1:] and self.path[-1] in SECTIONS:
            self.flow.levels[-1] = HEADING_NUMBER.sub("", plain_text(node)).rstrip(" .:")
            self.report_links(node, "a heading")
            return False
        self.open(node)
        return True

    def is_passed_over(self, node: Node) -> bool:
        """Whether an element has no prose: what a page would draw, the call of a note, or a note that is a citation."""
        is_citing_note = node.tag == "fn" and node.get("id") in self.notes
        return is_citing_note or node.tag in NOT_READ or node.get("ref-type") in CALLS_OF_NOTES

    def is_in_sentence(self, node: Node) -> bool:
        """Whether an element is a formula that stands in a sentence and cites nothing."""
        name = local_name(node)
        displayed = name == "math" and node.get("display") == "block"
        return name in FORMULAS and not displayed and not any(map(self.is_link, node.all("xref")))

    def is_table(self, node: Node) -> bool:
        """Whether an element has a table, beside a picture of it."""
        return node.tag == "alternatives" and any(node.elements("table"))

    def open(self, node: Node) -> None:
        """An element that is read begins."""
        self.path.append(node.tag)
        if node.tag in APART:
            self.flow.space(node.line, node.column)
        if node.tag in SECTIONS:
            self.flow.levels.append(SECTIONS[node.tag])
        if node.tag in CONTAINERS:
            kind: PassageKind = "caption" if "table-wrap-foot" in self.path else CONTAINERS[node.tag]
            self.flow.kinds.append("notice" if "notice" in self.flow.kinds else kind)

    def leave(self, node: Node) -> None:
        """An element that was read ends."""
        self.path.pop()
        if node.tag in BREAKS:
            self.flow.end_passage()
        if node.tag in SECTIONS:
            self.flow.levels.pop()
        if node.tag in CONTAINERS:
            self.flow.kinds.pop()

    def is_link(self, node: Node) -> bool:
        """Whether a cross reference leads to the list of references."""
        return node.get("ref-type") == "bibr" or any(each in self.keys.by_id for each in node.get("rid").split())

    def link(self, node: Node) -> None:
        """Add a link to the list; one that leads nowhere and has no number of the list is a problem."""
        text = node.text
        if cited := self.cited(node):
            self.flow.runs.append(Link(cited, text, node.line, node.column))
        else:
            message = f"{text!r} is tagged as a citation, but names no entry of the list of references; give it a rid"
            self.problems.report("unread-citation", node.line, message, unread=1, text=text)
            walk(Node("", children=node.children), lambda _: True, lambda _: None, self.flow.words)

    def cited(self, node: Node) -> tuple[Cited, ...]:
        """What a link to the list cites, by its ids or the number that it is."""
        keys = [key for each in node.get("rid").split() for key in self.keys.by_id.get(each, (each,))]
        number = node.text.strip("()[] ")
        if not keys and number in self.keys.by_label:
            keys = [self.keys.by_label[number]]
        return cited_by(keys, node.text, self.keys.by_label) if keys else ()

    def report_links(self, node: Node, where: str) -> None:
        """Report what is cited in what is not read."""
        flow = Flow()

        def enter(each: Node) -> bool:
            is_link = each.tag == "xref" and self.is_link(each)
            if is_link:
                flow.runs.append(Link(self.cited(each), each.text, each.line, each.column))
            return not is_link

        walk(Node("", children=node.children), enter, lambda _: None, flow.words)
        for marker in with_markers(flow.runs, self.keys.by_label):
            if isinstance(marker, Marker):
                message = f"{marker.text!r} stands in {where}, of which no claim is made"
                self.problems.report(
                    "unread-citation", marker.line, message, severity="info", unread=1, text=marker.text
                )
                self.flow.apart += marker.cited
