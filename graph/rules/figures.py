"""Rules about the figures of claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from graph.auditing.rule import Noticed, rule
from graph.model import INTERVAL_WORDS, Claim, Ends, Estimate, Evidence, Quantity, Severity, SourceValue
from graph.references.designs import designs
from graph.rules.naming import called, cited_all
from graph.rules.strength import of_one_sort
from graph.rules.tables import problems
from graph.rules.uncited import FIGURE
from graph.support import Support
from graph.wording import listing

PERCENT = {"%", "percent", "per cent"}

SIDES = ("", "comparator_")
"""How the columns of a claim's own figure begin, and those of what it is compared with."""

COLUMNS_OF = {side: tuple(f"{side}{part}" for part in ("value", "low", "high", "interval")) for side in SIDES}
"""The columns of each."""

FIGURE_COLUMNS = tuple(f"{side}{part}" for side in SIDES for part in ("value", "low", "high"))
"""The columns that have a figure."""

in_figure_columns: Callable[[Quantity], tuple[Decimal | None, ...]] = attrgetter(*FIGURE_COLUMNS)

UNITLESS = re.compile(
    r"\b(?:ratios?|odds|hazard|risk|differences?|counts?|numbers?|scores?|[ohr]r|r\W?(?:2|squared)|correlation"
    r"|coefficients?|slope|kappa|index)\b|R²",
    re.IGNORECASE,
)
"""Measures that are numbers by themselves: ratios, differences of means (they may be standardised), counts, indices."""

OF_CHANGE = re.compile(r"change|increase|decrease|rise|growth|excess|reduction|relative", re.IGNORECASE)
"""Measures of which there can be more than 100 %."""

ENDLESS = Decimal("Infinity")

WIDE_SHARE, WIDE_MULTIPLE = 20, 5
"""How far apart two shares may be, in percentage points, and two other figures, as a multiple."""


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
        claim_id,cause,claim,measure,value,unit
        c1,Coffee,Insomnia is 3 times as common among heavy drinkers.,prevalence-ratio,3,times
    """
    articles = frozenset(evidence.named("article"))  # whose sentences have no columns to fill in
    for claim in evidence.claims.values():
        lacking = not (claim.quantity.has_figure or claim.drafted.has_figure)
        if lacking and claim.place.file not in articles and (figure := FIGURE.search(claim.text)):
            message = f"{called(claim)} states {figure.group()!r}, but its columns for figures are empty; fill them in"
            yield Noticed(claim, message, "value")


@rule("NUM102", "warning", "claims", profile="primary")
def number_without_primary(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim with figures rests on reviews only.

    Why:
        Under this profile the study is asked for that counted: figures change as they are handed on. A meta-analysis
        is the study behind its own pooled figures.

    False alarms:
        A figure that a review itself worked out; record `meta-analysis` as its design.

    Bad:
        claim_id,cause,claim,supports,measure,low,unit
        c1,Coffee,The prevalence of insomnia is 20 %.,clark2017,prevalence,20,%

        @article{clark2017, title = {Coffee and sleep}, design = {review}}

    Good:
        claim_id,cause,claim,supports,measure,low,unit
        c1,Coffee,The prevalence of insomnia is 20 %.,clark2017; roth2011,prevalence,20,%

        @article{clark2017, title = {Coffee and sleep}, design = {review}}
        @article{roth2011, title = {Prevalence of insomnia}, design = {cross-sectional}}
    """
    for claim in evidence.claims.values():
        if not claim.quantity.has_figure:
            continue
        pooled = any("meta-analysis" in designs(citation, evidence) for citation in support.citations(claim.key))
        if not pooled and (keys := of_one_sort(support.citations(claim.key), evidence, "secondary")):
            secondary = f"has figures from reviews only, {cited_all(keys, evidence)}"
            column = next(iter(column_figures(claim.quantity)))
            yield Noticed(claim, f"{called(claim)} {secondary}; cite the study that counted", column)


