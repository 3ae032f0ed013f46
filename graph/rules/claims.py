"""Rules about claims: of what sort their sources are, and how old."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from graph.auditing.rule import Noticed, rule
from graph.model import FURTHER, Claim, Evidence, Reference
from graph.references.designs import designs, is_web
from graph.rules.naming import called, cited_all
from graph.rules.own_work import is_own_part
from graph.rules.strength import ACTED_ON
from graph.rules.uncited import TREATING
from graph.support import Support
from graph.texts.forms import STOP_WORDS

AGEING, OLD = 5, 10
"""After how many years a source deserves a look, and after how many a successor should be sought (MEDRS: about 5)."""

AGEING_KINDS = ACTED_ON | {"cost"}
"""Kinds of claims that people act on or that change with time; what was once seen in a brain stays seen."""

MANY_PAGES = 10
"""So many pages on the web, and half of all that is cited, are what an article is written from."""

COINED = re.compile(r"(?=.{4})\S*(?:[A-Z]\S*[A-Z]|\w/\w)\S*")
"""A word with two capitals, or of two names."""

OF_ONE_STUDY = re.compile(
    r"\b(?:et al|[Ww]e|[Oo]ur|[Tt]his study|[Tt]he authors?|[Ii]n (?:1[6-9]|20)\d\d"
    r"|first (?:described|introduced|proposed|reported))\b"
)
"""Words of what somebody did or saw once."""


@rule("CLM004", "warning", "claims")
def weak_tier_only(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim rests on nothing but web pages, encyclopedias or databases that are looked up.

    Why:
        Such a source sums up what others found, does not say which of them a statement comes from, and changes without
        notice. For background, such as a definition, that is only worth knowing (info). A PDF is no page.

        What a claim says by name of the very thing whose page it is (a data set, a programme, an organisation) rests
        well on it, and is left alone. Where half of what an article cites is such pages, as one about a town mostly
        does, a warning says so once, and again of claims about treatments; the others are only worth knowing.

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
    articles = frozenset(evidence.named("article")) if is_from_web(weak, evidence) else frozenset[str]()
    said = False
    for claim in evidence.claims.values() if weak else ():
        if weak.isdisjoint([citation.reference for citation in claim.citations]):
            continue
        keys = support.sources(claim.key)
        sources = support.citations(claim.key) if weak.issuperset(keys) else ()
        is_weak = sources and not any(designs(c, evidence) for c in sources)
        if is_weak and not any(is_subject(evidence.references[c.reference], claim) for c in sources):
            names = cited_all(keys, evidence)
            is_usual = claim.place.file in articles and not TREATING.search(claim.text)
            is_minor = claim.kind == "background" or (is_usual and said)
            said |= is_usual
            of_all = ", as half of what this article cites" if is_usual and not is_minor else ""
            message = f"{called(claim)} rests on the web only, {names}{of_all}; cite a study, a review or a guideline"
            yield Noticed(claim, message, severity="info" if is_minor else "warning")


def is_from_web(weak: Collection[str], evidence: Evidence) -> bool:
    """Whether half of what is cited, and not just a little, is on the web only."""
    if len(weak) < MANY_PAGES:
        return False
    cited = evidence.cited() & evidence.references.keys()
    return sum(key in cited for key in weak) >= max(MANY_PAGES, len(cited) / 2)


def is_subject(reference: Reference, claim: Claim) -> bool:
    """Whether a claim names the thing whose page a reference is, by its title before any bar or dash, or its owner.

    A name of its own has several words, all with a capital, or is a coined one: CAMEO, PheKB, pandas-dev/pandas.
    """
    names = [re.split(r"\s[|\N{EN DASH}\N{EM DASH}-]\s|: ", reference.title)[0], *map(str, reference.facts.names)]
    named = [name for name in (" ".join(name.split()) for name in names) if name in claim.text]
    return any(is_own_name(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", claim.text) for name in named)


def is_own_name(name: str) -> bool:
    """Whether a name, with one blank between its words, is one of its own: "Coffee Drinkers' Register", "PheKB"."""
    parts = name.split()
    if len(parts) > 1:
        return all(part[0].isupper() or part.lower() in STOP_WORDS for part in parts)
    return COINED.fullmatch(name) is not None


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
    further = {key for key, reference in evidence.references.items() if reference.group == FURTHER}
    for claim in evidence.claims.values() if further else ():
        keys = support.sources(claim.key)
        if keys and further.issuperset(keys):
            message = (
                f"{called(claim)} rests on further reading only, {cited_all(keys, evidence)}; cite a numbered source"
            )
            yield Noticed(claim, message)
