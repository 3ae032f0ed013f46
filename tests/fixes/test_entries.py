"""Where the key and the fields of a BibTeX entry stand."""

from __future__ import annotations

import pytest

from graph.fixes.entries import find_key, find_value


@pytest.mark.parametrize(
    ("text", "span"), [("@a{k,", (3, 4)), ("@ a\n(\tk ,", (6, 7)), ("@a{kk, @a{k,", (10, 11)), ("@a{k", None)]
)
def test_where_a_key_stands(text: str, span: tuple[int, int] | None) -> None:
    assert find_key(text, (0, len(text)), "k") == span


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("k, f = {v}", "v"),
        ("k, e = {{f = {u}}}, F={v}}", "v"),
        ('k, e = "f = {u}" # g, f = "v"', "v"),
        ("k, e = {v}} @a{l, f = {u}", None),
        ("k, f = {v} # {u}", None),
        ("k, f = 1", None),
        ("k, f =", None),
    ],
)
def test_where_a_value_stands(text: str, value: str | None) -> None:
    span = find_value(text, (0, 1), "f")
    assert (text[slice(*span)] if span else None) == value
