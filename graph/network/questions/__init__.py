"""Questions with names, asked of a network; answers are node ids and plain rows.

A claim is *sourced* when a reference supports or qualifies it; `graph.support` decides, of the network as it is now.
Node ids are as in `graph.build_network`: "claim:preg-02", "cause:Pregnancy", "reference:gupta2015". What is asked about
may also be called by its key, name or label, in any case; what cannot be found raises LookupError (see `find`). Each
question stands in `QUESTIONS`, from which the command `evidence-graph ask` and docs/questions.md are made.

>>> import graph
>>> network = graph.build_network(graph.read("data/references.bib", "data/claims.csv"))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.network.finding import find
from graph.network.questions.claims import about, contested, involving, refuted, unreviewed, unsourced
from graph.network.questions.connections import between, related, rests_on, sources
from graph.network.questions.retrieving import candidates
from graph.network.questions.strength import by_design, coverage, falls_with, thinnest, weakest
from graph.network.questions.years import oldest, timeline

__all__ = [
    "QUESTIONS",
    "about",
    "between",
    "by_design",
    "candidates",
    "contested",
    "coverage",
    "falls_with",
    "find",
    "involving",
    "oldest",
    "refuted",
    "related",
    "rests_on",
    "sources",
    "thinnest",
    "timeline",
    "unreviewed",
    "unsourced",
    "weakest",
]

QUESTIONS: Mapping[str, Callable[..., Any]] = {
    "unsourced": unsourced,
    "refuted": refuted,
    "contested": contested,
    "unreviewed": unreviewed,
    "about": about,
    "involving": involving,
    "rests-on": rests_on,
    "sources": sources,
    "related": related,
    "between": between,
    "falls-with": falls_with,
    "weakest": weakest,
    "thinnest": thinnest,
    "coverage": coverage,
    "by-design": by_design,
    "timeline": timeline,
    "oldest": oldest,
    "candidates": candidates,
}
"""Every question by its name; what it asks about beside the network are its other parameters (see `SUBJECTS`)."""
