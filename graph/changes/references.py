"""How references have changed: field by field, and whether they are the same works still."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.changes.pairing import counting_order, may_be_same
from graph.changes.values import Difference, ReferenceChange
from graph.model import Evidence, Reference
from graph.references.identifiers import identifiers
from graph.support import Support


def reference_changes(old: Support, new: Support, pairs: Mapping[str, str]) -> list[ReferenceChange]:
    """The references that have changed, by key; `pairs` says which is which."""
    was, now = old.evidence, new.evidence
    back = {*pairs.values()}
    changes = [reference_change(old, new, key, pairs.get(key)) for key in was.references]
    changes += [reference_change(old, new, None, key) for key in now.references if key not in back]
    found = (each for each in changes if each.change != "changed" or each.differences)
    return sorted(found, key=lambda each: counting_order(each.reference.key))


def reference_change(old: Support, new: Support, was: str | None, key: str | None) -> ReferenceChange:
    """A reference as it was and as it is."""
    before = None if was is None else old.evidence.references[was]
    after = None if key is None else new.evidence.references[key]
    marks = [set(identifiers(each)) if each else set() for each in (before, after)]
    same = before is not None and after is not None
    return ReferenceChange(
        old=before,
        new=after,
        differences=(*field_differences(before, after, old.evidence, new.evidence),) if before and after else (),
        lost=tuple(sorted(marks[0] - marks[1])) if same else (),
        gained=tuple(sorted(marks[1] - marks[0])) if same else (),
        carried=len(old.carries(was)) if was is not None else 0,
        carries=len(new.carries(key)) if key is not None else 0,
        other_work=before is not None and after is not None and not may_be_same(before, after),
    )


def field_differences(old: Reference, new: Reference, was: Evidence, now: Evidence) -> Iterator[Difference]:
    """What differs between two references, field by field; where one stands in an article's list takes no part."""
    placed = any(each.place.file in side.named("article") for each, side in ((old, was), (new, now)))
    cells = [{"key": each.key, "type": each.type, **each.fields} for each in (old, new)]
    for part in dict.fromkeys((*cells[0], *cells[1])):
        before, after = (each.get(part, "") for each in cells)
        if before != after and not (placed and part == "listed"):
            yield Difference(part, before, after)
