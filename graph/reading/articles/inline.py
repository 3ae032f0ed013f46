"""The text of a block of Markdown -> runs of words and markers, each with its place.

One pass from left to right: what is markup is taken out, and what is left stands in the file just so.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, pairwise, zip_longest
from typing import Literal

from graph.reading.articles import Cited, Marker, Run

NOTHING = "\0"
"""What stands for each letter that is taken out of a line; a text that was cleaned has none of its own."""

Style = Literal["keys", "numbers", "superscripts"]
"""How an article writes its markers; the style that most of them have."""

PANDOC_KEY = r"@(?:\{[^{}\s]{1,2000}\}|\w(?:[\w:.#$%&+?<>~/-]|\([\w.-]{1,60}\)(?=[\w-])){0,2000}(?<=[\w/]))"
CITATION_KEY = re.compile(rf"(?<![\w@./\\])-?{PANDOC_KEY}")
CROSS_REFERENCE = re.compile(
    r"-?@\{?(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|tip|nte|wrn|imp|cau|supp)[:-]",
    re.IGNORECASE,
)
"""What Quarto and pandoc-crossref write for figures, tables and the like."""

A_NUMBER = r"\d{1,4}(?:\s*[-\u2013\u2014]\s*\d{1,4})?"
NUMBERS = re.compile(rf"{A_NUMBER}(?:\s*[,;]\s*{A_NUMBER})*")
SAID = r"(?i:(?:(?:but|and|also|see|cf|e\.g|contra|compare|reviewed (?:in|by)|refs?|references?)\b\.?,?\s+){0,4})"
LOCATED = (
    r"(?i:(?:pp?|pages?|ch|chap(?:ters?)?|figs?|figures?|tab|tables?|sec(?:tions?)?)\b\.?\s*"
    r"\w{0,3}\d[\w.]*(?:\s*[-\u2013]\s*\w+)?)"
)
CITED_NUMBER = re.compile(
    rf"(?P<said>{SAID})(?P<first>\d{{1,4}})(?:\s*[-\u2013\u2014]\s*(?P<last>\d{{1,4}}))?(?:,\s*(?P<located>{LOCATED}))?"
)
A_CITED_NUMBER = rf"{SAID}{A_NUMBER}(?:,\s*{LOCATED})?"
CITED_NUMBERS = re.compile(rf"{A_CITED_NUMBER}(?:\s*[,;]\s*{A_CITED_NUMBER})*")
"""Numbers, with what may be said of each: "see 3, p. 12; 5-7"."""

IN_BRACKETS = re.compile(rf"\[{CITED_NUMBERS.pattern}\](?![(:\[{{])")
BEFORE_RAISED = r"(?:(?<=[.,;:!?)\]\"'\u201d\u2019])|(?<=[^\W\d_]{3}))"
RAISED = re.compile(
    rf"(?=[\^<]){BEFORE_RAISED}(?:\^(?:{NUMBERS.pattern})\^|<sup>\s{{0,9}}(?:{NUMBERS.pattern})\s{{0,9}}</sup>)"
)
"""Raised numbers behind a word or a full stop: those behind a unit or before a letter are no markers ("m^3^")."""

LOCATOR = re.compile(
    r"\s*+(?:,\s*+)?(?:\{(?P<braced>[^{}]*)\}|(?P<plain>(?:(?:pp?|pages?|chap(?:ter|s)?|ch|sec(?:tion)?|fig(?:ure)?s?|tab(?:le)?s?"
    r"|vols?|volume|app(?:endix)?|para?|lines?|l|n|note|no|col|eq|theorem|thm|def|v|vv|verse|\u00a7\u00a7?|\u00b6\u00b6?)"
    r"\.?\s*+)?[ivxlcdm]*+\d[\w.]*+(?:\s*+[-\u2013,]\s*+[^\W\d]*+\d\w*+)*|(?:pp?|ch|chap)\.\s*[ivxlcdm]+\b))",
    re.IGNORECASE,
)
SAID_AFTER = re.compile(r"(?:\b\d{4}[a-z]?|n\.d\.)\s*,\s*(?P<after>.+)", re.DOTALL)
"""What stands behind a year: "2018, p. 3"."""

ONLY_CITING = re.compile(
    r"(?:\W|\d|_|\b(?:see|also|cf|eg|e|g|and|but|pp?|in|for|review|reviewed|example)(?![^\W\d_]))*+", re.IGNORECASE
)
GLUE = re.compile(r"[\s,;&.]*+(?:(?:and|or)[\s,]*+)?")

LONGEST = 5000
"""How long what stands in brackets may be; an image's caption may be long."""

