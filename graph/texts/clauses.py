"""Sentences with markers in the middle and at the end: whether what stands between is a clause of its own.

There is no grammar here: a clause begins with a word that joins, and has one of the verbs that only clauses have.
Names, "both X and Y", infinitives and relative clauses are none.
"""

from __future__ import annotations

import re
from os.path import commonprefix

from graph.texts.sentences import word_set

LONGEST_QUOTE = 5000
"""A quote of more letters is no sentence."""

NEAR = (12, 4)
"""How many letters tell where a text goes on behind a marker; fewer where the next marker comes soon."""

BARE_MARKER = re.compile(
    r"\s*(?:\[(?:[^\[\]]{0,200}@\w[^\[\]]{0,500}|\d[\d\s,;\N{EN DASH}-]{0,100})\]"
    r"|\\[a-zA-Z]{0,20}cite[a-zA-Z]{0,20}\*?(?:\[[^\[\]]{0,200}\]){0,2}\{[^{}]{0,500}\})"
)
"""Markers that can be told from a quote alone: keys and numbers in brackets, and LaTeX's commands."""

JOINING = re.compile(r"[\s,:)-]*(?:;|\b(?:and|but|while|whereas|yet|although|though|however|or)\b)", re.IGNORECASE)
A_WORD = re.compile(r"[^\W\d_]+")

FINITE = word_set(
    "am is are was were has have had do does did can could may might must shall should will would cannot "
    "show shows showed suggest suggests suggested find finds found report reports reported propose proposes proposed "
    "use uses used provide provides provided supports supported demonstrate demonstrates demonstrated observe observes "
    "observed indicate indicates indicated remain remains remained depend depends depended require requires required "
    "allow allows allowed become becomes became appear appears appeared tend tends tended lead leads led make makes "
    "made causes caused affects affected improves increases reduces decreases employ employs employed develop develops "
    "achieve achieves achieved confirm confirms confirmed"
)
"""Verbs that say something of a subject, and are seldom anything else."""

SUBORDINATE = word_set("who whom whose which that how whether what when where if why because to")
"""Words behind which a verb belongs to a clause inside of another."""


def own_clause(quote: str, words: str) -> str:
    """The clause with a marker of its own behind another marker; an empty string where there is none.

    `words` are those of the quote without its markers; where they are others, markers are told by their form.
    """
    parts = parts_between(quote, words) or BARE_MARKER.split(quote)
    ends = len(parts) > len(("x", "y")) and not A_WORD.search(parts[-1])
    return next((part.strip(" ,;:") for part in parts[1:-1] if is_clause(part)), "") if ends else ""


def parts_between(quote: str, words: str) -> list[str]:
    """What stands before, between and behind the markers of a quote; nothing where its words are not these."""
    if len(quote) > LONGEST_QUOTE:
        return []
    parts: list[str] = []
    start = position = 0
    left = words[max(words.find(quote[: NEAR[-1]]), 0) :]
    while left:
        same = len(commonprefix([quote[position:], left]))  # noqa: RUF071 - letters are compared
        left, position = left[same:], position + same
        if left or position < len(quote):
            parts.append(quote[start:position])
            start = position = continuation(quote, left, position) if left else len(quote)
        if position < 0:
            return []
    return [*parts, quote[start:]]


def continuation(quote: str, left: str, position: int) -> int:
    """Where the words that are left go on in a quote, behind a marker; -1 where they do not."""
    return next((found for near in NEAR if (found := quote.find(left[:near], position)) >= 0), -1)


def is_clause(text: str) -> bool:
    """Whether words behind a marker are a clause that is joined to the one before."""
    match = JOINING.match(text)
    words = A_WORD.findall(text[match.end() :].casefold()) if match else []
    return next((word in FINITE for word in words if word in FINITE or word in SUBORDINATE), False)
