"""Evidence -> the part of it that is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from graph.auditing.report import Report
from graph.model import Evidence
from graph.network.finding import find_called, names_of
from graph.reading.narrowing import leave_out
from graph.support import SOURCED, Support


def select(
    evidence: Evidence,
    *,
    unsourced: bool = False,
    about: str | Iterable[str] = (),
    cited_by: str | Iterable[str] = (),
    used: bool = False,
) -> Evidence:
    """The claims that are asked for, with the references that they cite and the causes that they name.

    They are those that nothing sources (`unsourced`), those about this cause, or one of these, or its narrower ones
    (`about`), and those of this key, or of these (`cited_by`); of several wishes those that meet all. `used` asks for
    all claims, and leaves out the references that none of them cites. Names are found as questions find them (`find`);
    raises LookupError for a cause or claim that there is not, or that may be several.
    """
    about, cited_by = one_or_more(about), one_or_more(cited_by)
    support = Support(evidence)
    left: Collection[str] = evidence.claims.keys()
    if unsourced:
        left = [key for key in left if support.states[key] not in SOURCED]
    names = names_of(evidence) if about or cited_by else {}
    if about:
        causes = [names[find_called(names, name, ("cause",))].full for name in about]
        found = {key for cause in causes for key in support.about(cause)}
        left = [key for key in left if key in found]
    if cited_by:
        found = {names[find_called(names, name, ("claim",))].full for name in cited_by}
        left = [key for key in left if key in found]
    chosen = leave_out(evidence, evidence.claims.keys() - set(left))
    return only_cited(chosen) if unsourced or about or cited_by or used else evidence


def one_or_more(names: str | Iterable[str]) -> list[str]:
    """Names of which there may be one or many."""
    return [names] if isinstance(names, str) else list(names)


def only_cited(evidence: Evidence) -> Evidence:
    """The evidence without the references that no claim in it cites."""
    cited = {citation.reference for citation in evidence.citations()}
    return replace(evidence, references={key: each for key, each in evidence.references.items() if key in cited})


def report_of(evidence: Evidence, report: Report) -> Report:
    """The report without the findings about what the evidence does not have; those about whole files stay."""
    known = {each.id for group in (evidence.references, evidence.claims, evidence.causes) for each in group.values()}
    return replace(
        report, findings=tuple(each for each in report.findings if not each.subject or each.subject in known)
    )
