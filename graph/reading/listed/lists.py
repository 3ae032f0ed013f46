"""A list of sources in plain text, numbered or not -> references.

What was not understood of an entry (see `graph.reading.listed.entry`) is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import FURTHER
from graph.reading.articles import is_reference_heading
from graph.reading.joined_library import Library
from graph.reading.libraries.signs import NUMBERED
from graph.reading.listed.entry import Entry, read_entry_text

HEADING = re.compile(
    r"\s*+(?:#+\s*+|[\d.]+\s++)?(?P<more>(?:additional|further|suggested|recommended)\s+(?:readings?|resources)"
    r"|)(?:references?(?:\s+(?:list|cited))?|(?:article\s+)?sources?|bibliography|works\s+cited|literature(?:\s+cited)?|)"
    r"\s*+:?\s*+",
    re.IGNORECASE,
)
"""What stands above a list: "References", "13 Sources", "Additional Reading"."""

LONGEST_HEADING = 60
NUMBER_SAID = re.compile(r"\s{0,9}#{0,6}\s{0,9}(\d{1,3})\s")
AN_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
"""All of a line that is the last one of its entry."""

BULLET = re.compile(r"(?P<indent>\s*)[-*\N{EN DASH}\N{BULLET}\N{MIDDLE DOT}\N{WHITE BULLET}\N{BLACK SMALL SQUARE}]\s+")
MOST_MISSING = 5
"""How many numbers a list may leave out; a line that begins with a higher one goes on with the entry above it."""

MOST_DATED = 0.75
"""Which part of the paragraphs from the first entry to the last has a year, where all of them are entries."""

DATED = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b|\b10\.\d{4,9}/|https?://|\bPMID:? ?\d|\bPMC\d|\barXiv:\d")
"""What an entry has that is told from prose by nothing else."""


def read_list(text: str, library: Library) -> None:
    """Add the entries of the lists in a text to a library; each is reported, as nothing in a text is certain."""
    found = [(*read_entry_text(entry, library.file), entry) for entry in list_entries(text)]
    rests = {entry.line: rest for _, rest, entry in found}
    for kept in library.add_all((reference, "\n".join(entry.lines)) for reference, _, entry in found):
        rest = rests[kept.place.line]
        what = f"; {rest[:60]!r} is not understood, and all of it stands in 'note'" if rest else ""
        message = f"reference {kept.key!r} is read from a line of text{what}; check it"
        library.report("read-from-text", kept.place.line, message)


def list_entries(text: str) -> list[Entry]:
    """The entries of all lists in a text: those under headings such as "References", or where there is none, all."""
    lines = text.split("\n")
    starts = [(number, group) for number, line in enumerate(lines) if (group := list_group(line)) is not None]
    if not starts:
        return list(entries_between(lines, 0, len(lines), ""))
    ends = [*(number for number, _ in starts[1:]), len(lines)]
    lists = zip(starts, ends, strict=True)
    return [
        each
        for (start, group), end in lists
        for each in entries_between(lines, start + 1, end, group, number_said(lines[start]))
    ]


def number_said(heading: str) -> int:
    """How many entries a heading says that its list has ("13 Sources"); 0 where it says none."""
    found = NUMBER_SAID.match(heading)
    return int(found[1]) if found else 0


def list_group(line: str) -> str | None:
    """The group of the list that a line stands above; none where it is no heading of a list."""
    match = HEADING.fullmatch(line)
    if not match and len(line) <= LONGEST_HEADING and is_reference_heading(line.strip().lstrip("# ")):
        return ""
    if not match or not any(map(str.isalpha, line)):
        return None
    return FURTHER if match["more"] else ""


def entries_between(lines: list[str], start: int, end: int, group: str, said: int = 0) -> Iterator[Entry]:
    """The entries in some of the lines: the numbered or bulleted ones, or else the paragraphs that have a year.

    A number among many paragraphs is a note at the end of the page.
    """
    marked = list(marked_entries(lines, start, end, group))
    found = dated_among([*paragraphs(lines, start, end, group)], said)
    if marked and len(found) < 2 * len(marked):
        yield from marked
        return
    for number, entry in enumerate(found, start=1):
        entry.number = "" if group else str(number)
        yield entry


def dated_among(entries: list[Entry], said: int) -> list[Entry]:
    """The paragraphs that have a year, and those among them that have none ("in press"), where most have one.

    So many as the heading says (`said`) are the list, too.
    """
    found = [each for each in entries if DATED.search(each.text)]
    among = entries[entries.index(found[0]) : entries.index(found[-1]) + 1] if found else []
    return among if len(found) >= len(among) * MOST_DATED or len(among) == said else found


def marked_entries(lines: list[str], start: int, end: int, group: str) -> Iterator[Entry]:
    """The entries that begin with a number or a bullet; a list ends with a line that goes on with none of them."""
    entry: Entry | None = None
    last: int | None = None
    for at in range(start, end):
        line = lines[at]
        found = NUMBERED.match(line) or BULLET.match(line)
        number = next(filter(None, (found[name] for name in "abc")), "") if found and found.re is NUMBERED else ""
        if found and line[found.end() :] and (not number or follows(int(number), last)):
            if entry:
                yield entry
            entry = Entry(at + 1, number, group, [line[found.end() :]], len(found["indent"]))
            last = int(number) if number else last
        elif entry and goes_on(entry, lines, at):
            entry.lines.append(line.strip())
        elif entry and line.strip():
            yield entry
            entry = None
    if entry:
        yield entry


def follows(number: int, last: int | None) -> bool:
    """Whether a number goes on with those above it."""
    return last is None or last < number <= last + 1 + MOST_MISSING


def goes_on(entry: Entry, lines: list[str], at: int) -> bool:
    """Whether a line is part of the entry above it: no blank line between them, nor further to the left."""
    line = lines[at]
    return bool(line.strip() and lines[at - 1].strip()) and len(line) - len(line.lstrip()) >= entry.indent


def paragraphs(lines: list[str], start: int, end: int, group: str) -> Iterator[Entry]:
    """The paragraphs of a list; where no blank line stands between two, each line is one."""
    inside = [line.strip() for line in lines[start:end]]
    filled = [at for at, line in enumerate(inside) if line]
    inside = inside[: filled[-1] + 1] if filled else []
    blank = bool(filled) and not all(inside[filled[0] :])
    entry: Entry | None = None
    for at, line in enumerate(inside, start=start + 1):
        if entry and (not line or not blank or AN_ADDRESS.match(entry.lines[-1])):
            yield entry
            entry = None
        if line and entry:
            entry.lines.append(line)
        elif line:
            entry = Entry(at, group=group, lines=[line])
    if entry:
        yield entry
