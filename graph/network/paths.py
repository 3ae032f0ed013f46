"""The ways from claims to a cause, and from one cause to another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal

from graph.model import Claim, lineage
from graph.network import ABOUT, INVOLVES, relation_of
from graph.network.rows import Tie
from graph.support import SOURCING, Support

if TYPE_CHECKING:
    import networkx as nx

MOST_CHAINS = 5
"""How many of the shortest chains are told; there can be thousands of one length."""

ALONG = frozenset({ABOUT, INVOLVES, *SOURCING})
"""The relations that evidence flows along from references to the causes that claims name."""

Relation = Literal["about", "involves"]


def way_to(claim: Claim, cause: str) -> tuple[Relation, list[str]]:
    """How a claim names a cause or a narrower one, and the full names from that to the cause."""
    named: Sequence[tuple[Relation, str]] = [("about", claim.cause), *(("involves", each) for each in claim.involves)]
    relation, line = next((how, list(lineage(name))) for how, name in named if cause in lineage(name))
    return relation, line[: line.index(cause) + 1]


class Ties:
    """What two causes, given by their full names, have in common; `nodes` has the node of each full name."""

    def __init__(self, support: Support, nodes: Mapping[str, str], one: str, other: str) -> None:
        self.support, self.nodes = support, nodes
        self.one, self.other = one, other
        self.claims = {name: [*support.about(name), *support.involving(name)] for name in (one, other)}

    def path(self, *claims: str, through: Iterable[str] = ()) -> tuple[str, ...]:
        """The nodes from one cause to the other by way of a claim, or of two claims and what is between them."""
        first = self.way(claims[0], self.one)[::-1]
        return (*first, claims[0], *through, *claims[1:], *self.way(claims[-1], self.other))

    def way(self, claim: str, cause: str) -> list[str]:
        """The nodes from what a claim names to a cause."""
        return self.there(way_to(self.support.evidence.claims[claim], cause)[1])

    def there(self, names: Iterable[str]) -> list[str]:
        """The nodes of causes, as far as the network has them."""
        return [self.nodes[name] for name in names if name in self.nodes]

    def wider(self) -> Iterator[Tie]:
        """The nearest cause that is both or wider than both."""
        up, down = list(lineage(self.one)), list(lineage(self.other))
        shared = next((name for name in up if name in down and name in self.nodes), "")
        if shared:
            path = [*up[: up.index(shared) + 1], *down[: down.index(shared)][::-1]]
            yield Tie("wider", self.nodes[shared], tuple(self.there(path)))

    def shared_claims(self) -> Iterator[Tie]:
        """The claims that name both, or what is narrower than they are."""
        others = set(self.claims[self.other])
        return (Tie("claim", claim, self.path(claim)) for claim in self.claims[self.one] if claim in others)

    def shared_references(self) -> Iterator[Tie]:
        """The references that both rest on, each by way of two claims, or of one claim where only that rests on it."""
        others = self.support.rests_on(self.other)
        for reference in self.support.rests_on(self.one):
            if reference in others:
                one, other = self.carried(reference)
                path = self.path(one) if one == other else self.path(one, other, through=[reference])
                yield Tie("reference", reference, path)

    def carried(self, reference: str) -> tuple[str, str]:
        """A claim of each cause that a reference sources; two claims, if there are two."""
        carried = set(self.support.carries(reference))
        ones, others = ([claim for claim in self.claims[name] if claim in carried] for name in (self.one, self.other))
        return next(((one, other) for one in ones for other in others if one != other), (ones[0], others[0]))


def chains(network: nx.MultiDiGraph[str], one: str, other: str, along: Iterable[Collection[str] | None]) -> list[Tie]:
    """The shortest chains between two nodes, along the first of these sets of relations that has any; None is all."""
    return next(filter(None, (shortest(network, one, other, keys) for keys in along)), [])


def shortest(network: nx.MultiDiGraph[str], one: str, other: str, keys: Collection[str] | None) -> list[Tie]:
    """The first of the shortest chains along edges of these relations, or of any."""
    import networkx as nx

    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from((one, other))
    edges = network.edges(keys=True, data=True)
    plain.add_edges_from(edge[:2] for edge in edges if keys is None or relation_of(*edge[2:]) in keys)
    if not nx.has_path(plain, one, other):
        return []
    return [Tie("chain", "", tuple(path)) for path in islice(nx.all_shortest_paths(plain, one, other), MOST_CHAINS)]
