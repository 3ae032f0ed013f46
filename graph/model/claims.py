"""What is said of which cause, and which references are cited for it how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from graph.model.figures import NO_QUANTITY, Quantity
from graph.model.places import Place, Suppression

Stance = Literal["supports", "disputes", "qualifies", "mentions"]
"""How a reference stands to a claim; a mere mention does not source it."""

Basis = Literal["cited", "inferred"]
"""How a citation is known: marked in the article's text, or concluded by whoever wrote the table."""

Kind = Literal[
    "association",
    "risk-factor",
    "mechanism",
    "frequency",
    "diagnosis",
    "treatment",
    "prevention",
    "harm",
    "cost",
    "course",
    "history",
    "background",
]
"""What sort of statement a claim is."""

FigureState = Literal["drafted", "confirmed"]
"""Whether a claim's figures were only taken from its sentence by pattern, or somebody says that they are so."""

STANCES: tuple[Stance, ...] = get_args(Stance)
BASES: tuple[Basis, ...] = get_args(Basis)
KINDS: tuple[Kind, ...] = get_args(Kind)
FIGURE_STATES: tuple[FigureState, ...] = get_args(FigureState)

WIDER = " > "
"""What stands between a wider cause and a narrower one in a cause's name."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The link between a claim and a reference; `reference` is a key, which the bibliography may lack.

    `locator` is where in the reference, as it is written ("p. 3"). What each `stance` is in CiTO, the Citation Typing
    Ontology, stands in docs/network.md. `stated` says whether the table itself states the basis. `source` is what the
    table of source values says that the reference itself states about the claim.
    """

    claim: str
    reference: str
    stance: Stance
    place: Place
    locator: str = ""
    basis: Basis = "inferred"
    stated: bool = False
    source: SourceValue | None = None

    @property
    def id(self) -> str:
        """The id of its claim in the network."""
        return f"claim:{self.claim}"


class SourceValue(NamedTuple):
    """What a reference itself states about a claim: its figures and words, and who looked when."""

    place: Place
    quantity: Quantity = NO_QUANTITY
    quote: str = ""
    design: str = ""
    checked_by: str = ""
    checked_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One atomic statement about a cause, with its citations and figures.

    `kind` is one of `graph.model.KINDS`, `quote` the article's own words, `reviewed_on` a day (ISO 8601), and
    `reviewed_as` a mark of what the claim said then; a text that nobody gave is empty. `cause` and each of `involves`
    name a cause in full ("Rheumatic disease > Fibromyalgia"). `drafted` are figures that nobody confirmed: no fact, so
    `quantity` has none of them. `extra` holds the cells of the columns that this program does not know.
    """

    key: str
    cause: str
    text: str
    place: Place
    citations: tuple[Citation, ...] = ()
    kind: Kind | None = None
    quantity: Quantity = NO_QUANTITY
    drafted: Quantity = NO_QUANTITY
    involves: tuple[str, ...] = ()
    section: str = ""
    paragraph: str = ""
    quote: str = ""
    noqa: tuple[Suppression, ...] = ()
    note: str = ""
    reviewed_by: str = ""
    reviewed_on: str = ""
    reviewed_as: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def id(self) -> str:
        """Its id in the network."""
        return f"claim:{self.key}"

    def at(self, column: str) -> Place:
        """The place of one of its cells."""
        return Place(self.place.file, self.place.line, column, self.place.offset)


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that claims are about; `name` is its full name and `place` where it is named first."""

    name: str
    place: Place

    @property
    def id(self) -> str:
        """Its id in the network."""
        return f"cause:{self.name}"

    @property
    def label(self) -> str:
        """The last part of its name."""
        return self.name.rpartition(WIDER)[2]

    @property
    def wider(self) -> str:
        """The full name of the next wider cause, or an empty string."""
        return self.name.rpartition(WIDER)[0]


def lineage(cause: str) -> Iterator[str]:
    """A cause's full name, then those of its wider causes, from near to far."""
    while cause:
        yield cause
        cause = cause.rpartition(WIDER)[0]
