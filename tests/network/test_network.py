"""Evidence -> a NetworkX graph."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network import build_network, edge_id
from graph.reading import parse
from tests.examples import CLAIMS, REFERENCES, sample

EDGE = {"relation": "supports", "id": "supports reference:drake2013 claim:c1"}


def test_every_edge_points_the_way_evidence_flows() -> None:
    network = build_network(sample())
    kinds = nx.get_node_attributes(network, "kind")
    flows = {(kinds[source], relation, kinds[target]) for source, target, relation in network.edges(keys=True)}
    assert flows == {
        ("reference", "supports", "claim"),
        ("reference", "disputes", "claim"),
        ("reference", "qualifies", "claim"),
        ("reference", "mentions", "claim"),
        ("claim", "about", "cause"),
        ("claim", "involves", "cause"),
        ("cause", "part_of", "cause"),
    }


def test_ancestors_of_a_cause_are_all_it_rests_on() -> None:
    assert nx.ancestors(build_network(sample()), "cause:Drinks > Tea") == {"claim:c3", "reference:drake2013"}


def test_descendants_of_a_reference_are_all_that_falls_with_it() -> None:
    assert nx.descendants(build_network(sample()), "reference:roth2011") == {
        "claim:c2",
        "cause:Drinks > Coffee",
        "cause:Drinks",
    }


def test_a_citation_keeps_its_basis_and_locator() -> None:
    edge = build_network(sample()).edges["reference:drake2013", "claim:c1", "supports"]
    assert edge == EDGE | {"basis": "cited", "locator": "p. 3"}


def test_a_citation_has_what_the_reference_itself_states() -> None:
    values = "claim_id,reference,source_quote,low,unit,checked_by\nc1,drake2013,An hour.,1.0,hours,Ann\n"
    edge = build_network(parse(REFERENCES, CLAIMS, values)).edges["reference:drake2013", "claim:c1", "supports"]
    said = {
        "source_quote": "An hour.",
        "source_value": 1.0,
        "source_low": 1.0,
        "source_unit": "hours",
        "checked_by": "Ann",
    }
    assert edge == EDGE | {"basis": "cited", "locator": "p. 3"} | said


def test_every_edge_says_its_relation() -> None:
    network = build_network(sample())
    assert all(data["relation"] == relation for _, _, relation, data in network.edges(keys=True, data=True))


def test_no_two_edges_share_an_id() -> None:
    ids = [data["id"] for _, _, data in build_network(sample()).edges(data=True)]
    assert len(set(ids)) == len(ids)


NAMES = st.sampled_from(["a", " ", "%", "20", " about ", "cause:", "claim:"])


@given(st.lists(st.tuples(*[st.lists(NAMES).map("".join)] * 2, st.sampled_from(["about", "involves"])), unique=True))
def test_no_names_make_two_edges_share_an_id(edges: list[tuple[str, str, str]]) -> None:
    assert len({edge_id(source, relation, target) for source, target, relation in edges}) == len(edges)


def test_an_edge_keeps_its_id_whatever_else_is_there() -> None:
    fewer = build_network(parse(REFERENCES, "claim_id,cause,claim,supports\nc1,Tea,Tea is mild.,drake2013\n"))
    assert fewer.edges["reference:drake2013", "claim:c1", "supports"]["id"] == EDGE["id"]


def test_two_places_in_one_reference_are_one_edge() -> None:
    evidence = parse(REFERENCES, "claim_id,cause,claim,supports\na,b,c,drake2013 (p. 3); drake2013 (p. 9)\n")
    edge = build_network(evidence).edges["reference:drake2013", "claim:a", "supports"]
    assert edge["locator"] == "p. 3; p. 9"


def test_nothing_rests_on_an_unknown_reference() -> None:
    network = build_network(parse(REFERENCES, "claim_id,cause,claim,supports\na,b,c,nobody\n"))
    assert not list(network.predecessors("claim:a"))


def test_figures_are_numbers_and_absent_ones_are_left_out() -> None:
    network = build_network(sample())
    assert (network.nodes["claim:c2"]["low"], network.nodes["claim:c2"]["high"]) == (10.0, 20.8)
    assert network.nodes["claim:c2"]["interval"] == "range"
    assert {"value", "low", "interval"}.isdisjoint(network.nodes["claim:c1"])


def test_an_estimate_has_its_interval_on_both_sides() -> None:
    columns = "value,low,high,interval,comparator_value,comparator_low,comparator_high"
    evidence = parse("", f"claim_id,cause,claim,{columns}\na,b,c,2,1,3,ci90,5,4,6\n")
    node = build_network(evidence).nodes["claim:a"]
    assert (node["value"], node["low"], node["high"], node["interval"]) == (2.0, 1.0, 3.0, "ci90")
    against = ("comparator_value", "comparator_low", "comparator_high", "comparator_interval")
    assert [node[name] for name in against] == [5.0, 4.0, 6.0, "ci95"]


@pytest.mark.parametrize("text", ["<b>&amp;", "\0\x1b[31m", "\N{RIGHT-TO-LEFT OVERRIDE}"])
def test_graphml_round_trip(text: str, tmp_path: Path) -> None:
    network = build_network(parse(REFERENCES, f"claim_id,cause,claim,low,supports\na,{text}x,{text}y,1.5,drake2013\n"))
    nx.write_graphml(network, tmp_path / "network.graphml")
    again = nx.read_graphml(tmp_path / "network.graphml", force_multigraph=True)
    again.graph = network.graph  # GraphML adds defaults there
    assert nx.utils.graphs_equal(again, network)
