"""The order in which people read findings: the worst first, with all that is about one thing, and each thing once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from graph.auditing.engine import by_place, population_sizes
from graph.auditing.report import Report
from graph.auditing.rule import Population
from graph.model import SEVERITIES, Evidence, Finding, Severity
from graph.wording import count

MOST_OF, OFTEN = 0.8, 20
"""The share of what a rule looks at, and the least number, from which on its findings are one."""


class ShownFinding(NamedTuple):
    """A finding as it is shown: what follows from another stands below it, and one may stand for many like it."""

    finding: Finding
    follows: bool = False
    stands_for: int = 1


Sort = tuple[str, Severity]
"""Findings of one rule that are equally severe."""


def arranged(report: Report, evidence: Evidence) -> list[ShownFinding]:
    """The findings as a person reads them."""
    many = widespread(report, evidence)
    following: dict[Finding, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding in report.follows:
            following[report.follows[finding]].append(finding)
    first: set[Sort] = set()
    groups: dict[str, list[ShownFinding]] = defaultdict(list)
    for finding in report.findings:
        kind = finding.code, finding.severity
        if finding in report.follows or kind in first:
            continue
        if kind in many:
            first.add(kind)
            number = sum((each.code, each.severity) == kind for each in report.findings)
            together = replace(finding, message=f"{many[kind]}, such as {finding.message}")
            groups[f"rule:{kind}"] = [ShownFinding(together, stands_for=number)]
        else:
            groups[finding.subject or f"{finding.place.file}:{finding.place.line}"] += [
                ShownFinding(finding),
                *(ShownFinding(each, follows=True) for each in following[finding]),
            ]
    ordered = sorted(map(worst_on_top, groups.values()), key=lambda group: entry_order(group[0]))
    return [entry for group in ordered for entry in group]


def widespread(report: Report, evidence: Evidence) -> dict[Sort, str]:
    """The rules that find something in most of what they look at, each with "389 of 428 references"."""
    sizes = population_sizes(evidence) | {"sentences": report.sentences}
    looked_at: dict[str, Population] = {rule.code: rule.population for rule in report.checks}
    found = Counter(map(attrgetter("code", "severity"), report.own(report.findings)))
    return {
        kind: so_many(number, looked_at[kind[0]], sizes[looked_at[kind[0]]])
        for kind, number in found.items()
        if kind[0] in looked_at and looked_at[kind[0]] != "files"
        if number >= OFTEN and number > MOST_OF * sizes[looked_at[kind[0]]]
    }


def so_many(number: int, population: Population, size: int) -> str:
    """How many of how many: "389 of 428 references"."""
    return f"{number:,} of {count(size, population.removesuffix('s'))}"


def worst_on_top(group: Sequence[ShownFinding]) -> list[ShownFinding]:
    """The findings about one thing, the worst first, each with what follows from it."""
    blocks: list[list[ShownFinding]] = []
    for entry in group:
        if entry.follows:
            blocks[-1].append(entry)
        else:
            blocks.append([entry])
    return [entry for block in sorted(blocks, key=lambda block: badness(block[0])) for entry in block]


def entry_order(entry: ShownFinding) -> tuple[int, tuple[str, int, int, str, str]]:
    """What things are sorted by: the worst that is found about each, and where that stands."""
    return badness(entry), by_place(entry.finding)


def badness(entry: ShownFinding) -> int:
    """How bad a finding is, the worst first."""
    return SEVERITIES.index(entry.finding.severity)


def least_severe(report: Report, least: Severity) -> Report:
    """The report with what is less severe than `least` hidden: counted still, but not shown."""
    shown = [each for each in report.findings if SEVERITIES.index(each.severity) <= SEVERITIES.index(least)]
    kept = set(shown)
    hidden = [each for each in report.findings if each not in kept]
    return replace(report, findings=tuple(shown), hidden=(*report.hidden, *hidden))


def findings_in(entries: Iterable[ShownFinding]) -> int:
    """For how many findings entries stand."""
    return sum(entry.stands_for for entry in entries)
