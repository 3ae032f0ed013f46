"""A table (CSV) -> rows whose cells are named; for the claims table and the table of source values.

A spreadsheet is the editor, so what spreadsheets do is read: commas, semicolons or tabs, empty rows at the end,
headers in another case. What cannot be read as meant, or looks like a spreadsheet's own doing, is reported with its
line and column.
"""

from __future__ import annotations

import csv
import functools
import io
import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Any, NamedTuple, TypeVar, cast

from graph.model import INTERVALS, Quantity
from graph.reading.limits import USUAL_LIMITS, Limits
from graph.reading.problems import Problems
from graph.texts.spreadsheets import ERROR_VALUE, FORMULA, MADE_DATE, MADE_MONTH, MADE_NUMBER
from graph.wording import count, did_you_mean, listing, nearest

DELIMITERS = ",;\t"
DECIMAL = re.compile(r"-?\d+(\.\d+)?")
INTEGER = re.compile(r"\d{1,18}")

SUSPECT = frozenset("=+-@＝＋－＠\t\r#")  # noqa: RUF001 - as in FORMULA
LABELS = frozenset({"claim_id", "section", "paragraph"})

SAYS_NOTHING = frozenset(
    {"NA", "N/A", "na", "n/a", "n.a.", "None", "none", "NULL", "null", "nan", "-", "--", "\u2013", "\u2014"}
)
"""What programs and people write into a cell that has nothing in it: R's NA, Python's None, a dash."""

Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells that are not empty, by column and on one line each, with the line it begins at."""

    line: int
    cells: dict[str, str]
    problems: Problems

    def __getitem__(self, column: str) -> str:
        """The cell, or an empty string."""
        return self.cells.get(column, "")

    def report(self, rule: str, column: str, message: str) -> None:
        """Note a problem with one of the cells."""
        owner = f"claim {self['claim_id']!r}: " if self["claim_id"] else ""
        self.problems.report(rule, self.line, f"{owner}{message}", column=column, text=self[column])

    def leave_out(self, reason: str) -> None:
        """Note that the row is not read."""
        text = " | ".join(self.cells.values())
        self.problems.report("malformed-table", self.line, f"row left out: {reason}", unread=1, text=text)


class Part(NamedTuple):
    """A part of what a row is turned into: its name there, the columns that it is read from, and how.

    It is read only of rows that have something in one of these columns; what says not how is a cell as it stands.
    """

    name: str
    columns: tuple[str, ...]
    read: Callable[[Row], Any] | None


class Parts:
    """The parts that a row is turned into."""

    def __init__(self, *parts: Part) -> None:
        self.parts = parts
        self.columns = tuple(column for part in parts for column in part.columns)
        self.filled = functools.lru_cache(maxsize=1_000)(self.with_any_of)  # most rows fill the same columns

    def read(self, row: Row) -> dict[str, Any]:
        """The parts that a row has anything of, by their names."""
        return {name: read(row) if read else row.cells[column] for name, column, read in self.filled((*row.cells,))}

    def with_any_of(self, columns: tuple[str, ...]) -> list[tuple[str, str, Callable[[Row], Any] | None]]:
        """The parts that are read from these columns: the name of each, a column, and how."""
        found = (part for part in self.parts if not set(columns).isdisjoint(part.columns))
        return [(part.name, part.columns[0], part.read) for part in found]


def read_table(
    text: str, problems: Problems, required: Sequence[str], known: Sequence[str], limits: Limits = USUAL_LIMITS
) -> Iterator[Row]:
    """The rows that have all `required` cells; each other row is counted by a problem's `unread`."""
    lines = read_lines(text, problems)
    _, header = next(lines, (1, []))
    if header and header[0].startswith("sep="):
        message = f"the first line, {header[0]!r}, is for one spreadsheet program only and passed over; delete it"
        problems.report("malformed-table", 1, message, severity="info")
        _, header = next(lines, (1, []))
    if not header:
        message = f"the file is empty; it needs a header with at least {', '.join(required)}"
        problems.report("malformed-table", 1, message)
    columns = read_header(header[: limits.fields], problems, known)
    if beyond := header[limits.fields :]:
        report_columns(len(beyond), limits, problems)
    if columns and (lacking := [column for column in required if column not in columns]):
        report_lacking(lacking, columns, sum(any(map(str.strip, cells)) for _, cells in lines), problems)
    empty, needed, optional = 0, set(required), frozenset(known).difference(required)
    nothing: list[tuple[int, str]] = []
    for line, cells in as_many(lines, problems, limits):
        if not "".join(cells).strip():
            empty += 1
        elif columns:
            row = read_row(line, cells[: limits.fields] if beyond else cells, columns, problems)
            nothing += [(line, each) for each in take_nothing(row, optional)]
            if row.cells.keys() >= needed:
                yield row
            else:
                row.leave_out(f"it has no {listing([each for each in required if not row[each]])}")
    if empty:
        problems.report("malformed-table", 1, f"{empty} empty rows are passed over; delete them", severity="info")
    report_nothing(nothing, problems)


