"""Findings -> edits; a function for each rule whose findings a machine can mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from graph.auditing.report import Report
from graph.fixes.cells import Cell, replace_part, whole_keys
from graph.fixes.edits import LINE_BREAK, Edit, Text, read_text
from graph.fixes.entries import find_value
from graph.fixes.numbers import meant_count, meant_number
from graph.fixes.sources import NUMBERS, WHOLE_NUMBERS, Sources
from graph.fixes.words import as_word, bare_key, clearest, fold, without_slips
from graph.model import (
    BASES,
    FIGURE_STATES,
    INTERVAL_WORDS,
    INTERVALS,
    KINDS,
    STANCES,
    Evidence,
    File,
    Finding,
    Interval,
)
from graph.reading.bibtex import verbatim
from graph.reading.claims import COLUMNS, COMMA, split_keys
from graph.reading.text import decode
from graph.references.dois import read_doi
from graph.wording import unnamed

WORDS: Mapping[str, Sequence[str]] = {"kind": KINDS, "basis": BASES, "figures": FIGURE_STATES}
"""The columns that know a few words only."""

INTERVAL_COLUMNS = ("interval", "comparator_interval")

NAMING = ("includes", "crossref", "xref", "xdata", "related", "entryset")
"""The fields in which an entry names others by their keys."""

UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
BETWEEN_WORDS = re.compile(r"[\s,;/|\[\]]+")
WRAPPED_DOI = re.compile(r"(?>(?:\\url\{|[\s{]++)*)(?P<doi>(?:[^\r\n]*[^\s}])?)[\s}]*")

Edits = Iterator[Edit]


def letters_of(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(filter(str.isalnum, text)).casefold()


CALLED_INTERVALS: Mapping[str, Interval] = {
    **{letters_of(words): word for word, words in INTERVAL_WORDS.items()},
    **{word: word for word in INTERVALS},
}
"""Intervals by the letters of what they are called."""


def plan_fixes(files: Sequence[File], evidence: Evidence, report: Report) -> list[Edit]:
    """The edits that the findings of a report ask for, in their order; they may overlap.

    `files` are those that the evidence was read from.
    """
    sources = Sources(files, evidence)
    return [edit for each in report.findings if each.rule in FIXES for edit in FIXES[each.rule](each, sources)]


def fix_encoding(finding: Finding, sources: Sources) -> Edits:
    """The file is written as UTF-8 without a byte order mark, where there is no doubt about how it was read."""
    for file in sources.files:
        text = read_text(file)
        reported = [(each.place, each.message) for each in decode(file.data, file.name)[1]]
        if text and (finding.place, finding.message) in reported and is_certain(text, file.data):
            message = f"{text.called} becomes UTF-8"
            yield make_edit(finding, (0, int(text.marked), ""), message, safe=True, recodes=True)


def is_certain(text: Text, data: bytes) -> bool:
    """Whether the encoding is more than a guess.

    A file that is UTF-8 but for some bytes is damaged, and what is read from it as Windows-1252 is damaged too.
    """
    return text.marked or (text.encoding == "cp1252" and not UTF8.search(data))


def fix_doi(finding: Finding, sources: Sources) -> Edits:
    """The bare DOI, where nothing but a resolver, "doi:" or punctuation stands around it."""
    reference = sources.evidence.references[finding.subject.removeprefix("reference:")]
    if not (key := sources.key(reference)):
        return
    text = sources.texts[reference.place.file].text
    value = find_value(text, key, "doi")
    if value and verbatim(text[slice(*value)]) == reference.doi and (found := WRAPPED_DOI.fullmatch(text, *value)):
        old, new = found["doi"], read_doi(found["doi"]).bare
        if new != old and read_doi(verbatim(new)).is_possible:
            yield make_edit(finding, (*found.span("doi"), new), change(old, new), safe=True)


def fix_key(finding: Finding, sources: Sources) -> Edits:
    """The unknown keys that a finding names in a stance cell: without slips, or the nearest that there is."""
    cell = sources.cell(finding.place)
    for whole, key, _, start in whole_keys(cell.value) if cell else ():
        if cell and (parts := joined_keys(whole, sources)):
            if mentions(finding, [whole]):
                yield edit_cell(finding, cell, (start, whole), "; ".join(parts), safe=True)
        elif cell and key not in sources.evidence.keys and mentions(finding, (key, whole)):
            match sources.alike.get(bare_key(key), []):
                case [twin] if twin == without_slips(twin) and [part.key for part in split_keys(twin)] == [twin]:
                    yield edit_cell(finding, cell, (start, key), twin, safe=True)
                case [twin]:
                    yield from fix_entry(finding, twin, sources)
                case [] if (meant := meant_key(key, finding, sources)) and keeps_words(key, meant):
                    yield edit_cell(finding, cell, (start, key), meant, safe=False)


def joined_keys(whole: str, sources: Sources) -> list[str]:
    """The parts of what commas join, where each has the key of a reference; otherwise none."""
    parts = [*split_keys(whole, COMMA)]
    known = sources.evidence.keys
    is_joined = len(parts) > 1 and whole not in known and all(part.key in known for part in parts)
    return [part.written for part in parts] if is_joined else []


def mentions(finding: Finding, texts: Iterable[str]) -> bool:
    """Whether a finding's message has one of these texts, on one line."""
    return any(repr(one_line(text)) in unnamed(finding.message) for text in texts)


