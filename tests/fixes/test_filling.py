"""Cells of a table filled in."""

from __future__ import annotations

import pytest

from graph.fixes.filling import fill
from graph.model import File, UnusableError

COLUMNS = ("by", "on")


def filled(text: str, rows: dict[int, dict[str, str]], encoding: str = "utf-8") -> str:
    return fill(File("claims.csv", text.encode(encoding), "claims"), COLUMNS, rows).data.decode(encoding)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claim_id,x\nc1,1\nc2,2\n", "claim_id,x,by,on\nc1,1,,\nc2,2,Eva,today\n"),
        ("claim_id,on,x\nc1,,1\nc2,,2", "claim_id,on,x,by\nc1,,1,\nc2,today,2,Eva"),
        ("claim_id,on,by\nc1,a,b\nc2,,\n", "claim_id,on,by\nc1,a,b\nc2,today,Eva\n"),
        ("claim_id,on,by\nc1,a,b\nc2,b,c\n", "claim_id,on,by\nc1,a,b\nc2,today,Eva\n"),
        ("claim_id,on,by\nc1,a,b\nc2\n", "claim_id,on,by\nc1,a,b\nc2,today,Eva\n"),
        ("claim_id;x\r\nc1;1\r\nc2;2\r\n", "claim_id;x;by;on\r\nc1;1;;\r\nc2;2;Eva;today\r\n"),
        ("\ufeffclaim_id,x\nc1,1\nc2,2\n", "\ufeffclaim_id,x,by,on\nc1,1,,\nc2,2,Eva,today\n"),
        ("claim_id,x\nc1,1\nc2,2,,,\n", "claim_id,x,by,on\nc1,1,,\nc2,2,Eva,today,\n"),
        ("claim_id,x\nc1\nc2,2\n", "claim_id,x,by,on\nc1\nc2,2,Eva,today\n"),
        ('claim_id,By\nc1,""\nc2,"a"\n', 'claim_id,By,on\nc1,"",\nc2,"Eva",today\n'),
    ],
)
def test_only_these_cells_are_written(before: str, after: str) -> None:
    assert filled(before, {3: {"by": "Eva", "on": "today"}}) == after


def test_rows_over_several_lines_and_empty_ones_are_counted_as_the_reader_does() -> None:
    before = 'claim_id,x\n\nc1,"1\n\n2"\nc2,2\n'
    assert filled(before, {6: {"by": "Eva", "on": ""}}) == 'claim_id,x,by,on\n\nc1,"1\n\n2",,\nc2,2,Eva,\n'


def test_a_row_that_is_torn_is_left_alone() -> None:
    assert filled('claim_id,x\nc1,"1"2\nc2,2\n', {3: {"by": "Eva"}}) == 'claim_id,x,by,on\nc1,"1"2\nc2,2,Eva,\n'


@pytest.mark.parametrize(("value", "cell"), [("Eva, E.", '"Eva, E."'), ('"E"', '"""E"""'), ("E;", "E;")])
def test_a_cell_gets_quotes_where_it_needs_them(value: str, cell: str) -> None:
    assert filled("claim_id,by,on\nc1,,\n", {2: {"by": value, "on": value}}) == f"claim_id,by,on\nc1,{cell},{cell}\n"
    assert filled("claim_id,x\nc1,\n", {2: {"by": value, "on": value}}).endswith(f"\nc1,,{cell},{cell}\n")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_table_keeps_its_encoding(encoding: str) -> None:
    assert filled("claim_id,x\nc1,Sjögren\n", {2: {"by": "Eva"}}, encoding) == "claim_id,x,by,on\nc1,Sjögren,Eva,\n"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"claim_id,x\nc1,1,2\n", "claims.csv:2: has more cells than the header"),
        ("claim_id,x\nc1,Sjögren\n".encode("cp1252"), "its encoding lacks letters"),
        (b"claim_id,x\0\nc1,1\n", "cannot be written to as it is"),
        (b"sep=,\nclaim_id,x\nc1,1\n", "cannot be written to as it is"),
    ],
)
def test_a_table_that_would_be_harmed_is_refused(data: bytes, fault: str) -> None:
    with pytest.raises(UnusableError, match=fault):
        fill(File("claims.csv", data, "claims"), COLUMNS, {2: {"by": "Łucja"}, 3: {"by": "Łucja"}})


def test_a_row_with_too_many_cells_keeps_them_where_no_column_is_added() -> None:
    assert filled("claim_id,by,on\nc1,,,2\n", {2: {"by": "Eva", "on": "x"}}) == "claim_id,by,on\nc1,Eva,x,2\n"
