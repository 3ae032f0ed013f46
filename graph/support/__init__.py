"""What rests on what, decided in one place: the state of a claim, its sources, and what falls with a reference.

    support = Support(evidence)
    support.state("preg-02")  # "supported"
    support.falls_with("gupta2015").claims  # ("preg-01", "preg-02")
    print(support.coverage_of("Pregnancy").words)  # 14 claims, 6 sourced; 3 more involve it

A reference *sources* a claim when it supports or qualifies it. Only citations of references that the bibliography has
count. A cause's claims are those about it or one of its narrower causes; claims that only involve one of these are a
second number, but evidence flows to the cause along both.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import add
from typing import Literal, get_args

from graph.model import Citation, Claim, Evidence, Reference, Stance
from graph.support.numbers import NOBODY, Lists, by_key, only_one
from graph.support.tree import Tree
from graph.support.works import Works, no_identifiers
from graph.wording import count

State = Literal["supported", "qualified", "contested", "refuted", "mentioned", "unsourced"]
"""How a claim stands, by all references that are cited for it."""

STATES: tuple[State, ...] = get_args(State)
SOURCED: frozenset[State] = frozenset({"supported", "qualified", "contested"})
"""The states of a claim that rests on something; a refuted one does not."""

SOURCING: tuple[Stance, ...] = ("supports", "qualifies")
DISPUTING: tuple[Stance, ...] = ("disputes",)
"""The stances that carry a claim, and that which speaks against it."""


def state_of(stances: Iterable[Stance]) -> State:
    """The state of a claim, given how each reference that is cited for it stands to it."""
    found = set(stances)
    if "disputes" in found:
        return "refuted" if found.isdisjoint(SOURCING) else "contested"
    if "supports" in found:
        return "supported"
    if "qualifies" in found:
        return "qualified"
    return "mentioned" if found else "unsourced"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a cause's claims are in each state, how many more involve it, and how much all of them rest on.

    `cause` is its full name, or empty for all claims; `claims` are those about it. `references` is how many source a
    claim of either sort, `independent` how many those are where what is heard twice counts once (see
    `Support.independent`).
    """

    cause: str
    claims: int
    sourced: int
    supported: int
    qualified: int
    contested: int
    refuted: int
    mentioned: int
    unsourced: int
    involving: int
    involving_sourced: int
    references: int
    independent: int

    @property
    def words(self) -> str:
        """Both numbers in words: "14 claims, 6 sourced; 3 more involve it"."""
        own = f"{count(self.claims, 'claim')}, {self.sourced:,} sourced"
        if not self.involving:
            return own
        return f"{own}; {self.involving:,} more {'involves' if self.involving == 1 else 'involve'} it"


@dataclass(frozen=True, slots=True)
class Fallen:
    """A claim or cause that falls with a reference, or a claim that is lifted: no longer refuted without it."""

    node: str
    kind: Literal["claim", "cause"]
    effect: Literal["falls", "lifted"]


@dataclass(frozen=True, slots=True)
class Fall:
    """What falls with a reference: claims that lose their last source, and causes of which no other claim is sourced.

    `lifted` are the claims that it alone refutes. As an iterable it is a row for each, which makes a data frame.
    """

    claims: tuple[str, ...]
    causes: tuple[str, ...]
    lifted: tuple[str, ...]

    def __iter__(self) -> Iterator[Fallen]:
        yield from (Fallen(each, "claim", "falls") for each in self.claims)
        yield from (Fallen(each, "cause", "falls") for each in self.causes)
        yield from (Fallen(each, "claim", "lifted") for each in self.lifted)


