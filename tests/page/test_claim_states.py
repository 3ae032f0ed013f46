"""How the page shows the six states of a claim, in a browser."""

from functools import partial
from pathlib import Path

import pytest

from graph.page import write_page
from graph.reading import parse
from tests.browser import Axe, OpenPage
from tests.pages import LOOKED_AT_IN, WINDOWS, go, panel, violations

REFERENCES = "".join(
    f"@article{{{key}, title = {{About {key}}}, author = {{{key.title()}, A.}}, year = {{2001}}}}\n"
    for key in ("ann", "bob", "cid")
)
CLAIMS = """\
claim_id,cause,claim,supports,disputes,qualifies,mentions,measure,low,unit,involves
c-supported,Tea,Tea wakes.,ann,,,,share,10,%,
c-qualified,Tea > Green,Green tea wakes.,,,bob,,share,20,%,
c-contested,Tea,Tea helps.,ann,bob,,,share,30,%,
c-refuted,Tea > Green,Tea heals.,,cid,,,share,40,%,Sleep
c-mentioned,Tea,Tea is old.,,,,cid,share,50,%,
c-unsourced,Sleep,Sleep is short.,,,,,share,60,%,Tea
"""
REASONS = {
    "supported": ("Supported", "A reference supports it, and none disputes it."),
    "qualified": ("Qualified", "A reference qualifies it, and none supports or disputes it."),
    "contested": ("Contested", "A reference supports or qualifies it, and one disputes it."),
    "refuted": ("Refuted", "References dispute it, and none supports or qualifies it: worse than no source."),
    "mentioned": ("Only mentioned", "References only mention it."),
    "unsourced": ("No source", "No reference of the bibliography is cited for it."),
}
WORST_FIRST = ["refuted", "unsourced", "mentioned", "contested", "qualified", "supported"]
LOOKS = {
    "all claims": "#sort=unsourced",
    "the refuted": "#filter=refuted",
    "a refuted claim": "#select=claim%3Ac-refuted&view=details",
    "a contested claim": "#select=claim%3Ac-contested&view=details",
    "a cause": "#select=cause%3ATea&view=details",
    "what refutes": "#select=reference%3Acid&view=details",
    "map": "#select=cause%3ATea&view=map",
    "matrix": "#stage=matrix&view=map",
    "figures": "#stage=figures&view=map",
    "timeline": "#stage=timeline&per=claims&view=map",
    "uses": "#stage=uses&view=map",
}


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a claim in each state."""
    return write_page(parse(REFERENCES, CLAIMS), tmp_path_factory.mktemp("six") / "page.html")


@pytest.mark.parametrize(("window", "scheme"), LOOKED_AT_IN)
def test_every_look_is_accessible(six: Path, open_page: OpenPage, axe: Axe, window: str, scheme: str) -> None:
    page = open_page(six, *WINDOWS[window], color_scheme=scheme, reduced_motion="reduce").page
    page.locator("#open-all").click()
    assert violations(axe, page, partial(go, page), LOOKS, scheme) == {}


def test_the_header_tells_refuted_and_contested_claims(six: Path, open_page: OpenPage) -> None:
    summary = open_page(six).page.locator(".summary").inner_text()
    words = "6 claims: 3 sourced, 3 not; 3 references, 0 unused; 1 refuted; 1 contested"
    assert " ".join(summary.split()).startswith(words)


@pytest.mark.parametrize("state", REASONS)
def test_a_claim_says_in_a_word_which_state_it_is_in_and_why(six: Path, open_page: OpenPage, state: str) -> None:
    page = open_page(six).page
    go(page, f"#select=claim%3Ac-{state}")
    word, reason = REASONS[state]
    assert page.locator("#panel .state").inner_text() == word
    assert reason in panel(page)


def test_states_differ_by_their_marks(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    shapes = [page.locator(f"#mark-{state}").evaluate("mark => mark.innerHTML") for state in REASONS]
    assert len(set(shapes)) == len(REASONS)


@pytest.mark.parametrize("state", ["unsourced", "refuted", "mentioned", "contested", "qualified"])
def test_the_claims_of_a_state_can_be_looked_at_alone(six: Path, open_page: OpenPage, state: str) -> None:
    page = open_page(six).page
    page.locator(f"#filter-{state} + span").click()
    marks = page.locator("#claims li.claim .mark:visible").evaluate_all("all => all.map((each) => each.classList[1])")
    assert set(marks) == {f"mark-{state}"}


def test_an_old_address_of_disputed_claims_leads_to_the_refuted_ones(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    go(page, "#filter=disputed")
    assert page.locator("#filter-refuted").is_checked()


def test_a_state_in_which_no_claim_is_cannot_be_asked_for(article: Path, open_page: OpenPage) -> None:
    assert open_page(article).page.locator("#filters input").count() == 4


def test_the_worst_claims_stand_first(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    go(page, "#sort=unsourced")
    page.locator("#open-all").click()
    marks = page.locator("#claims li.claim .mark").evaluate_all("all => all.map((each) => each.classList[1].slice(5))")
    tea, green, sleep = marks[:4], marks[4:6], marks[6:]
    assert [sorted(each, key=WORST_FIRST.index) for each in (tea, green, sleep)] == [tea, green, sleep]


def test_a_cause_has_two_numbers_in_the_list_and_its_details(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    go(page, "#select=cause%3ATea")
    words = "5 claims, 3 sourced; 1 more involves it"
    assert page.locator('#claims [data-id="cause:Tea"] > .row .row-note').inner_text() == words
    assert f"{words} (0 of those sourced): 1 refuted, 1 without a source, 1 contested." in panel(page)


def test_claims_that_only_involve_a_cause_are_a_section_of_their_own(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    go(page, "#select=cause%3ATea")
    section = page.locator("#panel section", has_text="Involve it (1)")
    assert (
        section.locator("[data-go]").evaluate_all("all => all.map((each) => each.dataset.go)")[0] == "claim:c-unsourced"
    )


def test_a_reference_says_what_would_no_longer_be_refuted(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    go(page, "#select=reference%3Acid")
    assert "Without this reference, 1 claim would no longer be refuted:" in panel(page)


def test_the_matrix_has_refuted_claims_apart(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    go(page, "#stage=matrix")
    page.get_by_role("button", name="1 claim: Sleep, refuted").press("Enter")
    assert page.locator("#narrowed").inner_text().startswith("Only Sleep: refuted")
    assert page.locator("#count").inner_text() == "1 of 6 claims"


def test_uses_tell_what_a_reference_alone_refutes(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    go(page, "#stage=uses")
    assert "alone refutes 1" in page.locator(".uses tr", has_text="Cid 2001").inner_text()


def test_the_timeline_tells_refuted_from_no_source(six: Path, open_page: OpenPage) -> None:
    page = open_page(six).page
    go(page, "#stage=timeline&per=claims")
    words = page.locator(".age-words").all_inner_texts()
    assert [words.count(each) for each in ("refuted", "no source")] == [1, 2]
