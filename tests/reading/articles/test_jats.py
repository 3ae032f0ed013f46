"""Reading JATS: links into the list become markers, and a range has a middle."""

from __future__ import annotations

import random
import re

import pytest

from graph.model import Evidence, File
from graph.reading import read_files
from graph.reading.articles import ArticleText, Cited
from graph.reading.articles.jats import read_jats
from graph.reading.contents import no_claims
from tests.reading.articles.jats import ENTRY, REFS, article, file_of, link

MARKERS = {
    "one": (f"So [{link(3)}].", "[3]", [Cited("B3")]),
    "brackets inside": (f"So {link(3, '[3]')}.", "[3]", [Cited("B3")]),
    "two": (f"So [{link(3)}, {link(5)}].", "[3, 5]", [Cited("B3"), Cited("B5")]),
    "a range of which the ends are tagged": (f"So [{link(3)}-{link(7)}].", "[3-7]", [Cited("B3", last="B7")]),
    "a range with an en dash as a reference": (
        f"So [{link(3)}&#x2013;{link(7)}].",
        "[3\N{EN DASH}7]",
        [Cited("B3", last="B7")],
    ),
    "a range of brackets": (
        f"So {link(3, '[3]')}\N{EN DASH}{link(7, '[7]')}.",
        "[3]\N{EN DASH}[7]",
        [Cited("B3", last="B7")],
    ),
    "a range and others": (
        f"So [{link(1)},{link(3)}-{link(5)},{link(8)}].",
        "[1,3-5,8]",
        [Cited("B1"), Cited("B3", last="B5"), Cited("B8")],
    ),
    "a range in one link": (f"So [{link(3, '3-7')}].", "[3-7]", [Cited("B3", last="B7")]),
    "a range whose end is not tagged": (f"So [{link(3)}-7].", "[3-7]", [Cited("B3", last="B7")]),
    "several ids in one link": ('So <xref ref-type="bibr" rid="B1 B2">1,2</xref>.', "1,2", [Cited("B1"), Cited("B2")]),
    "superscript": (f"So.<sup>{link(1)},{link(2)}</sup> Then", "1,2", [Cited("B1"), Cited("B2")]),
    "a dash between names is no range": (
        f"So ({link(1, 'Smith 2000')}-{link(3, 'Jones 2001')}).",
        "(Smith 2000-Jones 2001)",
        [Cited("B1"), Cited("B3")],
    ),
    "words before": (f"So [see also {link(3)}].", "[see also 3]", [Cited("B3", prefix="see also")]),
    "words between": (
        f"So [{link(1)}; but see {link(3)}].",
        "[1; but see 3]",
        [Cited("B1"), Cited("B3", prefix="but see")],
    ),
    "pages behind a colon": (
        f"So [{link(3)}:12, 14; {link(5)}: 3].",
        "[3:12, 14; 5: 3]",
        [Cited("B3", locator="12, 14"), Cited("B5", locator="3")],
    ),
    "a page in German": (f"So [{link(3)}, S. 12].", "[3, S. 12]", [Cited("B3", locator="S. 12")]),
    "a page": (f"So [{link(3)}, p. 12].", "[3, p. 12]", [Cited("B3", locator="p. 12")]),
    "names before a year": (f"So (Smith et al, {link(1, '2000')}).", "(Smith et al, 2000)", [Cited("B1")]),
    "a link without a type": ('So [<xref rid="B3">3</xref>].', "[3]", [Cited("B3")]),
    "no id, but a number": ('So [<xref ref-type="bibr">3</xref>].', "[3]", [Cited("B3")]),
    "an id that is nowhere": ('So <xref ref-type="bibr" rid="X">9</xref>.', "9", [Cited("X")]),
}


@pytest.mark.parametrize(("body", "text", "cited"), MARKERS.values(), ids=MARKERS)
def test_a_marker_is_read(body: str, text: str, cited: list[Cited]) -> None:
    (marker,) = article(f"<p>{body}</p>").markers
    assert (marker.text, list(marker.cited)) == (text, cited)


