"""A folder of evidence in the place of its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import UnusableError
from graph.reading import read
from tests.examples import CLAIMS, REFERENCES, sample

VALUES = "claim_id,reference,value\nc1,drake2013,3\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with small evidence in it."""
    (tmp_path / "references.bib").write_text(REFERENCES, encoding="utf-8")
    (tmp_path / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_as_its_files_are(folder: Path) -> None:
    assert read(folder) == read(folder / "references.bib", folder / "claims.csv")
    assert read(str(folder)).claims == sample().claims


def test_source_values_of_a_folder_are_read(folder: Path) -> None:
    (folder / "evidence.csv").write_text(VALUES, encoding="utf-8")
    assert [each.role for each in read(folder).files] == ["references", "claims", "values"]


def test_which_of_two_tables_is_meant_is_not_guessed(folder: Path) -> None:
    (folder / "claims.xlsx").write_bytes(b"")
    with pytest.raises(UnusableError, match=r"has claims\.csv and claims\.xlsx; name the one that is meant"):
        read(folder)


RIS = "TY  - JOUR\nID  - drake2013\nTI  - Coffee\nER  -\n"


def test_a_library_of_another_format_stands_in_for_the_bibliography(folder: Path) -> None:
    (folder / "references.ris").write_text(RIS, encoding="utf-8")
    assert read(folder).references["drake2013"].title != "Coffee"
    (folder / "references.bib").unlink()
    assert read(folder).references["drake2013"].title == "Coffee"


def test_which_of_two_libraries_is_meant_is_not_guessed(folder: Path) -> None:
    (folder / "references.bib").rename(folder / "references.json")
    (folder / "references.ris").write_text(RIS, encoding="utf-8")
    with pytest.raises(UnusableError, match=r"has references\.json and references\.ris; name the one that is meant"):
        read(folder)


def test_a_bibliography_alone_is_no_folder(folder: Path) -> None:
    with pytest.raises(UnusableError, match=r"references\.bib: is no folder; name the claims, too"):
        read(folder / "references.bib")


def test_what_a_folder_lacks_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path)
