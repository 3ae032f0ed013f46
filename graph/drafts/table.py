"""Claims -> a claims table (CSV) that reads back as the same claims."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from graph.model import STANCES, Citation, Claim, Stance
from graph.reading.table import FIGURES

BRACKETED = str.maketrans("()", "[]")

DRAFTED = (*FIGURES, "figures")
"""The columns of figures that are proposed."""

WRITTEN = (
    *("claim_id", "cause", "claim", *STANCES, "candidates", "basis", "section", "paragraph", "quote", "note"),
    *DRAFTED,
)
"""The columns that a draft fills, in their order; a table may have more."""

WHERE_FILLED = frozenset({"candidates", *DRAFTED})
"""Those of them that a table has only where a row fills them."""


def claims_csv(claims: Iterable[Claim], further: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """The table of an article's claims; `further` cells of theirs stand by the claims' keys."""
    rows = [claim_cells(claim) | dict((further or {}).get(claim.key, {})) for claim in claims]
    filled = {column for row in rows for column, cell in row.items() if cell}
    return table_csv([column for column in WRITTEN if column not in WHERE_FILLED - filled], rows)


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
