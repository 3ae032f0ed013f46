"""That a claim has no source, and how much it matters."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found


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
