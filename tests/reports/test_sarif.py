"""SARIF logs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from graph.auditing.report import Report, Suppressed
from graph.model import Severity
from graph.reports.sarif import FINGERPRINT, sarif, uri
from graph.rules import RULES
from tests.reports.reports import HOSTILE, OTHER, UNCITED, audited, finding, hostile_report, report

REPORT, CONTEXT = audited()
SCHEMA = Path(__file__).parent.parent / "schemas" / "sarif-2.1.0-rtm.5.json"
VALIDATOR = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker())


def run(report: Report) -> Any:
    (found,) = json.loads(sarif(report, CONTEXT))["runs"]
    return found


@pytest.mark.parametrize("each", [REPORT, report(), *map(hostile_report, HOSTILE)])
def test_it_is_valid(each: Report) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(sarif(each, CONTEXT)))] == []


def test_every_rule_is_described_once() -> None:
    every = Report(findings=(), checks=RULES[1:], not_run=((RULES[0], "why"),), claims=1, references=1, causes=1)
    assert [each["id"] for each in run(every)["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]


def test_a_rule_brings_its_documentation() -> None:
    rule = run(report())["tool"]["driver"]["rules"][0]
    assert (rule["name"], rule["shortDescription"]["text"]) == (UNCITED.name, UNCITED.title)
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert UNCITED.bad in rule["help"]["text"]
    assert f"```\n{UNCITED.good}\n```" in rule["help"]["markdown"]


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_a_severity_is_a_level(severity: Severity, level: str) -> None:
    (result,) = run(report(finding(severity=severity)))["results"]
    assert result["level"] == level


def test_a_result_points_at_its_rule_file_line_and_subject() -> None:
    log = run(report(finding(file="my data/claims.csv", column="low")))
    (result,) = log["results"]
    (place,) = result["locations"]
    assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "CLM001"
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20data/claims.csv"},
        "region": {"startLine": 5},
    }
    assert place["logicalLocations"] == [{"name": "c4", "kind": "claim", "fullyQualifiedName": "claim:c4"}]
    assert result["properties"] == {"column": "low"}


def test_a_fingerprint_survives_a_move() -> None:
    marks = {
        result["partialFingerprints"][FINGERPRINT]
        for each in (finding(), finding(file="moved.csv"))
        for result in run(report(each))["results"]
    }
    assert len(marks) == 1


@pytest.mark.parametrize(("by", "kind"), [("noqa", "inSource"), ("settings", "external"), ("baseline", "external")])
def test_what_is_suppressed_is_carried_with_its_reason(by: Any, kind: str) -> None:
    excused = Suppressed(finding("excused"), by, "because")
    results = run(report(finding("found"), suppressed=(excused,)))["results"]
    assert {each["message"]["text"]: each["suppressions"] for each in results} == {
        "found": [],
        "excused": [{"kind": kind, "status": "accepted", "justification": "because"}],
    }


def test_a_viewer_gets_no_control_characters() -> None:
    (result,) = run(report(finding("\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}")))["results"]
    assert result["message"]["text"] == r"\x1b[31m\u202e"


def test_what_was_not_checked_is_a_notification() -> None:
    (invocation,) = run(report(reason="no list: --list"))["invocations"]
    assert invocation["executionSuccessful"] is True
    (notification,) = invocation["toolConfigurationNotifications"]
    assert notification["associatedRule"] == {"id": OTHER.code, "index": 1}
    assert notification["message"]["text"].endswith("was not checked: no list: --list")


@pytest.mark.parametrize(
    ("file", "expected"),
    [("data/claims.csv", "data/claims.csv"), ("./a b.csv", "a%20b.csv")],
)
def test_the_address_of_a_file(file: str, expected: str) -> None:
    assert uri(file) == expected


def test_an_address_is_the_same_where_the_system_knows_no_letter_of_it() -> None:
    code = "from graph.reports.sarif import uri; print(uri('caf\\xe9.csv'))"
    old = {**os.environ, "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    found = subprocess.run([sys.executable, "-c", code], env=old, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert found.stdout == "caf%C3%A9.csv\n"
