"""Suppressions: the findings that a claim or reference asks not to hear of, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.model import Claim, Evidence, Finding, Place, Reference, Suppression

RowPlace = tuple[str, int]

Suppressible = tuple[str, str | RowPlace]
"""A rule, by its code or name in lower case, and the id of what a finding is about, or the row that it is in."""


def suppressions(evidence: Evidence) -> Iterator[tuple[Claim | Reference, Suppression]]:
    """Every suppression, with the claim or reference it stands at."""
    owners: list[Claim | Reference] = [*evidence.claims.values(), *evidence.references.values()]
    for owner in owners:
        for suppression in owner.noqa:
            yield owner, suppression


def covered(owner: Claim | Reference, suppression: Suppression) -> Iterator[Suppressible]:
    """What a suppression covers: its rule, for its claim or reference, for the row of that, and for its own line."""
    for where in (owner.id, row_of(owner.place), row_of(suppression.place)):
        yield suppression.rule.casefold(), where


def suppressible(finding: Finding) -> Iterator[Suppressible]:
    """What a suppression must cover to be about a finding.

    What is about a claim or reference is not suppressed by the row: sentences of an article may share a line.
    """
    has_own = finding.subject.startswith(("claim:", "reference:"))
    for where in (finding.subject,) if has_own else (finding.subject, row_of(finding.place)):
        yield finding.code.casefold(), where
        yield finding.rule, where


def row_of(place: Place) -> RowPlace:
    """The row or line that a place is in."""
    return place.file, place.line


def granted(evidence: Evidence) -> dict[Suppressible, str]:
    """The reasons of the suppressions that have one, by what they cover."""
    found: dict[Suppressible, str] = {}
    for owner, suppression in suppressions(evidence):
        for each in covered(owner, suppression) if suppression.reason else ():
            found.setdefault(each, suppression.reason)
    return found


def reason_for(finding: Finding, granted: Mapping[Suppressible, str]) -> str:
    """Why a finding is suppressed, or an empty string."""
    return next((granted[each] for each in suppressible(finding) if each in granted), "") if granted else ""


def all_suppressible(findings: Iterable[Finding]) -> set[Suppressible]:
    """What a suppression may cover that is about any of the findings."""
    return {each for finding in findings for each in suppressible(finding)}
