"""What the headings of an article say: whether what stands under one is its own, or about a thing of the world."""

from __future__ import annotations

import re

from graph.model import WIDER
from graph.texts.sentences import word_set

OWN = word_set(
    "abstract abstracts acknowledgement acknowledgements acknowledgment acknowledgments availability conclusion"
    " conclusions contribution contributions findings funding limitations material materials method methodology methods"
    " procedure procedures publication results statistics summary"
)
"""What the parts are called in which an article tells of itself."""

BESIDE = word_set(
    "a and author authors code concluding data design discussion ethical ethics experimental history in is it key main"
    " model of on our participants pre remarks sample section statement statistical study subjects the to analysis"
)
"""What stands beside these words in such a heading: "Results and Discussion", "Data availability"."""

ADDED = re.compile(
    r"appendi(?:x|ces)\b|supplement(?:ary|al)?\b(?: (?:data|file|figure|information|material|table)|$)", re.IGNORECASE
)
"""How what is added at the end is called; "Supplementary oxygen" is a treatment."""


def is_own_part(name: str) -> bool:
    """Whether a cause is named after a part in which an article tells what it did, found and concludes itself."""
    return any(tells_of_itself(heading) for heading in name.split(WIDER))


def tells_of_itself(heading: str) -> bool:
    """Whether a heading is one of such a part: of its words alone, or of an appendix."""
    words = re.findall(r"[^\W\d_]{2,}", heading.casefold())
    return bool(ADDED.match(heading)) or (not OWN.isdisjoint(words) and OWN.union(BESIDE).issuperset(words))
