"""What a word was meant to be."""

from __future__ import annotations

import pytest

from graph.fixes.words import clearest, fold


@pytest.mark.parametrize(
    ("word", "known", "meant"), [("kat", ["cat", "dog"], ""), ("claims", ["claim", "cause"], "claim"), ("x", [], "")]
)
def test_what_was_clearly_meant(word: str, known: list[str], meant: str) -> None:
    assert clearest(word, fold(known)) == meant
