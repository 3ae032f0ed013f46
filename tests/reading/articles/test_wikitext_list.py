"""The templates that Wikipedia lists a source with."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.articles.wikitext_list import CITE_FIELDS, CITE_TYPES, cite_reference, is_cite


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


def test_when_a_page_was_archived_is_no_date() -> None:
    assert "year" not in reference("cite web", date="20090312022528", title="A").fields


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
    "author with initials behind": ({"author": "Roth T. A."}, "Roth, T. A."),
    "author who is not named": ({"author": "et al."}, "others"),
    "with semicolons": ({"author": "Smith, Ann; Lee, B. C.; and Day, T."}, "Smith, Ann and Lee, B. C. and Day, T."),
    "with commas": ({"author": "Smith, A., Lee, B.C. and Day, T."}, "Smith, A. and Lee, B.C. and Day, T."),
    "with given names first": ({"author": "Ann Smith, Bo C. Lee and Tom Day"}, "Ann Smith and Bo C. Lee and Tom Day"),
    "authors in a row": ({"authors": "Ann J Smith, Bo Lee, and Tom Day"}, "Ann J Smith and Bo Lee and Tom Day"),
    "authors as medicine writes them": ({"authors": "Roth T, Day A-B"}, "Roth, T and Day, A-B"),
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
