"""Markdown -> an article: as pandoc, Quarto, R Markdown, Manubot and MyST read it.

Lines become blocks in `markdown_blocks`, and the text of a block becomes runs in `inline`. Only what tells prose,
places and markers apart is read; what a page would look like is nobody's business here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from graph.model import Article, File, Problem
from graph.reading.articles import (
    ArticleText,
    Cited,
    Listed,
    Marker,
    Passage,
    Run,
    is_reference_heading,
    joined_words,
    take_title,
)
from graph.reading.articles.citing_notes import CitingNotes, Note, read_notes
from graph.reading.articles.header import Header, read_header
from graph.reading.articles.inline import Inline, Style, cites, only_citations, plain_text, style_of
from graph.reading.articles.inline_scan import Line
from graph.reading.articles.linked_works import with_linked_works
from graph.reading.articles.listed_links import links_in, with_addresses
from graph.reading.articles.markdown_blocks import LineBlock, MarkdownReading, read_blocks
from graph.reading.joined_library import Library
from graph.reading.problems import Problems
from graph.reading.text import clean, decode

LINK_INSIDE = re.compile(r"\s*\[[^\[\]]{1,100}\]\((?!https?:|doi:)[^()\s]{1,200}\)\s*")
"""A link to another page of the site, or to another place of the page: "[Back to contents](#contents)"."""

NOTE_CALLED = re.compile(r"\[\^([^\]\[\s]{1,200}+)\]")


def read_markdown(file: File) -> ArticleText:
    """Read Markdown."""
    decoded, wrong = decode(file.data, file.name)
    text, problems = clean(decoded, file.name)
    header, body = read_header(text)
    own = own_references(header, file.name)
    reading = read_blocks(body, header.abstract)
    style = style_of(block.lines for block in reading.blocks)
    passages, listed = passages_of(reading, style)
    in_headings = markers_in_headings(reading, style)
    if title := plain_text(Line(1, 1, header.title)):
        taken = tuple(passages)
    else:
        last = header.abstract[-1][0] if header.abstract else 0
        in_header = [each for each in passages if each.runs and each.runs[0].line <= last]
        title, below = take_title(reading.levels, passages[len(in_header) :])
        taken = (*in_header, *below)
    return with_linked_works(
        ArticleText(
            file=file.name,
            about=Article(title=title, date=header.date),
            passages=taken,
            listed=tuple(listed),
            references=tuple(own.references.values()),
            bibliographies=header.bibliographies,
            aliases=reading.aliases,
            problems=(
                *(*wrong, *problems, *own.problems),
                *(*unread_in_headings(file.name, in_headings), *never_ended(file.name, reading)),
            ),
            apart=tuple(chain.from_iterable(marker.cited for marker in in_headings)),
            left_out=dict(reading.apart.left_out),
            comments=tuple(reading.apart.comments),
        )
    )


def own_references(header: Header, file: str) -> Library:
    """The references that an article has itself in its header."""
    library = Library(file)
    if header.references:
        from graph.reading.libraries.csl_yaml import references_behind

        library.add_all(chain.from_iterable(references_behind(block, library) for block in header.references))
    return library


def markers_in_headings(reading: MarkdownReading, style: Style) -> list[Marker]:
    """The markers in headings."""
    runs = chain.from_iterable(Inline(style).scan([line]).runs for line in reading.in_headings)
    return [run for run in runs if isinstance(run, Marker)]


def unread_in_headings(file: str, markers: Iterable[Marker]) -> list[Problem]:
    """That markers in headings are of no claim."""
    found = Problems(file)
    for marker in markers:
        message = f"'{marker.text}' stands in a heading, of which no claim is made"
        found.report("unread-citation", marker.line, message, severity="info", unread=1, text=marker.text)
    return found.problems


def never_ended(file: str, reading: MarkdownReading) -> list[Problem]:
    """That nothing is read behind what never ends."""
    found = Problems(file)
    if endless := reading.apart.endless:
        message = f"what begins here never ends, and nothing behind it is read; end it with {endless.end!r}"
        found.report("unread-part", endless.line, message, severity="warning")
    return found.problems


def passages_of(reading: MarkdownReading, style: Style) -> tuple[list[Passage], list[Listed]]:
    """The passages of the blocks, and the entries of the list of references."""
    notes = {block.name: block for block in reading.blocks if block.kind == "note"}
    called = headings_of_notes(reading.blocks)
    entries = [entry_of(block, Inline(style)) for block in reading.blocks if is_entry(block)]
    listed = [entry for entry in entries if entry.text.strip()]
    citing = cited_by_notes(reading, [entry_of(notes[name], Inline(style)) for name in called if name in notes], listed)
    numbered = {
        name: (Cited(name),) for name in called if name not in notes and name in {each.label for each in entries}
    }
    alone = {name: only_citations(note.lines, style) for name, note in notes.items()}
    inline = Inline(style, alone | numbered | citing.cited)
    passages: list[Passage] = []
    for block in reading.blocks:
        scan = inline.scan(block.lines)
        runs = tuple(scan.runs)
        if block.kind == "note":
            if not inline.notes[block.name]:
                passages.append(Passage(runs, called.get(block.name, block.headings), "note"))
        elif not is_entry(block):
            passages.append(Passage(runs, block.headings, "caption" if scan.is_image else block.kind))
        passages += [Passage(each, block.headings, "note") for each in scan.asides]
    return passages, [*listed, *citing.entries]


def entry_of(block: LineBlock, inline: Inline) -> Listed:
    """The entry of the list of references, or the note that may be one, that a block is."""
    runs = [run for run in inline.scan(block.lines).runs if isinstance(run, Run)]
    text, title = with_addresses("".join(run.text for run in runs), [*links_in(runs)])
    return Listed(block.name, text, block.lines[0].number, title=title)


def is_entry(block: LineBlock) -> bool:
    """Whether a block is an entry of the list of references, and no link to elsewhere in the site below it."""
    is_below = block.kind in {"text", "item"} and any(is_reference_heading(each) for each in block.headings)
    return is_below and not LINK_INSIDE.fullmatch("".join(line.text for line in block.lines))


def cited_by_notes(reading: MarkdownReading, notes: Iterable[Listed], listed: Sequence[Listed]) -> CitingNotes:
    """What notes cite, in the order of their calls, where the article cites in no other way."""
    if any(cites(block.lines) for block in reading.blocks):
        return CitingNotes()
    return read_notes([Note(each.label, joined_words(each.text), each.line, each.title) for each in notes], listed)


def headings_of_notes(blocks: Iterable[LineBlock]) -> dict[str, tuple[str, ...]]:
    """The headings that each note is called under first, wherever it is written."""
    found: dict[str, tuple[str, ...]] = {}
    for block in blocks:
        for line in block.lines if block.kind != "note" else ():
            for name in NOTE_CALLED.findall(line.text):
                found.setdefault(name, block.headings)
    return found
