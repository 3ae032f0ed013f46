r"""An entry of a printed list, in LaTeX -> who wrote it, its title and what follows, by the signs that part these.

These signs are `\newblock` in most of BibTeX's styles, quotation marks around the title, or its italics; where an entry
has no title, as in much of physics, the italics of the journal or the bold face of its volume.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.reading.latex import closing, decode_latex
from graph.reading.listed.commas import NOT_A_TITLE
from graph.reading.listed.ends import YEAR_TAKEN
from graph.reading.listed.people import people_in_line
from graph.reading.printed.people import OF_A_TITLE
from graph.reading.printed.sources import (
    GOES_ON_AS_JOURNAL,
    JOURNAL_IN_PLAIN,
    VOLUME_AND_PAGES,
    YEAR_VOLUME_PAGES,
    is_of_journal,
)

NEW_BLOCK = re.compile(r"\\newblock(?![A-Za-z])\s*")
BLOCK_BEGINS = re.compile(r"\\newblock[\s{]*\Z")
QUOTED_IN_LATEX = re.compile(
    r"(?:``|\u201c)(?P<title>.{2,600}?)[.,]?(?:''|\u201d)[.,]?\s*"
    r"|(?:(?<![`\w])`(?!`)|\u2018)(?P<one>.{4,600}?)['\u2019](?=[.,]?\s)[.,]?\s*",
    re.DOTALL,
)
UNLESS_NOTHING = r"(?!\s*(?:et\W{1,3}al\b|\w\s*\}))"
SLANTED = re.compile(
    rf"\{{\s*\\(?:em|it|sl|itshape|slshape)(?![A-Za-z])\s*{UNLESS_NOTHING}"
    rf"|\\(?:emph|textit|textsl|enquote)\s*(?=\{{{UNLESS_NOTHING})"
)
"""What sets a title or a journal in italics, or marks one; that of "et al." and of a letter behind a year is none."""

BOLD_VOLUME = re.compile(r"(?:\{\s*\\bf(?:series)?|\\textbf\s*\{)\s*[A-Z]?-?\d+\s*\}")
BEFORE_SOURCE = re.compile(r"(?<=\w)[,.?]\s*(?:[Ii]n:?\s*)?\Z")
"""What stands before italics that are no part of a title."""

BEFORE_BOOK_IN_ITALICS = re.compile(r"[,.]?\s{1,9}in:?\s{0,9}\Z")
"""What stands before a book in italics where no title does: "L. Prandtl, in"."""

PEOPLE_DATED = re.compile(
    r"(?P<who>\D{3,500}?\b(?:1[89]|20)\d\d(?:[a-z]\b|\{[^{}]{1,6}\})?)[\s),.]*(?P<title>[^\d\s][\s\S]*|)"
)
"""What stands before a journal where the year is behind the people, with a title or without, as in IOP's styles."""

NAMED_BY_COMMAND = re.compile(
    r"[\s,.]*\\(?!(?:bf|bfseries|em|emph|it|itshape|newblock|rm|sl|textbf|textit|textrm)(?![A-Za-z]))[A-Za-z]"
)
"""A journal that the author or the publisher has a command for, behind a title: "{\\it Iron}, \\jsleep {\\bf 3}"."""

YEAR_GOES_ON = re.compile(rf"[\s,.]*\(?{YEAR_TAKEN}")
COLLABORATION = re.compile(r"[\s,]{0,9}[\[(](?=[A-Z])[^\[\]()\d]{2,60}[\])](?=\s*,)")
"""Who stands behind "et al.": "[ATLAS]", "(LHCb Collaboration)"."""


class Parted(NamedTuple):
    """An entry in LaTeX, parted into who wrote it, its title, which may be empty, and what follows.

    The title may be `slanted`, in italics; what stands before it is `certain` to be people where a sign of its own
    says so, and no other part.
    """

    people: str
    title: str
    rest: str
    slanted: bool = False
    certain: bool = True


