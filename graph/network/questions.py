"""Questions with names, asked of a network; answers are node ids and plain rows.

A claim is *sourced* when at least one reference supports, disputes or qualifies it; a mention does not source it.
Node ids are as in `graph.build_network`: "claim:preg-02", "cause:Pregnancy", "reference:gupta2015".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import SOURCING
from graph.network import ABOUT, INVOLVES, PART_OF
from graph.wording import did_you_mean

if TYPE_CHECKING:
    import networkx as nx

CARRYING = {*SOURCING, ABOUT, INVOLVES, PART_OF}
"""The relations along which evidence is carried: all but a mention."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what is said about a cause is sourced; narrower causes count for wider ones.

    `claims` are about the cause, `involving` only tie it to another one; `references` are those that the sourced
    claims of both sorts rest on.
    """

    cause: str
    claims: int
    sourced: int
    unsourced: int
    disputed: int
    involving: int
    references: int


@dataclass(frozen=True, slots=True)
class Fall:
    """What loses its last source if a reference goes: claims, and causes without any other sourced claim."""

    claims: list[str]
    causes: list[str]


def unsourced(network: nx.MultiDiGraph[str]) -> list[str]:
    """The claims that no reference supports, disputes or qualifies, in the order of the table."""
    return [node for node in nodes(network, "claim") if not sources(network, node)]


def disputed(network: nx.MultiDiGraph[str]) -> list[str]:
    """The claims that at least one reference disputes, in the order of the table."""
    return [node for node in nodes(network, "claim") if "disputes" in relations(network, node)]


def about(network: nx.MultiDiGraph[str], cause: str) -> list[str]:
    """The claims about a cause or one of its narrower causes, in the order of the table."""
    found = {claim for each in (cause, *narrower(network, cause)) for claim in before(network, each, {ABOUT})}
    return [node for node in nodes(network, "claim") if node in found]


def rests_on(network: nx.MultiDiGraph[str], node: str) -> list[str]:
    """The references that a claim or cause rests on, in the order of the bibliography; mentions do not count.

    A cause rests on what the claims about it, about narrower causes, and involving any of these rest on.
    """
    found = reached(network, node, forward=False)
    return [each for each in nodes(network, "reference") if each in found]


def falls_with(network: nx.MultiDiGraph[str], reference: str) -> Fall:
    """The claims and causes that lose their last source if a reference goes."""
    found = reached(network, reference, forward=True)
    return Fall(
        claims=[node for node in nodes(network, "claim") if node in found and sources(network, node) == {reference}],
        causes=[node for node in nodes(network, "cause") if node in found and rests_on(network, node) == [reference]],
    )


def coverage(network: nx.MultiDiGraph[str]) -> list[Coverage]:
    """A row per cause, in the order of the table; `pandas.DataFrame(coverage(network))` makes a data frame of it."""
    bare, contested = set(unsourced(network)), set(disputed(network))
    return [cover(network, cause, bare, contested) for cause in nodes(network, "cause")]


def cover(network: nx.MultiDiGraph[str], cause: str, bare: set[str], contested: set[str]) -> Coverage:
    """The row of one cause, given the claims that are unsourced and those that are disputed."""
    family = {cause, *narrower(network, cause)}
    claims = {claim for each in family for claim in before(network, each, {ABOUT})}
    involving = {claim for each in family for claim in before(network, each, {INVOLVES})} - claims
    references = {source for claim in claims | involving for source in sources(network, claim)}
    return Coverage(
        cause=network.nodes[cause]["name"],
        claims=len(claims),
        sourced=len(claims - bare),
        unsourced=len(claims & bare),
        disputed=len(claims & contested),
        involving=len(involving),
        references=len(references),
    )


def find(network: nx.MultiDiGraph[str], name: str, kinds: Sequence[str] = ("cause", "claim", "reference")) -> str:
    """The node of one of `kinds` that has this id, key or name; a cause is also found by the last part of its name.

    Raises LookupError, with a proposal where another name is alike.
    """
    known = {each: node for kind in kinds for node in nodes(network, kind) for each in names(network, node)}
    folded = {each.casefold(): node for each, node in reversed(known.items())}
    if found := known.get(name) or folded.get(name.casefold()):
        return found
    hint = did_you_mean(name, sorted(known)) or "; 'evidence-graph ask coverage' lists the causes"
    raise LookupError(f"no {' or '.join(kinds)} is called {name!r}{hint}")


def names(network: nx.MultiDiGraph[str], node: str) -> Iterator[str]:
    """What a node may be called."""
    yield node
    yield node.partition(":")[2]
    yield network.nodes[node]["label"]


def nodes(network: nx.MultiDiGraph[str], kind: str) -> list[str]:
    """The nodes of one kind, in the order in which they were read."""
    return [node for node, attributes in network.nodes(data=True) if attributes["kind"] == kind]


def sources(network: nx.MultiDiGraph[str], claim: str) -> set[str]:
    """The references that source a claim."""
    return before(network, claim, SOURCING)


def relations(network: nx.MultiDiGraph[str], node: str) -> set[str]:
    """The relations of the edges that lead to a node."""
    return {str(relation) for _, _, relation in network.in_edges(node, keys=True)}


def before(network: nx.MultiDiGraph[str], node: str, allowed: Iterable[str]) -> set[str]:
    """The nodes with an edge of one of the relations `allowed` to `node`."""
    return {source for source, _, relation in network.in_edges(node, keys=True) if str(relation) in allowed}


def narrower(network: nx.MultiDiGraph[str], cause: str) -> set[str]:
    """The causes that are part of a cause, however far down."""
    found: set[str] = set()
    open_causes = [cause]
    while open_causes:
        parts = before(network, open_causes.pop(), {PART_OF}) - found
        found |= parts
        open_causes.extend(parts)
    return found


def reached(network: nx.MultiDiGraph[str], node: str, *, forward: bool) -> set[str]:
    """Whatever evidence flows to from `node`, or with `forward` false, whatever flows to it."""
    import networkx as nx

    carrying = nx.subgraph_view(network, filter_edge=lambda _source, _target, relation: str(relation) in CARRYING)
    return set(nx.descendants(carrying, node) if forward else nx.ancestors(carrying, node))
