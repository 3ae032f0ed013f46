"""Auditing a part of a manuscript: `--only`, `--section` and the settings that say so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.cli import main
from graph.page.data import denominator
from graph.reading import read
from graph.reading.narrowing import narrowed
from graph.references.identifiers import identifiers
from graph.support import Support
from tests.examples import REFERENCES

PAPER = """\
# Coffee

It is so [@drake2013; @clark2017]. It is not.

# Tea

Nobody knows [@roth2011]. We do.
"""
FILES = ("--claims", "paper.md", "--references", "refs.bib")


@pytest.fixture(autouse=True)
def paper(folder: Path) -> None:
    (folder / "refs.bib").write_text(REFERENCES, encoding="utf-8")
    (folder / "paper.md").write_text(PAPER, encoding="utf-8")


def audited(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[list[tuple[str, int]], str]:
    """The codes and lines of what is found, and the summary."""
    assert main(["audit", "--format", "json", "--select", "CLM001,GRF401,GRF402,SUP904", *options]) in {0, 1}
    data = json.loads(capsys.readouterr().out)
    return [(each["code"], each["line"]) for each in data["findings"]], data["summary"]["text"]


def test_a_whole_manuscript_is_told_of_each_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    found, summary = audited(capsys, *FILES)
    assert found == [("CLM001", 3), ("CLM001", 7)]
    assert "on 4 claims, " in summary


def test_only_what_cites(capsys: pytest.CaptureFixture[str]) -> None:
    found, summary = audited(capsys, *FILES, "--only", "cited")
    assert found == []
    assert "on 2 claims (2 left out), 3 references, 2 causes" in summary


def test_a_reference_that_another_section_cites_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    found, _ = audited(capsys, *FILES, "--section", "tea")
    assert found == [("CLM001", 7)]


def test_the_settings_say_so_too_and_options_go_over_them(capsys: pytest.CaptureFixture[str]) -> None:
    files = 'claims = "paper.md"\nreferences = "refs.bib"\nonly = "cited"\nsection = "Tea"\n'
    Path("evidence-graph.toml").write_text(f"[files]\n{files}", encoding="utf-8")
    assert "on 1 claim (3 left out)" in audited(capsys)[1]
    assert "on 2 claims (2 left out)" in audited(capsys, "--only", "all")[1]


def test_a_baseline_of_all_is_not_stale(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", *FILES, "--write-baseline", "known.json"])
    found, summary = audited(capsys, *FILES, "--only", "cited", "--baseline", "known.json")
    assert found == []
    assert "1 not checked (the baseline may know of claims that are left out)" in summary


def test_what_is_left_out_is_not_mended_and_not_audited_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    table = "claim_id,cause,claim,supports\nc1,X,Y,drkae2013\nc2,Z,W,clrak2017\n"
    Path("claims.csv").write_text(table, encoding="utf-8")
    options = ["--claims", "claims.csv", "--references", "refs.bib", "--section", "X", "--fix", "--unsafe-fixes"]
    main(["audit", *options])
    assert "clrak2017" in Path("claims.csv").read_text(encoding="utf-8")
    assert "on 1 claim (1 left out)" in capsys.readouterr().out


def test_the_page_says_how_many_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *FILES, "--only", "cited", "-o", "page.html"]) == 0
    assert "on 2 claims (2 left out)" in capsys.readouterr().out
    evidence = narrowed(read("refs.bib", "paper.md"), "cited")
    assert denominator(evidence, Support(evidence, identifiers).coverage_of("")) == (
        "2 claims: 2 sourced, 0 not, 2 left out; 3 references, 0 unused"
    )


def test_the_next_command_asks_for_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *FILES, "--section", "Tea", "-o", "page.html"]) == 0
    assert "next: evidence-graph audit --references refs.bib --claims paper.md --section Tea" in capsys.readouterr().out
