"""Who has reviewed claims, and what they saw."""

from __future__ import annotations

import pytest

from tests.rules.running import found

HEADER = "claim_id,cause,claim,reviewed_by,reviewed_on,reviewed_as"


@pytest.mark.parametrize(
    ("rows", "number"),
    [("c1,X,Y,Eva,,\nc2,X,Z,,,", 1), ("c1,X,Y,Eva,,\nc2,X,Z,Kim,,", 0), ("c1,X,Y,,,\nc2,X,Z,,2026-01-31,", 0)],
)
def test_a_claim_that_nobody_reviewed(rows: str, number: int) -> None:
    assert len(found("unreviewed-claim", f"{HEADER}\n{rows}")) == number


@pytest.mark.parametrize(
    ("review", "fault"),
    [
        ("Eva,2026-01-31,a00000000", "has changed since it was reviewed by Eva on 2026-01-31; review it again"),
        (",,a00000000", "has changed since it was reviewed; review it again"),
        ("Eva,,1.00E+08", "has '1.00E+08' in 'reviewed_as', which no review has written; review it again"),
    ],
)
def test_a_review_of_something_else(review: str, fault: str) -> None:
    (message,) = found("stale-review", f"{HEADER}\nc1,X,Y,{review}")
    assert f"claim 'c1' {fault}" in message
