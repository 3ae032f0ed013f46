"""What every export has in common."""

from __future__ import annotations

import re

import pytest

from graph.exports import EXPORTS, export
from tests.examples import sample


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_evidence_gives_the_same(name: str) -> None:
    assert export(sample(), name) == export(sample(), name)


@pytest.mark.parametrize("name", [name for name, each in EXPORTS.items() if each.suffix])
def test_a_text_says_what_the_evidence_has(name: str) -> None:
    written = export(sample(), name)
    assert isinstance(written, str)
    assert all(key in written for key in sample().references)


@pytest.mark.parametrize("name", EXPORTS)
def test_only_what_is_several_files_has_no_suffix(name: str) -> None:
    assert isinstance(export(sample(), name), str) == bool(re.fullmatch(r"\.\w+", EXPORTS[name].suffix))


def test_a_format_that_there_is_not_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(LookupError, match=r"no format is called 'docx'; there are bibtex, .+ and parquet"):
        export(sample(), "docx")
