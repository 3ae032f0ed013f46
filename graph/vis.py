"""The only user of pyvis: nodes and edges for the page's map, the browser library, and a drawing for notebooks."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from graph.layout import CAUSE_WIDTH, CLAIM_WIDTH, REFERENCE_WIDTH, Block, Box, neighbourhood

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

LINE_HEIGHT = 18
PADDING = 14
PER_CHARACTER = 7.2
"""How wide a character of the map's text is on average, on the wide side; the page squeezes what is wider still."""

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

WIDTHS = {"cause": CAUSE_WIDTH, "claim": CLAIM_WIDTH, "reference": REFERENCE_WIDTH}
LINES = {"cause": 5, "claim": 4, "reference": 4}
SHAPES = {"cause": "box", "claim": "box", "reference": "box"}
COLOURS = {"cause": "#e8e4da", "claim": "#ffffff", "reference": "#dfeceb"}
DASHES: dict[str, bool | list[int]] = {
    "disputes": [8, 5],
    "qualifies": [10, 4, 2, 4],
    "mentions": [2, 5],
    "involves": [2, 5],
}


ELSEWHERE = re.compile(r"""<(?:link|script)\b[^>]*\s(?:href|src)\s*=\s*["']?https?://[^>]*>(?:\s*</script>)?""")
"""A tag of pyvis's template that loads a style sheet or script."""


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
            color=COLOURS[kind],
            widthConstraint=box.width,
            font={"align": "left", "size": 13},
        )
    for source, target, relation in network.edges(keys=True):
        net.add_edge(source, target, title=inert(str(relation)), dashes=DASHES.get(str(relation), False))
    return net


def as_html(drawing: Network) -> str:
    """A drawing as a page that requests nothing: pyvis's own, without what it loads from elsewhere even in line."""
    return ELSEWHERE.sub("", str(drawing.generate_html()))


def empty_network(**options: Any) -> Network:
    """A directed pyvis network that lays nothing out itself and to which adding takes the same time throughout."""
    from pyvis.network import Network

    net = Network(directed=True, **options)
    net.options = OPTIONS
    net.node_ids = Ids()
    return net


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


def text_box(node: str, kind: str, text: str, *, extra: int = 0, least: int = 0) -> tuple[Box, str]:
    """The box for a node of this kind, and the text in it, broken into lines.

    `extra` is added to the height that the text needs, and `least` is the least height of the box.
    """
    width = WIDTHS[kind]
    label = wrap(text, width - PADDING, LINES[kind])
    return Box(node, width, even(max(least, (label.count("\n") + 1) * LINE_HEIGHT + PADDING + extra))), label


def wrap(text: str, width: float, lines: int) -> str:
    """Text broken into at most `lines` lines of `width` (in the map's units), the last ending in … where it is cut."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    characters = int(width / (PER_CHARACTER * (1 + wide / max(1, len(text)))))
    broken = textwrap.wrap(text, max(4, characters), max_lines=lines, placeholder=" …", break_on_hyphens=True)
    return "\n".join(broken) or " "


def even(height: int) -> int:
    """The next even height, so that the middle of a box is a whole number."""
    return height + height % 2


def inert(title: str) -> str:
    """A title that pyvis leaves alone: one that has "href" would make it read every title as HTML."""
    return re.sub("href", "hr\N{ZERO WIDTH SPACE}ef", title, flags=re.IGNORECASE)


def without(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """A copy of a mapping that lacks some names."""
    return {name: value for name, value in data.items() if name not in names}
