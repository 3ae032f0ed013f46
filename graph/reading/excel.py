"""The sheets of a workbook of Excel (.xlsx)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from graph.reading.articles.archive import Parts
from graph.reading.articles.elements import Node, parse_xml
from graph.reading.problems import Problems
from graph.reading.sheets import EXCEL_MAIN, Sheet, percent, plain_number

CellForm = Literal["number", "percent", "date"]

CELL_FORMS: dict[int, CellForm] = {
    9: "percent",
    10: "percent",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "date"),
}
"""The formats that Excel has by itself and that are no plain numbers (ECMA-376, part 1, 18.8.30)."""

NOT_OF_FORMAT = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\[\]]*\]|_.|\*.', re.IGNORECASE)
"""What is no sign of a format: text in quotes, colours, what only takes room."""

CELL_NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})")
ESCAPED_LETTER = re.compile(r"_x([0-9A-Fa-f]{4})_")
SHEET_TYPE = "/worksheet"
DAYS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - days of a table have no time zone
"""The day 0, and that of old workbooks of the Macintosh."""


class Book(NamedTuple):
    """What all sheets of a workbook share: texts, formats by number, and whether days are counted from 1904."""

    texts: Sequence[str]
    formats: Sequence[CellForm]
    since_1904: bool


def excel_sheets(parts: Parts, problems: Problems) -> Iterator[Sheet]:
    """The sheets of a workbook, in its order."""
    root = tree(parts, EXCEL_MAIN, problems)
    links = {each.get("Id"): each for each in tree(parts, "xl/_rels/workbook.xml.rels", problems).all("Relationship")}
    targets = {each.get("Type").rpartition("/")[2]: path_of(each) for each in links.values()}
    book = Book(
        texts=[*map(text_of_item, tree(parts, targets.get("sharedStrings", ""), problems).elements("si"))],
        formats=[*formats_in(tree(parts, targets.get("styles", ""), problems))],
        since_1904=root.first("workbookPr").get("date1904") in {"1", "true"},
    )
    for each in root.first("sheets").elements("sheet"):
        link = links.get(each.get("id"))
        if link and link.get("Type").endswith(SHEET_TYPE):
            sheet = Sheet(each.get("name"), each.get("state") not in {"", "visible"})
            read_sheet(tree(parts, path_of(link), problems), book, sheet)
            yield sheet


def tree(parts: Parts, name: str, problems: Problems) -> Node:
    """A part as a tree; an empty one where there is none."""
    text = parts.read(name) if name else ""
    return parse_xml(text, problems, dropped=("f", "rPh", "extLst"), part=name) if text else Node("")


def path_of(link: Node) -> str:
    """The name of the part that a link of the workbook leads to."""
    target = link.get("Target")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def text_of_item(item: Node) -> str:
    """A text, be it in several formats; letters that XML cannot hold are written by number."""
    text = "".join(words for each in item.all("t") for words in texts_in(each))
    return ESCAPED_LETTER.sub(lambda match: chr(int(match[1], 16)), text)


def texts_in(node: Node) -> Iterator[str]:
    """The words directly in an element, with the spaces between them."""
    return (each.text for each in node.children if not isinstance(each, Node))


def formats_in(styles: Node) -> Iterator[CellForm]:
    """How the cells of each style are shown."""
    own = {
        each.get("numFmtId"): number_form(each.get("formatCode")) for each in styles.first("numFmts").elements("numFmt")
    }
    for each in styles.first("cellXfs").elements("xf"):
        number = each.get("numFmtId")
        yield own.get(number) or CELL_FORMS.get(int(number) if number.isdecimal() else 0, "number")


def number_form(code: str) -> CellForm:
    """What a format makes of a number."""
    signs = NOT_OF_FORMAT.sub("", code.partition(";")[0])
    if "%" in signs:
        return "percent"
    return "date" if re.search(r"[ymdhs]", signs, re.IGNORECASE) and "General" not in signs else "number"


def read_sheet(root: Node, book: Book, sheet: Sheet) -> None:
    """Take the cells of a sheet."""
    row = 0
    for line in root.first("sheetData").elements("row"):
        row = int(line.get("r")) if line.get("r").isdecimal() else row + 1
        column = -1
        for each in line.elements("c"):
            found = CELL_NAME.fullmatch(each.get("r"))
            column = column_of(found[1]) if found else column + 1
            sheet.put(row, column, text_of_cell(each, book))
    for each in root.first("mergeCells").elements("mergeCell"):
        corners = [CELL_NAME.fullmatch(corner) for corner in each.get("ref").split(":")]
        if len(corners) > 1 and corners[0] and corners[1]:
            first, last = corners[0], corners[1]
            sheet.merged.append((int(first[2]), column_of(first[1]), int(last[2]), column_of(last[1])))


def column_of(letters: str) -> int:
    """The number of a column, counted from 0: "A", "Z", "AA"."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def text_of_cell(cell: Node, book: Book) -> str:
    """A cell as it is shown."""
    kind, value = cell.get("t"), cell.first("v").text
    if kind == "s":
        return book.texts[int(value)] if value.isdecimal() and int(value) < len(book.texts) else ""
    if kind == "inlineStr":
        return text_of_item(cell.first("is"))
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if kind in {"str", "e", "d"}:
        return ESCAPED_LETTER.sub(lambda match: chr(int(match[1], 16)), value)
    style = cell.get("s")
    shown = book.formats[int(style)] if style.isdecimal() and int(style) < len(book.formats) else "number"
    if shown == "date":
        return day_of(value, since_1904=book.since_1904)
    return percent(value) if shown == "percent" else plain_number(value)


def day_of(value: str, *, since_1904: bool) -> str:
    """A number of days as a date, with the time if it has one; a part of a day as a time."""
    try:
        days = float(value)
        moment = DAYS[since_1904] + timedelta(seconds=round(days * 86_400))
    except (ValueError, OverflowError):
        return value
    if 0 <= days < 1:
        return moment.strftime("%H:%M:%S").removesuffix(":00")
    return moment.isoformat(timespec="minutes").removesuffix("T00:00")
