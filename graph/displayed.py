"""Values that notebooks show as HTML; how each of them looks, `graph.displays` says, which knows them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

DISPLAYS: dict[type, Callable[[Any], str]] = {}
"""What makes HTML of a value, by its class: `graph` fills this, as values do not know how they look."""


class Displayed:
    """A value that a notebook shows as HTML, as Jupyter and marimo ask for it."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        display = DISPLAYS.get(type(self))
        return display(self) if display else None
