"""Which claim and which reference of one version is which one of the other, whatever order they stand in.

Each step pairs some of what the steps before it have left. None of them prefers a side, so that the way back is the
same way.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from graph.drafts.matching import ALIKE, ALIKE_ELSEWHERE, LEAST_WORDS, Likeness, best_first
from graph.model import Claim, Evidence, Reference
from graph.reading.joined_library import marks_of
from graph.references.identifiers import identifiers
from graph.support.numbers import by_key
from graph.texts.likeness import MOST_COMPARED, NEARLY, folded

Entity = TypeVar("Entity", Claim, Reference)

Step = Callable[[Mapping[str, Entity], Mapping[str, Entity]], dict[str, str]]
"""Pairs keys of one version with keys of the other."""

DIGIT_RUN = re.compile(r"\d+", re.ASCII)


def pair_claims(old: Evidence, new: Evidence) -> dict[str, str]:
    """The keys of claims as they were, with those that they have now.

    Of two tables the keys say it, unless one is another claim's now. Keys that an article's sentences are given
    say nothing: they are counted.
    """
    if has_made_keys(old) or has_made_keys(new):
        steps: tuple[Step[Claim], ...] = (same_cause_and_words, same_words, partial(alike_claims, here=ALIKE))
    else:
        steps = (
            partial(same_key, test=says_nearly),
            same_cause_and_words,
            same_words,
            same_key,
            partial(alike_claims, here=ALIKE_ELSEWHERE),
        )
    return by_steps(in_key_order(old.claims), in_key_order(new.claims), steps)


def pair_references(old: Evidence, new: Evidence) -> dict[str, str]:
    """The keys of references as they were, with those that they have now: by key, unless that is another work's now."""
    steps: tuple[Step[Reference], ...] = (
        partial(same_key, test=may_be_same),
        partial(same_mark, marks=marks_of),
        same_key,
    )
    return by_steps(in_key_order(old.references), in_key_order(new.references), steps)


def has_made_keys(evidence: Evidence) -> bool:
    """Whether the claims are an article's sentences, which have keys that nobody gave them."""
    return bool(evidence.named("article"))


def in_key_order(things: Mapping[str, Entity]) -> dict[str, Entity]:
    """Things in the order of their keys, "c2" before "c10": the one order that does not depend on their rows."""
    return {key: things[key] for key in sorted(things, key=counting_order)}


def counting_order(key: str) -> tuple[str, str]:
    """What keys are sorted by."""
    return DIGIT_RUN.sub(lambda match: match[0].zfill(9), key), key


def by_steps(old: Mapping[str, Entity], new: Mapping[str, Entity], steps: Iterable[Step[Entity]]) -> dict[str, str]:
    """The pairs of all steps."""
    found: dict[str, str] = {}
    for step in steps:
        taken = {*found.values()}
        left = {key: thing for key, thing in old.items() if key not in found}
        found |= step(left, {key: thing for key, thing in new.items() if key not in taken})
    return found


def always(_old: Entity, _new: Entity) -> bool:
    """Any two."""
    return True


def same_key(
    old: Mapping[str, Entity], new: Mapping[str, Entity], test: Callable[[Entity, Entity], bool] = always
) -> dict[str, str]:
    """Things of one key that pass a test."""
    return {key: key for key, thing in old.items() if key in new and test(thing, new[key])}


def same_mark(
    old: Mapping[str, Entity], new: Mapping[str, Entity], marks: Callable[[Entity], Iterable[Hashable]]
) -> dict[str, str]:
    """Things that have a mark in common, each with the first one that is free."""
    there = {mark: deque(keys) for mark, keys in by_key((mark, key) for key in new for mark in marks(new[key])).items()}
    places = {key: place for place, key in enumerate(new)}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, thing in old.items():
        waiting = [there[mark] for mark in marks(thing) if mark in there]
        first = [keys[0] for keys in waiting if drop_taken(keys, taken)]
        if first:
            found[key] = min(first, key=places.__getitem__)
            taken.add(found[key])
    return found


def drop_taken(keys: deque[str], taken: set[str]) -> bool:
    """Take those that are taken from the front, and say whether any is left."""
    while keys and keys[0] in taken:
        keys.popleft()
    return bool(keys)


def same_cause_and_words(old: Mapping[str, Claim], new: Mapping[str, Claim]) -> dict[str, str]:
    """Claims about one cause in the same words."""
    return same_mark(old, new, lambda claim: [(claim.cause, words) for words in telling(claim)])


def same_words(old: Mapping[str, Claim], new: Mapping[str, Claim]) -> dict[str, str]:
    """Claims in the same words."""
    return same_mark(old, new, telling)


def telling(claim: Claim) -> Iterator[str]:
    """The words of a claim that tell it from others; too few of them do not."""
    words = folded(claim.text)
    if words.count(" ") + 1 >= LEAST_WORDS:
        yield words


def says_nearly(old: Claim, new: Claim) -> bool:
    """Whether two claims of one key are worded alike, as far as any two in one place must be."""
    return old.text == new.text or likeness(old.text, new.text) >= ALIKE


def may_be_same(old: Reference, new: Reference) -> bool:
    """Whether two references of one key are one work: by an identifier, or by a title that is alike or missing."""
    if old.title == new.title or not (old.title and new.title):
        return True
    return not {*identifiers(old)}.isdisjoint(identifiers(new)) or likeness(old.title, new.title) >= NEARLY


def likeness(one: str, other: str) -> float:
    """How alike two texts are, of 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(folded(one), folded(other))


def alike_claims(old: Mapping[str, Claim], new: Mapping[str, Claim], here: float) -> dict[str, str]:
    """Claims that are nearly the same, the most alike first: `here` is the least for those about one cause.

    Of very many, only those about one cause are compared.
    """
    causes = by_key((claim.cause, key) for key, claim in new.items())
    own = {key: [new[each] for each in causes.get(claim.cause, ())] for key, claim in old.items()}
    found = most_alike(old, new, {key: each for key, each in own.items() if each}, here)
    if (len(old) - len(found)) * (len(new) - len(found)) > MOST_COMPARED:
        return found
    taken = {*found.values()}
    free = [claim for key, claim in new.items() if key not in taken]
    return found | most_alike(old, new, {key: free for key in old if key not in found}, ALIKE_ELSEWHERE)


def most_alike(
    old: Mapping[str, Claim], new: Mapping[str, Claim], choices: Mapping[str, list[Claim]], least: float
) -> dict[str, str]:
    """Claims with those of their choices that are alike so far at least, none twice; of too many, nothing."""
    from rapidfuzz import fuzz, process

    if sum(map(len, choices.values())) > MOST_COMPARED:
        return {}
    words = {key: folded(claim.text) for key, claim in new.items()}
    numbers = {key: number for number, key in enumerate(new)}
    found = []
    for number, key in enumerate(old):
        others = {each.key: words[each.key] for each in choices.get(key, ())}
        like = process.extract(folded(old[key].text), others, scorer=fuzz.ratio, score_cutoff=least, limit=None)
        found += [Likeness(score, (number,), numbers[other]) for _, score, other in like]
    keys, there = [*old], [*new]
    return {keys[number]: there[place] for number, place in best_first(found).items()}