class Support:
    """What rests on what in some evidence; made once of it, each table is worked out when it is first needed.

    Claims and references are asked for by key, causes by full name, and all causes together by an empty name; answers
    are such keys and names in the order of the files. What is unknown raises KeyError. `identifiers` gives the
    identifiers of a reference (DOI, PubMed number) so written that the same are equal, which is not decided here.
    """

    def __init__(self, evidence: Evidence, identifiers: Callable[[Reference], Iterable[str]] = no_identifiers) -> None:
        self.evidence = evidence
        self.identifiers = identifiers
        self.claims, self.references = list(evidence.claims), list(evidence.references)
        self.numbers = {key: number for number, key in enumerate(self.references)}
        self.tree = Tree(evidence.causes.values())

    # Claims

    def citations(self, claim: str, stances: Collection[Stance] = SOURCING) -> list[Citation]:
        """The citations of a claim that have one of these stances and a known reference, in the claim's order."""
        return [
            each
            for each in self.evidence.claims[claim].citations
            if each.stance in stances and each.reference in self.numbers
        ]

    def sources(self, claim: str) -> list[str]:
        """The references that support or qualify a claim, each once."""
        return [self.references[number] for number in self.sourcing[self._claim_numbers[claim]]]

    def state(self, claim: str) -> State:
        """The state of a claim."""
        return state_of(citation.stance for citation in self._known(self.evidence.claims[claim]))

    @cached_property
    def states(self) -> Mapping[str, State]:
        """The state of every claim."""
        return {
            key: state_of([each.stance for each in claim.citations if each.reference in self.numbers])
            for key, claim in self.evidence.claims.items()
        }

    # Causes

    def about(self, cause: str) -> list[str]:
        """The claims about a cause or one of its narrower ones."""
        return self._claims(sorted(self._about.between(*self.tree.span(cause))))

    def involving(self, cause: str) -> list[str]:
        """The claims that involve a cause or one of its narrower ones and are about none of them."""
        span = self.tree.span(cause)
        return self._claims(sorted(set(self._involving.between(*span)).difference(self._about.between(*span))))

    def rests_on(self, cause: str) -> dict[str, int]:
        """The references that a cause rests on, and how many of the claims about or involving it each one sources."""
        span = self.tree.span(cause)
        claims = {*self._about.between(*span), *self._involving.between(*span)}
        uses = Counter(source for claim in claims for source in self.sourcing[claim])
        return {self.references[number]: uses[number] for number in sorted(uses)}

    def coverage(self) -> list[Coverage]:
        """A row per cause, in the order of the evidence."""
        return [self._coverage[name] for name in self.evidence.causes]

    def coverage_of(self, cause: str) -> Coverage:
        """The row of one cause, or of all claims."""
        return self._coverage[cause]

    # References

    def carries(self, reference: str) -> list[str]:
        """The claims that a reference supports or qualifies."""
        return self._claims(self._carried.get(self.numbers[reference], ()))

    def carries_alone(self, reference: str) -> list[str]:
        """The claims of which a reference is the only source, which fall with it."""
        return self._claims(self._sourced_alone.get(self.numbers[reference], ()))

    def falls_with(self, reference: str) -> Fall:
        """The claims and causes that are sourced and would not be without a reference, and what it alone refutes."""
        number = self.numbers[reference]
        return Fall(
            claims=tuple(self.carries_alone(reference)),
            causes=tuple(self._resting_alone.get(number, ())),
            lifted=tuple(self._claims(self._refuted_alone.get(number, ()))),
        )

    def independent(self, references: Iterable[str]) -> int:
        """How many references these are where what is heard twice counts once.

        Those of the same work count once, and a study counts with the review that includes it, be it by way of another
        review: it is the least number of works among them that include all others.
        """
        return self._works.independent({self._works.of[self.numbers[key]] for key in references})

    # Tables by the number of a claim, its place in the file counted from 0; a reference's number is the same of it

    @cached_property
    def sourcing(self) -> Lists:
        """For each claim the references that support or qualify it."""
        return Lists(self._cited(claim, SOURCING) for claim in self.evidence.claims.values())

    @cached_property
    def disputing(self) -> Lists:
        """For each claim the references that dispute it."""
        return Lists(self._cited(claim, DISPUTING) for claim in self.evidence.claims.values())

    @cached_property
    def sole_sources(self) -> array[int]:
        """For each claim the one reference that sources it, or NOBODY, or SEVERAL."""
        return self.sourcing.only_ones()

    @cached_property
    def _claim_numbers(self) -> Mapping[str, int]:
        return {key: number for number, key in enumerate(self.claims)}

    def _known(self, claim: Claim) -> Iterator[Citation]:
        return (citation for citation in claim.citations if citation.reference in self.numbers)

    def _cited(self, claim: Claim, stances: Collection[Stance]) -> list[int]:
        numbers = self.numbers
        return sorted(
            {
                numbers[each.reference]
                for each in claim.citations
                if each.stance in stances and each.reference in numbers
            }
        )

    def _claims(self, numbers: Iterable[int]) -> list[str]:
        return [self.claims[number] for number in numbers]

    # Tables by the number of a reference, without those that have nothing

    @cached_property
    def _carried(self) -> dict[int, list[int]]:
        return by_key((source, claim) for claim, sources in enumerate(self.sourcing) for source in sources)

    @cached_property
    def _sourced_alone(self) -> dict[int, list[int]]:
        return by_key((source, claim) for claim, source in enumerate(self.sole_sources))

    @cached_property
    def _refuted_alone(self) -> dict[int, list[int]]:
        states = enumerate(self.states.values())
        return by_key((only_one(self.disputing[claim]), claim) for claim, state in states if state == "refuted")

    @cached_property
    def _resting_alone(self) -> dict[int, list[str]]:
        """The causes whose sourced claims each have this reference for their only source."""
        found = [only_one(self.sole_sources[claim] for claim in claims) for claims in self._own]
        for place, wider in self.tree.upwards():
            found[wider] = only_one((found[wider], found[place]))
        return by_key((found[self.tree.places[name]], name) for name in self.evidence.causes)

    @cached_property
    def _works(self) -> Works:
        return Works(self.evidence.references, self.identifiers)

    # Tables by the place of a cause in the tree

    @cached_property
    def _about(self) -> Lists:
        return self._placed((claim.cause,) for claim in self.evidence.claims.values())

    @cached_property
    def _involving(self) -> Lists:
        return self._placed(claim.involves for claim in self.evidence.claims.values())

    def _placed(self, named: Iterable[Iterable[str]]) -> Lists:
        """For each place the claims that name its cause, given the causes that each claim names."""
        places = self.tree.places
        found = by_key((places[name], claim) for claim, names in enumerate(named) for name in names)
        return Lists(found.get(place, ()) for place in range(len(places)))

    @cached_property
    def _own(self) -> Lists:
        """For each place the claims about or involving its cause itself; in most tables none involves another."""
        if not self._some_involve:
            return self._about
        return self._placed((claim.cause, *claim.involves) for claim in self.evidence.claims.values())

    @cached_property
    def _own_sources(self) -> Lists:
        """For each place the references that source these."""
        sourcing = list(self.sourcing)
        return Lists(chain.from_iterable(sourcing[claim] for claim in claims) for claims in self._own)

    @cached_property
    def _coverage(self) -> Mapping[str, Coverage]:
        tallies, references = self._tallies(), self.tree.gathered(self._own_sources)
        counts = zip(
            self.tree.names,
            tallies,
            *self._naming(),
            references,
            references if self._works.are_apart else self._independent_sources(),
            strict=True,
        )
        return {row[0]: coverage_row(*row) for row in counts}

    @cached_property
    def _some_involve(self) -> bool:
        return any(claim.involves for claim in self.evidence.claims.values())

    def _naming(self) -> tuple[Sequence[int | None], Sequence[int | None]]:
        """How many claims are about each cause or involve it, and how many of these are sourced; none if none does."""
        if not self._some_involve:
            return ([None] * len(self.tree.names),) * 2
        sourced, gathered = [source != NOBODY for source in self.sole_sources], self.tree.gathered
        return gathered(self._own), gathered([claim for claim in claims if sourced[claim]] for claims in self._own)

    def _independent_sources(self) -> list[int]:
        work = self._works.of
        works = [[work[source] for source in own] for own in self._own_sources]
        return self.tree.gathered(works, self._works.independent)

    def _tallies(self) -> list[list[int]]:
        """How many of the claims about each cause are in each state, in the order of STATES."""
        states = list(map(STATES.index, self.states.values()))
        found = [[0] * len(STATES) for _ in range(len(self._about))]
        for tally, claims in zip(found, self._about, strict=True):
            for claim in claims:
                tally[states[claim]] += 1
        for place, wider in self.tree.upwards():
            found[wider] = list(map(add, found[wider], found[place]))
        return found


def coverage_row(  # noqa: PLR0913, PLR0917 - one for each table that the row is made of
    cause: str, tally: Sequence[int], naming: int | None, sourced: int | None, references: int, independent: int
) -> Coverage:
    """The row of a cause, given the states of the claims about it, and how many name it at all, if that may be more."""
    supported, qualified, contested, refuted, mentioned, unsourced = tally
    claims, own = sum(tally), supported + qualified + contested
    states = (supported, qualified, contested, refuted, mentioned, unsourced)
    involving = 0 if naming is None else naming - claims
    involving_sourced = 0 if sourced is None else sourced - own
    return Coverage(cause, claims, own, *states, involving, involving_sourced, references, independent)
