"""The details of a claim whose words are an article's own."""

from pathlib import Path

import pytest

from graph.page import write_page
from graph.reading import parse
from tests.browser import OpenPage
from tests.pages import go

TABLE = """\
claim_id,cause,claim,quote,page
same,Tea,Tea wakes.,Tea wakes.,
other,Tea,Tea wakes.,Tea wakes [1].,
linked,Tea,Tea wakes.,Tea wakes.,https://example.org/tea
"""


def facts(open_page: OpenPage, path: Path, claim: str) -> dict[str, str]:
    page = open_page(path).page
    go(page, f"#select=claim%3A{claim}")
    pairs = page.locator("#panel dl > div").all()
    return {each.locator("dt").inner_text(): each.locator("dd").inner_text() for each in pairs}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(parse("", TABLE), tmp_path_factory.mktemp("details") / "page.html")


@pytest.mark.parametrize(
    ("claim", "quote"), [("same", None), ("other", "Tea wakes [1]."), ("linked", "Open at the quote")]
)
def test_a_quote_that_only_says_the_claim_again_is_left_out(
    table: Path, open_page: OpenPage, claim: str, quote: str | None
) -> None:
    assert facts(open_page, table, claim).get("Quote") == quote


def test_a_claim_of_a_table_has_a_row(table: Path, open_page: OpenPage) -> None:
    assert facts(open_page, table, "same")["Row"] == "same, claims.csv:2"


def test_a_sentence_of_an_article_has_a_place(open_page: OpenPage, tmp_path: Path) -> None:
    evidence = parse("", "# Tea\n\nTea wakes.\n", files=("references.bib", "paper.md"))
    found = facts(open_page, write_page(evidence, tmp_path / "page.html"), next(iter(evidence.claims)))
    assert found["Place"].endswith("paper.md:3")
