"""The boundary to vis-network: its source as pyvis ships it, and nodes, edges and options as pyvis hands them to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

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


def vis_script() -> str:
    """The source of vis-network as pyvis ships it, without the comment that makes debuggers ask for another file."""
    source = pyvis_folder() / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "", source.read_text(encoding="utf-8"))


def pyvis_folder() -> Path:
    """Where pyvis is installed; to import it would bring networkx and IPython, which a page has no need of."""
    found = find_spec("pyvis")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pyvis is not installed", name="pyvis")
    return Path(found.origin).parent


def picture(nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Nodes, edges and options as vis-network takes them: what a `Network` of pyvis makes of the same.

    A node has an `id` and whatever else the page draws; an edge has `from`, `to` and more.
    """
    return {
        "nodes": [{"label": " ", "shape": "custom", **node} for node in nodes],
        "edges": [{"arrows": "to", **edge} for edge in edges],
        "options": OPTIONS,
    }
