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
from graph.wording import did_you_mean

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
    found = dict(claims)
    for row in read_table(text, problems, REQUIRED, COLUMNS, limits):
        claim = found.get(row["claim_id"])
        key = aliases.get(row["reference"], row["reference"])
        citations = [each for each in claim.citations if each.reference == key] if claim else []
        if claim is None:
            row.leave_out(f"no claim is called {row['claim_id']!r}{did_you_mean(row['claim_id'], found)}")
        elif not citations:
            keys = [each.reference for each in claim.citations]
            hint = did_you_mean(row["reference"], keys) or "; add it to the claims table"
            row.leave_out(f"claim {claim.key!r} does not cite {row['reference']!r}{hint}")
        elif citations[0].source:
            row.leave_out(f"line {citations[0].source.place.line} is about the same claim and reference; merge them")
        else:
            found[claim.key] = with_value(claim, citations[0], row)
    return found, problems.problems


def with_value(claim: Claim, citation: Citation, row: Row) -> Claim:
    """The claim with the row's values in one of its citations."""
    stance = read_word(row, "stance", STANCES)
    if stance and stance != citation.stance:
        row.report("two-stances", "stance", f"{citation.reference!r} {stance} it here, but {citation.stance} it there")
    source = SourceValue(**PARTS.read(row), place=Place(row.problems.file, row.line))
    changed = replace(citation, source=source, locator=citation.locator or row["locator"])
    return replace(claim, citations=tuple(changed if each is citation else each for each in claim.citations))


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
