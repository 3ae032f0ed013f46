"""Commands on a table that is a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.cli import main
from tests.reading.test_spreadsheets import row, workbook

CLAIMS = row(1, "claim_id", "cause", "claim", "supports") + row(2, "c1", "Coffee", "It keeps awake.", "Drake2013 ")
VALUES = row(1, "claim_id", "reference", "source_quote") + row(2, "c1", "drake2013", "awake")


@pytest.fixture(autouse=True)
def data(folder: Path) -> Path:
    """The folder data/ with a spreadsheet of claims."""
    (folder / "data").mkdir()
    (folder / "data" / "references.bib").write_text("@article{drake2013, title = {Caffeine}}\n", encoding="utf-8")
    (folder / "data" / "claims.xlsx").write_bytes(workbook(CLAIMS))
    return folder / "data"


def test_a_spreadsheet_in_the_folder_is_read_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--select", "CLM002"]) in {0, 1}
    said = capsys.readouterr()
    assert said.err == "data/claims.xlsx: read, as there is no claims.csv\n"
    assert "data/claims.xlsx:2" in said.out


def test_a_library_of_another_format_in_the_folder_is_read_and_that_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data" / "references.bib").unlink()
    (folder / "data" / "references.csv").write_text("citekey,title,year\nDrake2013,Caffeine,2013\n", encoding="utf-8")
    assert main(["audit", "--select", "CLM002"]) == 0
    assert "data/references.csv: read, as there is no references.bib\n" in capsys.readouterr().err


def test_nothing_is_said_of_a_library_that_is_not_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data" / "references.bib").rename(folder / "data" / "references.txt")
    (folder / "a.md").write_text(
        "It is so [1].\n\n# References\n\n1. Lee A. Iron. Sleep. 2015;3:1.\n", encoding="utf-8"
    )
    assert main(["audit", "a.md"]) in {0, 1}
    assert not capsys.readouterr().err


def test_two_tables_in_the_folder_are_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data" / "claims.csv").write_text("claim_id,cause,claim\n", encoding="utf-8")
    assert main(["audit"]) == 2
    line = "evidence-graph: error: data: has claims.csv and claims.xlsx; name the one that is meant with --claims\n"
    assert capsys.readouterr().err == line


def test_source_values_may_be_a_spreadsheet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data" / "evidence.xlsx").write_bytes(workbook(VALUES.replace("drake2013", "Drake2013")))
    assert main(["build"]) == 0
    assert "data/evidence.xlsx: read, as there is no evidence.csv\n" in capsys.readouterr().err
    assert "awake" in Path("evidence.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", [("--fix",), ("--fix", "--diff")], ids=" ".join)
def test_a_spreadsheet_is_not_mended_and_that_is_said(
    option: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "data" / "claims.xlsx").read_bytes()
    assert main(["audit", "--unsafe-fixes", *option]) in {0, 1}
    said = "data/claims.xlsx: is a spreadsheet, which is left alone; save it as CSV to have it mended\n"
    assert said in capsys.readouterr().err
    assert (folder / "data" / "claims.xlsx").read_bytes() == before


def test_a_finding_shows_the_cell(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--select", "CLM002", "--format", "full"])
    assert "2 | Drake2013" in capsys.readouterr().out
