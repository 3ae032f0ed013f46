"""JUnit's XML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from graph.auditing.report import Report, summary
from graph.reports.junit import junit
from tests.reports.reports import HOSTILE, OTHER, UNCITED, audited, finding, hostile_report, report

if TYPE_CHECKING:
    import xmlschema

REPORT, CONTEXT = audited()
SCHEMA = Path(__file__).parent.parent / "schemas" / "junit-10.xsd"


def parsed(report: Report) -> ET.Element:
    return ET.fromstring(junit(report, CONTEXT))  # noqa: S314 - our own output


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema10:
    import xmlschema

    return xmlschema.XMLSchema10(SCHEMA)


@pytest.mark.parametrize("each", [REPORT, report(), *map(hostile_report, HOSTILE)])
def test_it_is_valid(each: Report, schema: xmlschema.XMLSchema10) -> None:
    schema.validate(junit(each, CONTEXT))


def test_a_rule_is_a_suite_and_a_finding_a_failure() -> None:
    (suite, _) = parsed(report(finding("one"), finding("two")))
    assert suite.attrib == {
        "name": "CLM001 uncited-claim",
        "tests": "2",
        "failures": "2",
        "errors": "0",
        "skipped": "0",
    }
    failures = suite.findall("testcase/failure")
    assert [(each.attrib["type"], each.attrib["message"]) for each in failures] == [
        ("warning", "one"),
        ("warning", "two"),
    ]
    assert failures[0].text == "claims.csv:5: warning CLM001 uncited-claim: one"


def test_a_rule_without_findings_is_a_test_that_passes() -> None:
    (case,) = parsed(report())[0]
    assert (case.attrib["name"], list(case)) == (UNCITED.title, [])


def test_a_rule_that_was_not_run_is_skipped_with_the_reason() -> None:
    suite = parsed(report(reason="no list: --list"))[1]
    assert (suite.attrib["name"], suite.attrib["skipped"]) == (f"{OTHER.code} {OTHER.name}", "1")
    assert [each.attrib["message"] for each in suite.findall("testcase/skipped")] == ["no list: --list"]


def test_the_whole_is_added_up_and_named_by_the_summary() -> None:
    root = parsed(REPORT)
    assert root.attrib["name"] == f"evidence-graph: {summary(REPORT)}"
    assert int(root.attrib["failures"]) == len(REPORT.findings)
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase"))
