"""What an audit found, and its summary in one line; `graph.reports` writes the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from graph.auditing.texts import QUOTE_STATES, QuoteState
from graph.displayed import Displayed
from graph.model import SEVERITIES, Finding, Severity
from graph.wording import count, printable

if TYPE_CHECKING:
    from graph.auditing.rule import Rule
    from graph.support import Support


class Suppressed(NamedTuple):
    """A finding that is excused: by a suppression (noqa), the settings, or the baseline; and why."""

    finding: Finding
    by: Literal["noqa", "settings", "baseline"]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Displayed):
    """The findings by place, those that are excused, and the rules that were run or not, each with its reason.

    `follows` has those that are gone when another one is mended, or that it says already, each with that one: they are
    no faults of their own. `hidden` are findings that are counted, but not to be shown. The numbers of claims,
    references and causes are the denominator: nothing found in nothing is no good news. So is that of the `sentences`
    that cite in an article that was given; `left_out` counts the claims that nobody asked for, `quotes` the quotes of
    sources by whether they are in the sources' texts. `support` is what rests on what, as the rules worked it out, for
    the page to use again.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    hidden: tuple[Finding, ...] = ()
    follows: Mapping[Finding, Finding] = field(default_factory=dict)
    checks: tuple[Rule, ...]
    not_run: tuple[tuple[Rule, str], ...]
    claims: int
    references: int
    causes: int
    left_out: int = 0
    sentences: int = 0
    quotes: Mapping[QuoteState, int] = field(default_factory=dict)
    support: Support | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"<Report of {checked(self)}: {', '.join(by_severity(self))}>"

    def __reduce__(self) -> tuple[Callable[[], Report], tuple[()]]:
        """What is pickled: all but `support`, which has the whole evidence with it."""
        kept = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "support"}
        return partial(Report, **kept), ()

    def count(self, severity: Severity) -> int:
        """How many findings of their own have this severity."""
        return sum(each.severity == severity for each in self.own(self.all_findings))

    def own(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """Those of some findings that follow from no other; most reports have none that do, and need not look."""
        return (each for each in findings if each not in self.follows) if self.follows else findings

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """The findings, those that are hidden among them."""
        return (*self.findings, *self.hidden)

    def fails(self, fail_on: Severity) -> bool:
        """Whether a finding is as bad as `fail_on`, or worse."""
        return any(SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on) for finding in self.all_findings)


def summary(report: Report) -> str:
    """One line: the denominator, the findings by severity, the quotes of sources, and what was not run."""
    found = by_severity(report)
    found += [f"{len(report.follows):,} that {'follows' if len(report.follows) == 1 else 'follow'}"] * bool(
        report.follows
    )
    found += [f"{len(report.suppressed):,} suppressed"] * bool(report.suppressed)
    found += [f"{len(report.hidden):,} not shown"] * bool(report.hidden)
    return f"{checked(report)}: {', '.join(found)}{looked_for(report)}{not_run(report)}"


def looked_for(report: Report) -> str:
    """How many quotes of sources are in the sources' texts; what has no text is not taken for found."""
    if not report.quotes:
        return ""
    found, missing, unchecked = (report.quotes.get(state, 0) for state in QUOTE_STATES)
    return f", {count(found, 'source quote')} found, {missing:,} not found, {unchecked:,} not checked: no text"


def checked(report: Report) -> str:
    """The denominator: how many checks were run on how much."""
    apart = f" ({report.left_out:,} left out)" if report.left_out else ""
    subjects = [
        f"{count(report.claims, 'claim')}{apart}",
        count(report.references, "reference"),
        count(report.causes, "cause"),
    ]
    return f"{count(len(report.checks), 'check')} on {', '.join(subjects)}"


def by_severity(report: Report) -> list[str]:
    """How many findings of their own there are of each severity, in words."""
    return [
        counted(number, severity)
        for severity, number in zip(SEVERITIES, numbers_by_severity(report).values(), strict=True)
    ]


def numbers_by_severity(report: Report) -> dict[str, int]:
    """How many findings of their own there are of each severity, counted in one pass."""
    found = Counter(each.severity for each in report.own(report.all_findings))
    return {severity: found[severity] for severity in SEVERITIES}


def counted(number: int, severity: Severity) -> str:
    """A number of findings of a severity: "1 error", "2 warnings", "3 info"."""
    return f"{number:,} info" if severity == "info" else count(number, severity)


def not_run(report: Report) -> str:
    """The checks that were not run, by reason."""
    reasons = dict.fromkeys(printable(reason) for _, reason in report.not_run)
    if not reasons:
        return ""
    return f", {len(report.not_run)} not checked ({'; '.join(reasons)})"
