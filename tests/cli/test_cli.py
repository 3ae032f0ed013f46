"""The command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from graph.archive.rules import ARCHIVE_RULES
from graph.cli import COMMAND_PLACES, cli, main
from graph.rules import RULES
from tests.cli.commands import complaint, output
from tests.examples import REFERENCES


@pytest.mark.parametrize("command", ["", *sorted(COMMAND_PLACES), "ask unsourced", "ask about", "ask rests-on"])
def test_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Example:\n    evidence-graph " in output(capsys, *command.split(), "--help")


def test_an_empty_folder_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "build") == (
        "data/references.bib: no such file; name it with --data, --references or --claims,"
        " or try 'evidence-graph init' for a sample"
    )


def test_init_then_build(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "next: evidence-graph build" in output(capsys, "init")
    text = output(capsys, "build")
    assert re.search(r"^\d+ checks on 106 claims, 21 references, 35 causes: ", text)
    assert "evidence.html: written" in text
    assert (folder / "evidence.html").stat().st_size > 100_000


def test_init_puts_the_sample_of_a_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output(capsys, "init", "--sample", "lysis")
    assert "Lysis times" in (folder / "data" / "claims.csv").read_text(encoding="utf-8")


def test_init_puts_an_archive(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "next: evidence-graph archive audit articles" in output(capsys, "init", "--sample", "archive", "articles")
    assert (folder / "articles" / "neurology" / "parkinson" / "claims.csv").is_file()


@pytest.mark.parametrize(
    ("name", "cure"), [("lysi", "; did you mean 'lysis'?"), ("phages", "; there are rls, lysis and archive")]
)
def test_a_sample_that_there_is_not(name: str, cure: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "init", "--sample", name) == f"no sample is called {name!r}{cure}"
    assert not (folder / "data").exists()


def test_the_help_names_the_samples(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "init", "--help")
    assert {"rls,", "lysis,", "archive,"} <= set(text.split())


def test_init_leaves_files_alone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "exists already" in complaint(capsys, "init")
    assert (data / "references.bib").read_text(encoding="utf-8") == REFERENCES


@pytest.mark.usefixtures("data")
def test_audit_exits_with_1_for_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit"]) == 1
    assert f"{Path('data/claims.csv')}:5: warning CLM001 uncited-claim: " in capsys.readouterr().out


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("never", 0)])
def test_audit_fails_on(fail_on: str, code: int) -> None:
    assert main(["audit", "--fail-on", fail_on]) == code


@pytest.mark.usefixtures("data")
def test_audit_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["summary"]["claims"] == 4


@pytest.mark.usefixtures("data")
def test_output_that_is_no_terminal_has_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit"])
    assert "\x1b" not in capsys.readouterr().out


def test_rules_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    listed = output(capsys, "rules").splitlines()
    assert len(listed) == len(RULES) + len(ARCHIVE_RULES)
    assert "CLM001 uncited-claim warning A claim has no source: no reference" in " ".join(" ".join(listed).split())


def test_rules_are_found_by_a_part_of_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert {line.split()[0] for line in output(capsys, "rules", "Cause").splitlines()} == {"GRF402", "GRF403", "GRF405"}


def test_a_rule_is_explained_by_a_part_of_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, "explain", "uncited").startswith("CLM001 uncited-claim")


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(output(capsys, "rules", "--format", "json"))[0]["code"] == "CLM001"


@pytest.mark.parametrize("name", ["CLM001", "clm001", "uncited-claim"])
def test_explain(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\nWhy:\n    A reader cannot check it." in output(capsys, "explain", name)


@pytest.mark.parametrize("name", ["ARC103", "arc103", "doi-clash", "clash"])
def test_a_rule_about_archives_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "explain", name)
    assert text.startswith("ARC103 doi-clash (warning; only of an archive)\n\nReferences of two articles")
    assert "\nWhy:\n    Most of these were copied" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["explain", "uncited-claims"], "no rule is called 'uncited-claims'; did you mean 'uncited-claim'?"),
        (["explain"], "Missing argument 'CODE'; see 'evidence-graph explain --help'"),
        (["buidl"], "No such command 'buidl'"),
        (["audit", "--references", "."], ".: Is a directory"),
    ],
)
@pytest.mark.usefixtures("data")
def test_complaints_are_one_line(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, *arguments).startswith(message)


def test_a_page_that_cannot_be_written_is_a_complaint(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert data.exists()
    assert complaint(capsys, "build", "--output", "nowhere/page.html").startswith("nowhere/page.html: ")


def test_python_m_graph_is_the_command() -> None:
    result = subprocess.run([sys.executable, "-m", "graph", "--version"], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", result.stdout)


def test_python_without_docstrings_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    commands = [["explain", "CLM001"], ["--help"], ["ask", "rests-on", "--help"]]
    code = f"from graph.cli import main; print([main(each) for each in {commands}])"
    done = subprocess.run([sys.executable, "-OO", "-c", code], capture_output=True, encoding="utf-8", check=True)  # noqa: S603 - our own code
    said = "".join(output(capsys, *each) for each in commands)
    assert done.stdout == f"{said}[0, 0, 0]\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [sys.executable, "-m", "graph", "rules"], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert result.stderr == b""


OF_OTHERS = (
    *("graph.reading.articles", "graph.reading.csl", "graph.reading.libraries.endnote", "graph.reading.listed"),
    *("graph.reading.libraries.tagged", "graph.reading.excel", "graph.changes", "graph.displays", "graph.drafts"),
    *(
        "graph.exports",
        "graph.fixes",
        "graph.network",
        "graph.page",
        "graph.reports.junit",
        "rapidfuzz",
        "xml",
        "zipfile",
    ),
)


@pytest.mark.usefixtures("data")
def test_audit_imports_neither_networkx_nor_pyvis_nor_what_other_commands_need() -> None:
    code = "import sys; from graph.cli import main; main(['audit']); print(*sys.modules, file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    others = {"networkx", "pyvis", "jinja2", "IPython", "html", "shutil", "graph.texts.sentences", *OF_OTHERS}
    assert others & set(result.stderr.split()) == set()


def test_help_imports_no_command() -> None:
    code = "import sys; from graph.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert {"graph.model", "graph.cli.options"} & set(result.stderr.split()) == set()


@pytest.mark.parametrize("name", COMMAND_PLACES)
def test_what_is_listed_of_a_command_is_what_it_says_of_itself(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command
    assert COMMAND_PLACES[name].says == command.get_short_help_str(limit=1000)


@pytest.mark.usefixtures("data")
def test_a_page_does_not_replace_what_it_is_made_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert "would be overwritten" in complaint(capsys, "build", "--output", "data/references.bib")


def test_no_command_is_answered_with_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Commands:\n" in capsys.readouterr().err


def test_a_file_gets_utf_8_whatever_the_system_prefers(data: Path) -> None:
    (data / "claims.csv").write_text("claim_id,cause,claim\nc1,茶 ≥,Sjögren\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-m", "graph", "audit", "--fail-on", "never"]
    result = subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603 - our own code
    assert "茶 ≥" in result.stdout.decode("utf-8")


@pytest.mark.usefixtures("data")
def test_a_fault_of_our_own_is_no_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("graph.cli.audit.audit", lambda *_arguments: 1 / 0)
    assert "a fault of evidence-graph itself" in complaint(capsys, "audit")


def test_the_next_step_can_be_pasted(capsys: pytest.CaptureFixture[str]) -> None:
    assert "next: evidence-graph build --data 'my new'" in output(capsys, "init", "my new")


def test_every_bibliography_that_is_named_is_read(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "more.bib").write_text("@article{drake2013}\n@article{new2020}", encoding="utf-8")
    named = ("--references", "data/references.bib", "--references", "data/more.bib")
    assert main(["audit", *named]) == 1
    text = capsys.readouterr().out
    assert re.search(r"^\d+ checks on 4 claims, 4 references", text, re.MULTILINE)
    assert "data/more.bib:1: error REF201 duplicate-key: " in text
    assert "would be overwritten" in complaint(capsys, "build", *named, "--output", "data/more.bib")
