from pathlib import Path

import pytest
from playwright.sync_api import expect

import graph
from graph.displays.explorer import Explorer
from graph.page import TITLE, render_page
from graph.reading import parse
from tests.browser import OpenPage
from tests.displays.test_framed import notebook


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    return graph.explore(graph.sample())


def test_the_page_is_that_which_is_written(explorer: Explorer) -> None:
    assert explorer.page == render_page(explorer.evidence)


def test_it_is_one_line_in_a_terminal(explorer: Explorer) -> None:
    assert repr(explorer).startswith("<Explorer of 106 claims: ")


@pytest.mark.parametrize(("given", "shown"), [(None, TITLE), ("Sleep", "Sleep")])
def test_its_title(given: str | None, shown: str) -> None:
    assert graph.explore(parse("", "claim_id,cause,claim\na,B,C\n"), title=given).title == shown


def test_the_page_works_inside_a_notebook(explorer: Explorer, tmp_path: Path, open_page: OpenPage) -> None:
    tab = open_page(notebook(tmp_path, explorer._repr_html_()))
    page = tab.page.frame_locator("iframe")
    page.get_by_role("tab", name="Matrix").click()
    expect(page.get_by_role("tab", name="Matrix")).to_have_attribute("aria-selected", "true")
    page.get_by_role("button", name="Varicose veins").first.click()
    expect(page.locator("#panel")).to_contain_text("Varicose veins")
    assert tab.incidents() == []  # a step that the history need not keep is none out of the frame