def report_nothing(cells: Sequence[tuple[int, str]], problems: Problems) -> None:
    """Report the cells that only say that there is nothing; once, however many there are."""
    if cells:
        (line, first), others = cells[0], len(cells) - 1
        where = f", here and in {count(others, 'other')}" if others else ""
        message = f"{first!r} is read as an empty cell{where}; leave it empty"
        problems.report("malformed-table", line, message, severity="info")


def take_nothing(row: Row, optional: Collection[str]) -> list[str]:
    """Take out of a row the cells that only say that there is nothing, where a column may be empty."""
    if SAYS_NOTHING.isdisjoint(row.cells.values()):
        return []
    return [
        row.cells.pop(column) for column in [*row.cells] if column in optional and row.cells[column] in SAYS_NOTHING
    ]


def as_many(
    lines: Iterator[tuple[int, list[str]]], problems: Problems, limits: Limits
) -> Iterator[tuple[int, list[str]]]:
    """As many rows as may be read; the others are counted."""
    yield from islice(lines, limits.entries)
    if beyond := next(lines, None):
        number = 1 + sum(1 for _ in lines)
        message = f"{count(number, 'row')} from here on left out, as the table has more than {limits.entries:,}"
        cure = "split it, or set 'entries' under [limits]"
        problems.report("malformed-table", beyond[0], f"{message}; {cure}", unread=number)


def report_columns(number: int, limits: Limits, problems: Problems) -> None:
    """Report columns that are more than are read."""
    message = f"{count(number, 'column')} left out, as the table has more than {limits.fields:,}"
    problems.report("malformed-table", 1, f"{message}; remove them, or set 'fields' under [limits]")


def report_lacking(lacking: Sequence[str], columns: Sequence[str], rows: int, problems: Problems) -> None:
    """Report that no row can be read, because the header lacks columns; once, however many rows there are."""
    names = ", ".join(repr(column) for column in lacking)
    what = f"required columns {names} are" if len(lacking) > 1 else f"required column {names} is"
    message = f"{what} missing, so no row can be read; the header has {', '.join(columns)}"
    problems.report("malformed-table", 1, message, unread=rows)


