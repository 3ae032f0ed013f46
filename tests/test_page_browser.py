"""The page in a real browser, opened from a file as a reader opens it."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page

from graph.model import Citation, Claim, Evidence, Finding, Place, Quantity, Reference
from graph.page import write_page
from graph.reading import collect_causes, parse, read
from graph.report import Report
from tests.browser import Axe, OpenPage

ROOT = Path(__file__).parent.parent
PREGNANCY = "cause:Pregnancy"
STATES = {
    "overview": "",
    "a cause": "#select=cause%3APregnancy&view=map",
    "a claim": "#select=claim%3Apregnancy-01&view=details",
    "a reference": "#select=reference%3Agupta2015&view=details",
    "the unsourced": "#filter=unsourced",
    "a search": "#q=iron",
    "a search for nothing": "#q=xyzzy",
    "references": "#tab=references",
    "findings": "#tab=findings",
    "map": "#view=map",
    "an id that is none": "#select=claim%3Anone&view=details",
    "a chain": "#select=claim%3Apregnancy-01&focus=cause%3APregnancy&view=map",
    "matrix": "#stage=matrix&view=map",
    "a cell of the matrix": "#stage=matrix&by=year&within=cause%3APregnancy&value=no+source&view=map",
    "figures": "#stage=figures&view=map",
    "timeline": "#stage=timeline&view=map",
    "timeline of claims": "#stage=timeline&per=claims&q=iron&view=map",
    "uses": "#stage=uses&order=falls&view=map",
    "nothing left": "#stage=figures&q=xyzzy&view=map",
}
LINKS = {
    "#stage=matrix&by=year": "2015–2019",
    "#stage=figures": "10–30 % pregnant women",
    "#stage=timeline": "2019, newest of 5",
    "#stage=timeline&per=claims&q=fibromyalgia": "Fibromyalgia goes together with symptoms of RLS.",
    "#stage=uses&order=year": "Experimental and Clinical Transplantation 2016",
    "#stage=figures&q=xyzzy": "No claim that is left gives a figure.",
    "#stage=matrix&q=xyzzy": "No cause is left",
}
WINDOWS = {"wide": (1440, 900), "middling": (1024, 768), "narrow": (360, 780), "zoomed": (720, 450)}

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "{{7*7}}{% raw %}",
    "javascript:alert(1)",
    "line\N{LINE SEPARATOR}paragraph\N{PARAGRAPH SEPARATOR}end",
    "\x1b[31mred\x1b[0m",
    "__proto__",
    "constructor",
    "<!--<script>",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc",
    "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} (1)",
    "'\" onmouseover=alert(1) x='",
    "&lt;b&gt; &amp; &#106;",
    "x" * 3000,
]


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    evidence = read(ROOT / "data" / "references.bib", ROOT / "data" / "claims.csv")
    return write_page(evidence, tmp_path_factory.mktemp("page") / "evidence.html")


def hostile_evidence(text: str) -> Evidence:
    """Evidence in which every text is this one."""
    place = Place(text, 1, text)
    reference = Reference(
        key=text,
        type=text,
        place=place,
        title=text,
        authors=(text,),
        year=text,
        journal=text,
        doi=text,
        url=text,
        design=text,
        group=text,
        fields={"volume": text, "pages": text},
    )
    written = text.encode(errors="replace")
    claim = Claim(
        key=text,
        cause=text,
        text=text,
        place=place,
        citations=(Citation(text, text, "supports", place, text), Citation(text, f"{text}?", "disputes", place, text)),
        quantity=Quantity(measure=text, low=Decimal(1), unit=text, population=text, comparator=text),
        involves=(f"{text} two",),
        section=text,
        paragraph=text,
        quote=text,
        note=text,
        reviewed_by=text,
        extra={text: text},
    )
    return Evidence(
        references={text: reference},
        claims={text: claim},
        causes=collect_causes([claim]),
        references_file=text,
        claims_file=text,
        originals={"references": written, "claims": written},
    )


def hostile_report(text: str) -> Report:
    """A report on that evidence in which a finding says the same."""
    place = Place(text, 1)
    finding = Finding(code=text, rule=text, severity="error", place=place, subject=f"claim:{text}", message=text)
    return Report(findings=(finding,), checks=(), not_run=(), claims=1, references=1, causes=2)


def go(page: Page, address: str) -> None:
    page.evaluate("address => { location.hash = address }", address)
    page.wait_for_timeout(100)


def settled(page: Page, question: Callable[[], bool]) -> bool:
    """Whether a question is answered with yes within two seconds; the page's policy forbids to wait inside it."""
    for _ in range(40):
        if question():
            return True
        page.wait_for_timeout(50)
    return False


