"""Reading wikitext, as pages of Wikipedia are written."""

from __future__ import annotations

import random
import time

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.model import File, Reference
from graph.reading import parse, read_files
from graph.reading.article_formats import detect
from graph.reading.articles import ArticleText, Cited, Marker, Run, sentences_of
from graph.reading.articles.wikitext import read_wikitext
from graph.reading.articles.wikitext_list import CITE_FIELDS, CITE_TYPES, cite_reference, is_cite
from graph.reading.articles.wikitext_tokens import MAX_NESTED
from graph.reading.articles.wikitext_words import NOTES, SIGNS

SMITH = "{{cite book|last=Smith|first=Ann|last2=Jones|first2=B. C.|year=2010|title=The hare}}"
ROTH = "{{cite journal|vauthors=Roth T, Day A|date=3 May 2011|title=Sleep|journal=J. Sleep|doi=10.1000/x}}"


def article(text: str) -> ArticleText:
    return read_wikitext(File("a.wiki", text.encode()))


def only(text: str) -> Marker:
    (marker,) = article(text).markers
    return marker


def said(found: ArticleText, *kinds: str) -> list[str]:
    return [each.text for each in sentences_of(found) if each.passage.kind in (kinds or ("text", "item"))]


def unread(found: ArticleText) -> list[tuple[str, int, str]]:
    return [(each.text, each.unread, each.severity or "") for each in found.problems]


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


def test_a_template_that_nobody_knows_is_a_source_in_words() -> None:
    (listed,) = article("So.<ref>{{Literatur|Autor=Brown|Titel=Hasen}}</ref>").listed
    assert listed.text == "literatur. Brown. Hasen"


def test_what_is_only_recommended_is_a_group_of_its_own() -> None:
    found = article(f"So.\n== Further reading ==\n* {ROTH}\n* Brown T. Hares. 1999.")
    groups = [each.group for each in found.references], [each.group for each in found.listed]
    assert groups == (["further-reading"], ["further-reading"])


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


TORN = {
    "in a line": ("So.<ref>Brown, Hares.\nAnd.", ["So. And."]),
    "before another": ("So.<ref>Brown, Hares.<ref name=a/> And.", ["So.<ref name=a/> And."]),
    "with brackets over two lines": ("So.<ref>Brown, [[Hares|big\nhares]].\nAnd.", ["So. And."]),
    "before a source": (f"So.<ref>{ROTH} And.", [f"So.{ROTH[:60]}...}}}} And."]),
    "with the name of one that is": (
        "So.<ref name=a> And.<ref name=a>Brown, Hares.</ref>",
        ["So. And.<ref name=a>Brown, Hares.</ref>"],
    ),
}


@pytest.mark.parametrize(("text", "quotes"), TORN.values(), ids=TORN)
def test_the_words_of_a_note_that_is_not_closed_are_in_no_claim(text: str, quotes: list[str]) -> None:
    assert [" ".join(each.quote for each in sentences_of(article(text)))] == quotes
    assert any("is not closed" in each.message for each in article(text).problems)


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


@pytest.mark.parametrize("name", NOTES)
def test_what_an_editor_says_is_a_note_of_the_claim(name: str) -> None:
    evidence = parse(
        [],
        f"So it is.{{{{{name}|date=May 2019}}}}" if "span" not in name else f"{{{{{name}|So it is.}}}}",
        files=["a.wiki"],
    )
    (claim,) = evidence.claims.values()
    assert (claim.text, claim.note, claim.citations) == ("So it is.", NOTES[name], ())


def test_the_audit_says_that_a_citation_is_needed() -> None:
    evidence = parse([], "So it is.{{cn}}", files=["a.wiki"])
    (found,) = audit(evidence, Settings(select=("CLM001",))).findings
    assert "the article itself says 'citation needed'" in found.message


