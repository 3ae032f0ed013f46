"""The number that an entry of a list has in arXiv, as it is written in text: "arXiv:2001.01234v2 [hep-th]"."""

from __future__ import annotations

import re

from graph.reading.records import Record

NEW_NUMBER = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
OLD_ARCHIVE = (
    r"(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|nlin|nucl-(?:ex|th)|physics|quant-ph|q-(?:alg|bio)"
    r"|alg-geom|chao-dyn|cmp-lg|cs|dg-ga|funct-an|solv-int)(?:\.[A-Z]{2})?"
)
NUMBER_IN_ARXIV = rf"(?:{NEW_NUMBER}|{OLD_ARCHIVE}/\d{{7}})(?![\d/])"
"""What a number looks like since 2007, or before."""

ARXIV_ADDRESS = r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/"
ARXIV_NAMED = re.compile(
    rf"(?:\bURL\s)?\[?(?:\b[Aa]r[Xx]iv:\s?|(?<![\w/])abs/|{ARXIV_ADDRESS}|(?<=\[)|(?<![\w/.:-])(?={OLD_ARCHIVE}/))(?P<number>{NUMBER_IN_ARXIV})"
    r"(?:v\d{1,2})?(?:\s(?:arXiv:)?(?P=number))?(?:\s?[\[(][a-z-]{2,8}(?:\.[A-Za-z-]{2,12})?[\])])?\]?"
)
"""A number behind its name or in its address, alone in brackets, or of a form that nothing else has; a link may repeat
it, and its subject stands behind it."""


def take_arxiv(text: str, record: Record) -> str:
    """Take the first number of arXiv, wherever it is; what else the text says stays."""
    found = ARXIV_NAMED.search(text)
    if not found or "eprint" in record.fields:
        return text
    record.put("eprint", found["number"], record.line)
    record.put("eprinttype", "arxiv", record.line)
    return ARXIV_NAMED.sub(lambda each: "" if each["number"] == found["number"] else each.group(), text)
