"""A page of so much evidence that its lists are drawn in parts, in a real browser."""

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import Axe, OpenPage
from tests.pages import LOOKED_AT_IN, WINDOWS, violations

STATES = {
    "overview": "",
    "a cause": "#select=cause%3AWide+1&view=map",
    "a claim": "#select=claim%3Ac-1&view=details",
    "a search": "#q=number+77",
    "the unsourced": "#filter=unsourced",
    "references": "#tab=references",
    "findings": "#tab=findings",
}


def opened(page: Page, address: str = "") -> Page:
    page.locator("#claims .long").wait_for(state="attached")
    page.evaluate("address => { location.hash = address }", address)
    page.wait_for_timeout(200)
    return page


def rows(page: Page, kind: str = "") -> int:
    return page.locator(f".long > li{kind}:visible").count()


def pressed(page: Page, *keys: str) -> str:
    for key in keys:
        page.keyboard.press(key)
    return str(page.evaluate("document.activeElement.textContent"))


@pytest.mark.parametrize(("window", "scheme"), LOOKED_AT_IN)
def test_every_state_is_accessible_and_quiet(
    long_page: Path, open_page: OpenPage, axe: Axe, window: str, scheme: str
) -> None:
    tab = open_page(long_page, *WINDOWS[window], color_scheme=scheme)
    assert violations(axe, tab.page, partial(opened, tab.page), STATES, scheme) == {}
    assert tab.incidents() == []


def test_few_of_many_rows_are_in_the_document(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page)
    page.locator("#open-all").click()
    assert 10 < rows(page) < 100
    assert page.locator(".long > li.claim").first.get_attribute("aria-setsize") == "43"


def test_rows_appear_where_the_list_is_scrolled_to(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page)
    page.locator("#open-all").click()
    page.locator("#lists").evaluate("lists => { lists.scrollTop = 50000 }")
    page.wait_for_timeout(200)
    top = page.evaluate("document.elementFromPoint(150, 600).closest('li').getBoundingClientRect().top")
    assert 400 < top <= 600


def test_a_tree_is_walked_with_the_keyboard_alone(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page)
    page.locator(".long > li").first.focus()
    assert pressed(page, "ArrowRight", "ArrowRight").startswith("Narrow 0")
    assert pressed(page, "ArrowRight", "ArrowRight", "ArrowDown").startswith("Claim number 70")
    assert pressed(page, "End").startswith("Wide 6")
    assert pressed(page, "Home").startswith("Wide 0")


def test_the_focus_is_kept_however_far_the_list_is_scrolled(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page)
    page.locator("#open-all").click()
    page.locator(".long > li").first.focus()
    page.locator("#lists").evaluate("lists => { lists.scrollTop = 50000 }")
    page.wait_for_timeout(200)
    assert pressed(page, "ArrowDown").startswith("Narrow 0")


def test_a_chosen_claim_is_shown_and_left_again(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page, "#select=claim%3Ac-1500")
    assert page.locator('.long > [aria-selected="true"]').inner_text().startswith("Claim number 1500")
    page.keyboard.press("Escape")
    assert "Claim number 1500" in str(page.evaluate("document.activeElement.textContent"))


def test_a_search_finds_claims_by_what_they_cite(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page, "#q=sjogren+2999")
    assert page.locator("#count").inner_text() == "1 of 3,000 claims"
    assert rows(page, ".claim") == 1


def test_typing_finds_after_a_pause(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page)
    page.locator("#search").press_sequentially("number 2999")
    page.wait_for_timeout(400)
    assert page.locator("#count").inner_text() == "1 of 3,000 claims"


def test_findings_are_listed_under_their_rule(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page, "#tab=findings")
    page.locator(".long > li.rule").first.click()
    page.locator(".long > li.finding:visible").first.click()
    assert page.locator("#panel").is_visible()


def test_claims_without_a_source_can_stand_first(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page, "#sort=unsourced&select=cause%3AWide+1+%3E+Narrow+1")
    assert page.locator(".long > li.claim .mark:visible").first.get_attribute("class") == "mark mark-unsourced"


def test_findings_are_listed_by_cause_with_why(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page, "#tab=findings&group=cause")
    page.locator(".long > li.group").first.click()
    page.locator(".long > li.why").click()
    assert page.locator(".long > li.reason").is_visible()


def test_a_map_of_many_claims_says_that_it_is_cut(long_page: Path, open_page: OpenPage) -> None:
    page = opened(open_page(long_page).page, "#select=cause%3AWide+1")
    assert page.locator("#map-note").inner_text().startswith("Showing 191 of ")
