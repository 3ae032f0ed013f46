"""The claims that are asked for."""

from __future__ import annotations

import pytest

from graph.model import UnusableError
from graph.reading import parse
from graph.reading.narrowing import leave_out, narrowed
from tests.examples import CLAIMS, REFERENCES, sample


@pytest.mark.parametrize(
    ("only", "sections", "keys"),
    [
        ("all", [], "c1 c2 c3 c4"),
        ("cited", [], "c1 c2 c3"),
        ("all", ["drinks"], "c1 c2 c3"),
        ("all", ["Tea "], "c3"),
        ("all", ["Tea", "NOISE"], "c3 c4"),
        ("cited", ["Tea", "Noise"], "c3"),
    ],
)
def test_what_is_asked_for_stays_and_the_others_are_kept_apart(only: str, sections: list[str], keys: str) -> None:
    evidence = narrowed(sample(), only, sections)
    assert " ".join(evidence.claims) == keys
    assert {**evidence.claims, **evidence.left_out} == sample().claims


def test_a_section_is_that_of_a_row_too() -> None:
    evidence = parse("", "claim_id,cause,claim,section\nc1,X,Y,Results\nc2,X,Y,\n")
    assert list(narrowed(evidence, sections=["results"]).claims) == ["c1"]


def test_causes_are_those_of_the_claims_that_stay() -> None:
    assert list(narrowed(sample(), sections=["Noise"]).causes) == ["Noise"]


def test_a_heading_that_there_is_not_is_a_complaint() -> None:
    with pytest.raises(UnusableError, match="no claim stands under a heading 'Drnks'; did you mean 'drinks'"):
        narrowed(sample(), sections=["Drnks"])


def test_where_nothing_is_left_out_nothing_changes() -> None:
    evidence = sample()
    assert leave_out(evidence, []) is evidence


def test_what_is_cited_elsewhere_is_cited() -> None:
    evidence = parse(REFERENCES, CLAIMS)
    assert narrowed(evidence, sections=["Noise"]).cited() == evidence.cited() == {"drake2013", "clark2017", "roth2011"}
