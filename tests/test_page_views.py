"""The views beside the map."""

from pathlib import Path

from tests.browser import OpenPage
from tests.pages import go, shown


def test_a_cell_of_the_matrix_leads_to_its_claims_and_back(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=matrix")
    page.get_by_role("button", name="3 claims: Pregnancy, no source").press("Enter")
    assert shown(page, "claim") == 3
    assert page.locator("#narrowed").inner_text().startswith("Only Pregnancy: no source")
    page.locator("#widen").click()
    assert shown(page, "claim") == 0 == page.locator("#narrowed:visible").count()


def test_references_are_sorted_by_what_falls_with_them(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=uses")
    page.get_by_role("button", name="Falls with it").press("Enter")
    assert page.locator(".uses tbody th .link").first.inner_text() == "Gupta et al. 2015"
    assert page.evaluate("document.activeElement.dataset.sort") == "falls"
