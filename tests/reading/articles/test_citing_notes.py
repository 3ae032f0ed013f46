"""Notes that are citations."""

from __future__ import annotations

import pytest

from graph.reading.articles import Cited, Listed
from graph.reading.articles.citing_notes import Note, read_notes
from graph.reading.listed.entry import MOST_LETTERS

TEA = "Ann Lee, Tea and Sleep (Oslo: Elm, 2010), 12."
NIGHT = "Bob Roe, \u201cTea at Night,\u201d Sleep 4, no. 2 (2010): 5."
GREAT = "Ann Lee and Bob Roe, The Great Tea, trans. Cy Day (Oslo: Elm, 1999), 3."


def cited_by(*notes: str) -> list[list[tuple[str, str]]]:
    """What each of the notes cites, and where in it."""
    read = read_notes([Note(str(number), text, number) for number, text in enumerate(notes, start=1)], [])
    labels = map(str, range(1, len(notes) + 1))
    return [[(each.key, each.locator) for each in read.cited.get(label, ())] for label in labels]


@pytest.mark.parametrize("note", [TEA, NIGHT, GREAT])
def test_the_first_note_of_a_work_is_its_entry(note: str) -> None:
    read = read_notes([Note("7", note, 3)], [])
    assert [(each.label, each.line, each.text in note) for each in read.entries] == [("7", 3, True)]


@pytest.mark.parametrize(
    ("note", "where"),
    [
        ("Lee, Tea and Sleep, 14\u201315.", ("1", "14\u201315")),
        ("Lee, Tea, 14.", ("1", "14")),
        ("Lee, 14.", ("1", "14")),
        ("Lee, op. cit., p. 14.", ("1", "p. 14")),
        ("Roe, \u201cTea at Night,\u201d 6.", ("2", "6")),
        ("Lee and Roe, Great Tea, 44.", ("3", "44")),
        ("Lee & Roe, 44.", ("3", "44")),
        ("Ann Lee, Tea and Sleep (Oslo: Elm, 2010), 15.", ("1", "15")),
        ("Lee, Tea, chap. 2 (Leaves).", ("1", "chap. 2")),
        ("Lee, Tea, vol. 2, p. xii.", ("1", "vol. 2, p. xii")),
    ],
)
def test_a_short_note_leads_to_the_work(note: str, where: tuple[str, str]) -> None:
    assert cited_by(TEA, NIGHT, GREAT, note)[-1] == [where]


@pytest.mark.parametrize(
    ("note", "where"), [("Ibid.", "12"), ("Ibid., 14.", "14"), ("Ebd., S. 14.", "S. 14"), ("Id. at 14.", "at 14")]
)
def test_ibid_is_the_note_before(note: str, where: str) -> None:
    assert cited_by(TEA, note)[-1] == [("1", where)]


def test_what_is_said_behind_ibid_stands_behind_it() -> None:
    read = read_notes([Note("1", TEA, 1), Note("2", "Ibid. See also her letters.", 2)], [])
    assert read.cited["2"] == (Cited("1", suffix="See also her letters."),)


def test_what_is_said_behind_a_work_stands_behind_it() -> None:
    said = "Others drank milk in 1999."
    read = read_notes([Note("1", f"{TEA} {said}", 1), Note("2", f"For milk, see Lee, Tea, 14. {said}", 2)], [])
    assert read.cited["1"] == (Cited("1", locator="12", suffix=said),)
    assert read.cited["2"] == (Cited("1", prefix="For milk, see", locator="14", suffix=said),)
    assert [each.text for each in read.entries] == ["Ann Lee, Tea and Sleep (Oslo: Elm, 2010)"]


def test_a_semicolon_in_a_quotation_parts_no_works() -> None:
    read = read_notes([Note("1", "Ann Lee, \u201cTea; Sleep,\u201d Sleep 4, no. 2 (2010): 5.", 1)], [])
    assert [each.label for each in read.entries] == ["1"]


def test_ibid_behind_what_is_not_understood_is_none() -> None:
    assert cited_by(TEA, NIGHT, "Gen. 1.", "Ibid.")[2:] == [[], []]


def test_several_works_in_a_note_are_several() -> None:
    assert (
        cited_by(TEA, NIGHT, "Lee, Tea, 1; Roe, \u201cTea at Night,\u201d 2.", "Ibid.")[2:]
        == [[("1", "1"), ("2", "2")]] * 2
    )


def test_a_work_that_is_one_of_several_in_a_note_is_an_entry() -> None:
    read = read_notes([Note("1", f"{TEA[:-1]}; {NIGHT}", 1)], [])
    assert [each.label for each in read.entries] == [each.key for each in read.cited["1"]] == ["2", "3"]


def test_what_is_said_before_a_work_stands_before_it() -> None:
    assert read_notes([Note("1", f"See also {TEA}", 1)], []).cited["1"] == (
        Cited("1", prefix="See also", locator="12"),
    )


@pytest.mark.parametrize("note", ["Tea was rare then.", "I thank Ann Lee.", "Day, Milk, 14.", "Roe, Great Tea, 14."])
def test_a_remark_cites_nothing(note: str) -> None:
    assert cited_by(TEA, NIGHT, note)[-1] == []


def test_remarks_with_a_source_among_them_are_remarks() -> None:
    assert cited_by(TEA, "Tea was rare then.", "I thank Ann Lee.") == [[], [], []]


@pytest.mark.parametrize("note", [TEA, "Lee, Tea, 12."])
def test_a_note_leads_to_the_list(note: str) -> None:
    listed = [
        Listed("", "Day, Cy. Rest. Oslo: Elm, 2001.", 1),
        Listed("", "Lee, Ann. Tea and Sleep. Oslo: Elm, 2010.", 2),
    ]
    read = read_notes([Note("9", note, 3)], listed)
    assert (read.cited, read.entries) == ({"9": (Cited("2", locator="12"),)}, [])


@pytest.mark.parametrize("part", ["a; ", "Lee, ", "see ", "1, ", "Aa Bb, Cc (", "ibid. "])
def test_a_note_of_any_length_is_read(part: str) -> None:
    assert not read_notes(
        [Note("1", part * (100_000 // len(part)), 1), Note("2", part * (MOST_LETTERS // len(part)), 1)], []
    ).cited
