"""Rules about the figures of claims."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict
from decimal import Decimal
from itertools import chain

from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Evidence, Quantity, Severity, SourceValue
from graph.references.designs import designs
from graph.rules.claims import FIGURE, of_one_sort
from graph.rules.naming import called, cited_all
from graph.rules.tables import problems
from graph.support import Support
from graph.wording import listing

PERCENT = {"%", "percent", "per cent"}

RANGES = (("low", "high"), ("comparator_low", "comparator_high"))

UNITLESS = re.compile(
    r"\b(?:ratios?|odds|hazard|risk|differences?|counts?|numbers?|scores?|[ohr]r|r\W?(?:2|squared)|correlation"
    r"|coefficients?|slope|kappa|index)\b|R²",
    re.IGNORECASE,
)
"""Measures that are numbers by themselves: ratios, differences of means (they may be standardised), counts, indices."""

OF_CHANGE = re.compile(r"change|increase|decrease|rise|growth|excess|reduction|relative", re.IGNORECASE)
"""Measures of which there can be more than 100 %."""

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
        claim_id,cause,claim,measure,low,unit
        c1,Coffee,Insomnia is 3 times as common among heavy drinkers.,prevalence-ratio,3,times
    """
    articles = frozenset(evidence.named("article"))  # whose sentences have no columns to fill in
    for claim in evidence.claims.values():
        figure = FIGURE.search(claim.text)
        lacking = claim.quantity.low is None and claim.drafted.low is None
        if figure and lacking and claim.place.file not in articles:
            message = f"{called(claim)} states {figure.group()!r}, but its column 'low' is empty; fill in the figures"
            yield Noticed(claim, message, "low")


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
        if claim.quantity.low is None:
            continue
        pooled = any("meta-analysis" in designs(citation, evidence) for citation in support.citations(claim.key))
        if not pooled and (keys := of_one_sort(support.citations(claim.key), evidence, "secondary")):
            secondary = f"has figures from reviews only, {cited_all(keys, evidence)}"
            yield Noticed(claim, f"{called(claim)} {secondary}; cite the study that counted", "low")


@rule("NUM103", "error", "values")
def value_mismatch(evidence: Evidence) -> Iterator[Noticed]:
    """A claim's figures are not those that its source states, as recorded in the table of source values.

    Why:
        Somebody looked the figures up, and the article has others. A range that several sources support must begin
        with the lowest of theirs and end with the highest; one source must state the same. Figures are compared where
        both tables have them, as numbers: 10.0 is 10.

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
                if not (column == "low" and is_spanned(claim.quantity, list(values.values()))):
                    yield Noticed(claim, f"{called(claim)} {fault} {where}; correct one of them", column)


def mismatches(claimed: Quantity, stated: Quantity) -> Iterator[tuple[str, str]]:
    """The columns in which two quantities differ where both have them, and how."""
    for column in ("measure", "unit"):
        one, other = name(getattr(claimed, column)), name(getattr(stated, column))
        if one and other and one != other:
            yield column, f"has the {column} {one!r}, but it is {other!r}"
    for low, high in RANGES:
        if ranges_differ(range_of(claimed, low, high), range_of(stated, low, high)):
            yield low, f"has {span(claimed, low, high)}, but it is {span(stated, low, high)}"


Range = tuple[Decimal, Decimal]


def range_of(quantity: Quantity, low: str = "low", high: str = "high") -> Range | None:
    """Where one of a quantity's ranges begins and ends; a point is a range from itself to itself."""
    bottom: Decimal | None = getattr(quantity, low)
    top: Decimal | None = getattr(quantity, high)
    return None if bottom is None else (bottom, bottom if top is None else top)


def ranges_differ(one: Range | None, other: Range | None) -> bool:
    """Whether two ranges are both there, and not the same."""
    return one is not None and other is not None and one != other


