"""BibTeX text -> references and problems; the only importer of a BibTeX library.

It comes in blocks. What these leave open is done here: values joined with `#`, blocks that cannot be split, entries
that are taken for comments, fields that a missing comma fused, names.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.model import FieldPlaces, Place, Problem, Reference
from graph.reading.bibtex_blocks import Field, WrittenBlock, first_entries, split
from graph.reading.joined_library import (
    ORGANISATIONS,
    PEOPLE,
    VERBATIM,
    Library,
    Undefined,
    listed_keys,
    reference_from,
)
from graph.reading.latex import TooDeepError, closing, decode_latex, read_latex
from graph.reading.names import read_people
from graph.references.names import Name
from graph.wording import count, listing

MONTHS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
"""The strings that every BibTeX style defines."""

FUSED_FIELD = re.compile(r"\s*([A-Za-z][\w-]*)\s*=\s*(.+)", re.DOTALL)
SETTINGS = frozenset({"abnt-options", "control", "ieeetranbstctl"})
"""Types of what tells a style how to print a list (abnTeX2, REVTeX and achemso, IEEEtran), and is no reference."""

KEY_COMMENT = re.compile(r"\s%[^\n]*|%[^\n]{0,1000}+\n")
SIMPLE = re.compile(r"\{(?>(?:[^{}\\]++|\\.|\{(?>(?:[^{}\\]++|\\.|\{(?>(?:[^{}\\]++|\\.)*)\})*)\})*)\}", re.DOTALL)
"""A value in one pair of braces, with no more than two others in each other inside."""

ESCAPED = re.compile(r"\\([_%&#~{}$])")
NAME = re.compile(r"[^\s{}\"#,=]+")
CUT_OFF = re.compile(r"[\s}]*,\s*[A-Za-z][\w-]*\s*=[^\n]*")
"""Fields behind the end of an entry, which a brace too many has closed."""

NO_ENTRY = re.compile(r"^[ \t]*@(?!comment\b)[^\n]*", re.MULTILINE | re.IGNORECASE)
"""What begins as an entry does, between those that are ones."""


def parse_references(text: str, file: str = "references.bib") -> tuple[dict[str, Reference], list[Problem]]:
    """Read BibTeX `text`; each of its entries becomes a reference or is counted by a problem's `unread`."""
    library = Library(file)
    read_bibtex(text, library)
    return library.references, library.problems


def read_bibtex(text: str, library: Library) -> None:
    """Add the entries of BibTeX `text` to a library.

    As in BibTeX, a key may stand in one file only, and a string of one is known in those after it.
    """
    whole, beyond = first_entries(text, library.limits.entries)
    for line, block in split(whole):
        read_block(block, line, library)
    report_undefined(library)
    add_other_keys(library)
    if beyond:
        library.report_beyond(whole.count("\n") + 1, beyond)


def read_block(block: WrittenBlock, line: int, reading: Library) -> None:
    """Read one block; a comment or preamble says nothing about references."""
    match block.sort:
        case "entry":
            read_entry(block, line, reading)
        case "string":
            read_string(block, line, reading)
        case "broken":
            read_failure(block, line, reading)
        case "aside" if (kind := block_type(block)) not in {"comment", "preamble"}:
            # The library takes every type that begins with "comment" for one.
            message = f"@{kind} is taken for a comment; give the entry another type"
            reading.report("unparsed-entry", line, message, unread=1, text=block.raw)
        case "between":
            read_between(block.raw, line, reading)


def read_between(text: str, line: int, reading: Library) -> None:
    """Report what stands between entries, which BibTeX passes over, where it looks like a part of one."""
    if cut_off := CUT_OFF.match(text):
        message = "the entry before this ends too early, and these fields are lost; take away a closing brace"
        reading.report("unparsed-entry", line, message, text=cut_off.group().strip())
    position = 0
    for found in NO_ENTRY.finditer(text):
        message = (
            f"{found.group().strip()[:40]!r} begins like an entry and is none; one looks like @article{{key, ...}}"
        )
        line += text.count("\n", position, found.start())
        position = found.start()
        reading.report("unparsed-entry", line, message, unread=1, text=found.group().strip())


def read_string(block: WrittenBlock, line: int, reading: Library) -> None:
    """Define a string; a later definition wins, as in BibTeX."""
    name = block.key.lower()
    value = evaluate(block.value, f"@string {block.key!r}", line, "", reading)[0]
    if name not in MONTHS and reading.strings.get(name, value) != value:
        reading.report("unparsed-entry", line, f"@string {block.key!r} is defined otherwise before; this one is used")
    reading.strings[name] = value
    reading.evaluated.clear()


