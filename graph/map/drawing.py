"""A drawing of a network for notebooks, made with pyvis; whoever imports this waits for pyvis."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pyvis.network import Network

from graph.displays.framed import framed
from graph.map.boxes import WIDTHS, text_box
from graph.map.layout import Block, Box, neighbourhood
from graph.network.finding import find
from graph.network.scope import support_of
from graph.support import SOURCED
from graph.wording import count

if TYPE_CHECKING:
    import networkx as nx

SHAPES = {"cause": "box", "claim": "box", "reference": "box"}

BOX_COLOURS = {"cause": "#e8e4da", "claim": "#ffffff", "reference": "#dfeceb"}

DASHES: dict[str, bool | list[int]] = {
    "disputes": [8, 5],
    "qualifies": [10, 4, 2, 4],
    "mentions": [2, 5],
    "involves": [2, 5],
}

KEPT_IN_PLACE = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 150},
}
"""What is asked of vis-network: to leave the boxes where they are placed, and to show what they say."""

AROUND = "48px"
"""The height of what pyvis's page has around the drawing."""

ELSEWHERE = re.compile(r"""<(?:link|script)\b[^>]*\s(?:href|src)\s*=\s*["']?https?://[^>]*>(?:\s*</script>)?""")
"""A tag of pyvis's template that loads a style sheet or script."""


class Ids(dict[Any, None]):
    """A list of node ids for pyvis that looks an id up at once: its own list makes adding edges quadratic."""

    def append(self, node: Any) -> None:
        """Add an id."""
        self[node] = None


class Drawing(Network):  # type: ignore[misc]  # pyvis says no types
    """A network of pyvis that a notebook shows, with no file to write."""

    def __repr__(self) -> str:
        return f"<Drawing of {count(self.num_nodes(), 'node')}, {count(self.num_edges(), 'edge')}>"

    def _repr_html_(self) -> str:
        return framed(as_html(self), "A drawing of what rests on what", f"calc({self.height} + {AROUND})")


def draw(network: nx.MultiDiGraph[str], around: str = "", *, height: str = "640px") -> Drawing:
    """A drawing of a network (see `graph.build_network`) that a notebook shows; the network stays as it is.

    With `around`, the name or node of a cause, claim or reference, it is only of what this rests on and what rests on
    it. Claims that rest on nothing have a dashed edge. It is pyvis's own `Network`, to be changed as pyvis's
    documentation says; `as_html` makes a page of it. `height` is a length of CSS. Raises LookupError, with a proposal,
    where nothing is called so.

    >>> import graph
    >>> graph.draw(graph.build_network(graph.sample()), "Pregnancy").num_nodes()
    12
    """
    return drawn(near(network, around) if around else network, height)


def near(network: nx.MultiDiGraph[str], name: str) -> nx.MultiDiGraph[str]:
    """A node of a network with what evidence flows to it from, and on to from it, in the network's order."""
    import networkx as nx

    node = find(network, name)
    kept = {node, *nx.ancestors(network, node), *nx.descendants(network, node)}
    part = network.copy()
    part.remove_nodes_from([each for each in network if each not in kept])
    return part


def drawn(network: nx.MultiDiGraph[str], height: str) -> Drawing:
    """All of a network as a drawing."""
    net = Drawing(directed=True, height=height, cdn_resources="in_line")
    net.options, net.node_ids = KEPT_IN_PLACE, Ids()
    states = support_of(network).states
    boxes = {node: text_box(node, kind_of(data), spoken(node, data)) for node, data in network.nodes(data=True)}
    positions = arrange(network, {node: box for node, (box, _) in boxes.items()})
    for node, (box, label) in boxes.items():
        x, y = positions[node]
        kind = kind_of(network.nodes[node])
        net.add_node(
            node,
            label=label,
            title=inert(spoken(node, network.nodes[node])),
            x=x,
            y=y,
            shape=SHAPES[kind],
            color=BOX_COLOURS[kind],
            shapeProperties={"borderDashes": [4, 4] if states.get(node, "supported") not in SOURCED else False},
            widthConstraint={"minimum": box.width},  # no more than that, as the label is broken into lines already
            font={"align": "left", "size": 13},
        )
    for source, target, relation in network.edges(keys=True):
        net.add_edge(source, target, title=inert(str(relation)), dashes=DASHES.get(str(relation), False))
    return net


def as_html(drawing: Network) -> str:
    """A drawing as a page that requests nothing: pyvis's own, without what it loads from elsewhere even in line."""
    return ELSEWHERE.sub("", str(drawing.generate_html()))


def arrange(network: nx.MultiDiGraph[str], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Positions for the nodes of a network, claims beside the first cause they are about."""
    about: dict[str, str] = {}
    links: dict[str, list[str]] = {}
    for source, target, relation in network.edges(keys=True):
        if relation == "about":
            about.setdefault(source, target)
        elif source.startswith("reference:"):
            links.setdefault(source, []).append(target)
    beside: dict[str, list[Box]] = {}
    for node, box in boxes.items():
        if kind_of(network.nodes[node]) == "claim":
            beside.setdefault(about.get(node, ""), []).append(box)
    named = {node: box for node, box in boxes.items() if kind_of(network.nodes[node]) == "cause"}
    blocks = [Block(box, tuple(beside.pop(node, ()))) for node, box in named.items()]
    blocks += [Block(Box("", 0, 0), tuple(left)) for left in beside.values()]
    references = [box for node, box in boxes.items() if kind_of(network.nodes[node]) == "reference"]
    return neighbourhood(blocks, references, links)


def kind_of(data: Mapping[str, Any]) -> str:
    """Whether a node is a cause, a claim or a reference; a node that does not say is drawn as a reference."""
    kind = str(data.get("kind", ""))
    return kind if kind in WIDTHS else "reference"


def spoken(node: str, data: Mapping[str, Any]) -> str:
    """What a node says: its text, or its label and title, or else its id."""
    named = ": ".join(str(data[name]) for name in ("label", "title") if data.get(name))
    return str(data.get("text") or named or node)


def inert(title: str) -> str:
    """A title that pyvis leaves alone: one that has "href" would make it read every title as HTML."""
    return re.sub("href", "hr\N{ZERO WIDTH SPACE}ef", title, flags=re.IGNORECASE)
