"""The node of a network that somebody means: by its id, key, name or label, in any case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.network import cause_names, check_network, key_of, nodes
from graph.wording import count, did_you_mean, listing

if TYPE_CHECKING:
    import networkx as nx

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


def find(network: nx.MultiDiGraph[str], name: str, kinds: Sequence[str] = NODE_KINDS) -> str:
    """The node of one of `kinds` that has this id, key or name; a cause is also found by the last part of its name.

    Case and the width of spaces do not matter where nothing is called just so. Raises NotFoundError, a LookupError,
    where nothing of these kinds is called so, with a proposal, and where more than one node is.
    """
    check_network(network)
    if name in network and network.nodes[name].get("kind") in kinds:
        return name
    for called in callings(network, name, kinds):
        if len(called) > 1:
            raise NotFoundError(several_called(network, name, called))
        if called:
            return called[0]
    raise NotFoundError(nothing_called(network, name, kinds))


def callings(network: nx.MultiDiGraph[str], name: str, kinds: Sequence[str]) -> Iterator[list[str]]:
    """The nodes that are called so, the surest way first: by key or full name, by label, and both in any case."""
    keyed = full_names(network, kinds)
    labels = {node: str(network.nodes[node].get("label", full)) for node, full in keyed.items()}
    as_it_is: Callable[[str], str] = str
    for form in (as_it_is, in_any_case):
        wanted = form(name)
        yield [node for node, full in keyed.items() if wanted in {form(full), form(node)}]
        yield [node for node, label in labels.items() if form(label) == wanted]


def full_names(network: nx.MultiDiGraph[str], kinds: Sequence[str]) -> dict[str, str]:
    """The key or full name of every node of these kinds."""
    causes = cause_names(network) if "cause" in kinds else {}
    return causes | {node: key_of(node) for kind in kinds if kind != "cause" for node in nodes(network, kind)}


def in_any_case(name: str) -> str:
    """A name without regard to case and to how wide its spaces are."""
    return " ".join(name.casefold().split())


def several_called(network: nx.MultiDiGraph[str], name: str, called: Sequence[str]) -> str:
    """What is said where more than one node is called so: how each is written in full."""
    keyed = full_names(network, NODE_KINDS)
    kinds = {network.nodes[node]["kind"] for node in called}
    same = len(kinds) > 1 or len({keyed[node] for node in called}) < len(called)
    written = [repr(node if same else keyed[node]) for node in called[:MOST_NAMED]]
    more = [f"{len(called) - MOST_NAMED:,} more"] if len(called) > MOST_NAMED else []
    what = count(len(called), *kinds) if len(kinds) == 1 else listing([f"a {kind}" for kind in sorted(kinds)])
    return f"{name!r} is the name of {what}: {listing([*written, *more])}; write which one"


def nothing_called(network: nx.MultiDiGraph[str], name: str, kinds: Sequence[str]) -> str:
    """What is said where no node of these kinds is called so: what else is, or a name that is alike."""
    fault = f"no {' or '.join(kinds)} is called {name!r}"
    others = [kind for kind in NODE_KINDS if kind not in kinds]
    if other := next((kind for kind in others if any(callings(network, name, [kind]))), ""):
        return f"{fault}; it is the name of a {other}"
    keyed = full_names(network, kinds)
    labels = (str(network.nodes[node].get("label", "")) for node in keyed)
    known = sorted({*keyed, *keyed.values(), *labels} - {""})
    return f"{fault}{did_you_mean(name, known) or '; ' + LISTED[kinds[0]]}"
