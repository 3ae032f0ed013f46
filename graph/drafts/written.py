"""A claims table as it is written: its rows with their own letters, and how to change a cell and nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.fixes.cells import scan_row
from graph.fixes.edits import BYTE_ORDER_MARK, LINE_BREAK, Text, fits, read_text
from graph.model import File, UnusableError
from graph.reading.claims import COLUMNS, REQUIRED
from graph.reading.contents import seen_in
from graph.reading.problems import Problems
from graph.reading.table import delimiter, read_header, report_lacking
from graph.reading.text import unix_lines


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row as it stands in the file, with its line break, and its cells by column, each on one line."""

    text: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell, or an empty string."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTable:
    """A table's header with all that stands before the first row, and its rows, those that are empty included."""

    head: str
    columns: tuple[str, ...]
    rows: tuple[WrittenRow, ...]
    delimiter: str
    line_end: str
    encoding: str


def read_written(file: File) -> WrittenTable:
    """The table in a file; UnusableError, with file and line, where it is none, or a row could not be kept."""
    source = read_text(file)
    if (reason := seen_in(file)) or source is None or not source.text.strip(f"{BYTE_ORDER_MARK}\r\n"):
        raise UnusableError(f"{file.name}: is no claims table, and left alone: {reason or 'it has no text'}")
    mark = delimiter(unix_lines(source.text[source.marked :]))
    written = [*lines_of(source, mark, file.name)]
    at = next((n for n, (_, cells) in enumerate(written) if any(cells) and not cells[0].startswith("sep=")), 0)
    columns = known_columns(written[at][1], file.name)
    first_break = LINE_BREAK.search(source.text)
    return WrittenTable(
        head="".join(text for text, _ in written[: at + 1]),
        columns=columns,
        rows=tuple(a_row(text, cells, columns, file.name) for text, cells in written[at + 1 :]),
        delimiter=mark,
        line_end=first_break.group() if first_break else "\n",
        encoding=source.encoding,
    )


def lines_of(source: Text, mark: str, name: str) -> Iterable[tuple[str, list[str]]]:
    """Each row as it is written, with what its cells say."""
    start = int(source.marked)
    begin = 0
    while start < len(source.text):
        cells = scan_row(source.text, start, mark)
        if not cells:
            line = len(LINE_BREAK.findall(source.text, 0, start)) + 1
            raise UnusableError(f"{name}:{line}: cannot be read as a table, which is left alone; close each quote")
        line_break = LINE_BREAK.match(source.text, cells[-1].end)
        start = line_break.end() if line_break else len(source.text)
        yield source.text[begin:start], [" ".join(cell.value.split()) for cell in cells]
        begin = start


def known_columns(header: list[str], name: str) -> tuple[str, ...]:
    """The columns as the reader calls them; UnusableError where one is missing that a table must have."""
    problems = Problems(name)
    columns = read_header(header, problems, COLUMNS)
    if lacking := [column for column in REQUIRED if column not in columns]:
        report_lacking(lacking, columns, 0, problems)
        raise UnusableError(f"{name}: is left alone: {problems.problems[-1].message}")
    return tuple(columns)


def a_row(text: str, cells: list[str], columns: tuple[str, ...], name: str) -> WrittenRow:
    """A row; UnusableError where it has cells that no column is for, as a new column would be theirs."""
    if any(cells[len(columns) :]):
        raise UnusableError(
            f"{name}: is left alone: row {cells[0]!r} has {len(cells)} cells, the header {len(columns)}"
        )
    return WrittenRow(text, {column: cell for column, cell in zip(columns, cells, strict=False) if cell})


def with_columns(table: WrittenTable, columns: Iterable[str]) -> WrittenTable:
    """The table with further columns at its end, which are empty."""
    new = [column for column in columns if column not in table.columns]
    if not new:
        return table
    wide = len(table.columns) + len(new)
    return replace(
        table,
        head=before_break(table.head, "".join(f"{table.delimiter}{column}" for column in new)),
        columns=(*table.columns, *new),
        rows=tuple(replace(row, text=padded(row.text, wide, table.delimiter)) for row in table.rows),
    )


def padded(row: str, wide: int, mark: str) -> str:
    """A row with so many cells; an empty line stays one."""
    missing = wide - len(scan_row(row, 0, mark))
    return before_break(row, mark * missing) if row.strip() and missing > 0 else row


def before_break(line: str, more: str) -> str:
    """A line with more at its end."""
    bare = line.rstrip("\r\n")
    return f"{bare}{more}{line[len(bare) :]}"


def with_cells(row: WrittenRow, new: Mapping[str, str], table: WrittenTable) -> WrittenRow:
    """A row with some cells changed; all others stand as they stood."""
    text = padded(row.text, len(table.columns), table.delimiter) if new else row.text
    cells = scan_row(text, 0, table.delimiter)
    for column, cell in reversed([*zip(table.columns, cells, strict=False)]):
        if column in new:
            text = f"{text[: cell.start]}{as_cell(new[column], table.delimiter)}{text[cell.end :]}"
    return WrittenRow(text, {**row.cells, **new})


def as_cell(value: str, mark: str) -> str:
    """A value as a cell."""
    text = io.StringIO()
    csv.writer(text, delimiter=mark, lineterminator="").writerow([value, ""])
    return text.getvalue().removesuffix(mark)


def new_row(cells: Mapping[str, str], table: WrittenTable) -> WrittenRow:
    """A row of its own; what the table has no column for is not in it."""
    kept = {column: cells.get(column, "") for column in table.columns}
    text = io.StringIO()
    csv.writer(text, delimiter=table.delimiter, lineterminator=table.line_end).writerow(kept.values())
    return WrittenRow(text.getvalue(), kept)


def table_bytes(table: WrittenTable) -> bytes:
    """The table as a file; in UTF-8 where what is new cannot be written otherwise."""
    lines = [table.head, *(row.text for row in table.rows)]
    ended = [line if LINE_BREAK.search(line[-1:]) else f"{line}{table.line_end}" for line in lines[:-1]]
    text = "".join([*ended, lines[-1]])
    return text.encode(table.encoding if fits(text, table.encoding) else "utf-8")
