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


def test_what_an_article_tells_of_itself_does_not_age() -> None:
    example = "claim_id,cause,claim,supports\nc1,Methods,Weight is lost.,a\n\n@book{a, year = {2000}}"
    assert found("stale-evidence", example) == []


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ("Choi et al. propose a network.", 0),
        ("We found two of them.", 0),
        ("This study saw two of them.", 0),
        ("As the authors say, it helps.", 0),
        ("Neurons were first proposed in 1943.", 0),
        ("It helps 1943 people.", 1),
        ("Weight is lost.", 1),
    ],
)
def test_what_one_study_did_does_not_age(claim: str, number: int) -> None:
    example = f"claim_id,cause,claim,supports\nc1,X,{claim},a\n\n@book{{a, year = {2000}}}"
    assert len(found("stale-evidence", example)) == number


@pytest.mark.parametrize("keys", ["undated", ""])
def test_without_a_year_no_source_is_old(keys: str) -> None:
    assert found("stale-evidence", f"claim_id,cause,claim,supports\nc1,X,Y,{keys}\n\n@book{{undated}}") == []


def test_a_claim_without_source_does_not_rest_on_the_web() -> None:
    assert found("weak-tier-only", "claim_id,cause,claim,supports\nc1,X,Y,\n\n@online{a}") == []


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


def graded(text: str, kind: str = "", low: str = "") -> list[str]:
    """How severe it is that a claim has no source."""
    return [
        each.severity for each in findings("uncited-claim", f"claim_id,cause,claim,kind,low\nc1,X,{text},{kind},{low}")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "severity"),
    [
        ("It is a disease.", "background", "info"),
        ("It is a disease.", "", "warning"),
        ("It is a disease.", "history", "warning"),
        ("It is a disease.", "treatment", "error"),
        ("It is a disease.", "prevention", "error"),
        ("It is a disease.", "harm", "error"),
        ("It affects 10 % of people.", "background", "error"),
        ("It is 3 times as common.", "", "error"),
        ("It is treated with iron.", "background", "warning"),
        ("Dr Peters calls it a disease.", "background", "warning"),
        ("According to the WHO it is a disease.", "background", "warning"),
        ("Why it occurs is unclear.", "", "info"),
        ("It was hypothesized that it is slow.", "", "info"),
        ("Why drugs cause it is unclear.", "", "warning"),
    ],
)
def test_what_a_text_says_weighs_more_than_its_kind(text: str, kind: str, severity: str) -> None:
    assert graded(text, kind) == [severity]


@pytest.mark.parametrize(
    ("mentions", "note", "hint"),
    [
        ("a", "", "'a' only mentions it: cite what supports it, or drop the claim"),
        ("a; b", "", "'a' and 'b' only mention it: cite what supports it, or drop the claim"),
        ("", "citation needed", "the article itself says 'citation needed': cite a reference, or drop the claim"),
        ("", "Eva looks", "cite a reference, or drop the claim"),
    ],
)
def test_what_a_claim_has_instead_of_a_source(mentions: str, note: str, hint: str) -> None:
    example = f"claim_id,cause,claim,mentions,note\nc1,X,Y,{mentions},{note}\n\n@book{{a}}\n@book{{b}}"
    assert found("uncited-claim", example) == [f"claim 'c1' has no source; {hint}"]


def test_an_article_may_state_a_figure_that_it_found_itself() -> None:
    assert [each.severity for each in findings("uncited-claim", "Coffee\n===\n\nIt calms 12 % of adults.")] == [
        "warning"
    ]


def test_a_claim_with_figures_must_have_a_source() -> None:
    assert graded("It is a disease.", "background", "10") == ["error"]


@pytest.mark.parametrize(
    ("title", "claim", "number"),
    [
        ("Renal Data System", "The Renal Data System has 300 members.", 0),
        ("Renal Data System | About", "The Renal Data System has 300 members.", 0),
        ("Renal Data System", "The system has renal data.", 1),
        ("Restless legs syndrome", "Restless legs syndrome is common.", 1),
        ("Sleep", "Sleep is good.", 1),
        ("CAMEO - Continuous Evaluation", "In CAMEO it came first.", 0),
        ("pandas-dev/pandas", "The tables were read by pandas-dev/pandas.", 0),
        ("RLS | A clinic", "RLS is common.", 1),
        ("Sleep - A clinic", "Sleep is short.", 1),
        ("CAMEO - Continuous Evaluation", "Cameo brooches are old.", 1),
        ("Sleep Register", "The Sleep Register has 300 members.", 0),
        ("Bank of England", "The Bank of England has 300 members.", 0),
    ],
)
def test_a_page_is_a_source_for_what_it_is_the_page_of(title: str, claim: str, number: int) -> None:
    example = f"claim_id,cause,claim,supports\nc1,X,{claim},a\n\n@online{{a, title = {{{title}}}}}"
    assert len(found("weak-tier-only", example)) == number


def test_the_owner_of_a_page_speaks_for_itself() -> None:
    example = "claim_id,cause,claim,supports\nc1,X,World Health Organization staff are many.,a"
    assert found("weak-tier-only", f"{example}\n\n@online{{a, organization = {{World Health Organization}}}}") == []


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


@pytest.mark.parametrize(("keys", "number"), [("a", 1), ("a; b", 0), ("", 0)])
def test_further_reading_alone_is_little(keys: str, number: int) -> None:
    entries = "@book{a, group = {further-reading}}\n@book{b}"
    assert len(found("background-only", f"claim_id,cause,claim,supports\nc1,X,Y,{keys}\n\n{entries}")) == number
