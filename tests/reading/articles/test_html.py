"""Reading HTML: words, kinds of passages, headings, places, and pages that are torn."""

from __future__ import annotations

import pytest

from graph.model import File
from graph.reading.article_formats import detect
from graph.reading.articles import sentences_of
from tests.reading.articles.html import LIST, article, texts

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


def test_what_is_only_read_out_is_no_word() -> None:
    assert texts('<p>A <a href="/x">trial<span class="sro">Good source</span></a> of it.') == ["A trial of it."]


def test_a_marker_in_a_heading_is_a_problem() -> None:
    found = article('<p>A.<h2>So <a href="#r1">[1]</a></h2><p>B.' + LIST)
    assert [(each.rule, each.text) for each in found.problems] == [("unread-citation", "[1]")]
    assert [each.key for each in found.apart] == ["1"]


def test_the_sign_of_a_headings_own_address_is_not_in_it() -> None:
    found = article('<h1>T</h1><h2>So<a href="#so">¶</a></h2><p>It is.')
    assert [passage.headings for passage in found.passages] == [("So",)]


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


def test_a_long_line_of_colons_is_soon_seen_to_be_no_heading() -> None:
    assert len(article("<p>Tea wakes. " + ": " * 100_000).passages) == 1


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