def read_lines(text: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The rows that have anything between their line breaks, each with the line it begins at."""
    csv.field_size_limit(sys.maxsize)
    # Strict, because otherwise a quote that is never closed swallows every row after it in silence.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    start = 1
    written: list[str] = []
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            written = written or text.split("\n")
            report_torn(start, written[start - 1 : rows.line_num], str(error), problems)
        else:
            if row:
                yield start, row
        start = rows.line_num + 1


def report_torn(first: int, lines: Sequence[str], reason: str, problems: Problems) -> None:
    """Report lines that are no CSV; each of them may have been a row."""
    where = f"lines {first} to {first + len(lines) - 1}" if len(lines) > 1 else f"line {first}"
    message = f"{where} cannot be read ({reason}); close each quote, and double a quote inside quotes"
    problems.report("malformed-table", first, message, unread=len(lines), text="\n".join(lines))


def delimiter(text: str) -> str:
    """The delimiter that the header uses."""
    header = text.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def read_header(header: Sequence[str], problems: Problems, known: Sequence[str]) -> list[str]:
    """The columns' names."""
    columns = ["_".join(cell.lower().split()) or f"column {number}" for number, cell in enumerate(header, start=1)]
    for position, column in enumerate(columns):
        if column in columns[:position]:
            problems.report("malformed-table", 1, f"column {column!r} occurs twice; the first is used", column=column)
            columns[position] = f"{column} (column {position + 1})"
        elif column not in known and (meant := nearest(column, known)) and meant not in columns:
            message = f"unknown column {column!r} is not read as evidence; did you mean {meant!r}?"
            problems.report("malformed-table", 1, message, column=column)
    return columns


def read_row(line: int, cells: Sequence[str], columns: Sequence[str], problems: Problems) -> Row:
    """A row from its cells; cells too few or too many, and those a spreadsheet damages, are reported."""
    row, suspects = Row(line, {}, problems), []
    for column, cell in zip(columns, cells, strict=False):
        if cell and not cell.isspace():
            row.cells[column] = tidy_cell(cell)
            if (cell[0] in SUSPECT and cell not in SAYS_NOTHING) or (column in LABELS and MADE_MONTH.fullmatch(cell)):
                suspects.append((column, cell))
    if len(cells) < len(columns):
        message = f"row has {len(cells)} cells and the header {len(columns)}; the missing cells are read as empty"
        problems.report("malformed-table", line, message, severity="warning")
    elif len(cells) > len(columns) and ("".join(cells[len(columns) :]).strip() or is_shifted(cells)):
        message = f"row has {len(cells)} cells and the header {len(columns)}; put quotes around a cell with commas"
        problems.report("malformed-table", line, message, text=" | ".join(cells[len(columns) :]))
    for column, cell in suspects:
        report_damage(row, column, cell)
    return row


@functools.lru_cache(maxsize=10_000)  # cells repeat, and then take memory once
def tidy_cell(cell: str) -> str:
    """A cell without line breaks and needless blanks."""
    return " ".join(cell.split())


def is_shifted(cells: Sequence[str]) -> bool:
    """Whether one of the cells of a row that has too many goes on as after a comma: " and so on"."""
    return any(cell.startswith(" ") and cell.strip() for cell in cells[1:])


def report_damage(row: Row, column: str, cell: str) -> None:
    """Note a cell that a spreadsheet takes for a formula, or has replaced by an error."""
    if FORMULA.match(cell) and not DECIMAL.fullmatch(cell.rstrip()):
        message = f"{column} begins with {cell[0]!r}, which a spreadsheet takes for a formula; begin it otherwise"
        row.report("formula-cell", column, message)
    elif MADE_MONTH.fullmatch(cell):
        row.report("spreadsheet-damage", column, f"{column} {cell!r} looks like a date that a spreadsheet made of it")
    elif ERROR_VALUE.fullmatch(cell.strip()):
        row.report("spreadsheet-damage", column, f"{column} is the spreadsheet error {cell!r}; write what was there")


def cell(name: str, column: str = "") -> Part:
    """A part that is a cell as it stands."""
    return Part(name, (column or name,), None)


def decimal(column: str) -> Part:
    """A part that is a number."""
    return Part(column, (column,), partial(read_decimal, column=column))


def integer(column: str) -> Part:
    """A part that is a whole number."""
    return Part(column, (column,), partial(read_integer, column=column))


def interval(column: str) -> Part:
    """A part that says what the ends of an interval are."""
    return Part(column, (column,), partial(read_word, column=column, words=INTERVALS))


def read_quantity(row: Row) -> Quantity:
    """The figures of a row."""
    return Quantity(**QUANTITY.read(row))


def read_decimal(row: Row, column: str) -> Decimal | None:
    """The number in a cell; none where it is reported."""
    number = as_decimal(row.cells[column])
    if number is None:
        report_number(row, column, "a number; write digits and a point only, a range as low and high")
    return number


@functools.lru_cache(maxsize=10_000)  # figures repeat
def as_decimal(text: str) -> Decimal | None:
    """The number that a text is, if it is one."""
    plain = text.replace("\N{MINUS SIGN}", "-")
    return Decimal(plain) if DECIMAL.fullmatch(plain) else None


def read_integer(row: Row, column: str) -> int | None:
    """The whole number in a cell; none where it is reported."""
    text = row.cells[column]
    if INTEGER.fullmatch(text):
        return int(text)
    report_number(row, column, "a whole number; write digits only")
    return None


def report_number(row: Row, column: str, what: str) -> None:
    """Note a cell that is no number, perhaps because a spreadsheet made something else of it."""
    text = row[column]
    made = "a date" if MADE_DATE.fullmatch(text) else "a rounded number" if MADE_NUMBER.fullmatch(text) else ""
    if made:
        message = f"{column} {text!r} looks like {made} that a spreadsheet made; write digits, a range as low and high"
        row.report("spreadsheet-damage", column, message)
    else:
        row.report("impossible-value", column, f"{column} {text!r} is not {what}")


def read_word(row: Row, column: str, words: Sequence[Word]) -> Word | None:
    """The cell as one of `words`; none where it is empty or reported."""
    text = row[column].lower()
    if text in words:
        return words[words.index(cast("Word", text))]
    if text:
        hint = did_you_mean(text, words) or f"; use one of {', '.join(words)}"
        row.report("unknown-word", column, f"unknown {column} {row[column]!r}{hint}")
    return None


QUANTITY = Parts(
    cell("measure"),
    decimal("value"),
    decimal("low"),
    decimal("high"),
    interval("interval"),
    cell("unit"),
    cell("population"),
    cell("comparator"),
    decimal("comparator_value"),
    decimal("comparator_low"),
    decimal("comparator_high"),
    interval("comparator_interval"),
    integer("n"),
    integer("n_studies"),
)
FIGURES = QUANTITY.columns
"""The columns of a quantity."""
