"""BibTeX text -> its blocks, each with its line.

Nearly all blocks are written as programs write them, and patterns take these apart; bibtexparser takes apart all others
(`graph.reading.bibtex_library`), and is not even imported where there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

ODD = r"[\w*+./$:-]"
"""What the name of a type may be made of; the library knows letters, digits and "_" only."""

LOOSE_ENTRY = re.compile(rf"@\s*+({ODD}++)\s*+([{{(])")
BEHIND = re.compile(r"[ \t}]*+[^\s@%]")
"""What cannot stand behind an entry in its line."""

IN_ANY_BRACES = r"[^{}\\@]++|\\[^{}\\@]|@(?<=\w@)"  # each begins with what it takes, or it would be tried in vain
"""What means the same to everybody within braces: no brace behind a backslash, no "@" that may begin an entry."""

IN_ANY_QUOTES = IN_ANY_BRACES.replace("[^", '[^"')
INNER = rf"\{{(?>(?:{IN_ANY_BRACES}|\{{(?>(?:{IN_ANY_BRACES})*)\}})*)\}}"
INNER_QUOTED = rf"\{{(?>(?:{IN_ANY_QUOTES}|\\\"|\{{(?>(?:{IN_ANY_QUOTES}|\\\")*)\}})*)\}}"
USUAL_PART = rf'(?:\{{(?>(?:{IN_ANY_BRACES}|{INNER})*)\}}|"(?>(?:{IN_ANY_QUOTES}|{INNER_QUOTED})*)"|[\w.:/+-]++)'
USUAL_FIELD = re.compile(
    r"\s*+,\s*+([A-Za-z][\w:+.-]*+)\s*+(=)\s*+"
    rf"(?:\{{((?>(?:{IN_ANY_BRACES}|{INNER})*))\}}(?=\s*+[,}}])"
    rf"|((?>(?:{USUAL_PART}(?:(?=\s*+[,}}])|\s*+\#\s*+(?=[\w.:/+{{\"-])))+)))"
)
"""A field: its name, and its value, which is in one pair of braces or may be parts that "#" joins."""

USUAL_HEAD = re.compile(
    r"^[ \t]*+(@)(?!(?i:comment|preamble|string\w))(\w++)[ \t]*+\{\s*+([^\s{}\",=%@\\]++)", re.MULTILINE
)
USUAL_END = re.compile(rf"\s*+,?+\s*+\}}(?!{BEHIND.pattern})")
USUAL_DEFINITION = re.compile(rf'\s*+=\s*+(\{{[^{{}}\\@]*+\}}|"[^"{{}}\\@]*+")\s*+\}}(?!{BEHIND.pattern})')
"""How an entry or a string begins and ends of which BibTeX, its library and this program think the same."""


class Field(NamedTuple):
    """A field of an entry as it is written, in the how many-th line behind the first; `inner` is without its braces."""

    name: str
    value: str
    line: int
    inner: bool = False


@dataclass(slots=True)
class WrittenBlock:
    """A block as it is written; an entry has a type, a key and fields, a string its key and its value.

    What stands between other blocks is one, too, and so is what BibTeX passes over because it says so. Of a broken one
    nothing is known but the reason, which is its value.
    """

    sort: Literal["entry", "string", "aside", "between", "broken"]
    raw: str
    key: str = ""
    type: str = ""
    value: str = ""
    fields: Sequence[Field] = ()


def first_entries(text: str, most: int) -> tuple[str, int]:
    """A text with as much as looks like so many entries, before anything is made of them; and how many are beyond."""
    if text.count("@") <= most:
        return text, 0
    starts = [entry.start() for entry in LOOSE_ENTRY.finditer(text)]
    return (text[: starts[most]], len(starts) - most) if len(starts) > most else (text, 0)


def split(text: str) -> Iterator[tuple[int, WrittenBlock]]:
    """The blocks of `text`, each with its line, counted from 1.

    An entry at the start of a line is one whatever stands before it, so that texts between usual ones can be split
    alone; with the usual one behind them, where the library gives up what is not closed.
    """
    done, position, line = 0, 0, 1
    while head := USUAL_HEAD.search(text, position):
        position = head.end()
        if block := usual_block(text, head):
            start = head.start(1)
            yield from split_between(text, done, start, start + len(block.raw), line)
            line += text.count("\n", done, start)
            yield line, block
            done = position = start + len(block.raw)
            line += block.raw.count("\n")
    yield from split_between(text, done, len(text), len(text), line)


def usual_block(text: str, head: re.Match[str]) -> WrittenBlock | None:
    """The entry or string that begins so, if it is written in the usual way."""
    _, kind, key = head.groups()
    start, position = head.start(1), head.end()
    if kind.lower() == "string":
        rest = USUAL_DEFINITION.match(text, position)
        return WrittenBlock("string", text[start : rest.end()], key, value=rest[1]) if rest else None
    fields: list[Field] = []
    line, behind = 0, start
    while field := USUAL_FIELD.match(text, position):
        name, _, inner, value = field.groups()
        equals, position = field.start(2), field.end()
        line += text.count("\n", behind, equals)
        behind = equals
        fields.append(Field(name, value, line) if inner is None else Field(name, inner, line, inner=True))
    end = USUAL_END.match(text, position)
    return WrittenBlock("entry", text[start : end.end()], key, kind.lower(), fields=fields) if end else None


def split_between(text: str, start: int, end: int, whole: int, line: int) -> Iterator[tuple[int, WrittenBlock]]:
    """The blocks from `start` to `end`, with that up to `whole` behind them; `line` is that of the start."""
    part = text[start:end]
    raw = part.strip()
    if "@" not in raw:
        if raw:
            yield line + part.count("\n", 0, part.find(raw)), WrittenBlock("between", raw)
        return
    from graph.reading.bibtex_library import split_by_library

    blocks = [*split_by_library(text[start:whole])]
    yield from ((line + offset - 1, block) for offset, block in (blocks[:-1] if whole > end else blocks))
