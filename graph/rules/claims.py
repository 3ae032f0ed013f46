"""Rules about claims: what sources they have, and of what sort."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from graph.auditing.rule import Noticed, rule
from graph.model import Citation, Claim, Evidence, Reference, Severity, Stance
from graph.references.designs import DESIGNS, RANDOMIZED, designs, is_web
from graph.rules.naming import called, cited_all
from graph.rules.own_work import has_results, is_own_part, own_entries, why_unsourced
from graph.support import Support
from graph.texts.forms import STOP_WORDS
from graph.wording import listing

IGNORANCE = re.compile(
    r"\b(?:is|are|remains?) (?:un(?:certain|clear|known)|not (?:\w+ )?(?:clear|known|understood))\b"
    r"|\b(?:hypothesi[sz]ed?|presumably|speculated?|conjectured?)\b",
    re.IGNORECASE,
)
"""Words that say that something is not known or only thought, for which there is seldom a source."""

FIGURE = re.compile(
    r"(?<![\d.,])(?<!diluted )\d+(?:[.,]\d+)?\s*"
    r"(?:(?:%|per\s?cent\b|percent\b)(?!\s*(?:CI\b|confidence|credible|interval|level))"
    r"|times\b(?! (?:an?|at|daily|during|each|every|on|per|weekly|within)\b)|-?fold\b(?! dilut))"
)
"""A figure that states a result: a share or a multiple, not an age, a dose, a level, a count or a disease's name."""

TREATING = re.compile(
    r"\b(?:treat(?:s|ed|ing|ment)?|therap(?:y|ies|eutic)|medications?|drugs?|doses?|dosage|supplements?|surgery"
    r"|vaccin\w+|prescri\w+)\b",
    re.IGNORECASE,
)
"""Words of a treatment, which make a claim weigh more than its kind says."""

ATTRIBUTED = re.compile(
    r"\b(?:(?:Dr|Prof)\.? [A-Z]\w*|[Aa]ccording to (?:the )?[A-Z]\w*"
    r"|[A-Z]\w+ (?:says|said|recommends?|claims?|argues?|warns?)"
    r"|[A-Z]\w+ and [A-Z]\w+ (?:demonstrated|found|proposed|reported|showed|suggested))\b"
)
"""A person or an organisation who says so, which does, too."""

AGEING, OLD = 5, 10
"""After how many years a source deserves a look, and after how many a successor should be sought (MEDRS: about 5)."""

SUPPORTING: tuple[Stance, ...] = ("supports",)
"""The stance of a reference that carries a claim without reserve."""

ACTED_ON = frozenset({"diagnosis", "frequency", "harm", "prevention", "risk-factor", "treatment"})
"""Kinds of claims that people act on."""

AGEING_KINDS = ACTED_ON | {"cost"}
"""Kinds of claims that people act on or that change with time; what was once seen in a brain stays seen."""

ADVICE = frozenset({"frequency", "harm", "prevention", "treatment"})
"""Kinds of claims that must not stand without a source."""


COINED = re.compile(r"(?=.{4})\S*(?:[A-Z]\S*[A-Z]|\w/\w)\S*")
"""A word with two capitals, or of two names."""

OF_ONE_STUDY = re.compile(
    r"\b(?:et al|[Ww]e|[Oo]ur|[Tt]his study|[Tt]he authors?|[Ii]n (?:1[6-9]|20)\d\d"
    r"|first (?:described|introduced|proposed|reported))\b"
)
"""Words of what somebody did or saw once."""

CITATION_NEEDED = "citation needed"
"""What editors of Wikipedia write behind a sentence, and readers of it keep in the note."""


