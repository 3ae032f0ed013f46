"""Lists that the user has."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.bibtex import parse_references
from graph.model import UnusableError
from graph.retractions import Notice, read_journals, read_retractions, reference_keys

HEADER = "Record ID,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n"


def read(rows: str, folder: Path, encoding: str = "utf-8") -> dict[str, Notice]:
    (folder / "list.csv").write_bytes((HEADER + rows).encode(encoding))
    return read_retractions(folder / "list.csv")


@pytest.mark.parametrize(
    ("nature", "state"),
    [
        ("Retraction", "retraction"),
        ("Expression of concern", "concern"),
        ("Correction", "correction"),
        ("Reinstatement", "reinstatement"),
    ],
)
def test_each_state(nature: str, state: str, tmp_path: Path) -> None:
    found = read(f"1,7/31/2021 0:00,10.1000/X,123,{nature},+Error in Data;\n", tmp_path)
    assert found == dict.fromkeys(("doi:10.1000/x", "pmid:123"), Notice(state, "2021-07-31", "Error in Data"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("natures", "state"),
    [
        (["Expression of concern", "Retraction"], "retraction"),
        (["Retraction", "Correction"], "retraction"),
        (["Retraction", "Reinstatement"], "reinstatement"),
        (["Retraction", "Reinstatement", "Correction"], "correction"),
    ],
)
def test_which_of_several_notices_counts(natures: list[str], state: str, tmp_path: Path) -> None:
    rows = [f"{month},{month}/1/2021 0:00,10.1000/x,0,{nature},\n" for month, nature in enumerate(natures, start=1)]
    assert read("".join(reversed(rows)), tmp_path)["doi:10.1000/x"].state == state


@pytest.mark.parametrize(
    "row", ["1,1/1/2021,unavailable,0,Retraction,\n", "1,1/1/2021,,,Retraction,\n", "1,x,10.1/y\n"]
)
def test_rows_that_name_no_publication_are_passed_over(row: str, tmp_path: Path) -> None:
    assert read(row, tmp_path) == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_dirty_encoding_is_survived(encoding: str, tmp_path: Path) -> None:
    rows = '1,1/1/2021 0:00,10.1000/x,0,Retraction,"Sjögren\nand more"\n'
    assert read(rows, tmp_path, encoding)["doi:10.1000/x"].reason == "Sjögren and more"


def test_another_csv_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnusableError, match="no Retraction Watch list, it lacks OriginalPaperDOI, RetractionNature"):
        read_retractions(tmp_path / "list.csv")


def test_what_a_reference_is_known_by() -> None:
    references, _ = parse_references("@article{a, doi = {https://doi.org/10.1000/X}, pmid = {PMID: 123}}")
    assert list(reference_keys(references["a"])) == ["doi:10.1000/x", "pmid:123"]


def test_journals(tmp_path: Path) -> None:
    (tmp_path / "journals.txt").write_text("# mine\nCureus\n\n2168-8184 # its ISSN\n", encoding="utf-8")
    assert read_journals(tmp_path / "journals.txt") == {"cureus", "2168-8184"}