@rule("NUM103", "error", "values")
def value_mismatch(evidence: Evidence) -> Iterator[Noticed]:
    """A claim's figures are not those that its source states, as recorded in the table of source values.

    Why:
        Somebody looked the figures up, and the article has others. A range that several sources support must begin
        with the lowest of theirs and end with the highest; one source must state the same. Figures are compared where
        both tables have them, as numbers: 10.0 is 10. So are the ends of an interval, and what sort of interval it is.

    False alarms:
        A figure that the article rounded on purpose; suppress with that as the reason.

    Bad:
        claim_id,cause,claim,supports,measure,low,high,unit
        c1,Coffee,Between 10 % and 30 % sleep badly.,roth2011,prevalence,10,30,%

        @article{roth2011, title = {Prevalence of insomnia}}

        --- evidence.csv
        claim_id,reference,measure,low,high,unit
        c1,roth2011,prevalence,10,34,%

    Good:
        claim_id,cause,claim,supports,measure,low,high,unit
        c1,Coffee,Between 10 % and 30 % sleep badly.,roth2011; drake2013,prevalence,10,30,%

        @article{roth2011, title = {Prevalence of insomnia}}
        @article{drake2013, title = {Caffeine effects on sleep}}

        --- evidence.csv
        claim_id,reference,measure,low,high,unit
        c1,roth2011,prevalence,10.0,12,%
        c1,drake2013,prevalence,30,,percent
    """
    for claim in evidence.claims.values():
        values = {c.reference: c.source for c in claim.citations if c.source and c.stance == "supports"}
        for key, source in values.items():
            where = f"in {cited_all([key], evidence)} (line {source.place.line} of {source.place.file})"
            for column, fault in mismatches(claim.quantity, source.quantity):
                if not (column == "low" and is_spanned(claim.quantity.estimate, list(values.values()))):
                    yield Noticed(claim, f"{called(claim)} {fault} {where}; correct one of them", column)


def mismatches(claimed: Quantity, stated: Quantity) -> Iterator[tuple[str, str]]:
    """The columns in which two quantities differ where both have them, and how."""
    for column in ("measure", "unit"):
        word, other = name(getattr(claimed, column)), name(getattr(stated, column))
        if word and other and word != other:
            yield column, f"has the {column} {word!r}, but it is {other!r}"
    for side in SIDES:
        figure = "low" if getattr(claimed, f"{side}value") is None else "value"
        for part, fault in differences(side_of(claimed, side), side_of(stated, side)):
            yield f"{side}{part or figure}", fault


def side_of(quantity: Quantity, side: str) -> Estimate:
    """The claim's own estimate, or that of whom it is compared with."""
    return quantity.comparator_estimate if side else quantity.estimate


def differences(one: Estimate, other: Estimate) -> Iterator[tuple[str, str]]:
    """In what two estimates differ: the figure itself (no part), the ends of its interval, or what they are."""
    if one.reach and other.reach and one.reach != other.reach:
        yield "", f"has {span(one)}, but it is {span(other)}"
    elif one.ends and other.ends:
        if one.ends != other.ends:
            yield "low", f"has the interval {ends_in_words(one.ends)}, but it is {ends_in_words(other.ends)}"
        if one.interval != other.interval:
            yield "interval", f"has the interval {one.interval}, but it is {other.interval}"


def span(estimate: Estimate) -> str:
    """The figure of an estimate in words: its point, else its interval."""
    if estimate.point is not None or estimate.ends is None or estimate.interval is None:
        return f"{estimate.point}"
    word = "" if estimate.interval == "range" else f"{INTERVAL_WORDS[estimate.interval]} "
    return f"{word}{ends_in_words(estimate.ends)}"


def ends_in_words(ends: Ends) -> str:
    """The ends of an interval."""
    return " to ".join(map(str, ends))


@lru_cache(maxsize=2**10)
def name(word: str) -> str:
    """A measure or unit as it is compared."""
    word = " ".join(word.lower().replace("-", " ").split())
    return "%" if word in PERCENT else word


def is_spanned(claimed: Estimate, sources: Collection[SourceValue]) -> bool:
    """Whether what several sources state reaches exactly from the beginning of a claimed range to its end."""
    stated = [each for each in (source.quantity.estimate.reach for source in sources) if each]
    return claimed.ends == (min(low for low, _ in stated), max(high for _, high in stated))


