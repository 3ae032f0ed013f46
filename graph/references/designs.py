"""What sort of source a reference is: the study designs and their levels, and what is merely a page on the web."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from graph.model import Citation, Evidence, Reference


class Design(NamedTuple):
    """A study design: its level for "Does this intervention help?", and how a title states it (a pattern).

    A secondary source sums up the studies of others; a primary one is such a study.
    """

    level: int
    sort: Literal["primary", "secondary"]
    title: str = ""


DESIGNS = {
    "systematic-review": Design(1, "secondary", r"systematic (literature )?review"),
    "meta-analysis": Design(1, "secondary", r"meta[- ]?analy[sz]"),
    "guideline": Design(1, "secondary", r"clinical practice guideline"),
    "randomized-trial": Design(2, "primary", r"(?<!non-)(?<!non )randomi[sz]ed\W+(\w+\W+){0,5}(trial|study)"),
    "non-randomized-trial": Design(3, "primary", r"non-?randomi[sz]ed"),
    "cohort": Design(3, "primary", r"cohort (study|analysis)"),
    "case-control": Design(4, "primary", r"case[- ]control"),
    "cross-sectional": Design(4, "primary", r"cross[- ]sectional"),
    "retrospective-review": Design(4, "primary", r"retrospective (chart |case )?review"),
    "case-series": Design(4, "primary", r"case series"),
    "case-report": Design(4, "primary", r"case report"),
    "laboratory": Design(5, "primary"),
    "review": Design(5, "secondary"),
    "expert-opinion": Design(5, "secondary"),
}
"""The study designs that a reference may record, the best first.

Levels: OCEBM Levels of Evidence Working Group, "The Oxford 2011 Levels of Evidence", treatment benefits. What it does
not grade stands with its like: a guideline with the reviews it is made from, a survey at one point in time and a
look through records with the case series, a narrative review with opinion, which is the lowest.
"""

STATED = {name: re.compile(rf"\b{each.title}", re.IGNORECASE) for name, each in DESIGNS.items() if each.title}
HINTS = ("review", "analy", "guideline", "random", "cohort", "control", "section", "case")
"""What every title that states a design has in it; few titles do, and patterns are slow."""

RANDOMIZED = 2
"""The level of a randomized trial: the least that should carry a treatment."""

WEB_TYPES = frozenset({"electronic", "inreference", "online", "reference", "webpage", "www"})
"""Entry types of web pages and of encyclopedias, databases and the like."""

ADDRESS = re.compile(r"https?:|www\.|\w\.[a-z]{2,4}\b")
"""What makes `howpublished` an address."""

PUBLISHED = ("journal", "journaltitle", "booktitle", "doi", "pmid", "pmcid", "eprint", "isbn")
"""Fields that only something published has."""


def recorded(text: str) -> list[str]:
    """The words of a record such as "Systematic review; meta-analysis", as a design is written."""
    parts = ("-".join(part.lower().split()) for part in re.split(r"[;,]", text))
    return list(dict.fromkeys(filter(None, parts)))


def designs(citation: Citation, evidence: Evidence) -> list[str]:
    """The known designs that a cited reference records, or the table of source values does."""
    text = f"{evidence.references[citation.reference].design};{citation.source.design if citation.source else ''}"
    return [design for design in recorded(text) if design in DESIGNS] if text != ";" else []


def stated_design(title: str) -> str:
    """The best design that a title states, or an empty string."""
    if not any(hint in title.lower() for hint in HINTS):
        return ""
    return next((name for name, pattern in STATED.items() if pattern.search(title)), "")


def is_web(reference: Reference) -> bool:
    """Whether a reference is only a page on the web, or an entry in something that is looked up."""
    has_address = bool(reference.url or ADDRESS.search(reference.fields.get("howpublished", "")))
    web = reference.type in WEB_TYPES or (reference.type == "misc" and has_address)
    return web and not any(reference.fields.get(name) for name in PUBLISHED)
