"""Suppressions: the findings that a claim or reference asks not to hear of, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.model import Claim, Evidence, Finding, Place, Reference, Suppression


def suppressions(evidence: Evidence) -> Iterator[tuple[Claim | Reference, Suppression]]:
    """Every suppression, with the claim or reference it stands at."""
    owners: list[Claim | Reference] = [*evidence.claims.values(), *evidence.references.values()]
    for owner in owners:
        for suppression in owner.noqa:
            yield owner, suppression


def covers(suppression: Suppression, owner: Claim | Reference, finding: Finding) -> bool:
    """Whether a suppression is about a finding: its rule, and its claim, reference or row."""
    same_rule = suppression.rule.casefold() in {finding.code.casefold(), finding.rule}
    same_row = row_of(finding.place) in {row_of(owner.place), row_of(suppression.place)}
    return same_rule and (finding.subject == owner.id or (same_row and not has_own(finding)))


RowPlace = tuple[str, int]


def row_of(place: Place) -> RowPlace:
    """The row or line that a place is in."""
    return place.file, place.line


def has_own(finding: Finding) -> bool:
    """Whether a finding is about something that may have suppressions of its own; sentences may share a line."""
    return finding.subject.startswith(("claim:", "reference:"))


def granted(evidence: Evidence) -> dict[str | RowPlace, list[Suppression]]:
    """The suppressions that have a reason, by the id of their claim or reference and by its row."""
    found: dict[str | RowPlace, list[Suppression]] = {}
    for owner, suppression in suppressions(evidence):
        if suppression.reason:
            for where in (owner.id, row_of(owner.place), row_of(suppression.place)):
                found.setdefault(where, []).append(suppression)
    return found


def reason_for(finding: Finding, granted: Mapping[str | RowPlace, Sequence[Suppression]]) -> str:
    """Why a finding is suppressed, or an empty string."""
    if not granted:
        return ""
    beside = () if has_own(finding) else granted.get(row_of(finding.place), ())
    for suppression in (*granted.get(finding.subject, ()), *beside):
        if suppression.rule.casefold() in {finding.code.casefold(), finding.rule}:
            return suppression.reason
    return ""
