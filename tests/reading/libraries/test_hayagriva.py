"""Hayagriva's YAML -> references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.libraries.hayagriva import ARTICLES_IN, HAYAGRIVA_FIELDS, HAYAGRIVA_TYPES
from graph.reading.library_formats import format_of, join_references
from graph.references.names import Name

LEE = """\
lee2015:
  type: Article
  title:
    value: Iron and the sleep of {Mice}
    short: Iron
  author: ["Lee, Ann", "van der Berg, Jan, Jr."]
  date: 2015-05
  page-range: 3-9
  serial-number:
    issn: 1234-5678
    doi: 10.1000/abc
  url: { value: "https://a.org", date: 2020-01-02 }
  parent:
    type: Periodical
    title: Journal of Sleep
    volume: 3
    issue: 4
    publisher: Elm
"""


def read_text(text: str) -> Library:
    return join_references([(text, "refs.yml")])


def one(written: str) -> Reference:
    library = read_text(f"a:\n  type: article\n  {written}\n")
    assert library.problems == []
    return library.references["a"]


def test_an_article_is_read_with_its_journal_and_its_lines() -> None:
    library = read_text(LEE)
    reference = library.references["lee2015"]
    assert reference.fields == {
        "title": "Iron and the sleep of Mice",
        "shorttitle": "Iron",
        "author": "Lee, Ann and van der Berg, Jr., Jan",
        "date": "2015-05",
        "pages": "3-9",
        "issn": "1234-5678",
        "doi": "10.1000/abc",
        "url": "https://a.org",
        "urldate": "2020-01-02",
        "journal": "Journal of Sleep",
        "volume": "3",
        "number": "4",
        "publisher": "Elm",
    }
    assert [reference.at(name).line for name in ("title", "doi", "journal", "number")] == [3, 11, 15, 17]
    assert (reference.type, reference.place.line, library.problems) == ("article", 1, [])


@pytest.mark.parametrize(("kind", "name"), [*HAYAGRIVA_TYPES.items(), ("video", "misc"), ("misc", "misc")])
def test_every_type_of_work(kind: str, name: str) -> None:
    assert read_text(f"a:\n  title: b\n  type: {kind.title()}\n").references["a"].type == name


@pytest.mark.parametrize(("kind", "name"), [*ARTICLES_IN.items(), ("periodical", "article"), ("newspaper", "article")])
def test_an_article_is_what_its_parent_makes_it(kind: str, name: str) -> None:
    assert one(f"parent: [{{type: {kind}, title: b}}, {{type: video}}]").type == name


@pytest.mark.parametrize(("field", "name"), HAYAGRIVA_FIELDS.items())
def test_every_field_of_a_work(field: str, name: str) -> None:
    assert one(f"{field}: text").fields[name] == "text"


@pytest.mark.parametrize(
    ("written", "field", "text"),
    [
        ("title: {value: A, translation: B}", "translation", "B"),
        ("title: {value: A, shorthand: B}", "shorttitle", "B"),
        ("publisher: {name: Elm, location: Oslo}", "address", "Oslo"),
        ("publisher: {value: Elm, verbatim: true}", "publisher", "Elm"),
        ("date: ~2003-06-21", "date", "2003-06-21"),
        ("date: 2003", "year", "2003"),
        ("doi: 10.1000/a", "doi", "10.1000/a"),
        ("serial-number: {pmid: 12}", "pmid", "12"),
        ("serial-number: {arxiv: hep-th/9901001}", "eprint", "hep-th/9901001"),
        ("serial-number: 2003.13722", "eprint", "2003.13722"),
        ("serial-number: arXiv:2003.13722v2", "eprint", "2003.13722v2"),
        ("serial-number: e0193972", "eid", "e0193972"),
        ("author: {name: Watkins, given-name: Gloria Jean, alias: bell hooks}", "author", "Watkins, Gloria Jean"),
        ("author: UNICEF", "author", "UNICEF"),
        ("affiliated: [{role: Translator, names: ['Lee, Ann', Roe]}]", "translator", "Lee, Ann and Roe"),
        ("affiliated: {role: director, names: 'Lee, Ann'}", "director", "Lee, Ann"),
        ("affiliated: Roe", "affiliated", "Roe"),
        ("runtime: '01:42'", "runtime", "01:42"),
        ("language: de-DE", "language", "de-DE"),
    ],
)
def test_values_of_works(written: str, field: str, text: str) -> None:
    assert one(written).fields[field] == text


@pytest.mark.parametrize(
    ("parent", "field", "text"),
    [
        ("{title: B, volume: 2}", "volume", "1"),
        ("{title: B, volume: 2}", "parent-volume", "2"),
        ("{title: B, date: 2001}", "year", "2001"),
        ("{title: B, editor: ['Roe, Jo', 'Doe, Al']}", "editor", "Roe, Jo and Doe, Al"),
        ("{title: B, author: 'Roe, Jo'}", "parent-author", "Roe, Jo"),
        ("{title: B, doi: 10.1000/book}", "parent-doi", "10.1000/book"),
        ("{title: B, serial-number: {isbn: 978-0-20-189683-1}}", "isbn", "978-0-20-189683-1"),
        ("{title: B, note: C}", "parent-note", "C"),
        ("{title: B, parent: {title: C}}", "series", "C"),
    ],
)
def test_what_a_parent_says_is_said_of_a_work_that_does_not_say_it(parent: str, field: str, text: str) -> None:
    assert one(f"volume: 1\n  parent: {parent}").fields[field] == text


def test_a_chapter_without_an_author_has_that_of_its_book() -> None:
    chapter = read_text("a:\n  type: chapter\n  parent: {title: B, author: 'Roe, Jo'}\n").references["a"]
    assert (chapter.facts.names, chapter.fields["booktitle"]) == ((Name("Roe", "Jo"),), "B")


@pytest.mark.parametrize(
    "text", ["a:\n  title: b\n\n  type: Web\n", "---\n# ours\na b:\n\ttype: 'book'\n", "1:\n type: misc"]
)
def test_a_mapping_of_works_is_told_by_the_type_of_one(text: str) -> None:
    assert format_of(text, "any.name").name == "Hayagriva"


@pytest.mark.parametrize(
    "text", ["a:\n  type: string", "type: article\ntitle: b", "- a:\n  type: book", "a:\n\ntype: book"]
)
def test_other_mappings_are_no_works(text: str) -> None:
    assert format_of(text, "any.name").name == "a list in plain text"


def test_what_is_no_work_is_reported_and_costs_no_other() -> None:
    library = read_text(f"{LEE}lee2016: 2016\nroe2017:\n  type: Book\n  title: A: B\nlee2015:\n  type: book\n")
    assert sorted((each.place.line, each.rule, each.unread) for each in library.problems) == [
        (19, "unparsed-entry", 1),
        (20, "unparsed-entry", 1),
        (23, "duplicate-key", 1),
    ]


NAMES = st.sampled_from(["value", "title", "parent", "names", "role", "doi", "date", "name", "type", "given-name"])
VALUES = st.recursive(
    st.sampled_from(["a", "''", "2015", "~", "'Lee, A'", "{}", "[]"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]")
        | st.dictionaries(NAMES, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{name}: {value}" for name, value in pairs.items()) + "}"
        )
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    [*HAYAGRIVA_FIELDS, "type", "title", "author", "affiliated", "date", "url", "parent", "serial-number"]
)


@given(st.dictionaries(FIELDS, VALUES))
def test_no_value_of_a_work_raises(fields: dict[str, str]) -> None:
    text = "".join(f"  {name}: {value}\n" for name, value in fields.items())
    library = read_text(f"b:\n  type: book\na:\n  x: y\n{text}")
    assert len(library.references) + sum(each.unread for each in library.problems) == 2


@pytest.mark.parametrize(
    "text", ["a:\n" * 50_000, "a:\n" + " b\n" * 50_000, "a:\n" + "\n \n" * 50_000, "a:" + " " * 100_000]
)
def test_a_mapping_of_other_things_is_told_soon(text: str) -> None:
    assert format_of(text, "any.name").name == "a list in plain text"
