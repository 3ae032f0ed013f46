"""What becomes of a row of the table when its article has changed, and which of its cells follow.

A cell follows only if the draft itself wrote it. What it said is in the note of the row then, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from graph.drafts.own_words import is_own_claim
from graph.drafts.table import cited_as
from graph.drafts.written import WrittenRow
from graph.model import STANCES, WIDER, Citation, Claim
from graph.reading.claims import split_keys
from graph.texts.quotes import plain

Fate = Literal["kept", "changed", "gone", "new"]
"""What becomes of a row."""

FATES: tuple[Fate, ...] = get_args(Fate)

GONE = "gone from the article"
"""What the note of a row says whose sentence the article no longer has."""


class Changed(NamedTuple):
    """What becomes of a row, and its cells that change."""

    fate: Fate
    cells: Mapping[str, str]


def kept_row(row: WrittenRow, claim: Claim) -> Changed:
    """A row whose sentence stands as it stood, perhaps under another heading, or again."""
    cells = under_heading(row, claim)
    if GONE in notes(row):
        cells |= noted(row)
    if row["draft"] == "gone":
        cells["draft"] = ""
    return Changed("kept", cells)


def changed_row(row: WrittenRow, claim: Claim, beside: Sequence[WrittenRow], names: Mapping[str, str]) -> Changed:
    """A row whose sentence has other words, or other markers; `beside` are all rows of that sentence.

    One whose markers are only written otherwise, as numbers are after a new source, is kept. `names` are what claims
    call references whose keys are words of a sentence.
    """
    called = [name for key in keys_in(row) for name in (names.get(key, ""), key) if name]
    new = newly_cited(claim, beside, row["quote"])
    about = list(said_of_keys(row, claim, new, alone=len(beside) == 1))
    quote = {"quote": claim.quote} if row["quote"] else {}
    if quote and not (new or about) and is_own_claim(claim.text, row["quote"], called):
        return Changed("kept", {**kept_row(row, claim).cells, **quote})
    cells = under_heading(row, claim) | quote
    is_own = not row["quote"] or is_own_claim(row["claim"], row["quote"], called)
    cells |= {"claim": claim.text} if is_own else {}
    cells |= added(row, new) if len(beside) == 1 else {}
    was = row["claim"] if is_own and claim.text != row["claim"] else row["quote"]
    about.insert(0, f"was: {was}")
    return Changed("changed", cells | noted(row, *about) | {"draft": "changed"})


def left_row(row: WrittenRow) -> Changed:
    """A row that is no sentence of the article: somebody's own if it has no quote, else gone, which is said once."""
    if not row["quote"] or GONE in notes(row):
        return Changed("kept", {})
    return Changed("gone", noted(row, GONE) | {"draft": "gone"})


def under_heading(row: WrittenRow, claim: Claim) -> dict[str, str]:
    """The cells that follow a sentence under another heading; the cause only where it is the heading still."""
    old = row["section"]
    if not old or plain(old).casefold() == plain(claim.section).casefold():
        return {}
    is_heading = row["cause"].rpartition(WIDER)[2] == old.replace(WIDER, " \N{EN DASH} ")
    cells = {"section": claim.section, "paragraph": claim.paragraph}
    return cells | ({"cause": claim.cause} if is_heading else {})


def newly_cited(claim: Claim, beside: Sequence[WrittenRow], quote: str) -> list[Citation]:
    """The citations of a sentence that none of its rows has; one that stood in the old quote was taken out by hand."""
    known = {key for row in beside for key in keys_in(row)}
    return [each for each in claim.citations if each.reference not in known and not is_word_of(each.reference, quote)]


def is_word_of(key: str, text: str) -> bool:
    """Whether a key stands in a text."""
    return bool(re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", text))


def keys_in(row: WrittenRow) -> list[str]:
    """The references that a row cites."""
    return [part.key for stance in STANCES for part in split_keys(row[stance])]


def added(row: WrittenRow, citations: Sequence[Citation]) -> dict[str, str]:
    """The cells of a row with further citations."""
    new = {stance: cited_as(stance, citations) for stance in STANCES}
    cells = {stance: "; ".join(filter(None, (row[stance], cell))) for stance, cell in new.items() if cell}
    basis = {"basis": citations[0].basis} if citations and not (row["basis"] or keys_in(row)) else {}
    return cells | basis


def said_of_keys(row: WrittenRow, claim: Claim, new: Sequence[Citation], *, alone: bool) -> Iterator[str]:
    """What the note says of citations: the lost, and of a split sentence the new, as nobody knows for which part."""
    if new and not alone:
        yield f"newly cited: {', '.join(each.reference for each in new)}"
    cited = {each.reference for each in claim.citations}
    left_behind = [key for key in keys_in(row) if key not in cited] if row["basis"].lower() == "cited" else []
    if left_behind:
        yield f"no longer cited here: {', '.join(left_behind)}"


def notes(row: WrittenRow) -> list[str]:
    """The parts of a row's note."""
    return row["note"].split("; ") if row["note"] else []


def noted(row: WrittenRow, *parts: str) -> dict[str, str]:
    """The note of a row with these parts, each once, and without the one that it is gone."""
    said = "; ".join(each for each in notes(row) if each != GONE)
    new = (each for each in parts if f"; {each}; " not in f"; {said}; ")
    return {"note": "; ".join(filter(None, (said, *new)))}