def meant_key(key: str, finding: Finding, sources: Sources) -> str:
    """The reference key that was clearly meant, or an empty string; not one that the claim cites already."""
    if key not in sources.meant:
        sources.meant[key] = clearest(key, sources.folded)
    claim = sources.evidence.claims.get(finding.subject.removeprefix("claim:"))
    others = {each.reference for each in claim.citations} if claim else {sources.meant[key]}
    return "" if sources.meant[key] in others else sources.meant[key]


def keeps_words(key: str, meant: str) -> bool:
    """Whether a cell that has one key for another says the same: no word beside it is lost, such as a page.

    A key with a semicolon would be read as two again.
    """
    words = BETWEEN_WORDS.split(key)
    keeps = len(words) == 1 or "".join(words).casefold() == meant.casefold()
    return keeps and [part.key for part in split_keys(meant)] == [meant]


def fix_entry(finding: Finding, key: str, sources: Sources) -> Edits:
    """The key of an entry without slips, where no claim cites it and no entry names it as it is."""
    reference = sources.evidence.references.get(key)
    span = reference and sources.key(reference)
    if reference and span and key not in sources.cited and not is_named(key, sources.evidence):
        new = without_slips(key)
        yield make_edit(replace(finding, place=reference.place), (*span, new), change(key, new), safe=True)


def is_named(key: str, evidence: Evidence) -> bool:
    """Whether an entry names another one by this key."""
    values = (each.fields.get(name, "") for each in evidence.references.values() for name in NAMING)
    parts = (part for value in values if value for part in re.split("[;,]", value))
    return any(one_line(part) == one_line(key) for part in parts)


def one_line(text: str) -> str:
    """The text with one space where there is any white space, as it is read and told."""
    return " ".join(text.split())


def fix_word(finding: Finding, sources: Sources) -> Edits:
    """The word that was meant: a reference key, a word that the column knows, or the name of a column."""
    column = finding.place.column
    if column in STANCES:
        yield from fix_key(finding, sources)
    elif column in WORDS:
        yield from fix_to(WORDS[column], "-", finding, sources)
    elif column in INTERVAL_COLUMNS and finding.place.line > 1:
        yield from fix_interval(finding, sources)
    else:
        yield from fix_header(finding, sources)


def fix_interval(finding: Finding, sources: Sources) -> Edits:
    """The word for an interval that is written as people write it: "95 % CI", "CI95"."""
    cell = sources.cell(finding.place)
    if cell and (new := CALLED_INTERVALS.get(letters_of(cell.value))):
        yield edit_cell(finding, cell, (0, cell.value), new, safe=True)


def fix_header(finding: Finding, sources: Sources) -> Edits:
    """The column's name that was meant, unless the table has that column already."""
    header = sources.table.header if sources.table else {}
    if finding.place.line == 1 and finding.place.column in header:
        yield from (edit for edit in fix_to(COLUMNS, "_", finding, sources) if edit.new not in header)


def fix_to(words: Sequence[str], joint: str, finding: Finding, sources: Sources) -> Edits:
    """The one of `words` that a cell was meant to be; `joint` stands in them where people write a space."""
    cell = sources.cell(finding.place)
    old = cell.value.strip() if cell else ""
    word = as_word(old, joint)
    new = word if word in words else clearest(word, fold(words))
    if cell and new and not LINE_BREAK.search(old):
        yield edit_cell(finding, cell, (cell.value.index(old), old), new, safe=new == word)


def fix_number(finding: Finding, sources: Sources) -> Edits:
    """The number that was meant where there are commas in it, and no other; certain is what the table's habit says."""
    cell, column = sources.cell(finding.place), finding.place.column
    old = cell.value.strip() if cell else ""
    meant = {**dict.fromkeys(chain(*NUMBERS), meant_number), **dict.fromkeys(WHOLE_NUMBERS, meant_count)}
    new, certain = meant[column](old, sources.habit) if column in meant else ("", False)
    if cell and new:
        yield edit_cell(finding, cell, (cell.value.index(old), old), new, safe=certain)


def edit_cell(finding: Finding, cell: Cell, part: tuple[int, str], new: str, *, safe: bool) -> Edit:
    """The edit that puts `new` for a part of a cell, given by where it begins and what it says."""
    start, old = part
    return make_edit(finding, replace_part(cell, start, start + len(old), new), change(old, new), safe=safe)


def change(old: str, new: str) -> str:
    """What became what."""
    return f"{old!r} becomes {new!r}"


def make_edit(
    finding: Finding, change: tuple[int, int, str], message: str, *, safe: bool, recodes: bool = False
) -> Edit:
    """The edit that a finding asks for: from where to where, and what stands there then."""
    start, end, new = change
    return Edit(
        place=finding.place,
        start=start,
        end=end,
        new=new,
        code=finding.code,
        rule=finding.rule,
        message=message,
        safe=safe,
        recodes=recodes,
    )


FIXES: Mapping[str, Callable[[Finding, Sources], Edits]] = {
    "encoding": fix_encoding,
    "impossible-value": fix_number,
    "malformed-doi": fix_doi,
    "malformed-table": fix_header,
    "unknown-reference": fix_key,
    "unknown-word": fix_word,
}
"""How the findings of a rule are mended, by the rule's name."""
