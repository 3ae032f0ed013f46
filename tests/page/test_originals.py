"""What the page hands back: the files it was made from."""

import base64
import gzip
from pathlib import Path

import pytest

from graph.model import Evidence, File
from graph.page.contract import OriginalData
from graph.page.originals import form_of, forms_of, gzipped, originals_data, written_anew
from graph.reading import parse, read, read_files
from tests.reading.test_spreadsheets import HEADER, row, workbook

CLAIMS = "claim_id,cause,claim\na,Cause,Été.\n"


def handed_out(evidence: Evidence) -> list[OriginalData]:
    """What the page hands back."""
    return originals_data(evidence, forms_of(evidence))


def anew(evidence: Evidence) -> dict[str, str]:
    """The references that are written as BibTeX for the page."""
    return written_anew(evidence, forms_of(evidence))


def originals(evidence: Evidence) -> dict[str, bytes]:
    found = handed_out(evidence)
    return {each["name"]: gzip.decompress(base64.b64decode(each["gzip"])) for each in found}


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + CLAIMS.encode(), CLAIMS.encode("cp1252"), b"\x00\r\n"])
def test_files_come_back_byte_for_byte(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(b"% nothing")
    (tmp_path / "table.csv").write_bytes(content)
    found = originals(read(tmp_path / "refs.bib", tmp_path / "table.csv"))
    assert (found["refs.bib"], found["table.csv"]) == (b"% nothing", content)


def test_texts_come_back_as_utf_8() -> None:
    assert originals(parse("", CLAIMS))["claims.csv"] == CLAIMS.encode()


def test_evidence_made_by_hand_has_none() -> None:
    assert handed_out(Evidence(references={}, claims={}, causes={})) == []


def test_a_file_of_which_only_a_folder_is_named_has_a_name() -> None:
    assert "claims" in originals(parse("", CLAIMS, files=("references.bib", "/")))


def test_the_same_bytes_are_packed_the_same() -> None:
    assert gzipped(b"text") == gzipped(b"text")


def test_evidence_is_the_same_however_its_files_are_written() -> None:
    assert parse("", CLAIMS) == parse("\n", CLAIMS)


def test_of_several_bibliographies_each_comes_back() -> None:
    evidence = parse(("% one", "% two"), CLAIMS, files=("a/refs.bib", "b/refs.bib"))
    found = handed_out(evidence)
    assert [(each["id"], each["file"], each["name"]) for each in found] == [
        ("references-1", "a/refs.bib", "refs.bib"),
        ("references-2", "b/refs.bib", "refs.bib"),
        ("claims-1", "claims.csv", "claims.csv"),
    ]


LIBRARIES = {
    "entries": "@misc{a, title = {One}, abstract = {Long}}",
    "records": '[{"id": "a", "title": "One", "abstract": "Long"}]',
    "lines": "TY  - GEN\nID  - a\nTI  - One\nAB  - Long\nER  - \n",
}


@pytest.mark.parametrize("form", LIBRARIES)
def test_how_references_are_written_depends_on_their_format(form: str) -> None:
    evidence = parse(LIBRARIES[form], CLAIMS)
    assert [each["form"] for each in handed_out(evidence)] == [form, "rows"]


def test_an_article_is_written_in_lines() -> None:
    evidence = parse("", "# Title\n\nA sentence.\n", files=("references.bib", "paper.md"))
    assert handed_out(evidence)[1]["form"] == "lines"


def test_a_file_of_an_office_program_is_no_text() -> None:
    assert form_of(File("paper.docx", b"PK\x03\x04...", "article")) == ""


@pytest.mark.parametrize(("line", "form"), [(b"<p>Short.</p>\n", "lines"), (b"<p>Long.</p>" * 500, "")])
def test_markup_that_is_all_in_one_line_is_not_shown(line: bytes, form: str) -> None:
    assert form_of(File("paper.xml", b"<article>\n" + line, "article")) == form


@pytest.mark.parametrize("form", ["records", "lines"])
def test_a_reference_in_another_format_is_an_entry_without_its_abstract(form: str) -> None:
    entries = anew(parse(LIBRARIES[form], CLAIMS))
    assert parse(entries["a"], CLAIMS).references["a"].fields == {"title": "One"}


def test_a_reference_of_an_article_is_an_entry() -> None:
    article = "# T\n\nIron [1].\n\n## References\n\n1. Doe J. Iron and sleep. Sleep. 2015;1:2-3.\n"
    evidence = parse("", article, files=("references.bib", "paper.md"))
    assert [*anew(evidence)] == [*evidence.references] != []


def test_an_entry_of_bibtex_stands_in_its_file_already() -> None:
    assert anew(parse(LIBRARIES["entries"], CLAIMS)) == {}


def test_a_spreadsheet_is_handed_back_as_the_table_that_was_read() -> None:
    evidence = read_files([File("claims.xlsx", workbook(row(1, *HEADER) + row(2, "a", "b", "c")), "claims")])
    (table,) = handed_out(evidence)
    assert (table["file"], table["name"]) == ("claims.xlsx", "claims.csv")
    assert originals(evidence)["claims.csv"] == b"claim_id,cause,claim\na,b,c\n"
