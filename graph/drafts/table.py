"""Claims -> a claims table (CSV) that reads back as the same claims."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from graph.drafts.figures import figure_cells
from graph.model import STANCES, Citation, Claim, Stance
from graph.reading.table import FIGURES

BRACKETED = str.maketrans("()", "[]")

DRAFTED = (*FIGURES, "figures")
"""The columns of figures that are proposed; a table has those of which it has any."""

WRITTEN = ("claim_id", "cause", "claim", *STANCES, "basis", "section", "paragraph", "quote", "note")
"""The columns that an article fills; a table may have more."""


def claims_csv(claims: Iterable[Claim]) -> str:
    """The table of an article's claims."""
    rows = [claim_cells(claim) | figure_cells(claim) for claim in claims]
    filled = {column for row in rows for column in row}
    return table_csv([*WRITTEN, *(column for column in DRAFTED if column in filled)], rows)


def table_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A table with these columns; what a row lacks is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def claim_cells(claim: Claim) -> dict[str, str]:
    """The cells of a claim by their columns."""
    return {
        "claim_id": claim.key,
        "cause": claim.cause,
        "claim": claim.text,
        **{stance: cited_as(stance, claim.citations) for stance in STANCES},
        "basis": next((citation.basis for citation in claim.citations), ""),
        "section": claim.section,
        "paragraph": claim.paragraph,
        "quote": claim.quote,
        "note": claim.note,
    }


def cited_as(stance: Stance, citations: Iterable[Citation]) -> str:
    """The cell of a stance; what is in parentheses in a locator is in brackets there."""
    return "; ".join(
        f"{each.reference} ({each.locator.translate(BRACKETED)})" if each.locator else each.reference
        for each in citations
        if each.stance == stance
    )
