"""Rules about who has reviewed claims, and what they saw."""

from __future__ import annotations

from collections.abc import Iterator

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence
from graph.rules.naming import called
from graph.support.reviews import REVIEW_MARK, is_stale


@rule("CLM023", "info", "claims")
def unreviewed_claim(evidence: Evidence) -> Iterator[Noticed]:
    """Nobody has reviewed a claim, in a table where others are reviewed.

    Why:
        Who keeps `reviewed_by` wants to know what is left. A table in which nobody has reviewed anything is left alone.

    False alarms:
        A claim that needs no review; suppress with that as the reason.

    Bad:
        claim_id,cause,claim,reviewed_by
        c1,Coffee,Coffee after noon shortens sleep.,Eva
        c2,Coffee,Coffee delays falling asleep.,

    Good:
        claim_id,cause,claim,reviewed_by
        c1,Coffee,Coffee after noon shortens sleep.,Eva
        c2,Coffee,Coffee delays falling asleep.,Eva
    """
    if any(claim.reviewed_by for claim in evidence.claims.values()):
        for claim in evidence.claims.values():
            if not claim.reviewed_by:
                cure = f"'evidence-graph review {claim.key} --by NAME' notes who has"
                yield Noticed(claim, f"{called(claim)} was reviewed by nobody; {cure}", "reviewed_by")


@rule("CLM024", "warning", "claims")
def stale_review(evidence: Evidence) -> Iterator[Noticed]:
    """A claim has changed since it was reviewed.

    Why:
        A reviewer answers for what was there. `reviewed_as` is a mark of the claim's text, figures and citations, which
        `evidence-graph review` writes; it no longer fits. Its other columns may change.

    False alarms:
        A typing error that was mended; review the claim again.

    Bad:
        claim_id,cause,claim,reviewed_by,reviewed_on,reviewed_as
        c1,Coffee,Coffee after noon shortens sleep.,Eva,2026-01-31,abad1dea

    Good:
        claim_id,cause,claim,reviewed_by,reviewed_on,reviewed_as
        c1,Coffee,Coffee after noon shortens sleep.,Eva,2026-01-31,abf214e2f
        c2,Coffee,Coffee delays falling asleep.,Eva,2026-01-31,
    """
    for claim in evidence.claims.values():
        if is_stale(claim):
            by = " ".join(
                f"{word} {each}" for word, each in (("by", claim.reviewed_by), ("on", claim.reviewed_on)) if each
            )
            fault = f"has changed since it was reviewed {by}".rstrip()
            if not REVIEW_MARK.fullmatch(claim.reviewed_as):
                fault = f"has {claim.reviewed_as!r} in 'reviewed_as', which no review has written"
            cure = f"'evidence-graph review {claim.key} --by NAME'"
            yield Noticed(claim, f"{called(claim)} {fault}; review it again: {cure}", "reviewed_as")
