"""What the map opens on: the overview of causes and the references that they rest on.

It works on the page's data (see `graph.page.data`) and gives nodes and edges. Where they stand is worked out in the
page (`overview.js`), as the reader chooses how they are sorted; so is what a cause, claim or reference is joined to
(`unfold.js`), when it is looked at.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from heapq import nlargest
from itertools import chain, pairwise
from typing import Any, TypeVar

from graph.page.contract import CauseData, CitationData, MapData, MapKinds, MapView, PageData
from graph.page.data import widest
from graph.page.picture import picture
from graph.page.tables import ColumnParts
from graph.support import SOURCING

MOST = {"cause": 120, "reference": 60}
"""How many of each kind the overview draws at most."""

Rests = dict[str, dict[str, int]]
Sourced = dict[tuple[str, ...], list[str]]
Together = tuple[list[str], list[str]]
Edge = tuple[str, str, int]
T = TypeVar("T")

FIRST: dict[str, Callable[[CauseData], int]] = {
    "listed": lambda cause: -cause["claims"] - cause["involving"],
    "unsourced": lambda cause: cause["sourced"] - cause["claims"],
    "thinnest": lambda cause: cause["references"] or sys.maxsize,
}
"""Which causes of one level are drawn where there are too many, by how they are sorted (see `order.js`)."""


def map_data(data: PageData) -> MapData:
    """Nodes, edges and options for vis-network, and the overview by how it is sorted.

    A view has the numbers of its `nodes` and `edges`, and `of`, how many nodes of each kind it would have if all were
    drawn; where all causes are drawn there is one view, "listed".
    """
    few = len(data["causes"]) <= MOST["cause"]
    sourced = sourced_together(data)
    drawn = {sort: overview(data, sourced, first) for sort, first in FIRST.items() if sort == "listed" or not few}
    names = distinct(name for names, _ in drawn.values() for name in names)
    edges = distinct(edge for _, edges in drawn.values() for edge in edges)
    of: MapKinds = {"cause": len(data["causes"]), "reference": len(data["references"])}
    views: dict[str, MapView] = {
        sort: {"nodes": numbers(found, names), "edges": numbers(ends, edges), "of": of}
        for sort, (found, ends) in drawn.items()
    }
    drawing = picture(drawn_nodes(data, sourced, names), map(edge_data, edges))
    return {"nodes": drawing["nodes"], "edges": drawing["edges"], "options": drawing["options"], "views": views}


def overview(data: PageData, sourced: Sourced, first: Callable[[CauseData], int]) -> tuple[list[str], list[Edge]]:
    """The ids of the causes and references that are drawn, and the edges from these to the causes that rest on them."""
    causes = [cause["id"] for cause in widest(data["causes"], MOST["cause"], first)]
    drawn = list(drawn_together(data, sourced, set(causes)))
    references = most_used(data["references"].column("id"), drawn)
    found = rests(drawn, set(references))
    edges = [(name, cause, claims) for name in references for cause, claims in found.get(name, {}).items()]
    return causes + references, edges


def distinct(things: Iterable[T]) -> list[T]:
    """Things in their order, each once."""
    return list(dict.fromkeys(things))


def numbers(things: Iterable[T], among: list[T]) -> list[int]:
    """The numbers of things among others."""
    at = {thing: number for number, thing in enumerate(among)}
    return [at[thing] for thing in things]


def drawn_nodes(data: PageData, sourced: Sourced, names: Collection[str]) -> Iterator[dict[str, Any]]:
    """The nodes with these ids; one of a reference says how many causes name claims that it sources."""
    drawn = drawn_together(data, sourced, {cause["id"] for cause in data["causes"]})
    found = rests(drawn, set(names))
    for name in names:
        group = name.partition(":")[0]
        yield {"id": name, "group": group, **({"causes": len(found.get(name, ()))} if group == "reference" else {})}


def edge_data(edge: Edge) -> dict[str, Any]:
    """An edge from a reference to a cause that rests on it."""
    reference, cause, claims = edge
    return {"from": reference, "to": cause, "relation": "rests_on", "claims": claims}


def most_used(references: list[str], drawn: Iterable[Together]) -> list[str]:
    """The ids of as many references as are drawn: those that source most claims, those that source none last."""
    uses = Counter(chain.from_iterable(sources for causes, sources in drawn for _ in causes))
    chosen = set(nlargest(MOST["reference"], references, key=lambda reference: uses.get(reference, 0)))
    return sorted(filter(chosen.__contains__, references), key=lambda reference: reference not in uses)


def sourced_together(data: PageData) -> Sourced:
    """The references that source claims, one for each claim that it sources, by the causes that those claims name."""
    found: Sourced = defaultdict(list)
    claims = data["claims"]
    named = zip(claims.column("cause"), claims.column("involves"), strict=True)
    for (cause, involves), sources in zip(named, sourcing(claims.column("citations")), strict=True):
        if sources:
            found[cause, *involves] += sources
    return found


def drawn_together(data: PageData, sourced: Sourced, drawn: set[str]) -> Iterator[Together]:
    """The drawn causes that claims name, or wider ones of those, with the references that source such claims."""
    shown = shown_as(data["causes"], drawn)
    for names, references in sourced.items():
        yield distinct(filter(None, map(shown.__getitem__, names))), references


def rests(drawn: Iterable[Together], among: AbstractSet[str]) -> Rests:
    """For each of these references the causes that rest on it, and for how many claims."""
    found: Rests = defaultdict(dict)
    for causes, references in drawn:
        for reference in filter(among.__contains__, references):
            of_reference = found[reference]
            for name in causes:
                of_reference[name] = of_reference.get(name, 0) + 1
    return found


def sourcing(citations: ColumnParts[CitationData]) -> Iterator[list[str]]:
    """The references that source each claim, each once."""
    cited = zip(*map(citations.rows.column, ("reference", "known", "stance")), strict=True)
    sources = [reference if known and stance in SOURCING else "" for reference, known, stance in cited]
    return (
        distinct(filter(None, sources[begin:end])) if begin < end else [] for begin, end in pairwise(citations.begins)
    )


def shown_as(causes: list[CauseData], drawn: set[str]) -> Mapping[str, str]:
    """For each cause the one that stands for it: itself, the next wider one that is drawn, or none."""
    shown = {"": ""}
    for cause in causes:  # wider ones come first
        shown[cause["id"]] = cause["id"] if cause["id"] in drawn else shown[cause["wider"]]
    return shown
