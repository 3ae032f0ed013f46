"""Rules about claims: what sources they have, and of what sort."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from graph.auditing.rule import Noticed, rule
from graph.model import Citation, Claim, Evidence, Severity
from graph.references.designs import DESIGNS, RANDOMIZED, designs, is_web
from graph.wording import listing

IGNORANCE = re.compile(
    r"\b(?:is|are|remains?) (?:un(?:certain|clear|known)|not (?:\w+ )?(?:clear|known|understood))\b", re.IGNORECASE
)
"""Words that say that something is not known, for which there is seldom a source."""

AGEING, OLD = 5, 10
"""After how many years a source deserves a look, and after how many a successor should be sought (MEDRS: about 5)."""

AGEING_KINDS = frozenset({"diagnosis", "frequency", "risk-factor", "treatment"})
"""Kinds of claims that people act on or that change with time; what was once seen in a brain stays seen."""


@rule("CLM001", "warning", "claims")
def uncited_claim(evidence: Evidence) -> Iterator[Noticed]:
    """A claim has no source: no reference supports, disputes or qualifies it.

    Why:
        A reader cannot check it. Figures and treatments without a source are errors, because people act on them;
        background, such as a definition, is only worth knowing (info), and so is that something is not known. A mere
        mention does not source a claim.

    False alarms:
        Common knowledge and definitions; give them the kind `background`, or suppress with a reason.

    Bad:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Coffee after noon shortens sleep.,association,

    Good:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Coffee after noon shortens sleep.,association,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}
    """
    for claim in evidence.claims.values():
        if not evidence.sources(claim):
            yield Noticed(claim, f"claim {claim.key!r} has no source{hint(claim)}", severity=gravity(claim))


def gravity(claim: Claim) -> Severity:
    """How much a missing source matters."""
    if claim.kind in {"frequency", "treatment"} or claim.quantity.low is not None:
        return "error"
    return "info" if claim.kind == "background" or IGNORANCE.search(claim.text) else "warning"


def hint(claim: Claim) -> str:
    """What a claim without a source has instead, and the cure."""
    if mentions := [c.reference for c in claim.citations if c.stance == "mentions"]:
        return f"; {listing(mentions)} only mentions it: cite what supports it, or drop the claim"
    if claim.citations:
        return "; what it cites is not in the bibliography: add the reference or correct the key"
    return "; cite a reference, or drop the claim"


@rule("CLM003", "info", "claims")
def single_reference(evidence: Evidence) -> Iterator[Noticed]:
    """A claim rests on exactly one reference, which is no synthesis of many studies.

    Why:
        One study can be wrong; guides to medical sources ask for more than one, or for a review of them. A reference
        whose `design` is a systematic review, a meta-analysis or a guideline is enough.

    False alarms:
        A fact that one authority settles, such as a definition by the body that made it.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013; clark2017
        c2,Coffee,Coffee delays falling asleep.,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep: a systematic review}, design = {systematic-review}}
    """
    for claim in evidence.claims.values():
        sources = evidence.sources(claim)
        key = sources[0].reference if sources else ""
        if key and all(each.reference == key for each in sources) and best_level(sources, evidence) != 1:
            yield Noticed(claim, f"claim {claim.key!r} rests on {key!r} alone; look for a second source")


def best_level(sources: Collection[Citation], evidence: Evidence) -> int | None:
    """The best level of the designs that sources record; none where they record no design."""
    return min((DESIGNS[each].level for citation in sources for each in designs(citation, evidence)), default=None)


@rule("CLM004", "warning", "claims")
def weak_tier_only(evidence: Evidence) -> Iterator[Noticed]:
    """A claim rests on nothing but web pages, encyclopedias or databases that are looked up.

    Why:
        Such a source sums up what others found, does not say which of them a statement comes from, and changes without
        notice. For background, such as a definition, that is only worth knowing (info).

    False alarms:
        A guideline or report that an authority publishes on its web site: record its `design`, its ISBN or its DOI.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,clinic

        @online{clinic, title = {Coffee and sleep}, url = {https://example.org}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,clinic; drake2013

        @online{clinic, title = {Coffee and sleep}, url = {https://example.org}}
        @article{drake2013, title = {Caffeine effects on sleep}, journal = {J Clin Sleep Med}}
    """
    weak = {key for key, reference in evidence.references.items() if is_web(reference)}
    for claim in evidence.claims.values():
        sources = evidence.sources(claim)
        if sources and all(c.reference in weak and not designs(c, evidence) for c in sources):
            names = listing(sorted({citation.reference for citation in sources}))
            message = f"claim {claim.key!r} rests on the web only ({names}); cite a study, a review or a guideline"
            yield Noticed(claim, message, severity="info" if claim.kind == "background" else "warning")


@rule("CLM005", "info", "claims")
def stale_evidence(evidence: Evidence, as_of: date) -> Iterator[Noticed]:
    """The newest source of a claim is more than five years old.

    Why:
        Later studies may have found otherwise; guides to medical sources ask for those of about the last five years
        (Wikipedia, "Identifying reliable sources (medicine)"). More than ten years are a warning where advice or a
        count hangs on it: for a treatment, a diagnosis, a risk factor or a frequency. A source without a year counts
        for nothing here.

    False alarms:
        What was settled long ago; background is left alone for that reason.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}, year = {2013}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013; gardiner2023

        @article{drake2013, title = {Caffeine effects on sleep}, year = {2013}}
        @article{gardiner2023, title = {The effect of caffeine on subsequent sleep}, year = {2023}}
    """
    years = {key: reference.facts.year.first for key, reference in evidence.references.items()}
    for claim in evidence.claims.values():
        newest = max((years[citation.reference] or 0 for citation in evidence.sources(claim)), default=0)
        if newest and as_of.year - newest > AGEING and claim.kind != "background":
            urgent = as_of.year - newest > OLD and claim.kind in AGEING_KINDS
            message = f"claim {claim.key!r} rests on nothing newer than {newest}; look for what was found since"
            yield Noticed(claim, message, severity="warning" if urgent else "info")


@rule("CLM006", "warning", "claims")
def treatment_below_level(evidence: Evidence) -> Iterator[Noticed]:
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
            sources = [citation for citation in evidence.sources(claim) if citation.stance == "supports"]
            level = best_level(sources, evidence)
            if level and level > RANDOMIZED:
                names = listing(sorted({name for citation in sources for name in designs(citation, evidence)}))
                message = f"claim {claim.key!r} is about a treatment, but the best it rests on is {names}"
                yield Noticed(claim, f"{message}; cite a randomized trial or a systematic review")


@rule("CLM009", "warning", "claims")
def disputed(evidence: Evidence) -> Iterator[Noticed]:
    """A source disputes a claim.

    Why:
        A reader should hear of both sides. To say so in the claim, or to weigh them, is up to whoever writes.

    False alarms:
        A claim that already says that sources disagree; suppress with that as the reason.

    Bad:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}

    Good:
        claim_id,cause,claim,supports,qualifies
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    for claim in evidence.claims.values():
        sides: dict[str, list[str]] = defaultdict(list)
        for citation in evidence.sources(claim):
            sides[citation.stance].append(citation.reference)
        if disputing := sides["disputes"]:
            backing = f"supported by {listing(sides['supports'])}" if sides["supports"] else "supported by nothing"
            message = f"claim {claim.key!r} is disputed by {listing(disputing)} and {backing}"
            yield Noticed(claim, f"{message}; weigh them and say so", "disputes")


@rule("CLM012", "info", "claims")
def background_only(evidence: Evidence) -> Iterator[Noticed]:
    """A claim rests on further reading only, not on a numbered source.

    Why:
        An article does not say that it used its further reading (`group = {further-reading}`) for what it states.

    False alarms:
        A list that does not separate its sources from further reading.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,snel2011

        @article{snel2011, title = {Coffee, tea and sleep}, group = {further-reading}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,snel2011; drake2013

        @article{snel2011, title = {Coffee, tea and sleep}, group = {further-reading}}
        @article{drake2013, title = {Caffeine effects on sleep}, listed = {1}}
    """
    for claim in evidence.claims.values():
        keys = {citation.reference for citation in evidence.sources(claim)}
        if keys and all(evidence.references[key].group == "further-reading" for key in keys):
            names = listing(sorted(keys))
            yield Noticed(claim, f"claim {claim.key!r} rests on further reading only ({names}); cite a numbered source")


@rule("CLM014", "warning", "claims", profile="medrs")
def no_secondary_source(evidence: Evidence) -> Iterator[Noticed]:
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
        if names := of_one_sort(claim, evidence, "primary"):
            message = (
                f"claim {claim.key!r} rests on primary studies only ({listing(names)}); cite a review or guideline"
            )
            yield Noticed(claim, message)


def of_one_sort(claim: Claim, evidence: Evidence, sort: str) -> list[str]:
    """The keys of a claim's sources if all of them record designs, and only of this sort."""
    sources = evidence.sources(claim)
    known = [designs(citation, evidence) for citation in sources]
    if all(each and all(DESIGNS[name].sort == sort for name in each) for each in known):
        return sorted({citation.reference for citation in sources})
    return []
