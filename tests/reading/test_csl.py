"""CSL JSON -> references."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Reference
from graph.reading.csl import CSL_FIELDS, CSL_TYPES, read_csl
from graph.reading.joined_library import Library
from graph.references.names import Name


def read_json(text: str) -> Library:
    library = Library("a.json")
    read_csl(text, library)
    return library


def one(**variables: Any) -> Reference:
    library = read_json(json.dumps([{"id": "a", "type": "article-journal", **variables}]))
    assert library.problems == []
    return library.references["a"]


@pytest.mark.parametrize(("variable", "name"), CSL_FIELDS.items())
def test_every_variable(variable: str, name: str) -> None:
    assert one(**{variable: "text"}).fields[name] == "text"


@pytest.mark.parametrize(("kind", "name"), [*CSL_TYPES.items(), ("song", "misc")])
def test_every_type(kind: str, name: str) -> None:
    assert one(type=kind).type == name


@pytest.mark.parametrize(
    ("variable", "value", "name", "text"),
    [
        ("issued", {"date-parts": [[2015, 3, 5]]}, "date", "2015-03-05"),
        ("issued", {"date-parts": [["2015"]]}, "year", "2015"),
        ("issued", {"date-parts": [[2015, 3], [2016, 1]]}, "date", "2015-03/2016-01"),
        ("issued", {"raw": "2015"}, "year", "2015"),
        ("issued", "2015-03", "date", "2015-03"),
        ("issued", {"date-parts": [[None]], "literal": "2015"}, "year", "2015"),
        ("accessed", {"date-parts": [[2020, 2, 29]]}, "urldate", "2020-02-29"),
        ("title", "The <i>in vivo</i> H<sub>2</sub>O", "title", "The in vivo H2O"),
        ("title", "p < 0.05 > x", "title", "p < 0.05 > x"),
        ("abstract", "<jats:p>Long.</jats:p>", "abstract", "Long."),
        ("abstract", "two\n lines", "abstract", "two lines"),
        ("volume", 18, "volume", "18"),
        ("title", ["A", "B"], "title", "A; B"),
        ("custom", {"a": 1}, "a", "1"),
        ("note", "x\nPMID: 123", "pmid", "123"),
        ("note", "standard_id: doi:10.1/x", "standard_id", "doi:10.1/x"),
        ("container-title", "Sleep", "journal", "Sleep"),
        ("author", "WHO", "author", "WHO"),
    ],
)
def test_values(variable: str, value: Any, name: str, text: str) -> None:
    assert one(**{variable: value}).fields[name] == text


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"family": "Gupta", "given": "R"}, Name("Gupta", "R")),
        ({"literal": "WHO"}, Name(literal="WHO")),
        ({"family": "Berg", "given": "J", "non-dropping-particle": "van der"}, Name("Berg", "J", "van der")),
        ({"family": "Berg", "dropping-particle": "von", "suffix": "Jr"}, Name("Berg", "", "von", "Jr")),
        ({"family": "van Gogh", "given": "V"}, Name("Gogh", "V", "van")),
        ({"given": "Plato"}, Name("Plato")),
    ],
)
def test_names(person: dict[str, str], name: Name) -> None:
    assert one(author=[person]).facts.names == (name,)


def test_others_cut_the_list() -> None:
    assert one(author=[{"family": "Gupta"}, {"literal": "others"}]).et_al


def test_a_field_is_where_its_name_stands() -> None:
    text = '[\n  {\n    "id": "a",\n    "title": "\\"DOI\\": no",\n    "DOI": "10.1/x"\n  }\n]'
    reference = read_json(text).references["a"]
    assert (reference.place.line, reference.at("doi").line, reference.at("title").line) == (3, 5, 4)


@pytest.mark.parametrize("text", ['{"id": "a"}', '{"items": [{"id": "a"}]}', '{"references":[{"id": "a"}], "x": 1}'])
def test_a_list_may_be_wrapped_or_left_out(text: str) -> None:
    assert list(read_json(text).references) == ["a"]


def test_a_record_without_an_id_gets_a_key() -> None:
    assert list(read_json('[{"title": "Legs", "issued": {"raw": "2015"}}]').references) == ["legs2015"]


def test_a_broken_record_does_not_cost_those_behind_it() -> None:
    library = read_json('[\n  {"id": "a"},\n  {"id": "b" "title"},\n  {"id": "c"}\n]')
    assert list(library.references) == ["a", "c"]
    assert [(each.place.line, each.unread) for each in library.problems] == [(3, 1)]
    assert library.references["c"].place.line == 4


def test_records_that_are_lost_are_counted() -> None:
    library = read_json('[{"id": "a"}, {"id": "b" "x"}, {"id": "c"}]')
    assert (list(library.references), [each.unread for each in library.problems]) == (["a"], [2])


@pytest.mark.parametrize("item", ["3", '"text"', "[1]", "null", "[" * 5000, "1" * 5000])
def test_what_is_no_record_is_reported(item: str) -> None:
    assert [each.unread for each in read_json(f"[{item}]").problems][:1] == [1]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["author", "issued", "date-parts", "family"]), inner)
    ),
    max_leaves=8,
)


def test_a_date_of_signs_alone_stays_as_it_is_written() -> None:
    (reference,) = read_json(json.dumps([{"id": "a", "issued": "-/"}])).references.values()
    assert reference.fields["date"] == "-/"


@given(
    st.dictionaries(
        st.sampled_from(["id", "type", "title", "author", "issued", "note", "DOI", "number", "issue"]), JSON
    )
)
def test_any_values_are_read_without_an_exception(item: dict[str, Any]) -> None:
    library = read_json(json.dumps([item]))
    assert len(library.references) + sum(each.unread for each in library.problems) == 1
