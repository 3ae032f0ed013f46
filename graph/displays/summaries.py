"""Evidence, a report, a network and changes in a few lines each: numbers, and what is worst."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.auditing.report import Report, by_severity, checked
from graph.changes.values import Changes
from graph.displays.framed import template
from graph.model import SEVERITIES, Evidence, Finding, Severity
from graph.support import STATES, Coverage, Support
from graph.wording import count

if TYPE_CHECKING:
    import networkx as nx

MOST_BARS = 12
"""How many causes have a bar."""

MOST_FOUND = 10
"""How many rules a report shows findings of."""


class Noted(NamedTuple):
    """What one rule found with one severity: how often, and the first of it."""

    severity: Severity
    number: int
    first: Finding


@dataclass(frozen=True, slots=True)
class Summary:
    """A network in numbers: nodes by kind, edges by relation, claims by state, and the coverage of its causes."""

    nodes: dict[str, int]
    edges: dict[str, int]
    states: dict[str, int]
    causes: tuple[Coverage, ...] = field(repr=False)

    def __repr__(self) -> str:
        return f"<Network of {self.words}>"

    @property
    def words(self) -> str:
        """How much there is of each kind: "35 causes, 106 claims, 21 references; 165 edges"."""
        kinds = ", ".join(count(number, kind) for kind, number in self.nodes.items())
        return f"{kinds}; {count(sum(self.edges.values()), 'edge')}"

    def _repr_html_(self) -> str:
        numbers = {"edges": self.edges, "claims": self.states}
        rows = [(name, list(each.items())) for name, each in numbers.items()]
        return small_display(self.words, rows=rows, **bars(self.causes))


def summarize(network: nx.MultiDiGraph[str]) -> Summary:
    """A network in numbers, to be looked at: nodes by kind, edges by relation, claims by state, causes by coverage.

    >>> import graph
    >>> graph.summarize(graph.build_network(graph.sample())).nodes
    {'cause': 35, 'claim': 106, 'reference': 21}
    """
    from graph.network import nodes
    from graph.network.questions import coverage
    from graph.network.scope import support_of

    states = Counter(support_of(network).states.values())
    return Summary(
        nodes={kind: len(nodes(network, kind)) for kind in ("cause", "claim", "reference")},
        edges=dict(Counter(relation for *_, relation in network.edges(data="relation", default="other"))),
        states={state: states[state] for state in STATES if states[state]},
        causes=tuple(coverage(network)),
    )


def evidence_html(evidence: Evidence) -> str:
    """Evidence as a notebook shows it: how much there is, and a bar for each cause."""
    support = Support(evidence)
    unused = len(evidence.references.keys() - evidence.cited())
    heading = [
        f"{count(len(evidence.claims), 'claim')}, {support.coverage_of('').sourced:,} sourced",
        f"{count(len(evidence.references), 'reference')}, {unused:,} unused",
        count(len(evidence.problems), "problem"),
    ]
    return small_display("; ".join(heading), title=evidence.article.title, **bars(support.coverage()))


def small_display(heading: str, **parts: object) -> str:
    """A small display: what there is, and those parts of the template that it has something for."""
    nothing = {"title": "", "rows": [], "causes": [], "found": [], "changed": []}
    return template("summary").render({**nothing, "heading": heading, **parts})


def bars(causes: Sequence[Coverage]) -> dict[str, object]:
    """The causes that have a bar, those with most claims without a source first, and what the bars are measured by."""
    ordered = sorted(causes, key=lambda row: row.sourced - row.claims)
    return {
        "causes": ordered[:MOST_BARS],
        "of": len(causes),
        "longest": max((row.claims for row in ordered[:MOST_BARS]), default=0) or 1,
    }


def report_html(report: Report) -> str:
    """A report as a notebook shows it: how much was found, and the rules that found the worst."""
    found = grouped_by_rule(each for each in report.findings if each not in report.follows)
    heading = f"{checked(report)}: {', '.join(by_severity(report))}"
    return small_display(heading, found=found[:MOST_FOUND], of_rules=len(found))


def grouped_by_rule(findings: Iterable[Finding]) -> list[Noted]:
    """What each rule found: the worst first, and of what is equally bad the most frequent."""
    by_rule: dict[tuple[Severity, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.severity, finding.code].append(finding)
    rows = [Noted(severity, len(each), each[0]) for (severity, _), each in by_rule.items()]
    return sorted(rows, key=lambda row: (SEVERITIES.index(row.severity), -row.number, row.first.code))


def changes_html(changes: Changes) -> str:
    """Changes as a notebook shows them: how much has changed, and the first of each sort, the worst first."""
    from graph.changes.grouping import grouped_changes, summary_of_changes

    return small_display(summary_of_changes(changes), changed=grouped_changes(changes))


DISPLAYS: Mapping[type, Callable[[Any], str]] = {
    Changes: changes_html,
    Evidence: evidence_html,
    Report: report_html,
}
"""What makes HTML of a value, by its class."""
