"""The numbers of arXiv in entries of lists."""

from __future__ import annotations

import pytest

from graph.reading.listed.numbers import take_arxiv
from graph.reading.records import Record


def taken(text: str) -> tuple[str, str]:
    record = Record("a.md", 1)
    left = take_arxiv(text, record)
    return record.fields.get("eprint", ""), left


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("arXiv:2001.01234v2", "2001.01234"),
        ("arXiv: 0709.4174 [hep-ph]", "0709.4174"),
        ("[arXiv:hep-th/0101001]", "hep-th/0101001"),
        ("[1207.7214]", "1207.7214"),
        ("[arXiv:1207.7214 [hep-ex]]", "1207.7214"),
        ("math.AG/0101001", "math.AG/0101001"),
        ("https://arxiv.org/abs/2001.01234 arXiv:2001.01234", "2001.01234"),
    ],
)
def test_a_number_is_taken_with_all_that_belongs_to_it(written: str, number: str) -> None:
    found, left = taken(f"Ann Lee, {written}")
    assert (found, left.strip(" ]")) == (number, "Ann Lee,")


@pytest.mark.parametrize(
    "text",
    ["10.48550/arXiv.1303.3997", "[2015.1234]", "pages 1101.12345", "https://a.org/cs/0101001", "arXiv preprint"],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert taken(text) == ("", text)


def test_the_first_of_several_works_is_the_one_that_is_meant() -> None:
    assert taken("[hep-th/0101001]; B. Kim, [hep-th/0202002]") == ("hep-th/0101001", "; B. Kim, [hep-th/0202002]")
