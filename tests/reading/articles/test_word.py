"""Reading Word: headings, citations in the fields of reference managers, or numbers in the text."""

from __future__ import annotations

import base64
import json
import random

import pytest

from graph.model import File
from graph.reading import read_files
from graph.reading.articles import Cited
from graph.reading.articles.word import read_word
from tests.damaged import damaged
from tests.reading.articles.word import (
    DRAKE,
    ROTH,
    W,
    archive,
    article,
    code,
    csl,
    docx,
    mark,
    paragraph,
    run,
    word_field,
)

ENDNOTE = (
    "<EndNote><Cite><Author>Drake</Author><Year>2013</Year><RecNum>3</RecNum><Pages>9</Pages><record>"
    "<contributors><authors><author>Drake, C</author></authors></contributors><titles><title>Caffeine</title></titles>"
    "<dates><year>2013</year></dates></record></Cite><Cite><Author>Roth</Author><Year>2011</Year><RecNum>4</RecNum>"
    "</Cite></EndNote>"
)
TAG = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps({"citationItems": [DRAKE]}).encode()).decode().rstrip("=")
DATA = f"<w:fldData>{base64.b64encode(ENDNOTE.encode()).decode()}</w:fldData>"
NESTED = (
    mark("begin", DATA) + code("ADDIN EN.CITE ") + mark("begin", DATA) + code("ADDIN EN.CITE.DATA") + mark("end")
) + (mark("separate") + run("(1, 2)") + mark("end"))

CITATIONS = {
    "Zotero": (word_field(csl(DRAKE, ROTH), "(1, 2)"), "drake2013 roth2011"),
    "Mendeley Desktop": (
        word_field(csl(DRAKE, ROTH).replace("ZOTERO_ITEM ", ""), "(1, 2)"),
        "drake2013 roth2011",
    ),
    "Mendeley Cite": (
        f'<w:sdt><w:sdtPr><w:tag w:val="{TAG}"/></w:sdtPr><w:sdtContent>{run("(1, 2)")}</w:sdtContent></w:sdt>',
        "drake2013",
    ),
    "EndNote": (word_field(f"ADDIN EN.CITE {ENDNOTE}", "(1, 2)"), "drake2013 roth2011"),
    "EndNote, its data beside": (NESTED, "drake2013 roth2011"),
    "Word": (word_field("CITATION Drake13 \\l 1033 \\m Roth11", "(1, 2)"), "Drake13 Roth11"),
    "Word, a field in one element": (
        f'<w:fldSimple w:instr=" CITATION Drake13 \\l 1033 ">{run("(1, 2)")}</w:fldSimple>',
        "Drake13",
    ),
}


@pytest.mark.parametrize(("written", "keys"), CITATIONS.values(), ids=CITATIONS)
def test_a_citation_in_a_field_is_a_marker(written: str, keys: str) -> None:
    found = article(paragraph(run("It is so "), written, run(".")))
    (marker,) = found.markers
    assert ([each.key for each in marker.cited], marker.text) == (keys.split(), "(1, 2)")
    assert "".join(each.text for each in found.passages[0].runs) == "It is so (1, 2)."
    assert found.problems == ()


@pytest.mark.parametrize("name", ["Zotero", "Mendeley Cite", "EndNote", "EndNote, its data beside"])
def test_a_field_carries_the_reference(name: str) -> None:
    first = article(paragraph(CITATIONS[name][0])).references[0]
    assert (first.title, first.year, first.authors[0].partition(",")[0]) == ("Caffeine", "2013", "Drake")


def test_a_field_says_where_in_the_reference() -> None:
    (marker,) = article(paragraph(word_field(csl(ROTH), "(2)"))).markers
    (cited,) = marker.cited
    assert (cited.prefix, cited.locator) == ("see", "p. 12")


def test_a_field_of_word_says_where_in_the_source() -> None:
    (marker,) = article(paragraph(word_field('CITATION A \\p 12 \\f "see " \\m B \\p 3-4', "(2)"))).markers
    assert marker.cited == (Cited("A", prefix="see", locator="p. 12"), Cited("B", locator="p. 3-4"))


def test_a_work_that_is_cited_twice_is_one_reference() -> None:
    found = article(paragraph(word_field(csl(DRAKE), "1"), run(" and "), word_field(csl(ROTH, DRAKE), "2")))
    assert [each.key for each in found.references] == ["drake2013", "roth2011"]


