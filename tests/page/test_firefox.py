"""The page in Firefox, where one is installed."""

from pathlib import Path

import pytest

from tests.browser import Axe
from tests.firefox import OpenInFirefox
from tests.pages import LOOKED_AT_IN, STATES, WINDOWS, violations

DRAWN = """(() => {
    const pane = document.querySelector(".stage > :not(.tabs, .asked, [hidden])");
    if (pane.getClientRects().length === 0) return true;
    const canvas = pane.querySelector("canvas");
    if (canvas === null) return pane.querySelector(".pane-body").innerText.length > 20;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size > 20;
})()"""


@pytest.mark.parametrize("window", ["wide", "narrow"])
def test_every_state_is_quiet_drawn_and_as_wide_as_the_window(
    article: Path, open_in_firefox: OpenInFirefox, window: str
) -> None:
    tab = open_in_firefox(article, *WINDOWS[window])
    faults = {}
    for name, address in STATES.items():
        tab.go(address)
        faults[name] = [] if tab.settled(DRAWN) else ["not drawn"]
        if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults[name].append("too wide")
    assert ({name: found for name, found in faults.items() if found}, tab.incidents()) == ({}, [])


@pytest.mark.parametrize(("window", "scheme"), LOOKED_AT_IN)
def test_every_state_is_accessible(
    article: Path, open_in_firefox: OpenInFirefox, axe: Axe, window: str, scheme: str
) -> None:
    tab = open_in_firefox(article, *WINDOWS[window], scheme=scheme)
    assert violations(axe, tab, tab.go, STATES, scheme) == {}


def test_the_dark_is_dark(article: Path, open_in_firefox: OpenInFirefox) -> None:
    grounds = [
        open_in_firefox(article, scheme=scheme).evaluate("getComputedStyle(document.documentElement).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert grounds == ["rgb(250, 248, 243)", "rgb(20, 24, 26)"]


def test_the_unsourced_claims_of_a_cause_are_found_with_the_keyboard_alone(
    article: Path, open_in_firefox: OpenInFirefox
) -> None:
    tab = open_in_firefox(article)
    tab.press("/", *"pregnancy", "Tab", "Tab", "ArrowRight")
    texts = tab.evaluate("""[...document.querySelectorAll("#claims li.claim")]
        .filter((row) => row.getClientRects().length).map((row) => row.innerText)""")
    assert tab.evaluate("location.hash") == "#filter=unsourced&q=pregnancy"
    assert 0 < len(texts) < 10
    assert all("No source" in text for text in texts)


def test_what_falls_with_a_reference_is_found_with_the_keyboard_alone(
    article: Path, open_in_firefox: OpenInFirefox
) -> None:
    tab = open_in_firefox(article)
    tab.press("/", *"gupta", "Tab", "ArrowRight")  # to the references
    tab.press("Tab", "Tab", "Enter", "d")
    assert "Without this reference, 7 claims would have no source left" in tab.text("#panel")


def test_a_citation_is_copied_with_the_keyboard_alone(article: Path, open_in_firefox: OpenInFirefox) -> None:
    tab = open_in_firefox(article)
    tab.evaluate("void (navigator.clipboard.writeText = async (text) => { globalThis.taken = text })")
    tab.go("#select=reference%3Agupta2015")
    tab.press("d")
    for _ in range(20):
        if tab.evaluate("document.activeElement.textContent") == "Copy as BibTeX":
            break
        tab.press("Tab")
    tab.press("Enter")
    assert tab.settled(r"globalThis.taken?.startsWith('@article{gupta2015,\n  author')")
    assert tab.text("#said") == "Copied"


def test_a_box_of_the_map_is_chosen_with_a_click(article: Path, open_in_firefox: OpenInFirefox) -> None:
    tab = open_in_firefox(article)
    assert tab.settled(DRAWN)
    left, top = tab.evaluate(
        "(({ left, top }) => [left, top])(document.querySelector('#canvas').getBoundingClientRect())"
    )
    tab.click(left + 60, top + 300)
    assert tab.settled("location.hash.includes('select=cause')")
    assert tab.evaluate("document.querySelector('#panel').hidden") is False


def test_a_long_page_is_quiet_and_searched(long_page: Path, open_in_firefox: OpenInFirefox) -> None:
    tab = open_in_firefox(long_page)
    assert tab.settled("document.querySelector('#claims .long')")
    tab.press("/", *"sjogren 2999")
    assert tab.settled("document.querySelector('#count').textContent === '1 of 3,000 claims'")
    assert tab.evaluate("document.querySelectorAll('.long > li.claim').length") == 1
    assert tab.incidents() == []