def read_failure(block: WrittenBlock, line: int, reading: Library) -> None:
    """Report a block that the library could not read; a block that is no entry costs no entry."""
    kind = block_type(block)
    entry = kind not in {"string", "preamble", "comment"}
    what = f"this @{kind} cannot be read" + (" and is left out" if entry else "")
    reason = block.value.strip().rstrip(".")
    message = f"{what}: {reason[:1].lower()}{reason[1:]}; check its braces, quotes and commas"
    reading.report("unparsed-entry", line, " ".join(message.split()), unread=int(entry), text=block.raw)


def block_type(block: WrittenBlock) -> str:
    """The word after a block's @, in lower case."""
    return re.split(r"[{(]", block.raw, maxsplit=1)[0].strip("@ \t\n").lower()


def read_entry(entry: WrittenBlock, line: int, reading: Library) -> None:
    """Turn an entry into a reference, a store of fields or a set of references, or report why it is none."""
    if entry.type in SETTINGS:
        return
    report_repeated(entry, line, reading)
    entry.key = KEY_COMMENT.sub("", entry.key).strip()
    if not entry.key:
        message = f"this @{entry.type} has no key, so that no claim can cite it; give it one"
        reading.report("unparsed-entry", line, message, unread=1, text=entry.raw)
    elif entry.type == "xdata":
        reading.stores[entry.key] = make_reference(entry, line, reading)
    else:
        reference = make_reference(entry, line, reading)
        if entry.type == "set" and (members := listed_keys(reference, "entryset")):
            reading.sets[entry.key] = members
        else:
            reading.add(reference, entry.raw)


def add_other_keys(library: Library) -> None:
    """Let claims cite an entry of this file by the other keys that its field `ids` gives it, as biblatex does."""
    for key, reference in library.references.items():
        place = reference.at("ids")
        for other in listed_keys(reference, "ids") if place.file == library.file else ():
            if other in library.references or library.aliases.setdefault(other, key) != key:
                message = f"{other!r}, which {key!r} has as another key, is used in {library.where(other)} already"
                library.report("duplicate-key", place.line, f"{message}; take it out", column="ids", severity="warning")


def report_repeated(entry: WrittenBlock, line: int, reading: Library) -> None:
    """Report the fields that an entry has twice."""
    if len({field.name for field in entry.fields}) < len(entry.fields):
        numbers = Counter(field.name for field in entry.fields)
        repeated = listing(sorted(name for name, number in numbers.items() if number > 1))
        reading.report("unparsed-entry", line, f"this entry has {repeated} twice; the first is used: delete the other")


def make_reference(entry: WrittenBlock, line: int, reading: Library) -> Reference:
    """A reference from an entry, its values joined, its names split and its LaTeX decoded."""
    raw: dict[str, str] = {}
    lines: list[int] = []
    for item in within_limits(entry, line, reading):
        for name, value in read_field(item, entry, line, reading):
            if name not in raw:
                raw[name] = value
                lines.append(item.line)
    written = zip(raw.items(), lines, strict=True)
    text = {name: plain_text(name, value, line + below, reading) for (name, value), below in written}
    place = Place(reading.file, line)
    return reference_from(entry.key, entry.type, place, text, FieldPlaces(place, text, lines), read_names(raw))


def within_limits(entry: WrittenBlock, line: int, reading: Library) -> Sequence[Field]:
    """As many fields of an entry as may be read; the others are reported."""
    most = reading.limits.fields
    beyond = len(entry.fields) - most
    if beyond <= 0:
        return entry.fields
    message = f"{count(beyond, 'field')} of entry {entry.key!r} left out, as it has more than {most:,}"
    reading.report("unparsed-entry", line, f"{message}; remove them, or set 'fields' under [limits]")
    return entry.fields[:most]


def plain_text(name: str, value: str, line: int, reading: Library) -> str:
    """The text of a field; what nests too deep to be decoded stays as it is written and is reported."""
    if name in VERBATIM:
        return verbatim(value)
    try:
        return read_latex(value, reading.limits.depth)
    except TooDeepError:
        message = (
            f"field {name!r} nests deeper than {reading.limits.depth} braces and is kept as it is written; simplify it"
        )
        reading.report("unparsed-entry", line, message, column=name, text=value)
        return " ".join(value.split())


