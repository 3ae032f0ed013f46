"""Evidence in the formats of other programs: a function a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.exports.bibtex import references_as_bibtex
from graph.model import Evidence

EXPORTS: Mapping[str, Callable[[Evidence], str]] = {
    "bibtex": references_as_bibtex,
}
"""Every export by its name."""
