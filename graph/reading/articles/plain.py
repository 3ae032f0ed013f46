"""Plain text, as copied from a web page -> passages: headings are told by form, the lists at the end by their headings.

Paragraphs are what stands between empty lines. A heading is a short line alone that begins with a capital and does not
end as a sentence does. What pages have around an article is left out and counted: image credits, lines that only number
a section, and what stands above and behind the entries of the lists (who wrote it).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.model import Article, File
from graph.reading.articles import ArticleText, Listed, Marker, Passage, Run
from graph.reading.articles.inline_citing import IN_BRACKETS, numbered_citations
from graph.reading.articles.linked_works import with_linked_works
from graph.reading.listed import list_entries, list_group
from graph.reading.listed_entry import Entry
from graph.reading.text import clean, decode

HEADING_WORDS, HEADING_LETTERS = 12, 90
"""How long a heading may be."""

HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?P<text>[^\W\d_a-z].*?[^.?!:;,\s])\s*")
CREDIT = re.compile(
    r"\b(?:getty|shutterstock|istock|alamy|unsplash|pexels|wikimedia)\b"
    r"|\b(?:photo|image|illustration)s?(?: credit)?s?(?: by|:)",
    re.IGNORECASE,
)
BULLET = re.compile(r"\s*(?:[*\u00b7\u2013\u2022\u2023\u25e6-]|\d{1,2}[.)])\s+(?=\S)")

Line = tuple[int, str]


@dataclass(slots=True)
class PlainReading:
    """What is read so far: the nearest heading, and what was left out."""

    title: str = ""
    headings: tuple[str, ...] = ()
    passages: list[Passage] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def read_plain(file: File) -> ArticleText:
    """Read plain text."""
    decoded, wrong = decode(file.data, file.name)
    text, problems = clean(decoded, file.name)
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if list_group(line) is not None), len(lines))
    reading = PlainReading()
    for block in blocks_of(lines[:end]):
        read_plain_block(block, reading)
    entries = list_entries(text) if end < len(lines) else []
    reading.left_out["lines around the lists of references"] += lines_around(lines[end:], entries)
    return with_linked_works(
        ArticleText(
            file=file.name,
            about=Article(title=reading.title),
            passages=tuple(reading.passages),
            listed=tuple(Listed(each.number, each.text, each.line, each.group) for each in entries),
            problems=(*wrong, *problems),
            left_out=dict(+reading.left_out),
        )
    )


def lines_around(lines: Iterable[str], entries: Iterable[Entry]) -> int:
    """How many lines from the first list on are neither headings of lists nor entries: notes, who wrote the article."""
    words = sum(1 for line in lines if line.strip() and list_group(line) is None)
    return words - sum(len(entry.lines) for entry in entries)


def blocks_of(lines: Sequence[str]) -> Iterator[list[Line]]:
    """The paragraphs: numbered lines between empty ones."""
    block: list[Line] = []
    for line in enumerate(lines, start=1):
        if line[1].strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_plain_block(block: list[Line], reading: PlainReading) -> None:
    """Take a paragraph for what it looks like."""
    texts = [text.strip() for _, text in block]
    if all(text.isdecimal() for text in texts):
        reading.left_out["lines that only number a section"] += len(block)
    elif any(map(CREDIT.search, texts)) and all(len(text) <= HEADING_LETTERS for text in texts):
        reading.left_out["image credits"] += 1
    elif len(block) == 1 and (heading := heading_in(texts[0])):
        if not reading.title and not reading.passages and not reading.headings:
            reading.title = heading
        else:
            reading.headings = (heading,)
    else:
        read_lines(block, reading)


def heading_in(line: str) -> str:
    """The heading that a line alone is, without its number; an empty string where it is none."""
    match = HEADING.fullmatch(line) if len(line) <= HEADING_LETTERS else None
    return match["text"] if match and len(line.split()) <= HEADING_WORDS and not BULLET.match(line) else ""


def read_lines(block: list[Line], reading: PlainReading) -> None:
    """A paragraph and the items of lists in it; a line behind an item goes on with it."""
    groups: list[list[Line]] = []
    for line in block:
        if groups and not BULLET.match(line[1]):
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        add_passage(group, reading)


def add_passage(lines: list[Line], reading: PlainReading) -> None:
    """A paragraph or an item."""
    bullet = BULLET.match(lines[0][1])
    runs = tuple(run for line in lines for run in runs_of(line, bullet.end() if bullet and line is lines[0] else 0))
    if bullet:
        reading.passages.append(Passage(runs, reading.headings, "item"))
    else:
        reading.passages.append(Passage(runs, reading.headings))


def runs_of(line: Line, start: int) -> Iterator[Run | Marker]:
    """The words and the markers of a line, from a letter on."""
    number, text = line
    for match in IN_BRACKETS.finditer(text, start):
        if match.start() > start:
            yield Run(text[start : match.start()], number, start + 1)
        yield Marker(numbered_citations(match.group()[1:-1]), match.group(), number, match.start() + 1)
        start = match.end()
    yield Run(f"{text[start:]}\n", number, start + 1)
