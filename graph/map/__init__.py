"""A drawing of a network for notebooks: nodes and edges with places."""

from graph.map.drawing import as_html, draw

__all__ = ["as_html", "draw"]
