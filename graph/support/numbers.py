"""Lists of numbers, and the one number that is there."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

NOBODY, SEVERAL = -1, -2
"""What stands in place of a reference's number where there is none, or more than one."""

Key = TypeVar("Key", bound=Hashable)

Thing = TypeVar("Thing")


class Lists:
    """Lists of numbers, written end to end, so that a million of them are two arrays.

    List n is `numbers[starts[n] : starts[n + 1]]`; a page can carry both as they are.
    """

    __slots__ = ("numbers", "starts")

    def __init__(self, lists: Iterable[Iterable[int]]) -> None:
        self.starts, self.numbers = starts, numbers = array("i", [0]), array("i")
        for each in lists:
            numbers.extend(each)
            starts.append(len(numbers))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> array[int]:
        return self.numbers[self.starts[number] : self.starts[number + 1]]

    def __iter__(self) -> Iterator[array[int]]:
        return (self.numbers[start:end] for start, end in pairwise(self.starts))

    def only_ones(self) -> array[int]:
        """For each list the one number that is in it, or NOBODY where it is empty, or SEVERAL."""
        spans = pairwise(self.starts)
        ones = (SEVERAL if end - start > 1 else NOBODY if end == start else self.numbers[start] for start, end in spans)
        return array("i", ones)

    def between(self, first: int, end: int) -> array[int]:
        """The lists from `first` to that before `end` as one."""
        return self.numbers[self.starts[first] : self.starts[end]]


def only_one(numbers: Iterable[int]) -> int:
    """The one number that is there, or NOBODY where there is none, or SEVERAL."""
    found = set(numbers) - {NOBODY}
    if len(found) > 1:
        return SEVERAL
    return found.pop() if found else NOBODY


def by_key(pairs: Iterable[tuple[Key, Thing]]) -> dict[Key, list[Thing]]:
    """The things of each key, in their order."""
    found: dict[Key, list[Thing]] = defaultdict(list)
    for key, thing in pairs:
        found[key].append(thing)
    return found
