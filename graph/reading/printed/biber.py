"""What biber writes for biblatex (`.bbl`) -> references: the entries that an article cites, field by field.

In formats before 2.8 a name is written by the places of its parts, between their initials, and since by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.reading.joined_library import Library
from graph.reading.latex import closing, decode_latex, group_at
from graph.reading.records import Record
from graph.references.names import Name

BIBER_ENTRY = re.compile(r"\\entry\{(?P<key>[^{}]*)\}\{(?P<type>[^{}]*)\}\{[^{}]*\}")
BIBER_PART = re.compile(
    r"\\(?:(?P<what>name|list)\{(?P<people>\w+)\}\{\d*\}(?:\{[^{}]*\})?|field\{(?P<field>\w+)\}"
    r"|verb\{(?P<verbatim>\w+)\}(?P<value>(?>(?:\s*\\verb [^\n]*)+))|true\{more(?P<more>\w+)\})"
)
"""The parts of an entry; what stands in braces behind a name, a list or a field is its value."""

VERB = re.compile(r"\\verb ([^\n]*)")
"""A line of a value that is kept as it is; older versions break it into several."""

OWN_TO_BIBLATEX = re.compile(
    r"label\w*|sort\w*|\w+(?:hash|inits?)|extra(?!date)\w*|uniquename|clonesourcekey|\w+source"
)
"""The fields that biblatex works with and that no author writes."""

PARTS = "family", "given", "prefix", "suffix"
NAME_PART = re.compile(r"\b(?P<part>family|given|prefix|suffix)=(?=\{)")
BLANKS_AND_DASHES = (
    (re.compile(r"\\bibnamedelim[a-z]\s?|\\addspace\s?"), "~"),
    (re.compile(r"\\bibrangedash\s?"), "--"),
    (re.compile(r"\\bibrangessep\s?"), ", "),
    (re.compile(r"\\bibinit(?:period|delim)\s?"), "."),
)
"""How biber writes what a style may print in another way."""


def read_biber(text: str, library: Library) -> None:
    """Add the entries that biber has written to a library; what stands in several lists is read once."""
    found: dict[str, Record] = {}
    line, position = 1, 0
    for entry, behind in pairwise([*BIBER_ENTRY.finditer(text), None]):
        if entry and entry["key"] not in found:
            line, position = line + text.count("\n", position, entry.start()), entry.start()
            record = Record(library.file, line, key=entry["key"], type=entry["type"])
            whole = text[entry.end() : behind.start() if behind else len(text)]
            read_parts(whole.partition("\\endentry")[0], record)
            found[entry["key"]] = record
    library.add_all((record.reference(), record.key) for record in found.values())


def read_parts(text: str, record: Record) -> None:
    """Read the parts of one entry."""
    position = 0
    while part := BIBER_PART.search(text, position):
        line = record.line + text.count("\n", 0, part.start())
        position = part.end()
        if more := part["more"]:
            record.name(more, None, line)
        elif name := part["verbatim"]:
            record.put(name, "".join(VERB.findall(part["value"])), line)
        else:
            position = closing(text, position) if text[position : position + 1] == "{" else position
            read_value(part, text[part.end() + 1 : position - 1], record, line)


def read_value(part: re.Match[str], value: str, record: Record, line: int) -> None:
    """Read the names, the list or the field that a value is."""
    if part["what"] == "name":
        for person in in_braces(value):
            record.name(part["people"], read_biber_name(person), line)
    elif part["what"] == "list":
        record.put(part["people"], " and ".join(map(plain_value, in_braces(value))), line)
    elif not OWN_TO_BIBLATEX.fullmatch(part["field"]):
        record.put(part["field"], plain_value(value), line)


def read_biber_name(text: str) -> Name:
    """A name, in the parts that it is written in; one that stands in braces as a whole is an organisation's."""
    groups = [*in_braces(text)][1:]
    named = {found["part"]: group_at(text, found.end()) for found in NAME_PART.finditer(text)}
    parts = named or dict(zip(PARTS, groups[::2], strict=False))
    family = parts.get("family", "")
    if family.startswith("{") and closing(family, 0) == len(family) and not parts.get("given"):
        return Name(literal=plain_value(family))
    return Name(*(plain_value(parts.get(name, "")) for name in PARTS))


def in_braces(text: str) -> Iterator[str]:
    """What stands in the outermost braces of a text, one after the other."""
    start = text.find("{")
    while start >= 0:
        end = closing(text, start)
        yield text[start + 1 : end - 1]
        start = text.find("{", end)


def plain_value(text: str) -> str:
    """A value as plain text."""
    for pattern, written in BLANKS_AND_DASHES:
        text = pattern.sub(written, text)
    return decode_latex(text)
