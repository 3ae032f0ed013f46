"""Whether the words of a row are still those that the draft took from the article, or somebody's own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.texts.quotes import plain

IN_BRACKETS = re.compile(r"\[[^\[\]]*+\]")
"""The innermost brackets: [@a, p. 3], [1-3]."""

MARKERS = re.compile(
    r"""
    \\ [A-Za-z]* cite [A-Za-z]* \*? (?>(?: \s*+ (?: \([^)]*+\) | \{[^}]*+\} ) )*)  # \citep{a}
    | -? @ (?: \{[^}]*+\} | [\w:.#$%&+?<>~/-]*\w )                              # @a
    | \( (?= [^()]*? \d{4} ) [^()]*+ \)                                         # (Kaza, 2018)
    | <sup> [^<]*+ </sup> | \^ [^\s^]++ \^
    | (?<= [^\W\d_] | [.,;:!?)"'] ) \d+ (?>(?: \s? [,-] \s? \d+ )*) (?! [\w.] )      # so.1,2
    | [\u2070\u00b9\u00b2\u00b3\u2074-\u2079]++
    """,
    re.VERBOSE,
)
"""What other markers look like; as a claim and its quote are compared without them, more than markers does no harm."""

MOST_COLONS = 5
"""How many colons of a claim may be the one that its lead-in ends with."""


def is_own_claim(claim: str, quote: str, names: Iterable[str] = ()) -> bool:
    """Whether a claim is its quote without markers, behind a lead-in if it has one.

    `names` are keys that are words of the sentence, and what the claim has in their place.
    """
    quoted = bare(quote, names)
    parts = claim.split(": ", MOST_COLONS)
    return any(bare(": ".join(parts[start:]), names) == quoted for start in range(len(parts)))


def bare(text: str, names: Iterable[str]) -> str:
    """The letters and digits of a text without its markers and these names."""
    text = plain(text)
    for name in names:
        text = text.replace(plain(name), "")
    for _ in range(2):  # "[[39], their figure five]"
        text = IN_BRACKETS.sub("", text)
    return "".join(re.findall(r"\w", MARKERS.sub("", text)))
