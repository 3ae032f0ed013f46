"""Which claims there are: of a state, about a cause, without a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.network import nodes
from graph.network.finding import find
from graph.network.scope import SUBJECTS, in_state, name_of, support_of

if TYPE_CHECKING:
    import networkx as nx

    from graph.network.rows import Unreviewed

REVIEWED = ("reviewed_by", "reviewed_on")
"""Who reviewed a claim and when, as its node and a row have it."""


def unsourced(network: nx.MultiDiGraph[str], cause: str | None = None) -> list[str]:
    """Which claims does no reference support, qualify or dispute?

    Of all, or of those about a cause or its narrower causes; in the order of the table. A mere mention is no source.

    >>> unsourced(network)[:2]
    ['claim:title-01', 'claim:intro-03']
    >>> unsourced(network, "Pregnancy")
    ['claim:pregnancy-01', 'claim:pregnancy-03', 'claim:pregnancy-05']
    """
    return in_state(network, cause, "unsourced", "mentioned")


def refuted(network: nx.MultiDiGraph[str], cause: str | None = None) -> list[str]:
    """Which claims are disputed, and neither supported nor qualified?

    Of all, or of those about a cause or its narrower causes; in the order of the table.

    >>> refuted(network)
    []
    """
    return in_state(network, cause, "refuted")


def contested(network: nx.MultiDiGraph[str], cause: str | None = None) -> list[str]:
    """Which claims does one reference support or qualify and another dispute?

    Of all, or of those about a cause or its narrower causes; in the order of the table.

    >>> contested(network)
    []
    """
    return in_state(network, cause, "contested")


def unreviewed(network: nx.MultiDiGraph[str], cause: str | None = None) -> list[Unreviewed]:
    """Which claims has nobody reviewed, or have changed since somebody did?

    Of all, or of those about a cause or its narrower causes; in the order of the table, with who reviewed it when.
    Whether a claim has changed is told when the network is built.

    >>> unreviewed(network)[0]
    Unreviewed(claim='claim:title-01', review='never', reviewed_by='', reviewed_on='')
    """
    from graph.network.rows import Unreviewed

    claims = nodes(network, "claim") if cause is None else about(network, cause)
    found = ((claim, network.nodes[claim]) for claim in claims)
    return [
        Unreviewed(claim, "stale" if "review" in data else "never", *map(data.get, REVIEWED, ("", "")))
        for claim, data in found
        if data.get("review") != "reviewed"
    ]


def about(network: nx.MultiDiGraph[str], cause: str) -> list[str]:
    """Which claims are about a cause or one of its narrower causes?

    In the order of the table; those that only involve it are not among them, see `involving`.

    >>> about(network, "Primary RLS")
    ['claim:intro-02', 'claim:intro-03']
    """
    node = find(network, cause, SUBJECTS["cause"])
    return support_of(network, node).about(name_of(network, node))


def involving(network: nx.MultiDiGraph[str], cause: str) -> list[str]:
    """Which claims are about something else and involve a cause or one of its narrower causes?

    In the order of the table. Evidence flows to the cause along them, too, but they are not counted as its claims.

    >>> involving(network, "iron deficiency")[0]
    'claim:kidney-08'
    """
    node = find(network, cause, SUBJECTS["cause"])
    return support_of(network, node).involving(name_of(network, node))
