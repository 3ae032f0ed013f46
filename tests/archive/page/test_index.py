"""The page of an archive, in a browser."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.archive.page import render_index
from graph.archive.page.paths import page_paths
from tests.archive.page.stores import add_article, sample_store, store_of
from tests.browser import Axe, OpenPage
from tests.page.test_accessible import CUT
from tests.page.test_hostile import HOSTILE
from tests.pages import go, settled, violations

PAGE = {"neurology/parkinson": "articles/neurology/parkinson/evidence.html"}
STATES = {
    "articles": "",
    "an article": "#select=medicines",
    "an article with a page": "#select=neurology%2Fparkinson",
    "an article that is none": "#select=none",
    "a search": "#q=iron",
    "a search for nothing": "#q=xyzzy",
    "a desk": "#desk=Neurology&severity=error&order=newest",
    "works": "#tab=works&select=10.1111%2Fane.12520",
    "retracted": "#tab=retracted",
    "contradictions": "#tab=contradictions",
    "clashes": "#tab=clashes&select=DOI%7C10.1155%2F2013%2F352782",
    "repeated claims": "#tab=repeated",
    "bare causes": "#tab=bare&select=Obesity",
}
LINES = """all => all.map((each) => {
    const range = document.createRange()
    range.selectNodeContents(each)
    return range.getClientRects().length
})"""
WINDOWS = {"wide": (1440, 900), "middling": (1024, 768), "narrow": (360, 780)}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample's archive, in which one article has a page."""
    path = tmp_path_factory.mktemp("index") / "index.html"
    path.write_text(render_index(sample_store(), PAGE), encoding="utf-8")
    return path


def listed(page: Page) -> list[str]:
    return page.locator("#rows .name").all_inner_texts()


def test_the_same_store_gives_the_same_bytes() -> None:
    assert render_index(sample_store(), PAGE) == render_index(sample_store(), PAGE)


def test_a_page_without_articles_can_be_opened(open_page: OpenPage, tmp_path: Path) -> None:
    store = sample_store()
    for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        store.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    (tmp_path / "index.html").write_text(render_index(store, {}), encoding="utf-8")
    tab = open_page(tmp_path / "index.html")
    assert tab.page.locator("#nothing").is_visible()
    go(tab.page, "#tab=retracted")
    assert tab.page.locator("#none").is_visible()
    assert tab.incidents() == []


def test_the_worst_article_comes_first(index: Path, open_page: OpenPage) -> None:
    assert listed(open_page(index).page)[:2] == [
        "Other conditions with restless legs",
        "Diabetes, nerves and restless legs",
    ]


def test_the_first_articles_are_shown_before_the_rest_is_read(index: Path, open_page: OpenPage, tmp_path: Path) -> None:
    text = re.sub(r'(id="data">)[^<]+', r"\1", index.read_text(encoding="utf-8"))
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    page = open_page(tmp_path / "index.html").page
    assert settled(page, lambda: len(listed(page)) == 14)
    assert page.locator("#lists").evaluate("lists => lists.inert")


def test_a_search_a_desk_and_an_order_are_what_the_address_says(index: Path, open_page: OpenPage) -> None:
    page = open_page(index).page
    page.locator("#desk").select_option("Neurology")
    page.locator("#order").select_option("newest")
    page.locator("#search").fill("restless parkinson")
    assert settled(page, lambda: "q=restless+parkinson" in page.url)
    assert listed(page) == ["Parkinson's disease: how many have restless legs?", "Restless legs in Parkinson's disease"]
    assert re.search(r"#q=restless\+parkinson&desk=Neurology&order=newest$", page.url)
    page.reload()
    assert settled(page, lambda: len(listed(page)) == 2)


def test_a_place_leads_to_the_claim_on_the_page_of_its_article(index: Path, open_page: OpenPage) -> None:
    page = open_page(index).page
    go(page, "#tab=contradictions")
    page.locator("#rows li").first.click()
    links = page.locator("#panel .card a")
    assert links.evaluate_all("all => all.map((each) => each.getAttribute('href'))") == [
        "articles/neurology/parkinson/evidence.html#select=claim%3Aparkinson-04&view=details"
    ]


def test_an_article_without_a_page_says_how_to_build_it(index: Path, open_page: OpenPage) -> None:
    page = open_page(index).page
    go(page, "#select=family%2Fpregnancy")
    assert page.locator("#panel code").inner_text() == "evidence-graph archive build . --pages family/pregnancy"


