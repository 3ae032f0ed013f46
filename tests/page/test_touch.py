"""The page under fingers, on a telephone's screen."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import Axe, OpenPage
from tests.pages import PREGNANCY, STATES, go, on_map, settled

Points = Sequence[tuple[float, float]]

IN_PREGNANCY = (60, 112)
BELOW_IT = (60, 128)
"""Two places on the map as it opens, one row of the overview apart."""

SMALL = """() => [...document.querySelectorAll("button, summary, input, select, a[href], [role=treeitem]")]
    .map((target) => target.closest("label") ?? target)
    .filter((target) => target.getClientRects().length && getComputedStyle(target).display !== "inline")
    .map((target) => [target.textContent.trim(), target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 24 || height < 24)
    .map(([text, { width, height }]) => `${text}: ${width} x ${height}`)"""


def on_a_telephone(open_page: OpenPage, path: Path, address: str = "") -> Page:
    page = open_page(path, 390, 844, has_touch=True, is_mobile=True).page
    go(page, address)
    page.wait_for_timeout(200)
    return page


def slide(page: Page, begin: Points, end: Points) -> None:
    """Put one finger on each point of `begin`, move them to `end` in a quarter of a second, and lift them."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, points: Points) -> None:
        touched = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    touch("touchStart", begin)
    for step in range(1, 16):
        share = step / 15
        ways = zip(begin, end, strict=True)
        touch("touchMove", [(x + (to_x - x) * share, y + (to_y - y) * share) for (x, y), (to_x, to_y) in ways])
        page.wait_for_timeout(16)
    touch("touchEnd", [])
    page.wait_for_timeout(300)


def tapped(page: Page, place: tuple[float, float]) -> str:
    """The address after a tap on the map."""
    page.touchscreen.tap(*on_map(page, place))
    page.wait_for_timeout(400)
    return str(page.evaluate("location.hash"))


def scrolled(page: Page) -> list[float]:
    """How far the page is scrolled, and whether it is enlarged."""
    found: list[float] = page.evaluate("[scrollX, scrollY, visualViewport.scale]")
    return found


def test_a_tap_on_a_cause_opens_it_and_its_details(article: Path, open_page: OpenPage) -> None:
    page = on_a_telephone(open_page, article)
    page.locator(f'#claims [data-id="{PREGNANCY}"]').tap()
    assert "10 claims, 7 sourced: 3 without a source." in page.locator("#panel").inner_text()
    page.locator("#view-list").tap()
    assert page.locator("#claims li.claim:visible").count() == 10


def test_a_tap_on_a_row_of_the_map_chooses_it(article: Path, open_page: OpenPage) -> None:
    page = on_a_telephone(open_page, article, "#view=map")
    assert tapped(page, IN_PREGNANCY) == "#select=cause%3APregnancy&focus=overview&view=map"


def test_one_finger_moves_the_map_and_not_the_page(article: Path, open_page: OpenPage) -> None:
    page = on_a_telephone(open_page, article, "#view=map")
    slide(page, [on_map(page, (60, 300))], [on_map(page, (60, 180))])
    assert scrolled(page) == [0, 0, 1]
    assert "Pregnancy" not in tapped(page, IN_PREGNANCY)


def test_two_fingers_zoom_the_map_and_not_the_page(article: Path, open_page: OpenPage) -> None:
    assert "Pregnancy" not in tapped(on_a_telephone(open_page, article, "#view=map"), BELOW_IT)
    page = on_a_telephone(open_page, article, "#view=map")
    x, y = on_map(page, IN_PREGNANCY)
    slide(page, [(x, y - 10), (x, y + 10)], [(x, y - 40), (x, y + 40)])
    assert scrolled(page) == [0, 0, 1]
    assert "Pregnancy" in tapped(page, BELOW_IT)


def test_a_list_is_scrolled_with_a_finger(article: Path, open_page: OpenPage) -> None:
    page = on_a_telephone(open_page, article)
    slide(page, [(200, 700)], [(200, 400)])
    assert scrolled(page)[1] > 200


def test_a_view_is_scrolled_with_a_finger(article: Path, open_page: OpenPage) -> None:
    page = on_a_telephone(open_page, article, "#stage=uses&view=map")
    slide(page, [(200, 700)], [(200, 500)])
    assert page.locator("#uses .pane-body").evaluate("body => body.scrollTop") > 100


def test_a_long_list_is_scrolled_with_a_finger(long_page: Path, open_page: OpenPage) -> None:
    page = on_a_telephone(open_page, long_page)
    page.locator("#open-all").tap()
    for _ in range(4):
        slide(page, [(200, 800)], [(200, 200)])
    assert scrolled(page)[1] > 2_000
    assert settled(page, lambda: bool(page.evaluate("document.elementFromPoint(200, 600).closest('li.claim')")))


def test_every_target_is_large_enough_for_a_finger(article: Path, open_page: OpenPage, axe: Axe) -> None:
    page = on_a_telephone(open_page, article)
    small = {}
    for name, address in STATES.items():
        go(page, address)
        small[name] = page.evaluate(SMALL) + axe(page, ("target-size",))
    assert {name: found for name, found in small.items() if found} == {}
