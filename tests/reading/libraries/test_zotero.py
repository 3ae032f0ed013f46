"""Zotero's own items in JSON -> references."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.libraries.zotero import AUTHORS, PARTS_OF_ITEMS, ZOTERO_FIELDS, ZOTERO_TYPES, csl_record
from graph.reading.library_formats import format_of, join_references
from graph.references.names import Name

LEE = """\
{
  "config": {"id": "x", "options": {"items": 1}},
  "collections": {},
  "items": [
    {
      "key": "AAA",
      "itemType": "journalArticle",
      "title": "Iron and the <i>sleep</i> of mice",
      "creators": [
        {"creatorType": "author", "lastName": "Lee", "firstName": "Ann"},
        {"creatorType": "author", "name": "WHO"},
        {"creatorType": "editor", "lastName": "Roe", "firstName": "Jo"},
        {"creatorType": "translator", "lastName": "Doe", "firstName": "Al"}
      ],
      "publicationTitle": "Journal of Sleep",
      "date": "2015-05-03",
      "accessDate": "2020-01-02T03:04:05Z",
      "DOI": "10.1000/abc",
      "extra": "PMID: 123",
      "tags": [{"tag": "iron"}, {"tag": "sleep"}],
      "citationKey": "lee2015",
      "attachments": [{"itemType": "attachment", "title": "PDF"}]
    },
    {"itemType": "note", "note": "mine"}
  ]
}
"""


def read_text(text: str) -> Library:
    return join_references([(text, "items.json")])


def one(**fields: Any) -> Reference:
    library = read_text(
        json.dumps({"items": [{"itemType": "journalArticle", "title": "T", "citationKey": "a", **fields}]})
    )
    assert library.problems == []
    return library.references["a"]


def test_what_better_bibtex_exports_is_read() -> None:
    library = read_text(LEE)
    (reference,) = library.references.values()
    assert (reference.key, reference.type, reference.place.line, library.problems) == ("lee2015", "article", 5, [])
    assert reference.fields == {
        "author": "Lee, Ann and WHO",
        "editor": "Roe, Jo",
        "translator": "Doe, Al",
        "title": "Iron and the sleep of mice",
        "journal": "Journal of Sleep",
        "date": "2015-05-03",
        "urldate": "2020-01-02",
        "doi": "10.1000/abc",
        "note": "PMID: 123",
        "keywords": "iron; sleep",
        "pmid": "123",
    }
    assert [reference.at(name).line for name in ("title", "author", "doi", "keywords")] == [8, 9, 18, 20]


@pytest.mark.parametrize(
    "text",
    [
        '{"config": {}, "items": []}',
        '{"items": [{"itemType": "book"}]}',
        '[{"key": "A", "data": {"itemType": "book"}}]',
        '{"itemType": "book"}',
    ],
)
def test_items_of_zotero_are_told_by_their_types(text: str) -> None:
    assert format_of(text, "any.name").name == "Zotero's JSON"


@pytest.mark.parametrize("text", ['[{"id": "a", "type": "book"}]', '{"items": [{"id": "a"}]}', "[]", "{" * 50_000])
def test_other_json_is_csl(text: str) -> None:
    assert format_of(text, "any.name").name in {"CSL JSON", "a list in plain text"}


@pytest.mark.parametrize(("kind", "name"), ZOTERO_TYPES.items())
def test_every_type_of_item(kind: str, name: str) -> None:
    assert csl_record({"itemType": kind})["type"] == name


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("journalArticle", "article"),
        ("bookSection", "incollection"),
        ("conferencePaper", "inproceedings"),
        ("thesis", "phdthesis"),
        ("preprint", "unpublished"),
        ("webpage", "online"),
        ("computerProgram", "software"),
    ],
)
def test_types_that_matter_are_those_of_bibtex(kind: str, name: str) -> None:
    assert one(itemType=kind).type == name


@pytest.mark.parametrize(("field", "name"), ZOTERO_FIELDS.items())
def test_every_field_of_an_item(field: str, name: str) -> None:
    assert csl_record({field: "text"})[name] == "text"


@pytest.mark.parametrize("role", sorted(AUTHORS))
def test_whoever_made_it_is_the_author(role: str) -> None:
    assert one(creators=[{"creatorType": role, "lastName": "Lee", "firstName": "A"}]).facts.names == (Name("Lee", "A"),)


@pytest.mark.parametrize("kind", sorted(PARTS_OF_ITEMS))
def test_what_belongs_to_an_item_is_no_reference(kind: str) -> None:
    text = json.dumps([{"itemType": "book", "title": "Tea"}, {"itemType": kind, "title": "PDF"}])
    assert list(read_text(text).references) == ["tea"]


def test_the_key_may_stand_in_the_extra_field() -> None:
    assert list(read_text('[{"itemType": "book", "extra": "PMID: 1\\nCitation Key: tea"}]').references) == ["tea"]


def test_an_item_of_the_api_is_what_its_data_say() -> None:
    text = '[{"key": "A", "meta": {}, "data": {"itemType": "book", "title": "Tea", "citationKey": "tea"}}]'
    assert read_text(text).references["tea"].title == "Tea"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["creatorType", "lastName", "tag", "name"]), inner),
    max_leaves=8,
)
MEMBERS = st.sampled_from(["itemType", "creators", "tags", "date", "extra", "title", "citationKey", "data", "pages"])


@given(st.dictionaries(MEMBERS, JSON))
def test_no_item_raises(item: dict[str, Any]) -> None:
    library = read_text(json.dumps({"config": {}, "items": [item]}))
    kind = (item["data"] if isinstance(item.get("data"), dict) else item).get("itemType")
    lost = 0 if isinstance(kind, str) and kind in PARTS_OF_ITEMS else 1
    assert len(library.references) + sum(each.unread for each in library.problems) == lost
