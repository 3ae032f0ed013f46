"""The command `archive audit`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.archive import pool
from graph.archive import run as running
from graph.archive.work import ReadArticle
from graph.cli import main
from tests.archive.archives import asked, small, write_files
from tests.written import PACKED, unpacked


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with an archive of two articles."""
    monkeypatch.chdir(tmp_path)
    small(tmp_path / "articles", "a", "b")
    return tmp_path


def run(*options: str) -> int:
    return main(["archive", "audit", "articles", "--jobs", "1", *options])


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 1), (["--fail-on", "never"], 0), (["--select", "REF202"], 0), (["--select", "nothing"], 2)],
)
def test_the_exit_code_is_that_of_an_audit(options: list[str], code: int) -> None:
    assert run(*options) == code


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "ARC"], {"ARC003"}),
        (["--select", "CLM001"], {"CLM001"}),
        (["--ignore", "unknown-article", "--select", "CLM001,ARC"], {"CLM001"}),
    ],
)
def test_rules_about_archives_are_chosen_as_others(
    options: list[str], codes: set[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(folder, {"articles/articles.csv": "article\nz\n"})
    run("--format", "json", *options)
    assert {each["code"] for each in json.loads(capsys.readouterr().out)["findings"]} == codes


def test_places_can_be_opened_from_here(capsys: pytest.CaptureFixture[str]) -> None:
    run("--select", "CLM001")
    assert "articles/a/claims.csv:3: error CLM001" in capsys.readouterr().out.replace("warning", "error")


def test_what_is_found_is_kept_and_read_once(capsys: pytest.CaptureFixture[str]) -> None:
    run("--into", "results")
    assert capsys.readouterr().err == "results: 2 articles read, 0 unchanged\n"
    run("--into", "results")
    assert capsys.readouterr().err == "results: 0 articles read, 2 unchanged\n"


def test_without_a_folder_nothing_is_kept(folder: Path) -> None:
    run()
    assert [path.name for path in folder.iterdir()] == ["articles"]


def test_findings_can_be_written_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("--format", "json", "--output-file", "found.json")
    assert json.loads((folder / "found.json").read_text(encoding="utf-8"))["summary"]["articles"] == 2
    assert capsys.readouterr().out.startswith("2 articles, ")


def test_no_file_of_an_article_is_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "csv", "--output-file", "articles/a/claims.csv") == 2
    assert "is read from and would be overwritten" in capsys.readouterr().err


def test_lists_are_kept_for_questions(folder: Path) -> None:
    write_files(
        folder,
        {
            "rw.csv": "OriginalPaperDOI,RetractionNature,RetractionDate,Reason\n10.1/a,Retraction,1/2/2020,Error\n",
            "journals.txt": "Journal of Nothing\n",
        },
    )
    run("--into", "results", "--retractions", "rw.csv", "--journals", "journals.txt")
    assert asked(folder / "results", "SELECT state, date, reason FROM retractions") == [
        ("retraction", "2020-01-02", "Error")
    ]
    assert asked(folder / "results", "SELECT journal FROM journals") == ["journal of nothing"]


def test_another_list_has_no_article_read_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(folder, {"journals.txt": "Journal of Nothing\n"})
    run("--into", "results")
    run("--into", "results", "--journals", "journals.txt")
    assert capsys.readouterr().err.splitlines()[-1] == "results: 0 articles read, 2 unchanged"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["gone"], "gone: no such folder"),
        (["empty"], "empty: no article in it; an article is a folder with claims.csv, or a manuscript"),
        (["tables"], "tables: no article in it; tables/export.csv has a column 'article'; name that file instead"),
        (
            ["other"],
            "other: no article in it; an article is a folder with claims.csv, or a manuscript; 1 file not read",
        ),
        (["a.txt"], "a.txt: a file with many articles is a table of claims with a column 'article', or a set of JATS"),
        (["posts.csv"], "posts.csv: a file with many articles is a table of claims with a column 'article'; if 'slug'"),
        (["articles", "--into", "articles/."], "the results cannot stand in the root itself"),
        (["articles", "--into", "a.txt"], "a.txt: File exists"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: list[str], why: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty").mkdir()
    tables = {"tables/export.csv": "article,claim_id,cause,claim\n", "posts.csv": "slug,claim_id,cause,claim\n"}
    write_files(folder, {"a.txt": "A text.", "other/a.rtf": "", **tables})
    assert main(["archive", "audit", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"evidence-graph: error: {why}")


def test_what_settings_say_of_one_article_is_passed_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(folder, {"evidence-graph.toml": '[article]\ntitle = "One"\n'})
    run("--into", "results")
    assert "what they say of one is passed over: about" in capsys.readouterr().err
    assert asked(folder / "results", "SELECT DISTINCT title FROM articles") == [""]


@pytest.mark.parametrize(("options", "settings"), [(["--exclude", "b"], ""), ([], '[files]\nexclude = ["b"]\n')])
def test_what_is_excluded_is_no_article(options: list[str], settings: str, folder: Path) -> None:
    (folder / "evidence-graph.toml").write_text(settings, encoding="utf-8")
    run("--into", "results", *options)
    assert asked(folder / "results", "SELECT name FROM articles") == ["a"]


def test_where_nothing_has_changed_nobody_waits_for_what_reads_articles() -> None:
    run("--into", "results")
    again = "import sys; from graph.cli import main; main([*sys.argv[1:]]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", again, "archive", "audit", "articles", "--into", "results"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert "2 unchanged" in result.stderr
    assert {"multiprocessing", "graph.reading.articles"} & set(result.stderr.split()) == set()


@pytest.fixture
def stopped_after_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C comes when one article has been read."""
    before = pool.outcomes

    def stopped(*arguments: Any) -> Iterator[tuple[Any, ReadArticle]]:
        yield next(before(*arguments))
        os.kill(os.getpid(), signal.SIGINT)
        yield from ()

    monkeypatch.setattr(running, "outcomes", stopped)


@pytest.mark.usefixtures("stopped_after_one")
def test_ctrl_c_keeps_what_is_done(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--into", "results") == 2
    *_, line = capsys.readouterr().err.splitlines()
    assert line == "evidence-graph: error: stopped after 1 article; what was read is in results; run it again to go on"
    assert asked(folder / "results", "SELECT name FROM articles") == ["a"]


@pytest.mark.usefixtures("stopped_after_one")
@pytest.mark.parametrize("option", ["--write-baseline", "--output-file"])
def test_ctrl_c_leaves_what_was_written_as_it_was(option: str, folder: Path) -> None:
    write_files(folder, {"known.json": "[]"})
    assert run(option, "known.json") == 2
    assert (folder / "known.json").read_text() == "[]"


def test_a_baseline_makes_only_new_findings_fail(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--write-baseline", "known.json") == 0
    assert run("--baseline", "known.json") == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    small(folder / "articles", "c")
    assert run("--baseline", "known.json") == 1


def test_a_baseline_on_stdout_is_nothing_but_that(capsys: pytest.CaptureFixture[str]) -> None:
    run("--write-baseline", "-", "--select", "CLM001")
    assert [each["article"] for each in json.loads(capsys.readouterr().out)] == ["a", "b"]


@pytest.mark.parametrize(
    ("written_by", "read_by", "said"),
    [
        (
            ["audit", "articles/a"],
            ["archive", "audit", "articles"],
            "of an article; write one with 'archive",
        ),
        (
            ["archive", "audit", "articles"],
            ["audit", "articles/a"],
            "of an archive; write one with 'audit",
        ),
    ],
)
def test_the_baseline_of_an_article_is_none_of_an_archive(
    written_by: list[str], read_by: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*written_by, "--write-baseline", "known.json"])
    assert main([*read_by, "--baseline", "known.json"]) == 2
    assert f"known.json: the baseline {said}" in capsys.readouterr().err


def test_pages_excuse_what_the_audit_excused(folder: Path) -> None:
    run("--write-baseline", "known.json")
    run("--baseline", "known.json", "--into", "results")
    main(["archive", "build", "results", "--pages", "a"])
    page = PACKED.sub(unpacked, (folder / "results/articles/a/evidence.html").read_bytes())
    assert b"known already" in page


def test_a_decision_has_its_place_in_the_folder_of_the_results(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = "decision,article_1,key_1,article_2,key_2\nsame,a,a2001,b,gone\n"
    write_files(folder, {"results/works.csv": row})
    run("--into", "results", "--select", "ARC105")
    assert "    results/works.csv:2: warning ARC105" in capsys.readouterr().out


def test_only_what_stands_under_a_heading_is_looked_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = "# Iron\n\nLow iron does it.\n\n# Sleep\n\nSleep mends it.\n"
    write_files(folder, {"articles/c/paper.md": paper, "articles/d/paper.md": "# Other\n\nIt is so.\n"})
    assert run("--section", "sleep", "--format", "json") in {0, 1}
    articles = json.loads(capsys.readouterr().out)["articles"]
    assert {each["name"]: each["claims"] for each in articles} == {"a": 0, "b": 0, "c/paper.md": 1, "d/paper.md": 0}


def test_a_heading_that_no_article_has_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--section", "iron c") == 2
    assert "no claim stands under a heading 'iron c'; name a heading" in capsys.readouterr().err
