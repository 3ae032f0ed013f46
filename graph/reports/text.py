"""For people at a terminal: a line a finding, with the cell it is about, or grouped; and how often each rule speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph.auditing.engine import causes_of, population_sizes
from graph.auditing.report import Report, summary
from graph.auditing.rule import Population, Rule
from graph.model import Evidence, Finding
from graph.reports.context import Context, Paint
from graph.wording import count, printable

WIDTH = 100
"""How much of a cell is shown."""


def as_lines(lines: Iterable[str]) -> str:
    """Lines as one text."""
    return "".join(f"{line}\n" for line in lines)


def text(report: Report, context: Context) -> str:
    """A line a finding, `file:line: severity CODE name: message`, then the summary."""
    return as_lines([*(finding_line(finding, context.paint) for finding in report.findings), summary(report)])


def finding_line(finding: Finding, paint: Paint) -> str:
    """A finding as one line."""
    return f"{printable(finding.place.exact)}: {headline(finding, paint)}"


def headline(finding: Finding, paint: Paint) -> str:
    """What a finding says, without its place."""
    return f"{paint(finding.severity, finding.severity)} {finding.code} {finding.rule}: {printable(finding.message)}"


def full(report: Report, context: Context) -> str:
    """Each finding with the cell or line that it is about, then the summary."""
    return as_lines([*(line for finding in report.findings for line in frame(finding, context)), summary(report)])


def frame(finding: Finding, context: Context) -> Iterator[str]:
    """A finding, its place, and what is written there if that is known."""
    place = finding.place
    margin = " " * len(str(place.line))
    column = f", {printable(place.column)}" if place.column else ""
    yield headline(finding, context.paint)
    yield f"{margin}--> {printable(place.exact)}{column}"
    cell = context.cell(place)
    if cell is not None:
        yield f"{margin} |"
        yield f"{place.line} | {cut(printable(cell.strip()), WIDTH) or '(empty)'}"
    yield ""


def cut(text: str, width: int) -> str:
    """Text of at most `width` characters, the last of them an ellipsis where some are left out."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def by_cause(report: Report, context: Context) -> str:
    """The findings under the cause that each is about, those about no cause last; then the summary."""
    groups: dict[str, list[Finding]] = {name: [] for name in context.evidence.causes}
    groups[""] = []
    for finding in report.findings:
        groups[cause_of(finding, context.evidence)].append(finding)
    titles = {name: name or "References and files" for name in groups}
    return as_lines([*grouped(groups, titles, context.paint), summary(report)])


def cause_of(finding: Finding, evidence: Evidence) -> str:
    """The cause that a finding is about, or an empty string."""
    return next(iter(causes_of(finding, evidence)), "")


def by_rule(report: Report, context: Context) -> str:
    """The findings under the rule that noticed each, then the summary."""
    rules = {rule.code: rule for rule in report.checks}
    groups: dict[str, list[Finding]] = {code: [] for code in rules}
    for finding in report.findings:
        groups[finding.code].append(finding)
    titles = {code: f"{code} {rule.name}: {rule.title}" for code, rule in rules.items()}
    return as_lines([*grouped(groups, titles, context.paint), summary(report)])


def grouped(groups: Mapping[str, list[Finding]], titles: Mapping[str, str], paint: Paint) -> Iterator[str]:
    """Findings under the title of their group; a group without any is left out."""
    for name, findings in groups.items():
        if findings:
            yield f"{printable(titles[name])} ({count(len(findings), 'finding')})"
            yield from (f"  {finding_line(finding, paint)}" for finding in findings)
            yield ""


def statistics(report: Report, context: Context) -> str:
    """A line a rule: how many findings, of how many that it looks at, or why it was not checked; then the summary."""
    sizes = population_sizes(context.evidence) | {"sentences": report.sentences}
    found = Counter(finding.code for finding in report.findings)
    ran = [statistic(f"{found[rule.code]:,}", rule, looked_at(rule, sizes)) for rule in report.checks]
    not_run = [statistic("-", rule, f"not checked: {printable(reason)}") for rule, reason in report.not_run]
    return as_lines([*ran, *not_run, summary(report)])


def looked_at(rule: Rule, sizes: Mapping[Population, int]) -> str:
    """How much there is of what a rule looks at; files are looked at as a whole."""
    singular = rule.population.removesuffix("s")
    return "of the files" if singular == "file" else f"of {count(sizes[rule.population], singular)}"


def statistic(number: str, rule: Rule, remark: str) -> str:
    """A line about a rule."""
    return f"{number:>7}  {rule.code}  {rule.name:<26}  {remark}"
