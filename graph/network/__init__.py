"""Evidence -> a NetworkX graph in which every edge points the way evidence flows.

Reference -> claim -> cause -> wider cause. So `nx.ancestors(network, cause)` is all that a cause rests on, and
`nx.descendants(network, reference)` is all that falls with a reference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeGuard

from graph.collector import collector_paused
from graph.model import (
    NO_QUANTITY,
    STANCES,
    Cause,
    Citation,
    Claim,
    Estimate,
    Evidence,
    Facts,
    Place,
    Quantity,
    Reference,
    SourceValue,
    Stance,
    lineage,
)
from graph.references.identifiers import identifiers
from graph.references.years import read_year
from graph.support.reviews import is_stale
from graph.support.works import includes

if TYPE_CHECKING:
    import networkx as nx

ABOUT, INVOLVES, PART_OF = "about", "involves", "part_of"
"""The relations that lead from a claim to its cause, to other causes, and from a cause to a wider one."""

SEARCHED = ("abstract", "keywords")
"""The fields of a reference that candidates are found by, too; attributes of its node where it has them."""

NOWHERE = Place("", 0)
"""The place of what is known from a network only."""


@collector_paused()
def build_network(evidence: Evidence) -> nx.MultiDiGraph[str]:
    """Build the network of references, claims and causes.

    Node ids are `reference:KEY`, `claim:KEY` and `cause:NAME`; a node carries `kind` ("reference", "claim" or
    "cause"), `label` and scalar attributes that GraphML can write. The key of an edge is its relation: the stance of
    a citation, or "about", "involves" or "part_of". As formats lose keys, it is the attribute `relation`, too, and
    the attribute `id` names the edge among all others. A citation of a reference that the bibliography lacks has no
    edge, as nothing rests on it; the audit reports it. The network's own attributes are the files' names and what is
    known of the article: `title`, `url`, `date`. docs/network.md lists every attribute.

    >>> import graph
    >>> network = graph.build_network(graph.sample())
    >>> network.nodes["claim:pregnancy-05"]["text"]
    'After birth the symptoms soon become better.'
    >>> [relation for *_, relation in network.in_edges("claim:pregnancy-04", keys=True)]
    ['supports']
    """
    import networkx as nx

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        references_file=evidence.references_file, claims_file=evidence.claims_file
    )
    network.graph.update({name: text for name, text in asdict(evidence.article).items() if text})
    network.add_nodes_from(
        (each.id, {"kind": "reference", **reference_attributes(each)}) for each in evidence.references.values()
    )
    network.add_nodes_from(
        (each.id, {"kind": "cause", "label": each.label, "name": each.name}) for each in evidence.causes.values()
    )
    network.add_nodes_from((each.id, {"kind": "claim", **claim_attributes(each)}) for each in evidence.claims.values())
    for cause in evidence.causes.values():
        if cause.wider:
            relate(network, cause.id, PART_OF, evidence.causes[cause.wider].id)
    for claim in evidence.claims.values():
        connect(network, claim, evidence)
    return network


def connect(network: nx.MultiDiGraph[str], claim: Claim, evidence: Evidence) -> None:
    """Add the edges of a claim: from the references it cites, and to its causes."""
    node, locators = claim.id, dict[tuple[str, str], str]()
    relate(network, node, ABOUT, evidence.causes[claim.cause].id)
    for name in claim.involves:
        relate(network, node, INVOLVES, evidence.causes[name].id)
    for citation in claim.citations:
        if citation.reference in evidence.references:
            edge = citation.reference, citation.stance
            locators[edge] = "; ".join(filter(None, [locators.get(edge), citation.locator]))
            said = source_attributes(citation.source) if citation.source else {}
            source = evidence.references[citation.reference].id
            relate(network, source, citation.stance, node, basis=citation.basis, locator=locators[edge], **said)


def relate(network: nx.MultiDiGraph[str], source: str, relation: str, target: str, **attributes: str | float) -> None:
    """Add an edge that says itself how it relates its ends; one that is there already gets the attributes."""
    name = edge_id(source, relation, target)
    network.add_edge(source, target, key=relation, relation=relation, id=name, **attributes)


def edge_id(source: str, relation: str, target: str) -> str:
    """The id of an edge: "supports reference:gupta2015 claim:preg-01".

    It stays the same whatever else is in the network. No two edges share one, as the second blank ends the source, and
    no node has it, as it does not begin with a kind.
    """
    return f"{relation} {source.replace('%', '%25').replace(' ', '%20')} {target}"


def source_attributes(source: SourceValue) -> dict[str, str | float]:
    """The scalar attributes of a citation's edge that say what the reference itself states; without what is empty."""
    quantity = source.quantity
    texts = {
        "source_quote": source.quote,
        "source_measure": quantity.measure,
        "source_unit": quantity.unit,
        "source_population": quantity.population,
        "source_design": source.design,
        "checked_by": source.checked_by,
        "checked_on": source.checked_on,
    }
    return {name: text for name, text in texts.items() if text} | estimate_attributes(quantity.estimate, "source_")


