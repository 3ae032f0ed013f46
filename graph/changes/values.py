"""What has changed between two versions of the evidence, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from graph.displayed import Displayed
from graph.model import Citation, Claim, Finding, Reference
from graph.support import SOURCED, Coverage, State
from graph.wording import count

Outcome = Literal["added", "removed", "changed"]
"""What became of a claim, a reference or a cause."""

CitationFate = Literal["added", "removed", "flipped", "broken", "mended", "changed"]
"""What became of a citation: *flipped* has another stance, *broken* a reference that the bibliography no longer has."""

Turn = Literal["lost", "weaker", "stronger", "gained"]
"""What became of a claim's support; *lost* is what had a source and has none, or is refuted now."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
TURNS: tuple[Turn, ...] = get_args(Turn)

BY_STANDING: tuple[State, ...] = ("supported", "qualified", "contested", "mentioned", "unsourced", "refuted")
"""How well a claim stands in each state, the best first."""

Side = TypeVar("Side")


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of a claim or a reference, called as its column or field is, as it was and as it is."""

    part: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class CitationChange:
    """A citation as it was and as it is, none where it is not.

    `was_known` and `is_known` say whether the bibliography had, and has, its reference.
    """

    old: Citation | None
    new: Citation | None
    was_known: bool
    is_known: bool

    @property
    def reference(self) -> str:
        """The key of the reference, as it is called now."""
        return latest(self.old, self.new).reference

    @property
    def fate(self) -> CitationFate:
        """What became of it; a new stance tells more than a reference that has come or gone."""
        if self.old is None or self.new is None:
            return "added" if self.old is None else "removed"
        if self.old.stance != self.new.stance:
            return "flipped"
        if self.was_known != self.is_known:
            return "broken" if self.was_known else "mended"
        return "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A claim as it was and as it is, none where it is not, with its states `before` and `after`.

    Of one that is there in both, the `differences` between its columns, and the `citations` that are other ones.
    """

    old: Claim | None
    new: Claim | None
    before: State | None
    after: State | None
    differences: tuple[Difference, ...] = ()
    citations: tuple[CitationChange, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim as it is, or as it was."""
        return latest(self.old, self.new)

    @property
    def change(self) -> Outcome:
        """What became of it."""
        return change_of_sides(self.old, self.new)

    @property
    def turn(self) -> Turn | None:
        """What became of its support; none where that is the same, or the claim was added or removed."""
        if self.before is None or self.after is None or self.before == self.after:
            return None
        if BY_STANDING.index(self.after) > BY_STANDING.index(self.before):
            bare = self.after == "refuted" or (self.before in SOURCED and self.after not in SOURCED)
            return "lost" if bare else "weaker"
        bare = self.before == "refuted" or (self.after in SOURCED and self.before not in SOURCED)
        return "gained" if bare else "stronger"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceChange:
    """A reference as it was and as it is, none where it is not, what differs, and the identifiers it lost and gained.

    `carried` and `carries` are how many claims it sourced and sources. `other_work` says that nothing but the key is
    the same: whoever cites it cites another work now.
    """

    old: Reference | None
    new: Reference | None
    differences: tuple[Difference, ...] = ()
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    carried: int = 0
    carries: int = 0
    other_work: bool = False

    @property
    def reference(self) -> Reference:
        """The reference as it is, or as it was."""
        return latest(self.old, self.new)

    @property
    def change(self) -> Outcome:
        """What became of it."""
        return change_of_sides(self.old, self.new)


@dataclass(frozen=True, slots=True)
class CauseChange:
    """How many of a cause's claims had a source, and have one; none where there is no such cause."""

    name: str
    old: Coverage | None
    new: Coverage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Displayed):
    """All that has changed, by key and name; it is false where nothing has.

    `overall` is the coverage of all claims, changed or not, and `found` and `gone` are the findings of the audit that
    are new and that are no more, the worst first.
    """

    claims: tuple[ClaimChange, ...]
    references: tuple[ReferenceChange, ...]
    causes: tuple[CauseChange, ...]
    overall: tuple[Coverage, Coverage]
    found: tuple[Finding, ...]
    gone: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return any((self.claims, self.references, self.causes, self.found, self.gone))

    def __repr__(self) -> str:
        groups = {"claim": self.claims, "reference": self.references, "cause": self.causes}
        what = ", ".join(count(len(each), name) for name, each in groups.items())
        return f"<Changes of {what}; {count(len(self.found), 'finding')} new, {len(self.gone):,} gone>"

    def turned(self, turn: Turn) -> list[ClaimChange]:
        """The claims whose support has become so."""
        return [each for each in self.claims if each.turn == turn]

    @property
    def worse(self) -> bool:
        """Whether a claim has lost its support, or there is a new error."""
        return bool(self.turned("lost")) or any(each.severity == "error" for each in self.found)


def latest(old: Side | None, new: Side | None) -> Side:
    """What is, or else what was."""
    found = old if new is None else new
    if found is None:
        raise ValueError("a change has one side at least")
    return found


def change_of_sides(old: object, new: object) -> Outcome:
    """What became of something, given what it was and is."""
    if old is None:
        return "added"
    return "removed" if new is None else "changed"
