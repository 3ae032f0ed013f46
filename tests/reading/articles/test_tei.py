"""Reading TEI as GROBID writes it."""

from __future__ import annotations

import pytest

from graph.model import File
from graph.reading.article_formats import detect
from graph.reading.articles import ArticleText, Cited, sentences_of
from graph.reading.articles.tei import read_tei
from tests.damaged import damaged

ENTRIES = """<biblStruct xml:id="b0"><analytic><title level="a">Iron</title><author><persName>
<forename type="first">R</forename><forename type="middle">A</forename><surname>Gupta</surname></persName></author>
</analytic><monogr><title level="j">Sleep</title><imprint><biblScope unit="volume">3</biblScope>
<biblScope unit="page" from="10" to="14"/><date type="published" when="2015"/></imprint></monogr>
<idno type="DOI">10.1000/x</idno></biblStruct>
<biblStruct xml:id="b1"><monogr><title level="m">Legs</title><author><persName><surname>Smith</surname></persName>
</author><imprint><publisher>P</publisher><date>2001</date></imprint></monogr></biblStruct>
<biblStruct xml:id="b2"><monogr><imprint/></monogr><note type="raw_reference">Roth T. Sleep. 2011</note></biblStruct>"""


def document(body: str) -> bytes:
    head = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Causes</title></titleStmt>'
    date = '<publicationStmt><date type="published" when="2015-05-03"/></publicationStmt></fileDesc></teiHeader>'
    back = f'<back><div type="references"><listBibl>{ENTRIES}</listBibl></div></back>'
    return f"{head}{date}<text><body>{body}</body>{back}</text></TEI>".encode()


def article(body: str) -> ArticleText:
    return read_tei(File("a.tei.xml", document(body)))


def link(target: str, text: str) -> str:
    return f'<ref type="bibr" target="{target}">{text}</ref>'


MARKERS = {
    "one": (f"So {link('#b0', '[1]')}.", "[1]", [Cited("b0")]),
    "a range": (f"So {link('#b0', '[1]')}-{link('#b2', '[3]')}.", "[1]-[3]", [Cited("b0", last="b2")]),
    "a bracket over two": (
        f"So {link('#b0', '(Gupta, 2015;')} {link('#b1', 'Smith, 2001)')}.",
        "(Gupta, 2015; Smith, 2001)",
        [Cited("b0"), Cited("b1")],
    ),
    "a bracket of the sentence": (f"So (it is; {link('#b0', 'Gupta, 2015)')}.", "Gupta, 2015", [Cited("b0")]),
    "a number without a target": ('So <ref type="bibr">[2]</ref>.', "[2]", [Cited("b1")]),
}


@pytest.mark.parametrize(("body", "text", "cited"), MARKERS.values(), ids=MARKERS)
def test_a_marker_is_read(body: str, text: str, cited: list[Cited]) -> None:
    (marker,) = article(f"<div><p>{body}</p></div>").markers
    assert (marker.text, list(marker.cited)) == (text, cited)


def test_a_bracket_of_the_sentence_stays_there() -> None:
    (sentence,) = sentences_of(article(f"<div><p>So (it is; {link('#b0', 'Gupta, 2015)')} says it.</p></div>"))
    assert sentence.text == "So (it is; Gupta, 2015) says it."


def test_a_name_without_a_target_is_a_problem() -> None:
    found = article('<div><p>So <ref type="bibr">(Who, 1999)</ref>.</p></div>')
    assert [(each.rule, each.text) for each in found.problems] == [("unread-citation", "(Who, 1999)")]


def test_what_a_heading_cites_is_known() -> None:
    found = article(f"<div><head>Why {link('#b1', '(2)')}</head><p>It is.</p></div>")
    assert [each.key for each in found.apart] == ["b1"]


def test_sentences_are_not_split_inside_a_marker() -> None:
    one, other = link("#b0", "(Gupta et al."), link("#b1", "2015)")
    found = article(f"<div><p><s>It is so {one}</s><s>{other}.</s><s>It was.</s></p></div>")
    assert [sentence.quote for sentence in sentences_of(found)] == ["It is so (Gupta et al. 2015).", "It was."]


def test_headings_kinds_and_formulas_are_told() -> None:
    found = article(
        '<div><head n="1">1. Why:</head><p>It is.</p><formula>x</formula></div>'
        "<figure><head>Figure 1</head><figDesc>Seen.</figDesc></figure>"
        '<div><head>How</head><list><item>One.</item></list><note place="foot">Not.</note></div>'
    )
    told = [(each.kind, each.headings, each.runs[0].text) for each in found.passages]
    assert told == [
        ("text", ("Why",), "It is."),
        ("caption", (), "Seen."),
        ("item", ("How",), "One."),
        ("note", ("How",), "Not."),
    ]
    assert found.left_out == {"formulas": 1}


def test_title_and_date_are_read() -> None:
    found = article("")
    assert (found.about.title, found.about.date) == ("Causes", "2015-05-03")


def test_the_list_is_read_field_by_field() -> None:
    one, other, text = article("").references
    assert (one.key, one.type, one.title, one.journal, one.year) == ("b0", "article", "Iron", "Sleep", "2015")
    assert (one.authors, one.doi, one.fields["pages"], one.listed) == (("Gupta, R A",), "10.1000/x", "10-14", "1")
    assert (other.type, other.title, other.authors, other.fields["publisher"]) == ("book", "Legs", ("Smith",), "P")
    assert (text.year, text.fields["note"]) == ("2011", "Roth T. Sleep. 2011")


def test_no_damage_raises() -> None:
    data = document("".join(f"<div><head>A</head><p>{body}</p></div>" for body, _, _ in MARKERS.values()))
    for each in damaged(data):
        read_tei(File("a.tei", each))


def test_an_article_whose_text_is_a_scan_says_so_and_uses_its_list() -> None:
    read = article("")
    assert ([each.severity for each in read.problems], {each.key for each in read.apart}) == (
        ["info"],
        {each.key for each in read.references},
    )


def test_an_article_that_has_text_says_nothing_of_a_scan() -> None:
    assert article("<div><p>It is so.</p></div>").problems == ()


def test_elements_may_have_a_prefix() -> None:
    body = "<tei:text><tei:body><tei:p>Tea wakes.</tei:p></tei:body></tei:text>"
    found = read_tei(File("a.xml", f'<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0">{body}</tei:TEI>'.encode()))
    assert [each.text for each in sentences_of(found)] == ["Tea wakes."]


def test_of_a_corpus_the_first_article_is_read_and_the_others_are_told() -> None:
    one = "<TEI><text><body><p>{}</p></body></text></TEI>\n"
    texts = "".join(map(one.format, ("Tea wakes.", "Milk.", "Rum.")))
    found = read_tei(File("a.xml", f"<teiCorpus><teiHeader/>\n{texts}</teiCorpus>".encode()))
    assert [each.text for each in sentences_of(found)] == ["Tea wakes."]
    assert [(each.place.line, each.message) for each in found.problems] == [
        (3, "2 other articles in the same file not read; audit the file as an archive")
    ]


def test_a_corpus_is_told_from_other_xml() -> None:
    found = detect(File("a.xml", b"<tei:teiCorpus xmlns:tei='http://www.tei-c.org/ns/1.0'></tei:teiCorpus>"))
    assert found is not None
    assert found.reader == "tei.read_tei"
