"""Claims -> a claims table (CSV) that reads back as the same claims."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from graph.model import STANCES, Citation, Claim, Stance

BRACKETED = str.maketrans("()", "[]")

WRITTEN = ("claim_id", "cause", "claim", *STANCES, "basis", "section", "paragraph", "quote", "note")
"""The columns that an article fills; a table may have more."""


def claims_csv(claims: Iterable[Claim]) -> str:
    """The table of an article's claims."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(WRITTEN)
    rows.writerows(map(claim_row, claims))
    return text.getvalue()


def claim_row(claim: Claim) -> list[str]:
    """The cells of a claim."""
    stances = [cited_as(stance, claim.citations) for stance in STANCES]
    basis = next((citation.basis for citation in claim.citations), "")
    rest = (claim.section, claim.paragraph, claim.quote, claim.note)
    return [claim.key, claim.cause, claim.text, *stances, basis, *rest]


def cited_as(stance: Stance, citations: Iterable[Citation]) -> str:
    """The cell of a stance; what is in parentheses in a locator is in brackets there."""
    return "; ".join(
        f"{each.reference} ({each.locator.translate(BRACKETED)})" if each.locator else each.reference
        for each in citations
        if each.stance == stance
    )
