"""Which references might carry the claims of a draft that have no source: to choose from, and never counted."""

from __future__ import annotations

from collections.abc import Collection

from graph.model import Evidence
from graph.network import build_network
from graph.network.questions import candidates_of, retrieval_of, unsourced


def candidate_cells(evidence: Evidence, keys: Collection[str]) -> dict[str, dict[str, str]]:
    """The cells of the claims with these keys that have candidates; one that is moved to `supports` is accepted."""
    if not evidence.references or not keys:
        return {}
    network = build_network(evidence)
    retrieval = retrieval_of(network)
    cells, wanted = {}, {*keys}
    for claim in unsourced(network):
        key = claim.partition(":")[2]
        found = candidates_of(network, retrieval, claim) if key in wanted else ()
        if found:
            cells[key] = {"candidates": "; ".join(each.reference.partition(":")[2] for each in found)}
    return cells
