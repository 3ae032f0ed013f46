"""The values that every stage passes on: plain, frozen, without input or output.

The words are the project's vocabulary. A *reference* is an entry of the bibliography, a *claim* one statement about
a *cause*, a *citation* the link between a claim and a reference, *evidence* the whole that was read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from graph.displayed import Displayed
from graph.references.dois import NO_DOI, Doi
from graph.references.names import Name
from graph.references.years import NO_YEAR, Year
from graph.wording import count

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

Interval = Literal["range", "iqr", "sd", "ci90", "ci95", "ci99", "cri95", "pi95"]
"""What `low` and `high` are the ends of: all that was found, its middle half, one standard deviation on both sides of a
mean, a confidence interval, a credible one, or a prediction interval of a meta-analysis.

The words are short for those that ClinicalTrials.gov (Results Data Element Definitions: measure of dispersion or
precision) and the Cochrane Handbook (10.10.4.3) have.
"""

INTERVAL_WORDS: Mapping[Interval, str] = MappingProxyType(
    {
        "range": "range",
        "iqr": "IQR",
        "sd": "\N{PLUS-MINUS SIGN}1 SD",
        "ci90": "90 % CI",
        "ci95": "95 % CI",
        "ci99": "99 % CI",
        "cri95": "95 % CrI",
        "pi95": "95 % PI",
    }
)
"""How people write them."""

FigureState = Literal["drafted", "confirmed"]
"""Whether a claim's figures were only taken from its sentence by pattern, or somebody says that they are so."""

Role = Literal["references", "claims", "values", "article", "settings"]
"""What one of the user's files holds; `values` is what the sources themselves say, an `article` makes the claims.

The `settings` are those of the project of an article, which name its bibliographies.
"""

Severity = Literal["error", "warning", "info"]
"""How much a finding matters, the worst first."""

STANCES: tuple[Stance, ...] = get_args(Stance)
BASES: tuple[Basis, ...] = get_args(Basis)
KINDS: tuple[Kind, ...] = get_args(Kind)
INTERVALS: tuple[Interval, ...] = get_args(Interval)
FIGURE_STATES: tuple[FigureState, ...] = get_args(FigureState)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

WIDER = " > "
"""What stands between a wider cause and a narrower one in a cause's name."""


class UnusableError(ValueError):
    """Something beside the evidence that cannot be used (settings, a list, a baseline): one line, with its cure."""


class NotInstalledError(UnusableError, ImportError):
    """Something that is asked for needs a library that is not there: one line, with its cure."""


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


class Facts(NamedTuple):
    """What a reference states that is more than text, parsed once, when it is read; what it lacks is false.

    `names` are those of the authors (editors or the organisation where there are no authors).
    """

    names: tuple[Name, ...] = ()
    year: Year = NO_YEAR
    doi: Doi = NO_DOI


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of the bibliography; text is decoded from LaTeX, and what the entry lacks is empty.

    `type` is that of BibTeX ("article"), whatever format the entry is in; `design`, `group` and `listed` are this
    program's own fields, in docs/format.md. `authors`, `year` and `doi` are the text of its `facts`; `et_al` says that
    the list of authors is cut. `fields` holds every field as decoded text under its lower-case name, `places` the place
    of each field.
    """

    key: str
    type: str
    place: Place
    title: str = ""
    facts: Facts = NO_FACTS
    et_al: bool = False
    journal: str = ""
    url: str = ""
    design: str = ""
    group: str = ""
    listed: str = ""
    noqa: tuple[Suppression, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    places: Mapping[str, Place] = field(default_factory=dict, hash=False)

    @property
    def id(self) -> str:
        """Its id in the network."""
        return f"reference:{self.key}"

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of its authors as they are sorted, "Last, First"."""
        return tuple(map(str, self.facts.names))

    @property
    def year(self) -> str:
        """Its year as it is written."""
        return self.facts.year.written

    @property
    def doi(self) -> str:
        """Its DOI as it is written."""
        return self.facts.doi.written

    def at(self, name: str) -> Place:
        """The place of the field `name`, or of the entry where it lacks that field."""
        return self.places[name] if name in self.places else self.place  # noqa: SIM401 - `get` makes a KeyError


Ends = tuple[Decimal, Decimal]
"""The low and the high end of an interval."""


class Estimate(NamedTuple):
    """A figure as medicine writes it: a point, an interval, or a point with its interval; without any it is false.

    `interval` says what the `ends` are those of, and is none without them.
    """

    point: Decimal | None = None
    ends: Ends | None = None
    interval: Interval | None = None

    def __bool__(self) -> bool:
        return self.point is not None or self.ends is not None

    @property
    def reach(self) -> Ends | None:
        """From where to where the figure itself is: its point, whatever the interval of that, else its ends."""
        return self.ends if self.point is None else (self.point, self.point)


NO_ESTIMATE = Estimate()