@rule("NUM105", "error", "claims")
def impossible_value(evidence: Evidence) -> Iterator[Noticed]:
    """A figure cannot be: no number, an interval the wrong way round or beside its value, a share above 100 %, no unit.

    Why:
        It is a slip of the pen or a spreadsheet's doing, and whoever reads the claim is misled. Ratios, differences and
        counts need no unit. More than 100 % of anything else, or less than 1 %, that the claim's text does not state is
        a warning: 0.26 may be 26 %.

    False alarms:
        Shares of shares above 100 %; give them another measure than prevalence or incidence. A mean outside the middle
        half of skewed figures; give the median.

    Bad:
        claim_id,cause,claim,measure,value,low,high,unit
        c1,Coffee,Between 10 % and 30 % sleep badly.,prevalence,,30,10,%
        c2,Coffee,The odds ratio was 2.1 (95 % CI 3.2 to 4.4).,odds-ratio,2.1,3.2,4.4,times

    Good:
        claim_id,cause,claim,measure,value,low,high,unit
        c1,Coffee,Between 10 % and 30 % sleep badly.,prevalence,,10,30,%
        c2,Coffee,The odds ratio was 2.1 (95 % CI 1.2 to 3.4).,odds-ratio,2.1,1.2,3.4,times
    """
    yield from problems(evidence, "impossible-value")
    unreadable = {problem.place for problem in evidence.problems}
    for claim in evidence.claims.values():
        there = column_figures(claim.quantity)
        for column, fault, severity in chain(faults(claim.quantity, there), doubts(claim, there)):
            if claim.at(column) not in unreadable:  # said already, and what would follow from it is not so
                yield Noticed(claim, f"{called(claim)}: {fault}", column, severity)


def faults(quantity: Quantity, there: Mapping[str, Decimal]) -> Iterator[tuple[str, str, Severity]]:
    """The columns of a quantity that cannot be as they are, and why, given the figures that are there."""
    for side in SIDES:
        for column, fault in interval_faults(quantity, side, there):
            yield column, fault, "error"
    least, most, why = limits_of(quantity.measure, quantity.unit)
    for column, value in there.items():
        if not least <= value <= most:
            yield column, f"{column} {value}{why}", "error"
    if not quantity.unit and quantity.has_figure and not UNITLESS.search(quantity.measure):
        column, value = next(iter(there.items()))
        yield "unit", f"{column} {value} has no unit; write %, times, years, ...", "error"


def column_figures(quantity: Quantity) -> dict[str, Decimal]:
    """The figures of a quantity that are there, by column."""
    figures = zip(FIGURE_COLUMNS, in_figure_columns(quantity), strict=True)
    return {column: value for column, value in figures if value is not None}


def interval_faults(quantity: Quantity, side: str, there: Mapping[str, Decimal]) -> Iterator[tuple[str, str]]:
    """The columns of an interval that do not fit together, and why, given the figures that are there."""
    value, low, high, interval = COLUMNS_OF[side]
    if low in there and high in there:
        if there[low] > there[high]:
            yield low, f"{low} {there[low]} is above {high} {there[high]}; swap them"
        elif value in there and not there[low] <= there[value] <= there[high]:
            ends = f"{low} {there[low]} to {high} {there[high]}"
            yield value, f"{value} {there[value]} is outside of its interval, {ends}; correct one of them"
    elif high in there or (value in there and low in there):
        end, other = (high, low) if high in there else (low, high)
        yield other, f"{end} {there[end]} stands without {other}; an interval has both ends, a point is {value} only"
    elif word := getattr(quantity, interval):
        yield interval, f"{interval} {word} stands without {low} and {high}; fill in both, or neither"


