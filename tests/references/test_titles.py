"""The title of a publication without its subtitle."""

from __future__ import annotations

import pytest

from graph.references.titles import main_title


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Sleep in pregnancy: a cohort", "Sleep in pregnancy"),
        ("Sleep in pregnancy \N{EN DASH} a cohort", "Sleep in pregnancy"),
        ("Sleep in pregnancy (a cohort)", "Sleep in pregnancy"),
        ("Sleep in pregnancy", "Sleep in pregnancy"),
        ("Iron:sleep", "Iron:sleep"),
    ],
)
def test_a_title_ends_where_its_subtitle_begins(title: str, main: str) -> None:
    assert main_title(title) == main


@pytest.mark.parametrize("title", ["Sleep in pregnancy: a reply", "Sleep in pregnancy. Part II", "Sleep: protocol"])
def test_a_title_is_whole_where_what_follows_says_that_it_is_another_publication(title: str) -> None:
    assert main_title(title) == title
