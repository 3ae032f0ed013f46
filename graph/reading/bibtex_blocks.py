"""BibTeX text -> its blocks, each with its line.

Nearly all entries are written as programs write them, and patterns take these apart. bibtexparser splits all others,
and what it takes apart wrongly is looked at again.
Those are entries of a type that has more than letters in its name or white space before it, quotes and braces within
braces, and comments between fields, which biblatex allows. Where a second look does not find a whole entry either, the
library's word stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, DuplicateFieldKeyBlock, Entry, Field, ImplicitComment, ParsingFailedBlock

ODD = r"[\w*+./$:-]"
"""What the name of a type may be made of; the library knows letters, digits and "_" only."""

LOOSE_ENTRY = re.compile(rf"@\s*+({ODD}++)\s*+([{{(])")
LOOSE_LINE = re.compile(rf"^[ \t]*+@(?=\w*+[^\w{{(])\s*+{ODD}++\s*+[{{(]", re.MULTILINE)
"""An entry that the library takes for a comment, with white space or a sign within `@article{`."""

STAND_IN = re.compile(r"_x([0-9a-f]{2})_")
ENTRY_LINE = re.compile(rf"^[ \t]*@{ODD}+[ \t]*[{{(]", re.MULTILINE)
ENTRY_HEAD = re.compile(rf"@({ODD}+)[ \t]*([{{(])\s*([^\s,{{}}%]+)[^\S\n]*(?=[,%\n])")
SKIPPED = re.compile(r"(?:\s++|%[^\n]*+)*+")
"""What says nothing within an entry: white space and comments."""

FIELD_NAME = re.compile(r"([A-Za-z][\w:+.-]*+)\s*+=\s*+")
BARE_VALUE = re.compile(r"[^\s{}\"#,=%]++")
ANY_BRACE_OR_QUOTE = re.compile(r'[{}"]')
BEHIND = re.compile(r"[ \t}]*+[^\s@%]")
"""What cannot stand behind an entry in its line."""

CLOSING = {"{": "}", "(": ")"}

IN_ANY_BRACES = r"[^{}\\@]++|(?<=\w)@|\\[^{}\\@]"
"""What means the same to everybody within braces: no brace behind a backslash, no "@" that may begin an entry."""

IN_ANY_QUOTES = IN_ANY_BRACES.replace("[^", '[^"')
INNER = rf"\{{(?:{IN_ANY_BRACES}|\{{(?:{IN_ANY_BRACES})*+\}})*+\}}"
INNER_QUOTED = rf"\{{(?:{IN_ANY_QUOTES}|\\\"|\{{(?:{IN_ANY_QUOTES}|\\\")*+\}})*+\}}"
USUAL_PART = rf'(?:\{{(?:{IN_ANY_BRACES}|{INNER})*+\}}|"(?:{IN_ANY_QUOTES}|{INNER_QUOTED})*+"|[\w.:/+-]++)'
USUAL_FIELD = re.compile(
    r"\s*+,\s*+([A-Za-z][\w:+.-]*+)\s*+(=)\s*+"
    rf"(?:\{{((?:{IN_ANY_BRACES}|{INNER})*+)\}}(?=\s*+[,}}])|({USUAL_PART}(?:\s*+\#\s*+{USUAL_PART})*+))"
)
"""A field: its name, and its value, which is in one pair of braces or may be parts that "#" joins."""

USUAL_ENTRY = re.compile(
    rf"^[ \t]*+(?P<entry>@(?!(?i:comment|preamble|string))(?P<type>\w++)[ \t]*+\{{\s*+(?P<key>[^\s{{}}\",=%@\\]++)"
    rf"(?P<fields>(?:{re.sub(r'[(](?![?])', '(?:', USUAL_FIELD.pattern)})*+)\s*+,?+\s*+\}})(?!{BEHIND.pattern})",
    re.MULTILINE,
)
"""An entry of which BibTeX, its library and this program think the same."""


def first_entries(text: str, most: int) -> tuple[str, int]:
    """A text with as much as looks like so many entries, before anything is made of them; and how many are beyond."""
    if text.count("@") <= most:
        return text, 0
    starts = [entry.start() for entry in LOOSE_ENTRY.finditer(text)]
    return (text[: starts[most]], len(starts) - most) if len(starts) > most else (text, 0)


def split(text: str) -> Iterator[tuple[int, Block]]:
    """The blocks of `text`, each with its line, counted from 1.

    An entry at the start of a line is one whatever stands before it, so that texts between usual ones can be split
    alone; with the usual entry behind them, where the library gives up what is not closed.
    """
    done, line = 0, 1
    for found in USUAL_ENTRY.finditer(text):
        start = found.start("entry")
        if text[done:start].strip():
            *between, _ = split_by_library(text[done : found.end()])
            yield from ((line + offset - 1, block) for offset, block in between)
        line += text.count("\n", done, start)
        yield line, usual_entry(text, found, line - 1)
        done = found.end()
        line += text.count("\n", start, done)
    if text[done:].strip():
        yield from ((line + offset - 1, block) for offset, block in split_by_library(text[done:]))


def usual_entry(text: str, found: re.Match[str], line: int) -> Block:
    """An entry as the library gives it; a value in one pair of braces is without these, as its `enclosing` says."""
    fields: list[Field] = []
    behind = found.start("entry")
    at = line
    for field in USUAL_FIELD.finditer(text, *found.span("fields")):
        name, _, inner, value = field.groups()
        equals = field.start(2)
        at += text.count("\n", behind, equals)
        behind = equals
        fields.append(Field(name, value, at) if inner is None else Field(name, inner, at, "{"))
    return as_block(found["type"].lower(), found["key"], fields, found["entry"], line)


def split_by_library(text: str) -> Iterator[tuple[int, Block]]:
    """The blocks of a text as the library and a second look find them."""
    starts = [*(entry.start() for entry in ENTRY_LINE.finditer(text)), len(text)]
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    behind = read = looked_at = 0
    for block in parse_string(text, parse_stack=[]).blocks:
        raw, whole = block.raw or "", None
        # The library does not count a line that ends with a backslash, so lines are told by where a block stands.
        start = max(text.find(raw, behind), behind)
        line = bisect_right(lines, start)
        behind = start + (1 if has_failed(block) else len(raw))  # a broken block may reach into the next one
        if start < read:  # a part of an entry that was read as a whole, and perhaps more behind it
            rest, read = text[read : start + len(raw)], max(read, start + len(raw))
            if LOOSE_LINE.search(rest):
                yield from split_again(rest, bisect_right(lines, read - len(rest)))
            continue
        if start >= looked_at and is_doubtful(block, text, start + len(raw)):  # once up to the next, or time squares
            looked_at = starts[bisect_right(starts, start, hi=len(starts) - 1)]
            whole = Scan(text, start, looked_at, line - 1).entry()
        if whole and len(whole.raw or "") >= len(raw):
            read = start + len(whole.raw or "")
            yield line, whole
        elif isinstance(block, ImplicitComment) and LOOSE_LINE.search(block.comment):
            yield from split_again(block.comment, line)
        else:
            count_again(block)
            yield line, block
            yield from split_behind(block, line)


def count_again(block: Block) -> None:
    """Count the lines of an entry's fields, where one ends with a backslash, which the library does not count."""
    entry = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
    raw = block.raw or ""
    if isinstance(entry, Entry) and "\\\n" in raw:
        fields, behind = [], raw.find(",") + 1
        for field in entry.fields:
            equals = raw.find("=", raw.find(field.key, behind) + len(field.key))
            line = (entry.start_line or 0) + raw.count("\n", 0, equals)
            fields.append(Field(field.key, field.value, line))
            behind = raw.find(field.value, equals) + len(field.value)
        entry.fields = fields


