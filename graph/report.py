"""What an audit found, and how it is written: as text for people, as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.model import SEVERITIES, Finding, Severity
from graph.wording import count, printable

if TYPE_CHECKING:
    from graph.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is excused: by a suppression (noqa), the settings, or the baseline; and why."""

    finding: Finding
    by: Literal["noqa", "settings", "baseline"]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings by place, those that are excused, and the rules that were run or not, each with its reason.

    The numbers of claims, references and causes are the denominator: nothing found in nothing is no good news.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    checks: tuple[Rule, ...]
    not_run: tuple[tuple[Rule, str], ...]
    claims: int
    references: int
    causes: int

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def fails(self, fail_on: Severity) -> bool:
        """Whether a finding is as bad as `fail_on`, or worse."""
        return any(SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on) for finding in self.findings)


def summary(report: Report) -> str:
    """One line: the denominator, the findings by severity, and what was not run."""
    subjects = [count(report.claims, "claim"), count(report.references, "reference"), count(report.causes, "cause")]
    errors, warnings = count(report.count("error"), "error"), count(report.count("warning"), "warning")
    found = f"{errors}, {warnings}, {report.count('info')} info"
    found += f", {len(report.suppressed)} suppressed" if report.suppressed else ""
    return f"{count(len(report.checks), 'check')} on {', '.join(subjects)}: {found}{not_run(report)}"


def not_run(report: Report) -> str:
    """The checks that were not run, by reason."""
    reasons = Counter(reason for _, reason in report.not_run)
    if not reasons:
        return ""
    return f", {len(report.not_run)} not checked ({'; '.join(reasons)})"


def plain(text: str, severity: Severity) -> str:  # noqa: ARG001 - a painter looks at the severity
    """Text without colour."""
    return text


def as_text(report: Report, paint: Callable[[str, Severity], str] = plain) -> str:
    """A line a finding, `file:line: severity CODE name: message`, then the summary."""
    return "".join(f"{line}\n" for line in text_lines(report, paint))


def text_lines(report: Report, paint: Callable[[str, Severity], str]) -> Iterator[str]:
    """The lines of the text."""
    for finding in report.findings:
        severity = paint(finding.severity, finding.severity)
        yield f"{printable(str(finding.place))}: {severity} {finding.code} {finding.rule}: {printable(finding.message)}"
    yield summary(report)


def as_json(report: Report) -> str:
    """The whole report as JSON, with stable keys."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=2) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The whole report as plain data."""
    return {
        "summary": {
            "claims": report.claims,
            "references": report.references,
            "causes": report.causes,
            "checks": len(report.checks),
            **{severity: report.count(severity) for severity in SEVERITIES},
        },
        "findings": [
            {
                "code": finding.code,
                "rule": finding.rule,
                "severity": finding.severity,
                "file": finding.place.file,
                "line": finding.place.line,
                "column": finding.place.column,
                "subject": finding.subject,
                "message": finding.message,
            }
            for finding in report.findings
        ],
        "checks": [rule.code for rule in report.checks],
        "not_run": [{"code": rule.code, "reason": reason} for rule, reason in report.not_run],
    }
