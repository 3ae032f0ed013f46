"""Where something stands: the user's files, places in them, and what a place asks not to hear of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Role = Literal["references", "claims", "values", "article", "settings"]
"""What one of the user's files holds; `values` is what the sources themselves say, an `article` makes the claims.

The `settings` are those of the project of an article, which name its bibliographies.
"""


class Place(NamedTuple):
    """Where something stands: a file, a line counted from 1, and the column or field if one is meant.

    `offset` is how far in its line it stands, counted from 1, in an article; 0 where nobody knows, and in tables.
    """

    file: str
    line: int
    column: str = ""
    offset: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def exact(self) -> str:
        """As a compiler names it, "file:line:offset"; without what is not known."""
        return f"{self}:{self.offset}" if self.offset else str(self)


class FieldPlaces(Mapping[str, Place]):
    """The places of the fields of an entry, so many lines below its own; each is made when asked for, as few are."""

    __slots__ = ("entry", "lines", "names")

    def __init__(self, entry: Place, names: Collection[str], lines: Sequence[int]) -> None:
        self.entry, self.names, self.lines = entry, names, lines

    def __getitem__(self, name: str) -> Place:
        if name not in self.names:
            raise KeyError(name)
        return Place(self.entry.file, self.entry.line + dict(zip(self.names, self.lines, strict=True))[name], name)

    def __contains__(self, name: object) -> bool:
        return name in self.names  # a KeyError that is made and caught takes five times as long

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __repr__(self) -> str:
        return repr(dict(self))


@dataclass(frozen=True, slots=True)
class File:
    """One of the user's files: the name that places give it, its bytes, what it holds, and the path that opens it.

    A text that was never a file has no path, and of an article in memory `beside` has what it may bring in, by name.
    """

    name: str
    data: bytes
    role: Role = "references"
    path: str = ""
    beside: Mapping[str, bytes] = field(default_factory=dict, hash=False, compare=False, repr=False)


class Suppression(NamedTuple):
    """A wish not to hear of a rule, by its code or name, where it stands; without a reason it is not granted."""

    rule: str
    reason: str
    place: Place
