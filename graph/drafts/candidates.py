"""Which references might carry the claims of a draft that have no source: to choose from, and never counted."""

from __future__ import annotations

from collections.abc import Collection

from graph.model import Evidence
from graph.support import Support
from graph.texts.candidates import candidates_in, retrieval_in


def candidate_cells(evidence: Evidence, keys: Collection[str]) -> dict[str, dict[str, str]]:
    """The cells of the claims with these keys that have candidates; one that is moved to `supports` is accepted."""
    if not evidence.references or not keys:
        return {}
    retrieval, states = retrieval_in(evidence), Support(evidence).states
    cells = {}
    for key in (key for key in evidence.claims if key in {*keys} and states[key] in {"unsourced", "mentioned"}):
        if found := candidates_in(evidence, retrieval, evidence.claims[key]):
            cells[key] = {"candidates": "; ".join(each.reference for each in found)}
    return cells
