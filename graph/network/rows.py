"""The rows that questions answer with: plain and frozen, so that `dataclasses.asdict` and a data frame take them.

Claims, references and causes are called by the ids of their nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.model import Stance


@dataclass(frozen=True, slots=True)
class Trail:
    """How a reference stands to a claim, and by way of which causes that leads to the one that was asked about.

    The `path` begins with the cause that the claim names, as `relation` says; of a claim that was asked about itself,
    both are empty.
    """

    claim: str
    stance: Stance
    reference: str
    relation: Literal["about", "involves", ""] = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weight:
    """How many claims and causes fall with a reference, how many refuted claims it lifts, and how many it sources."""

    reference: str
    claims: int
    causes: int
    lifted: int
    sourced: int


@dataclass(frozen=True, slots=True)
class Footing:
    """How much a cause stands on: see `graph.support.Coverage`; with the reference `alone` it falls, if with any."""

    cause: str
    references: int
    independent: int
    alone: str
    claims: int
    sourced: int
    involving: int


@dataclass(frozen=True, slots=True)
class Tie:
    """One way in which two causes hang together.

    A `wider` cause holds both or is one of them, a `claim` names both, both rest on a `reference`, or a `chain` leads
    from one to the other. `shared` is what both have, if there is such a thing; `path` has all nodes on the way.
    """

    how: Literal["wider", "claim", "reference", "chain"]
    shared: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A claim and the references that it shares with another one."""

    claim: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A reference, its year, which is none where nobody can tell, and the claims that it supports or qualifies."""

    year: int | None
    reference: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """A claim that nobody has reviewed, or that has changed since."""

    claim: str
    review: Literal["never", "stale"]
    reviewed_by: str = ""
    reviewed_on: str = ""


@dataclass(frozen=True, slots=True)
class Graded:
    """A claim with the best design among its sources, the level of that, and the reference that has it.

    Where no source has a known design, all three are empty.
    """

    claim: str
    level: int | None = None
    design: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Age:
    """The years of the oldest and the newest reference that a cause or claim rests on, and which ones these are.

    A year is none where no reference has one.
    """

    node: str
    newest: int | None = None
    newest_reference: str = ""
    oldest: int | None = None
    oldest_reference: str = ""
