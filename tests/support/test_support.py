"""What rests on what: each definition on evidence small enough to read, and all of them against a plain retelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import STANCES, WIDER, Cause, Citation, Claim, Evidence, Place, Reference, Stance, lineage
from graph.support import SOURCED, STATES, Coverage, State, Support, state_of
from graph.support.numbers import NOBODY, SEVERAL
from graph.support.works import Works

PLACE = Place("claims.csv", 2)
STANCE: dict[str, Stance] = {"+": "supports", "-": "disputes", "~": "qualifies", "?": "mentions"}


def made(*rows: str, includes: str = "") -> Evidence:
    """Claims c0, c1, ... as "cause, involved; involved: +r -s", citing the references r, s and t, or others unknown.

    A sign is a stance: + supports, - disputes, ~ qualifies, ? mentions. `includes` is what r includes.
    """
    references = {key: Reference(key=key, type="article", place=PLACE) for key in "rst"}
    references["r"] = replace(references["r"], fields={"includes": includes})
    return whole([parsed(f"c{number}", row) for number, row in enumerate(rows)], references)


def parsed(key: str, row: str) -> Claim:
    named, _, cited = row.partition(":")
    cause, _, involved = named.partition(",")
    citations = tuple(Citation(key, each[1:], STANCE[each[0]], PLACE) for each in cited.split())
    involves = tuple(name.strip() for name in involved.split(";") if name.strip())
    return Claim(key=key, cause=cause, text="", place=PLACE, citations=citations, involves=involves)


def whole(claims: Iterable[Claim], references: dict[str, Reference]) -> Evidence:
    found = {claim.key: claim for claim in claims}
    named = [name for claim in found.values() for name in (claim.cause, *claim.involves)]
    names = dict.fromkeys(wider for name in named for wider in reversed(list(lineage(name))))
    return Evidence(references=references, claims=found, causes={name: Cause(name, PLACE) for name in names})


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


def works(**parts: str) -> Works:
    """The works a, b, c and d, each with what it includes."""
    fields = {key: {"includes": "; ".join(parts.get(key, ""))} for key in "abcd"}
    return Works({key: Reference(key=key, type="", place=PLACE, fields=fields[key]) for key in fields}, lambda _: ())


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


KEYS = ["r", "s", "t", "unknown"]
CAUSES = ["A", "A > B", "A > B > C", "A > D", "A > B > E", "F", "F > B"]
CITATIONS = st.lists(st.tuples(st.sampled_from("+-~?"), st.sampled_from(KEYS)).map("".join), max_size=4)
ROWS = st.builds(
    lambda cause, involves, citations: f"{cause}, {'; '.join(involves)}: {' '.join(citations)}",
    st.sampled_from(CAUSES),
    st.lists(st.sampled_from(CAUSES), max_size=3),
    CITATIONS,
)
EVIDENCE = st.lists(ROWS, max_size=8).map(lambda rows: made(*rows))
random = settings(deadline=None)


def carrying(evidence: Evidence, claim: Claim) -> set[str]:
    """The references that carry a claim, told once more."""
    cited = {each.reference for each in claim.citations if each.stance in {"supports", "qualifies"}}
    return cited & evidence.references.keys()


def refuting(evidence: Evidence, claim: Claim) -> set[str]:
    """The references that refute a claim, told once more."""
    cited = {each.reference for each in claim.citations if each.stance == "disputes"}
    return set() if carrying(evidence, claim) else cited & evidence.references.keys()


def inside(name: str, cause: str) -> bool:
    """Whether a cause is another one or narrower."""
    return f"{name}{WIDER}".startswith(f"{cause}{WIDER}")


def naming(evidence: Evidence, cause: str) -> list[Claim]:
    """The claims about or involving a cause or a narrower one, told once more."""
    claims = evidence.claims.values()
    return [claim for claim in claims if any(inside(name, cause) for name in (claim.cause, *claim.involves))]


def without(evidence: Evidence, reference: str) -> Evidence:
    return replace(evidence, references={key: each for key, each in evidence.references.items() if key != reference})


@random
@given(EVIDENCE)
def test_claims_that_fall_are_those_that_are_sourced_only_with_the_reference(evidence: Evidence) -> None:
    support = Support(evidence)
    for reference in evidence.references:
        left = Support(without(evidence, reference)).states
        lost = [key for key, state in support.states.items() if state in SOURCED and left[key] not in SOURCED]
        assert list(support.falls_with(reference).claims) == lost


@random
@given(EVIDENCE)
def test_claims_that_are_lifted_are_those_that_are_refuted_only_with_the_reference(evidence: Evidence) -> None:
    support = Support(evidence)
    for reference in evidence.references:
        left = Support(without(evidence, reference)).states
        lifted = [key for key, state in support.states.items() if state == "refuted" and left[key] != "refuted"]
        assert support.falls_with(reference).lifted == tuple(lifted)


@random
@given(EVIDENCE)
def test_causes_that_fall_are_those_with_a_sourced_claim_only_with_the_reference(evidence: Evidence) -> None:
    for reference in evidence.references:
        left = without(evidence, reference)
        lost = [
            cause
            for cause in evidence.causes
            if any(carrying(evidence, claim) for claim in naming(evidence, cause))
            and not any(carrying(left, claim) for claim in naming(left, cause))
        ]
        assert list(Support(evidence).falls_with(reference).causes) == lost


@random
@given(EVIDENCE)
def test_states_follow_what_carries_and_what_refutes(evidence: Evidence) -> None:
    for key, state in Support(evidence).states.items():
        claim = evidence.claims[key]
        assert (state in SOURCED) == bool(carrying(evidence, claim))
        assert (state == "refuted") == bool(refuting(evidence, claim))


@random
@given(EVIDENCE)
def test_claims_of_a_cause_are_about_it_or_involve_it_and_never_both(evidence: Evidence) -> None:
    support = Support(evidence)
    for cause in evidence.causes:
        named = [claim.key for claim in naming(evidence, cause)]
        about = [key for key in named if inside(evidence.claims[key].cause, cause)]
        assert support.about(cause) == about
        assert support.involving(cause) == [key for key in named if key not in about]


@random
@given(EVIDENCE)
def test_a_cause_rests_on_what_carries_its_claims(evidence: Evidence) -> None:
    support = Support(evidence)
    for cause in evidence.causes:
        carried = [carrying(evidence, claim) for claim in naming(evidence, cause)]
        uses = {key: sum(key in keys for keys in carried) for key in evidence.references}
        assert list(support.rests_on(cause).items()) == [(key, number) for key, number in uses.items() if number]


@random
@given(EVIDENCE)
def test_coverage_counts_what_the_lists_hold(evidence: Evidence) -> None:
    support = Support(evidence)
    for row in support.coverage():
        about, involving = support.about(row.cause), support.involving(row.cause)
        assert [getattr(row, state) for state in STATES] == [
            sum(support.states[key] == state for key in about) for state in STATES
        ]
        assert (row.claims, row.involving) == (len(about), len(involving))
        assert row.involving_sourced == sum(bool(support.sources(key)) for key in involving)
        assert row.references == row.independent == len(support.rests_on(row.cause))


PARTS = st.dictionaries(st.sampled_from("abcd"), st.text("abcdx", max_size=3))


@random
@given(PARTS, st.sets(st.integers(0, 3)))
def test_independent_works_are_the_fewest_that_include_all_others(parts: dict[str, str], among: set[int]) -> None:
    found = works(**parts)
    reached: dict[int, set[int]] = {}
    for work in range(4):
        found.mark(work, reached.setdefault(work, set()))
    subsets = [{work for work in among if chosen >> work & 1} for chosen in range(16)]
    enough = [chosen for chosen in subsets if among <= set().union(*(reached[work] for work in chosen))]
    assert found.independent(among) == min(map(len, enough))


def test_independence_is_counted_among_the_references_of_each_cause() -> None:
    support = Support(made("X > Y: +s", "X: +r", "W: +s +t", includes="s"))
    assert [row.independent for row in support.coverage()] == [1, 1, 2]