ANY_BRACKET = re.compile(r"\\.|`[^`\n]{1,200}`|[\[\]]")
TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]{0,1000}\)){0,2000}\)|\[[^\[\]\n]{0,200}\]")
ATTRIBUTES = re.compile(r"\{[^{}\n]{0,1000}\}")

TOKEN = re.compile(
    rf"""
    (?=[\\`$^<~{{&!\[\]@*_\0-])  # what any of them begins with: without it the search takes twelve times as long
    (?:(?P<escape>\\[!-/:-@\[-`{{-~\n])
    |(?P<role>\{{(?P<of>[A-Za-z][\w:+-]{{0,40}})\}}`(?P<content>[^`]{{1,2000}})`)
    |(?P<code>(?<!`)(?P<tick>`{{1,8}})(?!`)(?P<inner>[^`]{{1,2000}})(?P=tick)(?!`)(?:\{{[^{{}}]*\}})?)
    |(?P<formula>\$(?=\S)[^$]{{1,2000}}(?<=\S)\$(?!\d))
    |(?P<raised>\^(?P<above>[^\^\s\[]{{1,60}})\^|<sup>(?P<tagged>[^<>]{{1,60}})</sup>)
    |(?P<lowered>(?<!~)~(?P<below>[^~\s]{{1,60}})~(?!~))
    |(?P<address><(?P<link>(?:https?://|mailto:|doi:)[^<>\s]{{1,2000}})>)
    |(?P<tag></?[A-Za-z][^<>]{{0,1000}}>)
    |(?P<template>\{{\{{[^{{}}]{{0,1000}}\}}\}}|\{{%[^%]{{0,1000}}%\}})
    |(?P<entity>&\#?\w{{1,30}};)
    |(?P<bracket>!?\[)
    |(?P<close>\])
    |(?P<spoken>{CITATION_KEY.pattern})
    |(?P<emphasis>(?<=\S)\*+|\*+(?=\S)|~~|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w))
    |(?P<taken>\0+))
    """,
    re.VERBOSE,
)

CITING_ROLE = re.compile(r"(?:foot)?cite(?::(?P<as>\w+))?")
CITED_IN_ROLE = re.compile(r"\{(?:foot)?cite[\w:]*\}`")
SPOKEN_ROLES = frozenset({"t", "ts", "ct", "cts", "alt", "alts", "author", "authors"})
ROLE_KEY = re.compile(r"(?:\{(?P<before>[^{}]*)\})?\s*(?P<key>[^\s,;{}]+)\s*(?:\{(?P<after>[^{}]*)\})?")
ROLE_TARGET = re.compile(r"(?<!\s)\s*+<[^<>]*>\s*\Z")
"""What a role of MyST leads to behind the words that it shows: "{ref}`the design <design>`"."""

KEPT = {"code": "inner", "formula": "formula", "lowered": "below", "address": "link"}
"""Which part of a token is left of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block, or what is left of it, with its number and the column that it begins at."""

    number: int
    column: int
    text: str

    @property
    def indent(self) -> int:
        """How many columns of white space it begins with."""
        start = self.text[: len(self.text) - len(self.text.lstrip())]
        return len(start.expandtabs(4))

    def from_letter(self, position: int) -> Line:
        """What is left of it from a letter on."""
        return Line(self.number, self.column + position, self.text[position:])

    def stripped(self) -> Line:
        """Without white space before it."""
        return self.from_letter(len(self.text) - len(self.text.lstrip()))


@dataclass(slots=True)
class Scan:
    """A block's text while it is read; `starts` say where its lines begin, `pairs` which brackets belong together.

    `skips` say where what belongs to a bracket ends, such as a link's address.
    """

    text: str
    lines: Sequence[Line]
    starts: list[int]
    pairs: Mapping[int, int]
    runs: list[Run | Marker] = field(default_factory=list)
    skips: dict[int, int] = field(default_factory=dict)
    image_end: int = -1

    def place(self, position: int) -> tuple[int, int]:
        """The line and column of a letter."""
        index = bisect_right(self.starts, position) - 1
        line = self.lines[index]
        return line.number, line.column + position - self.starts[index]

    def keep(self, start: int, end: int) -> None:
        """Words that stand in the text just so; a line that begins elsewhere than its text begins a run."""
        first, last = bisect_right(self.starts, start), bisect_left(self.starts, end)
        cuts = [cut for cut in self.starts[first:last] if self.place(cut)[1] > 1]
        for begin, stop in pairwise([start, *cuts, end]):
            if begin < stop:
                self.runs.append(Run(self.text[begin:stop], *self.place(begin)))

    def put(self, text: str, position: int) -> None:
        """Words that stand in place of what is written."""
        self.runs.append(Run(text, *self.place(position)))

    def mark(self, cited: tuple[Cited, ...], start: int, end: int, *, spoken: bool = False) -> int:
        """A marker, and where it ends."""
        self.runs.append(Marker(cited, " ".join(self.text[start:end].split()), *self.place(start), spoken))
        return end


