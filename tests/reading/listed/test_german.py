"""Entries in German forms."""

from __future__ import annotations

import pytest

from graph.reading.listed.entry import Entry, read_entry_text

ENTRIES = {
    "a book": (
        "Ann Lee, Jo Doe: Tee und Schlaf. Eine Studie. 2. Auflage. Elm, Berlin 2010, ISBN 3-16-148410-0, S. 12.",
        "book|Lee, Ann and Doe, Jo|Tee und Schlaf. Eine Studie|2010||Elm",
    ),
    "editors": ("Ann Lee (Hrsg.): Tee und Schlaf. Elm, Berlin 2010.", "book||Tee und Schlaf|2010||Elm"),
    "an article": (
        "Karl von der Au u. a.: Tee? In: Schlaf. Band 54, Nr. 8, 2010, S. 3-9, doi:10.1000/tee.12.",
        "article|von der Au, Karl and others|Tee?|2010|Schlaf|",
    ),
    "a number before the year": ("Ann Lee: Tee. In: Schlaf. 54, 2010, S. 3-9.", "article|Lee, Ann|Tee|2010|Schlaf|"),
    "a day": ("Ann Lee: Tee. In: Der Schlaf. 12. Mai 2010.", "article|Lee, Ann|Tee|2010|Der Schlaf|"),
    "a chapter": (
        "Ann Lee: Tee. In: Jo Doe (Hrsg.): Getr\u00e4nke. Elm, Berlin 2010, S. 3-9.",
        "incollection|Lee, Ann|Tee|2010||Elm",
    ),
}


def read(text: str) -> dict[str, str]:
    reference, _ = read_entry_text(Entry(1, lines=[text]), "a.txt")
    return {"type": reference.type, **reference.fields}


@pytest.mark.parametrize(("text", "meant"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_is_read(text: str, meant: str) -> None:
    found = read(text)
    assert (
        "|".join(found.get(each, "") for each in ("type", "author", "title", "year", "journal", "publisher")) == meant
    )


def test_a_day_is_no_volume() -> None:
    assert "volume" not in read("Ann Lee: Tee. In: Der Schlaf. 12. Mai 2010.")


@pytest.mark.parametrize(
    "text", ["Restless Legs: A review of tea. Sleep 2010;4:3-9", "Lee AB: Tee und Schlaf. Elm, Berlin 2010"]
)
def test_other_entries_have_no_author_by_their_colon(text: str) -> None:
    assert read(text).get("author") in {None, "Lee, AB"}
