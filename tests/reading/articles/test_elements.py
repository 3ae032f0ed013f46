"""The tree of an XML document."""

from __future__ import annotations

import pytest

from graph.reading.articles.elements import parse_xml
from graph.reading.problems import Problems
from graph.reading.text import place_in_whole


def lines(text: str) -> list[int]:
    return [each.line for each in parse_xml(text, Problems("a.xml")).all("p")]


def test_a_part_of_a_file_has_its_places_in_the_whole_one() -> None:
    assert lines(f"{place_in_whole(7, 1)}<a><p/>\n<p/></a>") == [7, 8]


def test_where_a_part_of_a_file_is_torn_is_told_of_the_whole_one() -> None:
    problems = Problems("a.xml")
    parse_xml(f"{place_in_whole(7, 1)}<a>\n<p>", problems)
    assert [each.place.line for each in problems.problems] == [8]
    assert "line" not in problems.problems[0].message


@pytest.mark.parametrize("said", ["", "x", "-1", "9" * 5000])
def test_an_instruction_that_says_no_line_changes_nothing(said: str) -> None:
    assert lines(f"<?evidence-graph-place {said}?><a><p/></a>") == [1]
