"""What rests on what: the definitions against a plain retelling, on any evidence."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import WIDER, Claim, Evidence
from graph.support import SOURCED, STATES, Support
from tests.support.made import made, works

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
