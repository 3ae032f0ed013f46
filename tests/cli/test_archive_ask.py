"""Questions about an archive, its works and its tables, in the shell."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from graph.archive.auditing import audit_archive
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.cli import cli, main
from tests.archive.archives import CLAIMS, write_files
from tests.archive.stored import entry
from tests.cli.commands import complaint, output

TITLE = "Iron deficiency and restless legs in pregnancy"
ARTICLES = {"a": entry("k", TITLE, "10.1000/x"), "b": entry("s", TITLE.replace("deficiency", "deficency"), "")}
NOTICES = """OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature,Reason
10.1000/x,0,1/2/2020 0:00,Retraction,+Error;
"""


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The results of two articles, each with a reference that may be the other's."""
    monkeypatch.chdir(tmp_path)
    for name, bib in ARTICLES.items():
        table = CLAIMS.replace("a2001", bib[9])
        write_files(tmp_path / "root" / name, {"references.bib": bib, "claims.csv": table})
    write_files(tmp_path, {"notices.csv": NOTICES})
    audit_archive("root", "results")
    return tmp_path / "results"


@pytest.mark.usefixtures("results")
def test_text_is_columns_and_how_many_rows_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys, "archive", "ask", "results", "coverage").splitlines()
    assert [line.split()[:3] for line in lines[-3:]] == [["a", "2", "1"], ["b", "2", "1"], ["2", "rows"]]


@pytest.mark.usefixtures("results")
@pytest.mark.parametrize(("question", "option"), [("retracted", "--retractions"), ("listed-journals", "--journals")])
def test_that_there_is_no_list_to_look_in_is_said(
    question: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", "ask", "results", question]) == 0
    told = f"there is no list to look in, as the last audit had none; give one with {option}\n"
    assert capsys.readouterr() == ("nothing\n", told)


@pytest.mark.usefixtures("results")
def test_a_list_in_which_nothing_is_found_is_none_that_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    Path("none.txt").write_text("Nobody's Journal\n", encoding="utf-8")
    main(["archive", "audit", "root", "--into", "results", "--journals", "none.txt"])
    capsys.readouterr()
    assert main(["archive", "ask", "results", "listed-journals"]) == 0
    assert capsys.readouterr() == ("nothing\n", "")


@pytest.mark.usefixtures("results")
def test_a_fault_is_a_line_with_its_place_as_in_an_audit(capsys: pytest.CaptureFixture[str]) -> None:
    said = output(capsys, "archive", "ask", "results", "retracted", "--retractions", "notices.csv")
    place, severity, code, *_ = said.split()
    assert (place, severity, code) == ("a/references.bib:1:", "error", "ARC101")
    told = "(Doe 2001) was retracted on 2020-01-02 (Error); cited by 1 claim; read why, and see what holds"
    assert told in said


@pytest.mark.usefixtures("results")
def test_json_and_csv_have_all_columns_and_rows(capsys: pytest.CaptureFixture[str]) -> None:
    ask = ("archive", "ask", "results", "worst", "--format")
    rows = json.loads(output(capsys, *ask, "json"))
    read = list(csv.DictReader(io.StringIO(output(capsys, *ask, "csv"))))
    assert {row["article"] for row in rows} == {row["article"] for row in read} == {"a", "b"}


@pytest.mark.usefixtures("results")
def test_an_answer_with_nothing_in_it_still_has_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, "archive", "ask", "results", "doi-clash", "--format", "csv").startswith("kind,identifier,")


@pytest.mark.usefixtures("results")
def test_no_more_rows_than_asked_for_and_how_to_see_all(capsys: pytest.CaptureFixture[str]) -> None:
    said = output(capsys, "archive", "ask", "results", "worst", "--max", "1")
    assert said.splitlines()[-1] == "2 rows; 1 are shown, --max 0 shows all"


@pytest.mark.usefixtures("results")
def test_markdown_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    said = output(capsys, "archive", "ask", "results", "coverage-by-desk", "--format", "markdown")
    assert "| articles |" in said.splitlines()[0]