WORDS = {
    "a link": ("A [[cat]].", "A cat."),
    "a link with words": ("Two [[cat|big cat]]s.", "Two big cats."),
    "a link to another site": ("See [https://x.org this page].", "See this page."),
    "bold and italic": ("A '''bold''' ''word''.", "A bold word."),
    "an entity": ("A&nbsp;cat &amp; dog.", "A cat & dog."),
    "nowiki": ("A <nowiki>[[cat]]</nowiki>.", "A [[cat]]."),
    "a comment": ("A <!-- big -->cat.", "A cat."),
    "a tag": ("CO<sub>2</sub> is.", "CO2 is."),
    "a break": ("One<br />two.", "One two."),
    "a conversion": ("It has {{convert|3|kg|lb}}.", "It has 3 kg."),
    "a conversion of a range": ("It has {{cvt|3|to|5|kg}}.", "It has 3 to 5 kg."),
    "a word of another language": ("The {{lang|fr|chat}} is.", "The chat is."),
    "a template of one word": ("A {{nowrap|big [[cat]]}}.", "A big cat."),
    "a year": ("Since {{circa|1500}} it is.", "Since ca. 1500 it is."),
    "a template that shows nothing": ("A {{anchor|x}}cat.", "A cat."),
    "a category": ("A cat.[[Category:Cats]]", "A cat."),
    "brackets that are not closed": ("A [[cat is {{odd.", "A [[cat is {{odd."),
    "a switch": ("__NOTOC__A cat.", "A cat."),
}


@pytest.mark.parametrize(("text", "words"), WORDS.values(), ids=WORDS)
def test_words_are_as_a_reader_sees_them(text: str, words: str) -> None:
    assert said(article(text)) == [words]


@pytest.mark.parametrize("name", SIGNS)
def test_a_template_is_a_sign(name: str) -> None:
    (sentence,) = said(article(f"A{{{{{name}}}}}b."))
    assert sentence == " ".join(f"A{SIGNS[name]}b.".split())