@dataclass(frozen=True, slots=True)
class Inline:
    """Reads the text of blocks; `notes` have the citations of each note that holds nothing else."""

    style: Style
    notes: Mapping[str, tuple[Cited, ...]] = field(default_factory=dict)

    def runs(self, lines: Sequence[Line]) -> tuple[tuple[Run | Marker, ...], bool]:
        """The runs of a block, and whether it is an image with its caption and nothing else."""
        scan = self.scan(lines)
        return tuple(scan.runs), scan.image_end >= len(scan.text.rstrip(f" \n{NOTHING}"))

    def scan(self, lines: Sequence[Line]) -> Scan:
        """A block, read."""
        text = "\n".join(line.text for line in lines)
        starts = list(accumulate((len(line.text) + 1 for line in lines[:-1]), initial=0))
        scan = Scan(text, lines, starts, bracket_pairs(text))
        position = 0
        while match := TOKEN.search(text, position):
            scan.keep(position, match.start())
            position = self.token(scan, match)
        scan.keep(position, len(text))
        return scan

    def token(self, scan: Scan, match: re.Match[str]) -> int:
        """What a token adds to the runs, and where it ends."""
        start, end = match.span()
        match match.lastgroup:
            case "escape":
                scan.keep(start + 1, end)
            case "code" | "formula" | "lowered" | "address" as kind:
                scan.keep(*match.span(KEPT[kind]))
            case "entity":
                scan.put(html.unescape(match.group()), start)
            case "role":
                return role(scan, match)
            case "raised":
                return self.raised(scan, match)
            case "bracket":
                return self.bracket(scan, start, end)
            case "close":
                return close_bracket(scan, start)
            case "spoken":
                return self.spoken(scan, match)
        return end

    def raised(self, scan: Scan, match: re.Match[str]) -> int:
        """What is raised: a marker, if the article's markers are."""
        inside = match["above"] or match["tagged"]
        if self.style == "superscripts" and RAISED.match(scan.text, match.start()):
            return scan.mark(numbered_citations(inside), *match.span())
        scan.keep(*match.span("above" if match["above"] else "tagged"))
        return match.end()

    def spoken(self, scan: Scan, match: re.Match[str]) -> int:
        """A key in the sentence, and the locator in brackets behind it."""
        if self.style != "keys" or CROSS_REFERENCE.match(match.group()):
            scan.keep(*match.span())
            return match.end()
        bracket = match.end() + (scan.text[match.end() : match.end() + 1] == " ")
        close = scan.pairs.get(bracket, -1)
        inside = scan.text[bracket + 1 : close]
        if close < 0 or scan.text[close + 1 : close + 2] in {"(", "[", "{"} or inside.startswith(("@", "^", "-@")):
            return scan.mark((Cited(bare(match.group())),), *match.span(), spoken=True)
        return scan.mark(tuple(pandoc_citations(f"{match.group()}, {inside}")), match.start(), close + 1, spoken=True)

    def bracket(self, scan: Scan, start: int, end: int) -> int:
        """A bracket: a marker, a note, a link or an image, or only a bracket."""
        close = scan.pairs.get(end - 1, -1)
        inside = scan.text[end:close] if close >= 0 else ""
        behind = scan.text[close + 1 : close + 2] if close >= 0 else ""
        if inside.startswith("^") and behind != "(":
            return self.note(scan, inside[1:], start, close + 1)
        if behind != "(" and (cited := self.cited(inside)):
            return scan.mark(cited, start, close + 1)
        after = target_end(scan.text, close) if close >= 0 else -1
        if after > close + 1:
            scan.skips[close] = after
            if scan.text[start] == "!":
                scan.image_end = after if not scan.text[:start].strip() else -1
            return end
        scan.keep(start, end)
        return end

    def cited(self, inside: str) -> tuple[Cited, ...]:
        """What a bracket cites."""
        if self.style == "keys":
            return tuple(pandoc_citations(inside))
        return numbered_citations(inside) if self.style == "numbers" and CITED_NUMBERS.fullmatch(inside.strip()) else ()

    def note(self, scan: Scan, name: str, start: int, end: int) -> int:
        """The call of a note: a marker, if the note holds nothing but citations."""
        if cited := self.notes.get(name):
            return scan.mark(cited, start, end)
        return end


