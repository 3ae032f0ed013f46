"""What the page says of reviews."""

from __future__ import annotations

import pytest

from graph.page.data import reviewed_words
from graph.reading import parse
from graph.support.reviews import review_mark


@pytest.mark.parametrize(
    ("review", "words"),
    [
        ("Eva,2026-01-31,MARK", "Eva on 2026-01-31"),
        ("Eva,,MARK", "Eva"),
        ("Eva,2026-01-31,", "Eva on 2026-01-31"),
        ("Eva,2026-01-31,a00000000", "Eva on 2026-01-31, and changed since"),
        (",,a00000000", ""),
    ],
)
def test_a_claim_that_changed_since_is_not_shown_as_reviewed(review: str, words: str) -> None:
    header = "claim_id,cause,claim,reviewed_by,reviewed_on,reviewed_as"
    (claim,) = parse("", f"{header}\nc1,X,Y,,,").claims.values()
    (claim,) = parse("", f"{header}\nc1,X,Y,{review.replace('MARK', review_mark(claim))}").claims.values()
    assert reviewed_words(claim) == words