def read_field(item: Field, entry: WrittenBlock, line: int, reading: Library) -> Iterable[tuple[str, str]]:
    """The name and value of a field, and of those that a missing comma fused to it."""
    name = sys.intern(item.name.lower())  # thousands of entries have the same names
    if item.inner:
        return ((name, item.value),)
    if item.value in reading.evaluated:
        return ((name, reading.evaluated[item.value]),)
    before = len(reading.problems) + len(reading.undefined)
    found = [*fused_fields(name, item.value, f"entry {entry.key!r}", line + item.line, reading)]
    if item.value[:1] not in {"{", '"'} and len(reading.problems) + len(reading.undefined) == before:
        reading.evaluated[item.value] = found[0][1]  # numbers and strings: many entries have the same ones
    return found


def fused_fields(name: str, rest: str, owner: str, line: int, reading: Library) -> Iterator[tuple[str, str]]:
    """The name and value of a field that is still as it is written, and of those that are fused to it."""
    while True:
        value, rest = evaluate(rest, owner, line, name, reading)
        yield name, value
        fused = FUSED_FIELD.fullmatch(rest) if rest else None
        if not fused:
            break
        reading.report("unparsed-entry", line, f"{owner} lacks a comma after its field {name!r}", column=name)
        name, rest = fused[1].lower(), fused[2]
    if rest:
        message = f"{owner}: {rest[:40]!r} in field {name!r} is neither text in braces or quotes nor joined with '#'"
        reading.report("unparsed-entry", line, message, column=name, text=rest)


def evaluate(value: str, owner: str, line: int, column: str, reading: Library) -> tuple[str, str]:
    """The text of a value such as `{a} # jan # "b"`, and what follows it that is no part of it."""
    if value[:1] == "{" and SIMPLE.fullmatch(value):  # nearly all values, and worth a quarter of the time
        return value[1:-1], ""
    if value.isdigit() and value not in reading.strings and len(value) <= reading.limits.value:
        return value, ""
    parts: list[str] = []
    size, position = 0, 0
    while True:
        part, position = next_part(value, position)
        if part is None:
            break
        text = part[1:-1] if part[0] in '{"' else resolve(part, owner, line, column, reading)
        size += len(text)
        if size > reading.limits.value:
            grown = f"{owner} grows beyond {reading.limits.value:,} characters once its strings are filled in"
            message = f"{grown}; it is cut there"
            reading.report("unparsed-entry", line, message, column=column)
            return "".join(parts), ""
        parts.append(text)
        if value[position : position + 1] != "#":
            break
        position += 1
    return "".join(parts), value[position:].strip()


def next_part(value: str, position: int) -> tuple[str | None, int]:
    """The braced, quoted or bare part of `value` at `position`, and where the next thing begins."""
    start = skip_space(value, position)
    opening = value[start : start + 1]
    if opening in {"{", '"'}:
        end = closing(value, start)
    elif bare := NAME.match(value, start):
        end = bare.end()
    else:
        return None, start
    return value[start:end], skip_space(value, end)


def skip_space(value: str, position: int) -> int:
    """The position of the next character that is no white space."""
    while position < len(value) and value[position].isspace():
        position += 1
    return position


def resolve(name: str, owner: str, line: int, column: str, reading: Library) -> str:
    """The text of a bare part: a number as it stands, or a string by its name."""
    string = name.lower()
    known = reading.strings.get(string, MONTHS.get(string, name if name.isdigit() else None))
    if known is not None:
        return known
    reading.undefined.append(Undefined(name, owner, line, column))
    return name


def report_undefined(reading: Library) -> None:
    """Report each string that nothing defines, where it is used first: a file of strings that is missing has many."""
    uses: dict[str, list[Undefined]] = {}
    for use in reading.undefined:
        uses.setdefault(use.name.lower(), []).append(use)
    for first, *others in uses.values():
        who = f"{first.owner} and {len(others):,} more use" if others else f"{first.owner} uses"
        message = f"{who} {first.name!r}, which no @string defines; define it, or put text in braces: {{{first.name}}}"
        reading.report("unparsed-entry", first.line, message, column=first.column)
    reading.undefined.clear()


def read_names(raw: Mapping[str, str]) -> tuple[tuple[Name, ...], bool]:
    """The authors of an entry, or its editors, or its organisation; and whether "and others" cuts the list.

    Names are split before they are decoded, or `{World Health Organization}` would fall apart.
    """
    for name in PEOPLE:
        names, cut = read_people(raw.get(name, ""))
        if names or cut:
            return names, cut
    organisation = next((raw[name] for name in ORGANISATIONS if raw.get(name)), "")
    return ((Name(literal=decode_latex(organisation)),) if organisation else ()), False


def verbatim(value: str) -> str:
    """An address or identifier, which is not LaTeX, but often escaped as if it were."""
    bare = value.removeprefix("\\url{").strip("{} ")
    return (ESCAPED.sub(r"\1", bare) if "\\" in bare else bare).strip()
