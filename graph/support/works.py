"""Which references are the same work, and which works include others, so that each is counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from graph.model import Reference


class Works:
    """Which references are the same work, and which works include others.

    References that share an identifier are the same work, and so are those that each share one with a third. A work
    is named by the number of its first reference: `of` has it for every reference, `parts` has what works include.
    `are_apart` says that each reference is a work of its own that includes no other, as they mostly are.
    """

    def __init__(self, references: Mapping[str, Reference], identifiers: Callable[[Reference], Iterable[str]]) -> None:
        self.of = same_works(map(identifiers, references.values()))
        work = dict(zip(references, self.of, strict=True))
        self.parts: dict[int, set[int]] = defaultdict(set)
        for key, reference in references.items():
            if parts := [work[part] for part in includes(reference) if part in work]:
                self.parts[work[key]].update(parts)
        self.tied = set(chain(self.parts, *self.parts.values()))
        self.are_apart = not self.tied and len(set(self.of)) == len(references)

    def independent(self, works: set[int]) -> int:
        """The least number of these works that include all others.

        A start is superfluous where a later start includes it; backwards, the later one is met first and marks it.
        So starts among starts, backwards, are as few as there can be, even where works include each other.
        """
        tied = works & self.tied
        if not tied:
            return len(works)
        return len(works) - len(tied) + len(self.starts(reversed(self.starts(tied))))

    def starts(self, works: Iterable[int]) -> list[int]:
        """Those of the works, in this order, that no earlier one includes."""
        starts: list[int] = []
        seen: set[int] = set()
        for work in works:
            if work not in seen:
                starts.append(work)
                self.mark(work, seen)
        return starts

    def mark(self, work: int, seen: set[int]) -> None:
        """Mark a work and what it includes, directly or by way of others."""
        waiting = [work]
        while waiting:
            each = waiting.pop()
            if each not in seen:
                seen.add(each)
                waiting.extend(self.parts.get(each, ()))


def same_works(identifiers: Iterable[Iterable[str]]) -> list[int]:
    """For each reference, given its identifiers, the number of the first one that is the same work."""
    same: list[int] = []
    first: dict[str, int] = {}
    for number, names in enumerate(identifiers):
        same.append(number)
        for name in names:
            if (known := first.setdefault(name, number)) != number:
                one, other = sorted((root(same, known), root(same, number)))
                same[other] = one
    return [root(same, number) for number in range(len(same))]


def root(same: list[int], number: int) -> int:
    """Where the chain of what is the same ends; it is shortened on the way."""
    while same[number] != number:
        same[number] = number = same[same[number]]
    return number


def includes(reference: Reference) -> list[str]:
    """The keys of what a review says that it includes."""
    said = reference.fields.get("includes", "")
    return [part for part in dict.fromkeys(map(str.strip, said.split(";"))) if part] if said else []


def no_identifiers(_reference: Reference) -> tuple[str, ...]:
    """None; every entry of the bibliography is then a work of its own."""
    return ()
