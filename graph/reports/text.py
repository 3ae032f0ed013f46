"""For people at a terminal: a line a finding, with the cell it is about, or grouped; and how often each rule speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graph.auditing.engine import cause_of, population_sizes
from graph.auditing.report import Report, summary
from graph.auditing.rule import Population, Rule
from graph.model import Finding
from graph.reports.arranging import ShownFinding, arranged, findings_in
from graph.reports.context import Context, Paint
from graph.wording import count, printable

SCREENFUL, SCREEN = 100, 25
"""More findings than a person reads at once, and how many errors there is room for beside statistics."""

WIDTH, LINE_WIDTH = 100, 118
"""How much of a cell is shown, and of a line where there are many."""


WriteFinding = Callable[[ShownFinding], Iterable[str]]
"""Gives the lines of a finding."""


def as_lines(lines: Iterable[str]) -> str:
    """Lines as one text."""
    return "".join(f"{line}\n" for line in lines)


def text(report: Report, context: Context) -> str:
    """A line a finding, `file:line: severity CODE name: message`, then the summary."""
    return as_lines([*listed(report, context, lambda entry: entry_lines(entry, context.paint)), summary(report)])


def listed(report: Report, context: Context, lines: WriteFinding) -> Iterator[str]:
    """The findings as people read them, as `lines` writes each, no more of them than are asked for or of use."""
    entries = arranged(report, context.evidence)
    if context.most is None and context.terminal and len(entries) > SCREENFUL:
        yield from in_brief(report, entries, lines)
    else:
        for entry in entries[: context.most]:
            yield from lines(entry)
        yield from not_listed(entries[len(entries) if context.most is None else context.most :])


def in_brief(report: Report, entries: Sequence[ShownFinding], lines: WriteFinding) -> Iterator[str]:
    """Of very many findings the errors, as far as a screen holds them, then a line a rule with an example."""
    errors = [entry for entry in entries if entry.finding.severity == "error"]
    for entry in errors[:SCREEN]:
        yield from lines(entry)
    if len(errors) > SCREEN:
        yield f"... and {count(findings_in(errors[SCREEN:]), 'error')} more"
    yield ""
    examples = {entry.finding.code: entry.finding for entry in reversed(entries)}
    found = Counter(finding.code for finding in report.findings)
    for rule in report.checks:
        if example := examples.get(rule.code):
            yield cut(
                f"{found[rule.code]:>7,}  {rule.code}  {printable(f'{example.place}: {example.message}')}", LINE_WIDTH
            )
    yield "all of them: --max 0; only errors: --quiet; one rule: --select CODE; or --format by-cause, csv, ..."


def not_listed(entries: Sequence[ShownFinding]) -> Iterator[str]:
    """A line that says how many findings are not shown, if any."""
    if entries:
        yield f"... and {count(findings_in(entries), 'finding')} more; all of them: --max 0"


def entry_lines(entry: ShownFinding, paint: Paint) -> Iterator[str]:
    """A finding as one line; one that follows from another is indented below it."""
    yield f"{'    ' if entry.follows else ''}{finding_line(entry.finding, paint)}"


def finding_line(finding: Finding, paint: Paint) -> str:
    """A finding as one line."""
    return f"{printable(finding.place.exact)}: {headline(finding, paint)}"


def headline(finding: Finding, paint: Paint) -> str:
    """What a finding says, without its place."""
    return f"{paint(finding.severity, finding.severity)} {finding.code} {finding.rule}: {printable(finding.message)}"


def full(report: Report, context: Context) -> str:
    """Each finding with the cell or line that it is about, then the summary."""
    return as_lines([*listed(report, context, lambda entry: frame(entry.finding, context)), summary(report)])


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
    groups: dict[str, list[ShownFinding]] = {name: [] for name in context.evidence.causes}
    groups[""] = []
    for entry in arranged(report, context.evidence)[: context.most]:
        groups[cause_of(entry.finding, context.evidence)].append(entry)
    titles = {name: name or "References and files" for name in groups}
    return as_lines([*grouped(groups, titles, context.paint), summary(report)])


def by_rule(report: Report, context: Context) -> str:
    """The findings under the rule that noticed each, then the summary."""
    rules = {rule.code: rule for rule in report.checks}
    groups: dict[str, list[ShownFinding]] = {code: [] for code in rules}
    for entry in arranged(report, context.evidence)[: context.most]:
        groups[entry.finding.code].append(entry)
    titles = {code: f"{code} {rule.name}: {rule.title}" for code, rule in rules.items()}
    return as_lines([*grouped(groups, titles, context.paint), summary(report)])


def grouped(groups: Mapping[str, list[ShownFinding]], titles: Mapping[str, str], paint: Paint) -> Iterator[str]:
    """Findings under the title of their group; a group without any is left out."""
    for name, entries in groups.items():
        if entries:
            yield f"{printable(titles[name])} ({count(findings_in(entries), 'finding')})"
            yield from (f"  {finding_line(entry.finding, paint)}" for entry in entries)
            yield ""


def statistics(report: Report, context: Context) -> str:
    """A line a rule: how many findings, of how many that it looks at, or why it was not checked; then the summary."""
    sizes = population_sizes(context.evidence) | {"sentences": report.sentences}
    found = Counter(finding.code for finding in report.all_findings)
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