def role(scan: Scan, match: re.Match[str]) -> int:
    """A role of MyST: a marker, "{cite:p}`a,b`"; of any other its words, without where they lead."""
    if citing := CITING_ROLE.fullmatch(match["of"]):
        cited = tuple(role_citations(match["content"]))
        return scan.mark(cited, *match.span(), spoken=citing["as"] in SPOKEN_ROLES)
    start, end = match.span("content")
    target = ROLE_TARGET.search(match["content"])
    scan.keep(start, start + target.start() if target and target.start() else end)
    return match.end()


def role_citations(inside: str) -> Iterator[Cited]:
    """The citations of a role of MyST, with what is said before and behind each: "{see}a{p. 3}, b"."""
    for each in ROLE_KEY.finditer(inside):
        located = LOCATOR.fullmatch(each["after"] or "")
        after = tidy(each["after"] or "")
        yield Cited(
            each["key"],
            prefix=tidy(each["before"] or ""),
            locator=after if located else "",
            suffix="" if located else after,
        )


def close_bracket(scan: Scan, position: int) -> int:
    """A closing bracket, and where what belongs to it ends."""
    if position in scan.skips:
        return scan.skips[position]
    scan.keep(position, position + 1)
    return position + 1


def bracket_pairs(text: str) -> dict[int, int]:
    """Where the bracket that begins at a place ends."""
    pairs: dict[int, int] = {}
    begun: list[int] = []
    for match in ANY_BRACKET.finditer(text):
        if match.group() == "[":
            begun.append(match.start())
        elif match.group() == "]" and begun and match.start() - begun[-1] < LONGEST:
            pairs[begun.pop()] = match.start()
    return pairs


def target_end(text: str, close: int) -> int:
    """Where that ends which stands behind a closing bracket: an address, the name of one, attributes."""
    position = close + 1
    if match := TARGET.match(text, position):
        position = match.end()
    if match := ATTRIBUTES.match(text, position):
        position = match.end()
    return position


def pandoc_citations(inside: str) -> Iterator[Cited]:
    """The citations of a bracket of pandoc's: "see @a, p. 3; @b"."""
    found = [match for match in CITATION_KEY.finditer(inside) if not CROSS_REFERENCE.match(match.group())]
    before = inside[: found[0].start()] if found else ""
    for match, following in zip_longest(found, found[1:]):
        between = inside[match.end() : following.start() if following else len(inside)]
        after, _, prefix = between.rpartition(";") if following and ";" in between else (between, "", "")
        located = LOCATOR.match(after)
        locator = (located["braced"] or located["plain"] or "") if located else ""
        suffix = after[located.end() if located else 0 :]
        yield Cited(
            bare(match.group()),
            prefix=tidy(before),
            locator=tidy(locator),
            suffix="" if GLUE.fullmatch(suffix) else tidy(suffix),
        )
        before = prefix


def numbered_citations(inside: str) -> tuple[Cited, ...]:
    """The citations of a marker of numbers: "3, 5-7", "see 3, p. 12"."""
    return tuple(
        Cited(each["first"], last=each["last"] or "", prefix=tidy(each["said"]), locator=each["located"] or "")
        for each in CITED_NUMBER.finditer(inside)
    )


def bare(key: str) -> str:
    """A key without what says that it is one."""
    return key.removeprefix("-").removeprefix("@").removeprefix("{").removesuffix("}")


def tidy(text: str) -> str:
    """Words on one line, without the commas and semicolons around them."""
    return " ".join(text.split()).strip(" ,;")


def style_of(blocks: Iterable[Sequence[Line]]) -> Style:
    """How most of the markers are written."""
    seen: Counter[Style] = Counter()
    for lines in blocks:
        text = "\n".join(line.text for line in lines)
        seen["keys"] += sum(not CROSS_REFERENCE.match(match.group()) for match in CITATION_KEY.finditer(text))
        seen["keys"] += sum(1 for _ in CITED_IN_ROLE.finditer(text))
        seen["numbers"] += sum(1 for _ in IN_BRACKETS.finditer(text))
        seen["superscripts"] += sum(1 for _ in RAISED.finditer(text))
    return max(("keys", "numbers", "superscripts"), key=lambda style: seen[style])


def only_citations(lines: Sequence[Line], style: Style) -> tuple[Cited, ...]:
    """What a note cites that holds nothing else, but words such as "see"."""
    runs, _ = Inline(style).runs(lines)
    words = "".join(run.text for run in runs if isinstance(run, Run))
    return (
        tuple(chain.from_iterable(run.cited for run in runs if isinstance(run, Marker)))
        if ONLY_CITING.fullmatch(words)
        else ()
    )


def plain_text(line: Line) -> str:
    """A line as a reader sees it."""
    runs, _ = Inline("keys").runs([line])
    return " ".join("".join(run.text for run in runs).split())
