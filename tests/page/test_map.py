"""The map: drawn, clicked, pointed at and zoomed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.page import write_page
from graph.reading import parse
from tests.browser import OpenPage
from tests.pages import go, on_map, settled, shown


def click_on_map(page: Page, x: float, y: float) -> None:
    page.mouse.click(*on_map(page, (x, y)))
    page.wait_for_timeout(300)


def test_the_map_is_drawn(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    colours = """() => {
        const canvas = document.querySelector("#canvas canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
    }"""
    assert page.evaluate(colours) > 50


def test_the_map_follows_the_dark(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, color_scheme="light").page
    before = page.locator("#canvas").screenshot()
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() != before


def test_the_map_is_zoomed_with_keys(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    page.locator("#canvas").focus()
    before = page.locator("#canvas").screenshot()
    page.keyboard.press("+")
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() != before


def test_what_is_clicked_on_the_map_can_be_unfolded(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    click_on_map(page, 120, 300)
    name = page.locator("#panel .panel-text").inner_text()
    assert "focus=overview" in page.evaluate("location.hash")
    page.locator("#unfold").click()
    assert page.locator("#map-title").inner_text().endswith(name)


def test_a_click_anywhere_on_a_row_of_the_map_opens_the_details(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    click_on_map(page, 120, 300)
    assert "select=cause" in page.evaluate("location.hash")
    assert page.locator("#panel").is_visible()


def test_pointing_at_a_row_of_the_map_says_what_it_is(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    page.mouse.move(*on_map(page, (120, 300)))
    assert settled(page, lambda: "sourc" in page.locator("#hint").inner_text())


def test_a_view_that_is_cut_says_so(open_page: OpenPage, tmp_path: Path) -> None:
    rows = "".join(f"c-{number},Many,Claim number {number}.\n" for number in range(1_000))
    page = open_page(write_page(parse("", f"claim_id,cause,claim\n{rows}"), tmp_path / "page.html")).page
    go(page, "#select=cause%3AMany")
    assert page.locator("#map-note").inner_text() == "Showing 121 of 1,001; the list has all."


def test_the_map_is_sorted_where_the_list_is_not_shown(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, 390, 844).page
    go(page, "#view=map")
    before = page.locator("#canvas").screenshot()
    page.locator("#map-sort").select_option("on fewest references")
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() != before
    assert page.evaluate("location.hash") == "#view=map&sort=thinnest"


def test_there_is_one_control_for_map_and_list(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    controls = page.locator("#sort:visible, #map-sort:visible")
    assert controls.count() == 1
    go(page, "#tab=references")
    assert controls.evaluate_all("found => found.map(({ id }) => id)") == ["map-sort"]


COLOURS_OF_THE_GAP = """() => {
    const { data } = document.querySelector("#canvas canvas").getContext("2d").getImageData(460, 60, 40, 300);
    return new Set(new Uint32Array(data.buffer)).size;
}"""
"""How many colours there are between causes and references: one where no line is drawn."""


@pytest.fixture
def many_lines(tmp_path: Path) -> Path:
    """A page whose overview has 290 lines."""
    references = "".join(f"@article{{k{number}, title = {{Title {number}}}}}\n" for number in range(30))
    rows = "".join(f"c-{number},Cause {number % 10},Claim {number}.,k{number % 29}\n" for number in range(290))
    return write_page(parse(references, f"claim_id,cause,claim,supports\n{rows}"), tmp_path / "page.html")


def test_lines_that_are_too_many_are_drawn_for_what_is_pointed_at(many_lines: Path, open_page: OpenPage) -> None:
    page = open_page(many_lines).page
    page.wait_for_timeout(300)
    assert page.locator("#map-note").inner_text() == "Point at a row, or choose it, to see its lines."
    assert page.evaluate(COLOURS_OF_THE_GAP) == 1
    page.mouse.move(*on_map(page, (120, 60)))
    assert settled(page, lambda: page.evaluate(COLOURS_OF_THE_GAP) > 1)


def test_lines_that_are_too_many_are_drawn_for_what_has_the_focus(many_lines: Path, open_page: OpenPage) -> None:
    page = open_page(many_lines).page
    page.locator("#claims .cause").first.locator("xpath=self::*[@tabindex]|.//button").first.focus()
    assert settled(page, lambda: page.evaluate(COLOURS_OF_THE_GAP) > 1)
    page.locator("#search").focus()
    assert settled(page, lambda: page.evaluate(COLOURS_OF_THE_GAP) == 1)


def test_what_a_cause_rests_on_is_counted_when_it_is_pointed_at(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    page.mouse.move(*on_map(page, (120, 122)))
    words = "Pregnancy: 10 claims, 7 sourced; all on 1 reference"
    assert settled(page, lambda: page.locator("#hint").inner_text() == words)


def test_the_only_cause_is_open_on_its_claims(open_page: OpenPage, tmp_path: Path) -> None:
    table = "claim_id,cause,claim\na,Pregnancy,One.\nb,Pregnancy,Two.\n"
    page = open_page(write_page(parse("", table), tmp_path / "page.html")).page
    assert page.locator("#map-title").inner_text() == "Pregnancy"
    assert page.locator("#back").is_hidden()
    assert shown(page, "claim") == 2


def test_the_library_adds_no_style(article: Path, open_page: OpenPage) -> None:
    assert open_page(article).page.locator("style").count() == 1


def test_fitting_the_map_shows_all_of_it_on_a_telephone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, 390, 844).page
    go(page, "#view=map")
    page.locator("#fit").click()
    page.wait_for_timeout(300)  # the map is as high again as before when the hint is gone
    page.locator("#clipped").wait_for(state="hidden")


def test_what_is_moved_out_of_the_map_is_said(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    hint = page.locator("#clipped")
    page.locator("#canvas").focus()
    hint.wait_for(state="hidden")  # a busy machine fits the map a moment after it can be used
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    hint.wait_for(state="visible")


def test_the_map_is_drawn_where_it_was_hidden_when_something_was_chosen(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, 390, 844).page
    go(page, "#select=reference%3Agupta2015&view=details")
    page.locator("#view-map").click()
    page.wait_for_timeout(200)
    hidden = page.locator("#canvas").screenshot()
    page.keyboard.press("Tab")
    page.locator("#zoom-in").click()
    page.locator("#zoom-out").click()
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() == hidden
