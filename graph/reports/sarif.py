"""For code scanning: SARIF 2.1.0 (OASIS), with the rules' documentation, fingerprints and suppressions."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from graph import __version__
from graph.auditing.report import Report, Suppressed
from graph.auditing.rule import Rule
from graph.model import Severity
from graph.reports.context import Context
from graph.reports.data import Marked, marked, more_of, to_json
from graph.wording import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

FINGERPRINT = "evidenceGraph/v1"
"""What the fingerprints are called, and the version of how they are made."""


def sarif(report: Report, context: Context) -> str:
    """The whole report as a SARIF log."""
    rules = sorted((*report.checks, *(rule for rule, _ in report.not_run)), key=lambda rule: rule.code)
    positions = {rule.code: position for position, rule in enumerate(rules)}
    more = more_of(report, context.evidence)
    run = run_of([*map(descriptor, rules)], invocation(report, positions))
    run["results"] = [result(each, positions, more(each.finding)) for each in marked(report)]
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def run_of(rules: Sequence[Mapping[str, Any]], invoked: Mapping[str, Any]) -> dict[str, Any]:
    """A run of this program, with its rules, but for what it found."""
    driver = {"name": "evidence-graph", "version": __version__, "rules": rules}
    return {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [invoked]}


def descriptor(rule: Rule) -> dict[str, Any]:
    """A rule and its documentation."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": help_text(rule), "markdown": help_markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["evidence", rule.population, *filter(None, [rule.profile])]},
    }


def help_text(rule: Rule) -> str:
    """The documentation of a rule as text."""
    sections = {"Why": rule.why, "False alarms": rule.false_alarms, "Bad": rule.bad, "Good": rule.good}
    return "\n\n".join([rule.title, *(f"{heading}:\n{body}" for heading, body in sections.items())])


def help_markdown(rule: Rule) -> str:
    """The documentation of a rule as Markdown; the examples are code."""
    prose = f"{rule.title}\n\n**Why:** {rule.why}\n\n**False alarms:** {rule.false_alarms}"
    return f"{prose}\n\n**Bad:**\n\n```\n{rule.bad}\n```\n\n**Good:**\n\n```\n{rule.good}\n```\n"


def invocation(report: Report, positions: dict[str, int]) -> dict[str, Any]:
    """The run of the audit, and what it did not check."""
    notifications = [
        {
            "level": "note",
            "message": {"text": printable(f"{rule.code} {rule.name} was not checked: {reason}")},
            "associatedRule": {"id": rule.code, "index": positions[rule.code]},
        }
        for rule, reason in report.not_run
    ]
    return {"executionSuccessful": True, "toolConfigurationNotifications": notifications}


def result(each: Marked, positions: dict[str, int], more: dict[str, str]) -> dict[str, Any]:
    """A finding; `more` is what it has beside itself."""
    finding = each.finding
    return {
        "ruleId": finding.code,
        "ruleIndex": positions[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": printable(finding.message)},
        "locations": [location(each)],
        "partialFingerprints": {FINGERPRINT: each.fingerprint},
        "suppressions": [suppression(each.suppressed)] if each.suppressed else [],
        "properties": {"column": finding.place.column, **more},
    }


def location(each: Marked) -> dict[str, Any]:
    """Where a finding is, in the file and in the network."""
    finding = each.finding
    place = finding.place
    region = {"startLine": place.line} | ({"startColumn": place.offset} if place.offset else {})
    where = {"artifactLocation": {"uri": uri(place.file)}, "region": region}
    kind, _, name = finding.subject.partition(":")
    subject = {"name": name, "kind": kind, "fullyQualifiedName": finding.subject}
    return {"physicalLocation": where} | ({"logicalLocations": [subject]} if finding.subject else {})


def suppression(suppressed: Suppressed) -> dict[str, str]:
    """Why a finding is excused: beside what it is about (noqa), or in the settings or the baseline."""
    kind = "inSource" if suppressed.by == "noqa" else "external"
    return {"kind": kind, "status": "accepted", "justification": printable(suppressed.reason)}


def uri(file: str) -> str:
    """The address of a file, relative as it is named; it is in UTF-8 where the system's own names are not, too."""
    return quote(PurePath(file).as_posix(), errors=sys.getfilesystemencodeerrors())
