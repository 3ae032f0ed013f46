"""What has changed between two versions of the evidence.

    changes = compare(old, new)
    changes.turned("lost")  # the claims that had a source and have none
    changes.worse  # whether there are any, or new errors

Claims and references are the same by their keys, else by their words and identifiers (`pairing`); in which order they
stand, and where, is no change.
"""

from __future__ import annotations

from graph.auditing.engine import EVERYTHING_USUAL
from graph.auditing.settings import Settings
from graph.changes.claims import claim_changes
from graph.changes.findings import found_and_gone
from graph.changes.pairing import pair_claims, pair_references
from graph.changes.references import reference_changes
from graph.changes.values import CauseChange, Changes
from graph.model import Evidence
from graph.references.identifiers import identifiers
from graph.support import Support


def compare(old: Evidence, new: Evidence, settings: Settings = EVERYTHING_USUAL) -> Changes:
    r"""What has changed from one version of the evidence to the other: claims, references, support and findings.

    The findings are those of the rules that the settings ask for.

    >>> from graph import compare, parse
    >>> header = "claim_id,cause,claim,supports\n"
    >>> old = parse("@article{a}", header + "c1,Coffee,Coffee shortens sleep.,a\n")
    >>> new = parse("@article{a}", header + "c1,Coffee,Coffee shortens sleep.,\n")
    >>> [(each.claim.key, each.before, each.after) for each in compare(old, new).turned("lost")]
    [('c1', 'supported', 'unsourced')]
    >>> bool(compare(new, new))
    False
    """
    references, claims = pair_references(old, new), pair_claims(old, new)
    names = {
        f"{kind}:{was}": f"{kind}:{key}"
        for kind, pairs in (("reference", references), ("claim", claims))
        for was, key in pairs.items()
        if was != key
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


def cause_changes(old: Support, new: Support) -> list[CauseChange]:
    """The causes whose claims are other ones in number, or rest on more or less."""
    names = dict.fromkeys(sorted((*old.evidence.causes, *new.evidence.causes)))
    rows = [{row.cause: row for row in each.coverage()} for each in (old, new)]
    changes = (CauseChange(name, rows[0].get(name), rows[1].get(name)) for name in names)
    return [each for each in changes if each.old != each.new]
