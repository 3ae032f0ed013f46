"""Entries of a list that are pages on the web."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.listed_entry import Entry, read_entry_text


def one(text: str) -> tuple[Reference, str]:
    return read_entry_text(Entry(1, lines=[text]), "")


@pytest.mark.parametrize(
    ("entry", "title", "year"),
    [
        ("Hot tea. (2019). https://elm.org/tea", "Hot tea", "2019"),
        ("Hot tea. (2019, May 3). https://elm.org/tea", "Hot tea", "2019"),
        ("Hot tea. (n.d.). https://elm.org/tea", "Hot tea", ""),
        ("Is tea hot? (2019). https://elm.org/tea", "Is tea hot?", "2019"),
        ("Hot tea - why and when. https://elm.org/tea", "Hot tea - why and when", ""),
    ],
)
def test_what_stands_before_a_date_and_an_address_is_a_title(entry: str, title: str, year: str) -> None:
    reference, left = one(entry)
    assert (reference.title, reference.year, reference.type, left) == (title, year, "online", "")


@pytest.mark.parametrize(
    ("entry", "who", "title"),
    [
        ("Elm Clinic. Hot tea. https://elm.org/tea", "Elm Clinic", "Hot tea"),
        ("Hot tea. Elm Clinic. https://elm.org/tea", "Elm Clinic", "Hot tea"),
        ("Elmline. Hot Tea. https://www.elmline.org/tea", "Elmline", "Hot Tea"),
        ("U.S. Board of Tea. Hot tea. Updated March 2020. https://elm.org/tea", "U.S. Board of Tea", "Hot tea"),
    ],
)
def test_the_organisation_of_a_page_has_its_name_in_the_address_or_a_word_of_such(
    entry: str, who: str, title: str
) -> None:
    reference, left = one(entry)
    assert (reference.authors, reference.title, left) == ((who,), title, "")


def test_an_address_may_lack_how_to_get_there() -> None:
    reference, left = one("Hot tea. (2018). elm.org/tea/hot.html.")
    assert (reference.title, reference.fields["howpublished"], left) == ("Hot tea", "elm.org/tea/hot.html", "")


@pytest.mark.parametrize(
    "entry",
    [
        "Hot tea. Green leaves. https://oak.org/tea",
        "Elm Clinic. Oak Clinic. https://oak.org/tea",
        "Tea Medicine 12:1-9. https://oak.org/tea",
        "Hot tea. (2018).",
        "Tea. https://oak.org/tea",
    ],
)
def test_what_may_be_another_thing_is_left(entry: str) -> None:
    reference, left = one(entry)
    assert (reference.title, bool(left)) == ("", True)
