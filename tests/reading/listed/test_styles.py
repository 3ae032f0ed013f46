"""How publishers write the entries of a list."""

from __future__ import annotations

import pytest

from graph.reading.listed.entry import Entry, read_entry_text

SLEEP = {"title": "Legs", "journal": "Sleep", "volume": "4", "number": "3", "pages": "1\u20139", "year": "2015"}


@pytest.mark.parametrize(
    ("entry", "authors", "fields"),
    [
        ("Gupta, R. (2015): Legs. In: Sleep 4 (3), S. 1\u20139.", ("Gupta, R.",), SLEEP),
        ("Gupta, Ravi: Legs. In: Sleep Bd. 4 (2015), Nr. 3, S. 1\u20139", ("Gupta, Ravi",), SLEEP),
        ('Gupta, R. "Legs." Sleep 4.3 (2015): 1\u20139. Print.', ("Gupta, R.",), SLEEP),
        (
            'Gupta, R. "Legs." Sleep, vol. 4, no. 3, Mar.-Apr. 2015, pp. 1\u20139. JSTOR, jstor.org/1.',
            ("Gupta, R.",),
            SLEEP,
        ),
        ("R. Gupta, B. Wu, Legs, Sleep 4 (3) (2015) 1\u20139.", ("Gupta, R.", "Wu, B."), SLEEP),
        ("Gupta R., Wu B., Legs, Sleep, vol. 4, n\u00b0 3, mai 2015, p. 1\u20139.", ("Gupta, R.", "Wu, B."), SLEEP),
        ("Gupta, R., & Wu, B., Legs, Sleep, vol. 4, n. 3, 2015, pp. 1\u20139.", ("Gupta, R.", "Wu, B."), SLEEP),
        (
            "R. Gupta, et al., Tea, legs, J. Sleep B270 (2015) 1.",
            ("Gupta, R.",),
            {"title": "Tea, legs", "volume": "B270"},
        ),
        (
            "R. Gupta, B. Wu, Legs, Sleep (2015). doi:10.1000/a1",
            ("Gupta, R.", "Wu, B."),
            {"title": "Legs", "journal": "Sleep"},
        ),
        (
            "R. Gupta, B. Wu, Legs, in: C. Day (Ed.), Sleep, Elm, 2015, pp. 1\u20139.",
            ("Gupta, R.", "Wu, B."),
            {"title": "Legs"},
        ),
        ("R. Gupta, Of legs, Ph.D. thesis, Oslo, 2015.", ("Gupta, R.",), {"title": "Of legs", "year": "2015"}),
        ('R. Gupta and B. Wu, "Legs," Sleep 4(3), 1\u20139 (2015).', ("Gupta, R.", "Wu, B."), SLEEP),
        (
            "R. Gupta and B. Wu, J. Chem. Sleep 4, 3 (2015).",
            ("Gupta, R.", "Wu, B."),
            {"journal": "J. Chem. Sleep", "pages": "3"},
        ),
        (
            "R. Gupta and B. Wu, Chem. Sleep, 2015, 4, 3.",
            ("Gupta, R.", "Wu, B."),
            {"journal": "Chem. Sleep", "volume": "4"},
        ),
        (
            "Gupta, R.; Wu, B. Nature 2015, 4, 3.",
            ("Gupta, R.", "Wu, B."),
            {"journal": "Nature", "volume": "4"},
        ),
        ("Gupta, R., and Wu, B., 2015, Legs: Sleep, v. 4, no. 3, p. 1\u20139.", ("Gupta, R.", "Wu, B."), SLEEP),
        ("Gupta, R., Wu, B., 2015. Legs, in: Day, C. (Ed.), Sleep. Elm.", ("Gupta, R.", "Wu, B."), {"title": "Legs"}),
        ("Ravi Gupta and Bo Wu. 2015. Legs. Sleep 4, 3 (May 2015), 1\u20139.", ("Gupta, Ravi", "Wu, Bo"), SLEEP),
        ("Ravi Gupta and Bo Wu. 2015. Legs. Elm Press.", ("Gupta, Ravi", "Wu, Bo"), {"title": "Legs"}),
        ("Ravi Gupta and Bo Wu. Legs. Sleep, 4(3):1\u20139, May 2015.", ("Gupta, Ravi", "Wu, Bo"), SLEEP),
        ("Gupta, R. and Wu, B. 2015. Legs. Sleep. 4, 3 (2015), 1\u20139.", ("Gupta, R.", "Wu, B."), SLEEP),
        (
            "GUPTA, R., WU, B., AND DAY, C. Legs. Sleep 4, 3 (2015), 1\u20139.",
            ("GUPTA, R.", "WU, B.", "DAY, C."),
            SLEEP,
        ),
        ("GUPTA, R. Legs. Sleep. May 2015. Vol. 4, no. 3, p. 1\u20139.", ("GUPTA, R.",), SLEEP),
        ("GUPTA R K, WU B. Legs[J]. Sleep, 2015, 4(3): 1\u20139.", ("GUPTA, RK", "WU, B"), SLEEP),
        ("GUPTA R K, WU B. Legs. Sleep, 2015, 4(3): 1\u20139.", ("GUPTA, RK", "WU, B"), SLEEP),
        (
            "Gupta R. Legs. Sleep. 2015;4 Suppl 3:1. doi: 10.1000/a1. Epub 2014 Dec 2.",
            ("Gupta, R",),
            {"year": "2015", "number": "Suppl 3"},
        ),
        ("Ravi Gupta, Legs (Oslo: Elm, 2015)", ("Gupta, Ravi",), {"title": "Legs", "publisher": "Elm", "year": "2015"}),
        ("Ravi Gupta and Bo Wu, \u201cLegs,\u201d Sleep 4, no. 3 (2015): 1\u20139.", ("Gupta, Ravi", "Wu, Bo"), SLEEP),
        ("Ravi Gupta, \u2018Legs\u2019, Sleep 4, no. 3 (2015): 1\u20139.", ("Gupta, Ravi",), SLEEP),
        ("Gupta, Ravi, and Wu, Bo. 2015. Legs. Sleep 4(3), 1\u20139.", ("Gupta, Ravi", "Wu, Bo"), SLEEP),
        ("GUPTA, Ravi and WU, Bo. Legs. Sleep. 2015. Vol. 4, no. 3, p. 1\u20139.", ("GUPTA, Ravi", "WU, Bo"), SLEEP),
        ("R. Gupta Jr., B. Wu, Legs, Sleep 4 (3) (2015) 1\u20139.", ("Gupta, Jr, R.", "Wu, B."), SLEEP),
        (
            "Ravi Gupta. 2015. Legs. Sleep. 4, (2015), 1\u20139.",
            ("Gupta, Ravi",),
            {"title": "Legs", "journal": "Sleep"},
        ),
        ("R. Gupta and B. Wu, Legs, in Sleep (Elm, Oslo, 2015), p. 1.", ("Gupta, R.", "Wu, B."), {"title": "Legs"}),
        (
            "Ravi Gupta, Bo M. Wu, and Cy Day. 2015. Legs. Elm.",
            ("Gupta, Ravi", "Wu, Bo M.", "Day, Cy"),
            {"title": "Legs"},
        ),
        (
            "GUPTA, Ravi, WU, Bo M. and DAY, Cy. Legs. Sleep. 2015, vol. 4, no. 3, pp. 1\u20139.",
            ("GUPTA, Ravi", "WU, Bo M.", "DAY, Cy"),
            SLEEP,
        ),
        (
            "GUPTA, Ravi, WU, Bo and LEE DAY, C. Tea and Legs. Sleep. 2015. Vol. 4.",
            ("GUPTA, Ravi", "WU, Bo", "LEE DAY, C."),
            {"title": "Tea and Legs"},
        ),
        ("GUPTA, Ravi, WU, Bo et al. Legs. Sleep. 2015. Vol. 4.", ("GUPTA, Ravi", "WU, Bo"), {"title": "Legs"}),
        (
            "GUPTA, Ravi, Bo WU a Cy M. DAY. Legs. Sleep. 2015. Vol. 4.",
            ("GUPTA, Ravi", "WU, Bo", "DAY, Cy M."),
            {"title": "Legs"},
        ),
        (
            "R. Gupta, Red, legs, Spectrum, IEEE 4 (2015) 1.",
            ("Gupta, R.",),
            {"title": "Red, legs", "journal": "Spectrum, IEEE"},
        ),
        (
            "R. Gupta, Legs, Computers, IEEE Transactions on 4 (2015) 1.",
            ("Gupta, R.",),
            {"title": "Legs", "journal": "Computers, IEEE Transactions on"},
        ),
        ("GUPTA, R. Legs. Sleep. Online. 2015. Vol. 4, n\u00b0 3, p. 1\u20139.", ("GUPTA, R.",), SLEEP),
    ],
)
def test_what_a_style_says(entry: str, authors: tuple[str, ...], fields: dict[str, str]) -> None:
    read, _ = read_entry_text(Entry(1, lines=[entry]), "a.txt")
    assert read.authors == authors
    assert fields.items() <= read.fields.items()


