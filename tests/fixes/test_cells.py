"""Where the cells of a table stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.fixes.cells import find_table, replace_part, scan_row, whole_keys
from graph.fixes.edits import Text, line_starts
from graph.reading import parse
from graph.reading.problems import Problems
from graph.reading.table import delimiter, read_lines
from graph.reading.text import unix_lines


@pytest.mark.parametrize(
    ("written", "new", "edit"),
    [
        ("key", "y", (1, 3, "y")),
        ("key", ';"', (0, 3, '"k;"""')),
        ("", '"', (0, 0, '""""')),
        ('"key"', '"', (2, 4, '""')),
    ],
)
def test_a_cell_gets_quotes_where_what_it_says_then_needs_them(
    written: str, new: str, edit: tuple[int, int, str]
) -> None:
    (cell,) = scan_row(written, 0, ";")
    assert replace_part(cell, min(1, len(cell.value)), len(cell.value), new) == edit


@pytest.mark.parametrize("row", ['"a"b', '"a', 'a,"b" '])
def test_a_torn_row_has_no_cells(row: str) -> None:
    assert scan_row(row, 0, ",") == []


CELL = st.text(alphabet=st.sampled_from('ab;,\t"\n\r \u00a0\u2028\x1cé'), max_size=6)


@given(text=st.lists(st.lists(CELL, max_size=4).map(",".join), max_size=5).map("\r".join), marked=st.booleans())
def test_the_scanner_agrees_with_the_reader(*, text: str, marked: bool) -> None:
    source = Text("\ufeff" * marked + text, "utf-8")
    starts, mark, text = line_starts(source), delimiter(unix_lines(text)), source.text
    for line, row in read_lines(unix_lines(text.removeprefix("\ufeff")), Problems("")):
        assert [unix_lines(cell.value) for cell in scan_row(text, starts[line - 1], mark)] == row


@given(st.text(alphabet=st.sampled_from('ab;()" \u00a0\u2028\u200b'), max_size=12))
def test_the_keys_of_a_cell_are_those_that_the_reader_finds(cell: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    read = {
        each.reference for each in parse("", f"claim_id,cause,claim,supports\nc1,X,Y,{quoted}\n").claims["c1"].citations
    }
    found = {" ".join(key.split()) for _, key, _, _ in whole_keys(cell)}
    assert found == {key for key in read if key}


def test_the_table_of_a_torn_header_has_no_columns() -> None:
    assert find_table(Text('"claim_id,cause', "utf-8")).header == {}
