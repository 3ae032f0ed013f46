"""The claims table (CSV) -> claims and problems; each column is named here once.

A spreadsheet is the editor, so what spreadsheets do is read: commas, semicolons or tabs, empty rows at the end,
headers in another case. What cannot be read as meant is reported with its line and column.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from graph.model import BASES, KINDS, NO_QUANTITY, STANCES, WIDER, Basis, Citation, Claim, Place, Problem, Quantity
from graph.problems import Problems
from graph.wording import did_you_mean, listing, nearest

REQUIRED = ("claim_id", "cause", "claim")
COLUMNS = (
    *REQUIRED,
    *STANCES,
    "basis",
    "kind",
    "measure",
    "low",
    "high",
    "unit",
    "population",
    "comparator",
    "comparator_low",
    "comparator_high",
    "n",
    "n_studies",
    "involves",
    "section",
    "paragraph",
    "quote",
    "note",
    "reviewed_by",
    "reviewed_on",
)
"""Every column that this program knows; others are kept as they are."""

KNOWN = frozenset(COLUMNS)
FIGURES = frozenset(COLUMNS[COLUMNS.index("measure") : COLUMNS.index("n_studies") + 1])

DELIMITERS = ",;\t"

KEY = re.compile(r"[A-Za-z0-9_.-]+")
DECIMAL = re.compile(r"-?\d+(\.\d+)?")
INTEGER = re.compile(r"\d+")
SEMICOLON = re.compile(r";(?![^()]*\))")
CITED = re.compile(r"(?P<key>[^()]*?)\s*(?:\((?P<locator>.*)\))?", re.DOTALL)

Word = TypeVar("Word", bound=str)


@dataclass(slots=True)
class Reading(Problems):
    """The claims and problems read so far."""

    claims: dict[str, Claim] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells that are not empty, by column and on one line each, with the line it begins at."""

    line: int
    cells: dict[str, str]
    reading: Reading

    def __getitem__(self, column: str) -> str:
        """The cell, or an empty string."""
        return self.cells.get(column, "")

    def report(self, rule: str, column: str, message: str) -> None:
        """Note a problem with one of the cells."""
        self.reading.report(
            rule, self.line, f"claim {self['claim_id']!r}: {message}", column=column, text=self.cells.get(column, "")
        )


def parse_claims(text: str, file: str = "claims.csv") -> tuple[dict[str, Claim], list[Problem]]:
    """Read the CSV `text`; each of its rows becomes a claim or is counted by a problem's `unread`."""
    reading = Reading(file)
    lines = read_lines(text, reading)
    _, header = next(lines, (1, []))
    columns = read_header(header, reading)
    empty = 0
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            empty += 1
        elif columns:
            read_row(line, cells, columns, reading)
        else:
            reading.report("malformed-table", line, "row not read, as the table lacks a column", unread=1)
    if empty:
        reading.report("malformed-table", 1, f"{empty} empty rows are passed over; delete them", severity="info")
    return reading.claims, reading.problems


def read_lines(text: str, reading: Reading) -> Iterator[tuple[int, list[str]]]:
    """The rows that have anything between their line breaks, each with the line it begins at."""
    csv.field_size_limit(sys.maxsize)
    # Strict, because otherwise a quote that is never closed swallows every row after it in silence.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    start = 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            report_torn(start, rows.line_num, str(error), text, reading)
        else:
            if row:
                yield start, row
        start = rows.line_num + 1


def report_torn(first: int, last: int, reason: str, text: str, reading: Reading) -> None:
    """Report lines that are no CSV; each of them may have been a row."""
    lines = text.split("\n")[first - 1 : last]
    where = f"lines {first} to {last}" if last > first else f"line {first}"
    message = f"{where} cannot be read ({reason}); close each quote, and double a quote inside quotes"
    reading.report("malformed-table", first, message, unread=len(lines), text="\n".join(lines))


def delimiter(text: str) -> str:
    """The delimiter that the header uses."""
    header = text.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def read_header(header: Sequence[str], reading: Reading) -> list[str]:
    """The columns' names, or none where a required one is missing."""
    if not header:
        message = f"the file is empty; it needs a header with at least {', '.join(REQUIRED)}"
        reading.report("malformed-table", 1, message)
        return []
    columns = ["_".join(cell.lower().split()) or f"column {number}" for number, cell in enumerate(header, start=1)]
    for position, column in enumerate(columns):
        if column in columns[:position]:
            reading.report("malformed-table", 1, f"column {column!r} occurs twice; the first is used", column=column)
            columns[position] = f"{column} (column {position + 1})"
        elif column not in COLUMNS and (known := nearest(column, COLUMNS)) and known not in columns:
            message = f"unknown column {column!r} is not read as evidence; did you mean {known!r}?"
            reading.report("malformed-table", 1, message, column=column)
    if missing := [column for column in REQUIRED if column not in columns]:
        names = ", ".join(repr(column) for column in missing)
        message = f"required column {names} is missing, so no row can be read; the header has {', '.join(columns)}"
        reading.report("malformed-table", 1, message)
        return []
    return columns


