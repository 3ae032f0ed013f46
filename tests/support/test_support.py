"""What rests on what: each definition on evidence small enough to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.model import STANCES, WIDER, Cause
from graph.support import SOURCED, STATES, Coverage, State, Support, state_of
from graph.support.numbers import NOBODY, SEVERAL
from tests.support.made import PLACE, STANCE, made, works


@pytest.mark.parametrize(
    ("stances", "state"),
    [
        ("", "unsourced"),
        ("?", "mentioned"),
        ("~", "qualified"),
        ("~ ?", "qualified"),
        ("+", "supported"),
        ("+ ?", "supported"),
        ("+ ~", "supported"),
        ("+ ~ ?", "supported"),
        ("-", "refuted"),
        ("- ?", "refuted"),
        ("- ~", "contested"),
        ("- ~ ?", "contested"),
        ("+ -", "contested"),
        ("+ - ?", "contested"),
        ("+ - ~", "contested"),
        ("+ - ~ ?", "contested"),
    ],
)
def test_state_of(stances: str, state: State) -> None:
    assert state_of(STANCE[sign] for sign in stances.split()) == state


def test_a_claim_is_sourced_where_something_carries_it() -> None:
    assert [state for state in STATES if state in SOURCED] == ["supported", "qualified", "contested"]


def test_states() -> None:
    support = Support(made("X: +r", "X: -r", "X"))
    assert support.states == {"c0": "supported", "c1": "refuted", "c2": "unsourced"}


def test_what_the_bibliography_lacks_does_not_count() -> None:
    support = Support(made("X: +unknown", "X: +r -unknown"))
    assert (support.states["c0"], support.states["c1"]) == ("unsourced", "supported")
    assert (support.sources("c0"), support.citations("c1", STANCES)[1:]) == ([], [])


def test_sources_stand_as_in_the_bibliography_and_once() -> None:
    assert Support(made("X: +s ~r +s -t")).sources("c0") == ["r", "s"]


def test_citations_stand_as_in_the_claim_and_as_often() -> None:
    support = Support(made("X: +s ~r +s -t"))
    assert [each.reference for each in support.citations("c0")] == ["s", "r", "s"]
    assert [each.reference for each in support.citations("c0", ["disputes"])] == ["t"]


def test_what_is_about_a_narrower_cause_is_about_the_wider_one() -> None:
    support = Support(made("Tea leaf", "Tea > Green > Hot", "Tea", "Green"))
    assert support.about("Tea") == ["c1", "c2"]
    assert support.about("Tea > Green") == ["c1"]


@pytest.mark.parametrize(
    ("row", "involving"),
    [
        ("Noise, Tea", ["c0"]),
        ("Noise, Tea > Green", ["c0"]),
        ("Noise, Tea; Tea > Green", ["c0"]),
        ("Tea, Tea", []),
        ("Tea > Green, Tea", []),
        ("Tea, Tea > Green", []),
        ("Tea > Black, Tea > Green", []),
        ("Noise, Tea leaf; Tea", ["c0"]),
        ("Noise, Tea leaf", []),
    ],
)
def test_what_involves_a_cause_is_about_none_of_its_narrower_ones(row: str, involving: list[str]) -> None:
    assert Support(made(row, "Tea")).involving("Tea") == involving


def test_a_wider_cause_is_not_involved_on_behalf_of_a_narrower_one() -> None:
    assert Support(made("Noise, Tea")).involving("Tea") == ["c0"]
    assert Support(made("Noise, Tea", "Tea > Green")).involving("Tea > Green") == []


def test_a_cause_rests_on_what_sources_the_claims_about_and_involving_it() -> None:
    support = Support(made("Tea > Green: +s", "Noise, Tea: ~r", "Noise: +t"))
    assert support.rests_on("Tea") == {"r": 1, "s": 1}
    assert list(support.rests_on("Tea")) == ["r", "s"]


def test_a_cause_does_not_rest_on_what_disputes_or_mentions() -> None:
    assert Support(made("Tea: -r ?s", "Tea: +t -r")).rests_on("Tea") == {"t": 1}


def test_a_claim_that_names_a_cause_in_many_ways_is_one_claim() -> None:
    assert Support(made("Tea > Green, Tea; Tea > Black; Tea > Green: +r +r ~r")).rests_on("Tea") == {"r": 1}


def test_a_reference_carries_what_it_supports_or_qualifies() -> None:
    support = Support(made("X: +s", "X: -r", "X: ~r +r", "Y: ?r", "Y: +r -s"))
    assert support.carries("r") == ["c2", "c4"]
    assert support.carries("t") == []


@pytest.mark.parametrize(
    ("row", "claims"),
    [
        ("X: +r", ("c0",)),
        ("X: ~r", ("c0",)),
        ("X: +r ~r", ("c0",)),
        ("X: +r +unknown ?s", ("c0",)),
        ("X: +r -s", ("c0",)),
        ("X: +r -r", ("c0",)),
        ("X: +r ~s", ()),
        ("X: +s -r", ()),
        ("X: -r", ()),
        ("X: ?r", ()),
        ("X", ()),
    ],
)
def test_a_claim_falls_with_its_last_support(row: str, claims: tuple[str, ...]) -> None:
    assert Support(made(row)).falls_with("r").claims == claims


def test_a_reference_carries_alone_what_has_no_other_source() -> None:
    support = Support(made("X: +r", "X: +r +s", "X: ~r", "X: -r"))
    assert support.carries_alone("r") == ["c0", "c2"]
    assert support.carries_alone("s") == []


@pytest.mark.parametrize(
    ("rows", "causes"),
    [
        (["X > Y: +r", "X"], ("X", "X > Y")),
        (["X > Y: +r", "X: +s"], ("X > Y",)),
        (["X: +r", "W, X: +r"], ("X", "W")),
        (["X: +r", "W, X: +s"], ()),
        (["X: +r", "X: -s"], ("X",)),
        (["X: +r", "X: +r +s"], ()),
        (["X: -r"], ()),
    ],
)
def test_a_cause_falls_with_all_its_sourced_claims(rows: list[str], causes: tuple[str, ...]) -> None:
    assert Support(made(*rows)).falls_with("r").causes == causes


@pytest.mark.parametrize(
    ("row", "lifted"),
    [
        ("X: -r", ["c0"]),
        ("X: -r -r ?s", ["c0"]),
        ("X: -r -unknown", ["c0"]),
        ("X: -r -s", []),
        ("X: -r ~s", []),
        ("X: -r +r", []),
        ("X: -s", []),
    ],
)
def test_a_refuted_claim_is_lifted_by_the_loss_of_its_last_dispute(row: str, lifted: list[str]) -> None:
    assert list(Support(made(row)).falls_with("r").lifted) == lifted


def test_coverage_has_a_row_per_cause_in_the_order_of_the_evidence() -> None:
    assert [row.cause for row in Support(made("X > Y", "W", "X > Z")).coverage()] == ["X", "X > Y", "W", "X > Z"]


def test_coverage_counts_claims_by_state_and_those_that_involve_apart() -> None:
    rows = ["X: +r", "X > Y: ~s", "X: +r -s", "X: -s", "X: ?s", "X", "W, X > Y: +t", "W, X: -r"]
    assert Support(made(*rows)).coverage_of("X") == Coverage(
        cause="X",
        claims=6,
        sourced=3,
        supported=1,
        qualified=1,
        contested=1,
        refuted=1,
        mentioned=1,
        unsourced=1,
        involving=2,
        involving_sourced=1,
        references=3,
        independent=3,
    )


def test_a_row_adds_up() -> None:
    row = Support(made("X: +r", "X: ~r", "X: +r -s", "X: -s", "X: ?s", "X", "X")).coverage_of("X")
    assert (row.claims, row.sourced) == (7, 3)


def test_a_cause_without_claims_has_a_row() -> None:
    evidence = made("X: +r")
    support = Support(replace(evidence, causes={**evidence.causes, "W": Cause("W", PLACE)}))
    assert (support.coverage()[1].words, support.rests_on("W")) == ("0 claims, 0 sourced", {})


def test_the_empty_name_stands_for_all_causes() -> None:
    support = Support(made("X: +r", "W, X: +s", "W"))
    assert (support.about(""), support.involving(""), support.rests_on("")) == (
        ["c0", "c1", "c2"],
        [],
        {"r": 1, "s": 1},
    )
    assert support.coverage_of("").words == "3 claims, 2 sourced"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["X: +r"], "1 claim, 1 sourced"),
        (["X"] * 1200, "1,200 claims, 0 sourced"),
        (["X: ~r", "X: -r", "W, X"], "2 claims, 1 sourced; 1 more involves it"),
        (["W, X", "W, X"], "0 claims, 0 sourced; 2 more involve it"),
    ],
)
def test_coverage_in_words(rows: list[str], words: str) -> None:
    assert Support(made(*rows)).coverage_of("X").words == words


@pytest.mark.parametrize(
    ("identifiers", "independent"),
    [
        ({}, 3),
        ({"r": ["1"], "s": ["2"]}, 3),
        ({"r": ["1"], "s": ["1"]}, 2),
        ({"r": ["1"], "s": ["2"], "t": ["2", "1"]}, 1),
        ({"r": ["1", "2"], "s": ["2", "1"]}, 2),
    ],
)
def test_references_that_share_an_identifier_count_once(identifiers: dict[str, list[str]], independent: int) -> None:
    support = Support(made("X: +r +s +t"), lambda reference: identifiers.get(reference.key, []))
    assert (support.independent("rst"), support.coverage_of("X").independent) == (independent, independent)


@pytest.mark.parametrize(
    ("parts", "among", "independent"),
    [
        ({}, "ab", 2),
        ({"a": "b"}, "ab", 1),
        ({"b": "a"}, "ab", 1),
        ({"a": "b"}, "bc", 2),
        ({"a": "c", "b": "c"}, "abc", 2),
        ({"a": "bc"}, "abcd", 2),
        ({"a": "b", "b": "c"}, "abc", 1),
        ({"a": "b", "b": "c"}, "ac", 1),
        ({"c": "b", "b": "a"}, "ac", 1),
        ({"a": "b", "b": "a"}, "ab", 1),
        ({"a": "b", "b": "ac", "d": "c"}, "abcd", 2),
        ({"a": "a"}, "a", 1),
        ({"a": "x"}, "ab", 2),
    ],
)
def test_a_study_counts_with_the_review_that_includes_it(parts: dict[str, str], among: str, independent: int) -> None:
    assert works(**parts).independent({"abcd".index(key) for key in among}) == independent


def test_what_is_included_counts_by_its_identifier() -> None:
    identifiers = {"s": "1", "t": "1"}
    support = Support(made("X", includes=" s ;"), lambda reference: filter(None, [identifiers.get(reference.key)]))
    assert support.independent("rt") == 1


@pytest.mark.parametrize(
    "asked",
    [
        lambda support: support.state("unknown"),
        lambda support: support.sources("unknown"),
        lambda support: support.citations("unknown"),
        lambda support: support.about("unknown"),
        lambda support: support.involving("unknown"),
        lambda support: support.rests_on("unknown"),
        lambda support: support.coverage_of("unknown"),
        lambda support: support.carries("unknown"),
        lambda support: support.falls_with("unknown"),
        lambda support: support.falls_with("unknown").lifted,
        lambda support: support.independent(["unknown"]),
    ],
)
def test_what_is_unknown_raises(asked: Callable[[Support], Any]) -> None:
    with pytest.raises(KeyError, match="unknown"):
        asked(Support(made("X: +unknown")))


def test_tables_of_numbers() -> None:
    support = Support(made("X: +t ~s", "X", "X: +s -r -t"))
    assert [list(each) for each in support.sourcing] == [[1, 2], [], [1]]
    assert (list(support.disputing.starts), list(support.disputing.numbers)) == ([0, 0, 0, 2], [0, 2])
    assert list(support.sole_sources) == [SEVERAL, NOBODY, 1]


def test_three_thousand_levels() -> None:
    name = WIDER.join(["X"] * 3000)
    support = Support(made(f"{name}: +r", f"W, {name}: +s", "X > Y: +r"))
    rows = {row.cause: (row.claims, row.involving, row.references) for row in support.coverage()}
    assert (len(rows), rows["X"], rows[name], rows["W"]) == (3002, (2, 1, 2), (1, 1, 2), (1, 0, 1))
    assert support.falls_with("r").causes == ("X > Y",)


def test_independence_is_counted_among_the_references_of_each_cause() -> None:
    support = Support(made("X > Y: +s", "X: +r", "W: +s +t", includes="s"))
    assert [row.independent for row in support.coverage()] == [1, 1, 2]
