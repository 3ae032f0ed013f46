"""Changes as people read them: in groups, the worst first, and what is said of many things alike said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.auditing.report import counted
from graph.changes.values import (
    OUTCOMES,
    TURNS,
    CauseChange,
    Changes,
    CitationChange,
    ClaimChange,
    Difference,
    Outcome,
    ReferenceChange,
    latest,
)
from graph.model import SEVERITIES, Finding, Severity
from graph.reading.claims import in_cell
from graph.references.citing import short_citation
from graph.reports.text import cut
from graph.support import Coverage
from graph.support.numbers import by_key
from graph.wording import count, listing

ALIKE_CHANGES, SHOWN_KEYS = 3, 10
"""From how many on things that have changed alike are one item, and how many of them that names."""

LONGEST_VALUE = 200
"""How many characters of a cell or a field are shown; of a claim all are."""

ARROW, EMPTY_VALUE = "->", "(empty)"


class Item(NamedTuple):
    """What has changed, what it says, and how it has changed, in lines.

    `key` names it among others that have changed alike; without one it is always shown by itself.
    """

    name: str
    says: str = ""
    lines: tuple[str, ...] = ()
    key: str = ""


class Group(NamedTuple):
    """Items of one sort, what each of them is, and how many things they stand for."""

    title: str
    kind: str
    items: Sequence[Item]
    size: int


def grouped_changes(changes: Changes) -> list[Group]:
    """The changes, the worst first; each stands in one group only."""
    taken: set[int] = set()

    def claims(title: str, wanted: Callable[[ClaimChange], bool]) -> Group:
        found = [each for each in changes.claims if id(each) not in taken and wanted(each)]
        taken.update(map(id, found))
        return Group(title, "Claim", together([claim_item(each) for each in found]), len(found))

    def references(title: str, change: Outcome, *, other: bool = False) -> Group:
        found = [each for each in changes.references if each.change == change and each.other_work == other]
        return Group(
            title, "Reference", [reference_item(each) for each in sorted(found, key=identity_first)], len(found)
        )

    groups = [
        claims("Support lost", lambda each: each.turn == "lost"),
        findings_group("New errors", changes.found, "error"),
        references("References that are another work now", "changed", other=True),
        claims("Support weaker", lambda each: each.turn == "weaker"),
        claims("Claims removed", lambda each: each.change == "removed"),
        references("References removed", "removed"),
        claims("Support gained", lambda each: each.turn == "gained"),
        claims("Support stronger", lambda each: each.turn == "stronger"),
        claims("Claims changed", lambda each: each.change == "changed"),
        claims("Claims added", lambda each: each.change == "added"),
        references("References changed", "changed"),
        references("References added", "added"),
        Group("Causes", "Cause", [cause_item(each) for each in changes.causes], len(changes.causes)),
        findings_group("New warnings", changes.found, "warning"),
        findings_group("New info", changes.found, "info"),
        findings_group("Findings gone", changes.gone, *SEVERITIES),
    ]
    return [group for group in groups if group.items]


def together(items: Sequence[Item]) -> list[Item]:
    """Items, those with the same lines as one where they are several."""
    alike = by_key(((bool(item.key), item.lines), item) for item in items)
    found: list[Item] = []
    for (has_key, lines), same in alike.items():
        if len(same) < ALIKE_CHANGES or not has_key:
            found += same
        else:
            names = [item.key for item in same]
            more = f" and {len(names) - SHOWN_KEYS:,} more" if len(names) > SHOWN_KEYS else ""
            found.append(Item(f"{len(names):,} claims: {', '.join(names[:SHOWN_KEYS])}{more}", "", lines))
    return found


def claim_item(change: ClaimChange) -> Item:
    """A claim that has changed."""
    claim, key = change.claim, change.claim.key if change.change == "changed" else ""
    where = "" if change.new is None else f", {claim.place}"
    return Item(f"{claim.key} [{claim.cause}]{where}", claim.text, tuple(claim_lines(change)), key)


def claim_lines(change: ClaimChange) -> Iterator[str]:
    """How a claim has changed: its state, what it cites, its words, and its other columns."""
    if change.old is None or change.new is None:
        yield f"{change.after or change.before}"
    elif change.before != change.after:
        yield f"{change.before} {ARROW} {change.after}"
    yield from map(citation_line, change.citations)
    for part in change.differences:
        yield f"was: {part.old}" if part.part == "claim" else difference_line(part)


def citation_line(change: CitationChange) -> str:
    """How a citation has changed."""
    old, new = change.old, change.new
    if old is None or new is None:
        cited, known = latest(old, new), change.was_known or change.is_known
        unknown = "" if known else ", not in the bibliography"
        return f"{'no longer cited' if new is None else 'cited now'}: {in_cell(cited)} ({cited.stance}){unknown}"
    if old.stance != new.stance:
        return f"{change.reference}: {old.stance} {ARROW} {new.stance}"
    if change.was_known != change.is_known:
        return f"{change.reference} is {'no longer' if change.was_known else 'now'} in the bibliography"
    if in_cell(old) != in_cell(new):
        return f"{new.stance}: {in_cell(old)} {ARROW} {in_cell(new)}"
    if old.basis != new.basis:
        return f"{change.reference}: {old.basis} {ARROW} {new.basis}"
    return f"{change.reference}: what the source itself says is other than it was"


def difference_line(difference: Difference) -> str:
    """A difference in a line; a value may be long."""
    old, new = (cut(" ".join(each.split()), LONGEST_VALUE) or EMPTY_VALUE for each in (difference.old, difference.new))
    return f"{difference.part}: {old} {ARROW} {new}"


def identity_first(change: ReferenceChange) -> bool:
    """What references are sorted by: first those of which an identifier is another one."""
    return not (change.lost or change.gained)


def reference_item(change: ReferenceChange) -> Item:
    """A reference that has changed."""
    reference = change.reference
    name = f"{reference.key} ({short_citation(reference)})"
    return Item(name, reference.title, tuple(reference_lines(change)))


def reference_lines(change: ReferenceChange) -> Iterator[str]:
    """How a reference has changed, and how many claims that concerns."""
    carried = change.carried if change.change == "removed" else change.carries
    if carried:
        yield f"{'sourced' if change.change == 'removed' else 'sources'} {count(carried, 'claim')}"
    if change.lost or change.gained:
        sides = [", ".join(each) or EMPTY_VALUE for each in (change.lost, change.gained)]
        yield f"identified by {sides[0]} {ARROW} {sides[1]}"
    yield from map(difference_line, change.differences)


def cause_item(change: CauseChange) -> Item:
    """A cause whose claims are other ones in number, or rest on more or less."""
    was, now = (coverage_words(each) for each in (change.old, change.new))
    if was == now:
        was, now = (f"{count(each.references, 'reference')}" if each else "" for each in (change.old, change.new))
    return Item(change.name, "", (f"{was} {ARROW} {now}",))


def coverage_words(row: Coverage | None) -> str:
    """How many claims a cause has, and how many of them are sourced; or that there is no such cause."""
    return row.words if row else "none"


def findings_group(title: str, findings: Iterable[Finding], *severities: Severity) -> Group:
    """The findings of some severities."""
    items = [finding_item(each) for each in findings if each.severity in severities]
    return Group(title, "Finding", items, len(items))


def finding_item(finding: Finding) -> Item:
    """A finding."""
    return Item(f"{finding.place}: {finding.code} {finding.rule}", finding.message)


def summary_of_changes(changes: Changes) -> str:
    """All changes counted, in one line; that there is none, with the denominator."""
    if not changes:
        return f"nothing has changed; {changes.overall[1].words}" if has_claims(changes) else "nothing has changed"
    parts = [*support_counts(changes)]
    for kind, found in (("claim", changes.claims), ("reference", changes.references)):
        fates = Counter(each.change for each in found)
        counts = [f"{fates[change]:,} {change}" for change in OUTCOMES if fates[change]]
        parts += [f"{kind}s: {', '.join(counts)}"] * bool(counts)
    new = Counter(each.severity for each in changes.found)
    parts += [f"new: {listing([counted(new[each], each) for each in SEVERITIES if new[each]])}"] * bool(new)
    parts += [f"gone: {count(len(changes.gone), 'finding')}"] * bool(changes.gone)
    parts += [f"sourced: {sourced(changes.overall[0])} {ARROW} {sourced(changes.overall[1])}"] * has_claims(changes)
    return "; ".join(parts)


def has_claims(changes: Changes) -> bool:
    """Whether there are any claims; a bibliography may be compared alone."""
    return any(row.claims for row in changes.overall)


def support_counts(changes: Changes) -> Iterator[str]:
    """How many claims have lost and gained support."""
    counts = [f"{len(found):,} {turn}" for turn in TURNS if (found := changes.turned(turn))]
    if counts:
        yield f"support: {', '.join(counts)}"


def sourced(row: Coverage) -> str:
    """How many of all claims have a source."""
    return f"{row.sourced:,} of {count(row.claims, 'claim')}"
