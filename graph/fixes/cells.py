"""Where the cells of a table stand in its text (RFC 4180), and how to change one and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graph.fixes.edits import LINE_BREAK, Text, line_starts
from graph.reading.claims import COLUMNS, KeyPart, split_keys
from graph.reading.problems import Problems
from graph.reading.table import DELIMITERS, delimiter, read_header
from graph.reading.text import unix_lines

QUOTED = re.compile(r'"((?>(?:[^"]++|"")*))"')
BARE = {mark: re.compile(rf"[^{mark}\r\n]*") for mark in DELIMITERS}


class Cell(NamedTuple):
    """A cell from `start` to `end`, its quotes included, and what it says."""

    start: int
    end: int
    value: str
    quoted: bool
    delimiter: str


@dataclass(frozen=True, slots=True)
class Table:
    """The claims table's text, where its lines begin, its columns as the reader calls them, and their cells."""

    text: str
    starts: list[int]
    delimiter: str
    header: dict[str, Cell]

    def cell(self, line: int, column: str) -> Cell | None:
        """The cell of a row that begins at `line`; none where there is none."""
        return self.row(line).get(column)

    def row(self, line: int) -> dict[str, Cell]:
        """The cells of a row that begins at `line`, by column."""
        cells = scan_row(self.text, self.starts[line - 1], self.delimiter)
        return dict(zip(self.header, cells, strict=False))


def find_table(source: Text) -> Table:
    """The table in a text."""
    starts = line_starts(source)
    mark = delimiter(unix_lines(source.text[starts[0] :]))
    first = next((start for start in starts if source.text[start : start + 1] not in {"\r", "\n"}), starts[0])
    cells = scan_row(source.text, first, mark)
    columns = read_header([cell.value for cell in cells], Problems(""), COLUMNS)
    return Table(source.text, starts, mark, dict(zip(columns, cells, strict=True)))


def scan_row(text: str, start: int, delimiter: str) -> list[Cell]:
    """The cells of the row that begins at `start`; none where it is no CSV."""
    cells: list[Cell] = []
    while True:
        quoted = text.startswith('"', start)
        match = (QUOTED if quoted else BARE[delimiter]).match(text, start)
        if match is None:
            return []
        value = match[1].replace('""', '"') if quoted else match[0]
        cells.append(Cell(start, match.end(), value, quoted, delimiter))
        if not text.startswith(delimiter, match.end()):
            return cells if text[match.end() : match.end() + 1] in {"", "\r", "\n"} else []
        start = match.end() + 1


def replace_part(cell: Cell, start: int, end: int, new: str) -> tuple[int, int, str]:
    """What of the text to replace, and by what, for `new` to stand in the cell's value from `start` to `end`.

    The cell keeps its quotes, and gets some where what it says then needs them.
    """
    if cell.quoted:
        return offset(cell, start), offset(cell, end), new.replace('"', '""')
    value = cell.value[:start] + new + cell.value[end:]
    if value.startswith('"') or re.search(rf"[{cell.delimiter}\r\n]", value):
        return cell.start, cell.end, '"' + value.replace('"', '""') + '"'
    return cell.start + start, cell.start + end, new


def offset(cell: Cell, position: int) -> int:
    """Where a position in the value of a quoted cell is in the text, in which each quote of the value stands twice."""
    return cell.start + 1 + position + cell.value.count('"', 0, position)


def whole_keys(value: str) -> Iterator[KeyPart]:
    """The parts of a stance cell that name a reference.

    A key that a line break divides is passed over: whoever mended it would have to move lines.
    """
    return (part for part in split_keys(value) if part.key and not LINE_BREAK.search(part.key))
