"""Reading OpenDocument: LibreOffice's own citations, those of Zotero and JabRef, or numbers in the text."""

from __future__ import annotations

import html
import json

import pytest

from graph.model import File
from graph.reading.articles import ArticleText, Cited, Run
from graph.reading.articles.odt import read_odt
from tests.damaged import damaged
from tests.reading.articles.word import DRAKE, ROTH, archive

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)
STYLES = """<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/></office:automatic-styles>"""


def content(body: str) -> str:
    return (
        f"<office:document-content {SPACES}>{STYLES}<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def article(body: str) -> ArticleText:
    return read_odt(File("a.odt", archive({"content.xml": content(body)})))


def words(found: ArticleText) -> list[str]:
    return ["".join(run.text for run in each.runs) for each in found.passages]


def around(name: str, shown: str) -> str:
    quoted = html.escape(name)
    start = f'<text:reference-mark-start text:name="{quoted}"/>'
    return f'{start}<text:span>{shown}</text:span><text:reference-mark-end text:name="{quoted}"/>'


ZOTERO = "ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationItems": [DRAKE, ROTH]}) + " RNDjURflxg9F1"
OWN = (
    '<text:bibliography-mark text:identifier="Drake13" text:bibliography-type="article" text:author="Drake, C; Roth, T"'
    ' text:title="Caffeine" text:journal="Sleep" text:year="2013" text:custom1="x">(1, 2)</text:bibliography-mark>'
)

CITATIONS = {
    "Zotero": (around(ZOTERO, "(1, 2)"), ["drake2013", "roth2011"]),
    "LibreOffice": (OWN, ["Drake13"]),
    "JabRef": (around("JABREF_Drake13 CID_1 x, JABREF_Roth11 CID_2 y", "(1, 2)"), ["Drake13", "Roth11"]),
    "JabRef, older": (around("JR_cite_1_Drake13,Roth11", "(1, 2)"), ["Drake13", "Roth11"]),
}


@pytest.mark.parametrize(("written", "keys"), CITATIONS.values(), ids=CITATIONS)
def test_a_citation_is_a_marker(written: str, keys: list[str]) -> None:
    found = article(f"<text:p>It is so {written}.</text:p>")
    (marker,) = found.markers
    assert ([each.key for each in marker.cited], marker.text) == (keys, "(1, 2)")
    assert (words(found), found.problems) == (["It is so (1, 2)."], ())


def test_a_mark_carries_its_reference() -> None:
    (found,) = article(f"<text:p>{OWN}</text:p>").references
    assert (found.key, found.type, found.authors) == ("Drake13", "article", ("Drake, C", "Roth, T"))
    assert (found.title, found.journal, found.year, "custom1" in found.fields) == ("Caffeine", "Sleep", "2013", False)


def test_a_mark_without_a_name_is_a_problem() -> None:
    found = article(f"<text:p>So {OWN.replace('Drake13', '')}.</text:p>")
    assert [each.rule for each in found.problems] == ["unread-citation"]
    assert words(found) == ["So (1, 2)."]


def test_headings_and_title_are_read() -> None:
    found = article(
        '<text:p text:style-name="P1">Sleep</text:p><text:h text:outline-level="1">Why</text:h>'
        '<text:h text:outline-level="2">How</text:h><text:p>It is.</text:p>'
    )
    assert (found.about.title, [each.headings for each in found.passages]) == ("Sleep", [("Why", "How")])


LISTED = '<text:h text:outline-level="1">References</text:h><text:p>[1] Drake. Caffeine.</text:p>'
NUMBERS = {
    "in brackets": ("It [1, <text:span>3-5</text:span>] is.", [Cited("1"), Cited("3", last="5")]),
    "in superscript": ('It<text:span text:style-name="T1">1,2</text:span> is.', [Cited("1"), Cited("2")]),
}


@pytest.mark.parametrize(("written", "cited"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_in_the_text_are_markers_where_there_is_a_list(written: str, cited: list[Cited]) -> None:
    found = article(f"<text:p>{written}</text:p>{LISTED}")
    assert [each for marker in found.markers for each in marker.cited] == cited
    assert [(each.label, each.text) for each in found.listed] == [("1", "Drake. Caffeine.")]


LISTS = {
    "LibreOffice": "<text:bibliography><text:index-body><text:p>Drake.</text:p></text:index-body></text:bibliography>",
    "Zotero": '<text:section text:name="ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RND1"><text:p>Drake.</text:p></text:section>',
}


@pytest.mark.parametrize("written", LISTS.values(), ids=LISTS)
def test_the_list_is_none_of_the_text(written: str) -> None:
    found = article(f"<text:p>It is.</text:p>{written}<text:p>After.</text:p>")
    assert (words(found), [each.text for each in found.listed]) == (["It is.", "After."], ["Drake."])


def test_items_notes_and_tables_are_told() -> None:
    found = article(
        "<text:list><text:list-item><text:p>One.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Cell</text:p></table:table-cell></table:table-row>"
        "</table:table><text:p>It is.<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Not quite.</text:p></text:note-body></text:note></text:p>"
    )
    told = [(each.kind, text) for each, text in zip(found.passages, words(found), strict=True)]
    assert told == [("item", "One."), ("table", "Cell"), ("text", "It is."), ("note", "Not quite.")]


def test_a_note_of_citations_is_a_marker_where_it_is_called() -> None:
    note = f"<text:note><text:note-body><text:p>See {around(ZOTERO, 'Drake')}.</text:p></text:note-body></text:note>"
    found = article(f"<text:p>It is.{note}</text:p>")
    assert [(marker.text, len(marker.cited)) for marker in found.markers] == [("[See Drake.]", 2)]


def test_deleted_words_and_remarks_are_left_out() -> None:
    found = article(
        "<text:tracked-changes><text:p>never</text:p></text:tracked-changes>"
        "<text:p>It<office:annotation><text:p>Really?</text:p></office:annotation><text:s/>is.</text:p>"
    )
    assert (words(found), found.left_out) == (["It is."], {"deleted words": 1, "remarks in the margin": 1})


def test_no_damage_raises() -> None:
    body = "".join(f"<text:p>It is {written}.</text:p>" for written, _ in CITATIONS.values())
    data = content(body + LISTED).encode()
    for each in damaged(data):
        read_odt(File("a.odt", each))


def test_a_link_keeps_where_it_leads_out_of_the_document() -> None:
    link = '<text:a xlink:href="https://elm.org/tea" xmlns:xlink="http://www.w3.org/1999/xlink">hot</text:a>'
    into = '<text:a xlink:href="#top" xmlns:xlink="http://www.w3.org/1999/xlink">top</text:a>'
    (passage,) = article(f"<text:p>It is {link}: {into}.</text:p>").passages
    linked = {run.text: run.address for run in passage.runs if isinstance(run, Run) and run.address}
    assert (linked, words(article(f"<text:p>It is {link}: {into}.</text:p>"))) == (
        {"hot": "https://elm.org/tea"},
        ["It is hot: top."],
    )
