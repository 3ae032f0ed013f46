"""EndNote's tagged files -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.libraries.refer import REFER_FIELDS, REFER_TYPES
from graph.reading.library_formats import join_references

SCHOLAR = """%0 Journal Article
%T Iron and the sleep of mice
%A Lee, Ann
%A van der Kim, Bob
%J Journal of Sleep
%V 3
%N 2
%P 1-9
%@ 1234-5678
%D 2015
%I Elm
"""


def only(text: str) -> Reference:
    library = join_references([(text, "a.enw")])
    assert library.problems == []
    (reference,) = library.references.values()
    return reference


def test_what_google_scholar_writes_is_read() -> None:
    reference = only(SCHOLAR)
    assert (reference.key, reference.type, reference.title) == ("lee2015", "article", "Iron and the sleep of mice")
    assert [name.short for name in reference.facts.names] == ["Lee", "van der Kim"]
    assert (
        dict(reference.fields).items() >= {"journal": "Journal of Sleep", "issn": "1234-5678", "year": "2015"}.items()
    )


@pytest.mark.parametrize(("tag", "field"), REFER_FIELDS.items())
def test_every_tag(tag: str, field: str) -> None:
    reference = only(f"%0 Generic\n%{tag} text\n")
    assert (reference.fields.get(field), reference.at(field).line) == ("text", 2)


@pytest.mark.parametrize(("written", "kind"), [*REFER_TYPES.items(), ("Artwork", "misc"), ("Generic", "misc")])
def test_every_kind_of_work(written: str, kind: str) -> None:
    assert only(f"%0 {written.title()}\n%T Iron\n").type == kind


@pytest.mark.parametrize(
    ("lines", "field", "text"),
    [
        ("%R doi:10.1000/a", "doi", "doi:10.1000/a"),
        ("%R Report 7", "refer-r", "Report 7"),
        ("%@ 978-3-16-148410-0", "isbn", "978-3-16-148410-0"),
        ("%X Long\ntext", "abstract", "Long text"),
        ("%F lee:iron\n%T Iron", "title", "Iron"),
        ("%B Legs", "booktitle", "Legs"),
    ],
)
def test_what_a_tag_may_hold(lines: str, field: str, text: str) -> None:
    assert only(f"%0 Generic\n{lines}\n").fields.get(field) == text


def test_a_label_is_the_key() -> None:
    assert only("%0 Book\n%F iron\n%T Iron\n").key == "iron"


def test_records_without_a_type_end_at_an_empty_line() -> None:
    library = join_references([("%A Lee, Ann\n%T Iron\n%J Sleep\n\n%A Day, Cee\n%T Legs\n%B Sleep\n", "a.enw")])
    assert [(each.title, each.type) for each in library.references.values()] == [
        ("Iron", "article"),
        ("Legs", "incollection"),
    ]


def test_what_stands_in_no_record_is_told() -> None:
    library = join_references([("My list\n%0 Book\n%T Iron\n", "a.enw")])
    assert [(each.place.line, each.rule) for each in library.problems] == [(1, "unparsed-entry")]


@pytest.mark.parametrize("comment", ["%This file was made by a program", "%A list of mine", "%Titles are short"])
def test_a_comment_makes_no_bibliography_one_of_these(comment: str) -> None:
    assert only(f"{comment}\n@book{{a, title = {{Iron}}}}\n").key == "a"
