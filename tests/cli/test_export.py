"""The command `export`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from graph.cli import cli
from graph.exports import EXPORTS
from tests.cli.commands import complaint, output


@pytest.mark.usefixtures("data")
def test_the_help_lists_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "export", "--help")
    assert all(f"\n  {name} " in text for name in EXPORTS)


@pytest.mark.usefixtures("data")
def test_an_unknown_format_is_answered_with_a_proposal(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "export", "bibtx") == "no format is called 'bibtx'; did you mean 'bibtex'?"


def test_a_shell_completes_the_name_of_a_format() -> None:
    completing = ShellComplete(cli, {}, "evidence-graph", "_EVIDENCE_GRAPH_COMPLETE")
    assert [each.value for each in completing.get_completions(["export"], "gr")] == ["graphml"]


@pytest.mark.usefixtures("data")
def test_a_text_is_written_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, "export", "bibtex", "--cited-by", "c2").startswith("@article{roth2011,")


@pytest.mark.usefixtures("data")
def test_a_text_is_written_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "export", "bibtex", "--about", "coffee", "-o", "coffee.bib")
    assert text == "coffee.bib: written, from 2 claims and 3 references\n"
    assert (folder / "coffee.bib").read_text(encoding="utf-8").count("@article") == 3


def test_a_folder_gets_a_file_of_a_name_that_says_what_it_is(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, "export", "bibtex", "-o", "data").startswith("data/evidence.bib: written")
    assert (data / "evidence.bib").exists()


def test_what_is_read_from_is_not_written_over(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "references.bib").read_bytes()
    assert "would be overwritten" in complaint(capsys, "export", "bibtex", "-o", "data/references.bib")
    assert (data / "references.bib").read_bytes() == before


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("--about=Coffe", "no cause is called 'Coffe'; did you mean 'Coffee'?"),
        ("--cited-by=c11", "no claim is called 'c11'; did you mean 'c1'?"),
    ],
)
def test_what_there_is_not_is_said_in_one_line(wish: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "export", "bibtex", wish) == said


@pytest.mark.usefixtures("data")
def test_several_files_want_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "export", "csv") == "csv is several files; name the folder for them with -o FOLDER"


@pytest.mark.usefixtures("data")
def test_several_files_are_written_into_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output(capsys, "export", "csv", "--about", "Noise", "-o", "out/tables")
    assert (folder / "out" / "tables" / "claims.csv").read_text(encoding="utf-8").count("\n") == 2


def test_a_folder_that_has_what_is_read_is_left_alone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(path.name for path in data.iterdir())
    assert "data/claims.csv: is read from" in complaint(capsys, "export", "csv", "-o", "data")
    assert sorted(path.name for path in data.iterdir()) == before


def test_findings_are_those_of_the_settings_about_what_is_chosen(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data.parent / "evidence-graph.toml").write_text('select = ["CLM001"]\n', encoding="utf-8")
    output(capsys, "export", "csv", "--about", "Noise", "-o", "tables")
    findings = (data.parent / "tables" / "findings.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[1] for line in findings[1:]] == ["CLM001"]


def test_the_article_is_called_as_the_settings_say(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data.parent / "evidence-graph.toml").write_text('[article]\ntitle = "Sleep and drinks"\n', encoding="utf-8")
    assert "Sleep and drinks" in output(capsys, "export", "graphml")


def test_a_folder_that_cannot_be_made_is_one_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data.parent / "tables").write_text("a file", encoding="utf-8")
    assert complaint(capsys, "export", "csv", "-o", "tables") == "tables: File exists; name another"


def test_parquet_that_is_not_installed_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    output(capsys, "init")
    said = "Parquet needs pyarrow: pip install 'evidence-graph[parquet]'; or export csv"
    assert complaint(capsys, "export", "parquet", "-o", "tables") == said
    assert not (folder / "tables").exists()
