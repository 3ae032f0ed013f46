"""Entries of a list that are pages on the web."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.listed.entry import Entry, read_entry_text


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


@pytest.mark.parametrize(
    ("entry", "who", "title", "year"),
    [
        ('Elm Clinic: "Hot tea."', "Elm Clinic", "Hot tea", ""),
        ("Elmline: \u201cHot tea\u201d.", "Elmline", "Hot tea", ""),
        ("Hot tea. Institute of Tea. January 20, 2023.", "Institute of Tea", "Hot tea", "2023"),
        ("Hot tea. (2017). https://doi.org/10.1000/a1", "", "Hot tea", "2017"),
    ],
)
def test_a_page_may_have_no_address(entry: str, who: str, title: str, year: str) -> None:
    reference, left = one(entry)
    found = reference.fields.get("organization", "")
    assert (found, reference.title, reference.year, left) == (who, title, year, "")


@pytest.mark.parametrize(
    "who", ["Institute of Tea, Oak, and Elm", "National Tea, Oak, and Elm Institute", "Centers for Tea and Oak"]
)
def test_an_organisation_is_no_people(who: str) -> None:
    reference, _ = one(f"{who}. Hot tea. https://elm.org/tea")
    assert (reference.fields.get("organization"), reference.fields.get("author")) == (who, None)


def test_people_with_initials_are_no_organisation() -> None:
    reference, _ = one("Board A, Trust B. Hot tea. Tea. 2015;1:1.")
    assert reference.authors == ("Board, A", "Trust, B")


@pytest.mark.parametrize(
    ("entry", "who", "year", "left"),
    [
        ("Elmline. Hot tea. Updated March 2020. https://elmline.org/a", "Elmline", "2020", ""),
        ("Hot tea. Institute of Tea. 2022. https://elm.org/a", "Institute of Tea", "2022", ""),
        ("Tea, Oak, and Elm Institute. Hot tea. https://elm.org/a", "Tea, Oak, and Elm Institute", "", ""),
        ("Hot tea; Teas, March 2020. https://elm.org/a", "", "2020", "Hot tea; Teas, March"),
    ],
)
def test_what_stands_beside_a_title_that_is_known(entry: str, who: str, year: str, left: str) -> None:
    reference, rest = read_entry_text(Entry(1, lines=[entry], title="Hot tea"), "")
    found = (reference.title, reference.fields.get("organization", ""), reference.year, rest)
    assert found == ("Hot tea", who, year, left)


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
