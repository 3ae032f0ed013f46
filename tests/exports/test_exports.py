"""What every export has in common."""

from __future__ import annotations

import pytest

from graph.exports import EXPORTS, export
from tests.examples import sample


@pytest.mark.parametrize("name", [name for name, each in EXPORTS.items() if each.suffix])
def test_a_text_says_what_the_evidence_has(name: str) -> None:
    written = export(sample(), name)
    assert isinstance(written, str)
    assert all(key in written for key in sample().references)


@pytest.mark.parametrize("name", EXPORTS)
def test_only_what_is_several_files_has_no_suffix(name: str) -> None:
    assert isinstance(export(sample(), name), str) == EXPORTS[name].suffix.startswith(".")


def test_a_format_that_there_is_not_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(LookupError, match=r"no format is called 'docx'; there are bibtex, .+ and jsonld"):
        export(sample(), "docx")
