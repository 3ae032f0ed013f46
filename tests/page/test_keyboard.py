"""The page with the keyboard alone."""

from pathlib import Path

from tests.browser import OpenPage
from tests.pages import PREGNANCY, go, panel, settled


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
    page.locator("#claims [role=treeitem]").first.focus()
    for key in ("ArrowRight", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert "No source" in panel(page)
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()


def test_the_focus_returns_to_what_was_chosen(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator(f'#claims [data-id="{PREGNANCY}"]').focus()
    for key in ("Enter", "d", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.dataset.id") == PREGNANCY


def test_single_keys_can_be_turned_off(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#open-keys").click()
    page.locator("#single-keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "search"


def test_a_question_mark_opens_the_keys(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()


def test_what_falls_with_a_reference_is_found_with_the_keyboard_alone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.keyboard.press("/")
    page.keyboard.type("gupta")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")  # the references
    for key in ("Tab", "Tab", "Enter", "d"):  # over how they are sorted
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


def test_boxes_of_the_map_are_chosen_and_unfolded_with_the_keyboard_alone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#canvas").focus()
    page.keyboard.press("n")
    assert page.locator("#map-kind").inner_text().lower() == "overview"
    assert "RLS in general" in panel(page)
    page.keyboard.press("Enter")
    assert page.locator("#map-title").inner_text() == "RLS in general"


def test_the_arrow_keys_go_from_cell_to_cell_over_empty_ones(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=matrix")
    page.get_by_role("button", name="6 claims: End-stage kidney disease, no source").focus()
    for key in ("ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.ariaLabel") == "2 claims: Diabetes, supports"


def test_views_are_changed_with_the_arrow_keys_and_back_leads_back(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#stage-map").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#matrix").is_visible()
    page.go_back()
    assert settled(page, page.locator("#canvas").is_visible)


def test_a_count_that_stays_the_same_is_not_said_again(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.evaluate("""void new MutationObserver((all) => { globalThis.heard = (globalThis.heard ?? 0) + all.length })
        .observe(document.querySelector("#count"), { childList: true, characterData: true, subtree: true })""")
    go(page, f"#select={PREGNANCY}")
    go(page, f"#select={PREGNANCY}&stage=uses&sort=name")
    assert page.evaluate("globalThis.heard ?? 0") == 0
    go(page, "#q=iron")
    assert page.evaluate("globalThis.heard") > 0


def test_a_cell_that_is_pressed_stays_the_same_element(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#stage=matrix")
    cell = page.get_by_role("button", name="3 claims: Pregnancy, no source").element_handle()
    assert cell
    cell.press("Enter")
    assert cell.evaluate("cell => cell.isConnected && cell.ariaPressed") == "true"
