"""A spreadsheet of Excel or LibreOffice -> the text of a table: a line for each row, so that line 12 is row 12.

The sheet is the first whose header has the columns that are asked for. Cells are as people see them: "12" where
the file has 12.0, "25%", dates as 2020-01-31; a merged cell is read in each row and column that it covers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Sequence

from graph.model import File, Problem
from graph.reading import claims, source_values
from graph.reading.problems import Problems
from graph.reading.sheets import CALC_MAIN, EXCEL_MAIN, MOST_CELLS, MOST_COLUMNS, Sheet
from graph.reading.text import decode
from graph.wording import count, listing

CALC_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"

MOST_MERGED = 100_000
"""How many cells are filled in from those that are merged."""

ASKED_COLUMNS = {"claims": claims.REQUIRED, "values": source_values.REQUIRED}
"""The columns by which the sheet is told, by what a file holds."""


def is_spreadsheet(file: File) -> bool:
    """Whether a table stands in a spreadsheet that can be read."""
    return file.role in ASKED_COLUMNS and main_part(file.data) is not None


def main_part(data: bytes) -> str | None:
    """The main part of a spreadsheet in an archive, by which its format is known; none of anything else."""
    if not data.startswith(b"PK\x03\x04"):
        return None
    if CALC_TYPE in data[:200]:
        return CALC_MAIN
    return EXCEL_MAIN if EXCEL_MAIN in parts_in(data) else None


def parts_in(data: bytes) -> Collection[str]:
    """The names of the parts of an archive."""
    from graph.reading.articles.archive import Parts

    parts = Parts(data, "", Problems(""))
    return parts.names if parts.open() else ()


def table_text(file: File) -> tuple[str, list[Problem]]:
    """The text of a table, be it in a spreadsheet, and what could not be read of it."""
    kind = main_part(file.data) if is_spreadsheet(file) else None
    if kind is None:
        return decode(file.data, file.name)
    problems = Problems(file.name)
    sheets = read_sheets(file, kind, problems)
    sheet = chosen(sheets, ASKED_COLUMNS[file.role], problems) if sheets else None
    return (as_csv_text(sheet) if sheet else ""), problems.problems


def read_sheets(file: File, kind: str, problems: Problems) -> list[Sheet]:
    """The sheets of a spreadsheet, in its order."""
    from graph.reading.articles.archive import Parts
    from graph.reading.calc import calc_sheets
    from graph.reading.excel import excel_sheets

    parts = Parts(file.data, kind, problems)
    if not parts.open():
        return []
    return list((excel_sheets if kind == EXCEL_MAIN else calc_sheets)(parts, problems))


def chosen(sheets: Sequence[Sheet], required: Iterable[str], problems: Problems) -> Sheet:
    """The sheet that is read: the first with the columns, else the first with anything; none that is hidden."""
    visible = [sheet for sheet in sheets if not sheet.hidden] or sheets
    fitting = [sheet for sheet in visible if sheet.header().issuperset(required)]
    sheet = next(iter(fitting), None) or next((each for each in visible if each.rows), visible[0])
    if len(fitting) > 1:
        others = listing([repr(each.name) for each in fitting[1:]])
        message = f"sheet {sheet.name!r} is read; {others} may be meant, too: keep one table in a file"
        problems.report("malformed-table", 1, message, severity="warning")
    if sheet.cut:
        message = f"cells behind column {MOST_COLUMNS}, or more than {MOST_CELLS:,} of them, are not read; remove them"
        problems.report("malformed-table", 1, message)
    fill_merged(sheet, problems)
    return sheet


def fill_merged(sheet: Sheet, problems: Problems) -> None:
    """Write what a merged cell shows into all cells that it covers, in the rows that have others."""
    filled = 0
    for top, left, bottom, right in sheet.merged:
        text = sheet.rows.get(top, {}).get(left, "")
        for row in range(top, min(bottom, max(sheet.rows, default=0)) + 1) if text else ():
            for column in range(left, min(right, MOST_COLUMNS - 1) + 1):
                if filled == MOST_MERGED:
                    problems.report("malformed-table", row, "merged cells are filled in up to here; split the others")
                    return
                filled += 1
                if row in sheet.rows:
                    sheet.rows[row].setdefault(column, text)
    if filled:
        message = f"{count(len(sheet.merged), 'merged cell')} read in each row and column covered"
        problems.report("malformed-table", sheet.merged[0][0], message, severity="info")


def as_csv_text(sheet: Sheet) -> str:
    """A sheet as CSV, each of its rows on the line of its number; short rows are as long as the header."""
    if not sheet.rows:
        return ""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    width = max(sheet.rows[min(sheet.rows)]) + 1
    before = 0
    for number in sorted(sheet.rows):
        cells = sheet.rows[number]
        text.write("\n" * (number - before - 1))
        writer.writerow([cells.get(column, "") for column in range(max(width, max(cells) + 1))])
        before = number
    return text.getvalue()