def span(quantity: Quantity, low: str, high: str) -> str:
    """One of a quantity's ranges in words."""
    bottom, top = range_of(quantity, low, high) or ("nothing", "nothing")
    return f"{bottom}" if bottom == top else f"{bottom} to {top}"


def name(word: str) -> str:
    """A measure or unit as it is compared."""
    word = " ".join(word.lower().replace("-", " ").split())
    return "%" if word in PERCENT else word


def is_spanned(claimed: Quantity, sources: Collection[SourceValue]) -> bool:
    """Whether what several sources state reaches exactly from the beginning of a claimed range to its end."""
    stated = [each for each in map(range_of, (source.quantity for source in sources)) if each]
    return bool(stated) and range_of(claimed) == (min(low for low, _ in stated), max(high for _, high in stated))


@rule("NUM105", "error", "claims")
def impossible_value(evidence: Evidence) -> Iterator[Noticed]:
    """A figure cannot be: no number, a low above its high, a share outside 0 to 100 %, or no unit.

    Why:
        It is a slip of the pen or a spreadsheet's doing, and whoever reads the claim is misled. Ratios, differences and
        counts need no unit. More than 100 % of anything else, or less than 1 %, that the claim's text does not state is
        a warning: 0.26 may be 26 %.

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
    unreadable = {problem.place for problem in evidence.problems}
    for claim in evidence.claims.values():
        for column, fault, severity in chain(faults(claim.quantity), doubts(claim)):
            if claim.at(column) not in unreadable:  # said already, and what would follow from it is not so
                yield Noticed(claim, f"{called(claim)}: {fault}", column, severity)


def faults(quantity: Quantity) -> Iterator[tuple[str, str, Severity]]:
    """The columns of a quantity that cannot be as they are, and why."""
    for low, high in RANGES:
        bottom: Decimal | None = getattr(quantity, low)
        top: Decimal | None = getattr(quantity, high)
        if bottom is not None and top is not None and bottom > top:
            yield low, f"{low} {bottom} is above {high} {top}; swap them", "error"
        if bottom is None and top is not None:
            yield low, f"{high} {top} stands without {low}; a point value is {low} only", "error"
        for column, value in ((low, bottom), (high, top)):
            if value is not None and (fault := outside(value, quantity)):
                yield column, f"{column} {value}{fault}", "error"
    if quantity.low is not None and not quantity.unit and not UNITLESS.search(quantity.measure):
        yield "unit", f"low {quantity.low} has no unit; write %, times, years, ...", "error"


def doubts(claim: Claim) -> Iterator[tuple[str, str, Severity]]:
    """The columns of a claim's figures that can hardly be as they are: too much for a share, or one of 1 as one of 100.

    What the claim's own text states just so is meant.
    """
    quantity = claim.quantity
    if name(quantity.unit) != "%" or UNITLESS.search(quantity.measure) or OF_CHANGE.search(quantity.measure):
        return
    for column in chain(*RANGES):
        value: Decimal | None = getattr(quantity, column)
        if value is None or str(value) in claim.text or outside(value, quantity):
            continue
        if value > 100:  # noqa: PLR2004 - per cent
            yield (
                column,
                f"{column} {value} is more than 100 %; correct it, or say in 'measure' what changed",
                "warning",
            )
        elif 0 < value < 1:
            yield column, f"{column} {value} is less than 1 %; write {100 * value:f} if it is a share of one", "warning"


def outside(value: Decimal, quantity: Quantity) -> str:
    """Why a value is outside what its unit and measure allow, or an empty string."""
    share = name(quantity.unit) == "%" and quantity.measure.lower() in {"prevalence", "incidence"}
    if share and not 0 <= value <= 100:  # noqa: PLR2004 - per cent
        return " % is no share; it must be from 0 to 100"
    if value < 0 and "ratio" in quantity.measure.lower():
        return " is negative, which a ratio cannot be"
    return ""


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
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return False
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
