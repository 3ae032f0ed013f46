"""What holds for every format."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph.auditing.engine import audit
from graph.auditing.report import summary
from graph.model import SEVERITIES
from graph.reading import read
from graph.reports import FORMATS
from graph.reports.cells import cell_reader
from graph.reports.context import Context
from tests.reports.reports import HOSTILE, audited, finding, hostile_context, hostile_report, report
from tests.test_docs import ROOT

REPORT, CONTEXT = audited()
DOCUMENT = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def unprintable(text: str) -> list[str]:
    return [line for line in text.replace("\r\n", "\n").split("\n") if not line.isprintable()]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_unprintable_leaves(name: str) -> None:
    for hostile in HOSTILE:
        assert unprintable(FORMATS[name](hostile_report(hostile), hostile_context(hostile))) == []


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_makes_no_line_of_its_own(name: str) -> None:
    harmless = FORMATS[name](hostile_report("harmless"), hostile_context("harmless"))
    for hostile in HOSTILE:
        written = FORMATS[name](hostile_report(hostile), hostile_context(hostile))
        assert written.count("\n") == harmless.count("\n"), hostile


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_hostile_in_the_files_is_inert(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    table = io.StringIO()
    csv.writer(table).writerows([["claim_id", "cause", "claim", "noqa"], *([each] * 4 for each in HOSTILE)])
    Path("claims.csv").write_bytes(table.getvalue().encode())
    Path("references.bib").write_bytes("\n".join(f"@article{{{each}, doi = {{{each}}}}}" for each in HOSTILE).encode())
    evidence = read("references.bib", "claims.csv")
    assert unprintable(FORMATS[name](audit(evidence), Context(evidence, cell=cell_reader(evidence)))) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_findings_can_be_written(name: str) -> None:
    assert FORMATS[name](report(), CONTEXT).endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_is_written_alike(name: str) -> None:
    assert FORMATS[name](REPORT, CONTEXT) == FORMATS[name](*audited())


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"csv", "sarif"}))
def test_the_denominator_is_stated(name: str) -> None:
    one = report(finding())
    assert summary(one).startswith("1 check on 4 claims, 3 references, 4 causes: 0 errors, 1 warning, 0 info")
    assert summary(one) in FORMATS[name](one, CONTEXT)


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"statistics"}))
def test_every_finding_is_written(name: str) -> None:
    findings = [finding(f"message {severity}", severity) for severity in SEVERITIES]
    written = FORMATS[name](report(*findings), CONTEXT)
    assert [each.message for each in findings if each.message not in written] == []


@pytest.mark.parametrize("name", FORMATS)
def test_the_document_says_what_a_format_is_for(name: str) -> None:
    assert f"`{name}`" in DOCUMENT
