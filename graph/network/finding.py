"""What somebody means in a network, or in evidence: by its id, key, name or label, in any case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.network import check_network, key_of
from graph.wording import count, did_you_mean, listing

if TYPE_CHECKING:
    import networkx as nx

    from graph.model import Evidence

NODE_KINDS = ("cause", "claim", "reference")

MOST_NAMED = 3
"""How many of the nodes of one name a message names."""


LISTED = {
    "cause": "'evidence-graph ask coverage' lists the causes",
    "claim": "the column claim_id has the names of claims",
    "reference": "'evidence-graph ask timeline' lists the references",
}
"""Where the names of each kind can be read."""


class NotFoundError(LookupError):
    """Nothing that a question can be asked about is called so, or more than one thing is; one line, with a proposal."""


class NodeName(NamedTuple):
    """What a cause, claim or reference is called: its key or full name, and its label."""

    kind: str
    full: str
    label: str


NodeNames = Mapping[str, NodeName]
"""What all nodes are called, by their ids."""


def find(network: nx.MultiDiGraph[str], name: str, kinds: Sequence[str] = NODE_KINDS) -> str:
    """The node of one of `kinds` that has this id, key or name; a cause is also found by the last part of its name.

    Case and the width of spaces do not matter where nothing is called just so. Raises NotFoundError, a LookupError,
    where nothing of these kinds is called so, with a proposal, and where more than one node is.
    """
    check_network(network)
    if name in network and network.nodes[name].get("kind") in kinds:
        return name
    return find_called(names_of_nodes(network), name, kinds)


def names_of_nodes(network: nx.MultiDiGraph[str]) -> NodeNames:
    """What the nodes of a network are called."""
    named = {}
    for node, data in network.nodes(data=True):
        if (kind := data.get("kind")) in NODE_KINDS:
            full = (kind == "cause" and data.get("name")) or key_of(node)
            named[node] = NodeName(kind, full, str(data.get("label", full)))
    return named


def names_of(evidence: Evidence) -> NodeNames:
    """What the nodes of the network of this evidence would be called."""
    named = {each.id: NodeName("cause", each.name, each.label) for each in evidence.causes.values()}
    named |= {each.id: NodeName("claim", each.key, each.key) for each in evidence.claims.values()}
    return named | {each.id: NodeName("reference", each.key, each.key) for each in evidence.references.values()}


def find_called(names: NodeNames, name: str, kinds: Sequence[str] = NODE_KINDS) -> str:
    """The id of what is called so, as `find` finds it."""
    if name in names and names[name].kind in kinds:
        return name
    for called in callings(names, name, kinds):
        if len(called) > 1:
            raise NotFoundError(several_called(names, name, called))
        if called:
            return called[0]
    raise NotFoundError(nothing_called(names, name, kinds))


def callings(names: NodeNames, name: str, kinds: Sequence[str]) -> Iterator[list[str]]:
    """The nodes that are called so, the surest way first: by key or full name, by label, and both in any case."""
    those = [(node, each) for kind in kinds for node, each in names.items() if each.kind == kind]
    as_it_is: Callable[[str], str] = str
    for form in (as_it_is, in_any_case):
        wanted = form(name)
        yield [node for node, each in those if wanted in {form(each.full), form(node)}]
        yield [node for node, each in those if form(each.label) == wanted]


def in_any_case(name: str) -> str:
    """A name without regard to case and to how wide its spaces are."""
    return " ".join(name.casefold().split())


def several_called(names: NodeNames, name: str, called: Sequence[str]) -> str:
    """What is said where more than one node is called so: how each is written in full."""
    kinds = {names[node].kind for node in called}
    same = len(kinds) > 1 or len({names[node].full for node in called}) < len(called)
    written = [repr(node if same else names[node].full) for node in called[:MOST_NAMED]]
    more = [f"{len(called) - MOST_NAMED:,} more"] if len(called) > MOST_NAMED else []
    what = count(len(called), *kinds) if len(kinds) == 1 else listing([f"a {kind}" for kind in sorted(kinds)])
    return f"{name!r} is the name of {what}: {listing([*written, *more])}; write which one"


def nothing_called(names: NodeNames, name: str, kinds: Sequence[str]) -> str:
    """What is said where no node of these kinds is called so: what else is, or a name that is alike."""
    fault = f"no {' or '.join(kinds)} is called {name!r}"
    others = [kind for kind in NODE_KINDS if kind not in kinds]
    if other := next((kind for kind in others if any(callings(names, name, [kind]))), ""):
        return f"{fault}; it is the name of a {other}"
    those = {node: each for node, each in names.items() if each.kind in kinds}
    known = sorted({text for node, each in those.items() for text in (node, each.full, each.label)} - {""})
    return f"{fault}{did_you_mean(name, known) or '; ' + LISTED[kinds[0]]}"
