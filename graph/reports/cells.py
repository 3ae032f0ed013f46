"""What is written at a place of the files that were read: a cell or row of a table, or a line."""

from __future__ import annotations

from functools import cache

from graph.model import Evidence, File, Place
from graph.reading.problems import Problems
from graph.reading.spreadsheets import table_text
from graph.reading.table import read_header, read_lines
from graph.reading.text import clean
from graph.reports.context import ReadCell
from graph.reports.places import Shown

LINES_ONLY = frozenset({"references", "article", "settings"})
"""What has lines, and no cells."""


def cell_reader(evidence: Evidence, shown: Shown = str) -> ReadCell:
    """A reader of the files of the evidence, by the names they are `shown` by; each is decoded when first asked for."""
    files = {shown(file.name): file for file in evidence.files}
    lines, rows = cache(read_text_lines), cache(read_rows)

    def cell(place: Place) -> str | None:
        file = files.get(place.file)
        if file is None:
            return None
        row = None if file.role in LINES_ONLY else rows(file).get(place.line)
        if row is not None:
            return row.get(place.column, "") if place.column else " | ".join(filter(None, row.values()))
        return next(iter(lines(file)[place.line - 1 : place.line]), None)

    return cell


def text_of(file: File) -> str:
    """The text of a file."""
    return clean(table_text(file)[0], file.name)[0]


def read_text_lines(file: File) -> list[str]:
    """The lines of a file."""
    return text_of(file).split("\n")


def read_rows(file: File) -> dict[int, dict[str, str]]:
    """The cells of a table's rows by column, by the line that the row begins at."""
    problems = Problems(file.name)  # reported already, when the evidence was read
    lines = read_lines(text_of(file), problems)
    columns = read_header(next(lines, (1, []))[1], problems, ())
    return {line: dict(zip(columns, cells, strict=False)) for line, cells in lines}