def words(found: ArticleText) -> list[str]:
    return ["".join(run.text for run in each.runs) for each in found.passages]


def test_a_bracket_with_words_of_the_sentence_is_no_marker() -> None:
    found = article(f"<p>So (in 25 % of women, {link(3)}) it is.</p>")
    assert [marker.text for marker in found.markers] == ["3"]
    assert words(found) == ["So (in 25 % of women, 3) it is."]


def test_names_in_the_sentence_are_its_words() -> None:
    one, other = article(f"<p>{link(1, 'Smith (2000)')} says so ({link(2, 'Jones, 2001')}).</p>").markers
    assert (one.spoken, other.spoken) == (True, False)


def test_the_hidden_middle_of_a_range_is_cited() -> None:
    data = f"<article><body><p>It is so [{link(3)}-{link(7)}].</p></body><back>{REFS}</back></article>"
    (claim,) = read_files([File("a.nxml", data.encode(), "claims")]).claims.values()
    assert [each.reference for each in claim.citations] == ["B3", "B4", "B5", "B6", "B7"]


def test_a_link_without_id_and_number_is_a_problem() -> None:
    found = article('<p>So <xref ref-type="bibr">Smith</xref>.</p>')
    assert [(each.rule, each.text) for each in found.problems] == [("unread-citation", "Smith")]
    assert words(found) == ["So Smith."]


@pytest.mark.parametrize(
    "body",
    [f"<sec><title>Why [{link(1)}]</title><p>So.</p></sec>", f"<p>So<inline-formula>x{link(1)}</inline-formula>.</p>"],
    ids=["heading", "formula"],
)
def test_a_link_where_no_claim_is_made_is_a_problem(body: str) -> None:
    assert [each.rule for each in article(body).problems] == ["unread-citation"]


KINDS = {
    "paragraph": ("<p>It is.</p>", "text"),
    "item": ("<list><list-item><label>1.</label><p>It is.</p></list-item></list>", "item"),
    "quotation": ("<disp-quote><p>It is.</p></disp-quote>", "quotation"),
    "note": ("<fn-group><fn><label>a</label><p>It is.</p></fn></fn-group>", "note"),
    "caption": ("<fig><label>Figure 1</label><caption><title>It is.</title></caption></fig>", "caption"),
    "table": ("<table-wrap><table><tr><td>It is.</td></tr></table></table-wrap>", "table"),
    "table beside a picture": (
        "<table-wrap><alternatives><graphic/><table><tr><td>It is.</td></tr></table></alternatives></table-wrap>",
        "table",
    ),
    "note of a table": ("<table-wrap-foot><fn><p>It is.</p></fn></table-wrap-foot>", "caption"),
    "speech": ("<disp-quote><speech><speaker>Eva:</speaker><p>It is.</p></speech></disp-quote>", "quotation"),
}


@pytest.mark.parametrize(("body", "kind"), KINDS.values(), ids=KINDS)
def test_a_passage_has_its_kind(body: str, kind: str) -> None:
    found = article(f"<sec><title>Why</title>{body}</sec>")
    assert [(each.kind, each.headings) for each in found.passages] == [(kind, ("Why",))]
    assert [text.strip() for text in words(found)] == ["It is."]


def test_headings_are_a_path() -> None:
    found = article("<sec><label>1</label><title>A:</title><sec><title>B</title><p>x</p></sec><p>y</p></sec><p>z</p>")
    assert [each.headings for each in found.passages] == [("A", "B"), ("A",), ()]


def test_title_date_and_abstract_are_read() -> None:
    front = (
        "<title-group><article-title>Sleep <italic>and</italic> iron</article-title></title-group>"
        '<pub-date pub-type="epub"><day>3</day><month>5</month><year>2015</year></pub-date>'
        "<abstract><p>x</p></abstract>"
    )
    found = article("", front=front)
    assert (found.about.title, found.about.date) == ("Sleep and iron", "2015-05-03")
    assert [each.headings for each in found.passages] == [("Abstract",)]


