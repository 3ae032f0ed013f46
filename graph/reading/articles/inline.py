"""The text of a block of Markdown -> runs of words and markers, each with its place.

One pass from left to right: what is markup is taken out, and what is left stands in the file just so.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from graph.reading.articles import Cited, Marker, Run
from graph.reading.articles.inline_citing import (
    CITATION_KEY,
    CITED_IN_ROLE,
    CITED_NUMBERS,
    CITING_ROLE,
    CITING_TAG,
    CROSS_REFERENCE,
    IN_BRACKETS,
    LINK_OF_TAG,
    LINKED_NUMBER,
    RAISED,
    SPOKEN_ROLES,
    bare,
    cited_alone,
    numbered_citations,
    pandoc_citations,
    role_citations,
    tag_citations,
)
from graph.reading.articles.inline_scan import Line, Scan, bracket_pairs

Style = Literal["keys", "numbers", "superscripts"]
"""How an article writes its markers; the style that most of them have."""

TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]{0,1000}\)){0,2000}\)|\[[^\[\]\n]{0,200}\]")
ADDRESS = re.compile(r"\(\s{0,9}<?([^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*)")
ATTRIBUTES = re.compile(r"\{[^{}\n]{0,1000}\}")

TOKEN = re.compile(
    rf"""
    (?=[\\`$^<~{{&!\[\]@*_=\0-])  # what any of them begins with: without it the search takes twelve times as long
    (?:(?P<escape>\\(?P<escaped>[!-/:-@\[-`{{-~\n]))
    |(?P<role>\{{(?P<of>[A-Za-z][\w:+-]{{0,40}})\}}`(?P<content>[^`]{{1,2000}})`)
    |(?P<code>(?<!`)(?P<tick>`{{1,8}})(?!`)(?P<inner>[^`]{{1,2000}})(?P=tick)(?!`)(?:\{{[^{{}}]*\}})?)
    |(?P<formula>\$(?=\S)[^$]{{1,2000}}(?<=\S)\$(?!\d))
    |(?P<raised>\^(?P<above>[^\^\s\[]{{1,60}})\^|<sup>(?P<tagged>[^<>\[\]]{{1,60}})</sup>)
    |(?P<lowered>(?<!~)~(?P<below>[^~\s]{{1,60}})~(?!~))
    |(?P<address><(?P<link>(?:https?://|mailto:|doi:)[^<>\s]{{1,2000}})>)
    |(?P<linked>(?i:{LINKED_NUMBER.pattern}))
    |(?P<tag></?[A-Za-z][^<>]{{0,1000}}>)
    |(?P<template>\{{\{{[^{{}}]{{0,1000}}\}}\}}|\{{%(?:[^%]|%(?!\}})){{0,2000}}%\}})
    |(?P<attributes>\{{(?::|\s[.\#:])[^{{}}\n]{{0,1000}}\}})
    |(?P<command>\\(?P<named>[A-Za-z]{{0,20}}[cC]ite[A-Za-z]{{0,20}})(?=[*\[{{]))
    |(?P<aside>\^\[)
    |(?P<source>(?<![\w\]!])\[\[(?:[^\[\]\n|@]{{1,200}}/)?(?P<sources>@[^\[\]\n|\#]{{1,300}})(?:\#[^\[\]\n|]{{0,200}})?
        (?:\|(?P<shown>[^\[\]\n]{{1,300}}))?\]\](?![(\[]))
    |(?P<page>(?<![\w\]])!?\[\[(?![@^\d])[^\[\]\n]{{1,300}}\]\](?![(\[]))
    |(?P<entity>&\#?\w{{1,30}};)
    |(?P<bracket>!?\[)
    |(?P<close>\])
    |(?P<spoken>{CITATION_KEY.pattern})
    |(?P<marked>(?<![\w=])==(?=[^\s=])|(?<=[^\s=])==(?![\w=]))
    |(?P<emphasis>(?<=\S)\*+|\*+(?=\S)|~~|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w))
    |(?P<taken>\0+))
    """,
    re.VERBOSE,
)

ROLE_TARGET = re.compile(r"(?<!\s)\s*+<[^<>]*>\s*\Z")
"""What a role of MyST leads to behind the words that it shows: "{ref}`the design <design>`"."""

LEADING_ROLES = frozenset({"ref", "doc", "term", "download"})
"""Roles of MyST that are links to elsewhere in the site."""

ANY_LETTER = re.compile(r"\S")
STOPS = frozenset(".,;:!?)")

SHOWN_BY_TAG = re.compile(r"\{%-?\s*\w+\s+\[(?P<words>[^\[\]]{1,300})\]")
"""What a tag of a template shows: "{% tool [its name](its address) %}"."""

BEFORE_NAME = re.compile(r"(?:[.!?:]\s|\b(?:by|from|in|of|see|to|with|for|as|paper|book|article)\s)\s*\Z")
JOINING = frozenset({"and", "&", ","})
"""What stands before a name in a sentence, and not before a source in brackets."""

ASIDE = "<d-footnote>"
"""How Distill begins a note in the sentence."""

KEPT = {"escape": "escaped", "code": "inner", "lowered": "below"}
"""Which part of a token is left of it."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Reads the text of blocks; `notes` have the citations of each note that holds nothing else."""

    style: Style
    notes: Mapping[str, tuple[Cited, ...]] = field(default_factory=dict)

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
        kind = match.lastgroup or ""
        if kind in KEPT:
            scan.keep(*match.span(KEPT[kind]))
        reader = TOKEN_READERS.get(kind)
        return reader(self, scan, match) if reader else match.end()

    def aside(self, scan: Scan, match: re.Match[str]) -> int:
        """The beginning of a note in the sentence: "^[It is so.]"."""
        start, end = match.span()
        close = scan.pairs.get(end - 1, -1)
        if close < 0:
            scan.keep(start, end)
        else:
            scan.begun.append((start, close, len(scan.runs)))
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
        inside = scan.text[bracket + 1 : close] if close >= 0 else ""
        if close < 0 or scan.text[close + 1 : close + 2] in {"(", "[", "{"} or inside.startswith(("@", "^", "-@")):
            return scan.mark((Cited(bare(match.group())),), *match.span(), spoken=True)
        return scan.mark(tuple(pandoc_citations(f"{match.group()}, {inside}")), match.start(), close + 1, spoken=True)

    def bracket(self, scan: Scan, match: re.Match[str]) -> int:
        """A bracket: a marker, a note, a link or an image, or only a bracket."""
        start, end = match.span()
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
            if scan.text[start] != "!" and (address := ADDRESS.match(scan.text, close + 1)):
                scan.linked[close] = (len(scan.runs), address[1])
            if scan.text[start] == "!":
                scan.image_end = -1 if ANY_LETTER.search(scan.text, 0, start) else after
            return end
        scan.keep(start, end)
        return end

    def source(self, scan: Scan, match: re.Match[str]) -> int:
        """A link to the page of notes about a source: a marker, and a word of the sentence if it shows some."""
        if cited := tuple(pandoc_citations(match["sources"])) if self.style == "keys" else ():
            return scan.mark(cited, *match.span(), spoken=bool(match["shown"]))
        scan.keep(*match.span("shown" if match["shown"] else "source"))
        return match.end()

    def cited(self, inside: str) -> tuple[Cited, ...]:
        """What a bracket cites."""
        if self.style == "keys":
            return tuple(pandoc_citations(inside))
        return numbered_citations(inside) if self.style == "numbers" and CITED_NUMBERS.fullmatch(inside.strip()) else ()

    def note(self, scan: Scan, name: str, start: int, end: int) -> int:
        """The call of a note: a marker, if the note holds nothing but citations."""
        if cited := self.notes.get(name):
            return scan.mark(cited, start, end)
        if scan.text[end : end + 1] in STOPS and scan.runs and isinstance(last := scan.runs[-1], Run):
            scan.runs[-1] = replace(last, text=last.text.rstrip(" "))
        return end


def role(_: Inline, scan: Scan, match: re.Match[str]) -> int:
    """A role of MyST: a marker, "{cite:p}`a,b`"; of any other its words, without where they lead."""
    if citing := CITING_ROLE.fullmatch(match["of"]):
        cited = tuple(role_citations(match["content"]))
        return scan.mark(cited, *match.span(), spoken=citing["as"] in SPOKEN_ROLES)
    start, end = match.span("content")
    target = ROLE_TARGET.search(match["content"])
    before = len(scan.runs)
    scan.keep(start, start + target.start() if target and target.start() else end)
    if match["of"] in LEADING_ROLES:
        address = f"#{match['content']}"
        led = [replace(run, address=address) if isinstance(run, Run) else run for run in scan.runs[before:]]
        scan.runs[before:] = led
    return match.end()


def tagged(_: Inline, scan: Scan, match: re.Match[str]) -> int:
    """A tag of HTML, of a template, or a link to a page of notes: a marker, or what it shows."""
    start, end = match.span()
    written = match.group()
    if written == ASIDE:
        scan.begun.append((start, -1, len(scan.runs)))
    elif written == "</d-footnote>" and scan.begun and scan.begun[-1][1] < 0:
        return scan.end_aside(end)
    elif citing := CITING_TAG.match(scan.text, start, end):
        cited = tag_citations(citing)
        if (shown := LINK_OF_TAG.match(scan.text, start, end)) and shown["words"]:
            scan.keep(*shown.span("words"))
            return scan.mark(cited, start, end)
        return scan.mark(cited, start, end, spoken=citing["said"] is not None and needs_name(scan)) if cited else end
    elif shown := SHOWN_BY_TAG.match(scan.text, start, end):
        scan.keep(*shown.span("words"))
    elif match["page"]:
        scan.keep(*span_of_page(match))
    else:
        scan.mark_tags(start, end)
    return end


def needs_name(scan: Scan) -> bool:
    """Whether what comes next has to be a word of the sentence: it begins one, or stands behind "by" and the like."""
    if not scan.runs:
        return True
    *earlier, last = scan.runs[-2:]
    if isinstance(last, Marker):
        return False
    if last.text.strip() in JOINING and earlier and isinstance(earlier[0], Marker):
        return earlier[0].spoken
    return bool(BEFORE_NAME.search(last.text))


def span_of_page(match: re.Match[str]) -> tuple[int, int]:
    """What is shown of "[[a page|shown]]"; of what is embedded nothing."""
    start, end = match.span()
    if match.group().startswith("!"):
        return end, end
    return start + max(len("[["), match.group().rfind("|") + 1), end - len("]]")


def command(_: Inline, scan: Scan, match: re.Match[str]) -> int:
    """A command of LaTeX that cites, which pandoc lets through."""
    from graph.reading.articles import latex_citing  # few articles in Markdown need its patterns

    citing = latex_citing.read_citing(scan.text, match["named"], match.end())
    if citing is None or not latex_citing.is_citing(match["named"]):
        scan.keep(*match.span())
        return match.end()
    return scan.mark(citing.cited, match.start(), citing.end, spoken=citing.spoken)


def linked_number(_: Inline, scan: Scan, match: re.Match[str]) -> int:
    """A number that leads into the page: a marker."""
    return scan.mark((Cited(match["number"] or match["tagged_number"]),), *match.span())


def address(_: Inline, scan: Scan, match: re.Match[str]) -> int:
    """An address in angle brackets, which is a link to where it says."""
    scan.runs.append(Run(match["link"], *scan.place(match.start("link")), match["link"]))
    return match.end()


def formula(_: Inline, scan: Scan, match: re.Match[str]) -> int:
    """A formula as it is written, but for the bar, which sites write as an entity: "$p(x &#124; y)$"."""
    if "&#" in match.group():
        return entity(_, scan, match)
    scan.keep(*match.span())
    return match.end()


def entity(_: Inline, scan: Scan, match: re.Match[str]) -> int:
    """An entity: what it stands for."""
    scan.put(html.unescape(match.group()), match.start())
    return match.end()


def close_bracket(_: Inline, scan: Scan, match: re.Match[str]) -> int:
    """A closing bracket, and where what belongs to it ends."""
    position = match.start()
    if position in scan.skips:
        return scan.end_link(position)
    if scan.begun and scan.begun[-1][1] == position:
        return scan.end_aside(position + 1)
    scan.keep(position, position + 1)
    return position + 1


TOKEN_READERS: Mapping[str, Callable[[Inline, Scan, re.Match[str]], int]] = {
    "role": role,
    "formula": formula,
    "raised": Inline.raised,
    "source": Inline.source,
    "aside": Inline.aside,
    "bracket": Inline.bracket,
    "spoken": Inline.spoken,
    "linked": linked_number,
    "tag": tagged,
    "template": tagged,
    "page": tagged,
    "command": command,
    "address": address,
    "entity": entity,
    "close": close_bracket,
}
"""What becomes of a token; nothing is left of those that are not here or in `KEPT`."""


def target_end(text: str, close: int) -> int:
    """Where that ends which stands behind a closing bracket: an address, the name of one, attributes."""
    position = close + 1
    if match := TARGET.match(text, position):
        position = match.end()
    if match := ATTRIBUTES.match(text, position):
        position = match.end()
    return position


def style_of(blocks: Iterable[Sequence[Line]]) -> Style:
    """How most of the markers are written."""
    seen: Counter[Style] = Counter()
    for lines in blocks:
        text = "\n".join(line.text for line in lines)
        seen["keys"] += sum(not CROSS_REFERENCE.match(match.group()) for match in CITATION_KEY.finditer(text))
        if "{" in text or "<d" in text:
            seen["keys"] += sum(1 for pattern in (CITED_IN_ROLE, CITING_TAG) for _ in pattern.finditer(text))
        seen["numbers"] += sum(1 for _ in IN_BRACKETS.finditer(text))
        seen["numbers"] += sum(1 for _ in LINKED_NUMBER.finditer(text)) if "#" in text else 0
        seen["superscripts"] += sum(1 for _ in RAISED.finditer(text))
    return max(("keys", "numbers", "superscripts"), key=lambda style: seen[style])


def cites(lines: Sequence[Line]) -> bool:
    """Whether lines have anything that may be a marker, in any style."""
    text = "\n".join(line.text for line in lines)
    keys = any(not CROSS_REFERENCE.match(match.group()) for match in CITATION_KEY.finditer(text))
    return keys or any(pattern.search(text) for pattern in (CITED_IN_ROLE, CITING_TAG, IN_BRACKETS, LINKED_NUMBER))


def only_citations(lines: Sequence[Line], style: Style) -> tuple[Cited, ...]:
    """What a note cites that holds nothing else, but words such as "see"."""
    return cited_alone(Inline(style).scan(lines).runs)


def plain_text(line: Line) -> str:
    """A line as a reader sees it, without markers that are no words of it."""
    runs = Inline("keys").scan([line]).runs
    return " ".join("".join(run.text for run in runs if isinstance(run, Run) or run.spoken).split())
