"""Wikitext -> an article: a page of Wikipedia as its editors write it.

Brackets of all sorts are matched first (`wikitext_tokens`), then all sources are collected (`wikitext_citing`), as a
note may be called before it is written. What is left is read line by line.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.model import Article, File
from graph.reading.articles import ArticleText, Cited, Marker, Run, joined_words
from graph.reading.articles.html_tokens import attributes_in
from graph.reading.articles.inline_citing import ONLY_CITING
from graph.reading.articles.scanning import Scanned, article_text
from graph.reading.articles.wikitext_blocks import Aside, Inline, WikiBlocks
from graph.reading.articles.wikitext_cells import cells_of
from graph.reading.articles.wikitext_citing import (
    CITING,
    LONGEST_MARKER,
    PAGES,
    SPOKEN,
    Sources,
    as_marked,
    locator_in,
    positional,
)
from graph.reading.articles.wikitext_languages import CATEGORY_SPACES, FILE_SPACES, one_of
from graph.reading.articles.wikitext_list import is_cite
from graph.reading.articles.wikitext_sections import Section, sections_of
from graph.reading.articles.wikitext_tokens import MAX_NESTED, Piece, Wikitext, read_tokens
from graph.reading.articles.wikitext_words import (
    BEFORE_FIRST,
    CONVERSIONS,
    LISTS_OF_NOTES,
    NOTE_TEMPLATES,
    NOTES,
    QUOTES,
    RANGES,
    SIGNS,
    number_of_shown,
)
from graph.reading.problems import Problems

PICTURES = re.compile(rf"\s*(?:{one_of(FILE_SPACES)})\s*:", re.IGNORECASE)
OTHER_SPACES = re.compile(rf"\s*(?:{one_of(CATEGORY_SPACES)}|[a-z]{{2,3}})\s*:", re.IGNORECASE)
"""What links begin with that show nothing: categories, and the same article in another language."""

PICTURE_OPTION = re.compile(
    r"\s*(?:thumb|thumbnail|frame|frameless|framed|border|left|right|center|centre|none|baseline|middle|sub|super|top"
    r"|text-top|bottom|text-bottom|upright|(?:\d*+x)?\d++\s*+px|(?:alt|class|end|lang|link|page|start|thumb|upright)\s*=.*)\s*",
    re.IGNORECASE | re.DOTALL,
)
LEFT_OUT = {
    "ce": "formulas",
    "chem": "formulas",
    "gallery": "galleries",
    "math": "formulas",
    "pre": "code blocks",
    "source": "code blocks",
    "syntaxhighlight": "code blocks",
}
"""What elements count as that are no prose; others are drawings."""

RAW_TAG = re.compile(r"<(?P<name>\w++)[^<>]*>")
REF_INSIDE = re.compile(r"<ref[\s>/]", re.IGNORECASE)
BOLD_TITLE = re.compile(r"^[^\w\n']{0,20}'''(?!')([^'\n]{1,100})'''(?!')", re.MULTILINE)


def read_wikitext(file: File) -> ArticleText:
    """Read wikitext."""
    text, problems = article_text(file)
    return read_page(Scanned(text), Problems(file.name, list(problems)))


def read_page(scanned: Scanned, problems: Problems) -> ArticleText:
    """Read a page that stands in a file."""
    page = read_tokens(scanned)
    sources = Sources(page, problems)
    sections = sections_of(page)
    report_torn(page, problems)
    sources.learn(sections)
    reading = LineReading(sources)
    blocks = WikiBlocks()
    for section in sections:
        read_section(section, reading, blocks)
    return ArticleText(
        file=problems.file,
        about=Article(title=title_in(page, sections[0].end)),
        passages=tuple(blocks.passages),
        listed=tuple(sources.listed),
        references=sources.all(),
        problems=tuple(problems.problems),
        left_out=dict(+reading.left_out),
        apart=tuple(reading.apart),
    )


def report_torn(page: Wikitext, problems: Problems) -> None:
    """Report notes that are not closed, and brackets that are nested too deep."""
    for token in page.unclosed:
        text = joined_words(page.text[token.start : token.end])
        line = page.scanned.place(token.start)[0]
        shown = text if len(text) <= LONGEST_MARKER else f"{text[:LONGEST_MARKER]}..."
        message = f"{shown!r} is not closed{', and in no claim' if token.kind == 'torn' else ''}; add </ref>"
        problems.report("unread-citation", line, message, unread=1, text=text)
    if page.too_deep:
        line = page.scanned.place(page.too_deep[0].start)[0]
        message = f"brackets are nested more than {MAX_NESTED} deep; those inside are read as text"
        problems.report("unread-part", line, message)


def title_in(page: Wikitext, end: int) -> str:
    """What the article is about: the bold words that a line before all headings begins with."""
    kinds = {"text", "emphasis"}
    text = "".join(page.text[each.start : each.end] for each in page.pieces(0, end) if each.kind in kinds)
    found = BOLD_TITLE.search(text)
    return joined_words(found[1]) if found else ""


def read_section(section: Section, reading: LineReading, blocks: WikiBlocks) -> None:
    """Take a section for what it is: prose, or a list of references or links, of which no claim is made."""
    reading.report_inside(*section.heading, "a heading")
    blocks.go_under(section.level, reading.sources.plain(*section.heading))
    if not section.use:
        blocks.read(reading.inline(section.start, section.end))
        return
    if section.use == "links":
        lines = reading.page.text[section.start : section.end].split("\n")
        reading.left_out["lines of links"] += sum(line.startswith("*") for line in lines)
    reading.report_inside(section.start, section.end, "a list of sources or links", cites=False)


@dataclass(slots=True)
class LineReading:
    """Reads what stands in lines, and counts what is no prose; `noted` are the notes that were read already.

    `apart` is what is cited in no prose.
    """

    sources: Sources
    left_out: Counter[str] = field(default_factory=Counter)
    apart: list[Cited] = field(default_factory=list)
    noted: set[tuple[int, int]] = field(default_factory=set)

    @property
    def page(self) -> Wikitext:
        """The page that is read."""
        return self.sources.page

    def inline(self, start: int, end: int) -> list[Inline]:
        """The words and markers of a part of the page, and what is called there."""
        found: list[Inline] = []
        for piece in self.page.pieces(start, end):
            if piece.kind == "template" and self.page.name(piece) in PAGES:
                self.add_pages(piece, found)
            elif reader := READERS.get(piece.kind):
                found += reader(self, piece)
        return found

    def words(self, start: int, end: int) -> Iterator[Run]:
        """Words that stand in the page just so."""
        if start < end:
            yield Run(self.page.text[start:end], *self.page.scanned.place(start))

    def text(self, piece: Piece) -> Iterator[Inline]:
        """Words; a comment that had a line for itself leaves none behind."""
        yield from self.words(piece.start + ends_lonely_comment(self.page.text, piece.start), piece.end)

    def sign(self, piece: Piece) -> Iterator[Inline]:
        """An entity, or the break of a line."""
        written = self.page.text[piece.start : piece.end]
        if piece.kind == "entity":
            yield self.shown(html.unescape(written).replace("\N{NO-BREAK SPACE}", " "), piece)
        elif written.lower().startswith(("<br", "<p")):
            yield self.shown(" ", piece)

    def shown(self, text: str, piece: Piece) -> Run:
        """Words that a piece shows in its place."""
        return Run(text, *self.page.scanned.place(piece.start))

    def raw(self, piece: Piece) -> Iterator[Inline]:
        """An element that has no wikitext in it: words that stand as they are, or no prose."""
        written = self.page.text[piece.start : piece.end]
        tag = RAW_TAG.match(written)
        name = tag["name"].lower() if tag else ""
        if tag and name == "nowiki":
            yield from self.words(piece.start + tag.end(), piece.start + max(tag.end(), written.rfind("</")))
            return
        self.left_out[LEFT_OUT.get(name, "drawings")] += 1
        for _ in REF_INSIDE.finditer(written) if LEFT_OUT.get(name) != "code blocks" else ():
            self.report("<ref>", piece.start, f"<{name}>")

    def link(self, piece: Piece) -> Iterator[Inline]:
        """A link is its words; a picture is its caption."""
        target = self.page.text[piece.inner : piece.inner_end]
        parts = self.page.parts(piece.inner, piece.inner_end)
        if PICTURES.match(target):
            captions = [each for each in parts[1:] if not PICTURE_OPTION.fullmatch(self.page.text[slice(*each)])]
            yield from (Aside("caption", tuple(self.inline(*each))) for each in captions[-1:])
        elif not OTHER_SPACES.match(target):
            shown = parts[-1] if len(parts) > 1 else (piece.inner + target.startswith(":"), piece.inner_end)
            yield from self.inline(*shown)

    def address(self, piece: Piece) -> Iterator[Inline]:
        """A link to another site is its words."""
        address, _, label = self.page.text[piece.inner : piece.inner_end].partition(" ")
        if label:
            yield from self.inline(piece.inner + len(address) + 1, piece.inner_end)

    def quote(self, piece: Piece) -> Iterator[Inline]:
        """A quotation."""
        yield Aside("quotation", tuple(self.inline(piece.inner, piece.inner_end)))

    def table(self, piece: Piece) -> Iterator[Inline]:
        """A table, row by row."""
        body = self.page.text.find("\n", piece.inner, piece.inner_end)
        row: list[Inline] = []
        for each in self.inline(body, piece.inner_end) if body >= 0 else ():
            for part, ends_row in cells_of(each):
                row.append(part)
                if ends_row:
                    yield Aside("table", tuple(row))
                    row = []
        yield Aside("table", tuple(row))

    def ref(self, piece: Piece) -> Iterator[Inline]:
        """A note, where it is called: its source, or what it says."""
        attributes = attributes_in(self.page.text[piece.start + len("<ref") : piece.inner].rstrip("/>"))
        name = self.page.note_name(piece.start, piece.inner)
        span = (piece.inner, piece.inner_end)
        if not self.page.text[slice(*span)].strip():
            span = self.sources.notes.get(name, (0, 0))
        yield from self.note(span, name, piece, is_source=not attributes.get("group"))

    def note(self, span: tuple[int, int], name: str, piece: Piece, *, is_source: bool) -> Iterator[Inline]:
        """What a note is where it is called; one of a group is no source, if it does not cite."""
        if span == (0, 0) and name:
            yield self.marker((Cited(name),), piece)
        elif span == (0, 0):
            self.sources.unread(piece, "has neither a name nor a source; name the source")
        elif not is_source:
            yield from self.explanation(span, piece)
        elif cited := self.sources.of_note(*span, piece):
            yield self.marker(cited, piece)

    def explanation(self, span: tuple[int, int], piece: Piece) -> Iterator[Inline]:
        """A note that explains, where it is first called; one that has nothing but citations is a marker."""
        if span in self.noted:
            return
        found = self.inline(*span)
        cited = [cited for each in found if isinstance(each, Marker) for cited in each.cited]
        words = "".join(each.text for each in found if isinstance(each, Run))
        if cited and ONLY_CITING.fullmatch(words):
            yield self.marker(cited, piece)
        else:
            self.noted.add(span)
            yield Aside("note", tuple(found))

    def marker(self, cited: Iterable[Cited], piece: Piece, *, spoken: bool = False) -> Marker:
        """A marker where it stands."""
        text = as_marked(self.page.text[piece.start : piece.end])
        return Marker(tuple(cited), text, *self.page.scanned.place(piece.start), spoken=spoken)

    def template(self, piece: Piece) -> Iterator[Inline]:
        """A template: a source, a note, what an editor says, a quotation, words, or no prose."""
        name = self.page.name(piece)
        if is_cite(name) or name in CITING:
            if cited := tuple(self.sources.of_template(piece)):
                yield self.marker(cited, piece, spoken=name in SPOKEN)
        elif name in NOTE_TEMPLATES:
            yield from self.note_template(name, piece)
        elif name in QUOTES:
            arguments = self.page.arguments(piece)
            span = arguments.get("text") or arguments.get("quote") or arguments.get("1") or (0, 0)
            yield Aside("quotation", tuple(self.inline(*span)))
        elif not LISTS_OF_NOTES.fullmatch(name):
            yield from self.in_words(name, piece)

    def note_template(self, name: str, piece: Piece) -> Iterator[Inline]:
        """A template that is a note."""
        arguments = self.page.arguments(piece)
        named = self.sources.plain(*arguments.get("name", (0, 0)))
        span = arguments.get("1") or self.sources.notes.get(named, (0, 0))
        is_group = name.startswith(("efn", "notetag")) or "group" in arguments
        return self.note(span, named, piece, is_source=not is_group)

    def in_words(self, name: str, piece: Piece) -> Iterator[Inline]:
        """A template that shows words, or says something of those before it; any other is no prose."""
        arguments = self.page.arguments(piece)
        number = number_of_shown(name)
        if name in CONVERSIONS:
            yield self.shown(converted(positional(self.sources.values(piece))), piece)
        elif number in arguments:
            yield self.shown(BEFORE_FIRST.get(name, ""), piece)
            yield from self.inline(*arguments[number])
        elif name in SIGNS:
            yield self.shown(SIGNS[name], piece)
        elif name not in NOTES:
            self.left_out["templates"] += 1
            self.report_inside(piece.inner, piece.inner_end, f"the template {name!r}")
        if note := NOTES.get(name):
            yield replace(self.marker((), piece), text=f"[{note}]", note=note)

    def add_pages(self, piece: Piece, found: list[Inline]) -> None:
        """Where in the source of the marker before it: `{{rp|45}}`."""
        values = self.sources.values(piece)
        pages = positional(values)
        locator = f"{'p. ' if pages[0].isdecimal() else 'pp. '}{pages[0]}" if pages else locator_in(values)
        before = found[-1] if found else None
        if isinstance(before, Marker) and before.cited:
            cited = (*before.cited[:-1], replace(before.cited[-1], locator=locator))
            text = before.text + as_marked(self.page.text[piece.start : piece.end])
            found[-1] = replace(before, cited=cited, text=text)
        else:
            self.sources.unread(piece, "stands behind no citation; say what it is a page of")

    def report_inside(self, start: int, end: int, where: str, *, cites: bool = True) -> None:
        """Report what is cited where no claim is made; `cites` says whether a source alone is a citation, too."""
        done = start
        for piece in self.page.within(start, end):
            name = self.page.name(piece) if piece.kind == "template" else ""
            if piece.start < done:
                continue
            if LISTS_OF_NOTES.fullmatch(name) or piece.kind == "references":
                done = piece.end
            elif piece.kind in {"ref", "reuse"} or name in CITING or (cites and is_cite(name)):
                self.report(as_marked(self.page.text[piece.start : piece.end]), piece.start, where)
                self.apart += self.sources_in(piece)
                done = piece.end

    def sources_in(self, piece: Piece) -> Iterator[Cited]:
        """The sources in templates of what is cited where no claim is made; of a note by its name, in that note."""
        span = (piece.start, piece.end)
        if piece.kind in {"ref", "reuse"} and not self.page.text[piece.inner : piece.inner_end].strip():
            span = self.sources.notes.get(self.page.note_name(piece.start, piece.inner), (0, 0))
        for each in self.page.within(*span):
            if each.kind == "template" and is_cite(self.page.name(each)):
                yield Cited(self.sources.add(each).key)

    def report(self, text: str, position: int, where: str) -> None:
        """Report a marker of which no claim is made."""
        line = self.page.scanned.place(position)[0]
        message = f"{text!r} stands in {where}, of which no claim is made; what it is cited for is not audited"
        self.sources.problems.report("unread-citation", line, message, severity="info", unread=1, text=text)


READERS = {
    "address": LineReading.address,
    "entity": LineReading.sign,
    "link": LineReading.link,
    "quote": LineReading.quote,
    "raw": LineReading.raw,
    "ref": LineReading.ref,
    "reuse": LineReading.ref,
    "table": LineReading.table,
    "tag": LineReading.sign,
    "template": LineReading.template,
    "text": LineReading.text,
}
"""How the pieces of a page are read; all others show nothing."""


def ends_lonely_comment(text: str, position: int) -> bool:
    """Whether the rest of a line begins here that has nothing but a comment."""
    if not text.startswith("-->\n", position - len("-->")):
        return False
    begin = text.rfind("<!--", 0, position)
    return begin <= 0 or text[begin - 1] == "\n"


def converted(arguments: Sequence[str]) -> str:
    """What a conversion shows first: "3 to 5 km"."""
    is_range = len(arguments) > 1 and arguments[1].casefold() in RANGES
    return " ".join(arguments[: 4 if is_range else 2])