def test_ids_that_mendeley_gives_anew_in_each_field_are_no_names() -> None:
    one, other = (dict(each, id="ITEM-1") for each in (DRAKE, ROTH))
    found = article(paragraph(word_field(csl(one), "1"), run(" and "), word_field(csl(other), "2")))
    assert [each.key for each in found.references] == ["drake2013", "roth2011"]


SOURCES = """<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source>
<b:Tag>Drake13</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Title>Caffeine</b:Title><b:Year>2013</b:Year>
<b:JournalName>Sleep</b:JournalName><b:Author><b:Author><b:NameList><b:Person><b:Last>Drake</b:Last>
<b:First>C</b:First><b:Middle>L</b:Middle></b:Person></b:NameList></b:Author></b:Author></b:Source></b:Sources>"""


def test_words_own_sources_are_references() -> None:
    body = f"<w:document {W}><w:body>{paragraph(run('x'))}</w:body></w:document>"
    data = archive({"word/document.xml": body, "customXml/item1.xml": SOURCES})
    (found,) = read_word(File("a.docx", data)).references
    assert (found.key, found.type, found.title, found.year) == ("Drake13", "article", "Caffeine", "2013")
    assert (found.authors, found.journal) == (("Drake, C L",), "Sleep")


UNREADABLE = {
    "torn JSON": 'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [',
    "other JSON": 'ADDIN ZOTERO_ITEM CSL_CITATION {"items": []}',
    "no data": "ADDIN EN.CITE",
    "torn XML": "ADDIN EN.CITE <EndNote><Cite>",
    "another program": "ADDIN CitaviPlaceholder{x}",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_a_citation_that_cannot_be_read_is_a_problem_and_its_words_stay(text: str) -> None:
    found = article(paragraph(run("It is so "), word_field(text, "(1)"), run(".")))
    assert [(each.rule, each.place.line) for each in found.problems] == [("unread-citation", 1)]
    assert [each.text for each in found.passages[0].runs] == ["It is so ", "(1)", "."]


def test_another_field_is_its_words() -> None:
    found = article(paragraph(run("As "), word_field("REF _Ref123 \\h", "Table 1"), run(" says.")))
    assert ("".join(each.text for each in found.passages[0].runs), found.problems) == ("As Table 1 says.", ())


def test_headings_are_told_by_the_names_of_styles() -> None:
    found = article(
        paragraph(run("Sleep"), style="Titel")
        + paragraph(run("Why"), style="berschrift1")
        + paragraph(run("How"), style="Teil")
        + paragraph(run("It is."))
    )
    assert (found.about.title, [each.headings for each in found.passages]) == ("Sleep", [("Why", "How")])


def test_headings_are_told_by_ids_where_there_are_no_styles() -> None:
    body = "".join(
        paragraph(run(text), style=style) for text, style in [("A", "Heading1"), ("B", "Heading2"), ("x", "")]
    )
    document = f"<w:document {W}><w:body>{paragraph(run('Before.'))}{body}</w:body></w:document>"
    found = read_word(File("a.docx", archive({"word/document.xml": document})))
    assert [each.headings for each in found.passages] == [(), ("A", "B")]


LISTED = paragraph(run("References"), style="berschrift1") + paragraph(run("1. Drake."), run(" Caffeine."))
RAISED = '<w:vertAlign w:val="superscript"/>'
NUMBERS = {
    "in brackets": ([run("It [1"), run(",3"), run("\N{EN DASH}5] is.")], [Cited("1"), Cited("3", last="5")]),
    "in superscript": ([run("It"), run("1,2", RAISED), run(" is.")], [Cited("1"), Cited("2")]),
    "in brackets, beside a power": (
        [run("It [1] is 3 m"), run("2", RAISED), run(" and more [2].")],
        [Cited("1"), Cited("2")],
    ),
}


@pytest.mark.parametrize(("runs", "cited"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_in_the_text_are_markers_where_there_is_a_list(runs: list[str], cited: list[Cited]) -> None:
    found = article(paragraph(*runs) + LISTED)
    assert [each for marker in found.markers for each in marker.cited] == cited
    assert [(each.label, each.text) for each in found.listed] == [("1", "Drake. Caffeine.")]


def listed(entries: int) -> str:
    """A list of so many references."""
    numbered = "".join(paragraph(run(f"{number}. Drake. Caffeine.")) for number in range(1, entries + 1))
    return paragraph(run("References"), style="berschrift1") + numbered


IN_PARENTHESES = {
    "in their order": ("It is (1). It was (2, 3) in (2018).", 3, ["1", "2", "3"]),
    "a range": ("It is (1-3), they say (4).", 4, ["1", "4"]),
    "all of a long list, anywhere": ("Lee (1) and Wu (2) say (3-8) and so.", 8, ["1", "2", "3"]),
    "an enumeration": ("For (1) rest and (2) sleep and (3) tea.", 3, []),
    "little of the list": ("It is (1). It was (2).", 9, []),
    "not in its order": ("It is (3). It was (1).", 3, []),
    "beside brackets": ("It is [1]. It was [2], so (1).", 3, ["1", "2"]),
}


@pytest.mark.parametrize(("text", "entries", "cited"), IN_PARENTHESES.values(), ids=IN_PARENTHESES)
def test_numbers_in_parentheses_are_markers_where_they_go_through_the_list(
    text: str, entries: int, cited: list[str]
) -> None:
    found = article(paragraph(run(text)) + listed(entries))
    assert [each.key for marker in found.markers for each in marker.cited] == cited


def test_numbers_without_a_list_are_words() -> None:
    assert list(article(paragraph(run("It is 3 m"), run("2", RAISED), run(" [1]."))).markers) == []


def test_numbers_beside_fields_are_words() -> None:
    found = article(paragraph(run("It [1] "), word_field(csl(DRAKE), "(2)")) + LISTED)
    assert [marker.text for marker in found.markers] == ["(2)"]


def test_a_list_that_a_field_holds_is_none_of_the_text() -> None:
    shown = mark("begin") + code("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY") + mark("separate") + run("Drake. Caffeine.")
    body = (
        paragraph(run("So "), word_field(csl(DRAKE), "(1)")) + paragraph(shown) + paragraph(run("Roth."), mark("end"))
    )
    found = article(body + paragraph(run("After.")))
    assert ["".join(run.text for run in each.runs) for each in found.passages] == ["So (1)", "After."]
    assert found.left_out == {"entries of the list of references, which fields hold": 2}


NOTE = f'<w:footnotes {W}><w:footnote w:id="2">{{}}</w:footnote></w:footnotes>'
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def test_a_note_of_citations_is_a_marker_where_it_is_called() -> None:
    found = article(
        paragraph(run("It is so."), CALL),
        footnotes=NOTE.format(paragraph(run("See "), word_field(csl(DRAKE), "Drake 2013"), run("."))),
    )
    (marker,) = found.markers
    assert (marker.text, marker.cited[0].key, len(found.passages)) == ("[See Drake 2013.]", "drake2013", 1)


def test_another_note_is_a_passage_behind_the_one_that_calls_it() -> None:
    found = article(paragraph(run("It is so."), CALL), footnotes=NOTE.format(paragraph(run("Not quite."))))
    assert [(each.kind, each.runs[0].text) for each in found.passages] == [
        ("text", "It is so."),
        ("note", "Not quite."),
    ]


def test_a_note_of_a_heading_is_a_passage() -> None:
    found = article(
        paragraph(run("Tea"), CALL, style="berschrift1") + paragraph(run("It is so.")),
        footnotes=NOTE.format(paragraph(run("Not quite."))),
    )
    assert [(each.kind, each.runs[0].text) for each in found.passages] == [
        ("text", "It is so."),
        ("note", "Not quite."),
    ]


def test_deleted_words_and_formulas_are_left_out() -> None:
    math = '<m:oMath xmlns:m="urn:m"><m:r><m:t>x</m:t></m:r></m:oMath>'
    found = article(paragraph(run("It "), f"<w:del>{run('never ')}</w:del>", f"<w:ins>{run('is.')}</w:ins>", math))
    assert [each.text for each in found.passages[0].runs] == ["It ", "is."]
    assert found.left_out == {"deleted words": 1, "formulas": 1}


def test_items_and_tables_are_told() -> None:
    item = f"<w:p><w:pPr><w:numPr/></w:pPr>{run('One.')}</w:p>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Cell'))}</w:tc></w:tr></w:tbl>"
    assert [each.kind for each in article(item + table + paragraph(run("Text."))).passages] == ["item", "table", "text"]


def test_places_are_paragraphs_and_letters_in_them() -> None:
    found = article(paragraph(run("One.")) + paragraph() + paragraph(run("It "), word_field(csl(DRAKE), "(1)")))
    (marker,) = found.markers
    assert (found.by_line, marker.line, marker.column) == (False, 2, 4)


def test_the_main_part_alone_is_read() -> None:
    data = f"<w:document {W}><w:body>{paragraph(run('It is.'))}</w:body></w:document>".encode()
    evidence = read_files([File("document.xml", data, "claims")])
    assert [each.text for each in evidence.claims.values()] == ["It is."]


def bomb() -> bytes:
    return archive({"word/document.xml": f"<w:document {W}><w:body>" + " " * 50_000_000})


HOSTILE = {
    "a bomb": (bomb(), "larger than"),
    "no archive": (b"PK\x03\x04 nothing", "cannot be opened"),
    "an empty one": (archive({"a": ""}), "has no word/document.xml"),
    "entities": (
        archive({"word/document.xml": f'<!DOCTYPE a [<!ENTITY a "&b;">]><w:document {W}>&a;</w:document>'}),
        "defines an entity",
    ),
}


@pytest.mark.parametrize(("data", "said"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_archives_are_a_problem(data: bytes, said: str) -> None:
    problem = read_word(File("a.docx", data)).problems[0]
    assert (problem.rule, said in problem.message) == ("unread-part", True)


WHOLE = "".join(paragraph(run("It is "), written, run(".")) for written, _ in CITATIONS.values()) + LISTED


def test_no_damage_to_the_xml_raises() -> None:
    data = f"<w:document {W}><w:body>{WHOLE}</w:body></w:document>".encode()
    for each in damaged(data):
        read_word(File("a.docx", each))


def test_no_damage_to_the_archive_raises() -> None:
    whole = docx(WHOLE)
    for each in damaged(whole):
        read_word(File("a.docx", each))


def test_fields_that_are_torn_do_not_raise() -> None:
    pieces = [mark("begin"), code(csl(DRAKE)), mark("separate"), run("(1)"), mark("end"), "</w:p><w:p>"]
    choose = random.Random(9)  # noqa: S311 - the same on each run
    for _ in range(200):
        article(f"<w:p>{''.join(choose.choices(pieces, k=20))}</w:p>")


@pytest.mark.parametrize("seed", range(10))
def test_each_field_is_in_a_marker_or_a_problem(seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 - the same on each run
    good, bad = word_field(csl(DRAKE), "(1)"), word_field(UNREADABLE["torn JSON"], "(2)")
    pieces = choose.choices([good, bad, run("So ("), run("see "), run(")."), "</w:p><w:p>"], k=60)
    found = article(f"<w:p>{''.join(pieces)}</w:p>")
    assert sum(len(marker.cited) for marker in found.markers) == pieces.count(good)
    assert len(found.problems) == pieces.count(bad)


@pytest.mark.parametrize("style", ["Author", "Date", "Subtitle", "AbstractTitle"])
def test_what_stands_under_a_title_is_no_sentence(style: str) -> None:
    found = article(paragraph(run("Ana Kaza"), style=style) + paragraph(run("It is.")))
    assert (len(found.passages), found.left_out) == (1, {"lines about authors and dates": 1})


RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="https://elm.org/tea" TargetMode="External"/>'
    '<Relationship Id="r2" Target="styles.xml"/></Relationships>'
)
LINKS = {
    "an element": f'<w:hyperlink r:id="r1" xmlns:r="http://rels.org">{run("hot")}</w:hyperlink>',
    "a field": word_field('HYPERLINK "https://elm.org/tea" \\h', "hot"),
}


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_a_link_to_what_the_document_lists_is_a_citation_of_it(link: str) -> None:
    entry = paragraph(run("Lee B. (2010). Green tea. "), link.replace("hot", "Elm"), style="Bibliography")
    document = (
        f"<w:document {W}><w:body>{paragraph(run('It is '), link, run(', they say.'))}{entry}</w:body></w:document>"
    )
    data = archive({"word/document.xml": document, "word/_rels/document.xml.rels": RELATED})
    evidence = read_files([File("a.docx", data, "article")])
    (claim,) = evidence.claims.values()
    assert (claim.text, [each.reference for each in claim.citations]) == ("It is hot, they say.", ["lee2010"])
    assert evidence.references["lee2010"].url == "https://elm.org/tea"
