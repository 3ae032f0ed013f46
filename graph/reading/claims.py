"""The claims table -> claims and problems; each of its columns is named here once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import BASES, KINDS, STANCES, WIDER, Basis, Citation, Claim, Place, Problem, Stance
from graph.reading.noqa import read_suppressions
from graph.reading.problems import Problems
from graph.reading.table import FIGURES, Row, read_quantity, read_table, read_word

REQUIRED = ("claim_id", "cause", "claim")
COLUMNS = (
    *REQUIRED,
    *STANCES,
    "basis",
    "kind",
    *FIGURES,
    "involves",
    "section",
    "paragraph",
    "quote",
    "noqa",
    "note",
    "reviewed_by",
    "reviewed_on",
)
"""Every column that this program knows; others are kept as they are."""

KNOWN = frozenset(COLUMNS)
KEY = re.compile(r"[A-Za-z0-9_.-]+")
SEMICOLON = re.compile(r";(?![^()]*\))")
CITED = re.compile(r"(?P<key>[^()]*?)\s*(?:\((?P<locator>.*)\))?", re.DOTALL)


def parse_claims(text: str, file: str = "claims.csv") -> tuple[dict[str, Claim], list[Problem]]:
    """Read the CSV `text`; each of its rows becomes a claim or is counted by a problem's `unread`."""
    problems = Problems(file)
    claims: dict[str, Claim] = {}
    for row in read_table(text, problems, REQUIRED, COLUMNS):
        key = row["claim_id"]
        if key in claims:
            row.leave_out(f"claim_id {key!r} is used in line {claims[key].place.line} already; give it another")
        elif not KEY.fullmatch(key):
            row.leave_out(f"claim_id {key!r} may only have letters, digits, '_', '.' and '-'")
        else:
            claims[key] = make_claim(row)
    return claims, problems.problems


def make_claim(row: Row) -> Claim:
    """A claim from a row."""
    return Claim(
        key=row["claim_id"],
        cause=cause_name(row["cause"]),
        text=row["claim"],
        place=Place(row.problems.file, row.line),
        citations=tuple(read_citations(row)),
        kind=read_word(row, "kind", KINDS),
        quantity=read_quantity(row),
        involves=tuple(dict.fromkeys(cause_name(name) for name in row["involves"].split(";") if name.strip())),
        section=row["section"],
        paragraph=row["paragraph"],
        quote=row["quote"],
        noqa=tuple(read_suppressions(row["noqa"], Place(row.problems.file, row.line, "noqa"))),
        note=row["note"],
        reviewed_by=row["reviewed_by"],
        reviewed_on=row["reviewed_on"],
        extra={name: cell for name, cell in row.cells.items() if name not in KNOWN},
    )


def cause_name(text: str) -> str:
    """A cause's full name with one way of writing " > "."""
    return WIDER.join(filter(None, (part.strip() for part in re.split(r"(?:^|\s)>(?:\s|$)", text)))) or text


def read_citations(row: Row) -> Iterator[Citation]:
    """The citations of the four stance columns."""
    stated = read_word(row, "basis", BASES)
    basis: Basis = stated or "inferred"
    seen: dict[str, Stance] = {}
    for stance in STANCES:
        for part in split_keys(row[stance]):
            match = CITED.fullmatch(part)
            key, locator = (match["key"], match["locator"] or "") if match else (part, "")
            if not key or "," in key or " " in key:
                row.report("unknown-word", stance, f"{part!r} is no reference key; write key; key (p. 3)")
            if seen.setdefault(key, stance) != stance:
                row.report("two-stances", stance, f"{key!r} stands in {seen[key]} and in {stance}; keep the truer one")
            place = Place(row.problems.file, row.line, stance)
            yield Citation(row["claim_id"], key, stance, place, locator, basis, stated=stated is not None)


def split_keys(cell: str) -> list[str]:
    """The different parts between semicolons, leaving semicolons inside parentheses alone."""
    parts = [part.strip() for part in SEMICOLON.split(cell)]
    return list(dict.fromkeys(filter(None, parts)))
