"""How old the evidence is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.network import cause_names
from graph.network.scope import in_scope
from graph.support import Support

if TYPE_CHECKING:
    import networkx as nx

    from graph.network.rows import Age, Dated


def timeline(network: nx.MultiDiGraph[str], cause: str | None = None) -> list[Dated]:
    """From which years are the references, and which claims does each carry?

    All references, or those that a cause rests on with the claims that are about it or involve it: the oldest first,
    those without a year last.

    >>> [(row.year, row.reference) for row in timeline(network, "Pregnancy")]
    [(2015, 'reference:gupta2015')]
    """
    from graph.network.rows import Dated

    support, claims = in_scope(network, cause)
    among, known = set(claims), support.evidence.references
    rows = [
        Dated(known[each].facts.year.first, each, tuple(claim for claim in support.carries(each) if claim in among))
        for each in known
    ]
    asked = (row for row in rows if row.claims or cause is None)
    return sorted(asked, key=lambda row: (row.year is None, row.year))


def oldest(network: nx.MultiDiGraph[str], cause: str | None = None) -> list[Age]:
    """Of which causes is the evidence oldest, or of which claims of a cause?

    A row per cause, or with a cause, per claim that is about it or involves it: first those whose newest reference is
    oldest, as an old study that a later one bears out is not out of date; those without any year last. What rests on
    nothing has no row.

    >>> oldest(network)[0].newest
    2010
    """
    support, claims = in_scope(network, cause)
    if cause is None:
        rests = {node: list(support.rests_on(name)) for node, name in cause_names(network).items()}
    else:
        rests = {claim: support.sources(claim) for claim in claims}
    rows = [aged(support, node, references) for node, references in rests.items() if references]
    return sorted(rows, key=lambda row: (row.newest is None, row.newest, row.oldest))


def aged(support: Support, node: str, references: Sequence[str]) -> Age:
    """The years of the oldest and newest of the references that a node rests on."""
    from graph.network.rows import Age

    years = {each: year for each in references if (year := support.evidence.references[each].facts.year.first)}
    if not years:
        return Age(node)
    new, old = max(years, key=years.__getitem__), min(years, key=years.__getitem__)
    return Age(node, years[new], new, years[old], old)