def read_row(line: int, cells: Sequence[str], columns: Sequence[str], reading: Reading) -> None:
    """Turn a row into a claim, or report why it is none."""
    words = {column: " ".join(cell.split()) for column, cell in zip(columns, cells, strict=False) if cell}
    row = Row(line, {column: cell for column, cell in words.items() if cell}, reading)
    if len(cells) < len(columns):
        message = f"row has {len(cells)} cells and the header {len(columns)}; the missing cells are read as empty"
        reading.report("malformed-table", line, message, severity="warning")
    elif any(cell.strip() for cell in cells[len(columns) :]):
        message = f"row has {len(cells)} cells and the header {len(columns)}; put quotes around a cell with commas"
        reading.report("malformed-table", line, message, text=delimiter_text(cells[len(columns) :]))
    if reason := unusable(row):
        reading.report("malformed-table", line, f"row left out: {reason}", unread=1, text=delimiter_text(cells))
    else:
        reading.claims[row["claim_id"]] = make_claim(row)


def delimiter_text(cells: Sequence[str]) -> str:
    """Cells as one line of text, to show what was not read."""
    return " | ".join(cells)


def unusable(row: Row) -> str:
    """Why a row cannot become a claim, or an empty string."""
    if missing := [column for column in REQUIRED if not row[column]]:
        return f"it has no {listing(missing)}"
    if first := row.reading.claims.get(row["claim_id"]):
        return f"claim_id {first.key!r} is used in line {first.place.line} already; give it another"
    if not KEY.fullmatch(row["claim_id"]):
        return f"claim_id {row['claim_id']!r} may only have letters, digits, '_', '.' and '-'"
    return ""


def make_claim(row: Row) -> Claim:
    """A claim from a row."""
    return Claim(
        key=row["claim_id"],
        cause=cause_name(row["cause"]),
        text=row["claim"],
        place=Place(row.reading.file, row.line),
        citations=tuple(read_citations(row)),
        kind=read_word(row, "kind", KINDS),
        quantity=read_quantity(row),
        involves=tuple(dict.fromkeys(cause_name(name) for name in row["involves"].split(";") if name.strip())),
        section=row["section"],
        paragraph=row["paragraph"],
        quote=row["quote"],
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
    basis: Basis = read_word(row, "basis", BASES) or "inferred"
    seen: dict[str, str] = {}
    for stance in STANCES:
        for part in split_keys(row[stance]):
            match = CITED.fullmatch(part)
            key, locator = (match["key"], match["locator"] or "") if match else (part, "")
            if not key or "," in key or " " in key:
                row.report("unknown-word", stance, f"{part!r} is no reference key; write key; key (p. 3)")
            if seen.setdefault(key, stance) != stance:
                row.report("two-stances", stance, f"{key!r} stands in {seen[key]} and in {stance}; keep the truer one")
            yield Citation(row["claim_id"], key, stance, Place(row.reading.file, row.line, stance), locator, basis)


def split_keys(cell: str) -> list[str]:
    """The different parts between semicolons, leaving semicolons inside parentheses alone."""
    parts = [part.strip() for part in SEMICOLON.split(cell)]
    return list(dict.fromkeys(filter(None, parts)))


def read_quantity(row: Row) -> Quantity:
    """The figures of a row."""
    if FIGURES.isdisjoint(row.cells):
        return NO_QUANTITY
    return Quantity(
        measure=row["measure"],
        low=read_decimal(row, "low"),
        high=read_decimal(row, "high"),
        unit=row["unit"],
        population=row["population"],
        comparator=row["comparator"],
        comparator_low=read_decimal(row, "comparator_low"),
        comparator_high=read_decimal(row, "comparator_high"),
        n=read_integer(row, "n"),
        n_studies=read_integer(row, "n_studies"),
    )


def read_decimal(row: Row, column: str) -> Decimal | None:
    """The number in a cell; none where it is empty or reported."""
    text = row[column].replace("\N{MINUS SIGN}", "-")
    if not text or DECIMAL.fullmatch(text):
        return Decimal(text) if text else None
    message = f"{column} {row[column]!r} is not a number; write digits and a point only, a range as low and high"
    row.report("impossible-value", column, message)
    return None


def read_integer(row: Row, column: str) -> int | None:
    """The whole number in a cell; none where it is empty or reported."""
    text = row[column]
    if not text or INTEGER.fullmatch(text):
        return int(text) if text else None
    row.report("impossible-value", column, f"{column} {text!r} is not a whole number; write digits only")
    return None


def read_word(row: Row, column: str, words: Sequence[Word]) -> Word | None:
    """The cell as one of `words`; none where it is empty or reported."""
    text = row[column].lower()
    for word in words:
        if text == word:
            return word
    if text:
        hint = did_you_mean(text, words) or f"; use one of {', '.join(words)}"
        row.report("unknown-word", column, f"unknown {column} {row[column]!r}{hint}")
    return None