@rule("CLM001", "warning", "claims")
def uncited_claim(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim has no source: no reference supports, qualifies or disputes it.

    Why:
        A reader cannot check it. Figures, treatments, prevention and harm without a source are errors, because people
        act on them; background, such as a definition, is only worth knowing (info), and so is that something is not
        known. What the text says weighs more than the kind: a figure makes it an error in a table, and a person, an
        organisation or a word of treatment at least a warning. A mere mention does not source a claim. One that is only
        disputed is `refuted-claim`'s.

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
    articles = frozenset(evidence.named("article"))
    reporting = has_results(evidence)
    for claim in evidence.claims.values():
        if support.states[claim.key] in {"unsourced", "mentioned"}:
            severity = gravity(claim, in_article=claim.place.file in articles)
            why = may_lack_source(claim, reporting=reporting) if severity == "warning" else ""
            message = f"{called(claim)} has no source{f'; {why}' if why else hint(claim, evidence)}"
            yield Noticed(claim, message, severity="info" if why else severity)


def gravity(claim: Claim, *, in_article: bool) -> Severity:
    """How much a missing source matters; a sentence of an article may state what the article itself found."""
    if claim.kind in ADVICE or claim.quantity.estimate:
        return "error"
    if not in_article and FIGURE.search(claim.text):
        return "error"
    trivial = claim.kind == "background" or IGNORANCE.search(claim.text)
    weighty = trivial and (TREATING.search(claim.text) or ATTRIBUTED.search(claim.text))
    return "info" if trivial and not weighty else "warning"


def may_lack_source(claim: Claim, *, reporting: bool) -> str:
    """Why a claim may have no source, if it cites nothing and nobody asked for one; empty where it should have one."""
    if claim.citations or CITATION_NEEDED in claim.note:
        return ""
    why = why_unsourced(claim, reporting=reporting)
    return "" if why and ATTRIBUTED.search(claim.text) else why


def hint(claim: Claim, evidence: Evidence) -> str:
    """What a claim without a source has instead, and the cure."""
    if mentions := [c.reference for c in claim.citations if c.stance == "mentions"]:
        mention = "mentions" if len(mentions) == 1 else "mention"
        return f"; {cited_all(mentions, evidence)} only {mention} it: cite what supports it, or drop the claim"
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
    for claim in evidence.claims.values():
        if support.states[claim.key] in {"supported", "qualified"} and is_acted_on(claim):
            keys = support.sources(claim.key)
            if support.independent(keys) == 1 and not (own.issuperset(keys) or alone_is_enough(claim, support)):
                yield Noticed(claim, f"{called(claim)} rests on {alone(keys, evidence)}; look for a second source")


def alone_is_enough(claim: Claim, support: Support) -> bool:
    """Whether a claim rests on a synthesis of studies, or names the author whose study it is about."""
    level = best_level(support.citations(claim.key), support.evidence)
    return level == 1 or tells_of(claim, support.sources(claim.key), support.evidence)


def is_acted_on(claim: Claim) -> bool:
    """Whether a claim is one that people act on: by its kind, or because it states a figure."""
    return claim.kind in ACTED_ON or bool(claim.quantity.estimate)


def tells_of(claim: Claim, keys: Sequence[str], evidence: Evidence) -> bool:
    """Whether a claim names the author of one of its sources: "Scott 1990 found"."""
    names = (name.short for key in keys for name in evidence.references[key].facts.names)
    return any(re.search(rf"\b{re.escape(name)}\b", claim.text) for name in names if name and name in claim.text)


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

        What a claim says by name of the very thing whose page it is (a data set, a programme, an organisation) rests
        well on it, and is left alone.

    False alarms:
        A guideline or report that an authority publishes on its web site: record its `design`, its ISBN or its DOI.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,clinic

        @online{clinic, title = {Coffee and sleep}, url = {https://example.org}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,clinic; drake2013
        c2,Coffee,The Coffee Drinkers' Register has 300 members.,register

        @online{clinic, title = {Coffee and sleep}, url = {https://example.org}}
        @online{register, title = {Coffee Drinkers' Register}, url = {https://example.org/register}}
        @article{drake2013, title = {Caffeine effects on sleep}, journal = {J Clin Sleep Med}}
    """
    weak = {key for key, reference in evidence.references.items() if is_web(reference)}
    for claim in evidence.claims.values() if weak else ():
        keys = support.sources(claim.key)
        sources = support.citations(claim.key) if keys and weak.issuperset(keys) else ()
        is_weak = sources and not any(designs(c, evidence) for c in sources)
        if is_weak and not any(is_subject(evidence.references[c.reference], claim) for c in sources):
            names = cited_all(keys, evidence)
            message = f"{called(claim)} rests on the web only, {names}; cite a study, a review or a guideline"
            yield Noticed(claim, message, severity="info" if claim.kind == "background" else "warning")


def is_subject(reference: Reference, claim: Claim) -> bool:
    """Whether a claim names the thing whose page a reference is, by its title before any bar or dash, or its owner.

    A name of its own has several words, all with a capital, or is a coined one: CAMEO, PheKB, pandas-dev/pandas.
    """
    names = [re.split(r"\s[|\N{EN DASH}\N{EM DASH}-]\s|: ", reference.title)[0], *map(str, reference.facts.names)]
    for parts in (name.split() for name in names):
        proper = len(parts) > 1 and all(part[0].isupper() or part.lower() in STOP_WORDS for part in parts)
        name = " ".join(parts)
        coined = len(parts) == 1 and COINED.fullmatch(parts[0])
        if (proper or coined) and name in claim.text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", claim.text):
            return True
    return False


@rule("CLM005", "info", "claims")
def stale_evidence(evidence: Evidence, support: Support, as_of: date) -> Iterator[Noticed]:
    """The newest source of a claim is more than five years old.

    Why:
        Later studies may have found otherwise; guides to medical sources ask for those of about the last five years
        (Wikipedia, "Identifying reliable sources (medicine)"). More than ten years are a warning where advice or a
        count hangs on it: for a treatment, a diagnosis, a risk factor or a frequency. A source without a year counts
        for nothing here.

    False alarms:
        What was settled long ago; background is left alone for that reason, and so is what one study did or saw ("Choi
        et al. propose", "this study found", "in 1943"), which no later one changes, and what an article tells of itself
        under headings such as Methods.

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
        if newest and as_of.year - newest > AGEING and not is_settled(claim):
            urgent = as_of.year - newest > OLD and claim.kind in AGEING_KINDS
            message = f"{called(claim)} rests on nothing newer than {newest}; look for what was found since"
            yield Noticed(claim, message, severity="warning" if urgent else "info")


def is_settled(claim: Claim) -> bool:
    """Whether no later study can change a claim: background, what one study did, what an article tells of itself."""
    return bool(claim.kind == "background" or OF_ONE_STUDY.search(claim.text) or is_own_part(claim.cause))


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
    further = {key for key, reference in evidence.references.items() if reference.group == "further-reading"}
    for claim in evidence.claims.values() if further else ():
        keys = support.sources(claim.key)
        if keys and further.issuperset(keys):
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
