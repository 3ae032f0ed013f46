"""What an audit found, and its summary in one line; `graph.reports` writes the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.model import SEVERITIES, Finding, Severity
from graph.wording import count, printable

if TYPE_CHECKING:
    from graph.auditing.rule import Rule


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is excused: by a suppression (noqa), the settings, or the baseline; and why."""

    finding: Finding
    by: Literal["noqa", "settings", "baseline"]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings by place, those that are excused, and the rules that were run or not, each with its reason.

    The numbers of claims, references and causes are the denominator: nothing found in nothing is no good news. So is
    that of the `sentences` that cite in an article that was given; `left_out` counts the claims that nobody asked for.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    checks: tuple[Rule, ...]
    not_run: tuple[tuple[Rule, str], ...]
    claims: int
    references: int
    causes: int
    left_out: int = 0
    sentences: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def fails(self, fail_on: Severity) -> bool:
        """Whether a finding is as bad as `fail_on`, or worse."""
        return any(SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on) for finding in self.findings)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by severity, and otherwise in the order they had."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


def summary(report: Report) -> str:
    """One line: the denominator, the findings by severity, and what was not run."""
    found = [counted(report.count(severity), severity) for severity in SEVERITIES]
    found += [f"{len(report.suppressed):,} suppressed"] if report.suppressed else []
    return f"{checked(report)}: {', '.join(found)}{not_run(report)}"


def checked(report: Report) -> str:
    """The denominator: how many checks were run on how much."""
    apart = f" ({report.left_out:,} left out)" if report.left_out else ""
    subjects = [
        f"{count(report.claims, 'claim')}{apart}",
        count(report.references, "reference"),
        count(report.causes, "cause"),
    ]
    return f"{count(len(report.checks), 'check')} on {', '.join(subjects)}"


def counted(number: int, severity: Severity) -> str:
    """A number of findings of a severity: "1 error", "2 warnings", "3 info"."""
    return f"{number:,} info" if severity == "info" else count(number, severity)


def not_run(report: Report) -> str:
    """The checks that were not run, by reason."""
    reasons = dict.fromkeys(printable(reason) for _, reason in report.not_run)
    if not reasons:
        return ""
    return f", {len(report.not_run)} not checked ({'; '.join(reasons)})"
