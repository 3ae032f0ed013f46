"""The files of an archive, mended by `archive audit --fix`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from graph import fixes
from graph.archive.work import OutOfTime
from graph.cli import main
from graph.model import File
from tests.archive.archives import write_files

BOOK = "@book{{{key}, title = {{{title}}}, author = {{Doe, Jo}}, year = 2001, publisher = {{P}}, doi = {{{doi}}}}}\n"
TABLE = "claim_id,cause,claim,supports\nc1,Iron,It does.,{}\n"
FILES = {
    "references.bib": BOOK.format(key="doe2001", title="Iron", doi="doi:10.1000/a"),
    "a/claims.csv": TABLE.format("Doe2001"),
    "b/claims.csv": TABLE.format("doe2001"),
    "own/references.bib": BOOK.format(key="own", title="Sleep", doi="https://doi.org/10.1000/b"),
    "own/claims.csv": TABLE.format("own"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with an archive of two articles that share a library, and one that has its own."""
    monkeypatch.chdir(tmp_path)
    return write_files(tmp_path, {f"articles/{name}": text for name, text in FILES.items()})


def run(*options: str) -> int:
    return main(["archive", "audit", "articles", "--fail-on", "error", *options])


def changed(folder: Path) -> set[str]:
    return {name for name, text in FILES.items() if (folder / "articles" / name).read_text(encoding="utf-8") != text}


def test_what_can_be_mended_is_looked_at_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--diff") == 1
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("+++")] == [
        "+++ articles/references.bib",
        "+++ articles/own/references.bib",
    ]
    assert changed(folder) == set()


def test_nothing_to_mend_is_nothing_to_look_at(capsys: pytest.CaptureFixture[str]) -> None:
    run("--fix")
    capsys.readouterr()
    assert run("--diff") == 0
    assert capsys.readouterr().err.splitlines()[:1] == ["nothing to mend"]


def test_libraries_and_articles_are_mended(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("--fix")
    assert changed(folder) == {"references.bib", "own/references.bib"}
    assert capsys.readouterr().err.splitlines() == [
        "fixed articles/references.bib:1: REF206 malformed-doi: 'doi:10.1000/a' becomes '10.1000/a'",
        "fixed articles/own/references.bib:1: REF206 malformed-doi: 'https://doi.org/10.1000/b' becomes '10.1000/b'",
        "1 more to fix with --unsafe-fixes; look with --diff",
    ]


def test_what_is_left_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--fix") == 1
    assert run("--fix", "--unsafe-fixes") == 0
    assert "1 reference" in capsys.readouterr().out


def test_a_key_becomes_that_of_the_library(folder: Path) -> None:
    run("--fix", "--unsafe-fixes", "--select", "CLM002")
    assert (folder / "articles/a/claims.csv").read_text(encoding="utf-8") == FILES["b/claims.csv"]
    assert changed(folder) == {"a/claims.csv"}


def test_an_article_leaves_the_library_as_it_is(folder: Path) -> None:
    slip = {"references.bib": FILES["references.bib"].replace("doe2001", "doe2001\u2019").replace("doi:", "")}
    write_files(folder / "articles", slip)
    assert run("--fix", "--unsafe-fixes") == 1
    assert (folder / "articles/references.bib").read_text(encoding="utf-8") == slip["references.bib"]


def test_what_a_baseline_knows_is_mended_too(folder: Path) -> None:
    run("--write-baseline", "known.json")
    run("--baseline", "known.json", "--fix")
    assert changed(folder) == {"references.bib", "own/references.bib"}


def test_what_is_ignored_is_left_alone(folder: Path) -> None:
    run("--fix", "--ignore", "REF206,ARC")
    assert changed(folder) == set()


def test_the_store_is_that_of_the_mended_files(capsys: pytest.CaptureFixture[str]) -> None:
    run("--into", "results", "--fix")
    capsys.readouterr()
    run("--into", "results", "--fix")
    assert capsys.readouterr().err.splitlines() == [
        "1 more to fix with --unsafe-fixes; look with --diff",
        "results: 0 articles read, 3 unchanged",
    ]


def test_a_file_that_cannot_be_written_costs_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write = fixes.write_changes

    def fail_first(before: Sequence[File], after: Sequence[File]) -> list[Path]:
        if before[0].name == "references.bib":
            raise PermissionError(13, "Permission denied", before[0].path)
        return write(before, after)

    monkeypatch.setattr(fixes, "write_changes", fail_first)
    run("--fix")
    assert "references.bib: not mended: articles/references.bib: Permission denied\n" in capsys.readouterr().err
    assert changed(folder) == {"own/references.bib"}


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OutOfTime(), "it takes longer than 60 s; give it more with --time-limit"),
        (KeyError("x"), "a fault of evidence-graph itself, please report it; KeyError: 'x'"),
    ],
    ids=["too long", "a fault of ours"],
)
def test_an_article_that_cannot_be_mended_costs_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, why: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("graph.archive.fixing.load_article", fail)
    run("--fix")
    assert f"own: not mended: {why}\n" in capsys.readouterr().err
    assert changed(folder) == {"references.bib"}


def test_a_table_of_several_articles_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "article,claim_id,cause,claim,supports\nx,c1,Iron,It does.,Doe2001\ny,c1,Iron,It does.,Doe2001\n"
    write_files(folder, {"many/claims.csv": table, "many/references.bib": FILES["references.bib"]})
    main(["archive", "audit", "many", "--fix", "--unsafe-fixes", "--select", "CLM002"])
    where = "many: not mended: 2 articles in one file of many, or packed; mend the files that they come from\n"
    assert where in capsys.readouterr().err
    assert (folder / "many/claims.csv").read_text(encoding="utf-8") == table


def test_looking_and_writing_do_not_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--diff", "--output-file", "x.txt") == 2
    assert "--diff only looks" in capsys.readouterr().err