def split_behind(block: Block, line: int) -> Iterator[tuple[int, Block]]:
    """The blocks in what is taken for the end of a broken one; the library does not stop at a loose entry."""
    raw = block.raw or ""
    if isinstance(block, ParsingFailedBlock) and (loose := LOOSE_LINE.search(raw, 1)):
        yield from split_again(raw[loose.start() :], line + raw.count("\n", 0, loose.start()))


def split_again(text: str, line: int) -> Iterator[tuple[int, Block]]:
    """The blocks of a part of the text that begins at `line`."""
    return ((line + offset - 1, block) for offset, block in split(LOOSE_ENTRY.sub(tighten, text)))


def tighten(match: re.Match[str]) -> str:
    """`@ article {` as `@article{`, with its line breaks kept behind so that later lines keep their numbers."""
    name = re.sub(r"\W", lambda sign: f"_x{ord(sign.group()):02x}_", match[1])
    return f"@{name}{match[2]}" + "\n" * match.group().count("\n")


def type_of(entry: Entry) -> str:
    """The type of an entry in lower case, as it was written before it was tightened."""
    return STAND_IN.sub(lambda sign: chr(int(sign[1], 16)), entry.entry_type.lower())


def has_failed(block: Block) -> bool:
    """Whether the library could make nothing of a block."""
    return isinstance(block, ParsingFailedBlock) and block.ignore_error_block is None


