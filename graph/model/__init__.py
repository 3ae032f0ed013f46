"""The values that every stage passes on: plain, frozen, without input or output.

The words are the project's vocabulary. A *reference* is an entry of the bibliography, a *claim* one statement about
a *cause*, a *citation* the link between a claim and a reference, *evidence* the whole that was read.
"""

from graph.model.claims import (
    BASES,
    FIGURE_STATES,
    KINDS,
    STANCES,
    WIDER,
    Basis,
    Cause,
    Citation,
    Claim,
    FigureState,
    Kind,
    SourceValue,
    Stance,
    lineage,
)
from graph.model.evidence import NO_ARTICLE, Article, Evidence
from graph.model.figures import (
    INTERVAL_WORDS,
    INTERVALS,
    NO_ESTIMATE,
    NO_QUANTITY,
    Ends,
    Estimate,
    Interval,
    Quantity,
    read_estimate,
)
from graph.model.findings import SEVERITIES, Finding, NotInstalledError, Problem, Severity, UnusableError
from graph.model.places import FieldPlaces, File, Place, Role, Suppression
from graph.model.references import FURTHER, NO_FACTS, Facts, Reference

__all__ = [
    "BASES",
    "FIGURE_STATES",
    "FURTHER",
    "INTERVALS",
    "INTERVAL_WORDS",
    "KINDS",
    "NO_ARTICLE",
    "NO_ESTIMATE",
    "NO_FACTS",
    "NO_QUANTITY",
    "SEVERITIES",
    "STANCES",
    "WIDER",
    "Article",
    "Basis",
    "Cause",
    "Citation",
    "Claim",
    "Ends",
    "Estimate",
    "Evidence",
    "Facts",
    "FieldPlaces",
    "FigureState",
    "File",
    "Finding",
    "Interval",
    "Kind",
    "NotInstalledError",
    "Place",
    "Problem",
    "Quantity",
    "Reference",
    "Role",
    "Severity",
    "SourceValue",
    "Stance",
    "Suppression",
    "UnusableError",
    "lineage",
    "read_estimate",
]
