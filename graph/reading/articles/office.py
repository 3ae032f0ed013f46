"""What documents of Word and OpenDocument have in common: paragraphs, headings, citations in fields, a list at the end.

A document has no lines: places are numbers of paragraphs, and letters counted in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

from graph.model import Article, Reference
from graph.reading.articles import (
    ArticleText,
    Cited,
    Listed,
    PassageKind,
    Run,
    is_reference_heading,
    take_title,
)
from graph.reading.articles.citing_notes import CitingNotes, Note, read_notes
from graph.reading.articles.fields import NoCitationError, Records, cited_in_field
from graph.reading.articles.flow import Flow, Stretch
from graph.reading.articles.inline_citing import (
    IN_BRACKETS,
    IN_PARENTHESES,
    NUMBERS,
    all_numbers,
    cite_by_parentheses,
    numbered_citations,
)
from graph.reading.articles.linked_works import with_linked_works
from graph.reading.articles.links import Link
from graph.reading.articles.listed_links import links_in, with_addresses
from graph.reading.problems import Problems
from graph.references.identifiers import is_web_address

LABEL = re.compile(r"\s*(?:\[(\d{1,4})\]|\(?(\d{1,4})[.)](?=\s))\s*")
"""The number that an entry of a list begins with, if it is written and not made by the program."""

MOST_FIELDS = 50
"""How deep fields may be nested; two or three are usual."""

STYLE_KINDS: dict[str, PassageKind] = {
    "caption": "caption",
    "figure": "caption",
    "footnote text": "note",
    "endnote text": "note",
    "footnote": "note",
    "endnote": "note",
    "illustration": "caption",
    "image caption": "caption",
    "intense quote": "quotation",
    "block text": "quotation",
    "quotations": "quotation",
    "quote": "quotation",
    "table": "caption",
    "table caption": "caption",
}
"""What paragraphs are by the names of their styles."""

ABOUT_ITSELF = frozenset({"abstract title", "affiliation", "author", "authors", "date", "subtitle"})
"""Styles of what stands under a title."""

HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
"""The field that a link is in Word, where it is none of an element."""

ONLY_CITING = re.compile(r"(?>(?:\W++|\b(?:see|also|cf|e|g|and|but|for|review|example|in)\b)*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Raised(Link):
    """Numbers in superscript, which may be a marker; only the whole document tells."""


@dataclass(frozen=True, slots=True)
class CalledNote(Link):
    """The call of a note that has words of its own, which may be a citation; only all notes tell."""

    stretches: tuple[Stretch, ...] = ()


@dataclass(slots=True)
class OpenField:
    """A field whose end is still to come: its code, the data beside it, and what it shows."""

    line: int
    column: int
    code: str = ""
    data: str = ""
    shown: str = ""
    in_result: bool = False
    cited: tuple[Cited, ...] | None = None


@dataclass(slots=True)
class Document:
    """What is read of a document so far; `line` is the number of the paragraph, `column` the next letter in it."""

    problems: Problems
    flow: Flow = field(default_factory=Flow)
    records: Records = field(default_factory=lambda: Records(""))
    headings: list[tuple[int, str]] = field(default_factory=list)
    all_levels: list[tuple[int, str]] = field(default_factory=list)
    entries: list[Listed] = field(default_factory=list)
    notes: list[Stretch] = field(default_factory=list)
    title: str = ""
    line: int = 0
    column: int = 1
    fields: list[OpenField] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where the words that are put now lead out of the document, if they are those of a link."""
        codes = (match[1] for each in reversed(self.fields) if (match := HYPERLINK.match(each.code)))
        return next(filter(is_web_address, chain(codes, reversed(self.addresses))), "")

    def begin_table(self) -> None:
        """A table begins."""
        self.flow.end_passage()
        self.flow.kinds.append("table")

    def end_table(self) -> None:
        """A table ends."""
        self.flow.end_passage()
        self.flow.kinds.pop()

    def begin_paragraph(self, *, is_empty: bool = False) -> None:
        """Begin a paragraph; empty ones are not counted."""
        self.flow.end_passage()
        self.line += not is_empty
        self.column = 1

    def put(self, text: str, *, raised: bool = False) -> None:
        """Add words that are shown; those of a citation are the marker's."""
        if any(not each.in_result for each in self.fields):
            return
        citing = next((each for each in self.fields if each.cited), None)
        if citing:
            citing.shown += text
        elif raised and NUMBERS.fullmatch(text.strip()):
            self.flow.runs.append(Raised((), text, self.line, self.column))
        else:
            self.flow.runs.append(Run(text, self.line, self.column, self.address))
        self.column += len(text)

    def begin_field(self, code: str = "", data: str = "") -> None:
        """Begin a field; one that is nested too deep ends the one around it."""
        if len(self.fields) == MOST_FIELDS:
            self.end_field()
        self.fields.append(OpenField(self.line, self.column, code, data))

    def show_field(self) -> None:
        """What the field shows begins: its code is known by now."""
        if self.fields and not self.fields[-1].in_result:
            last = self.fields[-1]
            last.in_result = True
            try:
                last.cited = cited_in_field(last.code, last.data, max(1, self.line), self.records)
            except NoCitationError as error:
                message = f"this citation cannot be read: {error}; name the references in the table of claims"
                text = " ".join(last.code.split())[:80]
                self.problems.report("unread-citation", max(1, self.line), message, unread=1, text=text)

    def end_field(self) -> None:
        """End the innermost field; a citation becomes a link."""
        if not self.fields:
            return
        self.show_field()
        ended = self.fields.pop()
        if self.fields and not self.fields[-1].data:
            self.fields[-1].data = ended.data
        if ended.cited:
            if any(each.cited for each in self.fields):
                self.put(ended.shown)
            else:
                self.flow.runs.append(Link(ended.cited, ended.shown, max(1, ended.line), ended.column))

    def end_citations(self) -> None:
        """End citations that the paragraph ends in."""
        while self.fields and self.fields[-1].cited:
            self.end_field()

    def head(self, level: int) -> None:
        """What was put since the paragraph began is a heading."""
        for link in (run for run in self.flow.runs if isinstance(run, Link) and run.cited):
            message = f"{link.text!r} stands in a heading, of which no claim is made"
            self.problems.report("unread-citation", link.line, message, severity="info", unread=1, text=link.text)
            self.flow.apart += link.cited
        text = self.take_words()
        if text:
            self.headings = [*(each for each in self.headings if each[0] < level), (level, text)]
            self.all_levels.append((level, text))
            self.flow.levels = [each for _, each in self.headings]

    def take_words(self) -> str:
        """What was put since the paragraph began, on one line, and taken out of the text."""
        text = " ".join("".join(run.text for run in self.flow.runs).split())
        self.notes += chain.from_iterable(run.stretches for run in self.flow.runs if isinstance(run, CalledNote))
        self.flow.runs.clear()
        return text

    def end_paragraph(self, style: str, kind: PassageKind, *, is_entry: bool) -> None:
        """End a paragraph of a style; one in the list of references is an entry of it."""
        self.end_citations()
        if is_entry or style == "bibliography" or any(is_reference_heading(each) for each in self.flow.levels[-1:]):
            self.end_entry()
        elif style in ABOUT_ITSELF and not any(type(run) in {Link, Raised} for run in self.flow.runs):
            self.flow.left_out["lines about authors and dates"] += bool(self.take_words())
        else:
            self.flow.end_passage(STYLE_KINDS.get(style, kind))
        self.flow.stretches += self.notes
        self.notes.clear()

    def end_entry(self) -> None:
        """What was put since the paragraph began is an entry of the list of references."""
        links = [*links_in(run for run in self.flow.runs if isinstance(run, Run))]
        text = self.take_words()
        if text:
            found = LABEL.match(text)
            label = next(filter(None, found.groups()), "") if found else ""
            written, title = with_addresses(text[found.end() if found else 0 :], links)
            self.entries.append(Listed(label or str(len(self.entries) + 1), written, self.line, title=title))

    def note(self, flow: Flow) -> None:
        """A note is called here: one that has citations only is a marker, any other a passage of its own."""
        runs = [run for each in flow.stretches for run in each.runs]
        links = [run for run in runs if isinstance(run, Link) and run.cited]
        words = "".join(run.text for run in runs if not isinstance(run, Link))
        if links and ONLY_CITING.fullmatch(words):
            cited = tuple(each for link in links for each in link.cited)
            shown = " ".join("".join(run.text for run in runs).split())
            self.flow.runs.append(Link(cited, f"[{shown}]", max(1, self.line), self.column))
        else:
            headings = tuple(self.flow.levels)
            stretches = tuple(replace(each, kind="note", headings=headings) for each in flow.stretches)
            self.flow.runs.append(CalledNote((), "", max(1, self.line), self.column, stretches))

    def article(self, sources: Mapping[str, Reference], about: Article) -> ArticleText:
        """What was read, as an article; `sources` are the references that the document has apart from its fields."""
        references = {**sources, **self.records.references}
        flow = self.flow
        flow.stretches += self.notes
        flow.stretches = list(with_notes(flow.stretches, self.entries, is_asked=not references))
        has_links = any(type(run) is Link for each in flow.stretches for run in each.runs)
        is_numbered = self.entries and not has_links
        marked = with_numbers(flow.stretches, len(self.entries)) if is_numbered else without_numbers(flow.stretches)
        flow.stretches = list(marked)
        if references and self.entries:
            flow.left_out["entries of the list of references, which fields hold"] += len(self.entries)
        title, passages = self.title, flow.passages({})
        if not title:
            title, passages = take_title(self.all_levels, passages)
        return with_linked_works(
            ArticleText(
                file=self.problems.file,
                about=replace(about, title=title or about.title),
                passages=passages,
                listed=() if references else tuple(self.entries),
                references=tuple(references.values()),
                problems=tuple(self.problems.problems),
                left_out=dict(flow.left_out),
                apart=tuple(flow.apart),
                by_line=False,
            )
        )


