"""How well things stand: what falls with a reference, how much is sourced, and by which designs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.network.finding import find
from graph.network.scope import SUBJECTS, cause_nodes, in_scope, support_of
from graph.references.designs import DESIGNS, designs
from graph.support import Coverage, Fall, Support

if TYPE_CHECKING:
    import networkx as nx

    from graph.network.rows import Footing, Graded, Weight

RANKS = {design: rank for rank, design in enumerate(DESIGNS)}
"""The place of each design among all, the best first; a row's level follows from its design."""


def falls_with(network: nx.MultiDiGraph[str], reference: str) -> Fall:
    """Which claims and causes lose their last source if a reference goes?

    And which claims that it alone disputes would no longer be refuted (`lifted`). A data frame gets a row for each.

    >>> falls_with(network, "ning2018").causes
    ()
    >>> falls_with(network, "sundaresan2019").causes
    ('cause:Varicose veins',)
    """
    node = find(network, reference, SUBJECTS["reference"])
    fall, known = support_of(network, node).falls_with(node), cause_nodes(network)
    return replace(fall, causes=tuple(known[name] for name in fall.causes if name in known))


def weakest(network: nx.MultiDiGraph[str]) -> list[Weight]:
    """With which references would most fall, if they went?

    Those with which most claims fall come first, then most causes; those with which nothing falls and nothing is lifted
    are left out. `falls_with` names what falls, `thinnest` ranks causes.

    >>> weakest(network)[0]
    Weight(reference='reference:gupta2015', claims=7, causes=4, lifted=0, sourced=7)
    """
    from graph.network.rows import Weight

    support, known = support_of(network), cause_nodes(network)
    rows = []
    for reference in support.references:
        fall, sourced = support.falls_with(reference), len(support.carries(reference))
        causes = sum(name in known for name in fall.causes)
        rows.append(Weight(reference, len(fall.claims), causes, len(fall.lifted), sourced))
    falling = (row for row in rows if row.claims or row.lifted)
    return sorted(falling, key=lambda row: (-row.claims, -row.causes, -row.lifted))


def thinnest(network: nx.MultiDiGraph[str]) -> list[Footing]:
    """Which causes stand on least?

    Those that rest on no reference come first, then those on one, where what is heard twice counts once (`independent`:
    the same work, or a study and the review that includes it); among them, those of which most is claimed. `alone` is
    the reference with which a cause falls.

    >>> [(row.cause, row.alone) for row in thinnest(network) if row.references][0]
    ('cause:Pregnancy', 'reference:gupta2015')
    """
    from graph.network.rows import Footing

    support, known = support_of(network), cause_nodes(network)
    alone = {name: each for each in support.references for name in support.falls_with(each).causes}
    rows = [
        Footing(
            known[row.cause],
            row.references,
            row.independent,
            alone.get(row.cause, ""),
            row.claims,
            row.sourced,
            row.involving,
        )
        for row in support.coverage()
        if row.cause in known
    ]
    return sorted(rows, key=lambda row: (row.independent, row.references, -row.claims - row.involving))


def coverage(network: nx.MultiDiGraph[str]) -> list[Coverage]:
    """How much of what is said about each cause is sourced?

    A row per cause, in the order of the table; narrower causes count for wider ones. `pandas.DataFrame` makes a data
    frame of the rows, as of every answer.

    >>> coverage(network)[0].words
    '3 claims, 1 sourced'
    """
    known = cause_nodes(network)
    return [row for row in support_of(network).coverage() if row.cause in known]


def by_design(network: nx.MultiDiGraph[str], cause: str | None = None) -> list[Graded]:
    """Which claims rest on the strongest designs, and which on the weakest?

    All claims that have a source, or those of a cause and those that involve it: the strongest first, those of which
    nobody knows a design last. A claim is as strong as the best design among its sources, as it is recorded with the
    reference or in the table of source values, or else as the reference states it itself. Levels are the Oxford 2011
    Levels of Evidence for "Does this intervention help?", 1 the best: a question of another sort (how frequent, how it
    goes on) may have its best answer lower down.

    >>> by_design(network, "Multiple sclerosis")[0].design
    'systematic-review'
    """
    support, claims = in_scope(network, cause)
    rows = [graded(support, claim) for claim in claims if support.sources(claim)]
    return sorted(rows, key=lambda row: RANKS.get(row.design, len(RANKS)))


def graded(support: Support, claim: str) -> Graded:
    """A claim with the best design among its sources."""
    from graph.network.rows import Graded

    cited = ((each, designs(each, support.evidence)) for each in support.citations(claim))
    known = [(RANKS[name], name, citation.reference) for citation, names in cited for name in names]
    if not known:
        return Graded(claim)
    _, name, reference = min(known, key=lambda each: each[0])
    return Graded(claim, DESIGNS[name].level, name, reference)
