"""What the page hands out: copies, downloads and prints."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph.page import write_page
from graph.page.originals import forms_of, written_anew
from graph.reading import parse
from tests.browser import ROOT, OpenPage
from tests.pages import go, settled


def test_a_citation_that_may_not_be_copied_is_selected(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')))")
    go(page, "#select=reference%3Agupta2015")
    page.get_by_role("button", name="Copy as text: Gupta et al. 2015").click()
    assert settled(page, lambda: "10.1111/ane.12520" in page.evaluate("getSelection().toString()"))


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
    assert taken.value.suggested_filename == "findings.json"
    assert json.loads(taken.value.path().read_text(encoding="utf-8"))["summary"]["claims"] == 106


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


def test_every_claim_is_printed_and_the_lists_are_not(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.locator("#open-all").click()
    claims = page.locator("#lists li.claim .name").all_text_contents()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator("#annotated").inner_text()
    assert claims
    assert [claim for claim in claims if claim not in printed] == []
    assert page.locator("main").is_hidden()


def test_what_is_printed_has_every_reference_with_what_rests_on_it(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator("#annotated > ol > li").all_inner_texts()
    assert len(printed) == 21
    assert any("Gupta, R" in text and "Pregnancy seems to raise" in text for text in printed)
    assert sum("Unused" in text for text in printed) == 3


def test_the_address_of_what_is_seen_is_copied(article: Path, open_page: OpenPage) -> None:
    page = open_page(article).page
    page.evaluate("void (navigator.clipboard.writeText = async (text) => { globalThis.taken = text })")
    go(page, "#stage=uses")
    page.locator("#copy-link").click()
    assert settled(page, lambda: str(page.evaluate("globalThis.taken")).endswith("evidence.html#stage=uses"))


def test_of_two_bibliographies_each_entry_is_read_from_its_own(open_page: OpenPage, tmp_path: Path) -> None:
    texts = ("@article{a, title = {First}}\n", "@article{b, title = {Second}}\n")
    evidence = parse(texts, "claim_id,cause,claim,supports\nc,X,Y,a; b\n", files=("one.bib", "two.bib"))
    page = open_page(write_page(evidence, tmp_path / "page.html")).page
    go(page, "#select=reference%3Ab")
    page.get_by_text("As written in two.bib").click()
    assert settled(page, lambda: page.locator("#panel pre").inner_text().strip() == texts[1].strip())
    page.locator("#open-downloads").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="two.bib").click()
    assert taken.value.path().read_text(encoding="utf-8") == texts[1]


def test_a_record_of_another_format_is_shown_as_written_and_copied_as_bibtex(
    open_page: OpenPage, tmp_path: Path
) -> None:
    record = '{"id": "doe", "type": "article-journal", "title": "50 % of all", "issued": {"date-parts": [[2015]]}}'
    evidence = parse(f"[\n{record}\n]", "claim_id,cause,claim\nc,X,Y\n", files=("library.json",))
    page = open_page(write_page(evidence, tmp_path / "page.html")).page
    page.evaluate("void (navigator.clipboard.writeText = async (text) => { globalThis.taken = text })")
    go(page, "#select=reference%3Adoe")
    page.get_by_text("As written in library.json").click()
    assert settled(page, lambda: page.locator("#panel pre").inner_text().strip() == record)
    page.get_by_role("button", name="Copy as BibTeX").click()
    assert settled(
        page, lambda: str(page.evaluate("globalThis.taken")) == written_anew(evidence, forms_of(evidence))["doe"]
    )


def test_what_is_in_no_text_is_not_shown_as_written(open_page: OpenPage, tmp_path: Path) -> None:
    evidence = parse("", "claim_id,cause,claim\nc,X,Y\n")
    zipped = tuple(replace(file, data=b"PK\x03\x04") for file in evidence.files)
    page = open_page(write_page(replace(evidence, files=zipped), tmp_path / "page.html")).page
    go(page, "#select=claim%3Ac")
    assert "Y" in page.locator("#panel h2").inner_text()
    assert page.get_by_text("As written").count() == 0


def test_what_cannot_be_shown_by_itself_says_where_it_stands(open_page: OpenPage, tmp_path: Path) -> None:
    evidence = parse("", f"# T\n\n{'A sentence. ' * 300}\n", files=("references.bib", "paper.md"))
    page = open_page(write_page(evidence, tmp_path / "page.html")).page
    go(page, f"#select={next(iter(evidence.claims.values())).id}")
    page.get_by_text("As written in paper.md").click()
    assert settled(page, lambda: "see line 3 of the file" in page.locator("#panel pre").inner_text())
