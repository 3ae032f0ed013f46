"""What is written at a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Place
from graph.reading import parse, read
from graph.reports.cells import cell_reader
from graph.reports.context import ReadCell

TABLE = 'Claim ID;cause;claim;low\nc1;X;"Two\nlines";5\nc2;Y;;\n'


@pytest.fixture
def cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadCell:
    """A reader of a small table and a small bibliography."""
    monkeypatch.chdir(tmp_path)
    Path("claims.csv").write_bytes(TABLE.replace("\n", "\r\n").encode("utf-16"))
    Path("references.bib").write_text("@article{a,\n  title = {T}\n}", encoding="utf-8")
    return cell_reader(read("references.bib", "claims.csv"))


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("claims.csv", 2, "low"), "5"),
        (Place("claims.csv", 2, "claim"), "Two\nlines"),
        (Place("claims.csv", 4, "low"), ""),
        (Place("claims.csv", 4, "unit"), ""),
        (Place("claims.csv", 2), "c1 | X | Two\nlines | 5"),
        (Place("claims.csv", 1, "low"), "Claim ID;cause;claim;low"),
        (Place("claims.csv", 2, "claim_id"), "c1"),
        (Place("references.bib", 2, "title"), "  title = {T}"),
        (Place("references.bib", 1), "@article{a,"),
        (Place("references.bib", 9), None),
        (Place("nowhere.bib", 1), None),
        (Place("\0", 1), None),
    ],
)
def test_what_is_written_there(cell: ReadCell, place: Place, text: str | None) -> None:
    assert cell(place) == text


def test_what_was_read_is_told_whatever_became_of_the_file(cell: ReadCell) -> None:
    Path("claims.csv").unlink()
    assert cell(Place("claims.csv", 2, "low")) == "5"


def test_a_broken_table_has_what_can_be_read() -> None:
    cell = cell_reader(parse("", 'claim_id,cause,claim\na,b,c\nd,"e'))
    assert cell(Place("claims.csv", 2, "claim")) == "c"
    assert cell(Place("claims.csv", 3, "claim")) == 'd,"e'
