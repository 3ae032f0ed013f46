"""What the headings of an article say."""

from __future__ import annotations

import pytest

from graph.texts.headings import is_own_part


@pytest.mark.parametrize(
    "name",
    [
        "Abstract",
        "ABSTRACT > Methodology",
        "2.1 Materials and Methods > Study site",
        "Model and Results > Linear Fitness Decline",
        "Results and Discussion",
        "Conclusions",
        "Data availability",
        "Pre-publication history",
        "Material and methods",
        "Appendix",
        "Appendix B: the sensors",
        "Supplementary information",
    ],
)
def test_a_part_in_which_an_article_tells_of_itself(name: str) -> None:
    assert is_own_part(name)


@pytest.mark.parametrize(
    "name",
    [
        "Pregnancy",
        "Discussion",
        "Introduction",
        "Contraceptive methods",
        "Publication bias",
        "Supplementary oxygen",
        "Appendicitis",
        "",
    ],
)
def test_a_cause_or_a_part_about_what_others_found(name: str) -> None:
    assert not is_own_part(name)
