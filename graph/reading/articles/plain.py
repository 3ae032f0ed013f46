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
from graph.reading.articles import STOPPED, ArticleText, Listed, Marker, Passage, Run
from graph.reading.articles.about_page import is_about_page
from graph.reading.articles.inline_citing import (
    IN_BRACKETS,
    IN_PARENTHESES,
    NUMBERS,
    cite_by_parentheses,
    go_through_list,
    numbered_citations,
)
from graph.reading.articles.linked_works import with_linked_works
from graph.reading.listed.entry import Entry
from graph.reading.listed.lists import list_entries, list_group
from graph.reading.text import clean, decode

HEADING_WORDS, HEADING_LETTERS = 12, 90
"""How long a heading may be."""

SHORT_LINE = 45
"""How long the shortest line of a paragraph is at least, whose lines were broken to fit a page."""

HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?P<text>[^\W\d_a-z].*?[^.?!:;,\s])\s*")
CREDIT = re.compile(
    r"\b(?:getty|shutterstock|istock|alamy|unsplash|pexels|wikimedia)\b"
    r"|\b(?:photo|image|illustration)s?(?: credit)?s?(?: by|:)",
    re.IGNORECASE,
)
BULLET = re.compile(r"\s*(?:[*\u00b7\u2013\u2022\u2023\u25e6-]|\d{1,2}[.)])\s+(?=\S)")

ONCE_RAISED = re.compile(rf"(?<=[^\W\d_][.,;:!?])(?P<numbers>{NUMBERS.pattern})(?=\s|\Z)")
"""Numbers that were above the line before the text was copied: "It is hot.1,2 It is"."""

Line = tuple[int, str]


@dataclass(slots=True)
class PlainReading:
    """What is read so far: how markers are written, the nearest heading, and what was left out."""

    title: str = ""
    markers: re.Pattern[str] = IN_BRACKETS
    entries: int = 0
    headings: tuple[str, ...] = ()
    passages: list[Passage] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def read_plain(file: File) -> ArticleText:
    """Read plain text."""
    decoded, wrong = decode(file.data, file.name)
    text, problems = clean(decoded, file.name)
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if list_group(line) is not None), len(lines))
    entries = list_entries(text) if end < len(lines) else []
    reading = PlainReading(markers=how_cited(lines[:end], len(entries)), entries=len(entries))
    for block in blocks_of(lines[:end]):
        read_plain_block(block, reading)
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


def how_cited(lines: Sequence[str], entries: int) -> re.Pattern[str]:
    """How markers are written: in brackets, unless there are none, and other numbers go through the list in order."""
    if any(map(IN_BRACKETS.search, lines)):
        return IN_BRACKETS
    if cite_by_parentheses([match for line in lines for match in IN_PARENTHESES.finditer(line)], entries):
        return IN_PARENTHESES
    raised = (match for line in lines for match in ONCE_RAISED.finditer(line))
    numbers = (int(cited.key) for each in raised for cited in numbered_citations(each["numbers"]))
    if go_through_list(numbers, entries):
        return ONCE_RAISED
    return IN_BRACKETS


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
    said = sum(map(is_about_page, texts)) if not reading.passages else 0
    if 0 < said < len(texts) and heading_in(texts[0]):  # a title, and who wrote it and when
        kept = [line for line, text in zip(block, texts, strict=True) if not is_about_page(text)]
        reading.left_out["lines about the page"] += said
        for part in filter(None, (kept[:1], kept[1:])):
            read_plain_block(part, reading)
        return
    if all(text.isdecimal() for text in texts):
        reading.left_out["lines that only number a section"] += len(block)
    elif all(map(is_about_page, texts)):
        reading.left_out["lines about the page"] += len(block)
    elif any(map(CREDIT.search, texts)) and all(len(text) <= HEADING_LETTERS for text in texts):
        reading.left_out["image credits"] += 1
    elif len(block) == 1 and (heading := heading_of(texts[0], reading)):
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


def heading_of(line: str, reading: PlainReading) -> str:
    """The heading that a line alone is, if it has no marker; a question is one before all else, as the title."""
    if reading.markers.search(line):
        return ""
    first = not (reading.passages or reading.headings or reading.title)
    asked = heading_in(line.removesuffix("?")) if first and line.endswith("?") else ""
    return heading_in(line) or (f"{asked}?" if asked else "")


def read_lines(block: list[Line], reading: PlainReading) -> None:
    """A paragraph and the items of lists in it; a line behind an item goes on with it."""
    groups: list[list[Line]] = []
    lost_bullets = are_items(block, reading)
    for line in block:
        if groups and not lost_bullets and not BULLET.match(line[1]):
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        add_passage(group, reading, is_item=lost_bullets)


def are_items(block: list[Line], reading: PlainReading) -> bool:
    """Whether lines are items whose bullets were not copied: behind a colon, short, no stop before the last one."""
    before = reading.passages[-1].runs[-1].text.rstrip() if reading.passages else ""
    texts = [text.strip() for _, text in block]
    short = len(texts) > 1 and min(map(len, texts[:-1])) < SHORT_LINE and max(map(len, texts)) <= HEADING_LETTERS
    return before.endswith(":") and short and not any(STOPPED.search(each) or BULLET.match(each) for each in texts[:-1])


def add_passage(lines: list[Line], reading: PlainReading, *, is_item: bool = False) -> None:
    """A paragraph or an item."""
    bullet = BULLET.match(lines[0][1])
    starts = [bullet.end() if bullet and line is lines[0] else 0 for line in lines]
    runs = tuple(run for line, start in zip(lines, starts, strict=True) for run in runs_of(line, start, reading))
    if bullet or is_item:
        reading.passages.append(Passage(runs, reading.headings, "item"))
    else:
        reading.passages.append(Passage(runs, reading.headings))


def runs_of(line: Line, start: int, reading: PlainReading) -> Iterator[Run | Marker]:
    """The words and the markers of a line, from a letter on."""
    number, text = line
    for match in reading.markers.finditer(text, start):
        in_brackets = match.re is IN_BRACKETS
        cited = numbered_citations(match.group()[1:-1] if in_brackets else match["numbers"])
        if not in_brackets and any(int(each.last or each.key) > reading.entries for each in cited):
            continue
        if match.start() > start:
            yield Run(text[start : match.start()], number, start + 1)
        yield Marker(cited, match.group(), number, match.start() + 1)
        start = match.end()
    yield Run(f"{text[start:]}\n", number, start + 1)
