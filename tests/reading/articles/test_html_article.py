"""The article that a page has: its title, date and address, its list of references and its notes."""

from __future__ import annotations

import pytest

from graph.reading.articles import Cited, sentences_of
from graph.reading.articles.html_article import LINKS_ALONE, TEMPLATE_ALONE
from tests.reading.articles.html import OWN, article, by_pandoc


def test_the_title_is_the_pages_where_no_heading_is_it() -> None:
    assert article("<title>T</title><h1>One</h1><p>A.<h1>Two</h1><p>B.").about.title == "T"


def test_the_date_is_stated_by_the_page() -> None:
    assert (
        article('<meta property="article:published_time" content="2023-05-06T10:00"><p>A.').about.date == "2023-05-06"
    )


def test_the_address_is_stated_by_the_page() -> None:
    assert article(f"{OWN['Open Graph']}{OWN['canonical']}<p>A.").about.url == "https://elm.org/tea/"


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ('{"@type": "Article", "dateModified": "2022-05-06", "datePublished" : "2020-03-03T09:00Z"}', "2020-03-03"),
        ('{"@graph": [{"dateModified":"2022-05-06"}, {"dateModified":"2023-01-01"}]}', "2022-05-06"),
        ('{"datePublished": "May 2020", ', ""),
    ],
)
def test_the_date_is_stated_in_json(stated: str, date: str) -> None:
    found = article(f'<script type="application/ld+json">{stated}</script><p>A.')
    assert (found.about.date, [each.headings for each in found.passages]) == (date, [()])


def test_the_date_may_be_said_in_words() -> None:
    assert article("<p>Ann Oak<p>Updated on March 3, 2020<p>A.").about.date == "2020-03-03"


