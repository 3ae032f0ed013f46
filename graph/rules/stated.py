"""Rules about the figures that a claim's own text states, beside those in its columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from graph.auditing.given import Once
from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Evidence, Quantity, Severity
from graph.rules.figures import UNITLESS, column_figures, in_figure_columns, name, of_precision, span
from graph.rules.naming import called
from graph.texts.figures import Stated, all_numbers, is_same, stated_figures, stated_numbers
from graph.wording import listing

OF_MULTIPLES = {"", "x", "fold", "ratio", "times"}
"""Units of what is a number by itself, which a text may state as a multiple."""


@rule("NUM107", "error", "claims")
def contradicting_figure(_evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """A claim's text states another figure than its columns.

    Why:
        One of the two is a slip: digits swapped, 0.26 for 26 %, half of a range. Readers see the text; what compares,
        draws and checks figures sees the columns. Compared are figures with the columns' own unit, in digits or in
        words ("a quarter", "threefold"); a rounded figure, and one that is only roughly said, is the same. A figure of
        the comparator counts, too.

    False alarms:
        A claim with several figures of one unit, whose columns have one that the text only implies.

    Bad:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,Insomnia is found in 26 % of coffee drinkers.,prevalence,62,,%
        c2,Coffee,Between 10 and 30 percent sleep badly.,prevalence,10,,%

    Good:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,Insomnia is found in a quarter of coffee drinkers.,prevalence,25.6,,%
        c2,Coffee,Between 10 and 30 percent sleep badly.,prevalence,10,30,%
    """
    for claim, said in once(compared):
        column = next(iter((*said.unsaid, *said.halves)), "")
        if said.unmatched and column:
            words = listing(list(dict.fromkeys(repr(each.words) for each in said.unmatched)))
            message = f"{called(claim)} states {words}, but its columns have {in_columns(claim.quantity)}"
            yield Noticed(claim, f"{message}; correct one of them", column)


@rule("NUM108", "info", "claims")
def unstated_figure(_evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """A claim's columns have a figure that its text does not state.

    Why:
        Who reads the claim does not learn of it, and nobody sees when it is wrong. Where the text states another figure
        with the same unit, half of what the columns have is missing there (a warning).

    False alarms:
        A claim in general words whose figure was put into the columns on purpose.

    Bad:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,Many coffee drinkers sleep badly.,prevalence,26,,%

    Good:
        claim_id,cause,claim,measure,low,high,unit
        c1,Coffee,26 % of coffee drinkers sleep badly.,prevalence,26,,%
    """
    for claim, said in once(compared):
        if not said.unmatched:
            severity: Severity = "warning" if said.stated else "info"
            for column, number in said.unsaid.items():
                message = f"{called(claim)} has {column} {number} {claim.quantity.unit}".rstrip()
                yield Noticed(
                    claim, f"{message}, which its text does not state; state it, or correct it", column, severity
                )


class Said(NamedTuple):
    """What a claim's text says beside its columns.

    `stated` are its figures with their unit, `unmatched` those of them of which no column has an end, and ranges of
    which the columns have half. `unsaid` are the columns whose number is not in the text, `halves` those that have one
    end of a range whose other end no column has.
    """

    stated: list[Stated]
    unmatched: list[Stated]
    unsaid: dict[str, Decimal]
    halves: dict[str, Stated]


def compared(evidence: Evidence) -> list[tuple[Claim, Said]]:
    """The claims whose columns have other figures than their texts state with the same unit, with what these say."""
    found = []
    for claim in evidence.claims.values():
        numbers = {abs(number) for number in in_figure_columns(claim.quantity) if number is not None}
        unit = stated_unit(claim.quantity) if numbers else ""
        if unit and stated_numbers(claim.text, unit) != numbers:  # nearly always they are the same
            found.append((claim, beside_columns(claim, unit)))
    return found


def stated_unit(quantity: Quantity) -> str:
    """The unit as it is looked for in a text, or an empty string."""
    unit = name(quantity.unit)
    if unit in OF_MULTIPLES:
        return "times" if unit or UNITLESS.search(quantity.measure) else ""
    return unit


def beside_columns(claim: Claim, unit: str) -> Said:
    """A claim's text beside its columns."""
    stated = stated_figures(claim.text, unit)
    numbers = column_numbers(claim.quantity)
    unsaid = {
        column: number
        for column, number in numbers.items()
        if not of_precision(column, claim.quantity) and not any(each.has(number) for each in stated)
    }
    known = all_numbers(claim.text) if unsaid else set()
    unsaid = {column: number for column, number in unsaid.items() if number not in known}
    halves = {
        column: each
        for each in stated
        for column, number in numbers.items()
        if each.has(number) and not all(any_same(end, each, numbers) for end in each.ends)
    }
    unmatched = [each for each in stated if not any(each.has(number) for number in numbers.values())]
    return Said(stated, [*unmatched, *halves.values()], unsaid, halves)


def any_same(end: Decimal, stated: Stated, numbers: dict[str, Decimal]) -> bool:
    """Whether a column has one end of a stated figure."""
    return any(is_same(number, end, stated.slack) for number in numbers.values())


def column_numbers(quantity: Quantity) -> dict[str, Decimal]:
    """The figures of a quantity by column, without signs: a text says that something fell by 12 %."""
    return {column: abs(value) for column, value in column_figures(quantity).items()}


def in_columns(quantity: Quantity) -> str:
    """The figures of a quantity in words, with its unit."""
    unit = f" {quantity.unit}" if quantity.unit else ""
    against = quantity.comparator_estimate
    return f"{span(quantity.estimate)}{unit}" + (f" (comparator {span(against)}{unit})" if against else "")
