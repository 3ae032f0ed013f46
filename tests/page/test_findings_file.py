"""The findings as the page writes them into a file are those of the audit's own JSON."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.auditing.engine import audit, by_place
from graph.auditing.report import Report
from graph.model import Evidence
from graph.page.data import page_data
from graph.page.packing import in_lines, packed
from graph.reading import parse
from graph.reports.arranging import least_severe
from graph.reports.context import Context
from graph.reports.data import as_data, as_json
from tests.browser import ROOT
from tests.examples import sample
from tests.reports.reports import HOSTILE, audited, hostile_report

WRITE = """
    import { openData, openLines } from "WEB/columns.js";
    import { findingsText } from "WEB/export.js";
    import { readFileSync } from "node:fs";
    const lines = readFileSync(0, "utf8").split("\\n");
    process.stdout.write(findingsText(openData(openLines((line) => lines[line]))));
"""
LOST = parse("@misc{doe, title = {One}", "claim_id,cause,claim,supports\na,A,One.,doe\nb,A,Two.,gone\n")
MANY = parse("", "claim_id,cause,claim\n" + "".join(f"c{number},A,Claim {number}.\n" for number in range(20)))


def hostile(text: str) -> Report:
    """A report that says `text` everywhere, by place, as an audit gives it."""
    report = hostile_report(text)
    return replace(report, findings=tuple(sorted(report.findings, key=by_place)))


def written(node: Path, evidence: Evidence, report: Report) -> str:
    """The file that the page hands out."""
    script = WRITE.replace("WEB", (ROOT / "graph" / "page" / "web").as_uri())
    command: list[str | Path] = [node, "--no-warnings", "--input-type=module", "--eval", script]
    text = b"\n".join(in_lines(packed(page_data(evidence, report))))
    return subprocess.run(command, input=text, capture_output=True, check=True).stdout.decode()  # noqa: S603 (our own Node)


def by_message(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Findings in an order that does not depend on where they stand."""
    return sorted(findings, key=lambda each: (each["message"], each["line"]))


@pytest.mark.parametrize(
    ("evidence", "report"),
    [
        pytest.param(audited()[1].evidence, audited()[0], id="excused"),
        pytest.param(LOST, audit(LOST), id="following"),
        pytest.param(MANY, audit(MANY), id="widespread"),
        *(pytest.param(sample(), hostile(text), id=f"hostile {at}") for at, text in enumerate(HOSTILE)),
    ],
)
def test_the_page_writes_the_findings_as_the_audit_does(node: Path, evidence: Evidence, report: Report) -> None:
    assert written(node, evidence, report) == as_json(report, Context(evidence))


def test_what_is_hidden_is_written_too(node: Path) -> None:
    report = least_severe(audit(LOST), "error")
    found, expected = json.loads(written(node, LOST, report)), as_data(report, Context(LOST))
    assert report.hidden
    assert by_message(found["findings"]) == by_message(expected["findings"])
