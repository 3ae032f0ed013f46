"""The network as others read it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from graph.exports.networks import as_cytoscape, as_gexf, as_graphml, as_node_link, in_sight, with_states
from graph.model import Evidence
from graph.reading import parse
from tests.examples import CLAIMS, REFERENCES, sample
from tests.exports.hostile import HOSTILE
from tests.page.test_hostile import hostile_evidence

if TYPE_CHECKING:
    import igraph

TWICE = parse(REFERENCES, "claim_id,cause,claim,supports,mentions\na,b,c,drake2013,drake2013\n")
"""Evidence with two edges between the same nodes."""


def read_gexf(text: str, folder: Path) -> nx.Graph[str]:
    (folder / "network.gexf").write_text(text, encoding="utf-8")
    return nx.read_gexf(folder / "network.gexf")


def read_with_igraph(text: str, folder: Path) -> igraph.Graph:
    import igraph

    (folder / "network.graphml").write_text(text, encoding="utf-8")
    with pytest.warns(RuntimeWarning, match="already an 'id' edge attribute"):
        return igraph.Graph.Read_GraphML(str(folder / "network.graphml"))


READERS: dict[str, Callable[[Evidence, Path], nx.Graph[str]]] = {
    "graphml": lambda evidence, _: nx.parse_graphml(as_graphml(evidence), force_multigraph=True),
    "gexf": lambda evidence, folder: read_gexf(as_gexf(evidence), folder),
    "node-link": lambda evidence, _: nx.node_link_graph(json.loads(as_node_link(evidence)), edges="edges"),
    "cytoscape": lambda evidence, _: nx.cytoscape_graph(json.loads(as_cytoscape(evidence))),
}


def edges_of(network: nx.Graph[str], names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """The edges of a network, by id, with these attributes."""
    return sorted((source, target, *map(data.get, names)) for source, target, data in network.edges(data=True))


def nodes_of(network: nx.Graph[str], names: dict[str, list[str]]) -> dict[str, dict[str, Any]]:
    """The nodes of a network, each with these attributes."""
    return {node: {name: data.get(name) for name in names[node]} for node, data in network.nodes(data=True)}


@pytest.mark.parametrize("evidence", [sample(), TWICE], ids=["sample", "twice"])
@pytest.mark.parametrize("name", READERS)
def test_every_node_comes_back_with_its_attributes(name: str, evidence: Evidence, tmp_path: Path) -> None:
    names = {node: list(data) for node, data in with_states(evidence).nodes(data=True)}
    assert nodes_of(READERS[name](evidence, tmp_path), names) == nodes_of(with_states(evidence), names)


@pytest.mark.parametrize("evidence", [sample(), TWICE], ids=["sample", "twice"])
@pytest.mark.parametrize("name", READERS)
def test_every_edge_comes_back_with_its_attributes(name: str, evidence: Evidence, tmp_path: Path) -> None:
    names = ("id", "relation", "basis", "locator")
    again = READERS[name](evidence, tmp_path)
    assert edges_of(again, names) == edges_of(with_states(evidence), names)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
@pytest.mark.parametrize("name", READERS)
def test_hostile_texts_come_back(name: str, text: str, tmp_path: Path) -> None:
    evidence = hostile_evidence(text)
    show = in_sight if name in {"graphml", "gexf"} else str
    again = READERS[name](evidence, tmp_path)
    network = with_states(evidence)
    texts = {show(node): show(data.get("text", data["label"])) for node, data in network.nodes(data=True)}
    assert {node: data.get("text", data["label"]) for node, data in again.nodes(data=True)} == texts
    assert again.number_of_edges() == network.number_of_edges()


def test_igraph_reads_every_stance(tmp_path: Path) -> None:
    read = read_with_igraph(as_graphml(sample()), tmp_path)
    relations = Counter(relation for *_, relation in with_states(sample()).edges(keys=True))
    assert Counter(read.es["relation"]) == relations


def test_igraph_reads_ids_of_edges_no_two_alike(tmp_path: Path) -> None:
    read = read_with_igraph(as_graphml(TWICE), tmp_path)
    assert sorted(read.es["id"]) == sorted(data["id"] for _, _, data in with_states(TWICE).edges(data=True))


def test_igraph_reads_every_text(tmp_path: Path) -> None:
    read = read_with_igraph(as_graphml(sample()), tmp_path)
    texts = {data.get("text", "") for _, data in with_states(sample()).nodes(data=True)}
    assert set(read.vs["text"]) == texts


def test_the_id_of_an_edge_is_that_of_its_element() -> None:
    ids = sorted(data["id"] for _, _, data in with_states(TWICE).edges(data=True))
    assert sorted(re.findall('<edge .*?id="(.*?)"', as_graphml(TWICE))) == ids


def test_what_a_user_writes_with_networkx_has_the_stances_too(tmp_path: Path) -> None:
    nx.write_graphml(with_states(TWICE), tmp_path / "network.graphml")
    read = read_with_igraph((tmp_path / "network.graphml").read_text(encoding="utf-8"), tmp_path)
    assert Counter(read.es["relation"]) == {"supports": 1, "mentions": 1, "about": 1}


def test_an_element_of_cytoscape_has_an_id_of_its_own() -> None:
    elements = json.loads(as_cytoscape(hostile_evidence("a about cause:b")))["elements"]
    ids = [each["data"]["id"] for each in (*elements["nodes"], *elements["edges"])]
    assert len(set(ids)) == len(ids)


def test_cytoscape_shows_the_label() -> None:
    nodes = json.loads(as_cytoscape(sample()))["elements"]["nodes"]
    assert [each["data"]["name"] for each in nodes if each["data"]["kind"] == "claim"] == ["c1", "c2", "c3", "c4"]


def test_gexf_does_not_say_when_it_was_written() -> None:
    assert "lastmodified" not in as_gexf(sample())


def test_gexf_does_not_say_by_which_networkx_it_was_written() -> None:
    assert "<creator>evidence-graph</creator>" in as_gexf(sample())


def test_xml_is_readable_beyond_ascii() -> None:
    assert "Sjögren" in as_graphml(parse("", "claim_id,cause,claim\na,Sjögren,Dry eyes.\n"))


def test_a_claim_has_its_state() -> None:
    network = with_states(parse(REFERENCES, CLAIMS))
    states = [data["state"] for _, data in network.nodes(data=True) if data["kind"] == "claim"]
    assert states == ["contested", "qualified", "mentioned", "unsourced"]
