"""From an article to a table, and the audit of the article itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import graph
from graph.cli import main
from tests.examples import REFERENCES

PAPER = """\
---
title: Sleep
bibliography: refs.bib
---

# Coffee

It is so [@drake2013, p. 3; but see @clark2017]. They say
"so" [@zzz].

# Tea

It is not.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a paper and its bibliography."""
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text(REFERENCES, encoding="utf-8")
    Path("paper.qmd").write_text(PAPER, encoding="utf-8")
    return tmp_path


def test_a_drafted_table_reads_back_as_the_article_does() -> None:
    assert main(["draft", "paper.qmd"]) == 0
    table = graph.read("data/references.bib", "data/claims.csv").claims
    article = graph.read([], "paper.qmd").claims
    parts = ("cause", "text", "section", "paragraph", "quote", "note")
    assert list(table) == list(article) == ["coffee-01", "coffee-02", "tea-01"]
    for key, claim in article.items():
        assert [getattr(table[key], part) for part in parts] == [getattr(claim, part) for part in parts]
        links = [[(c.reference, c.stance, c.locator, c.basis) for c in each.citations] for each in (table[key], claim)]
        assert links[0] == links[1]


def test_a_file_that_is_there_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("data").mkdir()
    Path("data/references.bib").write_text("mine", encoding="utf-8")
    assert main(["draft", "paper.qmd"]) == 2
    assert "data/references.bib: exists already and is left alone" in capsys.readouterr().err
    assert [each.name for each in Path("data").iterdir()] == ["references.bib"]


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        (["--only", "cited"], ["coffee-01", "coffee-02"]),
        (["--section", "tea"], ["tea-01"]),
        (["--section", "Tea", "--section", "Coffee"], ["coffee-01", "coffee-02", "tea-01"]),
    ],
)
def test_what_is_asked_for_is_taken_and_the_rest_is_counted(
    options: list[str], keys: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", "paper.qmd", *options]) == 0
    assert list(graph.read([], "data/claims.csv").claims) == keys
    assert ("not asked for" in capsys.readouterr().out) == (len(keys) < 3)


@pytest.mark.parametrize(
    ("name", "what"), [("refs.bib", "it is a bibliography"), ("claims.csv", "it is a claims table")]
)
def test_what_is_no_article_is_refused(name: str, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims.csv").write_text("claim_id,cause,claim\n", encoding="utf-8")
    assert main(["draft", name]) == 2
    assert f"{name}: is no article that can be read: {what}" in capsys.readouterr().err


def test_the_audit_of_an_article_is_at_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--claims", "paper.qmd", "--select", "CLM002", "--format", "sarif"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("paper.qmd", 9)


def test_settings_say_where_the_files_are(capsys: pytest.CaptureFixture[str]) -> None:
    Path("evidence-graph.toml").write_text(
        '[files]\nclaims = "paper.qmd"\nreferences = ["refs.bib"]\n', encoding="utf-8"
    )
    assert main(["audit", "--select", "CLM002"]) == 1
    assert "paper.qmd:9:6: error CLM002" in capsys.readouterr().out


def test_data_goes_over_settings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("evidence-graph.toml").write_text('[files]\nclaims = "paper.qmd"\n', encoding="utf-8")
    assert main(["audit", "--data", "elsewhere"]) == 2
    assert "elsewhere/references.bib: no such file" in capsys.readouterr().err


def test_the_parts_of_a_folder_are_one_article(folder: Path) -> None:
    (folder / "parts").mkdir()
    for name in ("2.md", "1.md", "note.txt"):
        (folder / "parts" / name).write_text(f"# {name}\n\n# Sleep\n\nIt is {name}.\n", encoding="utf-8")
    assert main(["draft", "parts"]) == 0
    assert [each.text for each in graph.read([], "data/claims.csv").claims.values()] == ["It is 1.md.", "It is 2.md."]


def test_a_page_is_made_of_an_article(folder: Path) -> None:
    assert main(["build", "--claims", "paper.qmd"]) == 0
    assert "<title>Sleep" in (folder / "evidence.html").read_text(encoding="utf-8")


def test_nothing_is_mended_in_an_article(folder: Path) -> None:
    assert main(["audit", "--claims", "paper.qmd", "--fix", "--unsafe-fixes", "--fail-on", "never"]) == 0
    assert (folder / "paper.qmd").read_text(encoding="utf-8") == PAPER


def test_a_bibliography_elsewhere_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = folder / "inner"
    inner.mkdir()
    (inner / "paper.md").write_text("---\nbibliography: ../refs.bib\n---\n\nIt is so [@drake2013].\n", encoding="utf-8")
    assert graph.read([], inner / "paper.md").references
    monkeypatch.chdir(inner)
    read = graph.read([], "paper.md")
    assert not read.references
    assert [(each.rule, each.severity) for each in read.problems] == [("unread-citation", "warning")]
