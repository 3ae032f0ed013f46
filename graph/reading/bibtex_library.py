"""BibTeX text that is not written in the usual way -> its blocks, as bibtexparser and a second look find them.

What the library takes apart wrongly is looked at again: entries of a type that has more than letters in its name or
white space before it, quotes and braces within braces, and comments between fields, which biblatex allows. Where a
second look does not find a whole entry either, the library's word stands.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bibtexparser import model
from bibtexparser.entrypoint import parse_string

from graph.reading.bibtex_blocks import BEHIND, LOOSE_ENTRY, ODD, Field, WrittenBlock, split

# The library logs what it also returns as data; without a handler Python would print it on the user's terminal.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

LOOSE_LINE = re.compile(rf"^[ \t]*+@(?=\w*+[^\w{{(])\s*+{ODD}++\s*+[{{(]", re.MULTILINE)
"""An entry that the library takes for a comment, with white space or a sign within `@article{`."""

STAND_IN = re.compile(r"_x([0-9a-f]{2})_")
ENTRY_LINE = re.compile(rf"^[ \t]*@{ODD}+[ \t]*[{{(]", re.MULTILINE)
ENTRY_HEAD = re.compile(rf"@({ODD}+)[ \t]*([{{(])\s*([^\s,{{}}%]+)[^\S\n]*(?=[,%\n])")
SKIPPED = re.compile(r"(?>(?:\s++|%[^\n]*+)*)")
"""What says nothing within an entry: white space and comments."""

FIELD_NAME = re.compile(r"([A-Za-z][\w:+.-]*+)\s*+=\s*+")
BARE_VALUE = re.compile(r"[^\s{}\"#,=%]++")
ANY_BRACE_OR_QUOTE = re.compile(r'[{}"]')
CLOSING = {"{": "}", "(": ")"}


def split_by_library(text: str) -> Iterator[tuple[int, WrittenBlock]]:
    """The blocks of a text as the library and a second look find them."""
    starts = [*(entry.start() for entry in ENTRY_LINE.finditer(text)), len(text)]
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    behind = read = looked_at = 0
    for block in map(block_of_library, parse_string(text, parse_stack=[]).blocks):
        size, whole = len(block.raw), None
        # The library does not count a line that ends with a backslash, so lines are told by where a block stands.
        start = max(text.find(block.raw, behind), behind)
        line = bisect_right(lines, start)
        behind = start + (1 if block.sort == "broken" else size)  # a broken block may reach into the next one
        if start < read:  # a part of an entry that was read as a whole, and perhaps more behind it
            rest, read = text[read : start + size], max(read, start + size)
            if LOOSE_LINE.search(rest):
                yield from split_again(rest, bisect_right(lines, read - len(rest)))
            continue
        if start >= looked_at and is_doubtful(block, text, start + size):  # once up to the next, or time squares
            looked_at = starts[bisect_right(starts, start, hi=len(starts) - 1)]
            whole = Scan(text, start, looked_at).entry()
        if whole and len(whole.raw) >= size:
            read = start + len(whole.raw)
            yield line, whole
        elif block.sort == "between" and LOOSE_LINE.search(block.raw):
            yield from split_again(block.raw, line)
        else:
            yield line, block
            yield from split_behind(block, line)


def block_of_library(block: model.Block) -> WrittenBlock:
    """A block of the library as one of this program."""
    raw = block.raw or ""
    while isinstance(block, model.ParsingFailedBlock) and block.ignore_error_block:
        block = block.ignore_error_block  # it has a key, or a field, that another has
    match block:
        case model.Entry():
            return WrittenBlock("entry", raw, block.key, block.entry_type, fields=[*fields_of_library(block, raw)])
        case model.String():
            return WrittenBlock("string", raw, block.key, value=block.value)
        case model.ImplicitComment():
            return WrittenBlock("between", raw)
        case model.ParsingFailedBlock():
            return WrittenBlock("broken", raw, value=str(getattr(block.error, "abort_reason", block.error)))
    return WrittenBlock("aside", raw)


def fields_of_library(entry: model.Entry, raw: str) -> Iterator[Field]:
    """The fields of an entry; their lines are counted again where one ends with a backslash."""
    behind, counted = raw.find(",") + 1, "\\\n" not in raw
    for field in entry.fields:
        line = field.start_line - (entry.start_line or 0)
        if not counted:
            equals = raw.find("=", raw.find(field.key, behind) + len(field.key))
            line = raw.count("\n", 0, equals)
            behind = raw.find(field.value, equals) + len(field.value)
        yield Field(field.key, field.value, line)


def split_behind(block: WrittenBlock, line: int) -> Iterator[tuple[int, WrittenBlock]]:
    """The blocks in what is taken for the end of a broken one; the library does not stop at a loose entry."""
    if block.sort == "broken" and (loose := LOOSE_LINE.search(block.raw, 1)):
        yield from split_again(block.raw[loose.start() :], line + block.raw.count("\n", 0, loose.start()))


def split_again(text: str, line: int) -> Iterator[tuple[int, WrittenBlock]]:
    """The blocks of a part of the text that begins at `line`."""
    for offset, block in split(LOOSE_ENTRY.sub(tighten, text)):
        if block.sort == "entry":
            block.type = STAND_IN.sub(lambda sign: chr(int(sign[1], 16)), block.type)
        yield line + offset - 1, block


def tighten(match: re.Match[str]) -> str:
    """`@ article {` as `@article{`, with its line breaks kept behind so that later lines keep their numbers."""
    name = re.sub(r"\W", lambda sign: f"_x{ord(sign.group()):02x}_", match[1])
    return f"@{name}{match[2]}" + "\n" * match.group().count("\n")


def is_doubtful(block: WrittenBlock, text: str, end: int) -> bool:
    """Whether the library failed, did not read an entry to its end, or took a comment in it for a field."""
    if block.sort != "entry":
        return block.sort == "broken"
    cut = bool(block.fields) and BEHIND.match(text, end) is not None
    return cut or any("%" in field.name for field in block.fields)


@dataclass(slots=True)
class Scan:
    """Reads one entry as BibTeX does, which counts all braces; `last` is where it must have ended."""

    text: str
    start: int
    last: int

    def entry(self) -> WrittenBlock | None:
        """The entry at `start`; nothing where it does not end."""
        head = ENTRY_HEAD.match(self.text, self.start, self.last)
        fields: list[Field] = []
        position = head.end() if head else self.last
        while head and (position := self.skipped(position)) < self.last:
            if self.text[position] == ",":
                position = self.skipped(position + 1)
            if self.text[position : position + 1] == CLOSING[head[2]]:
                raw = self.text[self.start : position + 1]
                return WrittenBlock("entry", raw, head[3], head[1].lower(), fields=fields)
            name = FIELD_NAME.match(self.text, position, self.last)
            if not name or not (end := self.value_end(name.end())):
                break
            line = self.text.count("\n", self.start, name.end())
            fields.append(Field(name[1], self.text[name.end() : end].rstrip(), line))
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
