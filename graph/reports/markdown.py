"""For a comment on a pull request: the summary, a table of rules, and the findings folded away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from graph.auditing.report import Report, counted, summary
from graph.auditing.rule import Rule
from graph.model import SEVERITIES, Finding
from graph.reports.arranging import arranged, badness
from graph.reports.context import Context
from graph.reports.text import cut
from graph.wording import count, printable

LONGEST_ROWS = 50_000
"""How many characters the findings may have together; GitHub takes comments of 65,536."""

LONGEST_MESSAGE = 300
LONGEST_SUMMARY = 1000

SPECIAL = re.compile(r"([\\`*_\[\]<>|~$&])")
"""What Markdown, its tables, formulas and HTML take for their own."""

LINKED = re.compile(r"[@#]|:/(?=/)|www(?=\.)|GH-", re.IGNORECASE)
"""How a mention, a link or a link to an issue begins, all of which need no brackets on GitHub."""


def markdown(report: Report, context: Context) -> str:
    """The summary, a table of the rules that found something, and the findings under their severity."""
    findings = [entry.finding for entry in sorted(arranged(report, context.evidence), key=badness)]
    rows = fitting([finding_row(finding) for finding in findings])
    parts = [
        "## Evidence audit",
        escape(cut(summary(report), LONGEST_SUMMARY)),
        *rules_table(report),
        *details(findings, rows),
        *not_shown(len(findings) - len(rows)),
    ]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is; an empty comment breaks what would become a mention or a link."""
    return LINKED.sub(r"\g<0><!-- -->", SPECIAL.sub(r"\\\1", printable(text)))


def markdown_table(head: str, rows: Iterable[str]) -> str:
    """A table from its head and its rows."""
    return "\n".join([head, re.sub(r"[^|]+", "---", head), *rows])


def rules_table(report: Report) -> Iterator[str]:
    """The rules that found something, if there are any."""
    found = Counter(finding.code for finding in report.findings)
    rows = [rule_row(rule, found[rule.code]) for rule in report.checks if found[rule.code]]
    if rows:
        yield markdown_table("| Rule | Findings | What it notices |", rows)


def rule_row(rule: Rule, number: int) -> str:
    """A rule and how many findings it has."""
    return f"| {rule.code} {escape(rule.name)} | {number:,} | {escape(rule.title)} |"


def finding_row(finding: Finding) -> str:
    """A finding."""
    message = escape(cut(finding.message, LONGEST_MESSAGE))
    return f"| {escape(cut(str(finding.place), LONGEST_MESSAGE))} | {finding.code} {escape(finding.rule)} | {message} |"


def fitting(rows: Sequence[str]) -> list[str]:
    """The first rows, as many as a comment can hold."""
    lengths = accumulate(len(row) + 1 for row in rows)
    return [row for row, length in zip(rows, lengths, strict=True) if length <= LONGEST_ROWS]


def details(findings: Sequence[Finding], rows: Sequence[str]) -> Iterator[str]:
    """The rows of each severity, folded away."""
    for severity in SEVERITIES:
        number = sum(finding.severity == severity for finding in findings)
        shown = [row for finding, row in zip(findings, rows, strict=False) if finding.severity == severity]
        if shown:
            heading = counted(number, severity) + (f", {len(shown):,} of them here" if len(shown) < number else "")
            body = markdown_table("| Place | Rule | Finding |", shown)
            yield f"<details><summary>{heading}</summary>\n\n{body}\n\n</details>"


def not_shown(number: int) -> Iterator[str]:
    """A line that says how many findings are not shown, if any."""
    if number:
        yield f"{count(number, 'finding')} more than fit here; run `evidence-graph audit` to see all."
