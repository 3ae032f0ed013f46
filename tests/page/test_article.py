"""The article that the claims are of, as the page names it."""

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from graph.cli import main
from graph.model import Article
from graph.network import build_network
from graph.page import TITLE, render_page, write_page
from tests.browser import Axe, OpenPage
from tests.examples import CLAIMS, REFERENCES, sample
from tests.pages import LOOKED_AT_IN, WINDOWS, go

ARTICLE = Article(title="Sleep <b>", url="https://example.org/sleep?a=1&b=2", date="2026-01-31")


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(replace(sample(), article=ARTICLE), tmp_path_factory.mktemp("article") / "page.html")


def test_the_header_has_its_title_address_and_date(page_file: Path, open_page: OpenPage) -> None:
    tab = open_page(page_file)
    assert tab.page.locator("h1").inner_text() == "Sleep <b> 2026-01-31"
    assert tab.page.locator("h1 a").get_attribute("href") == ARTICLE.url
    assert tab.incidents() == []


@pytest.mark.parametrize(("window", "scheme"), LOOKED_AT_IN)
def test_the_header_is_accessible(page_file: Path, open_page: OpenPage, axe: Axe, window: str, scheme: str) -> None:
    assert axe(open_page(page_file, *WINDOWS[window], color_scheme=scheme).page) == []


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("", "Sleep <b>"),
        ("#select=cause%3ANoise", "Noise · Sleep <b>"),
        ("#select=reference%3Adrake2013", "Drake 2013 · Sleep <b>"),
        ("#select=claim%3Anone", "Sleep <b>"),
    ],
)
def test_the_tab_says_what_is_chosen(page_file: Path, open_page: OpenPage, address: str, title: str) -> None:
    page = open_page(page_file).page
    go(page, "#select=cause%3ADrinks")
    go(page, address or "#")
    assert page.title() == title


@pytest.mark.parametrize("width", [1440, 1024])
def test_a_long_title_leaves_room_for_the_rest_of_the_header(open_page: OpenPage, tmp_path: Path, width: int) -> None:
    article = Article(title="What is known of the causes of sleep " * 5)
    page = open_page(write_page(replace(sample(), article=article), tmp_path / "page.html"), width=width).page
    assert page.locator("header.top").evaluate("header => header.offsetHeight") < 200
    assert page.locator(".summary").evaluate("summary => summary.offsetWidth") > 200


def test_an_article_without_a_title_has_the_usual_one() -> None:
    assert f"<title>{TITLE}</title>" in render_page(sample())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org", ""])
def test_an_address_that_is_none_is_no_link(address: str) -> None:
    page = render_page(replace(sample(), article=Article(title="T", url=address)))
    assert '<h1 dir="auto">T</h1>' in page


@pytest.mark.parametrize(
    ("options", "title"), [([], "Of the settings"), (["--title", "Of the option"], "Of the option")]
)
def test_the_settings_or_the_option_name_the_article(
    options: list[str], title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/references.bib").write_text(REFERENCES, encoding="utf-8")
    Path("data/claims.csv").write_text(CLAIMS, encoding="utf-8")
    Path("evidence-graph.toml").write_text('[article]\ntitle = "Of the settings"\ndate = 2026', encoding="utf-8")
    assert main(["build", *options]) == 0
    written = Path("evidence.html").read_text(encoding="utf-8")
    assert f"<title>{title}</title>" in written
    assert '<time datetime="2026">2026</time>' in written


def test_the_network_has_what_is_known_of_the_article() -> None:
    network = build_network(replace(sample(), article=Article(title="T", date="2026")))
    assert network.graph == {
        "references_file": "references.bib",
        "claims_file": "claims.csv",
        "title": "T",
        "date": "2026",
    }
    assert 'attr.name="title"' in "\n".join(nx.generate_graphml(network))