def read_estimate(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, interval: Interval | None
) -> Estimate:
    """What the columns of a figure say together.

    One end alone, or twice the same, is a point. Ends without a word are those of a range, or beside a value those of
    its 95 % confidence interval.
    """
    if value is None and low is None and high is None:
        return NO_ESTIMATE
    ends = (low, high) if low is not None and high is not None else None
    if ends and value is None and low == high:
        ends = None
    if ends is None:
        point = next((each for each in (value, low, high) if each is not None), None)
        return NO_ESTIMATE if point is None else Estimate(point)
    return Estimate(value, ends, interval or ("range" if value is None else "ci95"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """The figures of a claim as its columns have them, in `unit`, for `population` against `comparator`.

    Numbers are decimals, as they are written; `n` counts people and `n_studies` studies. `low` and `high` are the ends
    of what `interval` says (see `graph.model.Interval`, which names its sources). What they say together is an
    `estimate`, and a `comparator_estimate`.
    """

    measure: str = ""
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    interval: Interval | None = None
    unit: str = ""
    population: str = ""
    comparator: str = ""
    comparator_value: Decimal | None = None
    comparator_low: Decimal | None = None
    comparator_high: Decimal | None = None
    comparator_interval: Interval | None = None
    n: int | None = None
    n_studies: int | None = None

    def __bool__(self) -> bool:
        return self is not NO_QUANTITY and self != NO_QUANTITY

    @property
    def estimate(self) -> Estimate:
        """The figure of those whom the claim is about."""
        return read_estimate(self.value, self.low, self.high, self.interval)

    @property
    def has_figure(self) -> bool:
        """Whether there is a figure of those whom the claim is about, as the `estimate` tells, which is longer made."""
        return not (self.value is None and self.low is None and self.high is None)

    @property
    def comparator_estimate(self) -> Estimate:
        """The figure of those with whom they are compared."""
        return read_estimate(self.comparator_value, self.comparator_low, self.comparator_high, self.comparator_interval)


NO_QUANTITY = Quantity()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read as meant; the rule called `rule` reports it, perhaps with another `severity`.

    `unread` counts the entries or rows that it kept out of the evidence, and `text` is how they are written.
    """

    rule: str
    place: Place
    message: str
    severity: Severity | None = None
    unread: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What the text that makes the claims is called, where it stands, and its date (ISO 8601: a day, month or year)."""

    title: str = ""
    url: str = ""
    date: str = ""


NO_ARTICLE = Article()

FURTHER = "further-reading"
"""The group of references that an article only recommends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Displayed):
    """All that was read: references and claims by key, causes by full name, and what could not be read as meant.

    Everything stands in the order of the files, which take no part in `==` themselves.

    `files` are those that it was read from: of references, of claims, and of source values where there is one. The
    files do not say which `article` the claims are of: settings do. `left_out` are the claims that were read and not
    asked for, `passed_over` counts what of an article is no claim, and `cited_apart` the keys that are cited there, in
    tables for example. Of a library that other articles cite from, too, `references` are those that this one cites, and
    `known_keys` are all.
    """

    references: Mapping[str, Reference]
    claims: Mapping[str, Claim]
    causes: Mapping[str, Cause]
    problems: tuple[Problem, ...] = ()
    files: tuple[File, ...] = field(default=(), compare=False)
    article: Article = NO_ARTICLE
    left_out: Mapping[str, Claim] = field(default_factory=dict)
    passed_over: Mapping[str, int] = field(default_factory=dict, compare=False)
    cited_apart: Collection[str] = field(default=(), compare=False)
    known_keys: Collection[str] = field(default=(), compare=False)

    def __repr__(self) -> str:
        numbers = {"claim": self.claims, "reference": self.references, "cause": self.causes, "problem": self.problems}
        return f"<Evidence: {', '.join(count(len(each), thing) for thing, each in numbers.items())}>"

    def named(self, role: Role) -> tuple[str, ...]:
        """The names of the files that hold this."""
        return tuple(file.name for file in self.files if file.role == role)

    @property
    def references_file(self) -> str:
        """The name of the bibliography; of several files all names."""
        return " and ".join(self.named("references")) or "references.bib"

    @property
    def claims_file(self) -> str:
        """The name of the claims table, or of the article that the claims were read from."""
        return next(iter(self.named("claims") or self.named("article")), "claims.csv")

    @property
    def keys(self) -> Collection[str]:
        """The keys that a claim can cite."""
        return self.known_keys or self.references.keys()

    def cited(self) -> set[str]:
        """The keys of what is cited: by any claim, those that are left out, too, or where no claim is made."""
        claims = (*self.claims.values(), *self.left_out.values())
        return {citation.reference for claim in claims for citation in claim.citations}.union(self.cited_apart)

    def citations(self) -> Iterator[Citation]:
        """Every citation, claim by claim."""
        return chain.from_iterable(claim.citations for claim in self.claims.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a rule noticed; `subject` is the id of a node in the network, or empty for a whole file.

    `code` and `rule` are the rule's code and name ("CLM001", "uncited-claim"), and `message` says fact and cure.
    """

    code: str
    rule: str
    severity: Severity
    place: Place
    subject: str
    message: str

    def __hash__(self) -> int:
        place = self.place  # all of it takes three times as long
        return hash((self.code, place.line, place.offset, self.subject, self.message))


def lineage(cause: str) -> Iterator[str]:
    """A cause's full name, then those of its wider causes, from near to far."""
    while cause:
        yield cause
        cause = cause.rpartition(WIDER)[0]
