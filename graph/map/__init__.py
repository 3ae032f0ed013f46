"""Nodes and edges with places: what the page's map is drawn from, and a drawing for notebooks."""

from graph.map.drawing import as_html, draw

__all__ = ["as_html", "draw"]
