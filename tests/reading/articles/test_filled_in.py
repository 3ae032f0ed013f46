"""A text of XML with its entities filled in."""

from __future__ import annotations

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from graph.reading.articles.elements import Words, parse_xml
from graph.reading.articles.filled_in import FilledIn, filled_in
from graph.reading.problems import Problems


def read_back(text: str, before: str = "") -> FilledIn:
    root = parse_xml(f"{before}<a>{escape(text)}</a>", Problems("a.xml"))
    return filled_in(each for each in root.children if isinstance(each, Words))


def written_at(text: str, position: int) -> tuple[int, int]:
    before = f"<a>{escape(text[:position])}"
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@given(st.text(alphabet="ab<>&\"'\n", min_size=1), st.data())
def test_each_letter_has_the_place_that_it_has_in_the_file(text: str, data: st.DataObject) -> None:
    found = read_back(text)
    positions = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=5))
    assert found.text == text
    assert [found.place(each) for each in positions] == [written_at(text, each) for each in positions]


def test_an_element_without_words_is_an_empty_text() -> None:
    assert (read_back("").text, read_back("").place(0)) == ("", (1, 1))
