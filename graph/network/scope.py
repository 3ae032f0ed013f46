"""What of a network a question is asked about: what rests on what in it, all of its claims or those of a cause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.network import cause_names, linked_identities, links_of
from graph.network.finding import find
from graph.support import State, Support

if TYPE_CHECKING:
    import networkx as nx

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "cause": ("cause",),
    "other": ("cause",),
    "claim": ("claim",),
    "reference": ("reference",),
    "node": ("cause", "claim"),
}
"""What a parameter of a question may be: kinds of nodes."""


def support_of(network: nx.MultiDiGraph[str], around: str = "") -> Support:
    """What rests on what in a network, or around a node of it; causes are called by their names, all else by node ids.

    Who asks about each of many nodes makes this once, and asks it.
    """
    return Support(links_of(network, around), linked_identities)


def in_state(network: nx.MultiDiGraph[str], cause: str | None, *states: State) -> list[str]:
    """The claims in one of these states, all or those about a cause, in the order of the table."""
    node = "" if cause is None else find(network, cause, SUBJECTS["cause"])
    support = support_of(network, node)
    claims = support.about(name_of(network, node)) if node else support.claims
    return [claim for claim in claims if support.state(claim) in states]


def name_of(network: nx.MultiDiGraph[str], cause: str) -> str:
    """The full name of a cause's node."""
    return cause_names(network)[cause]


def cause_nodes(network: nx.MultiDiGraph[str]) -> dict[str, str]:
    """The node of each cause by its full name."""
    return {name: node for node, name in cause_names(network).items()}


def in_scope(network: nx.MultiDiGraph[str], cause: str | None) -> tuple[Support, list[str]]:
    """What rests on what, and the claims that are asked about: all, or those about a cause and those involving it."""
    if cause is None:
        support = support_of(network)
        return support, support.claims
    node = find(network, cause, SUBJECTS["cause"])
    support, name = support_of(network, node), name_of(network, node)
    return support, [*support.about(name), *support.involving(name)]
