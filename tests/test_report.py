"""What an audit found, as text and as JSON."""

from __future__ import annotations

import json

import pytest

from graph.model import Severity
from graph.reading import parse
from graph.report import Report, as_json, as_text, summary
from graph.rules import audit
from tests.examples import sample

REPORT = audit(sample())


def test_a_line_has_place_severity_rule_and_message() -> None:
    assert (
        "claims.csv:5: warning CLM001 uncited-claim: claim 'c4' has no source; cite a reference, or drop the claim\n"
        in (as_text(REPORT))
    )


def test_the_summary_comes_last_and_has_the_denominator() -> None:
    last = as_text(REPORT).splitlines()[-1]
    assert last == summary(REPORT)
    assert last.startswith(f"{len(REPORT.checks)} checks on 4 claims, 3 references, 4 causes: ")


def test_the_summary_says_what_was_not_run() -> None:
    assert "not checked (no claims were read" in summary(audit(parse("@article{a}", "claim_id,cause,claim\n")))


def test_findings_stand_by_file_and_line() -> None:
    places = [(each.place.file, each.place.line) for each in REPORT.findings]
    assert places == sorted(places)


def test_severities_can_be_painted() -> None:
    assert ": <warning> CLM001" in as_text(REPORT, lambda text, severity: f"<{severity}>" if text else "")


def test_json_is_the_same_findings() -> None:
    data = json.loads(as_json(REPORT))
    assert [each["message"] for each in data["findings"]] == [each.message for each in REPORT.findings]
    assert data["summary"]["claims"] == 4
    assert data["checks"] == [rule.code for rule in REPORT.checks]


def test_json_says_what_was_not_run() -> None:
    data = json.loads(as_json(audit(parse("@article{a}", "claim_id,cause,claim\n"))))
    assert {"code": "CLM001", "reason": "no claims were read"} in data["not_run"]


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\r\n::error::", "\N{RIGHT-TO-LEFT OVERRIDE}"])
def test_text_is_inert(hostile: str) -> None:
    text = as_text(audit(parse(f"@article{{a, doi = {{{hostile}}}}}", f'claim_id,cause,claim\na,"{hostile}",b\n')))
    assert all(line.isprintable() for line in text.splitlines())


@pytest.mark.parametrize(("fail_on", "fails"), [("error", False), ("warning", True), ("info", True)])
def test_what_fails(fail_on: Severity, fails: bool) -> None:  # noqa: FBT001 - a table of cases
    findings = tuple(each for each in REPORT.findings if each.severity != "error")
    assert findings
    report = Report(findings=findings, checks=(), not_run=(), claims=1, references=1, causes=1)
    assert report.fails(fail_on) is fails
