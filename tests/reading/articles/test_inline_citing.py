"""What the markers of Markdown cite."""

from __future__ import annotations

import pytest

from graph.reading.articles import Cited
from tests.reading.articles.markdown import article, cited

CITED = {
    "one": ("It is so [@a].", [Cited("a")]),
    "two": ("It is so [@a; @b].", [Cited("a"), Cited("b")]),
    "comma between": ("It is so [@a, @b].", [Cited("a"), Cited("b")]),
    "page": ("It is so [@a, p. 3].", [Cited("a", locator="p. 3")]),
    "pages and words": ("It is so [@a, pp. 33-35 and passim].", [Cited("a", locator="pp. 33-35", suffix="and passim")]),
    "bare number": ("It is so [@a, 33].", [Cited("a", locator="33")]),
    "prefix": (
        "It is so [see @a, p. 3; but see @b].",
        [Cited("a", prefix="see", locator="p. 3"), Cited("b", prefix="but see")],
    ),
    "without author": ("Smith says so [-@a].", [Cited("a")]),
    "spoken": ("@a says so.", [Cited("a")]),
    "spoken with a page": ("@a [p. 3] says so.", [Cited("a", locator="p. 3")]),
    "doi": ("It is so [@doi:10.1371/journal.pbio.1002195].", [Cited("doi:10.1371/journal.pbio.1002195")]),
    "doi with parentheses": (
        "It is so [@doi:10.1016/S0022-2836(05)80360-2].",
        [Cited("doi:10.1016/S0022-2836(05)80360-2")],
    ),
    "address": ("It is so [@url:https://example.org/a/].", [Cited("url:https://example.org/a/")]),
    "braces": ("It is so [@{https://example.org/?a=b,c}].", [Cited("https://example.org/?a=b,c")]),
    "over a line break": ("It is so [@a;\n@b].", [Cited("a"), Cited("b")]),
    "in an item": ("- It is so [@a].", [Cited("a")]),
    "in a quotation": ("> It is so [@a].", [Cited("a")]),
    "in a link's text": ("[It is so [@a]](https://example.org).", [Cited("a")]),
    "in a note of citations": ("It is so.[^1]\n\n[^1]: See @a, and @b.", [Cited("a"), Cited("b")]),
    "numbers": ("It is so [1, 3-5].", [Cited("1"), Cited("3", last="5")]),
    "pages behind a colon": ("It is so [1: 33; 2: 5-7, 9].", [Cited("1", locator="33"), Cited("2", locator="5-7, 9")]),
    "pages in Russian": ("It is so [1, \u0441. 33; 2].", [Cited("1", locator="\u0441. 33"), Cited("2")]),
    "pages in German": ("It is so [1, S. 33].", [Cited("1", locator="S. 33")]),
    "a theorem": ("It is so [1, Theorem 2.1].", [Cited("1", locator="Theorem 2.1")]),
    "a time": ("It is so [1] at [12:30].", [Cited("1")]),
    "superscript": ("It is so.^1,2^", [Cited("1"), Cited("2")]),
    "role": ("It is so {cite}`a`.", [Cited("a")]),
    "role of several": ("It is so {cite:p}`a,b`.", [Cited("a"), Cited("b")]),
    "role with words": (
        "It is so {cite:p}`{see}a{p. 3}, b{and so on}`.",
        [Cited("a", prefix="see", locator="p. 3"), Cited("b", suffix="and so on")],
    ),
    "role of a note": ("It is so {footcite:t}`a`.", [Cited("a")]),
    "role in a division": ("```{note}\nIt is so {cite}`a`.\n```", [Cited("a")]),
    "tag of Jekyll": ("It is so {% cite a b %}.", [Cited("a"), Cited("b")]),
    "tag of Jekyll with its words": (
        "It is so {% cite a --file x -A --locator 'p. 3' --prefix see %}.",
        [Cited("a", prefix="see", locator="p. 3")],
    ),
    "tag that is a link": (
        "In {% cite_details a --text our work %} and {% cite_details b %}.",
        [Cited("a"), Cited("b")],
    ),
    "tag that begins a line": ("It is\n{% cite a %} so.", [Cited("a")]),
    "tag alone": ("It is so\n{% fullcite a %}\n", [Cited("a")]),
    "tag with a name in quotes": ('It is so {% cite "a" %}.', [Cited("a")]),
    "tag in the title of an image": ('It is ![so](x.png "So {% cite a %}") here.', [Cited("a")]),
    "shortcode of Hugo": ('It is so {{< cite "a" >}}.', [Cited("a")]),
    "shortcode with a page": ('It is so {{< cite 1 "p. 2175" >}}.', [Cited("1", locator="p. 2175")]),
    "shortcode with names": ("It is so {{% cite key=a style=apa %}}.", [Cited("a")]),
    "element of Distill": ('It is so <d-cite key="a, b"></d-cite>.', [Cited("a"), Cited("b")]),
    "element that closes itself": (
        "It is so <d-cite key='a'/> and <dt-cite bibtex-key=\"b\"/>.",
        [Cited("a"), Cited("b")],
    ),
    "command of LaTeX": ("It is so \\citep[see][p. 3]{a,b}.", [Cited("a", prefix="see"), Cited("b", locator="p. 3")]),
    "page of a note": ("It is so [[@a]].", [Cited("a")]),
    "page of a note, shown otherwise": ("As [[@a|Lee]] says.", [Cited("a")]),
    "part of a page of a note": ("It is so [[Sources/@a#Methods]].", [Cited("a")]),
    "pages of notes in brackets": ("It is so ([[@a]], [[@b]]).", [Cited("a"), Cited("b")]),
    "note of citations in the sentence": ("It is so^[See @a.].", [Cited("a")]),
    "footnote of Distill": ("It is so<d-footnote>See <d-cite key='a'/>.</d-footnote>.", [Cited("a")]),
    "in an item of a frame": ("> 1. It is so [@a].", [Cited("a")]),
    "linked numbers": (
        "It is <sup>[1](#r1)</sup> so [[2]](#r2)<sup><a href='#r3'>3</a></sup>.",
        [Cited("1"), Cited("2"), Cited("3")],
    ),
    "superscript in HTML": ("It is so.<sup>3</sup>", [Cited("3")]),
}


@pytest.mark.parametrize(("text", "expected"), CITED.values(), ids=CITED)
def test_a_marker_is_read(text: str, expected: list[Cited]) -> None:
    assert cited(text) == expected


def test_a_page_of_a_note_that_shows_words_is_one_of_the_sentence() -> None:
    assert [marker.spoken for marker in article("As [[@a|Lee]] says. It is so [[@b]].").markers] == [True, False]
