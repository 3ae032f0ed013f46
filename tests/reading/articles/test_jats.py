"""Reading JATS: links into the list become markers, and a range has a middle."""

from __future__ import annotations

import random
import re

import pytest

from graph.model import File
from graph.reading import read_files
from graph.reading.articles import ArticleText, Cited
from graph.reading.articles.jats import read_jats

REFS = "".join(f'<ref id="B{n}"><label>{n}</label><mixed-citation>{n}</mixed-citation></ref>' for n in range(1, 9))


def file_of(body: str, refs: str = REFS, front: str = "") -> File:
    text = f"<article><front><article-meta>{front}</article-meta></front><body>{body}</body>"
    return File("a.nxml", f"{text}<back><ref-list>{refs}</ref-list></back></article>".encode(), "claims")


def article(body: str, refs: str = REFS, front: str = "") -> ArticleText:
    return read_jats(file_of(body, refs, front))


def link(number: int, text: str = "") -> str:
    return f'<xref ref-type="bibr" rid="B{number}">{text or number}</xref>'


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


def test_a_formula_stays_in_the_title_of_a_reference() -> None:
    title = "<article-title>On <tex-math>$x^2$</tex-math></article-title>"
    (reference,) = article("", refs=f"<ref id='B1'><element-citation>{title}</element-citation></ref>").references
    assert reference.fields["title"] == "On x²"


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


def test_an_article_on_one_line_has_numbers_of_paragraphs() -> None:
    found = article(f"<p>One.</p><p>It is so [{link(3)}].</p>")
    (marker,) = found.markers
    assert (found.by_line, marker.line, marker.column) == (False, 2, 10)


ENTRY = """
<ref id="B1"><label>[7]</label><element-citation publication-type="{kind}">
<person-group person-group-type="author"><name><surname>van der Berg</surname><given-names>JA</given-names></name>
<collab>RLS Group</collab><etal/></person-group>
<person-group person-group-type="editor"><name><surname>Ed</surname></name></person-group>
<article-title>Iron and <italic>legs</italic></article-title><source>Sleep</source><year>2015a</year><volume>3</volume>
<issue>2</issue><fpage>10</fpage><lpage>14</lpage><pub-id pub-id-type="doi">10.1000/x</pub-id>
<pub-id pub-id-type="pmid">123</pub-id></element-citation></ref>"""

FIELDS = {
    "author": "van der Berg, JA and RLS Group and others",
    "editor": "Ed",
    "title": "Iron and legs",
    "journal": "Sleep",
    "year": "2015",
    "volume": "3",
    "number": "2",
    "pages": "10-14",
    "doi": "10.1000/x",
    "pmid": "123",
    "listed": "7",
}


def test_an_entry_is_read_field_by_field() -> None:
    (found,) = article("", ENTRY.format(kind="journal")).references
    assert (found.key, found.type, found.et_al, found.fields) == ("B1", "article", True, FIELDS)


@pytest.mark.parametrize("tag", ["mixed-citation", "nlm-citation", "citation"])
def test_an_entry_of_any_version_is_read(tag: str) -> None:
    entry = ENTRY.format(kind="journal").replace("element-citation", tag)
    assert article("", entry).references[0].fields == FIELDS


def test_a_chapter_is_in_a_book() -> None:
    (found,) = article("", ENTRY.format(kind="book")).references
    assert (found.type, found.fields["booktitle"]) == ("incollection", "Sleep")


def test_a_book_has_its_title_as_source() -> None:
    entry = '<ref><citation citation-type="book"><source>Legs</source><year>2001</year></citation></ref>'
    (found,) = article("", entry).references
    assert (found.type, found.title, found.listed) == ("book", "Legs", "1")


@pytest.mark.parametrize(("label", "listed"), [("[3]", "3"), ("3)", "3"), ("3.", "3"), ("Lee(2010)", "Lee(2010)")])
def test_a_label_is_without_the_brackets_around_it(label: str, listed: str) -> None:
    entry = f"<ref><label>{label}</label><element-citation><article-title>Tea</article-title></element-citation></ref>"
    assert article("", entry).references[0].listed == listed


def test_a_data_set_is_where_its_accession_leads() -> None:
    number = '<pub-id pub-id-type="accession" href="https://example.org/GSE1">GSE1</pub-id>'
    entry = (
        f'<ref><element-citation publication-type="data"><data-title>Tea</data-title>{number}</element-citation></ref>'
    )
    assert article("", entry).references[0].url == "https://example.org/GSE1"


