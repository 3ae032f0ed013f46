"""What leads to what: references to claims and causes, one claim or cause to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import STANCES
from graph.network import nodes
from graph.network.finding import NotFoundError, find
from graph.network.scope import SUBJECTS, cause_nodes, name_of, support_of

if TYPE_CHECKING:
    import networkx as nx

    from graph.network.rows import Related, Tie, Trail


def rests_on(network: nx.MultiDiGraph[str], node: str) -> list[str]:
    """Which references does a cause or a claim rest on?

    In the order of the bibliography; those that dispute or only mention a claim do not carry it. A cause rests on what
    the claims about it, about narrower causes, and involving any of these rest on.

    >>> rests_on(network, "Pregnancy")
    ['reference:gupta2015']
    """
    node = find(network, node, SUBJECTS["node"])
    support = support_of(network, node)
    if node in support.evidence.claims:
        return support.sources(node)
    return list(support.rests_on(name_of(network, node)))


def sources(network: nx.MultiDiGraph[str], node: str) -> list[Trail]:
    """Which references stand how to a claim, or to the claims of a cause, and on which path?

    A row per citation, whatever its stance, and the causes from the one that the claim names to the one that was asked
    about. Claims about a cause come before those that involve it; one that has no row cites nothing.

    >>> sources(network, "Varicose veins")[0].reference
    'reference:sundaresan2019'
    >>> sources(network, "Rheumatic disease")[0].path
    ('cause:Rheumatic disease > Rheumatoid arthritis', 'cause:Rheumatic disease')
    """
    from graph.network.paths import way_to
    from graph.network.rows import Trail

    node = find(network, node, SUBJECTS["node"])
    support = support_of(network, node)
    if node in support.evidence.claims:
        return [Trail(node, each.stance, each.reference) for each in support.citations(node, STANCES)]
    name, known = name_of(network, node), cause_nodes(network)
    found = []
    for claim in [*support.about(name), *support.involving(name)]:
        relation, names = way_to(support.evidence.claims[claim], name)
        path = tuple(known[each] for each in names if each in known)
        found += [
            Trail(claim, each.stance, each.reference, relation, path) for each in support.citations(claim, STANCES)
        ]
    return found


def related(network: nx.MultiDiGraph[str], claim: str) -> list[Related]:
    """Which claims share references with a claim?

    The claims that share most come first. A mention and a dispute count, too: what one claim is supported by, another
    may be disputed by.

    >>> related(network, "rheumatic-08")
    [Related(claim='claim:rheumatic-12', references=('reference:viola-saltzman2010',))]
    """
    from graph.network.rows import Related

    node = find(network, claim, SUBJECTS["claim"])
    shared: dict[str, dict[str, None]] = {each: {} for each in nodes(network, "claim")}
    for reference in network.predecessors(node):
        for other in network.successors(reference):
            if other != node and other in shared:
                shared[other][reference] = None
    rows = [Related(other, tuple(references)) for other, references in shared.items() if references]
    return sorted(rows, key=lambda row: -len(row.references))


def between(network: nx.MultiDiGraph[str], cause: str, other: str) -> list[Tie]:
    """How do two causes hang together?

    By the nearest cause that is wider than both (or is one of them), by claims that name both, and by references that
    both rest on, each with a path through the network from one to the other. Where they share neither claim nor
    reference, the shortest chains between them follow, five at most: along what causes rest on, or where nothing else
    connects them, along wider causes, mentions and disputes, too. No row means that nothing connects them.

    >>> [(tie.how, tie.shared) for tie in between(network, "Pregnancy", "Iron deficiency")][:2]
    [('claim', 'claim:pregnancy-07'), ('reference', 'reference:gupta2015')]
    """
    from graph.network.paths import ALONG, Ties, chains

    one, two = (find(network, each, SUBJECTS["cause"]) for each in (cause, other))
    if one == two:
        raise NotFoundError(f"both are the cause {name_of(network, one)!r}; name two")
    ties = Ties(support_of(network), cause_nodes(network), name_of(network, one), name_of(network, two))
    wider, shared = [*ties.wider()], [*ties.shared_claims(), *ties.shared_references()]
    return [*wider, *(shared or chains(network, one, two, along=[ALONG] if wider else [ALONG, None]))]
