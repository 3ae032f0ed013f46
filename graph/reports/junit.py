"""For CI servers: JUnit's XML, a suite a rule and a test a finding."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET  # written, never parsed

from graph.auditing.report import Report, summary
from graph.auditing.rule import Rule
from graph.model import Finding
from graph.reports.context import Context
from graph.wording import printable


def junit(report: Report, context: Context) -> str:  # noqa: ARG001 - every format is called alike
    """A suite a rule: a failed test a finding, one that passed where there is none, a skipped one where not checked."""
    findings: dict[str, list[Finding]] = {rule.code: [] for rule in report.checks}
    for finding in report.findings:
        findings[finding.code].append(finding)
    suites = [
        suite(suite_name(rule), [failure(each) for each in findings[rule.code]] or [passed(rule)])
        for rule in report.checks
    ]
    suites += [suite(suite_name(rule), [skipped(rule, reason)]) for rule, reason in report.not_run]
    root = ET.Element("testsuites", {"name": f"evidence-graph: {summary(report)}", **sums(suites)})
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def suite_name(rule: Rule) -> str:
    """What the suite of a rule is called."""
    return f"{rule.code} {rule.name}"


def suite(name: str, cases: list[ET.Element]) -> ET.Element:
    """A suite of tests."""
    failures, skips = (sum(case.find(tag) is not None for case in cases) for tag in ("failure", "skipped"))
    numbers = {"tests": len(cases), "failures": failures, "errors": 0, "skipped": skips}
    element = ET.Element("testsuite", {"name": name, **{key: str(number) for key, number in numbers.items()}})
    element.extend(cases)
    return element


def sums(suites: Iterable[ET.Element]) -> dict[str, str]:
    """The numbers of all suites together."""
    suites = list(suites)
    return {name: str(sum(int(each.attrib[name]) for each in suites)) for name in ("tests", "failures", "errors")}


def case(suite_title: str, name: str) -> ET.Element:
    """A test; its name has no line, so that a server recognises it when rows move."""
    return ET.Element("testcase", classname=suite_title, name=printable(name))


def failure(finding: Finding) -> ET.Element:
    """A finding as a failed test."""
    element = case(f"{finding.code} {finding.rule}", finding.message)
    failed = ET.SubElement(element, "failure", type=finding.severity, message=printable(finding.message))
    failed.text = printable(f"{finding.place}: {finding.severity} {finding.code} {finding.rule}: {finding.message}")
    return element


def passed(rule: Rule) -> ET.Element:
    """A rule that found nothing as a test that passed."""
    return case(suite_name(rule), rule.title)


def skipped(rule: Rule, reason: str) -> ET.Element:
    """A rule that was not run as a skipped test."""
    element = passed(rule)
    ET.SubElement(element, "skipped", message=printable(reason))
    return element
