"""What of a claim a review is bound to: a mark that changes when the claim does."""

from __future__ import annotations

import re
from dataclasses import fields
from decimal import Decimal

from graph.model import Claim, Quantity

REVIEW_MARK = re.compile("a[0-9a-f]{8}")
"""A mark begins with a letter: eight digits are a number to a spreadsheet, and so is 12e45678."""


def review_mark(claim: Claim) -> str:
    """A mark of a claim's text, its figures, and what it cites with which stance and locator.

    It is "a" and the first eight hexadecimal digits of their SHA-256. What is written otherwise but means the same (10
    and 10.0, the order of citations) has one mark, and so have columns that the claim does not use.
    """
    import hashlib  # with OpenSSL, which few audits need
    import json

    figures = {each.name: value for each in fields(Quantity) if (value := figure_of(claim.quantity, each.name))}
    citations = sorted((each.stance, each.reference, each.locator) for each in claim.citations)
    said = json.dumps([claim.text, figures, citations], sort_keys=True)
    return f"a{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def figure_of(quantity: Quantity, name: str) -> str:
    """One of the figures of a quantity as text; a number without needless zeros."""
    value = getattr(quantity, name)
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
    return "" if value is None else str(value)


def is_stale(claim: Claim) -> bool:
    """Whether a claim has changed since the review that its mark is of."""
    return bool(claim.reviewed_as) and claim.reviewed_as != review_mark(claim)
