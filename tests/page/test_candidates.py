"""Candidates of claims without a source: in their details, and nowhere else."""

from pathlib import Path
from typing import Any

import pytest

import graph.page.candidates
from graph.auditing.engine import audit
from graph.page import write_page
from graph.page.contract import PageData
from graph.page.data import page_data
from graph.page.tables import ColumnTable
from graph.reading import parse
from tests.browser import Axe, OpenPage
from tests.pages import LOOKED_AT_IN, WINDOWS, go, panel, settled

REFERENCES = "".join(
    f"@article{{{key}, title = {{{title}}}, author = {{{key.title()}, A.}}, year = {{2001}}}}\n"
    for key, title in (("ann", "Green tea and health"), ("bob", "Sleep, in short"), ("cid", "Noise at night"))
)
CLAIMS = """\
claim_id,cause,claim,supports,disputes,mentions
unsourced,Tea,Green tea is old.,,,
mentioned,Tea,Tea is bad for sleep.,,,ann
refuted,Tea,Green tea heals sleep.,,ann,
supported,Tea,Green tea keeps from sleep.,ann,,
alone,Coffee,Coffee wakes.,,,
"""


def data() -> PageData:
    evidence = parse(REFERENCES, CLAIMS)
    return page_data(evidence, audit(evidence))


def in_rows(data: PageData) -> dict[str, Any]:
    """What a page has, with the rows of its columns."""
    return {name: [*value] if isinstance(value, ColumnTable) else value for name, value in data.items()}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(parse(REFERENCES, CLAIMS), tmp_path_factory.mktemp("candidates") / "page.html")


@pytest.mark.parametrize(
    ("claim", "candidates"),
    [
        ("unsourced", [("reference:ann", ["Green tea"])]),
        ("mentioned", [("reference:bob", ["sleep"])]),
        ("refuted", []),
        ("supported", []),
        ("alone", []),
    ],
)
def test_claims_without_a_source_have_candidates(claim: str, candidates: list[tuple[str, list[str]]]) -> None:
    found = next(each for each in data()["claims"] if each["key"] == claim)["candidates"]
    assert [(each["reference"], each["words"]) for each in found] == candidates


def test_candidates_count_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    found = in_rows(data())
    monkeypatch.setattr(graph.page.candidates, "MOST_LOOKED", 0)
    without = in_rows(data())
    assert without["too_many"]
    for claim in found["claims"]:
        claim["candidates"] = []
    assert {**found, "too_many": without["too_many"]} == without


def test_a_candidate_is_a_link_with_the_words_that_both_have(written: Path, open_page: OpenPage) -> None:
    page = open_page(written).page
    go(page, "#select=claim%3Aunsourced")
    section = page.get_by_role("heading", name="Might be carried by").locator("..")
    assert "Nobody has checked them, and they count nowhere." in section.inner_text()
    assert section.locator("li").all_inner_texts() == ["Ann 2001\nboth have: Green tea"]
    section.get_by_role("button", name="Ann 2001").click()
    assert settled(page, lambda: "Green tea and health" in panel(page))


@pytest.mark.parametrize("claim", ["refuted", "supported", "alone"])
def test_where_there_is_no_candidate_nothing_is_said_of_them(written: Path, open_page: OpenPage, claim: str) -> None:
    page = open_page(written).page
    go(page, f"#select=claim%3A{claim}")
    assert "might be carried by" not in panel(page).casefold()


@pytest.mark.parametrize(("claim", "is_said"), [("unsourced", True), ("mentioned", True), ("refuted", False)])
def test_a_claim_without_a_source_says_that_none_were_looked_for(
    tmp_path: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, claim: str, *, is_said: bool
) -> None:
    monkeypatch.setattr(graph.page.candidates, "MOST_LOOKED", 0)
    page = open_page(write_page(parse(REFERENCES, CLAIMS), tmp_path / "page.html")).page
    go(page, f"#select=claim%3A{claim}")
    assert ("Too many claims and references to look for candidates here" in panel(page)) == is_said


@pytest.mark.parametrize(("window", "scheme"), LOOKED_AT_IN)
def test_candidates_are_accessible(written: Path, open_page: OpenPage, axe: Axe, window: str, scheme: str) -> None:
    page = open_page(written, *WINDOWS[window], color_scheme=scheme, reduced_motion="reduce").page
    go(page, "#select=claim%3Aunsourced&view=details")
    assert "might be carried by" in panel(page).casefold()
    assert axe(page, ()) == []


def test_the_help_says_what_candidates_are(written: Path, open_page: OpenPage) -> None:
    page = open_page(written).page
    page.locator("#open-keys").click()
    assert "suggestions, which nobody has checked" in page.get_by_role("dialog").inner_text()
