"""Values that notebooks show as HTML; how each of them looks, `graph.displays` says."""

from __future__ import annotations


class Displayed:
    """A value that a notebook shows as HTML, as Jupyter and marimo ask for it."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        from graph.displays.summaries import DISPLAYS  # which knows them all; a value does not know how it looks

        display = DISPLAYS.get(type(self))
        return display(self) if display else None
