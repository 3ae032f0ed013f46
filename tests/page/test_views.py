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


def test_references_are_sorted_the_other_way_round_by_a_second_click(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=uses")
    for _ in range(2):
        page.get_by_role("button", name="Year").press("Enter")
    assert page.locator(".uses tbody th .link").first.inner_text() == "Earley et al. 2000"
    assert page.locator(".uses [aria-sort]").get_attribute("aria-sort") == "ascending"


def test_the_list_of_references_is_in_the_order_of_the_table(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=uses&tab=references")
    page.locator("#order").select_option("oldest first")
    names = [page.locator(f"{of} >> visible=true").all_inner_texts() for of in (".uses th .link", "#references .name")]
    assert names[0] == names[1]


def test_what_a_view_is_narrowed_to_stands_above_it_and_is_undone_there(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=figures&q=iron&filter=unsourced")
    assert page.locator("#asked-words").inner_text() == "“iron”, no source"
    page.locator("#asked button").click()
    assert page.locator("#search").input_value() == ""
    assert page.locator("#asked").is_hidden()


def test_a_dot_of_the_timeline_names_its_sources(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=timeline")
    assert "Earley et al. 2000" in page.locator("#timeline circle title").all_text_contents()
