"""Rules about citations: the links between claims and references."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Evidence, Reference, Severity
from graph.rules.naming import called, cited
from graph.rules.uncited import FIGURE
from graph.wording import did_you_mean

MANY_KEYS = 500
"""More unknown keys than somebody mistypes."""

MOST_LIBRARIES = 3
"""How many bibliographies a finding names."""


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
    no_file = bool(evidence.named("article")) and not evidence.named("references")
    unknown = {each.reference for each in evidence.citations()} - evidence.references.keys()
    cures = cures_for(unknown, evidence, unnamed=no_file and not evidence.references)
    number = len(evidence.named("references"))
    read_ones = evidence.references_file if number <= MOST_LIBRARIES else f"any of {number} bibliographies"
    where = "any list of references that was read" if no_file else read_ones
    for citation in evidence.citations() if cures else ():
        if citation.reference in cures:
            missing = f"cites {citation.reference!r}, which is not in {where}"
            yield Noticed(citation, f"{called(evidence.claims[citation.claim])} {missing}{cures[citation.reference]}")


def cures_for(unknown: Collection[str], evidence: Evidence, *, unnamed: bool) -> dict[str, str]:
    """What to do about each unknown key; where there is no bibliography, or far too many, all have one cure.

    There is none where it is `unnamed`. To search for each of very many would take minutes.
    """
    if unnamed:
        return dict.fromkeys(
            unknown, "; name the bibliography in the article or with --references, or put it beside as references.bib"
        )
    if len(unknown) > MANY_KEYS:
        return dict.fromkeys(unknown, f"; {len(unknown):,} keys are unknown: is this the right bibliography?")
    known = sorted(evidence.keys)
    return {key: did_you_mean(key, known) or "; add it, or correct the key" for key in unknown}


@rule("NUM104", "warning", "claims")
def measure_mismatch(evidence: Evidence) -> Iterator[Noticed]:
    """A claim says incidence, but its own columns or the reference's title or design say prevalence.

    Why:
        Prevalence counts those who have a condition, incidence those who newly get it in a time. A cross-sectional
        study cannot measure incidence (Porta, A Dictionary of Epidemiology, 6th edition). A claim says incidence in the
        column `measure`, or, where that is empty, in its text; a text and a column that differ are noticed, too.

    False alarms:
        A paper on both, whose title names one. Where the claim has no figure it is only worth knowing (info).

    Bad:
        claim_id,cause,claim,supports,measure,low,unit
        c1,Coffee,The incidence of insomnia is 20 %.,drake2013,incidence,20,%
        c2,Coffee,The incidence of headache is 20 %.,,prevalence,20,%

        @article{drake2013, title = {Prevalence of insomnia among coffee drinkers}}

    Good:
        claim_id,cause,claim,supports,measure,low,unit
        c1,Coffee,The prevalence of insomnia is 20 %.,drake2013,prevalence,20,%
        c2,Coffee,The incidence of insomnia is 5 %.,roth2011,incidence,5,%

        @article{drake2013, title = {Prevalence of insomnia among coffee drinkers}}
        @article{roth2011, title = {Prevalence and incidence of insomnia}}
    """
    for claim in evidence.claims.values():
        said, column = frequency_in(claim.text), frequency_measured(claim.quantity.measure)
        if said and column and said != column:
            fault = f"says {said} in its text, but {column} in the column 'measure'"
            yield Noticed(claim, f"{called(claim)} {fault}; write what was measured in both", "measure")
        elif (column or (said if not claim.quantity.measure else "")) == "incidence":
            yield from contradicted(claim, evidence)


def frequency_in(text: str) -> str:
    """Which of incidence and prevalence a text speaks of, if it is only one of them."""
    small = text.lower()
    if "incidence" not in small and "prevalence" not in small:  # as most texts
        return ""
    found = {word for word in ("incidence", "prevalence") if re.search(rf"\b{word}\b", small)}
    return found.pop() if len(found) == 1 else ""


frequency_measured = lru_cache(maxsize=2**10)(frequency_in)
"""The same of a measure, of which thousands of claims have the same few."""


def contradicted(claim: Claim, evidence: Evidence) -> Iterator[Noticed]:
    """What references of a claim about incidence say against that."""
    for citation in claim.citations:
        reference = evidence.references.get(citation.reference)
        if reference and (words := contradiction(reference)):
            message = f"{called(claim)} says incidence, but {words} of {cited(reference)} says otherwise"
            stated = claim.quantity.estimate or FIGURE.search(claim.text)
            severity: Severity = "warning" if stated else "info"
            yield Noticed(claim, f"{message}; check which of them it measured", "measure", severity)


def contradiction(reference: Reference) -> str:
    """The words of a reference that speak against incidence, or an empty string."""
    if re.search(r"\bincidence\b", reference.title, re.IGNORECASE):
        return ""
    if prevalence := re.search(r"\bprevalence\b", reference.title, re.IGNORECASE):
        return f"{prevalence.group()!r} in the title"
    return "the design 'cross-sectional'" if "cross-sectional" in reference.design.lower() else ""
