"""Writing a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.writing import write_bytes, write_text


def test_writes_utf_8_with_its_line_breaks(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.txt", "ö\r\n")
    assert path.read_bytes() == b"\xc3\xb6\r\n"


def test_nothing_is_left_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match=r"a\.txt"):
        write_bytes(tmp_path / "a.txt", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"old"}


def refuse(_path: Path, _target: Path) -> Path:
    raise PermissionError(13, "Permission denied")


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere/a\.txt"):
        write_bytes(tmp_path / "nowhere" / "a.txt", b"")


def test_rights_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0o640)
    assert write_bytes(tmp_path / "a.txt", b"").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    write_bytes(tmp_path / "b.txt", b"new")
    assert (tmp_path / "b.txt").is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_device_is_written_to() -> None:
    assert write_bytes("/dev/null", b"x").is_char_device()
