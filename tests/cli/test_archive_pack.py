"""The command `archive pack`."""

from pathlib import Path

import pytest

from graph.cli import main
from tests.archive.archives import small, write_files


def audited(root: Path, output: Path) -> str:
    main(("archive", "audit", str(root), "--jobs", "1", "--format", "csv", "--output-file", str(output)))
    return output.read_text(encoding="utf-8")


def test_a_packed_archive_has_the_findings_of_its_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small(tmp_path / "root", "one", "two/three")
    assert main(("archive", "pack", str(root), str(tmp_path / "packed"))) == 0
    monkeypatch.chdir(root)
    assert audited(tmp_path / "packed", tmp_path / "b.csv") == audited(Path(), tmp_path / "a.csv")


def test_an_article_that_cannot_be_read_is_told_and_the_others_are_packed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small(tmp_path / "root", "one")
    write_files(root, {"two/claims.csv": b"", "two/claims.xlsx": b""})
    assert main(("archive", "pack", str(root), str(tmp_path / "packed"))) == 1
    said = capsys.readouterr().err
    assert "two is not packed: " in said
    assert "packed: 1 article packed" in said


def test_a_name_that_is_no_text_is_packed(tmp_path: Path) -> None:
    root = small(tmp_path / "root", "good")
    (root / "good").rename(root / "bad\udcff")
    assert main(("archive", "pack", str(root), str(tmp_path / "packed"))) == 0
    assert "bad\\udcff/claims.csv" in audited(tmp_path / "packed", tmp_path / "b.csv")


def test_an_archive_is_not_packed_into_its_own_root(tmp_path: Path) -> None:
    root = small(tmp_path / "root", "one")
    assert main(("archive", "pack", str(root), str(root))) == 2
