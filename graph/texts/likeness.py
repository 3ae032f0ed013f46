"""Which sentences have wordings of their own elsewhere: the same, nearly the same, or a part of the sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from graph.texts.quotes import plain

NEARLY = 80
"""How alike a sentence and a wording are at least that are nearly the same, of 100."""

SHORTEST_PART = 30
"""How many letters a wording has at least that counts as a part of a sentence."""

MOST_COMPARED = 5_000_000
"""How many pairs are compared letter by letter; more of them mean another text, and looking is slow."""


def without_wording(sentences: Sequence[Collection[str]], wordings: Iterable[str]) -> list[int]:
    """The positions of the sentences, each in the forms it may have, that no wording is of.

    A wording that is just one of the sentences says nothing about another one that is nearly the same.
    """
    known = {folded(wording) for wording in wordings} - {""}
    forms = [{folded(form) for form in sentence} for sentence in sentences]
    spare = [*known.difference(*forms)]
    left = [number for number, each in enumerate(forms) if known.isdisjoint(each)]
    is_other_text = len(left) * len(spare) > MOST_COMPARED
    return [number for number in left if is_other_text or not any_like(forms[number], spare)]


def any_like(forms: Iterable[str], wordings: Sequence[str]) -> bool:
    """Whether a wording is nearly one of the forms of a sentence, or a part of it."""
    from rapidfuzz import fuzz, process

    for form in forms:
        if any(len(wording) >= SHORTEST_PART and wording in form for wording in wordings):
            return True
        if process.extractOne(form, wordings, scorer=fuzz.ratio, score_cutoff=NEARLY):
            return True
    return False


def folded(text: str) -> str:
    """A text without typography and case."""
    return plain(text).casefold()
