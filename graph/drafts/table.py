"""Claims -> a claims table (CSV) that reads back as the same claims."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from graph.model import STANCES, Citation, Claim, Stance

BRACKETED = str.maketrans("()", "[]")

WRITTEN = ("claim_id", "cause", "claim", *STANCES, "basis", "section", "paragraph", "quote", "note")
"""The columns that an article fills; a table may have more."""


def claims_csv(claims: Iterable[Claim]) -> str:
    """The table of an article's claims."""
    return table_csv(WRITTEN, map(claim_cells, claims))


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
