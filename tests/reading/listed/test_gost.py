"""Entries in the forms of GOST."""

from __future__ import annotations

import pytest

from graph.reading.listed.entry import Entry, read_entry_text

ENTRIES = {
    "with dashes": (
        "Ли А. Б., Роу В. Г. Чай и сон // Сон. — 2010. — Т. 4, № 2. — С. 3—9.",
        "article|Ли, А.Б. and Роу, В.Г.|Чай и сон|2010|Сон|4|3—9",
    ),
    "without": ("Ли А.Б. Чай и сон // Сон. 2010. Т. 4. № 2. С. 3-9.", "article|Ли, А.Б.|Чай и сон|2010|Сон|4|3-9"),
    "people twice": (
        "Ли, А. Б. Чай и сон / А. Б. Ли, В. Г. Роу // Сон. - 2010. - Т. 4. - С. 3-9.",
        "article|Ли, А.Б.|Чай и сон|2010|Сон|4|3-9",
    ),
    "as medicine writes it": (
        "Ли А.Б., Роу В.Г. и др. Чай // Сон и чай. 2010;4(2):3-9.",
        "article|Ли, А.Б. and Роу, В.Г. and others|Чай|2010|Сон и чай|4|3-9",
    ),
    "in English": ("Lee A. B. Tea // Sleep. — 2010. — Vol. 4. — P. 3—9.", "article|Lee, A.B.|Tea|2010|Sleep|4|3—9"),
    "a book": (
        "Ли А. Б. Чай и сон: монография. — М.: Вяз, 2010. — 300 с.",
        "book|Ли, А.Б.|Чай и сон: монография|2010|||",
    ),
}


@pytest.mark.parametrize(("text", "meant"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_in_gost_is_read(text: str, meant: str) -> None:
    reference, rest = read_entry_text(Entry(1, lines=[text]), "a.txt")
    names = ("author", "title", "year", "journal", "volume", "pages")
    assert "|".join([reference.type, *(reference.fields.get(each, "") for each in names)]) == meant
    assert not rest


@pytest.mark.parametrize("text", ["Lee A. Sleep medicine: Tea, 2010", "Ли А. Чай. Сон. 2010"])
def test_what_may_be_of_another_form_is_no_book(text: str) -> None:
    reference, _ = read_entry_text(Entry(1, lines=[text]), "a.txt")
    assert reference.type == "misc"


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        ("Ли А. Б. Чай и сон. М.: Вяз, 2010.", ("Ли, А.Б.",), "Чай и сон"),
        ("Lee A. B. (2010). Tea and rum. Elm, 4(2), 3-9.", ("Lee, A.B.",), "Tea and rum"),
        ("Lee A. E. coli in tea. Elm. 2010;4:3-9.", ("Lee, A",), "E. coli in tea"),
        (
            "Ann B. C. Lee, Jay M. Roe. 1989. Tea and rum. Elm 2, 2 (May 1989), 3-9.",
            ("Lee, Ann B. C.", "Roe, Jay M."),
            "Tea and rum",
        ),
    ],
)
def test_one_person_with_several_initials_is_one(text: str, authors: tuple[str, ...], title: str) -> None:
    reference, _ = read_entry_text(Entry(1, lines=[text]), "a.txt")
    assert (reference.authors, reference.title) == (authors, title)