def test_what_is_no_prose_is_counted() -> None:
    found = article("<p>As it is.</p><disp-formula>y</disp-formula><mml:math display='block'/><code>z</code>")
    assert (words(found), found.left_out) == (["As it is."], {"formulas": 2, "code blocks": 1})


@pytest.mark.parametrize("group", ["floats-group", "floats-wrap"])
def test_what_floats_is_read(group: str) -> None:
    figure = "<fig><caption><p>It is.</p></caption></fig>"
    data = f"<article><body><p>So.</p></body><{group}>{figure}</{group}></article>".encode()
    assert [each.kind for each in read_jats(File("a.nxml", data, "claims")).passages] == ["text", "caption"]


APART = {
    "in a heading": (f"<sec><title>So [{link(3)}]</title><p>It is.</p></sec>", Cited("B3")),
    "in a supplement": (
        f"<supplementary-material><p>So [{link(3)}-{link(7)}].</p></supplementary-material>",
        Cited("B3", last="B7"),
    ),
    "in an answer": (f"<response><p>So [{link(3)}].</p></response>", Cited("B3")),
}


@pytest.mark.parametrize(("body", "cited"), APART.values(), ids=APART)
def test_what_is_cited_in_no_passage_is_known(body: str, cited: Cited) -> None:
    assert article(body).apart == (cited,)


def test_a_range_that_is_cited_apart_has_its_middle() -> None:
    body = f"<p>It is.</p><supplementary-material><p>So [{link(3)}-{link(5)}].</p></supplementary-material>"
    assert read_files([file_of(body)]).cited() == {"B3", "B4", "B5"}


def test_a_formula_stays_in_its_sentence() -> None:
    tex = r"\documentclass{minimal}\begin{document}$$p&lt;10^{-3}$$\end{document}"
    found = article(f"<p>With <inline-formula><tex-math>{tex}</tex-math></inline-formula> it is.</p>")
    assert (words(found), found.left_out) == (["With p<10\N{SUPERSCRIPT MINUS}\N{SUPERSCRIPT THREE} it is."], {})


def test_a_formula_stays_in_headings_and_the_title() -> None:
    formula = "<inline-formula><tex-math>$\\beta_2$</tex-math></inline-formula>"
    front = f"<title-group><article-title>On {formula}</article-title></title-group>"
    found = article(f"<sec><title>Of {formula}.</title><p>x</p></sec>", front=front)
    assert (found.about.title, found.passages[0].headings) == ("On \N{GREEK SMALL LETTER BETA}2", ("Of β2",))


def test_places_are_those_in_the_file() -> None:
    found = read_jats(File("a.xml", b"<article><body>\n<p>One &#945; <i>two\nx</i> y</p>\n</body></article>"))
    (passage,) = found.passages
    assert [(run.text, run.line, run.column) for run in passage.runs] == [
        ("One \N{GREEK SMALL LETTER ALPHA}", 2, 4),
        (" ", 2, 14),
        ("two\nx", 2, 18),
        (" y", 3, 6),
    ]
    assert found.by_line


def test_places_in_an_article_on_one_line_are_columns_of_it() -> None:
    file = file_of(f"<p>Th\N{LATIN SMALL LETTER E WITH ACUTE}.</p><p>It is so [{link(3)}].</p>")
    (marker,) = read_jats(file).markers
    assert marker.line == 1
    assert file.data.decode()[marker.column - 1 :].startswith(f"[{link(3)}]")


def test_a_heading_is_without_its_number() -> None:
    body = "".join(
        f"<sec><title>{each}</title><p>So.</p></sec>" for each in ("2.1. Tea", "3 | TEA", "4 Tea", "5 days later")
    )
    assert [each.headings for each in article(body).passages] == [("Tea",), ("TEA",), ("Tea",), ("5 days later",)]


