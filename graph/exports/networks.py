"""The network of the evidence in formats of other programs: GraphML, GEXF, and two sorts of JSON; NetworkX writes them.

Nodes and edges have the attributes of `graph.build_network`, and claims their `state`, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from graph.model import Evidence
from graph.network import build_network
from graph.reading.text import CONTROL
from graph.reports.data import to_json
from graph.support import Support

if TYPE_CHECKING:
    import networkx as nx


def with_states(evidence: Evidence) -> nx.MultiDiGraph[str]:
    """The network of the evidence, in which each claim has its state."""
    network = build_network(evidence)
    for claim, state in Support(evidence).states.items():
        network.nodes[evidence.claims[claim].id]["state"] = state
    return network


def as_graphml(evidence: Evidence) -> str:
    """The network as GraphML, for igraph, Gephi, yEd and Cytoscape."""
    from networkx.readwrite.graphml import GraphMLWriter

    # The id stands among the data, too: what igraph 1.0 takes for that of an edge is the id of its source.
    return xml_text(GraphMLWriter(with_states(evidence), edge_id_from_attribute="id").xml)


def as_gexf(evidence: Evidence) -> str:
    """The network as GEXF 1.2, for Gephi."""
    from networkx.readwrite.gexf import GEXFWriter

    xml = GEXFWriter(with_states(evidence)).xml
    (meta,), (creator,) = xml.iter("meta"), xml.iter("creator")
    del meta.attrib["lastmodifieddate"]  # the same input is written alike on every day, and by every NetworkX
    creator.text = "evidence-graph"
    return xml_text(xml)


def xml_text(root: ET.Element) -> str:
    """An XML document of what XML can hold, in which the reader finds each line break as it was."""
    ET.indent(root, " ")
    text = in_sight(ET.tostring(root, encoding="unicode")).replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def in_sight(text: str) -> str:
    """A text in which an escape stands for each control character, as no text that was read from a file has any."""
    return CONTROL.sub(lambda each: each[0].encode("unicode_escape").decode(), text)


def as_node_link(evidence: Evidence) -> str:
    """The network as JSON of nodes and edges, for D3 and `networkx.node_link_graph(data, edges="edges")`."""
    import networkx as nx

    return to_json(nx.node_link_data(with_states(evidence), edges="edges"), indent=1) + "\n"


def as_cytoscape(evidence: Evidence) -> str:
    """The network as the JSON of Cytoscape and Cytoscape.js, which show the `name` of a node."""
    import networkx as nx

    network = with_states(evidence)
    for _, data in network.nodes(data=True):
        data.setdefault("name", data["label"])
    data = nx.cytoscape_data(network)
    return to_json({**data, "data": dict(data["data"])}, indent=1) + "\n"
