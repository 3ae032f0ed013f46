"""CSL in YAML -> references, in a file and in the header of an article."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading import parse
from graph.reading.library_formats import LIBRARY_FORMATS, format_of, join_references
from graph.reading.limits import Limits
from graph.references.names import Name

PANDOC = """\
---
nocite: "[@*]"
references:
- author:
  - family: Lee
    given: Ann
  container-title: Journal of Sleep
  id: lee2015
  issued: 2015-05
  title: Iron and the sleep of [Mice]{.nocase}
  type: article-journal
- id: kaza2018
  type: book
...
"""


def one(written: str) -> Reference:
    library = join_references([(f"references:\n- id: a\n  {written}\n", "refs.yaml")])
    assert library.problems == []
    return library.references["a"]


def test_what_pandoc_writes_is_read_with_its_lines() -> None:
    library = join_references([(PANDOC, "refs.yaml")])
    lee, kaza = library.references.values()
    assert (lee.key, lee.type, lee.title, lee.journal) == (
        "lee2015",
        "article",
        "Iron and the sleep of Mice",
        "Journal of Sleep",
    )
    assert (lee.facts.names, lee.fields["date"]) == ((Name("Lee", "Ann"),), "2015-05")
    assert (lee.place.line, lee.at("title").line, lee.at("author").line, kaza.place.line) == (4, 10, 4, 12)
    assert library.problems == []


@pytest.mark.parametrize(
    "text",
    [
        "references:\n- id: a",
        "references:  # ours\n\n  - id: a",
        "references:\n-\n  id: a",
        "title: x\nreferences:\n- title: x\n  id: a",
        "references: [{id: a}]",
        "- id: a",
        "---\n# ours\n- title: x\n  id: a",
    ],
)
def test_a_list_of_records_is_told_by_its_content(text: str) -> None:
    assert format_of(text, "any.name").name == "CSL YAML"
    assert list(join_references([(text, "any.name")]).references) == ["a"]


@pytest.mark.parametrize(
    "text",
    ["References:\n- Lee A. Tea. 2015.", "references:\n- https://a.org", "- Author: no", "project:\n  name: book"],
)
def test_other_lists_are_none(text: str) -> None:
    assert format_of(text, "any.name").name == "a list in plain text"


@pytest.mark.parametrize("end", ["", ".json"])
def test_json_stays_json(end: str) -> None:
    assert format_of('{"references": [{"id": "a"}]}', f"refs{end}").name == LIBRARY_FORMATS[0].name


@pytest.mark.parametrize(
    ("written", "field", "text"),
    [
        ("issued: 2015", "year", "2015"),
        ("issued: {year: 2015, month: 5, day: 03}", "date", "2015-05-03"),
        ("issued: [{year: 2015}, {year: 2016, month: 1}]", "date", "2015/2016-01"),
        ("issued:\n    date-parts:\n    - - 2015\n      - 5", "date", "2015-05"),
        ("issued: 2015-05-01/2015-05-03", "date", "2015-05-01/2015-05-03"),
        ("accessed: 2015-05-03", "urldate", "2015-05-03"),
        ("author: ['López, Luis', WHO]", "author", "López, Luis and WHO"),
        ("volume: 010", "volume", "010"),
        (r"title: '*E. coli* in **H~2~O** at 10^3^ \[v1.0\]'", "title", "E. coli in H2O at 103 [v1.0]"),
        (r"title: 'HLA-A\*02 and HLA-B\*07, 2 * 3 * 4'", "title", "HLA-A*02 and HLA-B*07, 2 * 3 * 4"),
        (r"title: 'a_b_c ~ d'", "title", "a_b_c ~ d"),
        (r"DOI: '10.1000/a*b*\_c'", "doi", "10.1000/a*b*_c"),
        ("title: !!str No", "title", "No"),
        ("publisher: [A, '*B*']", "publisher", "A; B"),
    ],
)
def test_a_value_is_read_as_pandoc_reads_it(written: str, field: str, text: str) -> None:
    assert one(written).fields[field] == text


def test_what_is_no_record_is_reported() -> None:
    library = join_references([("references:\n- id: a\n- Lee 2015\n", "refs.yaml")])
    (problem,) = library.problems
    assert (problem.rule, problem.place.line, problem.unread, problem.text) == ("unparsed-entry", 3, 1, "- Lee 2015")


def test_a_key_of_two_records_is_reported() -> None:
    library = join_references([("references:\n- id: a\n  title: b\n- id: a\n  title: c\n", "refs.yaml")])
    assert [(each.rule, each.place.line) for each in library.problems] == [("duplicate-key", 4)]


def test_records_beyond_the_limit_are_counted() -> None:
    library = join_references([("- id: a\n- id: b\n- id: c\n", "refs.yaml")], Limits(entries=1))
    assert (list(library.references), [each.unread for each in library.problems]) == (["a"], [2])


def test_an_article_has_the_references_of_its_header() -> None:
    text = f"{PANDOC.replace('...', '---')}\nIron helps [@lee2015]. So it is said [@kaza2018].\n"
    evidence = parse([], text, files=["paper.md"])
    assert [str(each.place) for each in evidence.references.values()] == ["paper.md:4", "paper.md:12"]
    assert [each.citations[0].reference for each in evidence.claims.values()] == ["lee2015", "kaza2018"]
    assert evidence.problems == ()
