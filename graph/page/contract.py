"""What Python and the page agree on: the data that the page shows (see `graph.page.data`)."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from graph.model import Basis, Severity, Stance
from graph.page.tables import ColumnTable
from graph.support import State

Form = Literal["entries", "records", "rows", "lines", ""]
"""How things stand in a file: entries of BibTeX, records of JSON, rows of a table, lines; empty if it is no text."""


class EstimateData(TypedDict, total=False):
    """A point, an interval or both, as they are written; `interval` says what it is, but for a range alone."""

    value: str
    low: str
    high: str
    interval: str


class QuantityData(TypedDict, total=False):
    """The figures of a claim, without those that are missing; `no_effect` is where two groups do not differ."""

    measure: str
    unit: str
    population: str
    comparator: str
    estimate: EstimateData
    comparator_estimate: EstimateData
    no_effect: str


class SourceData(TypedDict, total=False):
    """What a reference itself states about a claim, and who looked when, without what is not known."""

    quote: str
    figures: str
    quantity: QuantityData
    design: str
    checked: str


class CitationData(TypedDict):
    """A citation; `label` is what its reference is called, its key where the bibliography lacks it."""

    reference: str
    label: str
    known: bool
    stance: Stance
    basis: Basis
    locator: str
    source: SourceData


class CandidateData(TypedDict):
    """A reference that might carry a claim, going by the words that both have; it is no citation."""

    reference: str
    words: list[str]


class ClaimData(TypedDict):
    """A claim with its citations, and its figures in words; `extra` has the cells of further columns by their names."""

    id: str
    key: str
    text: str
    cause: str
    involves: list[str]
    state: State
    kind: str
    section: str
    paragraph: str
    figures: str
    population: str
    quantity: QuantityData
    quote: str
    note: str
    reviewed: str
    place: str
    extra: list[list[str]]
    candidates: list[CandidateData]
    citations: list[CitationData]


class CoverageData(TypedDict):
    """The numbers of `graph.support.Coverage`, and what it says in words."""

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
    words: str


class CauseData(CoverageData):
    """A cause and its coverage."""

    id: str
    name: str
    label: str
    wider: str
    depth: int


class BarPart(TypedDict):
    """A part of the bar of all claims: the state it looks like, where it begins and how wide it is, in per cent."""

    state: State
    at: float
    width: float


class ReferenceData(TypedDict):
    """A reference as a citation in words; `links` can be followed, `identifier` has what cannot.

    `bibtex` is the entry to copy, where its file is not BibTeX.
    """

    id: str
    key: str
    label: str
    title: str
    year: str
    authors: str
    citation: str
    links: list[list[str]]
    identifier: list[list[str]]
    group: str
    design: str
    use: str
    place: str
    bibtex: str


class FindingData(TypedDict):
    """A finding; `subject` is the id of what it is about, or empty; so is `column`, the cell that is meant.

    `follows` has the number of the finding that it follows from, if there is one: it is no fault of its own.
    """

    code: str
    rule: str
    severity: Severity
    place: str
    subject: str
    message: str
    column: str
    fingerprint: str
    follows: list[int]


class AuditData(TypedDict):
    """What `findings.json` tells beside the findings that are shown; those that are `hidden` are among them there."""

    summary: dict[str, Any]
    hidden: list[dict[str, Any]]
    suppressed: list[dict[str, Any]]
    checks: list[str]
    not_run: list[dict[str, str]]


class RuleData(TypedDict):
    """What a rule is called, and why it is one."""

    code: str
    name: str
    severity: Severity
    title: str
    why: str


class RunRule(RuleData):
    """A rule that was run, with the numbers of its findings.

    `widespread` has, by severity, in how many of all that it looks at it finds something, where that is most of it.
    """

    findings: list[int]
    widespread: dict[str, str]


class RuleNotRun(RuleData):
    """A rule that was not run, and why."""

    reason: str


class OriginalData(TypedDict):
    """A file that the page was made from, as base64 of gzip; `file` is how places name it.

    `form` is how what was read from it is written in it.
    """

    id: str
    role: str
    file: str
    name: str
    type: str
    form: Form
    gzip: str


class PageData(TypedDict):
    """Everything that the page shows, in stable order; ids are those of the network.

    `too_many` says why there are no candidates of claims, where none were looked for.
    """

    summary: str
    basis: str
    too_many: str
    all: CoverageData
    legend: list[str]
    bar: list[BarPart]
    causes: list[CauseData]
    claims: ColumnTable[ClaimData]
    references: ColumnTable[ReferenceData]
    checks: str
    suppressed: int
    findings: ColumnTable[FindingData]
    audit: AuditData
    rules: list[RunRule]
    originals: list[OriginalData]
    not_run: list[RuleNotRun]


class MapNode(TypedDict):
    """A cause or reference of the overview; `causes` is how many causes name claims that a reference sources."""

    id: str
    group: Literal["cause", "reference"]
    causes: NotRequired[int]


MapEdge = TypedDict("MapEdge", {"from": str, "to": str, "relation": Literal["rests_on"], "claims": int})
MapEdge.__doc__ = "A line of the overview, and for how many claims it stands."


class MapKinds(TypedDict):
    """How many causes and references there are."""

    cause: int
    reference: int


class MapView(TypedDict):
    """The overview in an order: numbers of `nodes` and `edges`, and how many nodes there would be if all were drawn."""

    nodes: list[int]
    edges: list[int]
    of: MapKinds


class MapData(TypedDict):
    """Nodes, edges and options as vis-network takes them, and the overview by how it is sorted."""

    nodes: list[MapNode]
    edges: list[MapEdge]
    options: dict[str, Any]
    views: dict[str, MapView]


class ShownData(PageData):
    """What the page is given: its data, the map, and whether there is so much that lists are drawn in parts."""

    map: MapData
    long: bool
