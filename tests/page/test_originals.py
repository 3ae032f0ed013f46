"""What the page hands back: the files it was made from."""

import base64
import gzip
import json
from pathlib import Path

import pytest

from graph.auditing.engine import audit
from graph.model import Evidence, File
from graph.page.data import gzipped, originals_data
from graph.reading import parse, read, read_files
from tests.reading.test_spreadsheets import HEADER, row, workbook

CLAIMS = "claim_id,cause,claim\na,Cause,Été.\n"


def originals(evidence: Evidence) -> dict[str, bytes]:
    found = originals_data(evidence, audit(evidence))
    return {each["name"]: gzip.decompress(base64.b64decode(each["gzip"])) for each in found}


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + CLAIMS.encode(), CLAIMS.encode("cp1252"), b"\x00\r\n"])
def test_files_come_back_byte_for_byte(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(b"% nothing")
    (tmp_path / "table.csv").write_bytes(content)
    found = originals(read(tmp_path / "refs.bib", tmp_path / "table.csv"))
    assert (found["refs.bib"], found["table.csv"]) == (b"% nothing", content)


def test_texts_come_back_as_utf_8() -> None:
    assert originals(parse("", CLAIMS))["claims.csv"] == CLAIMS.encode()


def test_findings_are_the_report() -> None:
    assert json.loads(originals(parse("", CLAIMS))["findings.json"])["summary"]["claims"] == 1


def test_evidence_made_by_hand_has_findings_only() -> None:
    assert list(originals(Evidence(references={}, claims={}, causes={}))) == ["findings.json"]


def test_a_file_of_which_only_a_folder_is_named_has_a_name() -> None:
    assert "claims" in originals(parse("", CLAIMS, files=("references.bib", "/")))


def test_the_same_bytes_are_packed_the_same() -> None:
    assert gzipped(b"text") == gzipped(b"text")


def test_evidence_is_the_same_however_its_files_are_written() -> None:
    assert parse("", CLAIMS) == parse("\n", CLAIMS)


def test_of_several_bibliographies_each_comes_back() -> None:
    evidence = parse(("% one", "% two"), CLAIMS, files=("a/refs.bib", "b/refs.bib"))
    found = originals_data(evidence, audit(evidence))
    assert [(each["id"], each["file"], each["name"]) for each in found] == [
        ("references-1", "a/refs.bib", "refs.bib"),
        ("references-2", "b/refs.bib", "refs.bib"),
        ("claims-1", "claims.csv", "claims.csv"),
        ("findings-1", "", "findings.json"),
    ]


def test_a_spreadsheet_is_handed_back_as_the_table_that_was_read() -> None:
    evidence = read_files([File("claims.xlsx", workbook(row(1, *HEADER) + row(2, "a", "b", "c")), "claims")])
    (table, _) = originals_data(evidence, audit(evidence))
    assert (table["file"], table["name"]) == ("claims.xlsx", "claims.csv")
    assert originals(evidence)["claims.csv"] == b"claim_id,cause,claim\na,b,c\n"
