"""What a page of wikitext cites: notes, short notes, and the sources that both lead to."""

from __future__ import annotations

import pytest

from graph.model import File
from graph.reading import parse, read_files
from graph.reading.articles import Cited, sentences_of
from tests.reading.articles.wikitext import ROTH, SMITH, article, only, unread

SOURCES = f"\n== Sources ==\n* {SMITH}\n* {ROTH}\n"
MARKERS = {
    "a source": (f"So.<ref>{ROTH}</ref>", [Cited("roth2011")]),
    "a name": (f"So.<ref name=r/> Or.{{{{reflist|refs=<ref name=r>{ROTH}</ref>}}}}", [Cited("roth2011")]),
    "a name in quotes": (
        f'So.<ref name="r 1" /><references><ref name="r 1">{ROTH}</ref></references>',
        [Cited("roth2011")],
    ),
    "a name that is nowhere": ("So.<ref name=r />", [Cited("r")]),
    "two sources in a note": (f"So.<ref>{ROTH}; {SMITH}</ref>", [Cited("roth2011"), Cited("smith2010")]),
    "what is said before": (f"So.<ref>But see {ROTH}</ref>", [Cited("roth2011", prefix="But see")]),
    "what is said behind": (
        f"So.<ref>{ROTH}, p. 33. A fine one.</ref>",
        [Cited("roth2011", "", "", "p. 33", "A fine one")],
    ),
    "a page behind": (f"So.<ref>{ROTH}</ref>{{{{rp|45}}}}", [Cited("roth2011", locator="p. 45")]),
    "pages behind": (f"So.<ref>{ROTH}</ref>{{{{rp|45–47}}}}", [Cited("roth2011", locator="pp. 45–47")]),
    "a named page behind": (f"So.<ref>{ROTH}</ref>{{{{rp|at=ch. 2}}}}", [Cited("roth2011", locator="ch. 2")]),
    "r": (f"So.{{{{r|r|p=3}}}}{{{{refs|<ref name=r>{ROTH}</ref>}}}}", [Cited("roth2011", locator="p. 3")]),
    "sfn": ("So.{{sfn|Smith|Jones|2010|p=5}}" + SOURCES, [Cited("smith2010", locator="p. 5")]),
    "sfn of the first name alone": ("So.{{sfn|Smith|2010|pp=5–7}}" + SOURCES, [Cited("smith2010", locator="pp. 5–7")]),
    "sfn of nothing": ("So.{{sfn|Who|1999}}" + SOURCES, [Cited("who1999")]),
    "sfnm": (
        "So.{{sfnm|1a1=Smith|1a2=Jones|1y=2010|1p=3|2a1=Roth|2a2=Day|2y=2011}}" + SOURCES,
        [Cited("smith2010", locator="p. 3"), Cited("roth2011")],
    ),
    "harvnb in a note": ("So.<ref>See {{harvnb|Roth|Day|2011}}.</ref>" + SOURCES, [Cited("roth2011", prefix="See")]),
    "an anchor of its own": (
        "So.{{sfn|WHO|2001}}\n== Sources ==\n* {{cite web|title=Report|ref={{harvid|WHO|2001}}}}",
        [Cited("report")],
    ),
    "an anchor of a name alone": (
        "So.{{sfn|Board|2001}}\n== Sources ==\n* {{cite web|title=Report|year=2001|ref=Board}}",
        [Cited("report2001")],
    ),
    "a short note in words": (
        "So.<ref>Smith & Jones 2010, p. 9.</ref>" + SOURCES,
        [Cited("smith2010", locator="p. 9")],
    ),
    "a short note in words without a year": (
        "So.<ref>Smith and Jones, pp. 9, 12.</ref>" + SOURCES,
        [Cited("smith2010", locator="pp. 9, 12")],
    ),
    "one that may mean two sources": (
        "So.<ref>Roth, p. 9</ref>" + SOURCES + "* {{cite book|last=Roth|year=1999|title=B}}\n",
        [Cited("1")],
    ),
    "a short note by its long name": (
        "So.<ref>{{Harvard citation no brackets|Roth|Day|2011|p=3}}</ref>" + SOURCES,
        [Cited("roth2011", locator="p. 3")],
    ),
    "a source in words": ("So.<ref>Brown T. Of hares. 1999.</ref>", [Cited("1")]),
    "a link before it that is not closed": (
        "A [[cat.<ref>{{cite book|last=Smith|year=2010|title=B]] C}}</ref>",
        [Cited("smith2010")],
    ),
    "a source in the sentence": (f"So says {ROTH}.", [Cited("roth2011")]),
    "a note of a group that only cites": (f'So.<ref group="note">See {ROTH}.</ref>', [Cited("roth2011")]),
    "a template as a note": (f"So.{{{{refn|{ROTH}}}}}", [Cited("roth2011")]),
    "a parser function as a note": (f"So.{{{{#tag:ref|{ROTH}|name=a}}}}", [Cited("roth2011")]),
}


@pytest.mark.parametrize(("text", "cited"), MARKERS.values(), ids=MARKERS)
def test_a_marker_is_read(text: str, cited: list[Cited]) -> None:
    found = article(text)
    assert ([*only(text).cited], found.problems) == (cited, ())


def test_two_notes_side_by_side_are_two_markers() -> None:
    assert len(list(article(f"So.<ref>{ROTH}</ref><ref>{SMITH}</ref>").markers)) == 2


def test_a_long_note_is_cut_in_the_quote() -> None:
    (sentence,) = sentences_of(article(f"So.<ref name=a>{ROTH}</ref>"))
    assert sentence.quote == "So.<ref name=a>...</ref>"


