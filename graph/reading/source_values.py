"""The table of source values -> what each reference itself states about a claim; each of its columns is named here.

It is optional, one row per claim and reference: an editor's record of having looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from graph.model import STANCES, Citation, Claim, Place, Problem, SourceValue
from graph.reading.limits import USUAL_LIMITS, Limits
from graph.reading.problems import Problems
from graph.reading.table import FIGURES, Part, Parts, Row, cell, read_quantity, read_table, read_word
from graph.references.designs import DESIGNS, recorded
from graph.wording import MOST_HINTS, did_you_mean

REQUIRED = ("claim_id", "reference")
NO_ALIASES: Mapping[str, str] = MappingProxyType({})


def add_values(
    claims: Mapping[str, Claim],
    text: str,
    file: str = "evidence.csv",
    aliases: Mapping[str, str] = NO_ALIASES,
    limits: Limits = USUAL_LIMITS,
) -> tuple[dict[str, Claim], list[Problem]]:
    """The claims with the source values of the CSV `text` added to their citations.

    A row must be about a citation that the claims table has; otherwise it is counted by a problem's `unread`. `aliases`
    leads from other keys of a reference to its own.
    """
    problems = Problems(file)
    cited: dict[str, dict[str, Citation]] = {}
    unknown = 0
    for row in read_table(text, problems, REQUIRED, COLUMNS, limits):
        claim = claims.get(row["claim_id"])
        key = aliases.get(row["reference"], row["reference"])
        if claim and claim.key not in cited:
            cited[claim.key] = {each.reference: each for each in reversed(claim.citations)}
        citation = cited[claim.key].get(key) if claim else None
        unknown += citation is None
        if claim is None:
            hint = did_you_mean(row["claim_id"], claims) if unknown <= MOST_HINTS else ""
            row.leave_out(f"no claim is called {row['claim_id']!r}{hint}")
        elif citation is None:
            hint = did_you_mean(row["reference"], cited[claim.key]) if unknown <= MOST_HINTS else ""
            add = hint or "; add it to the claims table"
            row.leave_out(f"claim {claim.key!r} does not cite {row['reference']!r}{add}")
        elif citation.source:
            row.leave_out(f"line {citation.source.place.line} is about the same claim and reference; merge them")
        else:
            cited[claim.key][key] = with_value(citation, row)
    changed = {key: with_citations(claims[key], citations) for key, citations in cited.items()}
    return {**claims, **changed}, problems.problems


def with_citations(claim: Claim, first: dict[str, Citation]) -> Claim:
    """The claim with these in the place of its first citation of each reference."""
    return replace(claim, citations=tuple(first.pop(each.reference, each) for each in claim.citations))


def with_value(citation: Citation, row: Row) -> Citation:
    """A citation with the row's values."""
    stance = read_word(row, "stance", STANCES)
    if stance and stance != citation.stance:
        row.report("two-stances", "stance", f"{citation.reference!r} {stance} it here, but {citation.stance} it there")
    source = SourceValue(**PARTS.read(row), place=Place(row.problems.file, row.line))
    return replace(citation, source=source, locator=citation.locator or row["locator"])


def read_design(row: Row) -> str:
    """The known study designs in a row; others are reported."""
    designs = recorded(row["design"])
    for design in designs:
        if design not in DESIGNS:
            hint = did_you_mean(design, DESIGNS) or f"; use one of {', '.join(DESIGNS)}"
            row.report("unknown-word", "design", f"unknown design {design!r}{hint}")
    return "; ".join(design for design in designs if design in DESIGNS)


PARTS = Parts(
    cell("quote", "source_quote"),
    Part("quantity", FIGURES, read_quantity),
    Part("design", ("design",), read_design),
    cell("checked_by"),
    cell("checked_on"),
)
"""What a source value is made of."""

COLUMNS = (*REQUIRED, "stance", "locator", *PARTS.columns)
"""Every column that this program knows; others are passed over."""