def test_an_article_says_what_it_has_in_common_with_others(index: Path, open_page: OpenPage) -> None:
    page = open_page(index).page
    go(page, "#select=medicines")
    page.get_by_role("button", name="Iron for the treatment").click()
    assert "tab=works" in page.url
    assert page.locator("#panel .card").count() == 4
    page.go_back()
    assert page.locator("#panel h2").inner_text().endswith("Medicines that make legs restless")


def test_keys_lead_along_the_list_and_back(index: Path, open_page: OpenPage) -> None:
    page = open_page(index).page
    page.locator("#rows").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert page.locator("#panel h2").inner_text().endswith("Medicines that make legs restless")
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    page.keyboard.press("End")
    assert page.locator("#rows .active .name").inner_text() == "Fibromyalgia and restless legs"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_of_very_many_articles_few_rows_are_there(open_page: OpenPage, tmp_path: Path) -> None:
    store = sample_store()
    for number in range(2_000):
        add_article(store, number, f"z{number}", "Another", None)
    (tmp_path / "index.html").write_text(render_index(store, {}), encoding="utf-8")
    page = open_page(tmp_path / "index.html").page
    assert page.locator("#count").inner_text() == "2,014 shown"
    assert page.locator("#rows li").count() < 60
    page.locator("#rows").focus()
    page.keyboard.press("End")
    assert page.locator("#rows .active").bounding_box()["y"] < 900  # type: ignore[index]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", ["wide", "narrow"])
def test_every_state_of_the_page_is_accessible(
    index: Path, open_page: OpenPage, axe: Axe, window: str, scheme: str
) -> None:
    page = open_page(index, *WINDOWS[window], color_scheme=scheme, reduced_motion="reduce").page
    assert violations(axe, page, partial(go, page), STATES, scheme) == {}


@pytest.mark.parametrize("window", WINDOWS)
def test_no_window_is_too_narrow(index: Path, open_page: OpenPage, window: str) -> None:
    page = open_page(index, *WINDOWS[window]).page
    wide = {}
    for name, address in STATES.items():
        go(page, address)
        wide[name] = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not [name for name, is_wide in wide.items() if is_wide]


@pytest.mark.parametrize("window", WINDOWS)
def test_a_long_title_leaves_room_for_the_words_beside_it(window: str, open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(render_index(sample_store(), {}, "Long words " * 15), encoding="utf-8")
    page = open_page(tmp_path / "index.html", *WINDOWS[window]).page
    assert page.locator(".summary").evaluate("each => each.clientHeight") < 80


def test_details_cut_nothing(index: Path, open_page: OpenPage) -> None:
    page = open_page(index, *WINDOWS["narrow"]).page
    go(page, STATES["works"])
    assert [each for each in page.evaluate(CUT) if "name" not in each] == []


def test_a_dialog_says_what_words_and_keys_mean(index: Path, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(index, *WINDOWS["narrow"]).page
    page.locator("#open-keys").press("Enter")
    assert axe(page) == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "open-keys"


def test_no_word_that_is_explained_is_broken(index: Path, open_page: OpenPage) -> None:
    page = open_page(index).page
    page.locator("#open-keys").press("Enter")
    words = page.locator(".words dt").filter(has_text=re.compile(r"^\S+$"))
    assert {*words.evaluate_all(LINES)} == {1}


def test_without_scripts_the_worst_articles_are_there(index: Path, open_page: OpenPage) -> None:
    page = open_page(index, java_script_enabled=False).page
    assert page.locator(".listed li").count() == 14
    assert page.locator(".listed a").get_attribute("href") == PAGE["neurology/parkinson"]


def test_the_list_is_printed(index: Path, open_page: OpenPage) -> None:
    page = open_page(index).page
    go(page, "#q=parkinson")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#printed li:visible").count() == 2
    assert not page.locator("main").is_visible()


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_a_hostile_text_is_inert(text: str, open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(render_index(store_of(text), page_paths([f"{text}0"]), text[:20]).encode())
    tab = open_page(tmp_path / "index.html")
    dialogs: list[str] = []
    tab.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    shown = {}
    for name in ("articles", "works", "retracted", "contradictions", "clashes", "repeated", "bare"):
        tab.page.evaluate("tab => { location.hash = new URLSearchParams({ tab }) }", name)
        rows = tab.page.locator("#rows li")
        assert settled(tab.page, lambda name=name: tab.page.locator(f"#tab-{name}[aria-selected=true]").count() == 1)  # type: ignore[misc]
        rows.last.click()
        shown[name] = text in (tab.page.locator("#panel").text_content() or "")
    assert shown == dict.fromkeys(shown, True)
    assert tab.page.locator(".name").first.text_content() is not None
    assert (tab.incidents(), dialogs) == ([], [])
    assert tab.page.locator("img, iframe, a[href^='java']").count() == 0
