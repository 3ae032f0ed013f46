"""The header of a Markdown file."""

from __future__ import annotations

import time

import pytest

from graph.reading.articles import sentences_of
from graph.reading.articles.header import read_header
from tests.reading.articles.markdown import article


def test_the_header_says_title_date_and_bibliographies() -> None:
    read = article(
        '---\ntitle: "Coffee: why"\ndate: 2026-01-31\nbibliography: [a.bib, "b.bib"]\n---\n\n# Sleep\n\nIt is.'
    )
    assert (read.about.title, read.about.date, read.bibliographies) == ("Coffee: why", "2026-01-31", ("a.bib", "b.bib"))
    assert read.passages[0].headings == ("Sleep",)


@pytest.mark.parametrize("header", ["bibliography: a.bib", "bibliography:\n  - a.bib", "bibliography:\n- 'a.bib'"])
def test_a_bibliography_is_named_in_any_form(header: str) -> None:
    assert article(f"---\n{header}\n---\n").bibliographies == ("a.bib",)


def test_a_title_in_quotation_marks_may_have_two_lines() -> None:
    assert article("---\ntitle: \"'Tea': and\n  sleep\"\n---\n\nTea wakes.\n").about.title == "'Tea': and sleep"


def test_a_title_is_as_a_reader_sees_it() -> None:
    assert article("---\ntitle: '`mRNA` and *E. coli*'\n---\n\nTea wakes.\n").about.title == "mRNA and E. coli"


@pytest.mark.parametrize(
    ("abstract", "places"),
    [
        ("abstract: |\n  Tea is *hot* [@lee2010].\n\n  So is it.", [(3, 3), (5, 3)]),
        ('abstract: "Tea is hot [@lee2010].\n  So is it."', [(2, 12), (3, 3)]),
        ("abstract: Tea is hot [@lee2010]. So is it.", [(2, 11), (2, 34)]),
    ],
)
def test_the_abstract_in_a_header_is_prose(abstract: str, places: list[tuple[int, int]]) -> None:
    read = article(f"---\n{abstract}\ntitle: Tea\n---\nThen this.\n\n# Milk\n\nAnd this.")
    sentences = list(sentences_of(read))
    assert [(each.text, each.passage.headings) for each in sentences] == [
        ("Tea is hot.", ("Abstract",)),
        ("So is it.", ("Abstract",)),
        ("Then this.", ()),
        ("And this.", ("Milk",)),
    ]
    assert [(each.line, each.column) for each in sentences][:2] == places


def test_the_title_stands_below_an_abstract_in_the_header() -> None:
    read = article("---\nabstract: It is hot.\n---\n# Tea\n\n## Green\n\nSo is this.")
    assert read.about.title == "Tea"
    assert [each.headings for each in read.passages] == [("Abstract",), ("Green",)]


def test_a_header_in_toml_says_title_date_and_bibliographies() -> None:
    read = article('+++\ntitle = "Tea"\ndate = 2026-01-31\nbibliography = ["a.bib"]\n+++\n\nIt is.')
    assert (read.about.title, read.about.date, read.bibliographies) == ("Tea", "2026-01-31", ("a.bib",))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-01-31", "2026-01-31"),
        ("5 May 2026", "5 May 2026"),
        ("last-modified", ""),
        ("today", ""),
        ('"`r format(Sys.time(), "%d %B %Y")`"', ""),
        ('"`r Sys.Date() - 1`"', ""),
        (r"\today", ""),
    ],
)
def test_a_date_is_one_that_is_stated(written: str, date: str) -> None:
    header, _ = read_header(f"---\ntitle: Tea\ndate: {written}\n---\n\nIt is so.\n")
    assert (header.title, header.date) == ("Tea", date)


REFERENCES = "references:\n- id: lee2015\n  title: Iron\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"---\n{REFERENCES}---\n\nTea wakes.", 3),
        (f"---\ntitle: Tea\n{REFERENCES}...\n\nTea wakes.", 4),
        (f"Tea wakes.\n\n---\n{REFERENCES}---\n", 5),
        (f"---\ntitle: Tea\n---\n\nTea wakes.\n\n---\nnote: x\n{REFERENCES}...\n", 10),
        (f"Tea wakes.\n\n---\n\n---\n{REFERENCES}...\n", 7),
    ],
)
def test_references_stand_in_the_header_or_in_a_block_like_it(text: str, line: int) -> None:
    read = article(text)
    assert [(each.key, each.place.line) for each in read.references] == [("lee2015", line)]
    assert [sentence.text for sentence in sentences_of(read)] == ["Tea wakes."]


@pytest.mark.parametrize(
    "text",
    [
        "---\nreferences: true\n---\n\nTea wakes.",
        "---\nreferences:\n- https://a.org\n---\n\nTea wakes.",
        "---\nreferences:\n- title: Iron\n---\n\nTea wakes.",
        "```\n---\nreferences:\n- id: a\n---\n```\n\nTea wakes.",
    ],
)
def test_other_lists_in_a_header_are_no_references_that_can_be_cited(text: str) -> None:
    read = article(text)
    assert (read.references, read.problems) == ((), ())


def test_a_record_of_a_header_that_cannot_be_read_is_reported_where_it_stands() -> None:
    read = article("---\nreferences:\n- id: a\n  title: B: C\n- id: d\n---\n\nTea wakes.")
    assert [each.key for each in read.references] == ["d"]
    assert [(each.place.line, each.unread) for each in read.problems] == [(3, 1)]


@pytest.mark.parametrize("unit", ["---\na: b\n\n", "\n---\na: b\n---\n", "---\n", "\n---\nreferences:\n- id: a\n"])
def test_the_time_for_blocks_grows_with_the_text_alone(unit: str) -> None:
    started = time.process_time()
    read_header(unit * 20_000)
    assert time.process_time() - started < 5
