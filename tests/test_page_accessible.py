"""The page as axe sees it, in every state."""

from pathlib import Path

import pytest

from tests.browser import Axe, OpenPage
from tests.pages import STATES, WINDOWS, go


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", ["wide", "narrow"])
def test_every_state_is_accessible(article: Path, open_page: OpenPage, axe: Axe, window: str, scheme: str) -> None:
    page = open_page(article, *WINDOWS[window], color_scheme=scheme).page
    only = ("color-contrast",) if scheme == "dark" else ()  # nothing else is different in the dark
    violations = {}
    for name, address in STATES.items():
        go(page, address)
        violations[name] = axe(page, only)
    assert {name: found for name, found in violations.items() if found} == {}


def test_all_findings_opened_are_accessible(article: Path, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(article).page
    go(page, "#tab=findings")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert axe(page) == []


@pytest.mark.parametrize("name", ["keys", "downloads"])
def test_a_dialog_is_accessible_and_left_with_escape(article: Path, open_page: OpenPage, axe: Axe, name: str) -> None:
    page = open_page(article, 390, 844).page
    page.locator(f"#open-{name}").press("Enter")
    assert axe(page) == []
    page.keyboard.press("Escape")
    assert not page.locator(f"#{name}").is_visible()
    assert page.evaluate("document.activeElement.id") == f"open-{name}"
