"""Causes as a tree: what concerns a cause and its narrower ones, however deep they nest."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from graph.model import Cause


class Tree:
    """Causes by their place in an order in which each is followed by all its narrower ones, and these by the others.

    So what concerns a cause and its narrower ones is one slice, however deep they nest. `wider` has the place of the
    next wider cause. Place 0 stands for all causes: its name is empty, as that of the cause wider than the widest.
    """

    __slots__ = ("ends", "names", "places", "wider")

    def __init__(self, causes: Iterable[Cause]) -> None:
        ordered = tree_order(causes)
        self.names = ["", *(cause.name for cause in ordered)]
        self.places = {name: place for place, name in enumerate(self.names)}
        self.wider = array("i", [0, *(self.places[cause.wider] for cause in ordered)])
        self.ends = array("i", range(1, len(self.names) + 1))
        for place, wider in self.upwards():
            self.ends[wider] = max(self.ends[wider], self.ends[place])

    def span(self, cause: str) -> tuple[int, int]:
        """The place of a cause, and that after its last narrower one."""
        place = self.places[cause]
        return place, self.ends[place]

    def upwards(self) -> Iterator[tuple[int, int]]:
        """Every cause's place and its wider one's, after those of its narrower ones."""
        return ((place, self.wider[place]) for place in range(len(self.wider) - 1, 0, -1))

    def gathered(self, own: Iterable[Iterable[int]], measure: Callable[[set[int]], int] = len) -> list[int]:
        """For each place how many different things it and its narrower ones have, given what each has of its own.

        The smaller set is poured into the larger one, as copying both at each of thousands of levels takes minutes.
        """
        found = [0] * len(self.names)
        waiting: dict[int, set[int]] = {}
        for place, its_own in reversed([*enumerate(own)]):
            things = set(its_own)
            if narrower := waiting.pop(place, None):
                things = poured(narrower, things)
            found[place] = measure(things)
            wider = self.wider[place]
            waiting[wider] = poured(waiting[wider], things) if wider in waiting else things
        return found


def tree_order(causes: Iterable[Cause]) -> list[Cause]:
    """Causes with the narrower ones after their wider one, otherwise in the order given."""
    narrower: dict[str, list[Cause]] = defaultdict(list)
    for cause in causes:
        narrower[cause.wider].append(cause)
    ordered: list[Cause] = []
    waiting = narrower[""][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting.extend(reversed(narrower.get(ordered[-1].name, ())))
    return ordered


def poured(one: set[int], other: set[int]) -> set[int]:
    """What is in either set: the larger one, changed."""
    small, large = (one, other) if len(one) < len(other) else (other, one)
    large |= small
    return large
