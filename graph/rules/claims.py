"""Rules about claims: what sources they have, and of what sort."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from graph.auditing.rule import Noticed, rule
from graph.model import Citation, Claim, Evidence, Severity, Stance
from graph.references.designs import DESIGNS, RANDOMIZED, designs, is_web
from graph.rules.naming import called, cited_all
from graph.support import Support
from graph.wording import listing

IGNORANCE = re.compile(
    r"\b(?:is|are|remains?) (?:un(?:certain|clear|known)|not (?:\w+ )?(?:clear|known|understood))\b", re.IGNORECASE
)
"""Words that say that something is not known, for which there is seldom a source."""

AGEING, OLD = 5, 10
"""After how many years a source deserves a look, and after how many a successor should be sought (MEDRS: about 5)."""

SUPPORTING: tuple[Stance, ...] = ("supports",)
"""The stance of a reference that carries a claim without reserve."""

AGEING_KINDS = frozenset({"diagnosis", "frequency", "risk-factor", "treatment"})
"""Kinds of claims that people act on or that change with time; what was once seen in a brain stays seen."""


CITATION_NEEDED = "citation needed"
"""What editors of Wikipedia write behind a sentence, and readers of it keep in the note."""


@rule("CLM001", "warning", "claims")
def uncited_claim(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim has no source: no reference supports, qualifies or disputes it.

    Why:
        A reader cannot check it. Figures and treatments without a source are errors, because people act on them;
        background, such as a definition, is only worth knowing (info), and so is that something is not known. A mere
        mention does not source a claim. One that is only disputed is `refuted-claim`'s.

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
        if support.states[claim.key] in {"unsourced", "mentioned"}:
            yield Noticed(claim, f"{called(claim)} has no source{hint(claim, evidence)}", severity=gravity(claim))


def gravity(claim: Claim) -> Severity:
    """How much a missing source matters."""
    if claim.kind in {"frequency", "treatment"} or claim.quantity.low is not None:
        return "error"
    return "info" if claim.kind == "background" or IGNORANCE.search(claim.text) else "warning"


def hint(claim: Claim, evidence: Evidence) -> str:
    """What a claim without a source has instead, and the cure."""
    if mentions := [c.reference for c in claim.citations if c.stance == "mentions"]:
        return f"; {cited_all(mentions, evidence)} only mentions it: cite what supports it, or drop the claim"
    if claim.citations:
        return "; what it cites is not in the bibliography: add the reference or correct the key"
    if CITATION_NEEDED in claim.note:
        return f"; the article itself says {CITATION_NEEDED!r}: cite a reference, or drop the claim"
    return "; cite a reference, or drop the claim"


@rule("CLM003", "info", "claims")
def single_reference(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim rests on exactly one reference, which is no synthesis of many studies.

    Why:
        One study can be wrong; guides to medical sources ask for more than one, or for a review of them. A reference
        whose `design` is a systematic review, a meta-analysis or a guideline is enough. References that are one work,
        or a review and a study that it `includes`, count once. A contested claim is `contested-claim`'s.

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
        if support.states[claim.key] in {"supported", "qualified"}:
            keys = support.sources(claim.key)
            if support.independent(keys) == 1 and best_level(support.citations(claim.key), evidence) != 1:
                yield Noticed(claim, f"{called(claim)} rests on {alone(keys, evidence)}; look for a second source")


def alone(keys: Sequence[str], evidence: Evidence) -> str:
    """The one reference that something rests on, or several that count as one."""
    return f"{cited_all(keys, evidence)}{', which count as one' if len(keys) > 1 else ' alone'}"


def best_level(sources: Collection[Citation], evidence: Evidence) -> int | None:
    """The best level of the designs that sources record; none where they record no design."""
    return min((DESIGNS[each].level for citation in sources for each in designs(citation, evidence)), default=None)


@rule("CLM004", "warning", "claims")
def weak_tier_only(evidence: Evidence, support: Support) -> Iterator[Noticed]:
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
        sources = support.citations(claim.key)
        if sources and all(c.reference in weak and not designs(c, evidence) for c in sources):
            names = cited_all(support.sources(claim.key), evidence)
            message = f"{called(claim)} rests on the web only, {names}; cite a study, a review or a guideline"
            yield Noticed(claim, message, severity="info" if claim.kind == "background" else "warning")


@rule("CLM005", "info", "claims")
def stale_evidence(evidence: Evidence, support: Support, as_of: date) -> Iterator[Noticed]:
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
        newest = max((years[key] or 0 for key in support.sources(claim.key)), default=0)
        if newest and as_of.year - newest > AGEING and claim.kind != "background":
            urgent = as_of.year - newest > OLD and claim.kind in AGEING_KINDS
            message = f"{called(claim)} rests on nothing newer than {newest}; look for what was found since"
            yield Noticed(claim, message, severity="warning" if urgent else "info")


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


@rule("CLM009", "warning", "claims")
def contested_claim(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A reference supports or qualifies a claim, and another disputes it.

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
        if support.states[claim.key] == "contested":
            against = f"is disputed by {cited_all(keys_of(claim, support, 'disputes'), evidence)}"
            message = f"{called(claim)} {against} and {backing(claim, support, evidence)}; weigh them and say so"
            yield Noticed(claim, message, "disputes")


def keys_of(claim: Claim, support: Support, stance: Stance) -> list[str]:
    """The references that have this stance to a claim."""
    return list(dict.fromkeys(citation.reference for citation in support.citations(claim.key, (stance,))))


def backing(claim: Claim, support: Support, evidence: Evidence) -> str:
    """What speaks for a claim: "supported by a and qualified by b"."""
    sides = {"supported": keys_of(claim, support, "supports"), "qualified": keys_of(claim, support, "qualifies")}
    return listing([f"{what} by {cited_all(keys, evidence)}" for what, keys in sides.items() if keys])


@rule("CLM012", "info", "claims")
def background_only(evidence: Evidence, support: Support) -> Iterator[Noticed]:
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
        keys = support.sources(claim.key)
        if keys and all(evidence.references[key].group == "further-reading" for key in keys):
            message = (
                f"{called(claim)} rests on further reading only, {cited_all(keys, evidence)}; cite a numbered source"
            )
            yield Noticed(claim, message)


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


@rule("CLM015", "error", "claims")
def refuted_claim(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """References dispute a claim, and none supports or qualifies it.

    Why:
        It is worse off than a claim without any source: what was found speaks against it, and it is stated all the
        same.

    False alarms:
        A claim that says itself that something is not so; then its references support it.

    Bad:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee has no effect on sleep.,,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee shortens sleep.,drake2013,
        c2,Coffee,Coffee shortens sleep by a third.,drake2013,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    for claim in evidence.claims.values():
        if support.states[claim.key] == "refuted":
            against = (
                f"is disputed by {cited_all(keys_of(claim, support, 'disputes'), evidence)} and supported by nothing"
            )
            yield Noticed(claim, f"{called(claim)} {against}; drop it, or cite what supports it", "disputes")