def test_what_follows_a_known_source_is_not_understood() -> None:
    _, rest = read_entry_text(Entry(1, lines=['Gupta, R. "Legs." Sleep, vol. 4, 2015. JSTOR, jstor.org/1.']), "a.txt")
    assert rest == "JSTOR, jstor.org/1"


def test_an_entry_whose_style_has_no_titles_is_kept_as_written() -> None:
    entry = "R. Gupta and B. Wu, Nature 4, 3 (2015)."
    read, rest = read_entry_text(Entry(1, lines=[entry]), "a.txt")
    assert (read.journal, read.fields["note"], rest) == ("Nature", entry, "")


@pytest.mark.parametrize("behind", ["DOI :10.1000/a1", ":10.1000/a1", "[DOI]:10.1000/a1 https://doi.org/10.1000/a1"])
def test_nothing_is_left_before_a_doi(behind: str) -> None:
    read, rest = read_entry_text(Entry(1, lines=[f"Gupta R. Legs. Sleep. 2015;4(3):1-9. {behind}"]), "a.txt")
    assert (read.fields["doi"], read.fields["pages"], rest) == ("10.1000/a1", "1-9", "")


@pytest.mark.parametrize(
    ("behind", "field", "number"),
    [
        ("ISSN 1234-567X.", "issn", "1234-567X"),
        ("ISSN: 1234-5678 (Print). doi:10.1000/a1", "issn", "1234-5678"),
        ("eISSN 1234-5678. Dostupn\u00e9 z: https://elm.org/a", "issn", "1234-5678"),
        ("ISBN 978-80-1234-567-8.", "isbn", "978-80-1234-567-8"),
        ("ISBN-10: 8012345678", "isbn", "8012345678"),
    ],
)
def test_the_number_of_a_book_or_journal_is_none_of_its_words(behind: str, field: str, number: str) -> None:
    entry = f"GUPTA, R. Legs. Sleep. 2015, 4(3), 1\u20139. {behind}"
    read, rest = read_entry_text(Entry(1, lines=[entry]), "a.txt")
    assert (read.fields[field], read.journal, read.fields["pages"], rest) == (number, "Sleep", "1\u20139", "")


@pytest.mark.parametrize("part", ["AB, Cd, ", "AB CD, EF GH, ", "AB, Cd, Ef GH, ", "AB, Cd and ", "Ab C. D. "])
def test_names_without_an_end_take_no_time(part: str) -> None:
    assert read_entry_text(Entry(1, lines=[(part * 600)[:4000]]), "a.txt")
