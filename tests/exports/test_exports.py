"""What every export has in common."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from graph.exports import EXPORTS, InOneText, InTables, export, write_export
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


def test_a_text_is_written_to_a_file(tmp_path: Path) -> None:
    path = write_export(sample(), "ris", tmp_path / "used.ris")
    assert path == tmp_path / "used.ris"
    assert path.read_text(encoding="utf-8") == export(sample(), "ris")


def test_several_files_are_written_to_a_folder_that_need_not_be_there(tmp_path: Path) -> None:
    folder = write_export(sample(), "csv", tmp_path / "new" / "tables")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == export(sample(), "csv")


def test_checkers_of_types_know_which_format_makes_what() -> None:
    assert {*get_args(InOneText)} == {name for name, each in EXPORTS.items() if each.suffix}
    assert {*get_args(InTables)} == {name for name, each in EXPORTS.items() if not each.suffix}
