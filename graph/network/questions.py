"""Questions with names, asked of a network; answers are node ids and plain rows.

A claim is *sourced* when a reference supports or qualifies it; `graph.support` decides, of the network as it is now.
Node ids are as in `graph.build_network`: "claim:preg-02", "cause:Pregnancy", "reference:gupta2015". What is asked about
may also be called by its key, name or label, in any case; what cannot be found raises LookupError (see `find`). Each
question stands in `QUESTIONS`, from which the command `evidence-graph ask` and docs/questions.md are made.

>>> import graph
>>> network = graph.build_network(graph.read("data/references.bib", "data/claims.csv"))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.model import STANCES
from graph.network import ABOUT, INVOLVES, cause_names, nodes, relation_of
from graph.network.finding import NotFoundError, find
from graph.network.scope import SUBJECTS, cause_nodes, in_scope, in_state, name_of, support_of
from graph.references.designs import DESIGNS, designs
from graph.support import Coverage, Fall, Support
from graph.texts.retrieval import Candidate, Retrieval

if TYPE_CHECKING:
    import networkx as nx

    from graph.network.rows import Age, Dated, Footing, Graded, Related, Tie, Trail, Unreviewed, Weight

__all__ = [
    "QUESTIONS",
    "about",
    "between",
    "by_design",
    "candidates",
    "contested",
    "coverage",
    "falls_with",
    "find",
    "involving",
    "oldest",
    "refuted",
    "related",
    "rests_on",
    "sources",
    "thinnest",
    "timeline",
    "unreviewed",
    "unsourced",
    "weakest",
]


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


def candidates(network: nx.MultiDiGraph[str], claim: str) -> list[Candidate]:
    """Which references might carry a claim, going by the words that both have?

    At most three, the best first, each with the words that it shares with the claim and the names of its causes. Those
    that the claim cites are left out, as somebody has decided how they stand to it. A candidate is never evidence: no
    rule, state, count or coverage knows of it, and its score does not tell whether any reference is the right one.

    >>> [(each.reference, each.words) for each in candidates(network, "kidney-03")][:1]
    [('reference:lin2019', ('kidneys', 'End-stage kidney disease'))]
    """
    return candidates_of(network, retrieval_of(network), find(network, claim, SUBJECTS["claim"]))


QUESTIONS: Mapping[str, Callable[..., Any]] = {
    "unsourced": unsourced,
    "refuted": refuted,
    "contested": contested,
    "unreviewed": unreviewed,
    "about": about,
    "involving": involving,
    "rests-on": rests_on,
    "sources": sources,
    "related": related,
    "between": between,
    "falls-with": falls_with,
    "weakest": weakest,
    "thinnest": thinnest,
    "coverage": coverage,
    "by-design": by_design,
    "timeline": timeline,
    "oldest": oldest,
    "candidates": candidates,
}
"""Every question by its name; what it asks about beside the network are its other parameters (see `SUBJECTS`)."""

REVIEWED = ("reviewed_by", "reviewed_on")
"""Who reviewed a claim and when, as its node and a row have it."""

RANKS = {design: rank for rank, design in enumerate(DESIGNS)}
"""The place of each design among all, the best first; a row's level follows from its design."""


def retrieval_of(network: nx.MultiDiGraph[str]) -> Retrieval:
    """The references of a network by their words; who asks about each of many claims makes this once."""
    references = {node: network.nodes[node] for node in nodes(network, "reference")}
    return Retrieval(references, (network.nodes[node].get("text", "") for node in nodes(network, "claim")))


def candidates_of(network: nx.MultiDiGraph[str], retrieval: Retrieval, claim: str) -> list[Candidate]:
    """The candidates of a claim."""
    edges = network.out_edges(claim, keys=True, data=True)
    causes = (cause for _, cause, *edge in edges if relation_of(*edge) in {ABOUT, INVOLVES})
    context = "; ".join(network.nodes[cause].get("label", "") for cause in causes)
    return list(retrieval.candidates(network.nodes[claim].get("text", ""), context, network.predecessors(claim)))


def graded(support: Support, claim: str) -> Graded:
    """A claim with the best design among its sources."""
    from graph.network.rows import Graded

    cited = ((each, designs(each, support.evidence)) for each in support.citations(claim))
    known = [(RANKS[name], name, citation.reference) for citation, names in cited for name in names]
    if not known:
        return Graded(claim)
    _, name, reference = min(known, key=lambda each: each[0])
    return Graded(claim, DESIGNS[name].level, name, reference)


def aged(support: Support, node: str, references: Sequence[str]) -> Age:
    """The years of the oldest and newest of the references that a node rests on."""
    from graph.network.rows import Age

    years = {each: year for each in references if (year := support.evidence.references[each].facts.year.first)}
    if not years:
        return Age(node)
    new, old = max(years, key=years.__getitem__), min(years, key=years.__getitem__)
    return Age(node, years[new], new, years[old], old)
