"""Tables in spreadsheets: .xlsx and .ods."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

import pytest

from graph.model import Evidence, File
from graph.reading import read_files
from graph.reading.contents import no_claims
from graph.reading.sheets import MOST_CELLS, MOST_COLUMNS, plain_number
from graph.reading.spreadsheets import MOST_MERGED, is_spreadsheet, table_text
from tests.damaged import damaged

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = ("claim_id", "cause", "claim")
CALC = "application/vnd.oasis.opendocument.spreadsheet"


def archive(parts: Mapping[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as written:
        for name, text in parts.items():
            written.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return data.getvalue()


def row(number: int, *cells: str) -> str:
    """A row of a worksheet; a cell is its XML, or words."""
    written = (
        each if each.startswith("<c") else f'<c t="inlineStr"><is><t>{escape(each)}</t></is></c>' for each in cells
    )
    return f'<row r="{number}">{"".join(written)}</row>'


def workbook(*sheets: str, styles: str = "", texts: str = "", book: str = "", state: str = "") -> bytes:
    """An .xlsx with these rows in its sheets; `state` is that of the first."""
    numbers = range(1, len(sheets) + 1)
    states = {1: f'state="{state}"'} if state else {}
    listed = "".join(f'<sheet name="S{each}" r:id="r{each}" {states.get(each, "")}/>' for each in numbers)
    others = {"styles": styles, "sharedStrings": texts}
    links = "".join(
        [f'<Relationship Id="r{each}" Type="{LINKS}/worksheet" Target="worksheets/s{each}.xml"/>' for each in numbers]
        + [f'<Relationship Id="{each}" Type="{LINKS}/{each}" Target="{each}.xml"/>' for each in others]
    )
    parts = {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{LINKS}">{book}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
        "xl/styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{texts}</sst>",
    }
    for number, rows in zip(numbers, sheets, strict=True):
        data, _, rest = rows.partition("<mergeCells")
        merged = f"<mergeCells{rest}" if rest else ""
        parts[f"xl/worksheets/s{number}.xml"] = f"<worksheet {MAIN}><sheetData>{data}</sheetData>{merged}</worksheet>"
    return archive(parts)


def calc(*tables: str, styles: str = "", **parts: str) -> bytes:
    """An .ods with these rows in its tables."""
    names = " ".join(
        f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text")
    )
    body = "".join(f'<table:table table:name="S{number}">{rows}</table:table>' for number, rows in enumerate(tables, 1))
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
    )
    content += f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    return archive({"mimetype": CALC, "content.xml": content, **parts})


def calc_row(*cells: str, attributes: str = "") -> str:
    written = (
        each if each.startswith("<table") else f"<table:table-cell><text:p>{each}</text:p></table:table-cell>"
        for each in cells
    )
    return f"<table:table-row {attributes}>{''.join(written)}</table:table-row>"


def text_of(data: bytes) -> str:
    text, problems = table_text(File("claims.xlsx", data, "claims"))
    assert problems == []
    return text


def problems_of(data: bytes) -> list[tuple[str, int, str]]:
    return [(each.rule, each.place.line, each.message) for each in table_text(File("claims.xlsx", data, "claims"))[1]]


def evidence(data: bytes) -> Evidence:
    return read_files([File("r.bib", b"@misc{a}"), File("claims.xlsx", data, "claims")])


STYLES = (
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy"/>'
    '<numFmt numFmtId="166" formatCode="[Red]0.00&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>'
)
TEXTS = "<si><t>whole</t></si><si><r><t>in </t></r><r><t>parts</t></r><rPh><t>how it is said</t></rPh></si>"
CELLS = {
    "a whole number": ("<c><v>12</v></c>", "12"),
    "a whole number as a fraction": ("<c><v>12.0</v></c>", "12"),
    "a fraction": ("<c><v>0.27000000000000002</v></c>", "0.27"),
    "an exponent": ("<c><v>1E-7</v></c>", "0.0000001"),
    "a large number": ("<c><v>1E+6</v></c>", "1000000"),
    "a negative number": ("<c><v>-3.50</v></c>", "-3.5"),
    "per cent": ('<c s="1"><v>0.25</v></c>', "25%"),
    "per cent with a fraction": ('<c s="3"><v>0.125</v></c>', "12.5%"),
    "a date": ('<c s="2"><v>43832</v></c>', "2020-01-02"),
    "a date in a format of its own": ('<c s="4"><v>43832</v></c>', "2020-01-02"),
    "a date with a time": ('<c s="2"><v>43832.25</v></c>', "2020-01-02T06:00"),
    "a time": ('<c s="2"><v>0.25</v></c>', "06:00"),
    "a number with words": ('<c s="5"><v>3</v></c>', "3"),
    "true": ('<c t="b"><v>1</v></c>', "TRUE"),
    "false": ('<c t="b"><v>0</v></c>', "FALSE"),
    "an error": ('<c t="e"><v>#REF!</v></c>', "#REF!"),
    "a shared text": ('<c t="s"><v>0</v></c>', "whole"),
    "a shared text in several formats": ('<c t="s"><v>1</v></c>', "in parts"),
    "a shared text that is nowhere": ('<c t="s"><v>9</v></c>', ""),
    "what a formula comes to": ('<c t="str"><f>A1&amp;"x"</f><v>ax</v></c>', "ax"),
    "what a formula counts": ("<c><f>1+1</f><v>2</v></c>", "2"),
    "a letter by its number": ('<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a b"),
    "several lines": ('<c t="inlineStr"><is><t>a\nb</t></is></c>', "a b"),
    "a date that is none": ('<c s="2"><v>1E300</v></c>', "1E300"),
}


@pytest.mark.parametrize(("cell", "shown"), CELLS.values(), ids=CELLS)
def test_a_cell_of_excel_is_as_it_is_shown(cell: str, shown: str) -> None:
    text = text_of(workbook(row(1, *HEADER, "x") + row(2, "a", "b", "c", cell), styles=STYLES, texts=TEXTS))
    assert text.split("\n")[1] == f"a,b,c,{shown}"


def test_days_may_be_counted_from_1904() -> None:
    rows = row(1, *HEADER) + row(2, "a", "b", '<c s="2"><v>0</v></c>') + row(3, "a", "b", '<c s="2"><v>1</v></c>')
    text = text_of(workbook(rows, styles=STYLES, book='<workbookPr date1904="1"/>'))
    assert text.split("\n")[2] == "a,b,1904-01-02"


CALC_CELLS = {
    "a number": ('office:value-type="float" office:value="12"', "12,00", "12"),
    "a fraction": ('office:value-type="float" office:value="0.27"', "0,27", "0.27"),
    "per cent": ('office:value-type="percentage" office:value="0.25"', "25,0 %", "25%"),
    "money": ('office:value-type="currency" office:value="3.5"', "3,50 EUR", "3.5"),
    "a date": ('office:value-type="date" office:date-value="2020-01-02"', "2.1.20", "2020-01-02"),
    "a date with a time": ('office:value-type="date" office:date-value="2020-01-02T06:00:00"', "x", "2020-01-02T06:00"),
    "true": ('office:value-type="boolean" office:boolean-value="true"', "WAHR", "TRUE"),
    "words": ('office:value-type="string"', "a<text:s/>b<text:line-break/>c", "a b c"),
}


@pytest.mark.parametrize(("attributes", "words", "shown"), CALC_CELLS.values(), ids=CALC_CELLS)
def test_a_cell_of_calc_is_as_it_is_shown(attributes: str, words: str, shown: str) -> None:
    cell = f"<table:table-cell {attributes}><text:p>{words}</text:p></table:table-cell>"
    assert text_of(calc(calc_row(*HEADER) + calc_row("a", "b", cell))).split("\n")[1] == f"a,b,{shown}"


@pytest.mark.parametrize(
    "data",
    [
        workbook(row(1, *HEADER) + row(4, "a", "b", "c")),
        calc(calc_row(*HEADER) + calc_row("", attributes='table:number-rows-repeated="2"') + calc_row("a", "b", "c")),
    ],
    ids=["xlsx", "ods"],
)
def test_lines_are_rows_of_the_sheet(data: bytes) -> None:
    (claim,) = evidence(data).claims.values()
    assert (str(claim.place), evidence(data).problems) == ("claims.xlsx:4", ())


def test_cells_stand_where_their_names_say() -> None:
    cells = {"C1": "claim", "A1": "claim_id", "B1": "cause"}
    written = "".join(f'<c r="{name}" t="str"><v>{text}</v></c>' for name, text in cells.items())
    assert text_of(workbook(f"<row>{written}</row>")) == "claim_id,cause,claim\n"


def test_a_row_that_is_repeated_is_one_in_each_place() -> None:
    rows = calc_row(*HEADER) + calc_row("a", "b", "c", attributes='table:number-rows-repeated="2"')
    assert text_of(calc(rows)).split("\n")[1:] == ["a,b,c", "a,b,c", ""]


def test_rows_that_are_kept_together_are_read() -> None:
    rows = f"<table:table-header-rows>{calc_row(*HEADER)}</table:table-header-rows>"
    rows += f"<table:table-row-group>{calc_row('a', 'b', 'c')}</table:table-row-group>"
    assert text_of(calc(rows)) == "claim_id,cause,claim\na,b,c\n"


NOTES = row(1, "notes")
TABLE = row(1, *HEADER) + row(2, "a", "b", "c")


def test_the_first_sheet_with_the_columns_is_read() -> None:
    assert text_of(workbook(NOTES, TABLE)) == "claim_id,cause,claim\na,b,c\n"


def test_a_hidden_sheet_is_not_read() -> None:
    other = row(1, *HEADER) + row(2, "x", "y", "z")
    assert text_of(workbook(TABLE, other, state="hidden")) == "claim_id,cause,claim\nx,y,z\n"


def test_a_second_table_is_reported() -> None:
    message = "sheet 'S1' is read; 'S2' may be meant, too: keep one table in a file"
    assert problems_of(workbook(TABLE, TABLE)) == [("malformed-table", 1, message)]


def test_a_table_of_source_values_has_columns_of_its_own() -> None:
    values = row(1, "claim_id", "reference") + row(2, "a", "b")
    text, _ = table_text(File("evidence.xlsx", workbook(TABLE, values), "values"))
    assert text == "claim_id,reference\na,b\n"


MERGED = {
    "xlsx": workbook(
        row(1, *HEADER)
        + row(2, "a", "b", "c")
        + '<row r="3"><c r="A3" t="str"><v>d</v></c><c r="C3" t="str"><v>e</v></c></row>'
        + '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'
    ),
    "ods": calc(
        calc_row(*HEADER)
        + calc_row("a", '<table:table-cell table:number-rows-spanned="2"><text:p>b</text:p></table:table-cell>', "c")
        + calc_row("d", "<table:covered-table-cell/>", "e")
    ),
}


@pytest.mark.parametrize("data", MERGED.values(), ids=MERGED)
def test_a_merged_cell_is_read_in_each_row(data: bytes) -> None:
    assert [each.cause for each in evidence(data).claims.values()] == ["b", "b"]
    assert problems_of(data) == [("malformed-table", 2, "1 merged cell read in each row and column covered")]


@pytest.mark.parametrize(("written", "shown"), [("12.50", "12.5"), ("nan", "nan"), ("x", "x"), ("", "")])
def test_a_number_is_plain(written: str, shown: str) -> None:
    assert plain_number(written) == shown


NOTHING = {
    "an empty workbook": (workbook(""), "it is a spreadsheet (Excel), but it has nothing in it"),
    "no table": (workbook(NOTES), "it is a spreadsheet (Excel), but none of its sheets is a table of claims"),
    "an empty document": (calc(""), "it is a spreadsheet (OpenDocument), but it has nothing in it"),
    "a password": (
        calc("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "it is a spreadsheet (OpenDocument), but it has a password; save it without one",
    ),
    "a workbook with a password": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "it is a workbook with a password; save it without one",
    ),
    "a torn workbook": (workbook(TABLE)[:-30], "it is a torn ZIP archive; save the document again"),
}


@pytest.mark.parametrize(("data", "said"), NOTHING.values(), ids=NOTHING)
def test_a_spreadsheet_without_claims_is_told_in_one_line(data: bytes, said: str) -> None:
    message = no_claims(evidence(data))
    assert said in message
    assert "\n" not in message


def test_torn_xml_is_reported_and_what_stands_before_is_read() -> None:
    data = workbook(TABLE + "<row r='3'><c></row>")
    assert [*evidence(data).claims] == ["a"]
    assert [rule for rule, _, _ in problems_of(data)] == ["unread-part"]


def test_a_part_that_is_far_too_large_is_reported() -> None:
    (found,) = problems_of(workbook(TABLE + " " * 50_000_000))
    assert "is larger than" in found[2]


def test_cells_that_are_far_out_cost_nothing() -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'
    found = problems_of(workbook(TABLE + far))
    assert found == [
        (
            "malformed-table",
            1,
            f"cells behind column {MOST_COLUMNS}, or more than {MOST_CELLS:,} of them, are not read; remove them",
        )
    ]


def test_cells_that_are_repeated_without_end_are_cut() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    found = table_text(
        File(
            "c.ods",
            calc(calc_row(*HEADER) + calc_row(cell, attributes='table:number-rows-repeated="1000000"')),
            "claims",
        )
    )
    assert found[0].count("x") <= MOST_CELLS
    assert len(found[1]) == 1


def test_merged_cells_without_end_are_cut() -> None:
    rows = row(1, *HEADER) + "".join(row(each, "a") for each in range(2, 1000))
    data = workbook(f'{rows}<mergeCells><mergeCell ref="A2:ZZ1048576"/></mergeCells>')
    assert problems_of(data) == [
        ("malformed-table", 2 + MOST_MERGED // MOST_COLUMNS, "merged cells are filled in up to here; split the others")
    ]


def test_no_entity_is_read() -> None:
    parts = {
        "xl/workbook.xml": '<!DOCTYPE w [<!ENTITY a "&b;">]><workbook>&a;</workbook>',
        "xl/_rels/workbook.xml.rels": "<R/>",
    }
    assert "defines an entity" in problems_of(archive(parts))[0][2]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"claim_id,cause,claim\n", archive({"word/document.xml": "x"})])
def test_what_is_no_spreadsheet_is_told(data: bytes) -> None:
    assert not is_spreadsheet(File("claims.xlsx", data, "claims"))


@pytest.mark.parametrize(
    "data", [workbook(TABLE, NOTES, styles=STYLES, texts=TEXTS), MERGED["ods"]], ids=["xlsx", "ods"]
)
def test_no_damage_raises(data: bytes) -> None:
    for each in damaged(data):
        evidence(each)
