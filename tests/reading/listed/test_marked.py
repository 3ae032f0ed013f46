"""Entries that say in brackets what they are of."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.listed.entry import Entry, read_entry_text


def read_one(text: str) -> Reference:
    return read_entry_text(Entry(1, lines=[text]), "a.txt")[0]


@pytest.mark.parametrize(
    ("entry", "kind", "fields"),
    [
        (
            "Gupta R. Legs[J]. Sleep, 2015, 4(3): 1-9.",
            "article",
            {"title": "Legs", "journal": "Sleep", "year": "2015", "volume": "4", "number": "3", "pages": "1-9"},
        ),
        ("Gupta R. Legs [J/OL]. Sleep, 2015(3): 1-9[2016-05-01].", "article", {"number": "3", "urldate": "2016-05-01"}),
        (
            "Gupta R. Legs[M]. Oslo: Elm, 2015: 1-9.",
            "book",
            {"title": "Legs", "address": "Oslo", "publisher": "Elm", "year": "2015", "pages": "1-9"},
        ),
        ("Gupta R. Legs[D]. Oslo: Elm, 2015.", "phdthesis", {"title": "Legs", "publisher": "Elm"}),
        (
            "Gupta R. Legs[C]//Day C. Sleep. Oslo: Elm, 2015: 1-9.",
            "inproceedings",
            {"title": "Legs", "booktitle": "Day C. Sleep", "publisher": "Elm"},
        ),
        ("Gupta R. Legs//Day C. Sleep. Oslo: Elm, 2015: 1-9.", "incollection", {"title": "Legs", "year": "2015"}),
        (
            "\u674e\u660e\uff0c\u738b\u82b3\uff0c\u7b49\uff0e\u8336[J]\uff0e\u7761\u7720\uff0c2015\uff0c4\uff083\uff09\uff1a1-9\uff0e",
            "article",
            {"title": "\u8336", "journal": "\u7761\u7720", "year": "2015", "volume": "4", "number": "3"},
        ),
    ],
)
def test_what_a_mark_says(entry: str, kind: str, fields: dict[str, str]) -> None:
    read = read_one(entry)
    assert read.type == kind
    assert fields.items() <= read.fields.items()


def test_chinese_names_are_not_parted() -> None:
    read = read_one("\u674e\u660e,\u738b\u82b3,\u7b49.\u8336[J].\u7761\u7720,2015,4(3):1-9.")
    assert (read.authors, read.et_al) == (("\u674e\u660e", "\u738b\u82b3"), True)


def test_chinese_names_before_a_year_are_not_parted() -> None:
    assert read_one("\u674e\u660e, \u738b\u82b3 (2015). \u8336. \u7761\u7720, 4(3), 1-9.").authors == (
        "\u674e\u660e",
        "\u738b\u82b3",
    )


def test_what_may_be_people_is_no_part_of_a_title() -> None:
    assert read_one("GUPTA r k, wu. Legs[J]. Sleep, 2015, 4(3): 1-9.").title == ""


def test_two_slashes_before_no_word_are_no_mark() -> None:
    assert (
        read_one("Gupta R. From legs to legs//, the project. Sleep. 2015;4:1.").title
        == "From legs to legs//, the project"
    )


def test_an_address_is_no_mark() -> None:
    assert read_one("Gupta R. Legs. ftp://elm.org/a").type == "misc"
