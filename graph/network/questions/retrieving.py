"""What might carry a claim; a candidate is never evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.network import ABOUT, INVOLVES, nodes, relation_of
from graph.network.finding import find
from graph.network.scope import SUBJECTS
from graph.texts.retrieval import Candidate, Retrieval

if TYPE_CHECKING:
    import networkx as nx


def candidates(network: nx.MultiDiGraph[str], claim: str) -> list[Candidate]:
    """Which references might carry a claim, going by the words that both have?

    At most three, the best first, each with the words that it shares with the claim and the names of its causes. Those
    that the claim cites are left out, as somebody has decided how they stand to it. A candidate is never evidence: no
    rule, state, count or coverage knows of it, and its score does not tell whether any reference is the right one.

    >>> [(each.reference, each.words) for each in candidates(network, "kidney-03")][:1]
    [('reference:lin2019', ('kidneys', 'End-stage kidney disease'))]
    """
    return candidates_of(network, retrieval_of(network), find(network, claim, SUBJECTS["claim"]))


def retrieval_of(network: nx.MultiDiGraph[str]) -> Retrieval:
    """The references of a network by their words; who asks about each of many claims makes this once."""
    references = {node: network.nodes[node] for node in nodes(network, "reference")}
    return Retrieval(references, (network.nodes[node].get("text", "") for node in nodes(network, "claim")))


def candidates_of(network: nx.MultiDiGraph[str], retrieval: Retrieval, claim: str) -> list[Candidate]:
    """The candidates of a claim."""
    edges = network.out_edges(claim, keys=True, data=True)
    causes = (cause for _, cause, *edge in edges if relation_of(*edge) in {ABOUT, INVOLVES})
    context = "; ".join(network.nodes[cause].get("label", "") for cause in causes)
    return list(retrieval.candidates(network.nodes[claim].get("text", ""), context, network.predecessors(claim)))
