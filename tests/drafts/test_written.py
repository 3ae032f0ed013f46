"""A table keeps every letter that nobody changes."""

from __future__ import annotations

import codecs
from dataclasses import replace

import pytest

from graph.drafts.written import new_row, read_written, table_bytes, with_cells, with_columns
from graph.model import File, UnusableError
from graph.reading.claims import parse_claims

PLAIN = 'claim_id,cause,claim,Colour\nc1,X,"Y, ""z""",red\n\nc2,X,"two\nlines",\n'


def table_in(data: bytes | str) -> File:
    """A file of claims."""
    return File("claims.csv", data.encode() if isinstance(data, str) else data, "claims")


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.rstrip("\n").encode(),
        PLAIN.replace(",", ";").encode(),
        codecs.BOM_UTF8 + PLAIN.replace(",", "\t").encode(),
        PLAIN.encode("utf-16"),
        PLAIN.replace("red", "r\N{LATIN SMALL LETTER O WITH DIAERESIS}t").encode("cp1252"),
        b"sep=;\r\n" + PLAIN.replace(",", ";").encode(),
        b"\n\n" + PLAIN.encode(),
    ],
    ids=["plain", "crlf", "no last break", "semicolons", "utf-8 mark", "utf-16", "cp1252", "sep=", "empty lines"],
)
def test_a_table_is_written_as_it_was(data: bytes) -> None:
    table = read_written(table_in(data))
    assert table_bytes(table) == data
    assert [row["claim_id"] for row in table.rows] == ["c1", "", "c2"]


def test_cells_are_read_by_their_columns_on_one_line() -> None:
    table = read_written(table_in(PLAIN))
    assert table.columns == ("claim_id", "cause", "claim", "colour")
    assert dict(table.rows[2].cells) == {"claim_id": "c2", "cause": "X", "claim": "two lines"}


def test_one_cell_is_changed_and_no_other() -> None:
    table = read_written(table_in('claim_id,cause,claim\r\n"c1",X,"Y ""z"""\r\n'))
    assert with_cells(table.rows[0], {"cause": 'A, "B"'}, table).text == '"c1","A, ""B""","Y ""z"""\r\n'


def test_a_row_that_lacks_cells_gets_those_that_stand_before() -> None:
    table = read_written(table_in("claim_id,cause,claim,note,draft\nc1,X,Y\n"))
    assert with_cells(table.rows[0], {"draft": "new"}, table).text == "c1,X,Y,,new\n"


def test_columns_are_added_at_the_end_of_every_line_that_is_not_empty() -> None:
    table = with_columns(read_written(table_in("claim_id;cause;claim\nc1;X;Y\n\nc2;X\n")), ["note", "claim", "draft"])
    assert table_bytes(table) == b"claim_id;cause;claim;note;draft\nc1;X;Y;;\n\nc2;X;;;\n"


def test_a_new_row_is_written_as_the_others() -> None:
    table = read_written(table_in("claim_id;cause;claim\r\nc1;X;Y"))
    row = new_row({"claim_id": "c2", "claim": "a; b", "draft": "new"}, table)
    assert table_bytes(replace(table, rows=(*table.rows, row))) == b'claim_id;cause;claim\r\nc1;X;Y\r\nc2;;"a; b"\r\n'


def test_what_an_old_encoding_lacks_makes_the_table_utf_8() -> None:
    table = read_written(table_in("claim_id,cause,claim\nc1,X,\N{POUND SIGN}\n".encode("cp1252")))
    data = table_bytes(replace(table, rows=(*table.rows, new_row({"claim": "\N{GREEK SMALL LETTER ALPHA}"}, table))))
    assert data.decode().endswith("c1,X,\N{POUND SIGN}\n,,\N{GREEK SMALL LETTER ALPHA}\n")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", "it is a torn ZIP archive"),
        (codecs.BOM_UTF16_LE, "it has no text"),
        (b"claim_id,cause\nc1,X\n", "required column 'claim' is missing"),
        (b'claim_id,cause,claim\nc1,X,"Y"Z\n', r"claims.csv:2: cannot be read as a table"),
        (b"claim_id,cause,claim\nc1,X,Y,Z\n", "row 'c1' has 4 cells, the header 3"),
    ],
)
def test_a_table_that_cannot_be_kept_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnusableError, match=reason):
        read_written(table_in(data))


def test_what_is_written_is_what_is_read() -> None:
    text = table_bytes(with_columns(read_written(table_in(PLAIN)), ["draft"])).decode()
    assert parse_claims(text)[0] == parse_claims(PLAIN)[0]
