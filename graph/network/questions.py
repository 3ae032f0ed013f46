"""Questions with names, asked of a network; answers are node ids and plain rows.

A claim is *sourced* when a reference supports or qualifies it; `graph.support` decides, of the network as it is now.
Node ids are as in `graph.build_network`: "claim:preg-02", "cause:Pregnancy", "reference:gupta2015". Each question
stands in `QUESTIONS`, from which the command `evidence-graph ask` and docs/questions.md are made.

>>> import graph
>>> network = graph.build_network(graph.read("data/references.bib", "data/claims.csv"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.network import ABOUT, INVOLVES, linked_identities, links_of, nodes
from graph.support import Coverage, Fall, State, Support
from graph.texts.retrieval import Candidate, Retrieval
from graph.wording import did_you_mean

if TYPE_CHECKING:
    import networkx as nx


def unsourced(network: nx.MultiDiGraph[str]) -> list[str]:
    """Which claims does no reference support, qualify or dispute?

    In the order of the table; a mere mention is no source.

    >>> unsourced(network)[:2]
    ['claim:title-01', 'claim:intro-03']
    """
    return in_state(network, "unsourced", "mentioned")


def refuted(network: nx.MultiDiGraph[str]) -> list[str]:
    """Which claims are disputed, and neither supported nor qualified?

    In the order of the table.

    >>> refuted(network)
    []
    """
    return in_state(network, "refuted")


def contested(network: nx.MultiDiGraph[str]) -> list[str]:
    """Which claims does one reference support or qualify and another dispute?

    In the order of the table.

    >>> contested(network)
    []
    """
    return in_state(network, "contested")


def about(network: nx.MultiDiGraph[str], cause: str) -> list[str]:
    """Which claims are about a cause or one of its narrower causes?

    In the order of the table; those that only involve it are not among them.

    >>> about(network, "cause:Primary RLS")
    ['claim:intro-02', 'claim:intro-03']
    """
    return support_of(network, cause).about(name_of(network, cause))


def rests_on(network: nx.MultiDiGraph[str], node: str) -> list[str]:
    """Which references does a cause or a claim rest on?

    In the order of the bibliography; those that dispute or only mention a claim do not carry it. A cause rests on what
    the claims about it, about narrower causes, and involving any of these rest on.

    >>> rests_on(network, "cause:Pregnancy")
    ['reference:gupta2015']
    """
    support = support_of(network, node)
    if node in support.evidence.claims:
        return support.sources(node)
    return list(support.rests_on(name_of(network, node)))


def falls_with(network: nx.MultiDiGraph[str], reference: str) -> Fall:
    """Which claims and causes lose their last source if a reference goes?

    And which claims that it alone disputes would no longer be refuted (`lifted`).

    >>> falls_with(network, "reference:ning2018").causes
    ()
    >>> falls_with(network, "reference:sundaresan2019").causes
    ('cause:Varicose veins',)
    """
    fall = support_of(network, reference).falls_with(reference)
    return replace(fall, causes=tuple(node for name in fall.causes if (node := f"cause:{name}") in network))


def coverage(network: nx.MultiDiGraph[str]) -> list[Coverage]:
    """How much of what is said about each cause is sourced?

    A row per cause, in the order of the table; narrower causes count for wider ones. `pandas.DataFrame` makes a data
    frame of the rows.

    >>> coverage(network)[0].words
    '3 claims, 1 sourced'
    """
    return [row for row in support_of(network).coverage() if f"cause:{row.cause}" in network]


def candidates(network: nx.MultiDiGraph[str], claim: str) -> list[Candidate]:
    """Which references might carry a claim, going by the words that both have?

    At most three, the best first, each with the words that it shares with the claim and the names of its causes. Those
    that the claim cites are left out, as somebody has decided how they stand to it. A candidate is never evidence: no
    rule, state, count or coverage knows of it, and its score does not tell whether any reference is the right one.

    >>> [(each.reference, each.words) for each in candidates(network, "claim:kidney-03")][:1]
    [('reference:lin2019', ('kidneys', 'End-stage kidney disease'))]
    """
    return candidates_of(network, retrieval_of(network), claim)


QUESTIONS: Mapping[str, Callable[..., Any]] = {
    "unsourced": unsourced,
    "refuted": refuted,
    "contested": contested,
    "about": about,
    "rests-on": rests_on,
    "falls-with": falls_with,
    "coverage": coverage,
    "candidates": candidates,
}
"""Every question by its name; what it asks about beside the network is its second parameter (see `SUBJECTS`)."""

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "cause": ("cause",),
    "claim": ("claim",),
    "reference": ("reference",),
    "node": ("cause", "claim"),
}
"""What a parameter of a question may be: kinds of nodes."""


def retrieval_of(network: nx.MultiDiGraph[str]) -> Retrieval:
    """The references of a network by their words; who asks about each of many claims makes this once."""
    references = {node: network.nodes[node] for node in nodes(network, "reference")}
    return Retrieval(references, (network.nodes[node]["text"] for node in nodes(network, "claim")))


def candidates_of(network: nx.MultiDiGraph[str], retrieval: Retrieval, claim: str) -> list[Candidate]:
    """The candidates of a claim."""
    causes = (cause for _, cause, key in network.out_edges(claim, keys=True) if str(key) in {ABOUT, INVOLVES})
    context = "; ".join(network.nodes[cause]["label"] for cause in causes)
    return list(retrieval.candidates(network.nodes[claim]["text"], context, network.predecessors(claim)))


def find(network: nx.MultiDiGraph[str], name: str, kinds: Sequence[str] = ("cause", "claim", "reference")) -> str:
    """The node of one of `kinds` that has this id, key or name; a cause is also found by the last part of its name.

    Raises LookupError, with a proposal where another name is alike.
    """
    known = {each: node for kind in kinds for node in nodes(network, kind) for each in names(network, node)}
    folded = {each.casefold(): node for each, node in reversed(known.items())}
    if found := known.get(name) or folded.get(name.casefold()):
        return found
    lists = "; 'evidence-graph ask coverage' lists the causes" if "cause" in kinds else ""
    hint = did_you_mean(name, sorted(known)) or lists
    raise LookupError(f"no {' or '.join(kinds)} is called {name!r}{hint}")


def names(network: nx.MultiDiGraph[str], node: str) -> Iterator[str]:
    """What a node may be called."""
    yield node
    yield node.partition(":")[2]
    yield network.nodes[node]["label"]


def support_of(network: nx.MultiDiGraph[str], around: str = "") -> Support:
    """What rests on what in a network, or around a node of it; causes are called by their names, all else by node ids.

    Who asks about each of many nodes makes this once, and asks it.
    """
    return Support(links_of(network, around), linked_identities)


def in_state(network: nx.MultiDiGraph[str], *states: State) -> list[str]:
    """The claims in one of these states, in the order of the table."""
    return [claim for claim, state in support_of(network).states.items() if state in states]


def name_of(network: nx.MultiDiGraph[str], cause: str) -> str:
    """The full name of a cause; KeyError where there is no such node."""
    return str(network.nodes[cause]["name"])
