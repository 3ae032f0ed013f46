"""What sort of source a reference is: the study designs and their levels, and what is merely a page on the web.

Which design a reference has is decided here, by `design_of`, and asked for by every rule.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from graph.model import Citation, Evidence, Reference
from graph.references.identifiers import dois, is_address_of_work
from graph.texts.phrases import pattern_of


class Design(NamedTuple):
    """A study design: its level for "Does this intervention help?", and how a title states it (a pattern).

    A secondary source sums up the studies of others; a primary one is such a study. Every text that states it has
    `hint` in it, in any case; few texts do, and patterns are slow.
    """

    level: int
    sort: Literal["primary", "secondary"]
    title: str = ""
    hint: str = ""


DESIGNS = {
    "systematic-review": Design(1, "secondary", r"systematic (literature )?review", "systematic"),
    "meta-analysis": Design(1, "secondary", r"meta[- ]?analy[sz]", "meta"),
    "guideline": Design(1, "secondary", r"clinical practice guideline", "practice guideline"),
    "randomized-trial": Design(
        2, "primary", r"(?<!non-)(?<!non )randomi[sz]ed\W+(\w+\W+){0,5}(trial|study)", "randomi"
    ),
    "non-randomized-trial": Design(3, "primary", r"non-?randomi[sz]ed\W+(\w+\W+){0,4}(trial|study)\b", "randomi"),
    "cohort": Design(3, "primary", r"cohort (study|analysis)", "cohort"),
    "case-control": Design(4, "primary", r"case[- ]control (\w+ ){0,2}(study|analysis|comparison)\b", "control"),
    "cross-sectional": Design(4, "primary", r"cross[- ]sectional (\w+ ){0,2}(study|survey|analysis)\b", "sectional"),
    "retrospective-review": Design(4, "primary", r"retrospective (chart |case )?review", "retrospective"),
    "case-series": Design(4, "primary", r"case series", "case series"),
    "case-report": Design(4, "primary", r"case report", "case report"),
    "laboratory": Design(5, "primary"),
    "review": Design(5, "secondary"),
    "expert-opinion": Design(5, "secondary"),
}
"""The study designs that a reference may record, the best first.

Levels: OCEBM Levels of Evidence Working Group, "The Oxford 2011 Levels of Evidence", treatment benefits. What it does
not grade stands with its like: a guideline with the reviews it is made from, a survey at one point in time and a
look through records with the case series, a narrative review with opinion, which is the lowest.
"""

TITLED = {name: each for name, each in DESIGNS.items() if each.title}
"""Those that a text may state."""

ANOTHERS = re.compile(
    r"\b(?:protocols?|comment(?:ary|s)?|reply|response|letter|erratum|corrigendum|correction|retraction|editorial"
    r"|need for|call for|how to|reporting|statement)\b",
    re.IGNORECASE,
)
"""What a title has that names the design of something else: a protocol, or a letter about a trial."""

OF_JOURNALS = re.compile(r"cochrane database (?:of )?syst", re.IGNORECASE)
"""Journals that publish systematic reviews alone."""

OF_ITSELF = (
    r"\b(?:this|our|the present|(?:was|is|we (?:have )?(?:did|conducted|performed|report(?:ed)?|undert\w+|carried out"
    r"|present|describe)) an?)\b"
    r"(?:(?!\b(?:not|of|previous|from|with)\b)[^.;:]){0,60}?\b"
)
"""What stands in an abstract before the design of the study itself."""

RANDOMIZED = 2
"""The level of a randomized trial: the least that should carry a treatment."""

IN_A_BOOK = frozenset({"inbook", "incollection", "inproceedings", "inreference"})
"""Entry types of what is often cited by the DOI of the book that it is in."""

WEB_TYPES = frozenset({"electronic", "inreference", "online", "reference", "webpage", "www"})
"""Entry types of web pages and of encyclopedias, databases and the like."""

ADDRESS = re.compile(r"https?:|www\.|\w\.[a-z]{2,4}\b")
"""What makes `howpublished` an address."""

DOCUMENT = re.compile(r"\.pdf(?:[?#]|\Z)", re.IGNORECASE)
"""How the address of a document ends that somebody made whole, as reports and guidelines are; a page may change."""

PUBLISHED = ("journal", "journaltitle", "booktitle", "doi", "pmid", "pmcid", "eprint", "isbn")
"""Fields that only something published has."""


def recorded(text: str) -> list[str]:
    """The words of a record such as "Systematic review; meta-analysis", as a design is written."""
    if not text:
        return []
    parts = ("-".join(part.lower().split()) for part in re.split(r"[;,]", text))
    return list(dict.fromkeys(filter(None, parts)))


def designs(citation: Citation, evidence: Evidence) -> list[str]:
    """The known designs of a cited reference: recorded with it or in the table of source values, else stated in it."""
    reference = evidence.references[citation.reference]
    text = f"{reference.design};{citation.source.design}" if citation.source else reference.design
    if known := [design for design in recorded(text) if design in DESIGNS]:
        return known
    stated = design_of(reference).name
    return [stated] if stated else []


class StatedDesign(NamedTuple):
    """The design that a reference states itself, and where: in its `title`, `journal`, `keywords` or `abstract`."""

    name: str = ""
    where: str = ""


def design_of(reference: Reference) -> StatedDesign:
    """The best design that a reference states where it is surest; what its field `design` records goes before it."""
    get = reference.fields.get
    return stated_in(reference.title, reference.journal, get("keywords", ""), get("abstract", ""))


@lru_cache(maxsize=2**14)  # abstracts stay in memory with it
def stated_in(title: str, journal: str, keywords: str, abstract: str) -> StatedDesign:
    """The design that one of these texts states, the surest first."""
    if name := stated_design(title):
        found = StatedDesign(name, "title")
    elif OF_JOURNALS.match(journal):
        found = StatedDesign("systematic-review", "journal")
    elif stated_design(keywords) and (name := next(filter(None, map(stated_design, re.split(r"[;,]", keywords))), "")):
        found = StatedDesign(name, "keywords")  # the first keyword that does; nearly always none does
    elif name := stated_design(abstract, OF_ITSELF):
        found = StatedDesign(name, "abstract")
    else:
        return StatedDesign()
    return StatedDesign() if ANOTHERS.search(title) else found


def stated_design(text: str, before: str = r"\b") -> str:
    """The best design that a text states with this pattern before it, or an empty string.

    The hint, then the design itself, is looked for first: many abstracts name a cohort, and what stands before it is
    looked for at every letter. In small letters that is much faster than in any case.
    """
    small = text.lower()
    for name, design in TITLED.items():
        if design.hint in small and has(design.title, small) and has(before + design.title, small):
            return name
    return ""


def has(pattern: str, text: str) -> bool:
    """Whether a text has what a pattern of a design means."""
    return pattern_of(pattern).search(text) is not None


def is_web(reference: Reference) -> bool:
    """Whether a reference is only a page on the web, or an entry in something that is looked up."""
    if reference.type not in WEB_TYPES and not (reference.type == "misc" and has_address(reference)):
        return False
    if any(map(reference.fields.get, PUBLISHED)):
        return False
    return not (is_address_of_work(reference.url) or any(dois(reference)) or DOCUMENT.search(reference.url))


def has_address(reference: Reference) -> bool:
    """Whether a reference says where on the web it is."""
    return bool(reference.url or ADDRESS.search(reference.fields.get("howpublished", "")))
