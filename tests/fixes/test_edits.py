"""Edits of a text, and that no other byte of it changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.settings import Settings
from graph.fixes.edits import apply, read_text, without_overlaps
from graph.model import File
from graph.reading.text import decode
from tests.fixes.mending import REFERENCES, TABLE, make_edit, mend


def test_a_file_that_stays_windows_1252_keeps_its_bytes() -> None:
    data = TABLE.replace("X", "Sjögren").encode("cp1252")
    settings = Settings(ignore={"encoding": "an old program reads it"})
    after = mend(REFERENCES, data.replace(b"drake", b"\x93drake"), settings).files[1].data
    assert after == data


def test_a_key_that_does_not_fit_the_encoding_is_left_alone() -> None:
    data = TABLE.replace("X", "Sjögren").replace("drake2013", "kowalska2013").encode("cp1252")
    settings = Settings(ignore={"encoding": "an old program reads it"})
    assert mend("@article{kowałska2013}", data, settings, unsafe=True).files[1].data == data


def test_of_edits_that_overlap_the_first_wins() -> None:
    first, second, third = make_edit(0, 2), make_edit(1, 3), make_edit(2, 4)
    assert without_overlaps(File("f", b"abcd"), [second, third, first]) == [first, third]


def test_edits_of_another_file_are_not_applied() -> None:
    assert without_overlaps(File("g", b"abcd"), [make_edit(0, 2)]) == []


@given(st.binary(max_size=30) | st.text(max_size=10).map(lambda text: f"\ufeff{text}".encode("utf-16", "replace")))
def test_a_text_is_the_one_that_is_read_and_gives_its_bytes_back(data: bytes) -> None:
    text = read_text(File("f", data))
    if text:
        assert text.text.removeprefix("\ufeff") == decode(data, "f")[0]
        assert text.text.encode(text.encoding) == data
        assert apply(File("f", data), [make_edit(0, 0)]).data == data