def with_notes(stretches: Sequence[Stretch], entries: list[Listed], *, is_asked: bool) -> Iterator[Stretch]:
    """The passages with the notes that are citations as links, and the others behind the passage that calls them.

    The works that only notes have become entries of the list. Where an article cites otherwise, none `is_asked`.
    """
    runs = [run for each in stretches for run in each.runs]
    calls = [run for run in runs if isinstance(run, CalledNote)]
    notes = [note_of(call, str(number)) for number, call in enumerate(calls, start=len(entries) + 1)]
    read = read_notes(notes, entries) if is_asked and not any(type(run) is Link for run in runs) else CitingNotes()
    entries += read.entries
    links = {
        id(call): Link(read.cited[note.label], f"[{note.text}]", call.line, call.column)
        for call, note in zip(calls, notes, strict=True)
        if note.label in read.cited
    }
    for each in stretches:
        seen = [links.get(id(run), run) for run in each.runs]
        yield replace(each, runs=tuple(run for run in seen if not isinstance(run, CalledNote)))
        yield from chain.from_iterable(run.stretches for run in seen if isinstance(run, CalledNote))


def note_of(call: CalledNote, label: str) -> Note:
    """The note that is called."""
    runs = [run for each in call.stretches for run in each.runs]
    words = " ".join("".join(run.text for run in runs).split())
    text, title = with_addresses(words, [*links_in(run for run in runs if isinstance(run, Run))])
    return Note(label, text, call.line, title)


