"""What sources claims have, and of what sort."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found


@pytest.mark.parametrize(
    ("year", "kind", "severity"),
    [
        (2021, "treatment", []),
        (2020, "treatment", ["info"]),
        (2016, "treatment", ["info"]),
        (2015, "treatment", ["warning"]),
        (2015, "frequency", ["warning"]),
        (2015, "association", ["info"]),
        (2015, "", ["info"]),
        (2015, "background", []),
    ],
)
def test_how_much_age_matters(year: int, kind: str, severity: list[str]) -> None:
    example = f"claim_id,cause,claim,kind,supports\nc1,X,Y,{kind},a; b\n\n@book{{a, year = {year}}}\n@book{{b}}"
    assert [each.severity for each in findings("stale-evidence", example)] == severity


@pytest.mark.parametrize(("kind", "severity"), [("background", "info"), ("association", "warning"), ("", "warning")])
def test_how_much_the_web_matters(kind: str, severity: str) -> None:
    (finding,) = findings("weak-tier-only", f"claim_id,cause,claim,kind,supports\nc1,X,Y,{kind},a\n\n@online{{a}}")
    assert finding.severity == severity


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
