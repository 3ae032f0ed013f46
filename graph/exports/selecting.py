"""Evidence -> the part of it that is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from graph.auditing.report import Report
from graph.model import Evidence
from graph.reading.narrowing import leave_out
from graph.support import SOURCED, Support
from graph.wording import did_you_mean, listing


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
    all claims, and leaves out the references that none of them cites. Raises LookupError for a cause or claim that
    there is not.
    """
    about, cited_by = one_or_more(about), one_or_more(cited_by)
    support = Support(evidence)
    left: Collection[str] = evidence.claims.keys()
    if unsourced:
        left = [key for key in left if support.states[key] not in SOURCED]
    if about:
        found = {key for name in about for key in support.about(cause_called(name, evidence))}
        left = [key for key in left if key in found]
    if cited_by:
        found = {claim_called(key, evidence) for key in cited_by}
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


def cause_called(name: str, evidence: Evidence) -> str:
    """The full name of the cause that is called so, in any case; by the last part of its name, if one alone has it."""
    folded = name.removeprefix("cause:").casefold()
    whole = [each for each in evidence.causes if each.casefold() == folded]
    found = whole or [each.name for each in evidence.causes.values() if each.label.casefold() == folded]
    if len(found) > 1 and name not in found:
        raise LookupError(f"{name!r} may be {listing([*map(repr, found)])}; give the full name")
    return name if name in found else the_one(found, name, "cause", known_names(evidence))


def known_names(evidence: Evidence) -> Iterator[str]:
    """What causes are called."""
    for cause in evidence.causes.values():
        yield from (cause.name, cause.label)


def claim_called(name: str, evidence: Evidence) -> str:
    """The key of the claim that is called so, in any case."""
    key = name.removeprefix("claim:")
    folded = key.casefold()
    found = [key] if key in evidence.claims else [each for each in evidence.claims if each.casefold() == folded]
    return the_one(found, name, "claim", evidence.claims)


def the_one(found: Sequence[str], name: str, kind: str, known: Iterable[str]) -> str:
    """What was found; LookupError, with a proposal, where there is none."""
    if not found:
        raise LookupError(f"no {kind} is called {name!r}{did_you_mean(name, known)}")
    return found[0]