def part(text: str) -> Parted | None:
    """An entry in its three parts; None where no sign parts it."""
    people, *blocks = NEW_BLOCK.split(text)
    quoted, span = QUOTED_IN_LATEX.search(text), slanted_span(text)
    if quoted and (not span or quoted.start() < span[0]) and is_a_sign(quoted, len(people)):
        return Parted(text[: quoted.start()], quoted["title"] or quoted["one"], text[quoted.end() :], certain=False)
    if span and span[0] < len(people):
        return part_at_italics(text, span)
    return part_blocks(people, blocks) if blocks else part_at_volume(text)


def is_a_sign(quoted: re.Match[str], people: int) -> bool:
    """Whether words in quotation marks are a title; within a block they are some words of it."""
    return quoted.start() < people or BLOCK_BEGINS.search(quoted.string, 0, quoted.start()) is not None


def part_at_italics(text: str, span: tuple[int, str, int]) -> Parted | None:
    """An entry whose first words in italics are its title, or a journal or a book where it has none."""
    start, inner, end = span
    in_book = BEFORE_BOOK_IN_ITALICS.search(text, 0, start)
    behind = "" if NAMED_BY_COMMAND.match(text, end) else decode_latex(text[end:])
    dated = PEOPLE_DATED.fullmatch(text, 0, start)
    if dated and (inner.lower() == "in" or VOLUME_AND_PAGES.match(behind)):
        return Parted(dated["who"], dated["title"], text[start:], certain=False)
    if in_book or GOES_ON_AS_JOURNAL.match(behind) or YEAR_VOLUME_PAGES.match(behind):
        return part_before_source(text, in_book.start() if in_book else start)
    return None if YEAR_GOES_ON.match(behind) else Parted(text[:start], inner, text[end:], slanted=True, certain=False)


def part_before_source(text: str, start: int) -> Parted | None:
    """An entry whose journal or book begins at a place: what stands before it are people, and perhaps a title."""
    people = people_in_line(f"{decode_latex(text[:start]).rstrip(' ,.')}. ")
    if not people or NOT_A_TITLE.match(people.rest or "A title"):
        return None
    return Parted(people.written, people.rest, text[start:])


def part_blocks(people: str, blocks: list[str]) -> Parted | None:
    """An entry in blocks, of which the second is the title, or begins with it."""
    if not decode_latex(blocks[0]).strip():
        return None
    if BOLD_VOLUME.search(blocks[0]) and is_source(decode_latex(blocks[0])):
        return Parted(people, "", " ".join(blocks))
    begins = slanted_span(blocks[0])
    if begins and (source := BEFORE_SOURCE.search(blocks[0][: begins[0]])):
        return Parted(people, blocks[0][: source.start()], " ".join([blocks[0][source.start() :], *blocks[1:]]))
    if begins and not blocks[0][: begins[0]].strip():
        return Parted(people, begins[1], " ".join([blocks[0][begins[2] :], *blocks[1:]]), slanted=True)
    return Parted(people, blocks[0], " ".join(blocks[1:]))


def part_at_volume(text: str) -> Parted | None:
    """An entry without a title whose journal has a volume in bold face."""
    if not BOLD_VOLUME.search(text):
        return None
    people = people_in_line(COLLABORATION.sub("", decode_latex(text), count=1))
    return Parted(people.written, "", people.rest) if people and is_source(people.rest) else None


def is_source(text: str) -> bool:
    """Whether a text is a journal with its volume; one with long words in small letters has a title before it."""
    journal = JOURNAL_IN_PLAIN.match(text)
    return journal is not None and is_of_journal(journal) and not OF_A_TITLE.search(journal["journal"])


def slanted_span(text: str) -> tuple[int, str, int] | None:
    """The first words in italics: where they begin, they themselves, and where they end."""
    found = SLANTED.search(text)
    if not found:
        return None
    opened = found.start() if found.group().startswith("{") else found.end()
    end = closing(text, opened)
    return found.start(), text[max(found.end(), opened + 1) : end - 1], end
