"""Estimates on the page: a point with its interval, and where there is no effect."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.page import write_page
from graph.reading import parse
from tests.browser import OpenPage
from tests.pages import go

CLAIMS = """\
claim_id,cause,claim,measure,value,low,high,interval,unit
c1,X,One.,odds-ratio,0.27,0.11,0.61,,times
c2,X,Two.,odds-ratio,,1.1,6,,times
c3,X,Three.,prevalence,26,,,,%
"""


@pytest.fixture
def figures_page(open_page: OpenPage, tmp_path: Path) -> Page:
    page = open_page(write_page(parse("", CLAIMS), tmp_path / "page.html")).page
    go(page, "#stage=figures&view=map")
    return page


def test_an_interval_is_told_from_a_range_in_words(figures_page: Page) -> None:
    words = figures_page.locator(".figure-value b").all_inner_texts()
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in words] == [
        "0.27 times (95 % CI 0.11\N{EN DASH}0.61)",
        "1.1\N{EN DASH}6 times",
        "26 %",
    ]


def test_an_interval_is_drawn_as_a_line_through_its_point(figures_page: Page) -> None:
    rows = figures_page.locator("li.figure")
    drawn = [[rows.nth(row).locator(each).count() for each in (".bar", ".bar.interval", ".point")] for row in range(3)]
    assert drawn == [[1, 1, 1], [1, 0, 0], [0, 0, 1]]


def test_where_there_is_no_effect_is_said_and_drawn(figures_page: Page) -> None:
    ratios, shares = figures_page.locator(".figure-group").all()
    assert ratios.locator("h3 .small").inner_text().strip() == "\N{EN DASH} 2 claims, logarithmic, no effect at 1"
    assert ratios.locator("li .no-effect").count() == 2
    assert shares.locator("h3 .small").inner_text().strip() == "\N{EN DASH} 1 claim"
    assert shares.locator(".no-effect").count() == 0
