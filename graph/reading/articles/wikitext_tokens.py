"""Wikitext -> what stands in brackets of all sorts and what stands between, in one pass.

Brackets belong together as an editor means it: what is not closed is text, and costs nothing around it; but a note that
is not closed reaches to the end of its line. Time grows with the text alone, however its brackets are nested.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.reading.articles.html_tokens import attributes_in
from graph.reading.articles.scanning import Scanned

MAX_NESTED = 40
"""How deep brackets may be nested; MediaWiki has the same limit."""

LONGEST_NAME = 200

TOKEN = re.compile(
    r"""
    (?:(?=[<{}\[\]_&'])|^(?=[ \t:*|]))  # what any of them begins with, which is found much faster
    (?:(?P<comment><!--)
    |<(?P<raw>nowiki|pre|math|chem|ce|gallery|syntaxhighlight|source|timeline|score|templatedata|imagemap|hiero|graph
        |mapframe|maplink)(?:\s[^<>]{0,1000})?>
    |(?P<ref><ref(?=[\s/>])(?>(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*)>)
    |(?P<ref_end></ref\s*+>)
    |(?P<references><references(?=[\s/>])[^<>]{0,500}>)
    |(?P<references_end></references\s*+>)
    |(?P<quote><blockquote(?:\s[^<>]{0,500})?>)
    |(?P<quote_end></blockquote\s*+>)
    |(?P<tag></?[A-Za-z][^<>]{0,1000}>)
    |(?P<template>\{\{)
    |(?P<template_end>\}\})
    |(?P<link>\[\[)
    |(?P<link_end>\]\])
    |(?P<address>\[(?=(?:https?:|ftp:)?//|mailto:))
    |(?P<address_end>\])
    |^[ \t:*]{0,9}(?P<table>\{\|)
    |^[ \t]{0,9}(?P<table_end>\|\}(?!\}))
    |(?P<switch>__[A-Z]{3,30}__)
    |(?P<entity>&\#?\w{1,30};)
    |(?P<emphasis>'{2,5}))
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)

RANKS = {"address": 0, "link": 1, "template": 2, "table": 3, "quote": 3, "references": 4, "ref": 5}
"""The brackets; one that closes leaves those of a lower rank in it unclosed, and closes none around a higher one."""

SIGNS_ALONE = frozenset({"address", "link", "table", "template"})
"""Brackets that are text where they are not closed; others are tags, which show nothing."""

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class Token(NamedTuple):
    """A bracket that opens or closes, or a sign; `kind` is its name in the pattern."""

    kind: str
    start: int
    end: int


class Piece(NamedTuple):
    """Text, a sign, or all that is in brackets, which stands between `inner` and `inner_end`."""

    kind: str
    start: int
    end: int
    inner: int
    inner_end: int


@dataclass(slots=True)
class Wikitext:
    """A text with its tokens; `pairs` lead from a token that opens to the one that closes it, by their positions.

    `unclosed` are the notes that are not closed; of the kind "torn" where what stands behind them is theirs.
    """

    scanned: Scanned
    tokens: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    pairs: dict[int, int] = field(default_factory=dict)
    unclosed: list[Token] = field(default_factory=list)
    too_deep: list[Token] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.scanned.text

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """What a part of the text is made of, in its order; brackets that are not closed are text."""
        index = bisect_left(self.starts, start)
        while index < len(self.tokens) and self.starts[index] < end:
            token, close = self.tokens[index], self.pairs.get(index, index)
            if close != index or token.kind.removesuffix("_end") not in SIGNS_ALONE:
                if start < token.start:
                    yield Piece("text", start, token.start, start, token.start)
                last = self.tokens[close]
                kind = token.kind if close != index or token.kind not in RANKS else "tag"
                yield Piece(kind, token.start, last.end, token.end, last.start if close != index else token.end)
                start = last.end
            index = close + 1
        if start < end:
            yield Piece("text", start, end, start, end)

    def within(self, start: int, end: int) -> Iterator[Piece]:
        """All that is in brackets in a part of the text, however deep, in its order."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            token, close = self.tokens[index], self.pairs.get(index)
            if close is not None:
                last = self.tokens[close]
                yield Piece(token.kind, token.start, last.end, token.end, last.start)
            elif token.kind == "reuse":
                yield Piece(token.kind, token.start, token.end, token.end, token.end)

    def note_name(self, start: int, inner: int) -> str:
        """The name in the tag of a note, which begins at `start`; empty where it has none."""
        return " ".join(attributes_in(self.text[start + len("<ref") : inner].rstrip("/>")).get("name", "").split())

    def parts(self, start: int, end: int, sign: str = "|") -> list[tuple[int, int]]:
        """The parts of what is in brackets, between its bars."""
        bars = [
            match.start()
            for piece in self.pieces(start, end)
            if piece.kind == "text"
            for match in re.compile(re.escape(sign)).finditer(self.text, piece.start, piece.end)
        ]
        return list(zip([start, *(bar + len(sign) for bar in bars)], [*bars, end], strict=True))

    def name(self, piece: Piece) -> str:
        """The name of a template, in small letters."""
        return self.written_name(piece).lower()

    def written_name(self, piece: Piece) -> str:
        """The name of a template."""
        bar = self.text.find("|", piece.inner, piece.inner_end)
        written = self.text[piece.inner : bar if bar >= 0 else piece.inner_end]
        return " ".join(COMMENT.sub("", written[:LONGEST_NAME]).replace("_", " ").split())

    def arguments(self, piece: Piece) -> dict[str, tuple[int, int]]:
        """Where the arguments of a template stand: by their names in small letters, the others by number."""
        found: dict[str, tuple[int, int]] = {}
        number = 0
        for start, end in self.parts(piece.inner, piece.inner_end)[1:]:
            label = next((each for each in self.pieces(start, end) if each.kind != "comment"), None)
            before, equals, _ = self.text[label.start : label.end].partition("=") if label else ("", "", "")
            if label and equals and label.kind == "text":
                found[before.strip().lower()] = (label.start + len(before) + 1, end)
            else:
                number += 1
                found[str(number)] = (start, end)
        return found


@dataclass(slots=True)
class Brackets:
    """The brackets that are open: the positions of their tokens, and by kind where they stand among these.

    `left_open` are the notes that another one begins in.
    """

    opened: list[int] = field(default_factory=list)
    kinds: dict[str, list[int]] = field(default_factory=lambda: {kind: [] for kind in RANKS})
    left_open: list[int] = field(default_factory=list)

    def open(self, kind: str, token: int) -> None:
        """One opens."""
        self.kinds[kind].append(len(self.opened))
        self.opened.append(token)

    def close(self, kind: str) -> int | None:
        """Close the nearest of a kind, and give the token that opens it; none where a stronger one is between."""
        levels = {each: positions[-1] for each, positions in self.kinds.items() if positions}
        level = levels.get(kind, -1)
        if level < 0 or any(levels[each] > level for each in levels if RANKS[each] > RANKS[kind]):
            return None
        token = self.opened[level]
        del self.opened[level:]
        for positions in self.kinds.values():
            while positions and positions[-1] >= level:
                positions.pop()
        return token

    def ends_address(self) -> bool:
        """Whether the innermost of the weakest brackets is that of an address."""
        return self.kinds["address"][-1:] > self.kinds["link"][-1:]


def read_tokens(scanned: Scanned) -> Wikitext:
    """The tokens of a text, and which of them belong together."""
    page, brackets = Wikitext(scanned), Brackets()
    position = 0
    while match := TOKEN.search(page.text, position):
        token = token_of(match, scanned)
        if token.kind == "link_end" and page.text.startswith("]", token.end) and brackets.ends_address():
            token = Token("address_end", token.start, token.start + 1)
        take_token(token, page, brackets)
        position = token.end
    take_torn(page, {*brackets.left_open, *(brackets.opened[level] for level in brackets.kinds["ref"])})
    page.starts = [token.start for token in page.tokens]
    flatten(page)
    return page


def token_of(match: re.Match[str], scanned: Scanned) -> Token:
    """The token that a pattern has found; a comment, and what is no wikitext, to its end."""
    kind = match.lastgroup or ""
    if kind in {"comment", "raw"}:
        return raw_token(kind, match, scanned)
    if kind in {"ref", "references"} and match.group().endswith("/>"):
        return Token("reuse" if kind == "ref" else "tag", *match.span())
    return Token(kind, match.start(kind), match.end())


def raw_token(kind: str, match: re.Match[str], scanned: Scanned) -> Token:
    """A comment or an element to its end; of an element that is not closed, its tag."""
    sign = "-->" if kind == "comment" else f"</{match['raw'].lower()}>"
    close = -1 if match.group().endswith("/>") else scanned.find(sign, match.end())
    if close >= 0:
        return Token(kind, match.start(), close + len(sign))
    return Token(
        "tag" if kind == "raw" else kind, match.start(), len(scanned.text) if kind == "comment" else match.end()
    )


def take_token(token: Token, page: Wikitext, brackets: Brackets) -> None:
    """Add a token; one that closes is paired."""
    number = len(page.tokens)
    page.tokens.append(token)
    if token.kind in RANKS:
        if token.kind == "ref" and (before := brackets.close("ref")) is not None:
            brackets.left_open.append(before)
        brackets.open(token.kind, number)
    elif token.kind.endswith("_end") and (opened := brackets.close(token.kind.removesuffix("_end"))) is not None:
        page.pairs[opened] = number


def take_torn(page: Wikitext, unclosed: Collection[int]) -> None:
    """Take each note that is not closed, with what stands behind it, for one token; of some the tag alone is it."""
    kept: dict[int, int] = {}
    tokens: list[Token] = []
    names, done = names_of_notes(page) if unclosed else set(), 0
    for number, token in enumerate(page.tokens):
        if token.start < done:
            continue
        if number in unclosed and page.note_name(token.start, token.end) not in names:
            done = end_of_torn(page, number)
            token = token if done == token.end else Token("torn", token.start, done)  # noqa: PLW2901 - it is longer
        kept[number] = len(tokens)
        tokens.append(token)
    page.unclosed = [tokens[kept[number]] for number in sorted(unclosed) if number in kept]
    page.pairs = {kept[one]: kept[other] for one, other in page.pairs.items() if one in kept}
    page.tokens = tokens


def names_of_notes(page: Wikitext) -> set[str]:
    """The names of the notes that say something: what is called so and not closed only lacks its slash."""
    pairs = ((page.tokens[one], page.tokens[other]) for one, other in page.pairs.items())
    notes = (one for one, other in pairs if one.kind == "ref" and page.text[one.end : other.start].strip())
    return {page.note_name(note.start, note.end) for note in notes} - {""}


def end_of_torn(page: Wikitext, number: int) -> int:
    """Where a note ends that is not closed: with its line, before the next, or where a template begins it."""
    token, index = page.tokens[number], number + 1
    end = token.end
    while True:
        each = page.tokens[index] if index < len(page.tokens) else Token("ref", len(page.text), len(page.text))
        line = page.text.find("\n", end, each.start)
        if line >= 0 or each.kind in {"ref", "reuse"}:
            return line if line >= 0 else each.start
        close = page.pairs.get(index, index)
        if each.kind == "template" and close != index and not page.text[token.end : each.start].strip():
            return token.end  # the source is read where it stands
        end, index = page.tokens[close].end, close + 1


def flatten(page: Wikitext) -> None:
    """Take brackets that are nested too deep for text."""
    ends: list[int] = []
    for number, token in enumerate(page.tokens):
        while ends and ends[-1] < number:
            ends.pop()
        if number in page.pairs and len(ends) >= MAX_NESTED:
            del page.pairs[number]
            page.too_deep.append(token)
        elif number in page.pairs:
            ends.append(page.pairs[number])
