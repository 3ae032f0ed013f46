"""Articles as Parquet, and back."""

from pathlib import Path

import pytest

from graph.archive import packing
from graph.archive.packing import pack, unpack
from graph.archive.rows import Packed
from graph.model import Article, UnusableError

ON_IRON = Packed(
    name="sleep/on-iron",
    contents={
        "sleep/on-iron/claims.csv": b"claim_id,cause,claim\nc1,Iron,Low iron.\n",
        "library.bib": b"\xff@article{a}",
    },
    files={"sleep/on-iron/claims.csv": "claims", "library.bib": "references"},
    about=Article(title="On iron", date="2020-01"),
    desk="Sleep",
)
ON_TEA = Packed(name="on tea\n", contents={"t.md": b"Tea."}, files={"t.md": "article"})


def test_what_is_packed_comes_back(tmp_path: Path) -> None:
    assert pack([ON_IRON, ON_TEA], tmp_path) == 2
    assert list(unpack(tmp_path)) == [ON_IRON, ON_TEA]


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        pack([ON_IRON, ON_TEA], tmp_path / name)
    one, other = (tmp_path / name / "part-00000.parquet" for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_large_archives_are_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "PACKED_BYTES", 10)
    pack([ON_IRON, ON_TEA], tmp_path)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["part-00000.parquet", "part-00001.parquet"]


def test_parts_of_an_earlier_archive_are_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as smaller:
        smaller.setattr(packing, "PACKED_BYTES", 10)
        pack([ON_IRON, ON_TEA], tmp_path)
    (tmp_path / "notes.parquet").write_bytes(b"the user's own")
    pack([ON_TEA], tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.parquet", "part-00000.parquet"]


def test_a_file_that_is_no_parquet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "part-00000.parquet"
    path.write_bytes(b"PAR1 no")
    with pytest.raises(UnusableError, match="cannot be read as Parquet"):
        list(unpack(path))


def test_another_table_is_refused(tmp_path: Path) -> None:
    pa = packing.arrow()
    path = tmp_path / "part-00000.parquet"
    pa.parquet.write_table(pa.table({"name": ["x"]}), path)
    with pytest.raises(UnusableError, match="lacks the column 'title'"):
        list(unpack(tmp_path))
