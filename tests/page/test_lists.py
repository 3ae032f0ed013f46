"""The search, the lists and the details."""

from pathlib import Path

from playwright.sync_api import Page

from graph.page import write_page
from graph.reading import parse
from tests.browser import Axe, OpenPage
from tests.pages import PREGNANCY, go, open_rows, panel, settled, shown


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


def test_a_finding_leads_to_its_subject(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings")
    page.locator("#findings li.rule").first.click()
    page.locator("#findings li.finding").first.click()
    assert page.locator("#panel").is_visible()


def test_a_list_that_is_empty_from_the_start_asks_for_no_other_words(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(write_page(parse("", "claim_id,cause,claim\n"), tmp_path / "page.html")).page
    assert page.locator("#nothing").is_hidden()
    assert "Nothing to draw" in page.locator("#map-note").inner_text()


def rows(page: Page, of: str) -> list[str]:
    return list(page.locator(f"{of}:visible").evaluate_all("all => all.map((each) => each.dataset.id)"))


def test_claims_without_a_source_can_stand_first(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#sort").select_option("unsourced first")
    page.locator("#open-all").click()
    inside = f'[data-id="{PREGNANCY}"] ~ li.claim .mark'
    marks = page.locator(inside).evaluate_all("all => all.slice(0, 10).map((each) => each.classList[1])")
    assert marks == ["mark-unsourced"] * 3 + ["mark-supported"] * 7


def test_the_cause_with_most_unsourced_claims_can_stand_first(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#sort=unsourced")
    assert rows(page, "#claims li.cause")[0] == "cause:Rheumatic disease"


def test_claims_return_to_the_order_in_which_they_are_listed(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#open-all").click()
    before = rows(page, "#claims li[data-id]")
    for order in ("name", "listed"):
        page.locator("#sort").select_option(order)
    assert rows(page, "#claims li[data-id]") == before


def test_findings_are_grouped_by_cause_with_why(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings")
    page.locator("#group").select_option("by cause")
    page.locator("#findings li.group", has_text="Pregnancy").click()
    page.locator("#findings li.why").first.click()
    assert "the whole cause falls with it" in page.locator("#findings").inner_text()


def test_every_finding_stands_in_either_grouping(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    numbers = []
    for group in ("rule", "cause", "rule"):
        go(page, f"#tab=findings&group={group}")
        open_rows(page, "#findings")
        found = page.locator("#findings li.finding").evaluate_all("all => all.map((each) => each.dataset.id)")
        numbers.append(sorted(found))
    assert numbers[0] == numbers[1] == numbers[2]


def test_a_group_counts_the_findings_that_are_left(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings&group=cause&q=uncited-claim")
    left = page.locator("#findings li.group .badge").all_inner_texts()
    assert f"{sum(map(int, left))} of" in page.locator("#count").inner_text()


def test_a_finding_says_what_it_is_about(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings&q=pregnancy-02")
    page.locator("#findings li.rule").first.click()
    assert "Pregnancy seems to raise the incidence" in page.locator("#findings li.finding:visible").first.inner_text()


def test_a_reference_says_what_falls_with_it(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#select=reference%3Agupta2015")
    assert "Without this reference" in panel(page)


def test_an_entry_is_shown_as_it_is_written(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#select=claim%3Apregnancy-04")
    page.get_by_text("As written in claims.csv").click()
    assert settled(page, lambda: page.locator(".written pre").inner_text().startswith("pregnancy-04,Pregnancy,"))


def test_the_findings_about_a_cause_are_found_from_its_details(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, f"#select={PREGNANCY}")
    page.get_by_text("findings about it and its claims").click()
    assert page.locator('#findings li.group[aria-expanded="true"]').inner_text().startswith("Pregnancy")


def test_findings_are_searched_by_their_cause(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings&group=cause&q=iron+deficiency")
    assert page.locator("#findings li.group", has_text="Iron deficiency").count() == 1


def test_errors_can_be_shown_alone(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings")
    page.locator("#severities").get_by_text("Errors").click()
    errors = page.locator("#severities b").nth(1).inner_text()
    assert page.locator("#count").inner_text().startswith(f"{errors} of ")


def test_findings_from_the_details_are_those_about_the_claims_there(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#select=cause%3AIron+deficiency")
    words = page.locator("#panel .more").inner_text()
    page.locator("#panel .more button").click()
    assert page.locator("#narrowed").inner_text().startswith("Only Iron deficiency")
    assert page.locator("#count").inner_text().split()[0] == words.split()[0] == "16"
    page.locator("#widen").click()
    assert page.locator("#count").inner_text() == "144 findings and 9 that follow"


def test_a_rule_says_how_severe_its_findings_are(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings")
    assert "8 errors, 45 warnings, 22 info" in page.locator("#findings li.rule", has_text="uncited-claim").inner_text()


def test_what_a_search_opens_can_be_closed(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#filter=unsourced")
    page.locator("#close-all").click()
    assert shown(page, "claim") == 0
    page.locator("#search").fill("iron")
    assert shown(page, "claim") > 0


def test_a_claim_in_two_causes_is_chosen_where_it_is_pressed(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#open-all").click()
    page.locator("#claims li.claim", has_text=" · from ").last.press("Enter")
    assert " · from " in page.locator('#claims [tabindex="0"]').inner_text()


def test_a_row_that_is_left_stays_the_same_element(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#filter=unsourced")
    row = page.locator("#claims li.claim", has_text="After birth").element_handle()
    assert row
    go(page, "#filter=unsourced&q=birth")
    assert row.evaluate("row => row.isConnected")


def test_the_rules_of_a_cause_with_few_findings_open_with_it(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings&group=cause")
    page.locator("#findings li.group", has_text="Pregnancy").click()
    assert shown(page, "finding") == 9


def test_all_rows_of_a_short_list_are_there_for_the_browsers_own_search(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#open-all").click()
    assert len(set(rows(page, "#claims li.claim"))) == 106


def test_what_follows_from_a_finding_hangs_under_it(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings&q=medications")
    page.locator("#findings li.rule", has_text="cause-without-evidence").click()
    before = shown(page, "finding")
    root = page.locator("#findings li.finding", has_text="7 follow")
    root.press("ArrowRight")
    assert root.get_attribute("aria-expanded") == "true"
    assert shown(page, "finding") == before + 7


def test_what_follows_is_found_where_its_root_is_not(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#tab=findings&q=mirtazapine+rests+nothing")
    assert page.locator("#count").inner_text() == "0 of 144 findings and 1 that follows"
    page.locator("#findings li.rule").click()
    assert "follows from GRF402 at claims.csv:" in page.locator("#findings li.finding").inner_text()


def test_the_details_say_what_a_finding_follows_from(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    go(page, "#select=cause%3AMedications+%3E+Lithium")
    assert "follows from GRF402 at claims.csv:" in panel(page)


EVERYWHERE = "claim_id,cause,claim\n" + "".join(f"c-{n},Cause {n % 3},Claim number {n} says this.\n" for n in range(25))


def test_what_is_found_everywhere_is_one_line_that_opens_to_all(open_page: OpenPage, tmp_path: Path, axe: Axe) -> None:
    page = open_page(write_page(parse("", EVERYWHERE), tmp_path / "page.html")).page
    go(page, "#tab=findings&group=cause&q=uncited-claim")
    line = page.locator("#findings li.rule")
    assert "25 of 25 claims, such as claim 'c-0'" in line.inner_text()
    line.click()
    assert shown(page, "finding") == 25
    assert axe(page) == []
