import json
import subprocess
import sys
from typing import Any

from pyvis.network import Network

from graph.page.picture import OPTIONS, picture, vis_script

NODES: list[dict[str, Any]] = [
    {"id": "cause:Pregnancy", "group": "cause"},
    {"id": "reference:a", "group": "reference", "causes": 1},
]
EDGES: list[dict[str, Any]] = [{"from": "reference:a", "to": "cause:Pregnancy", "relation": "rests_on", "claims": 2}]


def by_pyvis() -> dict[str, object]:
    """What pyvis hands to vis-network."""
    net = Network(directed=True)
    net.options = OPTIONS
    for node in NODES:
        net.add_node(node["id"], label=" ", shape="custom", **{name: node[name] for name in node if name != "id"})
    for edge in EDGES:
        net.add_edge(edge["from"], edge["to"], relation=edge["relation"], claims=edge["claims"])
    nodes, edges, *_, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def test_the_library_is_read_from_the_installed_pyvis() -> None:
    assert "@version 9.1.2" in vis_script()


def test_the_library_does_not_ask_for_its_source_map() -> None:
    assert "sourceMappingURL" not in vis_script()


def test_the_picture_is_what_pyvis_makes_of_it() -> None:
    assert picture(NODES, EDGES) == by_pyvis()


def test_a_page_is_written_without_importing_networkx_pyvis_or_ipython() -> None:
    code = "import graph, sys; from graph.page import render_page; render_page(graph.sample()); print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ourselves
    assert not {"networkx", "pyvis", "IPython"} & set(result.stdout.split())