def test_harvtxt_is_a_word_of_the_sentence() -> None:
    evidence = parse([], "{{harvtxt|Smith|Jones|2010}} say so." + SOURCES, files=["a.wiki"])
    assert [each.text for each in evidence.claims.values()] == ["Smith and Jones 2010 say so."]


def test_the_same_template_twice_is_one_source() -> None:
    assert len(article(f"So.<ref>{ROTH}</ref> And so.<ref>{ROTH}</ref>").references) == 1


def test_two_notes_of_the_same_words_are_one_source() -> None:
    found = article("So.<ref>Brown T. Hares. 1999.</ref> And.<ref name=a>Brown T.  ''Hares''. 1999.</ref>")
    assert [each.label for each in found.listed] == ["1"]
    assert [[each.key for each in marker.cited] for marker in found.markers] == [["1"], ["1"]]


def test_sources_have_numbers_in_the_order_in_which_they_are_cited() -> None:
    found = article(f"So.<ref>{SMITH}</ref> And.<ref>Words. 1999.</ref> Or.<ref>{ROTH}</ref>")
    assert [(each.key, each.listed) for each in found.references] == [("smith2010", "1"), ("roth2011", "3")]
    assert [(each.label, each.text) for each in found.listed] == [("2", "Words. 1999.")]


def test_a_link_in_a_note_of_words_is_title_and_address() -> None:
    (listed,) = article("So.<ref>[https://x.org/a A page], Example, 2015</ref>").listed
    assert listed.text == '"A page" https://x.org/a, Example, 2015'


@pytest.mark.parametrize(
    ("template", "title"),
    [
        ("{{OED|hare|access-date=2 May 2012}}", "OED: hare"),
        ("{{RedBook2005|pages=248-49}}.", "RedBook2005"),
        ("{{IUCN|assessors=Lee, A.|year=2008|title=Lepus}}", "Lepus"),
        ("{{citation needed}} {{Kaynak|ad=Hare}}", "Kaynak: Hare"),
    ],
)
def test_a_template_of_one_source_is_called_as_it_is(template: str, title: str) -> None:
    found = article(f"So.<ref>{template}</ref> And.<ref>{template}</ref>\n\n== Sources ==\n* {template}\n")
    assert [each.title for each in found.references] == [title]
    assert [[each.key for each in marker.cited] for marker in found.markers] == [[found.references[0].key]] * 2


def test_a_template_that_says_what_short_notes_call_it_is_a_source() -> None:
    found = article("So.{{sfn|Lee|2005}}\n\n== Sources ==\n* {{MSW3 Lepus|id=1|ref={{harvid|Lee|2005}}}}, page 3\n")
    assert [[each.key for each in marker.cited] for marker in found.markers] == [[found.references[0].key]]


def test_what_short_notes_call_a_source_is_no_citation() -> None:
    found = article("So.\n== Sources ==\n* {{cite book|title=Tea|year=2001|ref={{SfnRef|Lee|2001}}}}\n")
    assert not found.problems


def test_a_list_in_words_can_be_named_by_short_notes() -> None:
    found = article(
        "So.{{sfn|Brown|Green|1999}}\n== Sources ==\n* Brown T, Green U. Of hares. J Hare. 1999;3(4):10-12."
    )
    assert [each.label for each in found.listed] == [each.key for each in next(found.markers).cited] == ["brown1999"]


UNREAD = {
    "a note that is not closed": ("So.<ref name=a> And.", "<ref name=a> And."),
    "an empty note": ("So.<ref></ref>", "<ref></ref>"),
    "a page of nothing": ("So.{{rp|3}}", "{{rp|3}}"),
}


@pytest.mark.parametrize(("text", "marker"), UNREAD.values(), ids=UNREAD)
def test_what_cannot_be_understood_is_reported(text: str, marker: str) -> None:
    found = article(text)
    assert (list(found.markers), unread(found)) == ([], [(marker, 1, "")])


def test_a_short_note_that_may_mean_two_sources_is_reported() -> None:
    books = "".join(f"\n* {{{{cite book|last=Doe|last2={each}|year=2010|title={each}}}}}" for each in ("Ray", "Fox"))
    assert unread(article(f"So.{{{{sfn|Doe|2010}}}}\n== Sources =={books}")) == [("{{sfn|Doe|2010}}", 1, "")]


NO_CLAIMS = {
    "an infobox": f"{{{{Infobox hare|size=3<ref>{ROTH}</ref>}}}}\nSo.",
    "a heading": f"So.\n== Causes<ref>{ROTH}</ref> ==\nSo.",
    "a list of sources": f"So.\n== Sources ==\n* Brown.<ref>{ROTH}</ref>",
    "a gallery": f"So.\n<gallery>\nA.jpg|A hare<ref>{ROTH}</ref>\n</gallery>",
}


@pytest.mark.parametrize("text", NO_CLAIMS.values(), ids=NO_CLAIMS)
def test_a_marker_where_no_claim_is_made_is_reported(text: str) -> None:
    found = article(text)
    assert (list(found.markers), [each[1:] for each in unread(found)]) == ([], [(1, "info")])


def test_a_claim_says_what_it_cites() -> None:
    files = [File("a.wiki", f"== Ears ==\nThey are long.<ref>{ROTH}</ref>{{{{rp|7}}}}".encode(), "claims")]
    (claim,) = read_files(files).claims.values()
    assert (claim.cause, [(each.reference, each.locator) for each in claim.citations]) == (
        "Ears",
        [("roth2011", "p. 7")],
    )