def panel(page: Page) -> str:
    return page.locator("#panel").inner_text()


def shown(page: Page, kind: str) -> int:
    return page.locator(f"#lists li.{kind}:visible").count()


def click_on_map(page: Page, x: float, y: float) -> None:
    box = page.locator("#canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + x, box["y"] + y)
    page.wait_for_timeout(300)


@pytest.mark.parametrize("window", WINDOWS)
def test_every_state_is_quiet_and_as_wide_as_the_window(article: Path, open_page: OpenPage, window: str) -> None:
    tab = open_page(article, *WINDOWS[window])
    over = {}
    for name, address in STATES.items():
        go(tab.page, address)
        over[name] = tab.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert ({name: pixels for name, pixels in over.items() if pixels > 0}, tab.incidents()) == ({}, [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", ["wide", "narrow"])
def test_every_state_is_accessible(article: Path, open_page: OpenPage, axe: Axe, window: str, scheme: str) -> None:
    page = open_page(article, *WINDOWS[window], color_scheme=scheme).page
    only = ("color-contrast",) if scheme == "dark" else ()  # nothing else is different in the dark
    violations = {}
    for name, address in STATES.items():
        go(page, address)
        violations[name] = axe(page, only)
    assert {name: found for name, found in violations.items() if found} == {}


def test_all_findings_opened_are_accessible(article: Path, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(article).page
    go(page, "#tab=findings")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert axe(page) == []


def test_the_unsourced_claims_of_a_cause_are_found_with_the_keyboard_alone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.keyboard.press("/")
    page.keyboard.type("pregnancy")
    for _ in range(2):  # past the tabs, to the filter
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    left = page.locator("#claims li.claim:visible")
    assert 0 < left.count() < 10
    assert all("No source" in text for text in left.all_inner_texts())


def test_a_claim_is_chosen_and_left_with_the_keyboard_alone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#claims button[data-select]").first.focus()
    for key in ("ArrowRight", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert "No source" in panel(page)
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()


def test_the_focus_returns_to_what_was_chosen(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator(f'#claims button[data-select="{PREGNANCY}"]').focus()
    for key in ("Enter", "d", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.dataset.select") == PREGNANCY


def test_single_keys_can_be_turned_off(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#open-keys").click()
    page.locator("#single-keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "search"


def test_a_link_restores_what_was_seen(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.goto(f"{article.as_uri()}#select=claim%3Apregnancy-01&filter=unsourced&q=preg")
    state = "[document.querySelector('#search').value, document.querySelector('#filter-unsourced').checked]"
    assert page.evaluate(state) == ["preg", True]
    assert "pregnancy-01" in panel(page)


def test_back_leads_to_what_was_seen_before(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator(f'#claims button[data-select="{PREGNANCY}"]').click()
    page.locator('#panel [data-go="reference:gupta2015"]').first.click()
    page.go_back()
    assert settled(page, lambda: "Pregnancy" in page.locator("#panel h2").inner_text())


def test_typing_does_not_fill_the_history(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    before = page.evaluate("history.length")
    page.locator("#search").press_sequentially("iron")
    assert page.evaluate("history.length") == before


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


def test_a_cell_of_the_matrix_leads_to_its_claims_and_back(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=matrix")
    page.get_by_role("button", name="3 claims: Pregnancy, no source").press("Enter")
    assert shown(page, "claim") == 3
    assert page.locator("#narrowed").inner_text().startswith("Only Pregnancy: no source")
    page.locator("#widen").click()
    assert shown(page, "claim") == 0 == page.locator("#narrowed:visible").count()


def test_the_arrow_keys_go_from_cell_to_cell_over_empty_ones(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=matrix")
    page.get_by_role("button", name="7 claims: Pregnancy, supports").focus()
    for key in ("ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.ariaLabel") == "7 claims: End-stage kidney disease, no source"


def test_a_link_leads_to_a_view(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    missed = []
    for address, expected in LINKS.items():
        page.goto(article.as_uri() + address)
        page.reload()
        if not settled(page, lambda words=expected: words in page.locator(".pane:visible").inner_text()):  # type: ignore[misc]
            missed.append(address)
    assert missed == []


def test_views_are_changed_with_the_arrow_keys_and_back_leads_back(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#stage-map").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#matrix").is_visible()
    page.go_back()
    assert settled(page, page.locator("#canvas").is_visible)


def test_references_are_sorted_by_what_falls_with_them(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=uses")
    page.get_by_role("button", name="Falls with it").press("Enter")
    assert page.locator(".uses tbody th .link").first.inner_text() == "Gupta et al. 2015"
    assert page.evaluate("document.activeElement.dataset.sort") == "falls"


def test_what_falls_with_a_reference_is_found_with_the_keyboard_alone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.keyboard.press("/")
    page.keyboard.type("gupta")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")  # the references
    for key in ("Tab", "Enter", "d"):
        page.keyboard.press(key)
    assert "Without this reference, 7 claims would have no source left" in panel(page)


def test_a_citation_is_copied_with_the_keyboard_alone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.evaluate("void (navigator.clipboard.writeText = async (text) => { globalThis.taken = text })")
    go(page, "#select=reference%3Agupta2015")
    page.keyboard.press("d")
    while page.evaluate("document.activeElement.textContent") != "Copy as BibTeX":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert settled(page, lambda: bool(page.evaluate("globalThis.taken?.startsWith('@article{gupta2015,\\n  author')")))
    assert page.locator("#said").inner_text() == "Copied"


def test_a_citation_that_may_not_be_copied_is_selected(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')))")
    go(page, "#select=reference%3Agupta2015")
    page.get_by_role("button", name="Copy as text: Gupta et al. 2015").click()
    assert settled(page, lambda: "10.1111/ane.12520" in page.evaluate("getSelection().toString()"))


def test_an_entry_is_shown_as_it_is_written(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#select=claim%3Apregnancy-04")
    page.get_by_text("As written in claims.csv").click()
    assert settled(page, lambda: page.locator(".written pre").inner_text().startswith("pregnancy-04,Pregnancy,"))


@pytest.mark.parametrize("name", ["references.bib", "claims.csv"])
def test_what_the_page_was_made_from_comes_back_byte_for_byte(article: Path, open_page: OpenPage, name: str) -> None:
    page = open_page(article).page
    page.locator("#open-downloads").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name=name).click()
    assert taken.value.suggested_filename == name
    assert taken.value.path().read_bytes() == (ROOT / "data" / name).read_bytes()


def test_the_findings_are_handed_out(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#open-downloads").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="findings.json").click()
    assert json.loads(taken.value.path().read_text(encoding="utf-8"))["summary"]["claims"] == 107


@pytest.mark.parametrize(("kind", "begin"), [("svg", b"<svg "), ("png", b"\x89PNG")])
def test_the_map_is_handed_out_as_a_picture(article: Path, open_page: OpenPage, kind: str, begin: bytes) -> None:
    tab = open_page(article)
    go(tab.page, "#select=cause%3APregnancy")
    tab.page.locator("#open-downloads").click()
    with tab.page.expect_download() as taken:
        tab.page.locator(f"[data-picture={kind}]").click()
    assert taken.value.suggested_filename == f"map-pregnancy.{kind}"
    assert taken.value.path().read_bytes().startswith(begin)
    assert tab.incidents() == []


@pytest.mark.parametrize("name", ["keys", "downloads"])
def test_a_dialog_is_accessible_and_left_with_escape(article: Path, open_page: OpenPage, axe: Axe, name: str) -> None:
    page = open_page(article, 390, 844).page
    page.locator(f"#open-{name}").press("Enter")
    assert axe(page) == []
    page.keyboard.press("Escape")
    assert not page.locator(f"#{name}").is_visible()
    assert page.evaluate("document.activeElement.id") == f"open-{name}"


def test_a_question_mark_opens_the_keys(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()


def test_boxes_of_the_map_are_chosen_and_unfolded_with_the_keyboard_alone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#canvas").focus()
    page.keyboard.press("n")
    assert page.locator("#map-kind").inner_text().lower() == "overview"
    assert "RLS in general" in panel(page)
    page.keyboard.press("Enter")
    assert page.locator("#map-title").inner_text() == "RLS in general"


def test_what_is_clicked_on_the_map_can_be_unfolded(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    click_on_map(page, 60, 300)
    name = page.locator("#panel .panel-text").inner_text()
    assert "focus=overview" in page.evaluate("location.hash")
    page.locator("#unfold").click()
    assert page.locator("#map-title").inner_text().endswith(name)


def test_a_click_anywhere_on_a_row_of_the_map_opens_the_details(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    click_on_map(page, 60, 300)
    assert "select=cause" in page.evaluate("location.hash")
    assert page.locator("#panel").is_visible()


def test_pointing_at_a_row_of_the_map_says_what_it_is(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    box = page.locator("#canvas").bounding_box()
    assert box
    page.mouse.move(box["x"] + 60, box["y"] + 300)
    assert settled(page, lambda: "sourc" in page.locator("#hint").inner_text())


def test_the_map_is_drawn(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    colours = """() => {
        const canvas = document.querySelector("#canvas canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
    }"""
    assert page.evaluate(colours) > 50


def test_the_map_follows_the_dark(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, color_scheme="light").page
    before = page.locator("#canvas").screenshot()
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() != before


def test_the_map_is_zoomed_with_keys(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.wait_for_timeout(200)
    page.locator("#canvas").focus()
    before = page.locator("#canvas").screenshot()
    page.keyboard.press("+")
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() != before


def test_the_library_adds_no_style(article: Path, open_page: OpenPage) -> None:
    assert open_page(article).page.locator("style").count() == 1


def test_a_reference_says_what_falls_with_it(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#select=reference%3Agupta2015")
    assert "Without this reference" in panel(page)


def test_a_finding_leads_to_its_subject(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings")
    page.locator("#findings summary").first.click()
    page.locator("#findings button[data-select]").first.click()
    assert page.locator("#panel").is_visible()


def test_a_narrow_window_shows_one_thing_at_a_time(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, 390, 844).page
    page.locator(f'#claims button[data-select="{PREGNANCY}"]').click()
    assert [page.locator(name).is_visible() for name in ("#lists", "#canvas", "#panel")] == [False, False, True]


def test_everything_is_readable_without_scripts(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, java_script_enabled=False).page
    text = page.locator("main").inner_text()
    assert all(word in text for word in ("Pregnancy", "No source", "Gupta et al. 2015", "uncited-claim"))


def test_nothing_that_needs_scripts_is_shown_without_them(article: Path, open_page: OpenPage) -> None:
    page = open_page(article, java_script_enabled=False).page
    assert page.locator("button:visible, input:visible").count() == 0


def test_every_claim_and_finding_is_printed(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for kind in ("claim", "finding"):
        assert shown(page, kind) == page.locator(f"#lists li.{kind}").count() > 0


def test_what_is_printed_has_every_reference_with_what_rests_on_it(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator("#annotated > ol > li").all_inner_texts()
    assert len(printed) == 21
    assert any("Gupta, R" in text and "Pregnancy seems to raise" in text for text in printed)
    assert sum("Unused" in text for text in printed) == 3


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_a_hostile_text_is_inert_and_unharmed(text: str, open_page: OpenPage, tmp_path: Path) -> None:
    page_file = write_page(hostile_evidence(text), tmp_path / "page.html", hostile_report(text), title=text)
    tab = open_page(page_file)
    dialogs: list[str] = []
    tab.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for stage in ("matrix", "figures", "timeline", "uses"):
        tab.page.evaluate("stage => { location.hash = new URLSearchParams({ stage }) }", stage)
        body = tab.page.locator(f"#{stage} .pane-body")
        assert settled(tab.page, lambda body=body: text in (body.text_content() or ""))  # type: ignore[misc]
    for kind in ("cause", "reference", "claim"):
        tab.page.evaluate("id => { location.hash = new URLSearchParams({ select: id }) }", f"{kind}:{text}")
        tab.page.wait_for_timeout(100)
    with tab.page.expect_download() as drawn:
        tab.page.evaluate("document.querySelector('[data-picture=svg]').click()")
    assert ET.parse(drawn.value.path()).getroot().tag.endswith("svg")  # noqa: S314 (our own)
    assert text in (tab.page.locator("#panel h2").text_content() or "")
    assert (tab.incidents(), dialogs) == ([], [])
    assert tab.page.locator("img, iframe, a[href^='java']").count() == 0


@pytest.mark.parametrize("claims", ["", "claim_id,cause,claim\na,Cause,Claim.\n"], ids=["nothing", "no references"])
def test_a_page_of_little_is_quiet(claims: str, open_page: OpenPage, tmp_path: Path) -> None:
    tab = open_page(write_page(parse("", claims), tmp_path / "page.html"))
    assert tab.incidents() == []


def test_a_view_that_is_cut_says_so(open_page: OpenPage, tmp_path: Path) -> None:
    rows = "".join(f"c-{number},Many,Claim number {number}.\n" for number in range(1_000))
    page = open_page(write_page(parse("", f"claim_id,cause,claim\n{rows}"), tmp_path / "page.html")).page
    go(page, "#select=cause%3AMany")
    assert page.locator("#map-note").inner_text() == "Showing 121 of 1,001; the list has all."