def doubts(claim: Claim, there: Mapping[str, Decimal]) -> Iterator[tuple[str, str, Severity]]:
    """The columns of a claim's figures that can hardly be as they are: too much for a share, or one of 1 as one of 100.

    What the claim's own text states just so is meant.
    """
    quantity = claim.quantity
    if not (there and is_share(quantity.measure, quantity.unit)):
        return
    least, most, _ = limits_of(quantity.measure, quantity.unit)
    for column, value in there.items():
        is_odd = least <= value <= most and (value > 100 or 0 < value < 1)  # noqa: PLR2004 - per cent
        if not is_odd or str(value) in claim.text:
            continue
        if value > 1:
            cure = "correct it, or say in 'measure' what changed"
            yield column, f"{column} {value} is more than 100 %; {cure}", "warning"
        elif not of_precision(column, quantity):
            yield column, f"{column} {value} is less than 1 %; write {100 * value:f} if it is a share of one", "warning"


@lru_cache(maxsize=2**10)
def is_share(measure: str, unit: str) -> bool:
    """Whether what has this measure and unit is a part of a whole, told in per cent."""
    return name(unit) == "%" and not (UNITLESS.search(measure) or OF_CHANGE.search(measure))


def of_precision(column: str, quantity: Quantity) -> bool:
    """Whether a column only says how precise a value is: that of a small share may well begin below 1 %."""
    side = "comparator_" if column.startswith("comparator_") else ""
    return not column.endswith("value") and getattr(quantity, f"{side}value") is not None


@lru_cache(maxsize=2**10)  # thousands of claims have the same few
def limits_of(measure: str, unit: str) -> tuple[Decimal, Decimal, str]:
    """The least and the most that a figure of this measure and unit can be, and what is said of any other."""
    if name(unit) == "%" and measure.lower() in {"prevalence", "incidence"}:
        return Decimal(0), Decimal(100), " % is no share; it must be from 0 to 100"
    if "ratio" in measure.lower():
        return Decimal(0), ENDLESS, " is negative, which a ratio cannot be"
    return -ENDLESS, ENDLESS, ""


@rule("NUM106", "info", "claims", preview=True)
def wide_range_no_context(evidence: Evidence) -> Iterator[Noticed]:
    """A range is so wide that it must come from several studies, but it is not said from how many.

    Why:
        "Between 6 % and 62 %" says that studies disagree; a reader wants to know how many there are, and on whom.

    False alarms:
        A range over subgroups of one study; give the size of the study in `n`.

    Bad:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,Between 6 % and 62 % sleep badly.,prevalence,6,62,%

    Good:
        claim_id,cause,claim,measure,low,high,unit,n_studies
        c1,Coffee,Between 6 % and 62 % sleep badly.,prevalence,6,62,%,12
    """
    for claim in evidence.claims.values():
        quantity = claim.quantity
        if is_wide(quantity) and quantity.n is None and quantity.n_studies is None:
            message = f"{called(claim)} has a range of {quantity.low} to {quantity.high} {quantity.unit}"
            yield Noticed(claim, f"{message}; say how many studies it comes from, in 'n_studies'", "high")


def is_wide(quantity: Quantity) -> bool:
    """Whether a range is wide: by its length where it is of shares, otherwise by how often its low goes into it."""
    estimate = quantity.estimate
    if estimate.ends is None or estimate.interval != "range":
        return False
    low, high = estimate.ends
    return high - low > WIDE_SHARE if name(quantity.unit) == "%" else 0 < low * WIDE_MULTIPLE < high


@rule("NUM113", "info", "claims")
def drafted_figures(evidence: Evidence) -> Iterator[Noticed]:
    """A claim's figures are drafted, and nobody has confirmed them.

    Why:
        Until somebody does, nothing uses them.

    False alarms:
        None.

    Bad:
        claim_id,cause,claim,measure,low,unit,figures
        c1,Coffee,20 % of adults sleep badly.,share,20,%,drafted

    Good:
        claim_id,cause,claim,measure,low,unit,figures
        c1,Coffee,20 % of adults sleep badly.,prevalence,20,%,confirmed
    """
    for claim in evidence.claims.values():
        if claim.drafted:
            cells = listing(
                [f"{column} {cell}" for column, cell in asdict(claim.drafted).items() if cell not in {"", None}]
            )
            message = f"has figures that nobody has confirmed ({cells}); check them, then empty its column 'figures'"
            yield Noticed(claim, f"{called(claim)} {message}", "figures")