@pytest.mark.usefixtures("results")
def test_a_work_may_be_several_words(capsys: pytest.CaptureFixture[str]) -> None:
    said = output(capsys, "archive", "ask", "results", "falls-with", "deficiency", "legs")
    assert "a/claims.csv:2" in said


def test_a_folder_without_results_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "archive audit ROOT --into nowhere" in complaint(capsys, "archive", "ask", "nowhere", "worst")


@pytest.mark.usefixtures("results")
def test_a_decision_is_obeyed_by_the_next_run_and_the_next_audit(capsys: pytest.CaptureFixture[str]) -> None:
    file = Path("results", "works.csv")
    said = output(capsys, "archive", "works", "results", "--proposals", str(file))
    assert said == "2 references of 2 works, 0 cited by several articles\n"
    file.write_text(file.read_text("utf-8").replace("\n,", "\nsame,"), "utf-8")
    united = "2 references of 1 work, 1 cited by several articles, 1 decision obeyed\n"
    assert output(capsys, "archive", "works", "results") == united
    audit_archive("root", "results")
    assert "2" in output(capsys, "archive", "ask", "results", "same-work")


@pytest.mark.usefixtures("results")
def test_decisions_elsewhere_are_added_until_the_next_audit(capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = Path("elsewhere.csv")
    output(capsys, "archive", "works", "results", "--proposals", str(elsewhere))
    proposed = elsewhere.read_text("utf-8")
    Path("results", "works.csv").write_text(proposed.replace("\n,", "\nmaybe,"), "utf-8")
    audit_archive("root", "results")
    elsewhere.write_text(proposed.replace("\n,", "\nsame,"), "utf-8")
    assert "1 not" in output(capsys, "archive", "works", "results", "--proposals", str(elsewhere))
    assert "maybe," in elsewhere.read_text("utf-8")
    Path("results", "works.csv").unlink()
    elsewhere.write_text(proposed.replace("\n,", "\nsame,"), "utf-8")
    assert "1 decision obeyed" in output(capsys, "archive", "works", "results", "--proposals", str(elsewhere))
    audit_archive("root", "results")
    assert "nothing" in output(capsys, "archive", "ask", "results", "same-work")


@pytest.mark.usefixtures("results")
def test_tables_are_written_beside_the_store(capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, "archive", "export", "results").startswith("results")
    assert Path("results", "tables", "claims.parquet").is_file()


def test_questions_are_completed_with_what_they_ask() -> None:
    found = ShellComplete(cli, {}, "evidence-graph", "_X").get_completions(["archive", "ask", "results"], "cov")
    assert [each.value for each in found] == ["coverage", "coverage-by-cause", "coverage-by-desk"]
    assert found[0].help == "How many claims of each article are sourced?"


@pytest.mark.usefixtures("results")
def test_a_decision_that_cannot_be_obeyed_is_told_at_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    row = "decision,article_1,key_1,article_2,key_2\nsame,gone,k,one,k\n"
    Path("results", "works.csv").write_text(row, "utf-8")
    main(["archive", "works", "results"])
    said = capsys.readouterr()
    assert said.out.endswith(", 0 decisions obeyed, 1 not\n")
    where = Path("results", "works.csv")
    assert said.err.startswith(f"{where}:2: not obeyed: there is no reference 'k' in 'gone'")


def test_the_help_says_what_each_question_asks(capsys: pytest.CaptureFixture[str]) -> None:
    said = " ".join(output(capsys, "archive", "ask", "--help").split())
    assert all(f"{name} {each.title}" in said for name, each in ARCHIVE_QUESTIONS.items())


def test_a_question_that_there_is_not_is_told_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Invalid value for 'QUESTION': 'nonsense' is not one of" in complaint(
        capsys, "archive", "ask", ".", "nonsense"
    )


@pytest.mark.usefixtures("results")
def test_tables_that_are_damaged_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output(capsys, "archive", "export", "results")
    Path("results/tables/weights.parquet").write_bytes(b"PAR1")
    said = complaint(capsys, "archive", "ask", "results", "carriers", "--engine", "duckdb")
    assert "tables/: " in said
    assert said.endswith("write them again with 'evidence-graph archive export'")