def is_doubtful(block: Block, text: str, end: int) -> bool:
    """Whether the library failed, did not read an entry to its end, or took a comment in it for a field."""
    inner = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
    if not isinstance(inner, Entry):
        return inner is None
    cut = bool(inner.fields) and BEHIND.match(text, end) is not None
    return cut or any("%" in field.key for field in inner.fields)


def as_block(kind: str, key: str, fields: list[Field], raw: str, line: int) -> Block:
    """An entry as the library gives it."""
    entry = Entry(kind, key, fields, line, raw)
    names = {field.key for field in fields}
    if len(names) == len(fields):
        return entry
    repeated = {name for name, number in Counter(field.key for field in fields).items() if number > 1}
    return DuplicateFieldKeyBlock(repeated, entry)


@dataclass(slots=True)
class Scan:
    """Reads one entry as BibTeX does, which counts all braces; `last` is where it must have ended."""

    text: str
    start: int
    last: int
    line: int

    def entry(self) -> Block | None:
        """The entry at `start`; nothing where it does not end."""
        head = ENTRY_HEAD.match(self.text, self.start, self.last)
        fields: list[Field] = []
        position = head.end() if head else self.last
        while head and (position := self.skipped(position)) < self.last:
            if self.text[position] == ",":
                position = self.skipped(position + 1)
            if self.text[position : position + 1] == CLOSING[head[2]]:
                return as_block(head[1], head[3], fields, self.text[self.start : position + 1], self.line)
            name = FIELD_NAME.match(self.text, position, self.last)
            if not name or not (end := self.value_end(name.end())):
                break
            at = self.line + self.text.count("\n", self.start, name.end())
            fields.append(Field(key=name[1], value=self.text[name.end() : end].rstrip(), start_line=at))
            position = end
        return None

    def skipped(self, position: int) -> int:
        """Where the next thing in an entry begins."""
        return SKIPPED.match(self.text, position, self.last).end()  # type: ignore[union-attr] # it matches nothing, too

    def value_end(self, position: int) -> int:
        """Where a value ends, parts of which may be joined with "#"; 0 where it does not."""
        while True:
            bare = BARE_VALUE.match(self.text, position, self.last)
            end = bare.end() if bare else self.closed(position)
            position = self.skipped(end)
            if not end or self.text[position : position + 1] != "#":
                return end
            position = self.skipped(position + 1)

    def closed(self, start: int) -> int:
        """The position after the brace or quote that closes the one at `start`; 0 where there is none, or none does."""
        quoted, depth = self.text[start : start + 1] == '"', 0
        if not quoted and self.text[start : start + 1] != "{":
            return 0
        for mark in ANY_BRACE_OR_QUOTE.finditer(self.text, start + quoted, self.last):
            depth += {"{": 1, "}": -1}.get(mark.group(), 0)
            if depth == 0 and mark.group() == ('"' if quoted else "}"):
                return mark.end()
        return 0
