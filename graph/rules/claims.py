"""Rules about claims: their sources and their figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from graph.model import Claim, Evidence, Quantity, Severity
from graph.rules.rule import Noticed, rule
from graph.rules.tables import problems
from graph.wording import listing

# A figure that states a result: a share or a multiple, not an age, a dose or the name of a disease.
FIGURE = re.compile(r"\d+(?:\.\d+)?\s*(?:%|per\s?cent\b|percent\b|times\b|-?fold\b)")

SYNTHESES = {"systematic-review", "meta-analysis", "guideline"}
"""Study designs that sum up many studies (the top of the OCEBM levels), so that one reference is not one study."""

PERCENT = {"%", "percent", "per cent"}


@rule("CLM001", "warning", "claims")
def uncited_claim(evidence: Evidence) -> Iterator[Noticed]:
    """A claim has no source: no reference supports, disputes or qualifies it.

    Why:
        A reader cannot check it. Figures and treatments without a source are errors, because people act on them;
        background, such as a definition, is only worth knowing. A mere mention does not source a claim.

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
    return "info" if claim.kind == "background" else "warning"


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
        keys = {citation.reference for citation in evidence.sources(claim)}
        if len(keys) == 1 and not SYNTHESES & designs(evidence.references[min(keys)].design):
            yield Noticed(claim, f"claim {claim.key!r} rests on {min(keys)!r} alone; look for a second source")


def designs(text: str) -> set[str]:
    """The study designs that a reference names, such as "systematic-review; meta-analysis"."""
    return {"-".join(part.lower().split()) for part in re.split(r"[;,]", text)}


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


@rule("NUM101", "warning", "claims")
def untyped_number(evidence: Evidence) -> Iterator[Noticed]:
    """A claim's text states a share or a multiple that its columns for figures lack.

    Why:
        A figure in prose cannot be compared with what a source says, drawn on an axis or checked for sense.

    False alarms:
        A share that is no result, as in "the 5 % level".

    Bad:
        claim_id,cause,claim
        c1,Coffee,Insomnia is 3 times as common among heavy drinkers.

    Good:
        claim_id,cause,claim,measure,low,unit
        c1,Coffee,Insomnia is 3 times as common among heavy drinkers.,prevalence-ratio,3,times
    """
    for claim in evidence.claims.values():
        figure = FIGURE.search(claim.text)
        if figure and claim.quantity.low is None:
            message = (
                f"claim {claim.key!r} states {figure.group()!r}, but its column 'low' is empty; fill in the figures"
            )
            yield Noticed(claim, message, "low")


@rule("NUM105", "error", "claims")
def impossible_value(evidence: Evidence) -> Iterator[Noticed]:
    """A figure cannot be: no number, a low above its high, a share outside 0 to 100 %, or no unit.

    Why:
        It is a slip of the pen or a spreadsheet's doing, and whoever reads the claim is misled.

    False alarms:
        Shares of shares above 100 %; give them another measure than prevalence or incidence.

    Bad:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,Between 10 % and 30 % sleep badly.,prevalence,30,10,%

    Good:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,Between 10 % and 30 % sleep badly.,prevalence,10,30,%
    """
    yield from problems(evidence, "impossible-value")
    for claim in evidence.claims.values():
        for column, fault in faults(claim.quantity):
            yield Noticed(claim, f"claim {claim.key!r}: {fault}", column)


def faults(quantity: Quantity) -> Iterator[tuple[str, str]]:
    """The columns of a quantity that cannot be as they are, and why."""
    for low, high in (("low", "high"), ("comparator_low", "comparator_high")):
        bottom: Decimal | None = getattr(quantity, low)
        top: Decimal | None = getattr(quantity, high)
        if bottom is not None and top is not None and bottom > top:
            yield low, f"{low} {bottom} is above {high} {top}; swap them"
        if bottom is None and top is not None:
            yield low, f"{high} {top} stands without {low}; a point value is {low} only"
        for column, value in ((low, bottom), (high, top)):
            if value is not None and (fault := outside(value, quantity)):
                yield column, f"{column} {value}{fault}"
    if quantity.low is not None and not quantity.unit:
        yield "unit", f"low {quantity.low} has no unit; write %, times, years, ..."


def outside(value: Decimal, quantity: Quantity) -> str:
    """Why a value is outside what its unit and measure allow, or an empty string."""
    share = quantity.unit.lower() in PERCENT and quantity.measure.lower() in {"prevalence", "incidence"}
    if share and not 0 <= value <= 100:  # noqa: PLR2004 - per cent
        return " % is no share; it must be from 0 to 100"
    if value < 0 and "ratio" in quantity.measure.lower():
        return " is negative, which a ratio cannot be"
    return ""