def without_numbers(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The passages with superscripts as words."""
    for each in stretches:
        yield replace(
            each, runs=tuple(Run(r.text, r.line, r.column) if isinstance(r, Raised) else r for r in each.runs)
        )


def with_numbers(stretches: list[Stretch], entries: int) -> Iterator[Stretch]:
    """The passages with numbers as links, in brackets or parentheses or superscript: as most are in the document."""
    raised = sum(isinstance(run, Raised) for each in stretches for run in each.runs)
    joined = [replace(each, runs=tuple(joined_runs(each.runs))) for each in without_numbers(stretches)]
    texts = [run.text for each in joined for run in each.runs]
    bracketed = sum(len(IN_BRACKETS.findall(text)) for text in texts)
    parenthesised = [match for text in texts for match in IN_PARENTHESES.finditer(text)]
    around = IN_BRACKETS
    if len(parenthesised) > max(raised, bracketed) and cite_by_parentheses(parenthesised, entries):
        raised, around = 0, IN_PARENTHESES
    if raised > bracketed:
        for each in stretches:
            links = (
                replace(run, cited=numbered_citations(run.text)) if isinstance(run, Raised) else run
                for run in each.runs
            )
            yield replace(each, runs=tuple(links))
    else:
        yield from (replace(each, runs=tuple(links_around(each.runs, around, entries))) for each in joined)


def joined_runs(runs: Iterable[Run | Link]) -> Iterator[Run | Link]:
    """The runs with those side by side as one, as Word cuts a bracket anywhere."""
    for address, group in groupby(runs, lambda run: run.address if isinstance(run, Run) else None):
        side_by_side = [*group]
        if address is None:
            yield from side_by_side
        else:
            yield replace(side_by_side[0], text="".join(run.text for run in side_by_side))


def links_around(runs: Iterable[Run | Link], around: re.Pattern[str], entries: int) -> Iterator[Run | Link]:
    """The runs with numbers in brackets, or in parentheses, as links; "(2018)" is a year, where no entry has it."""
    for run in runs:
        position = 0
        for match in around.finditer(run.text) if isinstance(run, Run) else ():
            cited = numbered_citations(match.group()[1:-1])
            if around is IN_PARENTHESES and any(number > entries for each in cited for number in all_numbers(each)):
                continue
            yield replace(run, text=run.text[position : match.start()], column=run.column + position)
            yield Link(cited, match.group(), run.line, run.column + match.start())
            position = match.end()
        yield replace(run, text=run.text[position:], column=run.column + position) if position else run
