"""The page as axe sees it, in every state."""

from functools import partial
from pathlib import Path

import pytest

from tests.browser import Axe, OpenPage
from tests.pages import LOOKED_AT_IN, STATES, WINDOWS, go, open_rows, violations

CUT = """() => [...document.querySelectorAll("body *")]
    .filter((each) => each.getClientRects().length && !each.closest(".sr, .list > h2, .scroll, svg, #canvas"))
    .filter((each) => [getComputedStyle(each).overflowX, getComputedStyle(each).overflowY].includes("hidden")
        && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1))
    .map((each) => `${each.tagName} #${each.id} .${each.className}`)"""
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
CHOSEN = {
    "a tab": ("", "#tab-claims", "#tab-findings", "borderBottomColor"),
    "a filter": ("", "#filter-all + span", "#filter-unsourced + span", "color"),
    "a row": (
        "#select=cause%3APregnancy",
        '#claims [aria-selected="true"] > .row',
        "#claims .row",
        "borderInlineStartColor",
    ),
    "a cell": (
        "#stage=matrix&within=cause%3APregnancy&value=no+source",
        '.cell[aria-pressed="true"]',
        '.cell[aria-pressed="false"]',
        "outlineColor",
    ),
}


@pytest.mark.parametrize(("window", "scheme"), LOOKED_AT_IN)
def test_every_state_is_accessible(article: Path, open_page: OpenPage, axe: Axe, window: str, scheme: str) -> None:
    page = open_page(article, *WINDOWS[window], color_scheme=scheme, reduced_motion="reduce").page
    assert violations(axe, page, partial(go, page), STATES, scheme) == {}


@pytest.mark.parametrize("address", ["", "#view=map", "#select=claim%3Apregnancy-01&view=details"])
def test_what_only_a_narrow_window_shows_is_readable_in_the_dark(
    article: Path, open_page: OpenPage, axe: Axe, address: str
) -> None:
    page = open_page(article, *WINDOWS["narrow"], color_scheme="dark", reduced_motion="reduce").page
    go(page, address)
    assert axe(page, ("color-contrast",)) == []


@pytest.mark.parametrize("group", ["rule", "cause"])
def test_all_findings_opened_are_accessible(article: Path, open_page: OpenPage, axe: Axe, group: str) -> None:
    page = open_page(article).page
    go(page, f"#tab=findings&group={group}")
    open_rows(page, "#findings")
    assert axe(page) == []


@pytest.mark.parametrize("name", ["keys", "downloads"])
def test_a_dialog_is_accessible_and_left_with_escape(article: Path, open_page: OpenPage, axe: Axe, name: str) -> None:
    page = open_page(article, 390, 844).page
    page.locator(f"#open-{name}").press("Enter")
    assert axe(page) == []
    page.keyboard.press("Escape")
    assert not page.locator(f"#{name}").is_visible()
    assert page.evaluate("document.activeElement.id") == f"open-{name}"


@pytest.mark.parametrize("window", ["wide", "narrow", "zoomed"])
def test_wider_spacing_of_text_loses_nothing(article: Path, open_page: OpenPage, window: str) -> None:
    page = open_page(article, *WINDOWS[window], bypass_csp=True).page
    page.add_style_tag(content=SPACING)
    faults = {}
    for name, address in STATES.items():
        go(page, address)
        faults[name] = page.evaluate(CUT) + page.evaluate(
            "document.documentElement.scrollWidth > innerWidth ? ['wide'] : []"
        )
    assert {name: found for name, found in faults.items() if found} == {}


def test_the_names_of_the_views_are_not_broken_in_the_narrowest_window(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, *WINDOWS["narrowest"]).page
    go(page, "#view=map")
    assert page.locator("#stage-timeline").evaluate("tab => tab.getBoundingClientRect().height") < 40


@pytest.mark.parametrize("what", CHOSEN)
def test_what_is_chosen_shows_in_forced_colours(article: Path, open_page: OpenPage, what: str) -> None:
    address, chosen, other, told_by = CHOSEN[what]
    page = open_page(article, forced_colors="active").page
    go(page, address)
    page.wait_for_timeout(200)  # for what fades in
    look = f"each => getComputedStyle(each).{told_by}"
    assert page.locator(chosen).first.evaluate(look) != page.locator(other).first.evaluate(look)
