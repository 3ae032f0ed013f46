"""Rules about the years of references."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference, Severity
from graph.references.years import Year
from graph.rules.naming import called

AHEAD = 1
"""By how many years an issue may be dated ahead, or a DOI be made before or after its year."""

RELEASED, LIFETIME = 2026, 10
"""The year of this release, and for how many more it is likely to be used; no clock is asked."""

APART = 5
"""How many years a reference that this release is too old for may be newer than all others."""


@rule("REF209", "error", "references")
def impossible_year(evidence: Evidence) -> Iterator[Noticed]:
    """A year is none: not of four digits, or before there were printed books.

    Why:
        It is a slip of the pen, or something else stands in the field; nothing can count a reference's age from it.
        A year with more around it, such as "August 2005", is only a warning. Years to come are `future-year`'s.

    False alarms:
        Manuscripts older than print; suppress with that as the reason.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, year = {201}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, year = {2013}}
        @article{roth2011, title = {Prevalence of insomnia}, date = {2011-05/2011-06}}
    """
    for reference in evidence.references.values():
        if fault := year_fault(reference.facts.year):
            message, severity = fault
            yield Noticed(reference, f"{called(reference)}: {message}", year_field(reference), severity)


def year_fault(year: Year) -> tuple[str, Severity] | None:
    """What is said of a year that is none, and how bad that is."""
    match year.fault:
        case "forthcoming":
            return f"{year.written!r} is no year; leave it out, and write pubstate = {{inpress}}", "warning"
        case "malformed":
            return f"{year.written!r} is no year; write four digits, or leave it out", "error"
        case "before-print":
            return f"in {year.first} there were no printed books; check the year", "error"
        case "wrapped":
            return f"{year.written!r} is more than a year; write {year.first} only", "warning"
    return None


def year_field(reference: Reference) -> str:
    """The field that a reference's year stands in."""
    return "year" if "year" in reference.places else "date"


@rule("REF210", "info", "references", preview=True)
def year_disagrees(evidence: Evidence) -> Iterator[Noticed]:
    """A reference's year is not the one in its DOI.

    Why:
        Many publishers put the year into the DOI, so one of the two may be a slip.

    False alarms:
        Articles that were online long before they were printed, and DOIs with the year of submission.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, year = {2013}, doi = {10.1016/j.sleep.2018.05.039}}

    Good:
        @article{drake2018, title = {Caffeine effects on sleep}, year = {2018}, doi = {10.1016/j.sleep.2018.05.039}}
    """
    for reference in evidence.references.values():
        year, embedded = reference.facts.year.first, reference.facts.doi.year
        if year and embedded and abs(year - embedded) > AHEAD:
            message = f"{called(reference)} is of {year}, but its DOI has {embedded}; check which is right"
            yield Noticed(reference, message, year_field(reference))


@rule("REF216", "error", "references")
def future_year(evidence: Evidence, as_of: date | None = None) -> Iterator[Noticed]:
    """A reference's year is yet to come, or far above those of all others.

    Why:
        It is a slip of the pen. An issue may be dated one year ahead. Without a date to count from (`--as-of`) no clock
        is asked: a year is yet to come where no reference of this release can be of it, and one that this release is
        too old for is doubted where it is far above all others (a warning).

    False alarms:
        None is known; with an old release, say the date.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, year = {2103}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, year = {2013}}
        @article{gardiner2027, title = {The effect of caffeine on subsequent sleep}, year = {2027}}
    """
    doubtful, latest = (as_of.year + AHEAD,) * 2 if as_of else (RELEASED + AHEAD, RELEASED + LIFETIME)
    years = sorted(filter(None, (each.facts.year.first for each in evidence.references.values())))
    for reference in evidence.references.values():
        year = reference.facts.year.first
        if year and year > latest:
            when = f" in {as_of.year}" if as_of else ""
            yield Noticed(
                reference,
                f"{called(reference)} is of {year}, which is yet to come{when}; correct it",
                year_field(reference),
            )
        elif year and year > doubtful and len(years) > 1 and year > years[-2] + APART:
            message = f"{called(reference)} is of {year}, and all others are of {years[-2]} or before; check it"
            yield Noticed(reference, message, year_field(reference), "warning")