def estimate_attributes(estimate: Estimate, before: str = "") -> dict[str, str | float]:
    """The scalar attributes of an estimate: its point is the `value`, its ends are `low` and `high`.

    A point without an interval is `low`, too, as it stands in tables that have no column for it.
    """
    if not estimate:
        return {}
    low, high = estimate.ends or (estimate.point, None)
    numbers = {"value": estimate.point, "low": low, "high": high}
    given: dict[str, str | float] = {name: float(each) for name, each in numbers.items() if each is not None}
    if estimate.interval:
        given["interval"] = estimate.interval
    return {f"{before}{name}": each for name, each in given.items()}


def links_of(network: nx.MultiDiGraph[str], around: str = "") -> Evidence:
    """The nodes and edges of a network as evidence, whose keys are the ids of nodes: what `graph.support` asks for.

    It is made of the network as it is now, so that a part of one, or one that was changed, can be asked, too. How
    causes nest stands in their names. With `around`, it is only what decides about that node and what rests on it.
    """
    part = nodes_around(network, around) if around else network
    names = {node: name for node, name in cause_names(network).items() if node in part}
    references = {
        node: linked_reference(node, network.nodes[node]) for node in nodes(network, "reference") if node in part
    }
    claims = {node: linked_claim(network, node, names) for node in nodes(network, "claim") if node in part}
    every = dict.fromkeys(each for name in names.values() for each in reversed(list(lineage(name))))
    return Evidence(references=references, claims=claims, causes={name: Cause(name, NOWHERE) for name in every})


def nodes_around(network: nx.MultiDiGraph[str], node: str) -> set[str]:
    """A node, whatever evidence flows to from it, and all that flows to any of these."""
    import networkx as nx

    reached = {node, *nx.descendants(network, node)}
    last = [each for each in reached if not any(network.successors(each))]
    return reached.union(*(nx.ancestors(network, each) for each in last))


def nodes(network: nx.MultiDiGraph[str], kind: str) -> list[str]:
    """The nodes of one kind, in the order in which they were read."""
    check_network(network)
    return [node for node, data in network.nodes(data=True) if data.get("kind") == kind]


def check_network(network: object) -> None:
    """Raise TypeError, with the cure, where evidence is asked in place of its network."""
    if isinstance(network, Evidence):
        raise TypeError("this is evidence; ask its network, graph.build_network(evidence)")


def cause_names(network: nx.MultiDiGraph[str]) -> dict[str, str]:
    """The full name of each cause's node."""
    return {node: network.nodes[node].get("name") or key_of(node) for node in nodes(network, "cause")}


def key_of(node: str) -> str:
    """What follows the kind in the id of a node: a key, or the name of a cause."""
    return node.partition(":")[2] or node


def linked_reference(node: str, data: Mapping[str, str]) -> Reference:
    """A reference as a node has it, as far as it tells which work it is, when it was done and how."""
    keys = filter(None, data.get("includes", "").split("; "))
    return Reference(
        key=node,
        type="",
        place=NOWHERE,
        title=data.get("title", ""),
        facts=Facts(year=read_year(str(data.get("year", "")))),
        journal=data.get("journal", ""),
        design=data.get("design", ""),
        fields={
            "identifiers": data.get("identifiers", ""),
            "includes": "; ".join(f"reference:{key}" for key in keys),
            **{name: data.get(name, "") for name in SEARCHED},
        },
    )


