"""For a run of GitHub Actions: workflow commands, which become annotations on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.auditing.report import Report, counted, summary
from graph.model import SEVERITIES, Finding, Severity
from graph.reports.arranging import ShownFinding, arranged, findings_in
from graph.reports.context import Context
from graph.wording import listing, printable

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

MOST_ANNOTATIONS = 10
"""How many annotations of a kind GitHub shows of one step."""


def github(report: Report, context: Context) -> str:
    """An annotation a finding, the worst first and at most ten of a kind; then the summary and what is left out."""
    entries = [entry for entry in arranged(report, context.evidence) if not entry.follows]
    lines = [*commands(entries), unmistakable(f"{summary(report)}{unannotated(entries)}")]
    return "".join(f"{line}\n" for line in lines)


def commands(entries: Sequence[ShownFinding]) -> Iterator[str]:
    """The workflow commands."""
    for severity in SEVERITIES:
        yield from (annotation(entry.finding) for entry in of(severity, entries)[:MOST_ANNOTATIONS])


def of(severity: Severity, entries: Sequence[ShownFinding]) -> list[ShownFinding]:
    """The findings of a severity."""
    return [entry for entry in entries if entry.finding.severity == severity]


def annotation(finding: Finding) -> str:
    """A finding as a workflow command."""
    place = finding.place
    title = escape_property(f"{finding.code} {finding.rule}")
    column = f",col={place.offset}" if place.offset else ""
    where = f"file={escape_property(place.file)},line={place.line}{column},title={title}"
    return f"::{COMMANDS[finding.severity]} {where}::{as_message(finding.message)}"


def unannotated(entries: Sequence[ShownFinding]) -> str:
    """How many findings of each severity have no annotation."""
    numbers = {each: findings_in(of(each, entries)[MOST_ANNOTATIONS:]) for each in SEVERITIES}
    left = [counted(number, severity) for severity, number in numbers.items() if number]
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
