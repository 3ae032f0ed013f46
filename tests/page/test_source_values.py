"""What the sources themselves state, as the page shows it."""

from pathlib import Path

import pytest

from graph.page import write_page
from graph.page.contract import SourceData
from graph.page.data import citations_data
from graph.reading import parse
from tests.browser import OpenPage
from tests.examples import CLAIMS, REFERENCES
from tests.pages import go, panel, settled

VALUES = """\
claim_id,reference,locator,source_quote,measure,low,high,unit,design,checked_by,checked_on
c1,drake2013,,Sleep was shorter by an hour.,,,,,cohort,Ann,2024-03-01
c2,roth2011,p. 5,,prevalence,6,30,%,,,2024-03-02
"""


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(parse(REFERENCES, CLAIMS, VALUES), tmp_path_factory.mktemp("values") / "page.html")


def source(number: str) -> SourceData:
    """What the page has of the first citation of a claim."""
    claim = parse(REFERENCES, CLAIMS, VALUES).claims[number]
    return citations_data([claim], {})[0][0]["source"]


def test_words_design_and_who_looked() -> None:
    said = {"quote": "Sleep was shorter by an hour.", "design": "cohort"}
    assert source("c1") == said | {"checked": "looked up by Ann on 2024-03-01"}


def test_figures_and_when_alone() -> None:
    assert source("c2") == {
        "figures": "6\N{EN DASH}30\N{NO-BREAK SPACE}%, prevalence",
        "quantity": {"measure": "prevalence", "unit": "%", "estimate": {"low": "6", "high": "30"}},
        "checked": "looked up on 2024-03-02",
    }


def test_a_citation_that_nobody_looked_up_has_nothing() -> None:
    assert source("c3") == {}


def test_the_panel_says_what_the_source_says(page_file: Path, open_page: OpenPage) -> None:
    page = open_page(page_file).page
    go(page, "#select=claim%3Ac1&view=details")
    assert settled(
        page, lambda: "The source says: Sleep was shorter by an hour." in panel(page).replace("“", "").replace("”", "")
    )
    assert "cohort · looked up by Ann on 2024-03-01" in panel(page)
    assert panel(page).count("looked up") == 1


def test_the_figures_have_the_source_beside_the_claim(page_file: Path, open_page: OpenPage) -> None:
    page = open_page(page_file).page
    go(page, "#stage=figures&view=map")
    assert "Sources give 6\N{EN DASH}30\N{NO-BREAK SPACE}% (Roth 2011)" in page.locator(".figure-said").inner_text()
    lines = page.locator("#figures line.bar").evaluate_all(
        "lines => lines.map(line => [line.classList.contains('said'), line.x2.baseVal.valueAsString])"
    )
    assert lines == [[False, "69.333%"], [True, "100%"]]


def test_the_source_is_printed_with_the_claim(page_file: Path, open_page: OpenPage) -> None:
    page = open_page(page_file).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (
        "the source says: “Sleep was shorter by an hour.”; looked up by Ann" in page.locator("#annotated").inner_text()
    )