def linked_identities(reference: Reference) -> list[str]:
    """What tells which work a reference of `links_of` is."""
    return [each for each in reference.fields["identifiers"].split("; ") if each]


def linked_claim(network: nx.MultiDiGraph[str], node: str, names: Mapping[str, str]) -> Claim:
    """A claim as its edges have it; an edge of another relation is somebody's own and says nothing of it."""
    ends: dict[str, list[str]] = {ABOUT: [], INVOLVES: []}
    for cause, edges in network.succ[node].items():
        for key, data in edges.items():
            relation = relation_of(key, data)
            if cause in names and relation in ends:  # another cause is not asked about
                ends[relation].append(names[cause])
    about = ends[ABOUT]
    return Claim(
        key=node,
        cause=about[0] if about else "",
        text="",
        place=NOWHERE,
        citations=tuple(
            Citation(node, source, relation, NOWHERE, source=linked_source(data))
            for source, edges in network.pred[node].items()
            for key, data in edges.items()
            if is_stance(relation := relation_of(key, data))
        ),
        involves=(*about[1:], *ends[INVOLVES]),
    )


def relation_of(key: object, data: Mapping[str, str]) -> str:
    """How an edge relates its ends: as its attribute says, or else its key, which formats of files lose."""
    return str(data.get("relation", key))


def linked_source(data: Mapping[str, str]) -> SourceValue | None:
    """What the edge of a citation has of the study design that the reference turned out to have."""
    return SourceValue(place=NOWHERE, design=data["source_design"]) if "source_design" in data else None


def is_stance(relation: object) -> TypeGuard[Stance]:
    """Whether the key of an edge names a stance."""
    return relation in STANCES


def reference_attributes(reference: Reference) -> dict[str, str]:
    """The scalar attributes of a reference's node."""
    return {
        "label": reference.key,
        "type": reference.type,
        "title": reference.title,
        "authors": "; ".join(reference.authors),
        "year": reference.year,
        "journal": reference.journal,
        "doi": reference.doi,
        "url": reference.url,
        "design": reference.design,
        "group": reference.group,
        "listed": reference.listed,
        "identifiers": "; ".join(identifiers(reference)),
        "includes": "; ".join(includes(reference)),
        **{name: reference.fields[name] for name in SEARCHED if reference.fields.get(name)},
    }


def claim_attributes(claim: Claim) -> dict[str, str | float | int]:
    """The scalar attributes of a claim's node; figures that it does not have are left out."""
    quantity = claim.quantity
    return {
        "label": claim.key,
        "text": claim.text,
        "cause": claim.cause,
        "claim_kind": claim.kind or "",
        "measure": quantity.measure,
        "unit": quantity.unit,
        "population": quantity.population,
        "comparator": quantity.comparator,
        "section": claim.section,
        "paragraph": claim.paragraph,
        "quote": claim.quote,
        "note": claim.note,
        **review_attributes(claim),
        **quantity_attributes(quantity),
    }


def quantity_attributes(quantity: Quantity) -> dict[str, str | float | int]:
    """The scalar attributes of a claim's node that are its numbers."""
    if quantity is NO_QUANTITY:  # most claims
        return {}
    counts = {"n": quantity.n, "n_studies": quantity.n_studies}
    return {
        **estimate_attributes(quantity.estimate),
        **estimate_attributes(quantity.comparator_estimate, "comparator_"),
        **{name: number for name, number in counts.items() if number is not None},
    }


def review_attributes(claim: Claim) -> dict[str, str]:
    """The scalar attributes of a claim's node that say who has reviewed it; none where nobody has."""
    if not claim.reviewed_by:
        return {}
    state = "stale" if is_stale(claim) else "reviewed"
    return {"review": state, "reviewed_by": claim.reviewed_by, "reviewed_on": claim.reviewed_on}
