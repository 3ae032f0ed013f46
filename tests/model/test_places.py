"""Where something stands."""

from __future__ import annotations

from graph.model import Place


def test_a_place_reads_as_editors_want_it() -> None:
    assert str(Place("data/claims.csv", 14, "low")) == "data/claims.csv:14"
