"""A drawing of a network for notebooks, made with pyvis."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graph.map.boxes import WIDTHS, text_box
from graph.map.layout import Block, Box, neighbourhood
from graph.map.picture import OPTIONS, empty_network

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

SHAPES = {"cause": "box", "claim": "box", "reference": "box"}

BOX_COLOURS = {"cause": "#e8e4da", "claim": "#ffffff", "reference": "#dfeceb"}

DASHES: dict[str, bool | list[int]] = {
    "disputes": [8, 5],
    "qualifies": [10, 4, 2, 4],
    "mentions": [2, 5],
    "involves": [2, 5],
}

ELSEWHERE = re.compile(r"""<(?:link|script)\b[^>]*\s(?:href|src)\s*=\s*["']?https?://[^>]*>(?:\s*</script>)?""")
"""A tag of pyvis's template that loads a style sheet or script."""


def draw(network: nx.MultiDiGraph[str], *, height: str = "640px") -> Network:
    """A drawing of a network (see `graph.build_network`) for a notebook; the network stays as it is.

    It is pyvis's own `Network`, to be changed as pyvis's documentation says; `as_html` makes a page of it.
    """
    net = empty_network(height=height, cdn_resources="in_line")
    net.options = {**OPTIONS, "interaction": {"hover": True, "tooltipDelay": 150}}
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
            widthConstraint=box.width,
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
    """What a node says: its text or label, or else its id."""
    return str(data.get("text") or data.get("label") or node)


def inert(title: str) -> str:
    """A title that pyvis leaves alone: one that has "href" would make it read every title as HTML."""
    return re.sub("href", "hr\N{ZERO WIDTH SPACE}ef", title, flags=re.IGNORECASE)