def test_a_work_that_is_text_and_tagged_is_one() -> None:
    tagged = "<article-title>Tea</article-title><year>2010</year>"
    works = f"<mixed-citation>1. Lee B. Tea. 2010.</mixed-citation><element-citation>{tagged}</element-citation>"
    read = article("", f'<ref id="B1">{works}</ref>')
    assert [(each.key, each.title) for each in read.references] == [("B1", "Tea")]


def test_a_link_to_one_of_the_works_of_an_entry_cites_that_one() -> None:
    works = "".join(f'<mixed-citation id="B1{each}">Lee B. Tea {each}. 2010.</mixed-citation>' for each in "ab")
    body = '<p>So <xref ref-type="bibr" rid="B1b">1b</xref>. And <xref ref-type="bibr" rid="B1">1</xref>.</p>'
    read = article(body, f'<ref id="B1">{works}</ref>')
    assert [[each.key for each in marker.cited] for marker in read.markers] == [["B1-2"], ["B1", "B1-2"]]


def test_a_heading_is_without_its_number() -> None:
    body = "".join(
        f"<sec><title>{each}</title><p>So.</p></sec>" for each in ("2.1. Tea", "3 | TEA", "4 Tea", "5 days later")
    )
    assert [each.headings for each in article(body).passages] == [("Tea",), ("TEA",), ("Tea",), ("5 days later",)]


def test_an_entry_that_is_text_is_read_as_text() -> None:
    text = "Gupta R. Iron and legs. Sleep. 2015;3:10-14."
    (found,) = article("", f'<ref id="B1"><mixed-citation>{text}</mixed-citation></ref>').references
    assert (found.title, found.year, found.fields["note"]) == ("Iron and legs", "2015", text)


def test_an_entry_of_which_little_is_tagged_is_read_as_text() -> None:
    text = "Gupta R, Lee S-H, <etal>et al</etal>.. (2015) Iron and legs. Sleep 3: 10-14."
    (found,) = article("", f'<ref id="B1"><mixed-citation>{text}</mixed-citation></ref>').references
    assert (found.title, found.authors, found.et_al) == ("Iron and legs", ("Gupta, R", "Lee, S-H"), True)


def test_tagged_names_are_kept_where_the_title_is_text() -> None:
    name = "<name><surname>Gupta</surname><given-names>Rita</given-names></name>"
    text = f"{name} (2015) Iron and legs. Oslo: Elm."
    (found,) = article("", f'<ref id="B1"><mixed-citation>{text}</mixed-citation></ref>').references
    assert found.authors == ("Gupta, Rita",)
    assert "Iron and legs" in found.fields["note"]


def test_ids_that_differ_in_case_are_two() -> None:
    refs = "".join(f'<ref id="{each}"><mixed-citation>Lee B. {each}.</mixed-citation></ref>' for each in ("DU", "Du"))
    evidence = read_files([file_of("<p>It is.</p>", refs)])
    assert (list(evidence.references), evidence.problems) == (["DU", "Du"], ())


def test_a_doi_in_a_remark_is_one() -> None:
    entry = "<ref><citation><source>X</source><comment>doi: 10.1000/x.</comment></citation></ref>"
    assert article("", entry).references[0].doi == "10.1000/x"


def test_an_entry_of_two_works_is_two_references_and_its_link_cites_both() -> None:
    works = "".join(f"<citation><source>{title}</source></citation>" for title in "XY")
    found = article(f"<p>So [{link(1)}].</p>", f'<ref id="B1">{works}</ref>')
    assert [each.title for each in found.references] == ["X", "Y"]
    assert [each.key for marker in found.markers for each in marker.cited] == ["B1", "B1-2"]


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


def test_a_key_of_pandoc_is_that_of_the_bibliography() -> None:
    refs = "".join(
        f'<ref id="{each}"><mixed-citation>Lee B. Tea.</mixed-citation></ref>' for each in ("ref-lee", "ref-7")
    )
    read = article("", refs)
    assert [each.key for each in read.references] == ["lee", "ref-7"]


def test_an_article_behind_another_is_reported() -> None:
    one = "<article><body><p>{}</p></body></article>"
    read = read_jats(
        File("a.xml", f"<pmc-articleset>{one.format('Tea.')}\n{one.format('Milk.')}</pmc-articleset>".encode())
    )
    assert [run.text for each in read.passages for run in each.runs] == ["Tea."]
    assert [(each.rule, each.place.line) for each in read.problems] == [("unread-part", 2)]
