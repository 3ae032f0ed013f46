"""What is written at a place: a cell or row of a table, or a line; read again from the file, which may have changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.model import Evidence, Place
from graph.reading.problems import Problems
from graph.reading.table import read_header, read_lines
from graph.reading.text import clean, decode
from graph.reports.context import ReadCell


def cell_reader(evidence: Evidence) -> ReadCell:
    """A reader of the files of the evidence; each file is read when it is first asked for."""
    tables = {evidence.claims_file, evidence.values_file}
    lines, rows = cache(read_text_lines), cache(read_rows)

    def cell(place: Place) -> str | None:
        row = rows(place.file).get(place.line) if place.file in tables else None
        if row is not None:
            return row.get(place.column, "") if place.column else " | ".join(filter(None, row.values()))
        return next(iter(lines(place.file)[place.line - 1 : place.line]), None)

    return cell


def text_of(file: str) -> str:
    """The text of a file, or none of it where it cannot be opened."""
    try:
        data = Path(file).read_bytes()
    except (OSError, ValueError):  # no file has a name with a NUL in it
        return ""
    return clean(decode(data, file)[0], file)[0]


def read_text_lines(file: str) -> list[str]:
    """The lines of a file."""
    text = text_of(file)
    return text.split("\n") if text else []


def read_rows(file: str) -> dict[int, dict[str, str]]:
    """The cells of a table's rows by column, by the line that the row begins at."""
    problems = Problems(file)  # reported already, when the evidence was read
    lines = read_lines(text_of(file), problems)
    columns = read_header(next(lines, (1, []))[1], problems, (), ())
    return {line: dict(zip(columns, cells, strict=False)) for line, cells in lines}
