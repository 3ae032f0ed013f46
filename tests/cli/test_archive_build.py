"""The command `archive build`."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.cli import main

MANUSCRIPT = "family/iron-in-pregnancy"


@pytest.fixture
def results(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the results of an archive of two articles, in which the command runs."""
    for table in [*archive.rglob("claims.csv")]:
        if table.parent.name != "pregnancy":
            table.unlink()
    monkeypatch.chdir(tmp_path)
    audit_archive(archive.name, "results")
    return tmp_path / "results"


def test_the_index_and_pages_are_written(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "build", "results"]) == 0
    said = capsys.readouterr().out.replace("\\", "/")
    assert re.fullmatch(r"results/index\.html: written, \d+ kB; 2 pages built, 2 in all\n", said)
    assert (results / "articles" / MANUSCRIPT / "evidence.html").is_file()
    assert "Iron in pregnancy" in (results / "index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("results")
def test_one_page_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "build", "results", "--pages", MANUSCRIPT, "--title", "Ours"]) == 0
    assert "1 page built, 1 in all" in capsys.readouterr().out
    assert "<title>Ours</title>" in Path("results", "index.html").read_text(encoding="utf-8")


def test_pages_are_the_same_whatever_the_number_of_processes(results: Path) -> None:
    pages = {}
    for jobs in ("1", "2"):
        assert main(["archive", "build", "results", "--pages", "all", "--jobs", jobs]) == 0
        pages[jobs] = {path: path.read_bytes() for path in sorted(results.rglob("*.html"))}
        for path in results.rglob("evidence.html"):
            path.unlink()
    assert pages["1"] == pages["2"]


@pytest.mark.skipif(sys.platform != "linux", reason="here all names are letters")
def test_an_article_whose_name_is_no_utf_8_has_not_changed(
    results: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / os.fsdecode(b"caf\xe9.md")).write_text("# Tea\n\nIt is so.\n", encoding="utf-8")
    audit_archive(archive.name, "results")
    assert main(["archive", "build", results.name, "--pages", "all"]) == 0
    assert capsys.readouterr().err == ""


def test_what_has_changed_since_the_audit_is_said(
    results: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = archive / "family" / "pregnancy" / "claims.csv"
    table.write_text(f"{table.read_text(encoding='utf-8')}new,Pregnancy,New.,,,,,,,\n", encoding="utf-8")
    assert main(["archive", "build", results.name]) == 0
    assert "family/pregnancy: has changed since the audit; its page is of what it is now" in capsys.readouterr().err


@pytest.mark.usefixtures("results")
def test_a_page_that_cannot_be_built_is_said_by_name(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "family" / "pregnancy" / "claims.csv").unlink()
    assert main(["archive", "build", "results"]) == 2
    said = capsys.readouterr().err
    assert "family/pregnancy: no page: it is no longer there; audit the archive again" in said
    assert "1 page could not be built" in said
    assert Path("results", "index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["results", "--pages", "famly/pregnancy"], "no article is called 'famly/pregnancy'; did you mean"),
        (["archive"], "archive: has no archive.db; make it with 'evidence-graph archive audit ROOT --into archive'"),
    ],
)
@pytest.mark.usefixtures("results")
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", "build", *arguments]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
