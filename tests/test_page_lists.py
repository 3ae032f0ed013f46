"""The search, the lists and the details."""

from pathlib import Path

from tests.browser import OpenPage
from tests.pages import go, panel, settled, shown


def test_a_search_finds_what_an_author_wrote(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#search").fill("gupta")
    assert 0 < shown(page, "claim") < 20


def test_how_much_is_left_is_announced(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#search").fill("gupta")
    assert " of " in page.locator("#count[role=status]").inner_text()


def test_a_search_that_finds_nothing_says_so(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#search").fill("xyzzy")
    assert page.locator("#nothing").is_visible()


def test_a_finding_leads_to_its_subject(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings")
    page.locator("#findings summary").first.click()
    page.locator("#findings button[data-select]").first.click()
    assert page.locator("#panel").is_visible()


def test_a_reference_says_what_falls_with_it(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#select=reference%3Agupta2015")
    assert "Without this reference" in panel(page)


def test_an_entry_is_shown_as_it_is_written(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#select=claim%3Apregnancy-04")
    page.get_by_text("As written in claims.csv").click()
    assert settled(page, lambda: page.locator(".written pre").inner_text().startswith("pregnancy-04,Pregnancy,"))
