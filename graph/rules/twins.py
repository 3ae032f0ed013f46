"""The claims that say the same as another, found without comparing each with all.

A thousand rows may have the same words and other figures, or other words in one place: gene by gene, year by year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import reduce
from itertools import chain
from operator import attrgetter, itemgetter, xor
from typing import Any

from graph.model import Claim, Quantity
from graph.texts.forms import MIN_SLIP, is_slip

Words = tuple[str, ...]
"""The forms of the words of a text, in their order."""

Filled = tuple[int, ...]
"""Which columns of a quantity are filled in."""

NumberedClaim = tuple[int, Claim]
"""A claim with its number among those that were looked at."""

ClaimsByValues = dict[tuple[Any, ...], NumberedClaim]
"""Claims by values of their quantities."""

all_columns: Callable[[Quantity], tuple[Any, ...]] = attrgetter(*(each.name for each in fields(Quantity)))


LONGEST_SLIP = 60
"""How many letters a word has at most; a longer one is none, and is compared as it is."""


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are the same wherever both are filled in."""
    pairs = zip(all_columns(one), all_columns(other), strict=True)
    return all(a == b or a in {None, ""} or b in {None, ""} for a, b in pairs)


def twins_in(group: Sequence[tuple[Claim, Words]]) -> Iterator[tuple[Claim, Claim]]:
    """Each claim that says the same as one before it which says the same as none, with that.

    The same are words that are equal, or but for a slip in one of them, with quantities that agree.
    """
    rests = [[*without_one(said)] for _, said in group]
    shared = Counter(rest for rest, _ in chain.from_iterable(rests))
    whole: dict[Words, Agreeing] = defaultdict(Agreeing)
    but_one: dict[int, Slips] = defaultdict(Slips)
    for number, ((claim, said), each) in enumerate(zip(group, rests, strict=True)):
        perhaps = [(but_one[rest], word) for rest, word in each if shared[rest] > 1]
        slipped = (slips.first(word, claim.quantity) for slips, word in perhaps)
        if found := whole[said].first(claim.quantity) or next(filter(None, slipped), None):
            yield claim, found[1]
        elif said:
            whole[said].add((number, claim))
            for slips, word in perhaps:
                slips.add(word, (number, claim))


def without_one(said: Words) -> Iterator[tuple[int, str]]:
    """Each longer word, with a number for all other words: millions of numbers are no load."""
    numbers = [hash(each) for each in enumerate(said)]
    whole = reduce(xor, numbers, 0)
    words = zip(numbers, said, strict=True)
    return ((whole ^ number, word) for number, word in words if MIN_SLIP <= len(word) <= LONGEST_SLIP)


class Agreeing:
    """Claims of which the first one is asked for whose quantity agrees with another.

    Those with the same columns filled in stand together; `tables` find them by the values of some of these columns.
    """

    def __init__(self) -> None:
        self.claims: dict[Filled, list[NumberedClaim]] = defaultdict(list)
        self.tables: dict[Filled, dict[Filled, ClaimsByValues]] = defaultdict(dict)

    def add(self, known: NumberedClaim) -> None:
        """Add a claim behind the others."""
        values = all_columns(known[1].quantity)
        filled = filled_in(values)
        self.claims[filled].append(known)
        for columns, table in self.tables[filled].items():
            table.setdefault(tuple(values[column] for column in columns), known)

    def first(self, quantity: Quantity) -> NumberedClaim | None:
        """The first claim whose quantity agrees with this one."""
        values = all_columns(quantity)
        asked = filled_in(values)
        found = []
        for filled in self.claims:
            common = tuple(column for column in filled if column in asked)
            found.append(self.table(filled, common).get(tuple(values[column] for column in common)))
        return earliest(found)

    def table(self, filled: Filled, columns: Filled) -> ClaimsByValues:
        """The first claim with each values in these columns, of those that have the same ones filled in."""
        tables = self.tables[filled]
        if columns not in tables:
            tables[columns] = {}
            for known in self.claims[filled]:
                values = all_columns(known[1].quantity)
                tables[columns].setdefault(tuple(values[column] for column in columns), known)
        return tables[columns]


def filled_in(values: Sequence[Any]) -> Filled:
    """Which columns have a value."""
    return tuple(column for column, value in enumerate(values) if value not in {None, ""})


class Slips:
    """Words that stand in one place of texts which are the same but for them, each with the claims of these texts.

    Of two words of which one is the other with a slip, some part is the same: all of a word, or all but one letter.
    """

    def __init__(self) -> None:
        self.claims: dict[str, Agreeing] = {}
        self.words: dict[str, list[str]] = defaultdict(list)

    def add(self, word: str, known: NumberedClaim) -> None:
        """Add a claim by its word."""
        if word not in self.claims:
            self.claims[word] = Agreeing()
            for part in parts_of_word(word):
                self.words[part].append(word)
        self.claims[word].add(known)

    def first(self, word: str, quantity: Quantity) -> NumberedClaim | None:
        """The first claim whose word is this one but for a slip, and whose quantity agrees."""
        near = {each for part in parts_of_word(word) for each in self.words.get(part, ())} if self.claims else ()
        return earliest(self.claims[each].first(quantity) for each in near if is_slip(word, each))


def parts_of_word(word: str) -> set[str]:
    """A word, and what is left of it without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def earliest(found: Iterable[NumberedClaim | None]) -> NumberedClaim | None:
    """The claim that was known first."""
    return min(filter(None, found), key=itemgetter(0), default=None)
