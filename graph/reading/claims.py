"""The claims table -> claims and problems; each of its columns is named here once."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.model import (
    BASES,
    FIGURE_STATES,
    KINDS,
    NO_QUANTITY,
    STANCES,
    WIDER,
    Basis,
    Citation,
    Claim,
    Kind,
    Place,
    Problem,
    Quantity,
    Stance,
    Suppression,
)
from graph.reading.limits import USUAL_LIMITS, Limits
from graph.reading.noqa import read_suppressions
from graph.reading.problems import Problems
from graph.reading.table import FIGURES, Part, Parts, Row, cell, read_quantity, read_table, read_word
from graph.wording import count

REQUIRED = ("claim_id", "cause", "claim")
MOST_LEVELS = 50
"""How many causes may be wider than each other: the page and its readers show them in each other."""

KEY = re.compile(r"[A-Za-z0-9_.-]+")
SEMICOLON, COMMA = (re.compile(rf"[{mark}()]") for mark in ";,")
"""What parts keys, and the parentheses in which it does not."""

SAYS_YEAR = re.compile(r"(?<=[\w.])(?:,\s?|\s)\(?(?:1[5-9]|20)\d\d[a-z]?(?!\w)")
"""What names are told from keys by: "lee2010" has no year of its own."""

CITED = re.compile(r"(?P<key>[^()]*?)\s*(?:\((?P<locator>.*)\))?", re.DOTALL)


class KeyPart(NamedTuple):
    """A part of a stance cell as it is `written`: a reference key and perhaps a locator; where the key begins."""

    written: str
    key: str
    locator: str
    start: int


def parse_claims(
    text: str, file: str = "claims.csv", limits: Limits = USUAL_LIMITS
) -> tuple[dict[str, Claim], list[Problem]]:
    """Read the CSV `text`; each of its rows becomes a claim or is counted by a problem's `unread`."""
    problems = Problems(file)
    claims: dict[str, Claim] = {}
    first: dict[str, dict[str, str]] = {}
    elsewhere: list[Row] = []
    for row in read_table(text, problems, REQUIRED, COLUMNS, limits):
        key = row.cells["claim_id"]
        if key in claims:
            first = first or first_cells(text, limits)
        if key in claims and row["article"] != first[key].get("article", ""):
            elsewhere.append(row)
        elif key in claims:
            used = f"claim_id {key!r} is used in line {claims[key].place.line} already"
            same = row.cells == first[key]
            row.leave_out(f"{used}, by the same row; delete this one" if same else f"{used}; give it another")
        elif not KEY.fullmatch(key):
            row.leave_out(f"claim_id {key!r} may only have letters, digits, '_', '.' and '-'")
        else:
            claims[key] = make_claim(row)
    report_elsewhere(elsewhere, problems)
    return claims, problems.problems


def report_elsewhere(rows: Sequence[Row], problems: Problems) -> None:
    """Report rows of other articles than that which had their claim_id first; once, however many rows there are."""
    if rows:
        what = f"{count(len(rows), 'row')} from here on left out, as the table has claims of several articles"
        cure = "audit it with 'evidence-graph archive audit', which knows the column 'article'"
        text = "\n".join(" | ".join(row.cells.values()) for row in rows)
        problems.report("malformed-table", rows[0].line, f"{what}; {cure}", unread=len(rows), text=text)


def first_cells(text: str, limits: Limits) -> dict[str, dict[str, str]]:
    """The cells of the first row of each claim; read again where one has two, as to keep them takes much memory."""
    found: dict[str, dict[str, str]] = {}
    for row in read_table(text, Problems(""), REQUIRED, COLUMNS, limits):
        found.setdefault(row.cells["claim_id"], row.cells)
    return found


def make_claim(row: Row) -> Claim:
    """A claim from a row."""
    unknown = () if row.cells.keys() <= KNOWN else row.cells.items()
    extra = {name: text for name, text in unknown if name not in KNOWN}
    return Claim(**PARTS.read(row), place=Place(row.problems.file, row.line), extra=extra)


def read_cause(row: Row) -> str:
    """The cause that a row is about."""
    return levels_read(row, "cause", row["cause"])


def read_involved(row: Row) -> tuple[str, ...]:
    """The other causes that a row names."""
    names = [name for name in row["involves"].split(";") if name.strip()]
    return tuple(dict.fromkeys(levels_read(row, "involves", name) for name in names))


def levels_read(row: Row, column: str, text: str) -> str:
    """A cause's full name; levels that are too many are reported."""
    if (levels := len(levels_of(text))) > MOST_LEVELS:
        message = f"a cause has {levels:,} levels; what is below the {MOST_LEVELS - 1}th is read as one: shorten it"
        row.report("malformed-table", column, message)
    return cause_name(text)


@functools.lru_cache(maxsize=10_000)  # a cause has many claims
def cause_name(text: str) -> str:
    """A cause's full name with one way of writing " > ", and no more than `MOST_LEVELS`."""
    levels = levels_of(text)
    deepest = " \N{EN DASH} ".join(levels[MOST_LEVELS - 1 :])
    return WIDER.join(filter(None, (*levels[: MOST_LEVELS - 1], deepest))) or text