KINDS = {
    "an item": ("* One", "item"),
    "an item of a numbered list": ("# One", "item"),
    "what is moved to the right": (": One", "text"),
    "a quotation": ("<blockquote>One</blockquote>", "quotation"),
    "a template of a quotation": ("{{blockquote|One|Somebody}}", "quotation"),
    "a caption": ("[[File:A.jpg|thumb|alt=Words|One]]", "caption"),
    "a row of a table": ('{| class="x"\n| style="y" | One\n|}', "table"),
    "a note of a group": ("<ref group=n>One</ref>", "note"),
    "a template of a note": ("{{efn|One}}", "note"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_a_passage_is_what_its_signs_say(text: str, kind: str) -> None:
    found = article(text)
    assert [(each.kind, words) for each, words in zip(found.passages, said(found, kind), strict=True)] == [
        (kind, "One")
    ]


def test_cells_are_words_of_a_row() -> None:
    found = article("{|\n|+ Title\n! Gene !! Odds\n|-\n| A || 1\n|}")
    assert said(found, "table") == ["Title Gene Odds", "A 1"]


def test_a_note_stands_behind_its_paragraph_and_once() -> None:
    found = article("So.{{efn|name=x|A note.}} And so.{{efn|name=x}}\n\nThen.")
    assert said(found, "text", "note") == ["So.", "And so.", "A note.", "Then."]


def test_a_line_with_a_comment_alone_ends_no_paragraph() -> None:
    assert len(article("One\n<!-- no -->\ntwo.").passages) == 1


def test_headings_are_a_path_and_the_title_is_what_is_bold_first() -> None:
    found = article("{{Infobox}}\n'''Hares''' are.\n== Causes ==\n=== Iron ===\nSo.\n== Ends ==\nSo.")
    assert found.about.title == "Hares"
    assert [each.headings for each in found.passages] == [(), ("Causes", "Iron"), ("Ends",)]


def test_what_is_left_out_is_counted() -> None:
    text = (
        "<math>x</math>{{anchor|x}}So.\n<gallery>A.jpg</gallery>\n<pre>x</pre>\n== See also ==\n* [[Cat]]\n* [[Dog]]\n"
    )
    left_out = {"formulas": 1, "templates": 1, "galleries": 1, "code blocks": 1, "lines of links": 2}
    assert (article(text).left_out, said(article(text))) == (left_out, ["So."])


def test_places_are_those_of_the_page() -> None:
    text = (
        "<!-- a\nb -->\n{{Infobox\n| a = b\n}}\nA [[big|large]] cat.<ref>\n{{cite book\n|title=A}}</ref> It\nis. {{cn}}"
    )
    found = article(text)
    lines = text.split("\n")
    for run in (run for passage in found.passages for run in passage.runs if isinstance(run, Run)):
        assert lines[run.line - 1][run.column - 1 :].startswith(run.text.split("\n")[0])
    assert [(each.line, each.column) for each in found.markers] == [(6, 21), (9, 5)]
    assert [each.place.line for each in found.references] == [7]


def reference(name: str, **values: str) -> Reference:
    return cite_reference(name, {each.replace("_", "-"): text for each, text in values.items()}, "a.wiki", 1)


@pytest.mark.parametrize(
    ("parameter", "field"), [each for each in CITE_FIELDS.items() if each[1] not in {"chapter", "journal"}]
)
def test_a_parameter_is_a_field(parameter: str, field: str) -> None:
    found = reference("cite book", **{parameter: "7"}).fields
    assert found[field] == ("PMC7" if field == "pmcid" else "7")


@pytest.mark.parametrize(("what", "kind"), CITE_TYPES.items())
def test_a_template_has_a_type(what: str, kind: str) -> None:
    assert reference(f"cite {what}", title="A").type == kind


CITATIONS = {
    "article": {"journal": "A"},
    "book": {"publisher": "A"},
    "online": {"url": "https://x.org"},
    "misc": {"title": "A"},
}


@pytest.mark.parametrize(("kind", "values"), CITATIONS.items())
def test_what_a_citation_is_its_fields_say(kind: str, values: dict[str, str]) -> None:
    assert reference("citation", **values).type == kind


PEOPLE = {
    "last and first": ({"last": "Smith", "first": "Ann"}, "Smith, Ann"),
    "numbers": ({"last2": "B", "first2": "Y", "last1": "A", "first1": "X"}, "A, X and B, Y"),
    "surname and given": ({"surname1": "Smith", "given1": "Ann"}, "Smith, Ann"),
    "author-last": ({"author-last": "Smith", "author-first": "Ann"}, "Smith, Ann"),
    "author1-last": ({"author1-last": "Smith", "author1-first": "Ann"}, "Smith, Ann"),
    "author": ({"author": "World Health Organization"}, "World Health Organization"),
    "author with a comma": ({"author": "Smith, Ann"}, "Smith, Ann"),
    "author as medicine writes it": ({"author": "Roth T"}, "Roth, T"),
    "with semicolons": ({"author": "Smith, Ann; Lee, B. C.; and Day, T."}, "Smith, Ann and Lee, B. C. and Day, T."),
    "with commas": ({"author": "Smith, A., Lee, B.C. and Day, T."}, "Smith, A. and Lee, B.C. and Day, T."),
    "with given names first": ({"author": "Ann Smith, Bo C. Lee and Tom Day"}, "Ann Smith and Bo C. Lee and Tom Day"),
    "two with commas": ({"author": "Van Dyke Ann, Bo Lee"}, "Van Dyke Ann, Bo Lee"),
    "several in one parameter": ({"author": "Roth T, de la Tour CG, et al."}, "Roth, T and de la Tour, CG and others"),
    "Vancouver": (
        {"vauthors": "Smith AB, ((WHO)), de la Tour C, et al"},
        "Smith, AB and WHO and de la Tour, C and others",
    ),
    "cut": ({"last": "Smith", "display-authors": "etal"}, "Smith and others"),
}


@pytest.mark.parametrize(("values", "people"), PEOPLE.values(), ids=PEOPLE)
def test_people_are_read(values: dict[str, str], people: str) -> None:
    assert reference("cite book", **values).fields["author"] == people


DATES = {
    "2010": ("2010", ""),
    "2010a": ("2010", ""),
    "12 May 2010": ("2010", "May"),
    "May 12, 2010": ("2010", "May"),
    "c. 1950": ("1950", ""),
}


@pytest.mark.parametrize(("text", "parts"), DATES.items())
def test_a_date_is_read(text: str, parts: tuple[str, str]) -> None:
    fields = reference("cite book", date=text).fields
    assert (fields["year"], fields.get("month", "")) == parts


def test_a_whole_date_is_one() -> None:
    assert reference("cite web", date="2010-05-12").fields["date"] == "2010-05-12"


def test_a_chapter_is_in_its_book() -> None:
    found = reference("cite book", title="Hares", chapter="Ears")
    assert (found.type, found.title, found.fields["booktitle"]) == ("incollection", "Ears", "Hares")


@pytest.mark.parametrize(("name", "is_one"), [("cite web", True), ("citation", True), ("citation needed", False)])
def test_a_template_is_a_source(name: str, is_one: bool) -> None:  # noqa: FBT001 - a case of a table
    assert is_cite(name) is is_one


SEEN = {"a note": "So.<ref>x</ref>", "a template": "So. {{Cite web|url=x}}", "a heading": "So.\n\n== Causes ==\nSo."}


@pytest.mark.parametrize("name", ["a", "a.txt", "a.wiki"])
@pytest.mark.parametrize("text", SEEN.values(), ids=SEEN)
def test_wikitext_is_told_by_what_is_in_it(text: str, name: str) -> None:
    found = detect(File(name, text.encode(), "claims"))
    assert found is not None
    assert found.reader == "wikitext.read_wikitext"


def test_a_claim_says_what_it_cites() -> None:
    files = [File("a.wiki", f"== Ears ==\nThey are long.<ref>{ROTH}</ref>{{{{rp|7}}}}".encode(), "claims")]
    (claim,) = read_files(files).claims.values()
    assert (claim.cause, [(each.reference, each.locator) for each in claim.citations]) == (
        "Ears",
        [("roth2011", "p. 7")],
    )


OPENERS = [
    "{{",
    "[[",
    "{{a|",
    "<ref>",
    "\n{|\n",
    "[http://a ",
    "<blockquote>",
    "[[a|{{b|",
    "<ref>{{cite book|title=",
    "<!-- -->\n",
    "== Coffee ==\n",
]


@pytest.mark.parametrize("opener", OPENERS)
def test_time_grows_with_the_text_alone(opener: str) -> None:
    start = time.process_time()
    article(opener * 20_000)
    assert time.process_time() - start < 5


CLOSED = [("{{", "}}"), ("[[", "]]"), ("{{efn|", "}}"), ("<blockquote>", "</blockquote>"), ("\n{|\n", "\n|}\n")]


@pytest.mark.parametrize(("opener", "closer"), CLOSED)
def test_what_is_nested_too_deep_is_text(opener: str, closer: str) -> None:
    found = article(opener * 20_000 + closer * 20_000)
    assert [each.message for each in found.problems] == [
        f"brackets are nested more than {MAX_NESTED} deep; those inside are read as text"
    ]


def test_no_damage_raises() -> None:
    choose = random.Random(9)  # noqa: S311 - the same on each run
    text = "\n\n".join(
        [*(each for each, _ in MARKERS.values()), *NO_CLAIMS.values(), *(each for each, _ in KINDS.values())]
    )
    for _ in range(100):
        start = choose.randrange(len(text))
        cut = text[:start] + text[start + choose.randrange(9) :]
        other = choose.randrange(len(text))
        article(cut[other:] + cut[:other])
