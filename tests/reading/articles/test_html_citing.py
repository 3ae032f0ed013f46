"""Markers in HTML: links, numbers in brackets and above the line, keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading.articles import Cited
from tests.reading.articles.html import LIST, OWN, article, by_pandoc, cited

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
    "parentheses with a range": ("<p>So (1-3), they say.", [Cited("1", last="3")]),
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
    "pages behind links": (
        '<p>So [<a href="#r1">1</a>:33; <a href="#r2">2</a>, p. 5].',
        [Cited("1", locator="33"), Cited("2", locator="p. 5")],
    ),
    "pages behind numbers": ("<p>So [1: 33]. And [2, p. 50].", [Cited("1", locator="33"), Cited("2", locator="p. 50")]),
    "a link behind pages": (
        '<p>So [<a href="#r1">1</a>: 33, <a href="#r2">2</a>].',
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


def test_each_of_many_markers_in_a_paragraph_has_its_place() -> None:
    *_, last = article("<p>" + "So [1],\n" * 100_001 + f"</p>{LIST}").markers
    assert (last.line, last.column) == (100_001, 4)


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
