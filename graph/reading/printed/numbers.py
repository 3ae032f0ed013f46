"""The numbers that an entry of a printed list is known by: DOI, arXiv's, MathSciNet's, and addresses."""

from __future__ import annotations

import re

from graph.reading.listed.entry import take_anywhere
from graph.reading.listed.numbers import take_arxiv
from graph.reading.records import Record

MATHSCINET = re.compile(r"\s?\bMR(?P<number>\d{2,4}[a-m]:\d{5}|\d{4,7})(?:\s\([^()]*\))?")
"""The number of a review in MathSciNet, and what it was before: "MR1304906 (95m:14012)"."""

LINK_TAKEN = re.compile(r"\s?<\s?>")
"""What is left of a link in LaTeX, whose address stands behind its words, where that was taken."""


def take_numbers(text: str, record: Record) -> str:
    """Take identifiers and addresses, wherever they are."""
    text = LINK_TAKEN.sub("", take_anywhere(take_arxiv(text, record), record))
    if review := MATHSCINET.search(text):
        record.put("mrnumber", review["number"], record.line)
        text = MATHSCINET.sub("", text)
    return text
