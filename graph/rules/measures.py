"""Rules about what the figures of claims measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Quantity
from graph.rules.figures import ends_in_words
from graph.rules.naming import called
from graph.rules.statements import HEDGE
from graph.texts.forms import words
from graph.texts.measures import no_effect
from graph.wording import nearest

MEASURES = (
    # how frequent something is
    *("prevalence", "incidence", "attack rate", "rate", "risk", "odds", "hazard", "proportion", "share", "percentage"),
    *("frequency", "count", "number", "density", "coverage", "detection rate"),
    # two groups compared
    *("ratio", "relative risk", "difference", "risk reduction", "attributable fraction", "attributable risk"),
    *(
        "number needed to treat",
        "number needed to harm",
        "excess risk",
        "vaccine efficacy",
        "efficacy",
        "effectiveness",
    ),
    # what becomes of people
    *("mortality", "survival", "case fatality", "fatality", "remission", "response", "recurrence", "relapse"),
    *("life expectancy", "life years", "follow-up", "time to event"),
    # values of a group, and how far they lie apart
    *("mean", "median", "average", "mode", "maximum", "minimum", "range", "standard deviation", "variance", "score"),
    *("level", "concentration", "age", "duration", "latency", "dose", "intake", "weight", "height", "length", "size"),
    *(
        "volume",
        "area",
        "depth",
        "temperature",
        "pressure",
        "time",
        "delay",
        "speed",
        "cost",
        "price",
        "body mass index",
    ),
    # a change, an effect
    *("change", "increase", "decrease", "reduction", "rise", "growth", "loss", "gain", "improvement", "effect size"),
    *("effect", "excess"),
    # what goes together
    *("correlation", "regression coefficient", "coefficient", "heritability", "association", "concordance"),
    # tests and raters
    *("sensitivity", "specificity", "predictive value", "likelihood", "accuracy", "precision", "recall", "yield"),
    *("area under the curve", "agreement", "kappa", "reliability", "reproducibility"),
)
"""What medicine measures: the entries of Porta, A Dictionary of Epidemiology (6th edition), that have a figure, and the
words of everyday description. A measure is known if it has one of these in it: "adjusted odds ratio"."""

SHORT_MEASURES = frozenset({"OR", "RR", "HR", "IRR", "SMR", "NNT", "NNH", "AUC", "SMD", "BMI", "DALY", "QALY"})
"""Measures by their initials."""

KNOWN_MEASURES = frozenset(map(words, MEASURES))
LONGEST = max(map(len, KNOWN_MEASURES))

EFFECT = re.compile(
    r"\b(?:(?:increas|rais|reduc|lower|decreas|worsen|improv|protect|prevent|doubl|tripl|elevat|trigger|caus|shorten"
    r"|lengthen|prolong)(?:s|es|ed|e)?|(?:greater|higher|lower|(?:increas|decreas|reduc|elevat|rais)ed) (?:risk|odds"
    r"|rate|prevalence|incidence|hazard|mortality)|leads? to|(?:more|less) likely)\b",
    re.IGNORECASE,
)
"""Words that say that something has an effect, and which way."""


@rule("NUM109", "warning", "claims")
def unknown_measure(evidence: Evidence) -> Iterator[Noticed]:
    """The column `measure` has a word that looks like a usual measure misspelt.

    Why:
        Figures of one measure are drawn and compared together, and a misspelt one stands alone. Any word may stand
        there; the usual ones are `graph.rules.measures.MEASURES` (Porta, A Dictionary of Epidemiology, 6th edition),
        and "adjusted odds ratio" has one of them in it.

    False alarms:
        A measure of a special field whose name is nearly a usual one.

    Bad:
        claim_id,cause,claim,measure,low,unit
        c1,Coffee,A fifth sleep badly.,prevalance,20,%

    Good:
        claim_id,cause,claim,measure,low,unit
        c1,Coffee,A fifth sleep badly.,Point prevalence,20,%
        c2,Coffee,It is twice as common.,adjusted odds-ratio,2,times
        c3,Coffee,The cups weigh 300 g.,mass,300,g
    """
    for claim in evidence.claims.values():
        measure = claim.quantity.measure
        if measure and not is_known(measure) and (meant := nearest(" ".join(words(measure)), MEASURES)):
            yield Noticed(claim, f"{called(claim)} has the measure {measure!r}; did you mean {meant!r}?", "measure")


@lru_cache(maxsize=2**10)  # thousands of claims have the same few
def is_known(measure: str) -> bool:
    """Whether a measure has a usual one in it."""
    forms = words(measure)
    spans = ((start, start + length) for length in range(1, LONGEST + 1) for start in range(len(forms)))
    by_name = any(forms[start:end] in KNOWN_MEASURES for start, end in spans)
    return by_name or not SHORT_MEASURES.isdisjoint(re.findall(r"\w+", measure.upper()))


@rule("NUM110", "error", "claims")
def more_studies_than_people(evidence: Evidence) -> Iterator[Noticed]:
    """A claim has more studies than people.

    Why:
        Each study has somebody in it, so `n` and `n_studies` were swapped, or one of them is wrong.

    False alarms:
        None is known.

    Bad:
        claim_id,cause,claim,n,n_studies
        c1,Coffee,A review of 25 studies looked at 9000 people.,25,9000

    Good:
        claim_id,cause,claim,n,n_studies
        c1,Coffee,A review of 25 studies looked at 9000 people.,9000,25
        c2,Coffee,Two cases were reported.,2,2
    """
    for claim in evidence.claims.values():
        people, studies = claim.quantity.n, claim.quantity.n_studies
        if people is not None and studies is not None and studies > people:
            message = f"{called(claim)} has n_studies {studies} above n {people}; swap them, or correct one"
            yield Noticed(claim, message, "n_studies")


@rule("NUM111", "warning", "claims")
def effect_not_shown(evidence: Evidence) -> Iterator[Noticed]:
    """A claim says that something raises or lowers something, but its range has no effect in it.

    Why:
        A ratio from 0.8 to 1.5 fits with less, as much and more: it has 1 in it, as a difference has 0, where there is
        no effect. What the text says goes beyond its own figures. Hedged claims ("may raise", "not") are left alone.

    False alarms:
        A range over several studies, some of which found an effect; then say so.

    Bad:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,Coffee raises the risk of insomnia.,odds-ratio,0.8,1.5,times
        c2,Coffee,Coffee reduces sleep.,mean difference,-30,5,minutes

    Good:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,Coffee raises the risk of insomnia.,odds-ratio,1.1,1.5,times
        c2,Coffee,Coffee may raise the risk of insomnia.,odds-ratio,0.8,1.5,times
        c3,Coffee,Coffee reduces sleep.,mean difference,-30,-5,minutes
    """
    for claim in evidence.claims.values():
        range_of_none = spanning_no_effect(claim.quantity)
        if range_of_none and (word := EFFECT.search(claim.text)) and not HEDGE.search(claim.text):
            message = f"{called(claim)} says {word.group()!r}, but its range {range_of_none}"
            yield Noticed(claim, f"{message}; say it more carefully, or correct the figures", "low")


def spanning_no_effect(quantity: Quantity) -> str:
    """A range in words that has inside what stands for no effect: 1 for a ratio, 0 for a difference; else empty."""
    neutral = no_effect(quantity)  # few measures have one, which is known sooner than the range
    ends = None if neutral is None else quantity.estimate.ends
    if neutral is None or ends is None or not ends[0] < neutral < ends[1]:
        return ""
    return f"{ends_in_words(ends)} has {neutral} in it, which is no effect"
