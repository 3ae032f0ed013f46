"""The sheets of a spreadsheet of LibreOffice (.ods)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.reading.articles.archive import Parts
from graph.reading.articles.elements import Node, parse_xml, steps
from graph.reading.problems import Problems
from graph.reading.sheets import CALC_MAIN, MOST_COLUMNS, MOST_ROWS, Sheet, percent, plain_number

ROWS = ("table-row",)
GROUPS_OF_ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
CalcCell = tuple[int, str, int, int]
"""A cell: its column, its text, and how many rows and columns it covers."""

BREAKS = frozenset({"s", "tab", "line-break"})


def calc_sheets(parts: Parts, problems: Problems) -> Iterator[Sheet]:
    """The sheets of a spreadsheet, in its order."""
    if "encryption-data" in parts.read("META-INF/manifest.xml"):
        parts.report("it has a password; save it without one")
        return
    text = parts.read(CALC_MAIN)
    root = parse_xml(text, problems, dropped=("annotation", "shapes"), part=CALC_MAIN) if text else Node("")
    hidden = {each.get("name") for each in root.first("automatic-styles").elements("style") if is_hidden(each)}
    for each in root.first("body", "spreadsheet").elements("table"):
        sheet = Sheet(each.get("name"), each.get("style-name") in hidden)
        read_table_rows(each, sheet)
        yield sheet


def is_hidden(style: Node) -> bool:
    """Whether a style hides the sheets that have it."""
    return any(each.get("display") == "false" for each in style.children if isinstance(each, Node))


def read_table_rows(table: Node, sheet: Sheet) -> None:
    """Take the cells of a sheet; a row that is repeated is one in each place, if there is anything in it."""
    row = 1
    for line in sheet_rows(table):
        repeated = repetitions(line, "number-rows-repeated", MOST_ROWS)
        cells = [*cells_in(line)]
        for number in range(row, row + repeated) if cells else ():
            if not put_cells(sheet, number, cells):
                return
        row += repeated


def put_cells(sheet: Sheet, row: int, cells: Iterable[CalcCell]) -> bool:
    """Add the cells of a row; say whether there is room for more."""
    room = True
    for column, text, down, right in cells:
        room = sheet.put(row, column, text)
        if down > 1 or right > 1:
            sheet.merged.append((row, column, row + down - 1, column + right - 1))
    return room


def sheet_rows(table: Node) -> Iterator[Node]:
    """The rows of a sheet, also those that are kept together or repeated as a header."""
    stack = [iter(table.children)]
    while stack:
        each = next(stack[-1], None)
        if each is None:
            stack.pop()
        elif isinstance(each, Node) and each.tag in ROWS:
            yield each
        elif isinstance(each, Node) and each.tag in GROUPS_OF_ROWS:
            stack.append(iter(each.children))


def cells_in(line: Node) -> Iterator[CalcCell]:
    """The cells of a row that are not empty."""
    column = 0
    for each in line.elements("table-cell", "covered-table-cell"):
        repeated = repetitions(each, "number-columns-repeated", MOST_COLUMNS + 1)
        if each.tag == "table-cell" and (text := text_in_cell(each)):
            down = repetitions(each, "number-rows-spanned", MOST_ROWS)
            right = repetitions(each, "number-columns-spanned", MOST_COLUMNS)
            yield from ((number, text, down, right) for number in range(column, column + repeated))
        column += repeated


def repetitions(node: Node, name: str, most: int) -> int:
    """A number of times, 1 where none is given."""
    written = node.get(name)
    return min(int(written), most) if written.isdecimal() and len(written) < len("1000000000") else 1


def text_in_cell(cell: Node) -> str:
    """A cell as it is shown."""
    kind, value = cell.get("value-type"), cell.get("value")
    if kind in {"float", "currency"} and value:
        return plain_number(value)
    if kind == "percentage" and value:
        return percent(value)
    if kind == "date" and cell.get("date-value"):
        return cell.get("date-value").removesuffix("T00:00:00").removesuffix(":00")
    if kind == "boolean":
        return cell.get("boolean-value").upper()
    return " ".join("".join(cell_words(each)) for each in cell.elements("p"))


def cell_words(paragraph: Node) -> Iterator[str]:
    """The words of a paragraph, with a space for each element that stands for one."""
    for each in steps(paragraph):
        if not isinstance(each, Node):
            yield each.text
        elif each.tag in BREAKS:
            yield " "
