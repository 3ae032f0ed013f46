"""Two versions of the evidence -> what has changed; each part of it has a module of its own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from graph.auditing.settings import Settings
from graph.changes.claims import claim_changes
from graph.changes.findings import found_and_gone
from graph.changes.pairing import pair_claims, pair_references
from graph.changes.references import reference_changes
from graph.changes.values import CauseChange, Changes
from graph.model import Evidence
from graph.references.identifiers import identifiers
from graph.support import Support

NOBODYS = "\x1f"
"""What no key has and no fingerprint leaves out: a key that is another one's now must not lend it its findings."""


def changes_between(old: Evidence, new: Evidence, settings: Settings) -> Changes:
    """What has changed; see `graph.changes.compare`."""
    references, claims = pair_references(old, new), pair_claims(old, new)
    names = {
        **names_now("reference", old.references, new.references, references),
        **names_now("claim", old.claims, new.claims, claims),
    }
    before, after = Support(old, identifiers), Support(new, identifiers)
    found, gone = found_and_gone(old, new, settings, names)
    return Changes(
        claims=tuple(claim_changes(before, after, claims, references)),
        references=tuple(reference_changes(before, after, references)),
        causes=tuple(cause_changes(before, after)),
        overall=(before.coverage_of(""), after.coverage_of("")),
        found=tuple(found),
        gone=tuple(gone),
    )


def names_now(kind: str, old: Iterable[str], new: Container[str], pairs: Mapping[str, str]) -> dict[str, str]:
    """The ids that things have now which were called otherwise; what is gone, or was never there, has none of these."""
    given = {now: f"{now}{NOBODYS}" for key, now in pairs.items() if key != now}
    found = given | {key: pairs.get(key, f"{key}{NOBODYS}" if key in new else key) for key in old}
    return {f"{kind}:{key}": f"{kind}:{now}" for key, now in found.items() if key != now}


def cause_changes(old: Support, new: Support) -> list[CauseChange]:
    """The causes whose claims are other ones in number, or rest on more or less."""
    names = dict.fromkeys(sorted((*old.evidence.causes, *new.evidence.causes)))
    rows = [{row.cause: row for row in each.coverage()} for each in (old, new)]
    changes = (CauseChange(name, rows[0].get(name), rows[1].get(name)) for name in names)
    return [each for each in changes if each.old != each.new]
