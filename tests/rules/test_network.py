"""The network as a whole."""

from __future__ import annotations

import pytest

from tests.rules.running import found

HEADER = "claim_id,cause,claim,supports,disputes,mentions"


@pytest.mark.parametrize(
    ("row", "entries"),
    [
        ("c1,X,Y,a,,", "@book{a, includes = {a}}"),
        ("c1,X,Y,a,,b", "@book{a, includes = {b}}\n@book{b}"),
        ("c1,X,Y,a; c,,", "@book{a, includes = {b}}\n@book{b}\n@book{c}"),
    ],
)
def test_sources_that_are_independent(row: str, entries: str) -> None:
    assert found("dependent-sources", f"{HEADER}\n{row}\n\n{entries}") == []


@pytest.mark.parametrize(
    ("row", "number"), [("c1,X,Y,a; b; c; d,,", 1), ("c1,X,Y,a; b; c,,d", 0), ("c1,X,Y,a; b; c,d,", 0)]
)
def test_a_cause_is_one_sided_where_many_agree_and_none_disagrees(row: str, number: int) -> None:
    entries = "\n".join(f"@book{{{key}}}" for key in "abcd")
    assert len(found("one-sided-cause", f"{HEADER}\n{row}\n\n{entries}")) == number
