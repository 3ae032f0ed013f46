"""Rules about citations: the links between claims and references."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference, Severity
from graph.rules.naming import called, cited
from graph.wording import did_you_mean

MANY_KEYS = 500
"""More unknown keys than somebody mistypes."""


@rule("CLM002", "error", "citations")
def unknown_reference(evidence: Evidence) -> Iterator[Noticed]:
    """A claim cites a key that the bibliography does not have.

    Why:
        A reader who follows the citation finds nothing.

    False alarms:
        None is known.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake13

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}
    """
    cures = cures_for({each.reference for each in evidence.citations()} - evidence.references.keys(), evidence)
    for citation in evidence.citations():
        if citation.reference in cures:
            missing = f"cites {citation.reference!r}, which is not in {evidence.references_file}"
            yield Noticed(citation, f"{called(evidence.claims[citation.claim])} {missing}{cures[citation.reference]}")


def cures_for(unknown: Collection[str], evidence: Evidence) -> dict[str, str]:
    """What to do about each unknown key; so many that a search for each would take minutes have one cure."""
    if len(unknown) > MANY_KEYS:
        return dict.fromkeys(unknown, f"; {len(unknown):,} keys are unknown: is this the right bibliography?")
    known = sorted(evidence.references)
    return {key: did_you_mean(key, known) or "; add it, or correct the key" for key in unknown}


@rule("NUM104", "warning", "citations")
def measure_mismatch(evidence: Evidence) -> Iterator[Noticed]:
    """A claim says incidence, but the reference's own title or design says prevalence.

    Why:
        Prevalence counts those who have a condition, incidence those who newly get it in a time. A cross-sectional
        study cannot measure incidence (Porta, A Dictionary of Epidemiology, 6th edition).

    False alarms:
        A paper on both, whose title names one. Where the claim has no figure it is only worth knowing (info).

    Bad:
        claim_id,cause,claim,supports,measure,low,unit
        c1,Coffee,The incidence of insomnia is 20 %.,drake2013,incidence,20,%

        @article{drake2013, title = {Prevalence of insomnia among coffee drinkers}}

    Good:
        claim_id,cause,claim,supports,measure,low,unit
        c1,Coffee,The prevalence of insomnia is 20 %.,drake2013,prevalence,20,%
        c2,Coffee,The incidence of insomnia is 5 %.,roth2011,incidence,5,%

        @article{drake2013, title = {Prevalence of insomnia among coffee drinkers}}
        @article{roth2011, title = {Prevalence and incidence of insomnia}}
    """
    for citation in evidence.citations():
        claim, reference = evidence.claims[citation.claim], evidence.references.get(citation.reference)
        if reference and claim.quantity.measure.lower().startswith("incidence") and (words := contradiction(reference)):
            message = f"{called(claim)} says incidence, but {words} of {cited(reference)} says otherwise"
            severity: Severity = "warning" if claim.quantity.estimate else "info"
            yield Noticed(claim, f"{message}; check which of them it measured", "measure", severity)


def contradiction(reference: Reference) -> str:
    """The words of a reference that speak against incidence, or an empty string."""
    if re.search(r"\bincidence\b", reference.title, re.IGNORECASE):
        return ""
    if prevalence := re.search(r"\bprevalence\b", reference.title, re.IGNORECASE):
        return f"{prevalence.group()!r} in the title"
    return "the design 'cross-sectional'" if "cross-sectional" in reference.design.lower() else ""
