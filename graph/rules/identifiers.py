"""Rules about what a reference is known by: numbers that contradict themselves, DOIs that were filled in, its key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference
from graph.rules.naming import called, cited
from graph.rules.sources import ISSN, same_journal
from graph.rules.years import AHEAD

LONGEST_NUMBER = 15
"""How many digits that count up have at most; what has more is no number that somebody counts."""

FILLED = 3
"""How many DOIs in a row must count up for a spreadsheet to be suspected."""

ANY_DASH = re.compile(r"[-\u2010-\u2015\u2212]")
ISBN = re.compile(r"(?<![\d-])97[89](?:[ -]?\d){10}(?![\d-])|(?<![\d-])\d(?:[ -]?\d){8}[ -]?[\dXx](?![\d-])")
"""What may be an ISBN, of thirteen or of ten digits."""

UNCITABLE = re.compile(r"[\s;,()]")
"""What a key cannot have in a cell of the claims table, where it ends there."""


@rule("REF219", "error", "references")
def counted_up_doi(evidence: Evidence) -> Iterator[Noticed]:
    """DOIs of entries that stand one after another count up by one, though the entries have nothing in common.

    Why:
        A spreadsheet whose cell is dragged down counts up the number at its end. The DOIs look right and lead to
        other papers, or nowhere.

    False alarms:
        Articles of one issue may have such DOIs and are let be: only those of several journals, or of years far apart,
        are meant.

    Bad:
        @article{drake2013, title = {Caffeine effects}, journal = {J Clin Sleep Med}, doi = {10.5664/jcsm.3170}}
        @article{clark2017, title = {Coffee and sleep}, journal = {Sleep Med Rev}, doi = {10.5664/jcsm.3171}}
        @article{roth2011, title = {Prevalence of insomnia}, journal = {Sleep}, doi = {10.5664/jcsm.3172}}

    Good:
        @article{drake2013, title = {Caffeine effects}, journal = {J Clin Sleep Med}, doi = {10.5664/jcsm.3170}}
        @article{clark2013, title = {Coffee and sleep}, journal = {J Clin Sleep Med}, doi = {10.5664/jcsm.3171}}
        @article{roth2013, title = {Prevalence of insomnia}, journal = {J Clin Sleep Med}, doi = {10.5664/jcsm.3172}}
    """
    for run in runs_of_dois(evidence):
        if len(run) >= FILLED and is_mixed(run):
            others = f"{cited(run[0])} to {cited(run[-1])}"
            for reference in run[1:]:
                message = f"{called(reference)}: the DOIs of {others} count up, though they are of several journals"
                yield Noticed(reference, f"{message} or years; look this one up", "doi")


def runs_of_dois(evidence: Evidence) -> Iterator[list[Reference]]:
    """The references that stand one after another and whose DOIs count up by one, run by run."""
    placed = enumerate(evidence.references.values())
    for step, run in groupby(placed, key=lambda each: step_of(*each)):
        if step:
            yield [reference for _, reference in run]


def step_of(position: int, reference: Reference) -> tuple[str, int] | None:
    """What references share whose DOIs count up as they stand: how these begin, and the number less the position."""
    doi = reference.facts.doi.folded
    stem = doi.rstrip("0123456789")
    number = doi[len(stem) :]
    return (stem, int(number) - position) if 0 < len(number) <= LONGEST_NUMBER else None


def is_mixed(run: Sequence[Reference]) -> bool:
    """Whether references are of several journals, or of years too far apart for one issue."""
    journals = {same_journal(reference.journal) for reference in run} - {""}
    years = [reference.facts.year.first for reference in run if reference.facts.year.first]
    return len(journals) > 1 or (bool(years) and max(years) - min(years) > AHEAD)


@rule("REF222", "warning", "references")
def wrong_check_digit(evidence: Evidence) -> Iterator[Noticed]:
    """The last digit of an ISBN or ISSN does not follow from the others.

    Why:
        One of the digits is a slip of the pen, and a look for the book or the journal finds another, or nothing.

    False alarms:
        A few books were printed with a wrong ISBN; suppress with that as the reason.

    Bad:
        @book{snel2011, title = {Coffee, tea and sleep}, isbn = {978-0-123456-74-2}}
        @article{drake2013, title = {Caffeine effects on sleep}, issn = {1550-9398}}

    Good:
        @book{snel2011, title = {Coffee, tea and sleep}, isbn = {978-0-123456-47-2}}
        @article{drake2013, title = {Caffeine effects on sleep}, issn = {1550-9389}}
    """
    for reference in evidence.references.values():
        for field, pattern, is_right in ENDS_IN_NUMBER:
            for number in pattern.findall(ANY_DASH.sub("-", reference.fields.get(field, ""))):
                if not is_right(re.sub("[ -]", "", number).upper()):
                    message = f"{called(reference)}: {field.upper()} {number!r} has a wrong digit; look it up again"
                    yield Noticed(reference, message, field)


def is_isbn(number: str) -> bool:
    """Whether the last digit of an ISBN follows from the others (ISO 2108)."""
    if len(number) == 10:  # noqa: PLR2004 - the older ISBN
        return weighted_sum(number, range(10, 0, -1)) % 11 == 0
    return weighted_sum(number, (1, 3) * 6 + (1,)) % 10 == 0


def is_issn(number: str) -> bool:
    """Whether the last digit of an ISSN follows from the others (ISO 3297)."""
    return weighted_sum(number, range(8, 0, -1)) % 11 == 0


def weighted_sum(number: str, weights: Iterable[int]) -> int:
    """The sum of the digits of a number, each by its weight; X is ten."""
    return sum(weight * (10 if digit == "X" else int(digit)) for digit, weight in zip(number, weights, strict=True))


ENDS_IN_NUMBER = (("isbn", ISBN, is_isbn), ("issn", ISSN, is_issn))
"""The fields that hold numbers with a check digit."""


@rule("REF223", "warning", "references")
def uncitable_key(evidence: Evidence) -> Iterator[Noticed]:
    """A key has a character that ends it in the cells of the claims table: a semicolon, comma, parenthesis or blank.

    Why:
        BibTeX allows some of them, but no claim can cite the reference: what is cited there is read as another key, or
        as a key and a locator.

    False alarms:
        None is known: where the article itself stands in the place of the table, nothing is said.

    Bad:
        @article{drake(2013), title = {Caffeine effects on sleep}}

    Good:
        @article{drake:2013/a, title = {Caffeine effects on sleep}}
    """
    if evidence.named("article"):
        return
    for reference in evidence.references.values():
        if bad := UNCITABLE.search(reference.key):
            message = f"{called(reference)} cannot be cited in a table, as its key has {bad.group()!r}; rename it"
            yield Noticed(reference, message)
