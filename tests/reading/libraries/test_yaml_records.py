"""Records in YAML, with their lines; what cannot be read costs one of them."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.reading.joined_library import Library
from graph.reading.libraries.yaml_records import MOST_IN_ALIAS, MOST_SLIPS, YamlRecord, yaml_records

CUT = "- a: 1\n- b: {bad}\n- c: 3\n"


def read(text: str) -> tuple[list[YamlRecord], Library]:
    library = Library("refs.yaml")
    return list(yaml_records(text, library)), library


def values(text: str) -> list[Any]:
    found, library = read(text)
    assert library.problems == []
    return [each.value for each in found]


@pytest.fixture(params=["in C", "in Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.parametrize(
    "text", ["2015", "2015-05-01", "no", "1_000", "0x1f", "1:30", "3.10", ".inf", "!!python/object:os.system x", "'~'"]
)
def test_every_value_is_the_text_that_stands_there(text: str) -> None:
    assert values(f"- a: {text}") == [{"a": text.rpartition(" ")[2].strip("'")}]


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_no_value_is_an_empty_text(text: str) -> None:
    assert values(f"- a: {text}") == [{"a": ""}]


def test_a_text_may_be_written_in_any_way() -> None:
    assert values('- a: >\n    b\n    c\n  d: |\n    e\n    f\n  g: h\n    i\n  j: "k\\tl"') == [
        {"a": "b c\n", "d": "e\nf\n", "g": "h i", "j": "k\tl"}
    ]


def test_the_records_of_a_mapping_have_its_keys() -> None:
    found, _ = read("---\na:\n  x: 1\nb: {y: 2}\n...\n")
    assert [(each.key, each.value, each.line) for each in found] == [("a", {"x": "1"}, 2), ("b", {"y": "2"}, 4)]


def test_keys_know_their_lines_and_a_record_how_it_is_written() -> None:
    found, _ = read("# ours\n- a: 1\n  # and\n  b:\n    c: 2\n\n- d: 3\n")
    assert [(each.value.lines, each.written) for each in found] == [
        ({"a": 2, "b": 4}, "- a: 1\n  # and\n  b:\n    c: 2"),
        ({"d": 7}, "- d: 3"),
    ]
    assert found[0].value["b"].lines == {"c": 5}


def test_characters_that_end_a_line_in_yaml_only_end_none() -> None:
    found, _ = read("- a: b\x85c\u2028d\ufeff\n- e: f")
    assert [each.line for each in found] == [1, 2]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "bad", ["A: B", "'x", '"x', "[x", "{x", "@x", "*x", "%x", "x\n\ty: z", "x\n y", "- x\n", "&x", "| x"]
)
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_slip_costs_one_record(bad: str, indent: str) -> None:
    text = "".join(f"{indent}{line}\n" for line in CUT.format(bad=bad).split("\n"))
    found, library = read(text)
    kept = [each.value for each in found if "b" not in each.value]
    assert kept == [{"a": "1"}, {"c": "3"}]
    assert len(found) + sum(each.unread for each in library.problems) == 3


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("bad", ["A: B", "'x", "[x"])
def test_a_slip_in_a_mapping_costs_one_record(bad: str) -> None:
    found, library = read(f"a:\n  x: 1\nb:\n  x: {bad}\nc:\n  x: 2\n")
    (problem,) = library.problems
    assert ([each.key for each in found], problem.place.line, problem.unread) == (["a", "c"], 3, 1)


def test_a_slip_names_the_line_to_look_at() -> None:
    _, library = read("- a: 1\n- b: 2\n  c: A: B\n")
    assert library.problems[0].place.line == 2
    assert library.problems[0].message.startswith("this entry cannot be read: line 3 is no YAML; look at its indent")
    assert library.problems[0].text == "- b: 2\n  c: A: B"


def test_a_torn_file_loses_its_last_record() -> None:
    found, library = read("- a: 1\n- b: [1, 2")
    assert ([each.value for each in found], library.problems[0].unread) == ([{"a": "1"}], 1)


def test_what_stands_behind_a_slip_in_brackets_is_lost() -> None:
    found, library = read("[{a: 1}, {b: 2]")
    assert ([each.value for each in found], len(library.problems)) == ([{"a": "1"}], 1)


def test_slips_are_counted_to_the_end_of_the_file() -> None:
    _, library = read("- a: b: c\n" * 250)
    assert len(library.problems) == MOST_SLIPS
    assert sum(each.unread for each in library.problems) == 250


def test_a_key_that_stands_twice_is_reported() -> None:
    found, library = read("- a: 1\n  a: 2\n")
    assert found[0].value == {"a": "1"}
    assert "'a' stands here again, and in line 1 first" in library.problems[0].message


def test_an_alias_stands_for_what_was_named() -> None:
    assert values("- a: &who [x, y]\n- b: *who\n") == [{"a": ["x", "y"]}, {"b": ["x", "y"]}]


def test_a_name_lasts_beyond_a_slip() -> None:
    found, _ = read("- a: &who x\n- b: A: B\n- c: *who\n")
    assert found[-1].value == {"c": "x"}


@pytest.mark.parametrize("text", ["- a: *who", "- &a [*a]", "- &a {b: *a}"])
def test_an_alias_of_nothing_is_a_slip(text: str) -> None:
    found, library = read(text)
    assert (found, [each.unread for each in library.problems]) == ([], [1])


def test_aliases_that_grow_are_refused() -> None:
    doubled = "".join(f"- a{n + 1}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(60))
    found, library = read(f"- a0: &a0 x\n{doubled}- last: 1\n")
    assert f"more than {MOST_IN_ALIAS} values" in library.problems[0].message
    assert len(found) + sum(each.unread for each in library.problems) == 62


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "unit",
    [
        "- ",
        "[",
        "{a: ",
        "? ",
        "- a: [\n",
        "- a: '\n",
        '- "',
        "- &a ",
        "- *a\n",
        "- a: b: c\n",
        "- |\n",
        "# x\n",
        "---\n",
        "  ",
        "a:\n",
        "- {\n",
        "%a b\n",
        "- !a ",
        "\ufeff",
        "- a\n b\n",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    started = time.process_time()
    read(unit * 5000)
    assert time.process_time() - started < 5


PIECES = st.sampled_from(
    [*"-?:,[]{}#&*!|>'\"%@` \n\tab", "- ", "  ", "\n- a: b", "\n  c: ", "---\n", "...", "&a ", "*a", "<<: "]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_raises_and_each_record_is_in_a_line_of_its_own(text: str) -> None:
    found, library = read(text)
    lines = range(1, text.count("\n") + 2)
    assert {each.line for each in found} | {each.place.line for each in library.problems} <= {*lines}
