"""What the page looks like with causes five deep, long texts, large numbers and names from right to left."""

import re
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.page import write_page
from graph.reading import parse
from tests.browser import OpenPage
from tests.pages import go

PATH = ["Body system with a long name of its own", "Organ", "Tissue", "Celltype", "Pathway"]
LONG = "iron folate dopamine marker tissue response cohort risk " * 9

REFERENCES = "@article{k0, title = {Iron}, author = {כהן, דן and Doe, A. and Roe, B.}, year = {2001}}\n" + "".join(
    f"@article{{k{number}, title = {{Title}}, author = {{Doe, A.}}, year = {{{1980 + number % 40}}}}}\n"
    for number in range(1, 200)
)


def row(number: int) -> str:
    depth = 1 + number % 5
    cause = " > ".join(f"{part} {number % 4}.{level}.0.1.2" for level, part in enumerate(PATH[:depth]))
    reference = f"k{number % 200 if number % 3 else 0}"
    return f"c-{number},{cause},{LONG}{number}.,{reference},count,{number % 500}000000,people\n"


CLAIMS = "claim_id,cause,claim,supports,measure,low,unit\n" + "".join(map(row, range(1, 600)))

PARTED = """name => {
    const words = [];
    const text = name.firstChild;
    for (const { index, 0: word } of text.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) words.push(word);
    }
    return words;
}"""


LEFTS = """name => [...name.childNodes].filter((part) => part.textContent).map((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return [part.textContent, Math.round(range.getBoundingClientRect().left)];
})"""


@pytest.fixture(scope="module")
def much(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(parse(REFERENCES, CLAIMS), tmp_path_factory.mktemp("much") / "page.html")


def opened(open_page: OpenPage, path: Path, size: tuple[int, int], address: str) -> Page:
    page = open_page(path, *size).page
    page.locator("#claims .long").wait_for(state="attached")
    go(page, address)
    return page


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_names_of_causes_are_never_cut_in_the_list(much: Path, open_page: OpenPage, width: int) -> None:
    page = opened(open_page, much, (width, 900), "#q=pathway")
    names = page.locator("#claims .cause .name:visible")
    assert names.count() > 2
    assert names.evaluate_all("all => all.filter((each) => each.scrollHeight > each.clientHeight + 1).length") == 0


def test_a_long_list_says_in_figures_how_many_claims_are_sourced(open_page: OpenPage, tmp_path: Path) -> None:
    claims = "claim_id,cause,claim,supports\n" + "".join(f"c{n},One,C.,{'k1' * (n < 3)}\n" for n in range(800))
    page = opened(open_page, write_page(parse(REFERENCES, claims), tmp_path / "page.html"), (1440, 900), "")
    assert page.locator("#claims .cause .row-note [aria-hidden]").inner_text() == "3/800"
    assert page.locator("#claims .cause .row-note .sr").inner_text() == "800 claims, 3 sourced"


@pytest.mark.parametrize("address", ["#stage=figures", "#stage=timeline&per=claims", "#stage=timeline"])
def test_texts_of_a_view_have_few_lines(much: Path, open_page: OpenPage, address: str) -> None:
    page = opened(open_page, much, (1440, 900), address)
    texts = page.locator(".pane-body .link.quiet:visible")
    assert texts.count() > 10
    assert texts.evaluate_all("all => Math.max(...all.map((each) => each.getBoundingClientRect().height))") < 90


@pytest.mark.parametrize("stage", ["figures", "timeline"])
@pytest.mark.parametrize("width", [1440, 1024, 800, 390])
def test_numbers_of_an_axis_do_not_overlap(much: Path, open_page: OpenPage, width: int, stage: str) -> None:
    page = opened(open_page, much, (width, 844), f"#stage={stage}&view=map")
    ends = page.locator(f"#{stage} .axis text").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right])"
    )
    assert len(ends) > 3
    assert all(right + 2 < left for (_, right), (left, _) in pairwise(ends))


def test_what_a_figure_lacks_is_left_out(much: Path, open_page: OpenPage) -> None:
    page = opened(open_page, much, (1440, 900), "#stage=figures")
    assert page.locator(".figure-value").first.inner_text() == "1000000\N{NO-BREAK SPACE}people"


def test_a_cause_of_the_timeline_is_cut_in_front(much: Path, open_page: OpenPage) -> None:
    page = opened(open_page, much, (1440, 900), "#stage=timeline")
    names = page.locator(".age-name").all_inner_texts()
    assert all(name.startswith("… > ") for name in names if " > " in name)


def test_words_of_the_matrix_stay_whole_in_a_narrow_window(much: Path, open_page: OpenPage) -> None:
    page = opened(open_page, much, (390, 844), "#stage=matrix&view=map")
    names = page.locator(".matrix tbody .link")
    assert names.evaluate_all(f"all => all.flatMap({PARTED})") == []


def test_the_map_fills_a_low_window(much: Path, open_page: OpenPage) -> None:
    page = opened(open_page, much, (720, 450), "#view=map")
    page.locator("#map").scroll_into_view_if_needed()
    box = page.locator("#canvas").bounding_box()
    assert box
    assert box["height"] > 280


def test_a_view_scrolls_with_a_low_window(much: Path, open_page: OpenPage) -> None:
    page = opened(open_page, much, (720, 450), "#view=map&stage=figures")
    assert page.evaluate("document.documentElement.scrollHeight") > 4_000


@pytest.mark.parametrize("name", ["#references .name", "#panel .panel-text"])
def test_a_year_stands_behind_a_name_from_right_to_left(much: Path, open_page: OpenPage, name: str) -> None:
    page = opened(open_page, much, (1440, 900), "#tab=references&select=reference%3Ak0")
    ends = page.locator(f"{name} >> visible=true").first.evaluate(LEFTS)
    assert [text for text, _ in sorted(ends, key=lambda end: end[1])] == ["כהן", " et al. 2001"]


def test_a_year_stands_behind_such_a_name_in_a_short_list(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(write_page(parse(REFERENCES.partition("\n")[0], ""), tmp_path / "page.html")).page
    go(page, "#tab=references")
    assert page.locator("#references .name bdi").all_inner_texts() == ["כהן"]


def test_what_opens_a_cause_stands_at_the_first_line_of_its_name(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    at = page.locator("#claims .cause > .row").first.evaluate("row => getComputedStyle(row, '::before').alignSelf")
    assert at == "flex-start"


def test_the_first_page_that_is_printed_is_not_blank(much: Path, open_page: OpenPage) -> None:
    page = open_page(much).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    streams = re.findall(rb"stream\r?\n(.*?)endstream", page.pdf(page_ranges="1"), re.DOTALL)
    texts = [len(re.findall(rb"\bT[jJ]\b", unpacked(stream))) for stream in streams]
    assert sum(texts) > 200


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
