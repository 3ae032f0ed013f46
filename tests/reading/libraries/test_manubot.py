"""Manubot's table of citations gives other names of references."""

from __future__ import annotations

import pytest

from graph.reading import parse

RECORDS = '[{"id": "13bxiY1vo", "type": "article-journal", "title": "T", "URL": "https://arxiv.org/abs/1609.08144v2"}]'
ARTICLE = "Coffee\n======\n\nIt is so [@{}].\n"
TABLE = "input_id\tdealiased_id\tstandard_id\tshort_id\ntag:Wu2016\tarxiv:1609.08144\tarxiv:1609.08144\t13bxiY1vo\n"


def cited(key: str, *libraries: str) -> list[str]:
    return [each.reference for each in parse(libraries, ARTICLE.format(key)).citations()]


@pytest.mark.parametrize(
    ("key", "libraries", "expected"),
    [
        ("tag:Wu2016", (RECORDS, TABLE), "13bxiY1vo"),
        ("tag:Wu2016", (TABLE, RECORDS), "13bxiY1vo"),
        ("tag:Wu2016", (RECORDS,), "tag:Wu2016"),
        ("tag:other", (RECORDS, TABLE), "tag:other"),
        ("arxiv:1609.08144", (RECORDS,), "13bxiY1vo"),
    ],
)
def test_what_a_manuscript_calls_a_work(key: str, libraries: tuple[str, ...], expected: str) -> None:
    assert cited(key, *libraries) == [expected]


def test_a_row_without_an_id_is_a_problem() -> None:
    evidence = parse((RECORDS, f"{TABLE}tag:torn\t\t\t\n"), ARTICLE.format("tag:torn"))
    (problem,) = (each for each in evidence.problems if each.unread)
    assert (problem.place.file, problem.place.line) == ("references-2.bib", 3)
    assert "lacks short_id" in problem.message