LISTED = {
    "under a heading": ("<h2>References</h2><ol><li>A.<li>B.</ol>", [("1", "A."), ("2", "B.")]),
    "under a line": ("<div>13 Sources</div><p>We choose well.</p><ol><li>A.</ol>", [("1", "A.")]),
    "behind a button": (
        "<button>2 sources</button><div><p>We choose.</p><ul><li>A.<li>B.</ul></div>",
        [("1", "A."), ("2", "B.")],
    ),
    "behind a button with a heading": (
        "<button><h3>Sources</h3></button><button>History</button><ul><li>A.</ul>",
        [("1", "A.")],
    ),
    "where numbers lead to, not what stands under a line": (
        '<p>So.<sup><a href="#a">1</a></sup><p>Article sources</p><p>We choose.</p><h4>More</h4><ol><li id="a">A.</ol>',
        [("1", "A.")],
    ),
    "not what is beside the article": (
        "<h2>References</h2><ol><li>Kaza, 2018.</ol><h3>Views</h3><ul><li>Print<li>Elm</ul>",
        [("1", "Kaza, 2018.")],
    ),
    "in parts": (
        "<h2>References</h2><h3>Books</h3><ul><li>Kaza, 2018.</ul><h3>Trials</h3><ul><li>Lee, 2001.</ul>",
        [("1", "Kaza, 2018."), ("", "Lee, 2001.")],
    ),
    "not whose the page is": ("<h2>Sources</h2><p>A.<p>© 2022 Elm, LLC. All rights reserved.", [("1", "A.")]),
    "paragraphs": ("<h2>Sources</h2><p>[1] A.<p>2. B.", [("1", "A."), ("2", "B.")]),
    "led to": ('<p>So.<a href="#a">1</a><ol><li id="a">A.<li>B.</ol>', [("1", "A."), ("2", "B.")]),
    "begins elsewhere": ('<h2>References</h2><ol start="3"><li>A.</ol>', [("3", "A.")]),
    "keys": (
        '<div class="csl-bib-body"><div class="csl-entry" id="ref-kaza"><div>[1] </div><div>A.</div></div></div>',
        [("kaza", "A.")],
    ),
    "the way back, with letters": ('<h2>References</h2><ol><li>^ <a href="#x">a</a> A.</ol>', [("1", "A.")]),
    "the way back": ('<h2>References</h2><ol><li><a href="#x">^</a> A. <a href="#y">↩</a></ol>', [("1", "A.")]),
    "described": (
        '<h2>References</h2><dl><dt id="a">[Kaza18]<dd>A.<p>B.<dt>2<dd>C.</dl>',
        [("Kaza18", "A. B."), ("2", "C.")],
    ),
    "described, with full stops": (
        '<h2>References</h2><dl><dl><dt>1.<dd id="a">A.</dl><dl><dt>2.<dd id="b">B.</dl></dl>',
        [("1", "A."), ("2", "B.")],
    ),
    "with names of their own and numbers": ('<h2>References</h2><ol><li id="ref-x-1">A.</ol>', [("1", "A.")]),
    "citations of docutils": (
        '<p>So <a href="#k">[Kaza18]</a>.<dl class="citation"><dt id="k"><span>Kaza18</span><dd>A.</dl>',
        [("Kaza18", "A.")],
    ),
    "in tables of docutils": (
        '<table class="docutils citation" id="k"><tr><td><a href="#x">[Kaza18]</a></td><td>A.</td></tr></table>',
        [("Kaza18", "A.")],
    ),
    "notes of docutils below the heading": (
        '<h2>References</h2><aside class="footnote" role="doc-footnote"><i>[<a href="#x">1</a>]</i><p>A.</aside>',
        [("1", "A.")],
    ),
    "until the next line in bold letters": (
        "<p><b>References</b><ol><li>A.</ol><p><b>Authors</b><ul><li>B.</ul>",
        [("1", "A.")],
    ),
    "further reading": (
        "<h2>Sources</h2><ol><li>A.</ol><h2>Additional Reading</h2><ul><li>B.</ul>",
        [("1", "A."), ("", "B.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTED.values(), ids=LISTED)
def test_listed(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.label, each.text) for each in article(text).listed] == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Article sources",
        "Show references",
        "Further reading and references",
        "Sources (12)",
        "3 sources collapsed",
        "Editorial Sources and Fact-Checking",
        "References and further reading",
        "Selected references",
    ],
)
def test_headings_of_the_list(heading: str) -> None:
    assert [each.text for each in article(f"<h2>{heading}</h2><ul><li>A.</ul>").listed] == ["A."]


@pytest.mark.parametrize("heading", ["Sources of iron", "Source", "All food sources", "Food sources", "Key"])
def test_headings_of_no_list(heading: str) -> None:
    assert not article(f"<h2>{heading}</h2><ul><li>A.</ul>").listed


def test_what_is_only_recommended_is_a_group() -> None:
    found = article("<h2>Sources</h2><ol><li>A.</ol><h2>Additional Reading</h2><ul><li>B.</ul>")
    assert [each.group for each in found.listed] == ["", "further-reading"]


def test_what_leads_to_an_entry_is_none_below_the_heading_of_the_list() -> None:
    found = article(
        '<p>So.<h2>References</h2><p>For more, see <a href="#a">2</a>.<dl><dt>1<dd>A.<dt id="a">2<dd>B.</dl>'
    )
    assert [marker.cited for marker in found.markers] == [(Cited("2"),)]


def footnotes(first: str, second: str) -> str:
    call = '<a href="#fn{0}" role="doc-noteref"><sup>{0}</sup></a>'
    notes = f'<li id="fn1"><p>{first}</p></li><li id="fn2"><p>{second}</p></li>'
    return (
        f"<p>So.{call.format(1)} And.{call.format(2)}</p>"
        f'<section class="footnotes" role="doc-endnotes"><ol>{notes}</ol></section>'
    )


def test_a_note_of_citations_is_a_marker_where_it_is_called() -> None:
    found = article(footnotes('See <span class="citation" data-cites="a">(Kaza 2018)</span>.', "Words."))
    assert [(each.passage.kind, each.text) for each in sentences_of(found)] == [
        ("text", "So."),
        ("text", "And."),
        ("note", "Words."),
    ]
    assert [(marker.line, marker.cited) for marker in found.markers] == [(1, (Cited("a"),))]


def test_a_note_stands_under_the_heading_that_it_is_called_under() -> None:
    found = article(
        "<h2>One</h2>" + footnotes('Words.<a href="#fnref1">↩</a>', "More.").replace("<section", "<h2>Two</h2><section")
    )
    assert [(each.passage.headings, each.text) for each in sentences_of(found)][2:] == [
        (("One",), "Words."),
        (("One",), "More."),
    ]


def test_notes_of_an_article_that_cites_otherwise_are_no_list() -> None:
    notes = footnotes("In 2018.", "In 2019.").partition("</p>")[2]
    found = article(by_pandoc("a", "(Kaza 2018)") + "<h2>References</h2>" + notes)
    assert [each.text for each in found.listed] == []


def test_notes_that_are_references_are_the_list() -> None:
    found = article(footnotes("Kaza A. Legs. 2018.", "Allen B. Iron. 2003."))
    assert [each.label for each in found.listed] == ["1", "2"]
    assert [marker.cited for marker in found.markers] == [(Cited("1"),), (Cited("2"),)]


def test_an_entry_has_the_addresses_of_its_links() -> None:
    entry = (
        '<li>Lee B. <a href="https://a.org/b"><i>Tea</i> wakes</a>. <a href="https://doi.org/10.1/a">CrossRef</a></li>'
    )
    (found,) = article(f"<p>So [1].</p><h2>References</h2><ol>{entry}</ol>").listed
    assert (found.text, found.title) == (
        "Lee B. Tea wakes. CrossRef https://a.org/b https://doi.org/10.1/a",
        "Tea wakes",
    )


def test_a_short_note_leads_to_the_note_of_the_work() -> None:
    found = article(footnotes("Ann Lee, Tea (Oslo: Elm, 2010), 12.", "Lee, Tea, 14."))
    assert [each.cited for each in found.markers] == [(Cited("1", locator="12"),), (Cited("1", locator="14"),)]
    assert [each.label for each in found.listed] == ["1"]


def test_notes_beside_a_list_lead_to_it() -> None:
    found = article("<h2>Bibliography</h2><p>Lee, Ann. Tea. Oslo: Elm, 2010.</p>" + footnotes("Lee, Tea, 14.", "Ibid."))
    assert [each.cited for each in found.markers] == [(Cited("1", locator="14"),)] * 2
    assert len(found.listed) == 1


def test_the_header_of_a_site_generator_is_read() -> None:
    found = article("---\ntitle: Tea &amp; sleep\ndate: 2020-03-04\n---\n<p>Tea {% if x %}wakes{% endif %} {{ y }} us.")
    assert (found.about.title, found.about.date) == ("Tea & sleep", "2020-03-04")
    assert [(each.text, each.line, each.column) for each in sentences_of(found)] == [("Tea wakes us.", 5, 4)]


@pytest.mark.parametrize(
    ("page", "messages"),
    [
        (
            '<h1>Index</h1><table><tr><td>A<td><a href="a.html">A</a><td><a href="a.pdf">PDF</a></table>',
            [LINKS_ALONE],
        ),
        ('<p><a href="a.html">A</a></p>', []),
        ('<p>It is.</p><p><a href="a.html">A</a> <a href="b.html">B</a></p>', []),
        ("---\nlayout: home\n---\n{% for each in posts %}<h2>{{ each.title }}</h2>{% endfor %}", [TEMPLATE_ALONE]),
    ],
    ids=["index", "one link", "prose", "template"],
)
def test_what_has_no_sentence_by_design_is_told(page: str, messages: list[str]) -> None:
    assert [each.message for each in article(page).problems] == messages