WHOLE = (
    '<?xml version="1.0"?>\n<!DOCTYPE article SYSTEM "x.dtd">\n<article><front><article-meta>'
    "<abstract><p>It is &mdash; so.</p></abstract></article-meta></front><body><sec><title>A</title>"
    f"<p>It [{link(1)}-{link(3)}] is [{link(4)}; see {link(5)}].</p></sec></body>"
    f"<back><ref-list>{REFS}{ENTRY.format(kind='book')}</ref-list></back></article>"
).encode()


def test_no_truncation_raises() -> None:
    for size in range(0, len(WHOLE), 7):
        read_jats(File("a.nxml", WHOLE[:size]))


def test_no_damage_raises_and_no_link_is_lost() -> None:
    choose = random.Random(9)  # noqa: S311 - the same on each run
    for _ in range(300):
        data = bytearray(WHOLE)
        for _ in range(3):
            data[choose.randrange(len(data))] = choose.randrange(256)
        read_jats(File("a.nxml", bytes(data)))


@pytest.mark.parametrize("seed", range(20))
def test_each_link_is_in_a_marker_or_a_problem(seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 - the same on each run
    pieces = [link(3), link(7), link(5, "Smith"), link(6, "2001"), '<xref ref-type="bibr">Who</xref>']
    pieces += ["(", ")", "[", "]", "-", ", ", " see ", " so.", " Smith ", "3", "p. 4", " "]
    body = "".join(choose.choices(pieces, k=200))
    found = article(f"<p>{body}</p>")
    read = sum(1 + bool(each.last) for marker in found.markers for each in marker.cited)
    numbers = sum(len(re.findall(r"(?<![\w])3(?!\w)", marker.text)) for marker in found.markers)
    links = body.count("<xref")
    assert links <= read + len(found.problems) <= links + numbers
    assert body.count(">Who<") == len(found.problems)


HOSTILE = {
    "billion laughs": (
        b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><article>&b;</article>',
        "defines an entity",
    ),
    "outer entity": (
        b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><article>&a;</article>',
        "defines an entity",
    ),
    "long entity": (
        b'<!DOCTYPE a [<!ENTITY a "' + b"ha" * 51 + b'">]><article>&a;</article>',
        "defines an entity",
    ),
    "entity of tags": (
        b'<!DOCTYPE a [<!ENTITY a "<b>ha</b>">]><article>&a;</article>',
        "defines an entity",
    ),
    "entity of a document type": (
        b'<!DOCTYPE a [<!ENTITY % a "ha">]><article>&a;</article>',
        "defines an entity",
    ),
    "nesting": (b"<article><body><p>" + b"<b>" * 100_000, "nested more than 200 deep"),
    "torn": (b"<article><body><p>It is so.", "no element found"),
}


@pytest.mark.parametrize(("data", "said"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_a_located_problem(data: bytes, said: str) -> None:
    (problem,) = read_jats(File("a.nxml", data)).problems
    assert (problem.rule, problem.place.file, said in problem.message) == ("unread-part", "a.nxml", True)


def test_what_stands_before_the_tear_is_read() -> None:
    assert words(read_jats(File("a.nxml", b"<article><body><p>It is.</p><p>Not</body>"))) == ["It is.", "Not"]


def test_entities_of_a_document_type_that_is_not_fetched_are_known() -> None:
    data = b'<!DOCTYPE article SYSTEM "x.dtd"><article><body><p>a &mdash; b</p></body></article>'
    assert words(read_jats(File("a.nxml", data))) == ["a \N{EM DASH} b"]


def test_a_few_letters_that_a_document_defines_are_filled_in() -> None:
    defined = b'<!DOCTYPE article [<!ENTITY tea "Green &#8212; tea">]>'
    data = defined + b"\n<article><body><p>So &tea; <b>is</b></p></body></article>"
    (passage,) = read_jats(File("a.nxml", data)).passages
    assert [each.text for each in passage.runs] == ["So Green \N{EM DASH} tea", " ", "is"]
    assert data.split(b"\n")[1][passage.runs[2].column - 1 :].startswith(b"is</b>")


def test_an_article_behind_another_is_reported() -> None:
    one = "<article><body><p>{}</p></body></article>"
    read = read_jats(
        File("a.xml", f"<pmc-articleset>{one.format('Tea.')}\n{one.format('Milk.')}</pmc-articleset>".encode())
    )
    assert [run.text for each in read.passages for run in each.runs] == ["Tea."]
    assert [(each.rule, each.place.line) for each in read.problems] == [("unread-part", 2)]


LIST_OF_ONE = '<back><ref-list><ref id="B1"><mixed-citation>Doe 2013</mixed-citation></ref></ref-list></back>'
SENTENCES = '<body><p>The editors retract this article [<xref rid="B1">1</xref>]. Its images were copied.</p></body>'


def evidence_of(kind: str, body: str) -> Evidence:
    text = f'<article article-type="{kind}"><front/>{body}{LIST_OF_ONE}</article>'
    return read_files([File("a.nxml", text.encode(), "claims")])


@pytest.mark.parametrize("kind", ["correction", "retraction", "expression-of-concern"])
def test_a_notice_makes_no_claim_and_uses_its_list(kind: str) -> None:
    evidence = evidence_of(kind, SENTENCES)
    assert evidence.claims == {}
    assert evidence.cited_apart == {"B1"}


def test_what_a_notice_is_is_told() -> None:
    assert "a notice of what became of another article (article-type 'retraction')" in no_claims(
        evidence_of("retraction", SENTENCES)
    )


def test_a_caption_in_a_notice_is_the_notice_s() -> None:
    figure = "<body><fig><caption><p>Doe wrote so [<xref rid='B1'>1</xref>].</p></caption></fig></body>"
    (cited, _) = sorted(each.message for each in evidence_of("correction", figure).problems)
    assert cited.startswith("'[1]' stands in notices of another article")


def test_an_article_whose_text_is_a_scan_says_so() -> None:
    assert "no text of the article, only what is known about it" in no_claims(evidence_of("research-article", ""))


def test_an_article_that_has_text_says_nothing_of_it() -> None:
    assert evidence_of("research-article", SENTENCES).problems == ()


def noted(*notes: str, references: str = "") -> str:
    """An article with a sentence for each of its notes."""
    calls = (f'<p>It is so.<xref ref-type="fn" rid="n{at}">{at}</xref></p>' for at in range(len(notes)))
    written = (f'<fn id="n{at}"><label>{at}</label><p>{note}</p></fn>' for at, note in enumerate(notes))
    back = f"<fn-group>{''.join(written)}</fn-group>{references}"
    return f"<article><body>{''.join(calls)}</body><back>{back}</back></article>"


def test_notes_that_are_sources_are_markers_and_the_list() -> None:
    found = read_jats(
        File("a.nxml", noted("Ann Lee, Tea (Oslo: Elm, 2010), 12.", "Lee, Tea, 14.", "Not quite.").encode())
    )
    assert [(each.cited, each.spoken) for each in found.markers] == [
        ((Cited("1", locator="12"),), False),
        ((Cited("1", locator="14"),), False),
    ]
    assert [each.label for each in found.listed] == ["1"]
    assert [each.kind for each in found.passages] == ["text", "text", "text", "note"]


def test_notes_that_are_sources_lead_to_the_list() -> None:
    references = "<ref-list><ref id='R'><mixed-citation>Lee A. Tea. Oslo: Elm; 2010.</mixed-citation></ref></ref-list>"
    found = read_jats(File("a.nxml", noted("Lee, Tea, 14.", references=references).encode()))
    assert [each.cited for each in found.markers] == [(Cited("R", locator="14"),)]
