"""Evidence as data frames, of pandas or polars, whichever is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from importlib import util
from typing import Any, Literal, get_args

from graph.auditing.engine import audit
from graph.auditing.report import Report
from graph.exports import tables
from graph.exports.files import columns_in
from graph.exports.tables import PlainTable
from graph.model import Evidence, NotInstalledError
from graph.references.identifiers import identifiers
from graph.support import Support
from graph.wording import listing

FrameLibrary = Literal["pandas", "polars"]
LIBRARIES: tuple[FrameLibrary, ...] = get_args(FrameLibrary)
"""The libraries of data frames; where both are installed, the first is taken."""


@dataclass(frozen=True, kw_only=True)
class Frames:
    """Evidence as data frames, each made when it is first asked for; without a report the findings are an audit's.

    Numbers are numbers and truth is true or false; dates are text, as many are partial; what is missing is null.
    """

    evidence: Evidence = field(repr=False)
    report: Report | None = field(default=None, repr=False)
    library: FrameLibrary

    @cached_property
    def references(self) -> Any:
        """A row a reference, with how many claims cite it (`cited_by`) and how many it sources (`sources`)."""
        return as_frame(tables.table_of_references(self._support), self.library)

    @cached_property
    def claims(self) -> Any:
        """A row a claim, with its `state`; the columns are those of a claims table."""
        return as_frame(tables.table_of_claims(self._support), self.library)

    @cached_property
    def citations(self) -> Any:
        """A row a citation: `claim_id`, `reference`, `stance`, and what the reference itself states."""
        return as_frame(tables.table_of_citations(self.evidence), self.library)

    @cached_property
    def causes(self) -> Any:
        """A row a cause: how many of its claims are in each state, and how many references it rests on."""
        return as_frame(tables.table_of_causes(self._support), self.library)

    @cached_property
    def findings(self) -> Any:
        """A row a finding; one that `follows` from another, which is named there, is no fault of its own."""
        return as_frame(tables.table_of_findings(self.report or audit(self.evidence)), self.library)

    def claims_by_references(self) -> Any:
        """A row for every claim and a column for every reference, cited or not; in the cells the stance, or null."""
        return as_frame(tables.claims_by_references(self.evidence), self.library)

    @cached_property
    def _support(self) -> Support:
        return Support(self.evidence, identifiers)


def frames(evidence: Evidence, report: Report | None = None, library: FrameLibrary | None = None) -> Frames:
    """Evidence as data frames: `references`, `claims`, `citations`, `causes`, `findings`, `claims_by_references()`.

    They are pandas', or polars' where pandas is not installed; `library` chooses. Raises ImportError, with the cure,
    where what is asked for is not installed, or neither is.

    >>> import graph
    >>> frames = graph.frames(graph.read("data/references.bib", "data/claims.csv"))
    >>> frames.claims.groupby("state").size().to_dict()
    {'mentioned': 1, 'qualified': 2, 'supported': 29, 'unsourced': 74}
    """
    if library not in {None, *LIBRARIES}:
        raise ValueError(f"there are no data frames of {library!r}, only of {listing(LIBRARIES)}")
    wanted = (library,) if library else LIBRARIES
    found = next((each for each in wanted if util.find_spec(each)), None)
    if found is None:
        install = f"pip install {library}" if library else "pip install pandas, or polars"
        raise NotInstalledError(f"data frames need {' or '.join(wanted)}, which is not installed: {install}")
    return Frames(evidence=evidence, report=report, library=found)


def as_frame(table: PlainTable, library: FrameLibrary) -> Any:
    """A table as a data frame; null is what is missing, in every type of column."""
    return as_pandas(table) if library == "pandas" else as_polars(table)


def as_pandas(table: PlainTable) -> Any:
    """A table as a data frame of pandas."""
    import pandas as pd

    kinds: dict[type, Any] = {str: "string", int: "Int64", Decimal: "Float64", bool: "boolean"}
    types = table.columns
    return pd.DataFrame({name: pd.array(each, kinds[types[name]]) for name, each in columns_in(table).items()})


def as_polars(table: PlainTable) -> Any:
    """A table as a data frame of polars."""
    import polars as pl

    kinds = {str: pl.String, int: pl.Int64, Decimal: pl.Float64, bool: pl.Boolean}
    return pl.DataFrame(columns_in(table), schema={name: kinds[kind] for name, kind in table.columns.items()})
