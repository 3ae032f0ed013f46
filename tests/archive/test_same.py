"""The same findings, byte for byte, whatever reads the articles."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.archive.formats import archive_jsonl
from graph.archive.how import HowToRead
from graph.archive.reports import ArchiveReport, View
from graph.archive.store import read_store
from tests.archive.archives import PAPER, small, write_files


@pytest.mark.parametrize("how", [HowToRead(jobs=2), HowToRead(jobs=2, method="spawn")], ids=["two", "spawned"])
def test_processes_find_what_one_finds(how: HowToRead, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)  # processes need not import what runs the tests
    monkeypatch.delattr(sys.modules["__main__"], "__file__", raising=False)
    root = small(tmp_path / "root", *(f"a{number:02}" for number in range(20)))
    write_files(root, {"papers/one.md": PAPER, "torn/claims.csv": b"PK\x03\x04", "torn/references.bib": "@article{a,"})
    found = []
    for name, each in (("one", HowToRead()), ("other", how)):
        audit_archive(root, tmp_path / name, how=each)
        with closing(read_store(str(tmp_path / name))) as store:
            found.append("".join(archive_jsonl(ArchiveReport(store, View(shown=str)))))
    assert found[0] == found[1]
