"""Lists that the user has."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.auditing.lists import Notice, read_journals, read_retractions, sortable
from graph.model import UnusableError

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
    assert list(read(f"{row}2,1/1/2021,10.1000/x,0,Retraction,\n", tmp_path)) == ["doi:10.1000/x"]
    with pytest.raises(UnusableError, match="nothing in it can be compared, as no row has a DOI or PMID"):
        read(row, tmp_path)


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('1,1/1/2021,10.1000/x,0,Retraction,"Error\n2,1/1/2021,10.1000/y,0,Retraction,\n', 2),
        ('1,1/1/2021,10.1000/x,0,Retraction,\n2,1/1/2021,10.1000/y,0,Retraction,"a" b\n', 3),
    ],
)
def test_a_damaged_list_is_not_used(rows: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match=rf"list\.csv:{line}: no CSV \(.*\); download the list again"):
        read(rows, tmp_path)


def test_natures_that_are_all_unknown_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match=r"no RetractionNature is known \('R\u00fcckzug'\); write Retraction, Exp"):
        read("1,1/1/2021,10.1000/x,0,R\u00fcckzug,\n", tmp_path)


def test_a_list_that_a_spreadsheet_saved_again(tmp_path: Path) -> None:
    text = "RetractionDate;OriginalPaperDOI; RetractionNature\r\n31.07.2021;10.1000/x;Retraction\r\n"
    (tmp_path / "list.csv").write_bytes(text.encode())
    assert read_retractions(tmp_path / "list.csv") == {"doi:10.1000/x": Notice("retraction", "2021-07-31")}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("7/31/2021 0:00", (2021, 7, 31)),
        ("2021-07-31", (2021, 7, 31)),
        ("2021-07-31T00:00:00", (2021, 7, 31)),
        ("31.07.2021", (2021, 7, 31)),
        ("31/7/2021", ()),
        ("\u00b2/31/2021", ()),
        ("soon", ()),
        ("", ()),
    ],
)
def test_dates(written: str, read: tuple[int, ...]) -> None:
    assert sortable(written) == read


@pytest.mark.parametrize("retracted", ["1/1/2021", "", "soon"])
@pytest.mark.parametrize("reinstated", ["", "soon"])
def test_a_reinstatement_of_unknown_date_ends_nothing(retracted: str, reinstated: str, tmp_path: Path) -> None:
    rows = [f"1,{retracted},10.1000/x,0,Retraction,\n", f"2,{reinstated},10.1000/x,0,Reinstatement,\n"]
    for each in (rows, reversed(rows)):
        assert read("".join(each), tmp_path)["doi:10.1000/x"].state == "retraction"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_dirty_encoding_is_survived(encoding: str, tmp_path: Path) -> None:
    rows = '1,1/1/2021 0:00,10.1000/x,0,Retraction,"Sjögren\nand more"\n'
    assert read(rows, tmp_path, encoding)["doi:10.1000/x"].reason == "Sjögren and more"


def test_another_csv_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnusableError, match="no Retraction Watch list, it lacks OriginalPaperDOI, RetractionNature"):
        read_retractions(tmp_path / "list.csv")


def test_journals(tmp_path: Path) -> None:
    (tmp_path / "journals.txt").write_text("# mine\nCureus\n\n2168-8184 # its ISSN\n", encoding="utf-8")
    assert read_journals(tmp_path / "journals.txt") == {"cureus", "2168-8184"}
