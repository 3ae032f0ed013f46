"""Evidence that is being read: what the steps of reading hand on to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from graph.model import NO_ARTICLE, Article, Claim, File, Problem, Reference, Role
from graph.reading.joined_library import Library
from graph.reading.limits import USUAL_LIMITS, Limits


@dataclass(slots=True)
class Draft:
    """What is read so far; `texts` are those of the `files`, one for each.

    `aliases` leads from other keys of a reference to the one that it is kept under, `sets` from a key to those of
    several, `numbers` from those of the list of the article that is read. `library` is that of the references, where it
    was read before. Whoever asks has `chosen` the bibliographies, unless they were only found.
    """

    files: Sequence[File]
    texts: list[str]
    references: dict[str, Reference] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    article: Article = NO_ARTICLE
    passed_over: Counter[str] = field(default_factory=Counter)
    cited_apart: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    limits: Limits = USUAL_LIMITS
    library: Library | None = None
    chosen: bool = True

    def of(self, role: Role) -> Iterator[tuple[str, str]]:
        """The text and the name of each file that holds this."""
        return ((text, file.name) for file, text in zip(self.files, self.texts, strict=True) if file.role == role)

    def named(self, role: Role) -> set[str]:
        """What the files are called that hold this, without their folders."""
        return {PurePath(file.name).name for file in self.files if file.role == role}
