"""Files -> evidence."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from graph.model import Place
from graph.reading import parse, read
from tests.examples import CLAIMS, REFERENCES, sample

HEADER = "claim_id,cause,claim"


def test_reads_two_files(tmp_path: Path) -> None:
    (tmp_path / "r.bib").write_text(REFERENCES, encoding="utf-8")
    (tmp_path / "c.csv").write_text(CLAIMS, encoding="utf-8")
    evidence = read(tmp_path / "r.bib", tmp_path / "c.csv")
    assert (len(evidence.references), len(evidence.claims), evidence.problems) == (3, 4, ())
    assert evidence.claims["c1"].place == Place(str(tmp_path / "c.csv"), 2)


def test_a_missing_file_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.bib", tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("encoding", "message"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "byte order mark and is read as UTF-8"),
        ("utf-16", "byte order mark and is read as UTF-16"),
        ("cp1252", "byte 0xf6 is not UTF-8; the file is read as Windows-1252"),
    ],
)
def test_encodings(encoding: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "r.bib").write_text("@article{a, title = {Sjögren}}", encoding=encoding)
    (tmp_path / "c.csv").write_text(HEADER, encoding="utf-8")
    evidence = read(tmp_path / "r.bib", tmp_path / "c.csv")
    assert evidence.references["a"].title == "Sjögren"
    assert [message in problem.message for problem in evidence.problems] == [True] * bool(message)


def test_bytes_without_meaning_in_windows_1252_are_read_as_latin_1(tmp_path: Path) -> None:
    (tmp_path / "r.bib").write_bytes(b"@article{a, title = {\xf6\x81}}")
    (tmp_path / "c.csv").write_text(HEADER, encoding="utf-8")
    assert "Latin-1" in read(tmp_path / "r.bib", tmp_path / "c.csv").problems[0].message


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks(line_break: str) -> None:
    evidence = parse(REFERENCES.replace("\n", line_break), CLAIMS.replace("\n", line_break))
    assert (evidence.references["clark2017"].place.line, evidence.claims["c2"].place.line) == (2, 3)
    assert evidence.problems == ()


@pytest.mark.parametrize("character", ["\N{REPLACEMENT CHARACTER}", "\0", "\x1b", "\x7f"])
def test_lost_letters_and_control_characters_are_reported(character: str) -> None:
    evidence = parse(REFERENCES, f"{HEADER}\na,b,Sj{character}gren\n")
    assert [(problem.rule, problem.place.line) for problem in evidence.problems] == [("encoding", 2)]
    assert evidence.claims["a"].text == "Sj\N{REPLACEMENT CHARACTER}gren"


def test_causes_stand_in_the_order_of_the_table_with_wider_ones_first() -> None:
    assert list(sample().causes) == ["Drinks", "Drinks > Coffee", "Drinks > Tea", "Noise"]


def test_a_cause_that_is_only_involved_comes_last() -> None:
    evidence = parse(REFERENCES, f"{HEADER},involves\na,X,b,Z\nc,Y,d,\n")
    assert [(cause.name, cause.place.column) for cause in evidence.causes.values()] == [
        ("X", "cause"),
        ("Y", "cause"),
        ("Z", "involves"),
    ]


def test_an_unknown_stance_is_reported() -> None:
    evidence = parse(REFERENCES, f"{HEADER},refutes\na,b,c,drake2013; clark2017 (p. 3)\n")
    assert "unknown stance 'refutes'" in evidence.problems[0].message


def test_another_column_is_no_stance() -> None:
    assert parse(REFERENCES, f"{HEADER},seen_by\na,b,c,drake2013\nd,e,f,me\n").problems == ()


def test_the_garbage_collector_runs_again() -> None:
    sample()
    assert gc.isenabled()
