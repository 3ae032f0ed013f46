"""The page's states: each is quiet and fits, is reached by a link, kept by the address, and left by going back."""

from pathlib import Path

import pytest

from graph.page import write_page
from graph.reading import parse
from tests.browser import OpenPage
from tests.pages import PREGNANCY, STATES, WINDOWS, go, panel, settled


@pytest.mark.parametrize("window", WINDOWS)
def test_every_state_is_quiet_and_as_wide_as_the_window(article: Path, open_page: OpenPage, window: str) -> None:
    tab = open_page(article, *WINDOWS[window])
    over = {}
    for name, address in STATES.items():
        go(tab.page, address)
        over[name] = tab.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert ({name: pixels for name, pixels in over.items() if pixels > 0}, tab.incidents()) == ({}, [])


LINKS = {
    "#stage=matrix&by=year": "2015–2019",
    "#stage=figures": "10–30 % pregnant women",
    "#stage=timeline": "2019, newest of 5",
    "#stage=timeline&per=claims&q=fibromyalgia": "Fibromyalgia goes together with symptoms of RLS.",
    "#stage=uses&order=year": "Experimental and Clinical Transplantation 2016",
    "#stage=figures&q=xyzzy": "No claim that is left gives a figure.",
    "#stage=matrix&q=xyzzy": "No cause is left",
}


def test_a_link_leads_to_a_view(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    missed = []
    for address, expected in LINKS.items():
        page.goto(article.as_uri() + address)
        page.reload()
        if not settled(page, lambda words=expected: words in page.locator(".pane:visible").inner_text()):  # type: ignore[misc]
            missed.append(address)
    assert missed == []


def test_a_link_restores_what_was_seen(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.goto(f"{article.as_uri()}#select=claim%3Apregnancy-01&filter=unsourced&q=preg")
    state = "[document.querySelector('#search').value, document.querySelector('#filter-unsourced').checked]"
    assert page.evaluate(state) == ["preg", True]
    assert "pregnancy-01" in panel(page)


def test_back_leads_to_what_was_seen_before(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator(f'#claims [data-id="{PREGNANCY}"]').click()
    page.locator('#panel [data-go="reference:gupta2015"]').first.click()
    page.go_back()
    assert settled(page, lambda: "Pregnancy" in page.locator("#panel h2").inner_text())


def test_typing_does_not_fill_the_history(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    before = page.evaluate("history.length")
    page.locator("#search").press_sequentially("iron")
    assert page.evaluate("history.length") == before


def test_a_narrow_window_shows_one_thing_at_a_time(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, 390, 844).page
    page.locator(f'#claims [data-id="{PREGNANCY}"]').click()
    assert [page.locator(name).is_visible() for name in ("#lists", "#canvas", "#panel")] == [False, False, True]


@pytest.mark.parametrize("claims", ["", "claim_id,cause,claim\na,Cause,Claim.\n"], ids=["nothing", "no references"])
def test_a_page_of_little_is_quiet(claims: str, open_page: OpenPage, tmp_path: Path) -> None:
    tab = open_page(write_page(parse("", claims), tmp_path / "page.html"))
    assert tab.incidents() == []


def test_everything_is_readable_without_scripts(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, java_script_enabled=False).page
    text = page.locator("main").inner_text()
    assert all(word in text for word in ("Pregnancy", "No source", "Gupta et al. 2015", "uncited-claim"))


def test_nothing_that_needs_scripts_is_shown_without_them(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, java_script_enabled=False).page
    assert page.locator("button:visible, input:visible").count() == 0


def test_a_link_to_findings_scrolls_their_list_and_not_the_page(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.goto(f"{page.url}#tab=findings&group=cause&select=cause%3AParkinson%27s+disease")
    page.reload()
    page.wait_for_timeout(300)
    assert page.evaluate("document.scrollingElement.scrollTop") == 0
    assert page.locator("#lists").evaluate("lists => lists.scrollTop") > 0
