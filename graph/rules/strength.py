"""Rules about claims: whether their sources are enough in number and design for what they say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from graph.auditing.rule import Noticed, rule
from graph.model import Citation, Claim, Evidence, Stance
from graph.references.designs import DESIGNS, RANDOMIZED, designs
from graph.rules.naming import called, cited_all
from graph.rules.own_work import own_entries
from graph.support import Support
from graph.support.numbers import NOBODY, SEVERAL
from graph.wording import listing

SUPPORTING: tuple[Stance, ...] = ("supports",)
"""The stance of a reference that carries a claim without reserve."""

ACTED_ON = frozenset({"diagnosis", "frequency", "harm", "prevention", "risk-factor", "treatment"})
"""Kinds of claims that people act on."""


@rule("CLM003", "info", "claims")
def single_reference(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim rests on exactly one reference, which is no synthesis of many studies.

    Why:
        One study can be wrong; guides to medical sources ask for more than one, or for a review of them. A reference
        that is a systematic review, a meta-analysis or a guideline is enough. References that are one work, or a review
        and a study that it `includes`, count once. Looked at is what people act on: figures and claims of the kinds
        frequency, treatment, prevention, harm, diagnosis and risk-factor. A contested claim is `contested-claim`'s.

    False alarms:
        What is said of one study; a claim that names the reference's author is left alone.

    Bad:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Coffee after noon shortens sleep.,harm,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, C}}

    Good:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Coffee after noon shortens sleep.,harm,drake2013; clark2017
        c2,Coffee,Coffee delays falling asleep.,harm,clark2017
        c3,Coffee,Drake (2013) found that coffee delays falling asleep.,harm,drake2013
        c4,Coffee,Coffee is a drink.,background,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, C}}
        @article{clark2017, title = {Coffee and sleep: a systematic review}}
    """
    own = own_entries(evidence)
    for claim in claims_on_one(evidence, support):
        if support.states[claim.key] in {"supported", "qualified"} and is_acted_on(claim):
            keys = support.sources(claim.key)
            if not (own.issuperset(keys) or are_enough(keys, claim, support)):
                yield Noticed(claim, f"{called(claim)} rests on {alone(keys, evidence)}; look for a second source")


def claims_on_one(evidence: Evidence, support: Support) -> Iterator[Claim]:
    """The claims that rest on one reference, or on several that count as one.

    Where all references together are as many as there are, as they mostly are, no several of them count as one.
    """
    are_apart = support.independent(evidence.references) == len(evidence.references)
    for claim, source in zip(evidence.claims.values(), support.sole_sources, strict=True):
        if source == NOBODY or (source == SEVERAL and are_apart):
            continue
        if source != SEVERAL or support.independent(support.sources(claim.key)) == 1:
            yield claim


def are_enough(keys: Sequence[str], claim: Claim, support: Support) -> bool:
    """Whether the sources of a claim are a synthesis of studies, or the claim names the author whose study it is of."""
    level = best_level(support.citations(claim.key), support.evidence)
    return level == 1 or tells_of(claim, keys, support.evidence)


def is_acted_on(claim: Claim) -> bool:
    """Whether a claim is one that people act on: by its kind, or because it states a figure."""
    return claim.kind in ACTED_ON or claim.quantity.has_figure


def tells_of(claim: Claim, keys: Sequence[str], evidence: Evidence) -> bool:
    """Whether a claim names the author of one of its sources: "Scott 1990 found"."""
    names = [name.short for key in keys for name in evidence.references[key].facts.names]
    named = [name for name in names if name and name in claim.text]  # few are, and patterns are slow
    return any(re.search(rf"\b{re.escape(name)}\b", claim.text) for name in named)


def alone(keys: Sequence[str], evidence: Evidence) -> str:
    """The one reference that something rests on, or several that count as one."""
    return f"{cited_all(keys, evidence)}{', which count as one' if len(keys) > 1 else ' alone'}"


def best_level(sources: Collection[Citation], evidence: Evidence) -> int | None:
    """The best level of the designs that sources record; none where they record no design."""
    return min([DESIGNS[each].level for citation in sources for each in designs(citation, evidence)], default=None)


@rule("CLM006", "warning", "claims")
def treatment_below_level(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim about a treatment rests on no randomized trial, nor on a review of such.

    Why:
        Without a fair comparison nobody can tell a treatment's effect from the course of the disease (OCEBM 2011:
        level 3 or lower). What counts is the best design that a source records; where none does, nothing is said.

    False alarms:
        An effect so dramatic that no trial is needed, or a trial whose record says only `cohort`.

    Bad:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Decaffeinated coffee cures insomnia.,treatment,roth2011

        @article{roth2011, title = {Decaffeinated coffee: a case series}, design = {case-series}}

    Good:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Decaffeinated coffee cures insomnia.,treatment,roth2011; drake2013

        @article{roth2011, title = {Decaffeinated coffee: a case series}, design = {case-series}}
        @article{drake2013, title = {Decaffeinated coffee: a trial}, design = {randomized-trial}}
    """
    for claim in evidence.claims.values():
        if claim.kind == "treatment":
            sources = support.citations(claim.key, SUPPORTING)
            level = best_level(sources, evidence)
            if level and level > RANDOMIZED:
                names = listing(sorted({name for citation in sources for name in designs(citation, evidence)}))
                message = f"{called(claim)} is about a treatment, but the best it rests on is {names}"
                yield Noticed(claim, f"{message}; cite a randomized trial or a systematic review")


@rule("CLM014", "warning", "claims", profile="medrs")
def no_secondary_source(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim rests on primary studies only.

    Why:
        Under this profile a review or guideline is asked for, which weighs the studies against each other (Wikipedia,
        "Identifying reliable sources (medicine)"). Where a source records no design, nothing is said.

    False alarms:
        A finding too new for any review.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}, design = {randomized-trial}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013; clark2017

        @article{drake2013, title = {Caffeine effects on sleep}, design = {randomized-trial}}
        @article{clark2017, title = {Coffee and sleep}, design = {systematic-review}}
    """
    for claim in evidence.claims.values():
        if keys := of_one_sort(support.citations(claim.key), evidence, "primary"):
            primary = f"rests on primary studies only, {cited_all(keys, evidence)}"
            yield Noticed(claim, f"{called(claim)} {primary}; cite a review or guideline")


def of_one_sort(sources: Collection[Citation], evidence: Evidence, sort: str) -> list[str]:
    """The keys of sources if all of them record designs, and only of this sort."""
    known = [designs(citation, evidence) for citation in sources]
    if all(each and all(DESIGNS[name].sort == sort for name in each) for each in known):
        return sorted({citation.reference for citation in sources})
    return []
