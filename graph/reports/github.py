"""For a run of GitHub Actions: workflow commands, which become annotations on the lines of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.auditing.report import Report, counted, summary, worst_first
from graph.model import SEVERITIES, Finding, Severity
from graph.reports.context import Context
from graph.wording import listing, printable

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

MOST_ANNOTATIONS = 10
"""How many annotations of a kind GitHub shows of one step."""


def github(report: Report, context: Context) -> str:  # noqa: ARG001 - every format is called alike
    """An annotation a finding, the worst first and at most ten of a kind; then the summary and what is left out."""
    lines = [*commands(report), unmistakable(f"{summary(report)}{unannotated(report)}")]
    return "".join(f"{line}\n" for line in lines)


def commands(report: Report) -> Iterator[str]:
    """The workflow commands."""
    seen: Counter[Severity] = Counter()
    for finding in worst_first(report.findings):
        seen[finding.severity] += 1
        if seen[finding.severity] <= MOST_ANNOTATIONS:
            yield annotation(finding)


def annotation(finding: Finding) -> str:
    """A finding as a workflow command."""
    place = finding.place
    title = escape_property(f"{finding.code} {finding.rule}")
    column = f",col={place.offset}" if place.offset else ""
    where = f"file={escape_property(place.file)},line={place.line}{column},title={title}"
    return f"::{COMMANDS[finding.severity]} {where}::{as_message(finding.message)}"


def unannotated(report: Report) -> str:
    """How many findings of each severity have no annotation."""
    left = [
        counted(report.count(each) - MOST_ANNOTATIONS, each)
        for each in SEVERITIES
        if report.count(each) > MOST_ANNOTATIONS
    ]
    return f"; not annotated: {listing(left)}" if left else ""


def as_message(text: str) -> str:
    """Text as the message of a command, as GitHub's toolkit escapes it."""
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Text as a property of a command."""
    return as_message(text).replace(":", "%3A").replace(",", "%2C")


def unmistakable(line: str) -> str:
    """A line that is no command: the older form, `##[error]`, is one anywhere in a line."""
    return line.replace("##[", "# #[")
