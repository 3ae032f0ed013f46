"""From an article to a table, and the audit of the article itself."""

from __future__ import annotations

import json
import os
import sys
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
def paper(folder: Path) -> None:
    """A paper and its bibliography."""
    (folder / "refs.bib").write_text(REFERENCES, encoding="utf-8")
    (folder / "paper.qmd").write_text(PAPER, encoding="utf-8")


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


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("claims.csv", b"PK\x03\x04xl/", "is no claims table, and left alone: it is a torn ZIP archive"),
        ("claims.csv", b"a,b\n1,2\n", "is left alone: required columns 'claim_id', 'cause', 'claim' are missing"),
        ("claims.csv", b'claim_id,cause,claim\nc1,X,"Y\n', "claims.csv:2: cannot be read as a table"),
        ("claims.csv", b"claim_id,cause,claim\nc1,X,Y,Z\n", "row 'c1' has 4 cells, the header 3"),
        ("references.bib", b"1. Gupta R. Title. Journal. 2015;133:320-9.\n", "is no BibTeX, and left alone"),
    ],
)
def test_a_file_that_cannot_be_kept_is_left_alone(
    name: str, data: bytes, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("data").mkdir()
    Path("data", name).write_bytes(data)
    assert main(["draft", "paper.qmd"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert reason in line
    assert [(each.name, each.read_bytes()) for each in Path("data").iterdir()] == [(name, data)]


@pytest.mark.skipif(sys.platform != "linux", reason="here all names are letters")
def test_an_article_whose_name_is_no_utf_8_is_drafted() -> None:
    """Without a title its name is the cause."""
    name = os.fsdecode(b"n\xff.md")
    Path(name).write_text("It is so.\n", encoding="utf-8")
    assert main(["draft", name]) == 0
    assert ",n\\udcff,It is so.," in Path("data/claims.csv").read_text(encoding="utf-8")


def change(old: str, new: str) -> None:
    """Edit the article."""
    Path("paper.qmd").write_text(PAPER.replace(old, new), encoding="utf-8")


def test_drafting_again_writes_nothing_where_nothing_has_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "paper.qmd"]) == 0
    before = [(each.read_bytes(), each.stat().st_mtime_ns) for each in Path("data").iterdir()]
    assert main(["draft", "paper.qmd"]) == 0
    assert "data/claims.csv: nothing to change\ndata/references.bib: nothing to add\n" in capsys.readouterr().out
    assert before == [(each.read_bytes(), each.stat().st_mtime_ns) for each in Path("data").iterdir()]


def test_drafting_again_says_what_became_of_the_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "paper.qmd"]) == 0
    change("It is not.", "It is so [@roth2011].\n\nA sentence that is new.")
    assert main(["draft", "paper.qmd"]) == 0
    assert "data/claims.csv: 2 kept, 1 changed, 0 gone, 1 new\n" in capsys.readouterr().out


def test_diff_shows_what_would_be_written_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "paper.qmd", "--diff"]) == 1
    assert "--- /dev/null\n+++ data/claims.csv\n@@ -0,0 +1,4 @@\n+claim_id," in capsys.readouterr().out
    assert not Path("data").exists()


def test_diff_does_not_show_every_row_for_a_column_that_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "paper.qmd"]) == 0
    change("It is not.", "It is not. It is new.")
    capsys.readouterr()
    assert main(["draft", "paper.qmd", "--diff"]) == 1
    said, *lines = capsys.readouterr().out.splitlines()
    assert said == "data/claims.csv: all rows get 1 column: draft"
    assert [line[:8] for line in lines if line[0] in "+-"] == ["--- data", "+++ data", "+tea-02,"]


def test_diff_of_a_draft_that_is_up_to_date_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "paper.qmd"]) == 0
    capsys.readouterr()
    assert (main(["draft", "paper.qmd", "--diff"]), capsys.readouterr().out) == (0, "")


def test_rows_that_are_not_asked_for_again_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "paper.qmd"]) == 0
    assert main(["draft", "paper.qmd", "--only", "cited"]) == 0
    assert "data/claims.csv: nothing to change" in capsys.readouterr().out


def test_the_bibliography_that_was_drafted_stands_in_for_one_that_is_not_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    change("bibliography: refs.bib\n", "")
    assert main(["draft", "paper.qmd", "--references", "refs.bib"]) == 0
    assert main(["draft", "paper.qmd"]) == 0
    assert "3 citations of 3 references; 1 of them not in the bibliography" in capsys.readouterr().out.split("next")[1]


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
    assert [(each.rule, each.severity) for each in read.problems] == [("unread-citation", None)]


def test_an_article_without_references_is_drafted_and_built(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bare.md").write_text("# Sleep\n\nCoffee shortens sleep.\n", encoding="utf-8")
    assert main(["draft", "bare.md", "--into", "bare"]) == 0
    assert main(["build", "--data", "bare"]) == 0
    assert main(["draft", "bare.md", "--into", "bare"]) == 0
    assert "nothing to change" in capsys.readouterr().out


def test_a_torn_article_does_not_make_a_table_gone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = "<article><body><p>Coffee wakes people.</p><p>Tea does not.</p></body></article>"
    (folder / "paper.nxml").write_text(article, encoding="utf-8")
    assert main(["draft", "paper.nxml"]) == 0
    before = (folder / "data" / "claims.csv").read_bytes()
    (folder / "paper.nxml").write_text(article[:60], encoding="utf-8")
    assert main(["draft", "paper.nxml"]) == 2
    assert "nothing is written" in capsys.readouterr().err
    assert (folder / "data" / "claims.csv").read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"\0\1\2" * 100])
def test_what_has_no_sentence_is_not_drafted(folder: Path, data: bytes) -> None:
    (folder / "paper.md").write_bytes(data)
    assert main(["draft", "paper.md"]) == 2
    assert not (folder / "data").exists()


def test_a_pipe_is_no_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "paper.md")
    assert main(["draft", "paper.md"]) == 2
    assert "save the article" in capsys.readouterr().err
