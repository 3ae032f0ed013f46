r"""What BibTeX prints for LaTeX (`.bbl`), `\bibitem` by `\bibitem` -> references.

Some styles say what each part of an entry is (`parts`, and `amsrefs` as BibTeX does), astronomers' part it by the year
and by commas (`dated`), and most into people, title and the rest (`blocks`); any other entry is read as a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.latex import braced, closing, decode_latex
from graph.reading.listed.entry import Entry, read_entry_text
from graph.reading.listed.numbers import ARXIV_ADDRESS, NUMBER_IN_ARXIV
from graph.reading.printed.amsrefs import read_amsrefs
from graph.reading.printed.blocks import read_blocks
from graph.reading.printed.dated import read_dated
from graph.reading.printed.parts import read_said_parts
from graph.reading.printed.signs import NEW_BLOCK
from graph.reading.records import Record
from graph.references.names import Name

ITEM = re.compile(r"\\(?P<command>bibitem|harvarditem|bib)(?![A-Za-z@])\*?")
ITEM_GAP = r"(?>(?:\s++|%[^\n]*\n)*)"
BRACED_PART = braced(4)
ITEM_LABEL = rf"(?:\[(?>(?:[^\[\]{{}}\\]++|\\[\s\S]|{BRACED_PART})*)\])?{ITEM_GAP}"
ITEM_KEYS = {
    "bibitem": re.compile(rf"{ITEM_GAP}{ITEM_LABEL}\{{(?P<key>[^{{}}]*)\}}"),
    "harvarditem": re.compile(
        rf"{ITEM_GAP}{ITEM_LABEL}{BRACED_PART}{ITEM_GAP}{BRACED_PART}{ITEM_GAP}\{{(?P<key>[^{{}}]*)\}}"
    ),
    "bib": re.compile(rf"{ITEM_GAP}\{{(?P<key>[^{{}}]*)\}}{ITEM_GAP}\{{(?P<type>[A-Za-z]+)\}}{ITEM_GAP}(?=\{{)"),
}
"""What stands between a command and its entry: a label, and the key; in amsrefs the key and the type."""

SILENT_COMMANDS = (
    "BBCP|BBCQ|BBOP|BBOQ|BCBL|BCBT|BIBentry[A-Za-z]+|BibitemOpen|bibinfo@[A-Za-z]+|doiprefix"
    r"|endbibitem|harvardyear(?:left|right)|hskip[^\\{}]{0,80}\\relax|protect|show(?:DOI|URL|eprint)|unskip|(?:url|URL)prefix"
)
SILENT_ARGUMENTS = "APACinsertmetastar|BibitemShut|PrintBackRefs|begin|dinatlabel|end|href@noop"
"""Commands of styles that print no words, and those whose argument is none."""

TIDIED = (
    (re.compile(r"(?:\\relax\s*)?\\(?:mcite|EndOfBibitem)[\s\S]*"), ""),  # mciteplus goes on with what is no entry
    (re.compile(r"(?<!\\)%(?!Type)[^\n]*\n?[ \t]*"), ""),
    (re.compile(rf"\\(?:href|url)\s*\{{\s*({ARXIV_ADDRESS}{NUMBER_IN_ARXIV})[^{{}}]{{0,9}}\}}"), r" \1 "),
    (
        re.compile(
            r"\\(?:(?:mn@|show)?[eE]print|(?:do)?ar[Xx]iv(?:url)?)(?![A-Za-z])\s*"
            rf"(?:\[[^\[\]{{}}]*\]\s*|\{{[^{{}}]*\}}\s*(?=\{{))?\{{\s*(?:arXiv:)?({NUMBER_IN_ARXIV})"
        ),
        r" {arXiv:\1",
    ),
    (re.compile(r"\\MR\s*\{(?:MR)?([^{}]*)\}"), r" MR\1"),
    (re.compile(rf"\\(?:{SILENT_COMMANDS})(?![A-Za-z@])\s*(?:\{{\}})?(?:\\ )?|\\penalty\s?-?\d+\s?"), " "),
    (re.compile(r"\\(?:bgroup|egroup|scshape)(?![A-Za-z])(?:\{\})?"), ""),
    (re.compile(rf"\\(?:{SILENT_ARGUMENTS})(?![A-Za-z@])\s*{braced(1)}"), " "),
    (re.compile(r"\{?\\(?:natexlab|noopsort)\s*\{([^{}]*)\}\}?"), r"\1"),
    (re.compile(r"\\(?:BBA|BIBand|harvardand)(?![A-Za-z])\s*(?:\{\})?"), " and "),
    (re.compile(r"\\BPBI(?![A-Za-z])(?:\{\})?\s*"), ". "),
    (re.compile(r"\\BHBI(?![A-Za-z])\s*"), "-"),
    (re.compile(r"\\href\s*\{https?://(?:dx\.)?doi\.org/(10\.[^{}]+)\}"), r"\1 "),
    (re.compile(r"\\mn@doi\s*(?:\[([^\[\]]*)\])?\s*\{([^{}]*)\}"), r"\1 doi:\2"),
    (re.compile(r"\\(?:do)?doi\s*\{"), "{doi:"),
)
"""What styles write, and what is read in its place."""

ITEM_EDGE = re.compile(
    r"\\(?:begin\s*\{(?P<opened>[^{}]+)\}|end\s*\{(?P<closed>[^{}]*)\}|(?:bibitem|harvarditem)(?![A-Za-z@]))"
)
FOOTNOTE = re.compile(r"Note\d+")
FOOTNOTE_BEGINS = re.compile(r"[\s%]*\\BibitemOpen\s*\\bibinfo\s*\{note\}")
"""What REVTeX calls a footnote that it has put among the references, and how one begins."""

LONGEST_LABEL = 2_000
LONGEST_ITEM = 20_000


class PrintedItem(NamedTuple):
    """An entry as it is printed, with its key; where in the text it begins, and ends.

    One of amsrefs has a `type`, and fields as in BibTeX.
    """

    key: str
    text: str
    start: int
    end: int
    type: str = ""

    @property
    def is_footnote(self) -> bool:
        """Whether it is a footnote, which REVTeX puts among the references."""
        return FOOTNOTE.fullmatch(self.key) is not None and FOOTNOTE_BEGINS.match(self.text) is not None


def item_at(text: str, start: int) -> PrintedItem | None:
    r"""The entry whose `\bibitem` stands at a place of a text; None where it has no key."""
    command = ITEM.match(text, start)
    key = ITEM_KEYS[command["command"]].match(text, command.end(), command.end() + LONGEST_LABEL) if command else None
    if not key:
        return None
    kind = key.groupdict().get("type", "")
    end = fields_end(text, key.end()) if kind else item_end(text, key.end())
    return PrintedItem(" ".join(key["key"].split()), text[key.end() : end], start, end, kind)


def fields_end(text: str, start: int) -> int:
    """Where the fields of an entry of amsrefs end, which a brace begins: before the next entry if it is not closed."""
    following = ITEM.search(text, start)
    return start + closing(text[start : following.start() if following else len(text)], 0)


def item_end(text: str, start: int) -> int:
    """Where an entry ends: before the next one, or with the environment that it stands in."""
    opened: set[str] = set()
    for edge in ITEM_EDGE.finditer(text, start):
        if edge["opened"]:
            opened.add(edge["opened"])
        elif edge["closed"] not in opened:
            return edge.start()
    return len(text)


def read_item(item: PrintedItem, file: str, line: int, before: tuple[Name, ...] = ()) -> Reference | None:
    """The reference that an entry is, where its style says what its parts are, or parts them; else None.

    `before` are the people of the entry before it, for which a style may print a dash.
    """
    text = tidied(item.text) if len(item.text) <= LONGEST_ITEM else ""
    if item.type:
        return read_amsrefs(item.text, Record(file, line, key=item.key, type=item.type))
    dated, said, parted = (Record(file, line, key=item.key) for _ in range(3))
    if read_dated(text, dated, before):
        return dated.reference()
    if read_said_parts(text, said):
        return said.reference()
    return parted.reference() if read_blocks(text, parted, before) else None


def tidied(text: str) -> str:
    """An entry without what a style does there, and with identifiers as they are written in text."""
    for pattern, written in TIDIED:
        text = pattern.sub(written, text)
    return text


def read_bibitems(text: str, library: Library) -> None:
    """Add the entries of a printed list to a library; those that are no more than lines of text are reported."""
    read: list[tuple[Reference, str]] = []
    as_text: set[int] = set()
    line, position = 1, 0
    for item in items(text):
        line, position = line + text.count("\n", position, item.start), item.start
        before = read[-1][0].facts.names if read else ()
        reference = read_item(item, library.file, line, before)
        if not reference:
            as_text.add(line)
            reference = read_entry_text(Entry(line, lines=[as_line_of_text(item)]), library.file)[0]
        read.append((replace(reference, key=item.key), item.text))
    for kept in library.add_all(read):
        if kept.place.line in as_text:
            message = f"reference {kept.key!r} is read from a line of text; check it"
            library.report("read-from-text", kept.place.line, message)


def as_line_of_text(item: PrintedItem) -> str:
    """An entry as a line of text."""
    return decode_latex(NEW_BLOCK.sub(" ", tidied(item.text)))


def items(text: str) -> Iterator[PrintedItem]:
    """The entries of a printed list."""
    found = (item_at(text, each.start()) for each in ITEM.finditer(text))
    return (item for item in found if item and not item.is_footnote)
