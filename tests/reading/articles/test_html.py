"""Reading HTML: passages, markers, the list of references, places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import File
from graph.reading.article_formats import detect
from graph.reading.articles import ArticleText, Cited, sentences_of
from graph.reading.articles.html import read_html

LIST = '<h2>References</h2><ol><li id="r1">A.</li><li id="r2">B.</li><li id="r3">C.</li><li id="r4">D.</li></ol>'


def article(text: str) -> ArticleText:
    return read_html(File("page.html", text.encode()))


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(article(text))]


def cited(text: str) -> list[Cited]:
    return [each for marker in article(text).markers for each in marker.cited]


def by_pandoc(keys: str, text: str) -> str:
    return f'<p>So <span class="citation" data-cites="{keys}">{text}</span>.</p>'


CITED = {
    "link in a superscript": ('<p>So.<sup><a href="#r1">1</a></sup>', [Cited("1")]),
    "links in a superscript": (
        '<p>So.<sup><a href="#r1">1</a>,<a href="#r3">3</a></sup>',
        [Cited("1"), Cited("3")],
    ),
    "a range of links": ('<p>So [<a href="#r1">1</a>–<a href="#r3">3</a>].', [Cited("1", last="3")]),
    "a range with one link": ('<p>So [<a href="#r1">1</a>-3].', [Cited("1", last="3")]),
    "a link with brackets": ('<p>So <a href="#r2">[2]</a>.', [Cited("2")]),
    "a bare link": ('<p>So <a href="#r2">2</a>.', [Cited("2")]),
    "an attribute that leads there by a script": ('<p>So.<span data-id="#r2">2</span>', [Cited("2")]),
    "a name": ('<p>So (<a href="#r2">Kaza 2018</a>).', [Cited("2")]),
    "superscripts side by side": (
        '<p>So.<sup><a href="#r1">[1]</a></sup><sup><a href="#r2">[2]</a></sup>',
        [Cited("1"), Cited("2")],
    ),
    "plain brackets": ("<p>So [1, 3&ndash;4].", [Cited("1"), Cited("3", last="4")]),
    "plain superscripts": ("<p>So.<sup>1,2</sup>", [Cited("1"), Cited("2")]),
    "an isotope": ("<p>So.<sup>1</sup> And.<sup>2</sup> <sup>3</sup>He.", [Cited("1"), Cited("2")]),
    "a power": ("<p>So.<sup>1</sup> And 10<sup>3</sup> m<sup>2</sup>.", [Cited("1")]),
    "parentheses": ("<p>So (1). And so (2, 3), in some (40).", [Cited("1"), Cited("2"), Cited("3")]),
    "parentheses of an enumeration": ("<p>So (1) one, (2) two, or (3) three.", []),
    "parentheses not in the order of the list": ("<p>So (3). And so (1).", []),
    "parentheses of little of the list": ("<p>So (1).", []),
    "parentheses beside other markers": ("<p>So [1]. And [3]. So (1). And so (2).", [Cited("1"), Cited("3")]),
    "beyond the list": ("<p>So.<sup>1</sup> And.<sup>10</sup>", [Cited("1")]),
    "the minority": ("<p>So [1]. And [2]. Boron<sup>3</sup>.", [Cited("1"), Cited("2")]),
    "superscripts beside links": (
        '<p>So <a href="#r1">1</a>. And <a href="#r2">2</a>. X<sup>3</sup>.',
        [Cited("1"), Cited("2")],
    ),
    "a link elsewhere": ('<p>So <a href="#top">1</a>.', []),
    "Distill": (
        '<p>So <d-cite key="a,b"></d-cite>, or <d-cite key="c"></d-cite>.',
        [Cited("a"), Cited("b"), Cited("c")],
    ),
    "in a script": ("<p>So.<script>x = '<p>[1]'</script>", []),
    "in a menu": ("<nav>[1]</nav><p>So.", []),
    "pandoc": (by_pandoc("a", "(Kaza 2018)"), [Cited("a")]),
    "pandoc with a page and a prefix": (
        by_pandoc("a b", "(but see Kaza 2018; Allen 2003, p. 3)"),
        [Cited("a", prefix="but see"), Cited("b", locator="p. 3")],
    ),
    "pandoc without styles": (
        by_pandoc("a b", "[see @a; @b, p. 3]"),
        [Cited("a", prefix="see"), Cited("b", locator="p. 3")],
    ),
    "pandoc, spoken": (by_pandoc("a", "@a [p. 3]"), [Cited("a", locator="p. 3")]),
    "pandoc's numbers": (by_pandoc("a b", "<sup>1,2</sup>"), [Cited("a"), Cited("b")]),
}


@pytest.mark.parametrize(("text", "expected"), CITED.values(), ids=CITED)
def test_cited(text: str, expected: list[Cited]) -> None:
    assert cited(text + LIST) == expected


def test_without_a_list_numbers_count_if_most_markers_are_so() -> None:
    assert cited("<p>So [1]. And [12]. Boron<sup>10</sup>.") == [Cited("1"), Cited("12")]


def test_without_a_list_superscripts_count_from_the_third_number_on() -> None:
    assert cited("<p>So<sup>1,2</sup> it is.<sup>3</sup>") == [Cited("1"), Cited("2"), Cited("3")]


WORDS = {
    "markup": ("<p>So <em>it</em> <b>is</b>.", ["So it is."]),
    "entities": ("<p>A &amp; B &lt; &eacute;&#8217;s &unknown;.", ["A & B < é’s &unknown;."]),
    "a lone sign": ("<p>a < b.", ["a < b."]),
    "paragraphs that are not closed": ("<p>One.<p>Two.", ["One.", "Two."]),
    "a heading that is not closed": ("<h2>One<p>Two.<ul><li>Three.", ["Two.", "Three."]),
    "broken lines": ("<p>One<br>two.<br><br>Three.", ["One two.", "Three."]),
    "comment": ("<p>So<!-- <p>not --> it is.", ["So it is."]),
    "boilerplate": (
        '<header>Logo</header><nav>Home</nav><div class="cookie-banner">Yes?</div><p>So.<footer>©</footer>',
        ["So."],
    ),
    "hidden": ("<p hidden>No.</p><p>So.", ["So."]),
    "around the article": ("<p>Ad.<article><p>So it is, and more.</article><p>Ad.", ["So it is, and more."]),
    "code": ("<p>So <code>x</code>.<pre>y</pre>", ["So x."]),
    "a function's signature": ('<dl><dt class="sig sig-object py">a.b(x)</dt><dd><p>So.</p></dd></dl>', ["So."]),
    "the sign of a heading's own address": ('<h2>So<a href="#so">¶</a></h2><p>It is.<a href="#it"> # </a>', ["It is."]),
    "a power where nothing is listed": ("<p>So 1 / (CV)<sup>2</sup> is.", ["So 1 / (CV)2 is."]),
    "an article among menus": ('<html class="has-menu nav"><main class="no-toc"><p>So.</main></html>', ["So."]),
    "contents and byline": ('<div id="TOC"><ul><li>A</ul></div><h4 class="date">2015</h4><p>So.', ["So."]),
    "a box with a heading of its own": (
        "<h2>Tea</h2><p>So.<div><h3>Get our newsletter</h3><p>Be well.<form><input></form></div><p>It is.",
        ["So.", "It is."],
    ),
    "a title of such words": ("<p>So.<div><h1>Newsletters</h1><p>It is.</div>", ["So.", "It is."]),
    "what is beside the heading of a box": (
        "<div><p>So.<h3>Get our newsletter</h3><p>Be well.<p>It is.</div>",
        ["So.", "Be well.", "It is."],
    ),
    "a table's rows": ("<table><tr><td>a<td>b<tr><td>c</table>", ["a b", "c"]),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS)
def test_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


KINDS = {
    "item": ("<ul><li>One<li><p>Two</ul>", ["item One", "item Two"]),
    "description": ("<dl><dt>Term<dd>Words.<dt>Alone</dl>", ["item Term: Words.", "item Alone:"]),
    "quotation": ("<blockquote><p>Words.</blockquote>", ["quotation Words."]),
    "caption": ("<figure><img><figcaption>Words.</figure>", ["caption Words."]),
    "table": ("<table><caption>Words.</caption><tr><td>a</table>", ["caption Words.", "table a"]),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_kinds(text: str, expected: list[str]) -> None:
    assert [f"{each.passage.kind} {each.text}" for each in sentences_of(article(text))] == expected


def test_headings_are_a_path_without_numbers_and_title() -> None:
    found = article("<title>T - Site</title><h1>T</h1><p>A.<h2>1. One</h2><p>B.<h3>Two</h3><p>C.<h2>Three</h2><p>D.")
    assert found.about.title == "T"
    assert [passage.headings for passage in found.passages] == [(), ("One",), ("One", "Two"), ("Three",)]


def test_the_title_is_the_pages_where_no_heading_is_it() -> None:
    assert article("<title>T</title><h1>One</h1><p>A.<h1>Two</h1><p>B.").about.title == "T"


def test_the_date_is_stated_by_the_page() -> None:
    assert (
        article('<meta property="article:published_time" content="2023-05-06T10:00"><p>A.').about.date == "2023-05-06"
    )


OWN = {
    "canonical": '<link rel="canonical" href="https://elm.org/tea/">',
    "Open Graph": '<meta property="og:url" content="https://elm.org/tea">',
    "a comment of the browser": "<!-- saved from url=(0019)https://elm.org/tea -->",
}


@pytest.mark.parametrize("stated", OWN.values(), ids=OWN)
@pytest.mark.parametrize("address", ["https://elm.org/tea#r2", "https://www.elm.org/tea/#r2", "/tea#r2"])
def test_a_link_into_a_page_that_was_saved_has_the_address_of_the_page(stated: str, address: str) -> None:
    assert cited(f'{stated}<p>So (<a href="{address}">Kaza</a>).{LIST}') == [Cited("2")]


def test_a_list_of_links_that_cite_is_read() -> None:
    assert cited(f'<p>So.<ul><li><a href="#r1">Kaza</a><li><a href="#r2">Lee</a></ul>{LIST}') == [
        Cited("1"),
        Cited("2"),
    ]


def test_a_link_into_another_page_leads_to_no_entry() -> None:
    assert cited(f'{OWN["canonical"]}<p>So (<a href="https://elm.org/oak#r2">Kaza</a>).{LIST}') == []


def test_what_is_only_read_out_is_no_word() -> None:
    assert texts('<p>A <a href="/x">trial<span class="sro">Good source</span></a> of it.') == ["A trial of it."]


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


def test_a_marker_in_a_heading_is_a_problem() -> None:
    found = article('<p>A.<h2>So <a href="#r1">[1]</a></h2><p>B.' + LIST)
    assert [(each.rule, each.text) for each in found.problems] == [("unread-citation", "[1]")]
    assert [each.key for each in found.apart] == ["1"]


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


def test_the_sign_of_a_headings_own_address_is_not_in_it() -> None:
    found = article('<h1>T</h1><h2>So<a href="#so">¶</a></h2><p>It is.')
    assert [passage.headings for passage in found.passages] == [("So",)]


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


@pytest.mark.parametrize("name", ["a", "a.txt", "a.html"])
def test_a_web_page_is_told_by_what_it_begins_with(name: str) -> None:
    found = detect(File(name, b"<!doctype html><p>So. It is.", "claims"))
    assert found is not None
    assert found.reader == "html.read_html"


def test_places_are_those_of_the_file() -> None:
    found = article('<html>\n<p>So <b>it</b>\n  is &amp; so <a href="#r1">[1]</a>. Then.' + LIST)
    assert [(each.line, each.column) for each in sentences_of(found)] == [(2, 4), (3, 38)]
    assert [(each.line, each.column) for each in found.markers] == [(3, 29)]


HOSTILE = [
    "<div>",
    "</div>",
    "<a ",
    "<!--",
    "<!",
    "<",
    '<a "',
    "<sup>",
    "<ul><li>",
    "<p>x",
    "<h1>x",
    "<br>",
    "<script>",
    "[1]",
    "[",
    "<dl><dt>a",
    "&",
    "<table><tr><td>1",
    "<span class=citation data-cites=a>(",
    "<ol><li id=a>1999 <a href=#a>1</a>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_never_closed_is_read_once(text: str) -> None:
    assert article(text * 3_000).file == "page.html"


def test_each_of_many_markers_in_a_paragraph_has_its_place() -> None:
    *_, last = article("<p>" + "So [1],\n" * 100_001 + f"</p>{LIST}").markers
    assert (last.line, last.column) == (100_001, 4)


def test_a_long_line_of_colons_is_soon_seen_to_be_no_heading() -> None:
    assert len(article("<p>Tea wakes. " + ": " * 100_000).passages) == 1


def test_a_link_behind_a_superscript_with_the_same_link_is_a_marker_of_its_own() -> None:
    found = article(f'<p>So<sup><a href="#r1">1</a></sup><a href="#r1">1</a>.</p>{LIST}')
    assert [marker.text for marker in found.markers] == ["1", "1"]


MARKER = '<a href="#r1">1</a>'
PIECES = st.sampled_from(
    [MARKER, "<p>", "</p>", "<sup>", "</sup>", "<h2>x</h2>", "<b>", "words. ", "<ul><li>", "(", "["]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_is_lost(text: str) -> None:
    found = article(f"<p>{text}</p></sup></b>{LIST}")
    reported = [each for each in found.problems if each.rule == "unread-citation"]
    assert sum(marker.text.count("1") for marker in found.markers) + len(reported) >= text.count(MARKER)


def test_a_page_of_distill_has_its_own_references() -> None:
    text = (
        '<d-article><p>Tea wakes<d-footnote>Or so <d-cite key="b"></d-cite> say.</d-footnote> us.</p></d-article>\n'
        '<d-bibliography src="a.bib"></d-bibliography>\n'
        '<script type="text/bibliography">\n@article{b, title={Tea}}\n</script>'
    )
    read = article(text)
    assert [each.text for each in sentences_of(read)] == ["Or so say.", "Tea wakes us."]
    assert [(each.key, each.title, each.place.line) for each in read.references] == [("b", "Tea", 4)]
    assert read.bibliographies == ("a.bib",)


@pytest.mark.parametrize("prefix", ["d", "dt"])
def test_what_distill_displays_is_no_prose(prefix: str) -> None:
    code, math = f"{prefix}-code", f"{prefix}-math"
    apart = f"<{code} block>x = 1</{code}><{math} block>y = 1</{math}>"
    found = article(f"<p>So <{math}>x</{math}> is.</p>{apart}<p>Then <{code}>z</{code}>.</p>")
    assert [each.text for each in sentences_of(found)] == ["So x is.", "Then z."]
    assert found.left_out == {"code blocks": 1, "formulas": 1}


def test_a_note_of_the_first_distill_is_one() -> None:
    assert texts("<p>Tea wakes<dt-fn>Or so.</dt-fn> us.</p>") == ["Or so.", "Tea wakes us."]


def test_a_note_of_distill_that_is_not_closed_costs_no_words() -> None:
    assert sorted(texts("<p>Tea wakes<d-footnote>or so.</p><p>It does.</p>")) == ["It does.", "Tea wakes", "or so."]


def test_an_entry_has_the_addresses_of_its_links() -> None:
    entry = (
        '<li>Lee B. <a href="https://a.org/b"><i>Tea</i> wakes</a>. <a href="https://doi.org/10.1/a">CrossRef</a></li>'
    )
    (found,) = article(f"<p>So [1].</p><h2>References</h2><ol>{entry}</ol>").listed
    assert (found.text, found.title) == (
        "Lee B. Tea wakes. CrossRef https://a.org/b https://doi.org/10.1/a",
        "Tea wakes",
    )
