"""The few keys of YAML that are asked for."""

from __future__ import annotations

import pytest

from graph.reading.yaml_values import blocks, files_behind, header_end, is_list, keys_inside, values_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("key: a.bib", ["a.bib"]),
        ("key: 'a b.bib'  # ours", ["a b.bib"]),
        ("key:\n  - a.bib\n  # - old.bib\n  - b.bib", ["a.bib", "b.bib"]),
        ("key:\n- a.bib", ["a.bib"]),
        ('key: [a.bib, "b.bib"] # both', ["a.bib", "b.bib"]),
        ("key: [\n  a.bib,\n  'b.bib',\n]\nnext: c", ["a.bib", "b.bib"]),
        ("key: [a.bib,\n  b.bib]", ["a.bib", "b.bib"]),
        ("key: [draft] Sleep", ["[draft] Sleep"]),
        ("key: |\n  a\n  b", ["a", "b"]),
        ("key:\n\nnext: c", []),
    ],
)
def test_the_values_behind_a_key(text: str, values: list[str]) -> None:
    assert values_of(blocks(text.split("\n"))["key"]) == values


@pytest.mark.parametrize(
    ("value", "file"),
    [
        ("\"`r rbbt::bbt_write_bib('refs.json', overwrite = TRUE)`\"", "refs.json"),
        ("'`r here::here(\"lib/refs.bib\")`'", "lib/refs.bib"),
        ('"`r params$bib`"', "`r params$bib`"),
    ],
)
def test_an_expression_in_r_names_a_file(value: str, file: str) -> None:
    assert files_behind(blocks([f"key: {value}"])["key"]) == [file]


def test_keys_inside_another_have_their_lines() -> None:
    lines = ["# ours", "a:", "", "    # more", "    b: 1", "    c:", "      d:", "      - e", "f: 2"]
    within = keys_inside(blocks(lines)["a"])
    assert (list(within), within["c"].line) == (["b", "c"], 6)
    assert (values_of(keys_inside(within["c"])["d"]), keys_inside(within["c"])["d"].line) == (["e"], 7)


def test_nothing_is_inside_what_is_not_there() -> None:
    assert (keys_inside(None), values_of(None), is_list(None)) == ({}, [], False)


def test_a_list_of_one_is_a_list() -> None:
    texts = ["key: a", "key: [a]", "key:\n  - a"]
    assert [is_list(blocks(text.split("\n"))["key"]) for text in texts] == [False, True, True]


@pytest.mark.parametrize(
    ("lines", "end"), [(["a"], 0), (["---", "a: b", "---", "c"], 3), (["---", "..."], 2), (["---", "a"], 0)]
)
def test_where_a_header_ends(lines: list[str], end: int) -> None:
    assert header_end(lines) == end
