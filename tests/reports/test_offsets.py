"""How far in its line a finding stands, where that is known: in an article."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from graph.auditing.engine import audit
from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.model import File
from graph.reading import parse, read_files
from graph.reports.context import Context
from graph.reports.github import github
from graph.reports.sarif import sarif
from graph.reports.text import full, text
from tests.examples import sample
from tests.reading.articles.word import docx, paragraph, run

ARTICLE = parse("@article{a}", "It *is* so [@a]. It is not [@zzz].\n", files=["refs.bib", "paper.md"])
CHOSEN = Settings(select=("CLM002",))


def region(report: Report) -> Any:
    (result,) = json.loads(sarif(report, Context(ARTICLE)))["runs"][0]["results"]
    return result["locations"][0]["physicalLocation"]["region"]


@pytest.mark.parametrize(
    ("written", "begins"),
    [(text, "paper.md:1:28: error"), (github, "::error file=paper.md,line=1,col=28,title"), (full, "error CLM002")],
)
def test_formats_for_editors_name_it(written: Callable[[Report, Context], str], begins: str) -> None:
    lines = written(audit(ARTICLE, CHOSEN), Context(ARTICLE))
    assert lines.startswith(begins)
    assert "28" in lines.split("cites")[0] + lines.partition("-->")[2][:20]


def test_code_scanning_is_told_it() -> None:
    assert region(audit(ARTICLE, CHOSEN)) == {"startLine": 1, "startColumn": 28}


def test_a_sentence_has_its_own() -> None:
    found = audit(parse("", "One [@a]. Two.\n"), Settings(select=("CLM001",))).findings
    assert [(each.place.line, each.place.offset) for each in found] == [(1, 1), (1, 11)]


def test_a_marker_in_a_table_has_its_own() -> None:
    (finding,) = audit(parse("", "It is.\n\n: All of it [@a]\n"), Settings(select=("unread-citation",))).findings
    assert (finding.place.line, finding.place.offset) == (3, 13)


def test_a_table_has_none() -> None:
    assert {each.place.offset for each in audit(sample()).findings} == {0}


def test_a_document_without_lines_has_none() -> None:
    file = File("a.docx", docx(paragraph(run("It is. It is not."))), "claims")
    found = audit(read_files([file]), Settings(select=("CLM001",))).findings
    assert [(each.place.line, each.place.offset) for each in found] == [(1, 0), (1, 0)]
