"""Cells of the claims table filled in, and nothing else done to it; columns that it lacks are added."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from graph.fixes.cells import Cell, Table, find_table, replace_part, scan_row
from graph.fixes.edits import Edit, apply, read_text, without_overlaps
from graph.model import File, Place, UnusableError

Replacement = tuple[int, int, str]
"""From where to where in the text, and what stands there then."""


def fill(file: File, columns: Sequence[str], rows: Mapping[int, Mapping[str, str]]) -> File:
    """The table with cells filled in: `rows` has what the columns say in each row, by the line that it begins at.

    Raises UnusableError where that cannot be done without touching anything else.
    """
    source = read_text(file)
    table = find_table(source) if source else None
    if table is None or "claim_id" not in table.header:
        raise UnusableError(f"{file.name}: cannot be written to as it is; save it as a table in UTF-8 first")
    header = [*table.header.values()]
    names = [*table.header, *(column for column in columns if column not in table.header)]
    changes = [tail(header, names[len(header) :])]
    for line, cells in rows_of(table):
        check_row(cells, header, names, f"{file.name}:{line}")
        if line in rows:
            changes += cells_filled(cells, names, rows[line])
        elif len(cells) >= len(header):
            changes.append(tail(cells, [""] * (len(names) - len(cells))))
    edits = [edit_of(change, file) for change in changes]
    settled = without_overlaps(file, edits)
    if len(settled) < len(edits):
        raise UnusableError(f"{file.name}: its encoding lacks letters of what is to be written; save it as UTF-8 first")
    return apply(file, settled)


def rows_of(table: Table) -> Iterator[tuple[int, list[Cell]]]:
    """The rows below the header that have cells, each with the line it begins at."""
    end = [*table.header.values()][-1].end
    while (line := bisect_right(table.starts, end) + 1) <= len(table.starts):
        start = table.starts[line - 1]
        cells = scan_row(table.text, start, table.delimiter)
        end = cells[-1].end if cells else start
        if end > start:
            yield line, cells


def check_row(cells: Sequence[Cell], header: Sequence[Cell], names: Sequence[str], where: str) -> None:
    """Stop where new columns would name cells that have none."""
    if len(names) > len(header) and any(cell.value.strip() for cell in cells[len(header) :]):
        raise UnusableError(f"{where}: has more cells than the header; put quotes around a cell with commas first")


def cells_filled(cells: Sequence[Cell], names: Sequence[str], values: Mapping[str, str]) -> Iterator[Replacement]:
    """What to change for a row to have these values, by the names of its columns."""
    for name, cell in zip(names, cells, strict=False):
        if name in values:
            yield replace_part(cell, 0, len(cell.value), values[name])
    yield tail(cells, [values.get(name, "") for name in names[len(cells) :]])


def tail(cells: Sequence[Cell], values: Sequence[str]) -> Replacement:
    """Further cells behind the last one of a row."""
    last = cells[-1]
    empty = Cell(last.end, last.end, "", quoted=False, delimiter=last.delimiter)
    return last.end, last.end, "".join(f"{last.delimiter}{replace_part(empty, 0, 0, value)[2]}" for value in values)


def edit_of(change: Replacement, file: File) -> Edit:
    """An edit of the file that nobody has to be told of."""
    start, end, new = change
    return Edit(place=Place(file.name, 1), start=start, end=end, new=new, code="", rule="", message="", safe=True)
