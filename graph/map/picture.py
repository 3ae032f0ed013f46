"""The boundary to pyvis: nodes, edges and options as vis-network takes them, and the browser library."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pyvis.network import Network

Drawn = TypeVar("Drawn", bound="Network")

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "selectable": False,
        "zoomSpeed": 0.6,
    },
}
"""What the page's map asks of vis-network: positions are given, and the page finds out itself what is pointed at."""


class Ids(dict[Any, None]):
    """A list of node ids for pyvis that looks an id up at once: its own list makes adding edges quadratic."""

    def append(self, node: Any) -> None:
        """Add an id."""
        self[node] = None


def vis_script() -> str:
    """The source of vis-network as pyvis ships it, without the comment that makes debuggers ask for another file."""
    source = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "", source.read_text(encoding="utf-8"))


def picture(nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Nodes, edges and options as vis-network takes them.

    A node has an `id` and whatever else the page draws; an edge has `source`, `to` and more.
    """
    net = empty_network()
    for node in nodes:
        net.add_node(node["id"], **{"label": " ", "shape": "custom", **without(node, "id")})
    for edge in edges:
        net.add_edge(edge["source"], edge["to"], **without(edge, "source", "to"))
    drawn_nodes, drawn_edges, _, _, _, options = net.get_network_data()
    return {"nodes": drawn_nodes, "edges": drawn_edges, "options": json.loads(options)}


def empty_network() -> Network:
    """A directed pyvis network that is `prepared`."""
    from pyvis.network import Network

    return prepared(Network(directed=True))


def prepared(net: Drawn) -> Drawn:
    """A network of pyvis that lays nothing out itself and to which adding takes the same time throughout."""
    net.options = OPTIONS
    net.node_ids = Ids()
    return net


def without(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """A copy of a mapping that lacks some names."""
    return {name: value for name, value in data.items() if name not in names}
