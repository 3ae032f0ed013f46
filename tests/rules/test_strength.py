"""Whether the sources of a claim are enough."""

from __future__ import annotations

import pytest

from tests.rules.running import found


@pytest.mark.parametrize(
    ("rule", "designs", "number"),
    [
        ("no-secondary-source", ["cohort", "case-series"], 1),
        ("no-secondary-source", ["cohort", "review"], 0),
        ("no-secondary-source", ["cohort", ""], 0),
        ("no-secondary-source", [], 0),
        ("number-without-primary", ["review", "guideline"], 1),
        ("number-without-primary", ["review", "cohort"], 0),
        ("number-without-primary", ["review", "systematic-review; meta-analysis"], 0),
        ("number-without-primary", ["review", ""], 0),
    ],
)
def test_profiles_ask_for_sources_of_one_sort(rule: str, designs: list[str], number: int) -> None:
    keys = "; ".join(f"r{each}" for each, _ in enumerate(designs))
    entries = "\n".join(f"@book{{r{each}, design = {{{design}}}}}" for each, design in enumerate(designs))
    example = f"claim_id,cause,claim,supports,low,unit\nc1,X,Y,{keys or 'nobody'},1,%\n\n{entries or '@book{a}'}"
    assert len(found(rule, example)) == number


def test_only_what_supports_a_treatment_carries_it() -> None:
    claims = "claim_id,cause,claim,kind,supports,disputes\nc1,X,Y,treatment,a,b"
    entries = "@book{a, design = {cohort}}\n@book{b, design = {randomized-trial}}"
    assert len(found("treatment-below-level", f"{claims}\n\n{entries}")) == 1


def test_a_design_in_the_source_values_counts() -> None:
    claims = "claim_id,cause,claim,kind,supports\nc1,X,Y,treatment,a"
    values = "--- evidence.csv\nclaim_id,reference,design\nc1,a,case report"
    assert len(found("treatment-below-level", f"{claims}\n\n@book{{a}}\n\n{values}")) == 1


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("harm,Y,a,", 1),
        ("risk-factor,Y,a,", 1),
        ("association,Y,a,", 0),
        (",Y,a,", 0),
        (",Y,a,3", 1),
        ("harm,Roth found it.,a,", 0),
        ("harm,Rothschild found it.,a,", 1),
        ("harm,Y,a; b,", 0),
    ],
)
def test_one_reference_is_little_for_what_people_act_on(row: str, number: int) -> None:
    entries = "@book{a, author = {Roth, T}}\n@book{b}"
    assert len(found("single-reference", f"claim_id,cause,kind,claim,supports,low\nc1,X,{row}\n\n{entries}")) == number


@pytest.mark.parametrize(("design", "number"), [("systematic-review", 0), ("randomized-trial", 1), ("", 1)])
def test_one_reference_is_enough_where_it_sums_up_all_trials(design: str, number: int) -> None:
    example = f"claim_id,cause,claim,kind,supports\nc1,X,Y,harm,a\n\n@book{{a, design = {{{design}}}}}"
    assert len(found("single-reference", example)) == number


def test_the_one_reference_is_named() -> None:
    (message,) = found("single-reference", "claim_id,cause,claim,kind,supports\nc1,X,Y,harm,a\n\n@book{a}")
    assert message == "claim 'c1' rests on 'a' alone; look for a second source"