def levels_of(text: str) -> list[str]:
    """The names in a cause's full name, from the widest on."""
    return [*filter(None, map(str.strip, re.split(r"(?:^|\s)>(?:\s|$)", text)))] if ">" in text else [text.strip()]


def read_kind(row: Row) -> Kind | None:
    """The kind of a row's claim."""
    return read_word(row, "kind", KINDS)


def read_confirmed(row: Row) -> Quantity:
    """The figures of a row, unless they are only drafted."""
    return NO_QUANTITY if are_drafted(row) else read_quantity(row)


def read_drafted(row: Row) -> Quantity:
    """The figures of a row, if they are only drafted."""
    read_word(row, "figures", FIGURE_STATES)
    return read_quantity(row) if are_drafted(row) else NO_QUANTITY


def are_drafted(row: Row) -> bool:
    """Whether a row says that nobody has confirmed its figures; a word that is not known is not taken for a yes."""
    return "figures" in row.cells and row.cells["figures"].lower() != "confirmed"


def read_noqa(row: Row) -> tuple[Suppression, ...]:
    """What a row wishes not to hear of."""
    return tuple(read_suppressions(row["noqa"], Place(row.problems.file, row.line, "noqa")))


def read_citations(row: Row) -> tuple[Citation, ...]:
    """The citations of a row."""
    return tuple(each_citation(row))


def each_citation(row: Row) -> Iterator[Citation]:
    """The citations of the four stance columns."""
    stated = read_word(row, "basis", BASES) if "basis" in row.cells else None
    basis: Basis = stated or "inferred"
    claim, seen = row["claim_id"], dict[str, Stance]()
    for stance in (each for each in STANCES if each in row.cells):
        place = Place(row.problems.file, row.line, stance)
        for written in dict.fromkeys(written_keys(row.cells[stance])):
            key, locator = key_and_locator(written)
            if not key or (" " in key and "," not in key and not may_be_named(written)):
                row.report("unknown-word", stance, f"{written!r} is no reference key; write key; key (p. 3)")
            if seen.setdefault(key, stance) != stance:
                row.report("two-stances", stance, f"{key!r} stands in {seen[key]} and in {stance}; keep the truer one")
            yield Citation(claim, key, stance, place, locator, basis, stated=stated is not None)


def may_be_named(written: str) -> bool:
    """Whether what is written in the place of a key may be names and a year."""
    return SAYS_YEAR.search(written) is not None


def written_keys(cell: str) -> list[str]:
    """The parts of a cell as they are written."""
    if "(" in cell or ")" in cell:
        return [part.written for part in split_keys(cell)]
    return [*filter(None, map(str.strip, cell.split(";")))]  # nearly all cells


@functools.lru_cache(maxsize=10_000)  # a reference is cited for many claims
def key_and_locator(written: str) -> tuple[str, str]:
    """The key in a part of a cell, and the locator behind it."""
    match = CITED.fullmatch(written)
    return (match["key"], match["locator"] or "") if match else (written, "")


def split_keys(cell: str, mark: re.Pattern[str] = SEMICOLON) -> Iterator[KeyPart]:
    """The parts between semicolons, or between commas, that are not empty; those inside parentheses are left alone."""
    start = 0
    for end in [*part_ends(cell, mark), len(cell)]:
        if written := cell[start:end].strip():
            key, locator = key_and_locator(written)
            yield KeyPart(written, key, locator, cell.index(key, start))
        start = end + 1


def part_ends(cell: str, mark: re.Pattern[str]) -> list[int]:
    """Where the marks stand that part a cell: those that no closing parenthesis follows before an opening one."""
    ends, inside = [], False
    for found in reversed(list(mark.finditer(cell))):
        if found.group() in "()":
            inside = found.group() == ")"
        elif not inside:
            ends.append(found.start())
    return ends[::-1]


def part_citation(citation: Citation, known: Collection[str]) -> list[Citation]:
    """A citation, or those that commas join in it, where each of them has a known key."""
    parts = [*split_keys(in_cell(citation), COMMA)]
    if len(parts) == 1 or not all(part.key in known for part in parts):
        return [citation]
    return [replace(citation, reference=part.key, locator=part.locator) for part in parts]


def in_cell(citation: Citation) -> str:
    """A citation as it stands in a cell."""
    return f"{citation.reference} ({citation.locator})" if citation.locator else citation.reference


PARTS = Parts(
    cell("key", "claim_id"),
    Part("cause", ("cause",), read_cause),
    cell("text", "claim"),
    Part("citations", (*STANCES, "basis"), read_citations),
    Part("kind", ("kind",), read_kind),
    Part("quantity", FIGURES, read_confirmed),
    Part("drafted", ("figures",), read_drafted),
    Part("involves", ("involves",), read_involved),
    cell("section"),
    cell("paragraph"),
    cell("quote"),
    Part("noqa", ("noqa",), read_noqa),
    cell("note"),
    cell("reviewed_by"),
    cell("reviewed_on"),
    cell("reviewed_as"),
)
"""What a claim is made of, and the columns that it is read from."""

DRAFT_COLUMNS = ("candidates", "draft")
"""Columns of a draft that people work with: no claim, rule or count knows what is in them."""

COLUMNS = (*PARTS.columns, *DRAFT_COLUMNS)
"""Every column that this program knows; others are kept as they are."""

KNOWN = frozenset(COLUMNS)
