"""What the commands of an archive say of stores that they cannot use, and of a table that is the root."""

import sqlite3
from pathlib import Path

import pytest

from graph.archive.store import STORE, cure_of
from graph.cli import main
from tests.archive.archives import BIB, asked, small, write_files


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(("archive", *arguments)) == 2
    return capsys.readouterr().err


def test_a_store_that_is_damaged_inside_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, into = small(tmp_path / "root", *"abcdefgh"), tmp_path / "into"
    main(("archive", "audit", str(root), "--into", str(into), "--jobs", "1"))
    whole = (into / STORE).read_bytes()
    (into / STORE).write_bytes(whole[:4096] + b"\xff" * 40_000 + whole[44_096:])
    capsys.readouterr()
    assert "fault of evidence-graph" not in complaint(capsys, "works", str(into))


def test_a_store_whose_schema_is_no_text_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, into = small(tmp_path / "root", "a"), tmp_path / "into"
    main(("archive", "audit", str(root), "--into", str(into), "--jobs", "1"))
    whole = (into / STORE).read_bytes()
    (into / STORE).write_bytes(whole.replace(b"CREATE INDEX", b"CREATE \xd8NDEX", 1))
    capsys.readouterr()
    for command in (["works", str(into)], ["audit", str(root), "--into", str(into)]):
        assert "archive.db: database disk image is malformed; delete it" in complaint(capsys, *command)


@pytest.mark.parametrize(
    ("code", "cure"),
    [
        (sqlite3.SQLITE_FULL, "make room on the disk"),
        (sqlite3.SQLITE_IOERR_WRITE, "is the disk full?"),
        (sqlite3.SQLITE_BUSY, "another command writes there"),
        (sqlite3.SQLITE_LOCKED, "another command writes there"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "see that it and its folder can be written to"),
        (sqlite3.SQLITE_CANTOPEN, "see that it and its folder can be written to"),
        (sqlite3.SQLITE_CORRUPT, "delete it"),
        (None, "delete it"),
    ],
)
def test_the_cure_is_that_of_the_error(code: int | None, cure: str) -> None:
    error = sqlite3.DatabaseError()
    if code is not None:
        error.sqlite_errorcode = code
    assert cure_of(error).startswith(cure)


def test_a_store_that_is_a_folder_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = small(tmp_path / "root", "one")
    (tmp_path / "into" / STORE).mkdir(parents=True)
    said = complaint(capsys, "audit", str(root), "--into", str(tmp_path / "into"), "--jobs", "1")
    assert "archive.db: unable to open database file; see that" in said


def test_a_root_without_a_name_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no file can be called" in complaint(capsys, "audit", "")


def test_decisions_that_are_not_there_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(("archive", "audit", str(small(tmp_path / "root", "one")), "--into", str(tmp_path), "--jobs", "1"))
    assert "gone.csv: no such file" in complaint(capsys, "works", str(tmp_path), "--decisions", "gone.csv")


def test_places_in_a_table_that_is_the_root_are_where_its_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = "article,claim_id,cause,claim,supports\nx,c1,Iron,Low iron does it.,\ny,c1,Iron,It is so.,a2001\n"
    write_files(tmp_path, {"all/many.csv": table, "all/references.bib": BIB})
    monkeypatch.chdir(tmp_path)
    main(("archive", "audit", "all/many.csv", "--into", "into", "--jobs", "1", "--format", "csv"))
    assert ",all/many.csv,2," in capsys.readouterr().out
    assert main(("archive", "build", "into", "--pages", "all", "--jobs", "1")) == 0


def test_works_leaves_findings_as_the_settings_ask_for_them(tmp_path: Path) -> None:
    root, into = small(tmp_path / "root", "one", "two"), tmp_path / "into"
    one = BIB.replace("10.1/a", "10.1000/a")
    two = one.replace("Iron and restless legs in pregnancy", "Coffee after noon").replace("Doe, Jo", "Roe, Al")
    write_files(root, {"one/references.bib": one, "two/references.bib": two})
    options = ("--into", str(into), "--jobs", "1")
    main(("archive", "audit", str(root), *options))
    assert asked(into, "SELECT count(*) > 0 FROM findings WHERE code = 'ARC103'") == [1]
    main(("archive", "audit", str(root), *options, "--ignore", "ARC103"))
    main(("archive", "works", str(into)))
    assert asked(into, "SELECT count(*) FROM findings WHERE code = 'ARC103'") == [0]
