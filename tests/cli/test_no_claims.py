"""Where no claim could be read nothing ends well."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.cli import main

HEADER = "claim_id,cause,claim\n"
TORN = f"{HEADER}a b,X,Y\n"


pytestmark = pytest.mark.usefixtures("data")


def run(table: str, *arguments: str) -> int:
    """The exit code of a command on this table."""
    Path("data/claims.csv").write_text(table, encoding="utf-8")
    return main(arguments)


@pytest.mark.parametrize("command", [["build"], ["ask", "unsourced"]])
@pytest.mark.parametrize("table", ["", "# Text\n", "\\section{Text}\n", TORN, HEADER])
def test_nothing_is_built_on_no_claim(
    table: str, command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(table, *command) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("evidence-graph: error: data/claims.csv: no claim was read: ")
    assert not (folder / "evidence.html").exists()


@pytest.mark.parametrize("option", [[], ["--diff"], ["--fix"], ["--fail-on", "never"], ["--write-baseline", "b.json"]])
def test_what_is_no_table_is_not_audited(option: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("%PDF-1.7\n", "audit", *option) == 2
    assert "it is a PDF" in capsys.readouterr().err
    assert not (folder / "b.json").exists()


def test_a_damaged_table_is_audited_and_the_audit_does_not_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(TORN, "audit", "--fail-on", "never", "--format", "json") == 2
    text, error = capsys.readouterr()
    assert "malformed-table" in {finding["rule"] for finding in json.loads(text)["findings"]}
    assert "no claim was read: line 2: row left out" in error


def test_of_a_damaged_table_nothing_becomes_a_baseline(folder: Path) -> None:
    assert run(TORN, "audit", "--write-baseline", "b.json") == 2
    assert not (folder / "b.json").exists()


def test_a_table_that_is_mended_is_audited_as_it_is_then() -> None:
    assert run("claim_id,cause,claims\na,X,Y\n", "audit", "--fix", "--unsafe-fixes", "--fail-on", "never") == 0


@pytest.mark.parametrize(("options", "code"), [([], 1), (["--fail-on", "never"], 0)])
def test_a_bibliography_beside_a_table_without_rows_is_audited(options: list[str], code: int) -> None:
    assert run(HEADER, "audit", *options) == code


def test_a_bibliography_named_beside_a_table_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.bib").write_text("@book{other, title = {Tea}}\n", encoding="utf-8")
    main(["audit", "other.bib", "--claims", "data/claims.csv", "--select", "TAB", "--fail-on", "never"])
    text = capsys.readouterr().out
    assert "malformed-table" not in text
    assert "4 claims, 1 reference," in text
