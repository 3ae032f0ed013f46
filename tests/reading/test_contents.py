"""What a file is that no claim was read from."""

from __future__ import annotations

import io
import zipfile

import pytest

from graph.model import Evidence, File
from graph.reading import read_files
from graph.reading.article_formats import detect
from graph.reading.contents import (
    FROM_SOURCE,
    SAVE_AS_CSV,
    SAVE_AS_DOCX,
    TO_MARKDOWN,
    WRITE,
    no_claims,
    no_table,
    not_read,
)

HEADER = b"claim_id,cause,claim,supports\n"


def archive(*members: str, mimetype: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as written:
        if mimetype:
            written.writestr("mimetype", mimetype)
        for name in members:
            written.writestr(name, "")
    return data.getvalue()


def evidence(data: bytes) -> Evidence:
    return read_files([File("r.bib", b"@misc{a}"), File("c.csv", data, "claims", "data/c.csv")])


NO_TABLES = {
    "nothing": (b"", "empty", WRITE),
    "white space after a byte order mark": (b"\xef\xbb\xbf \r\n", "empty", WRITE),
    "xlsb": (archive("[Content_Types].xml", "xl/workbook.bin"), "a spreadsheet (Excel)", SAVE_AS_CSV),
    "numbers": (archive("Index/Tables/Tile.iwa"), "a spreadsheet (Numbers)", SAVE_AS_CSV),
    "zip": (archive("a.csv"), "a ZIP archive", "unpack it"),
    "torn zip": (archive("xl/workbook.xml")[:30], "a torn ZIP archive", "save the document again"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "a file of an old Office program", SAVE_AS_CSV),
    "gzip": (b"\x1f\x8b\x08\0", "compressed (gzip)", "unpack it"),
    "bzip2": (b"BZh91AY&SY", "compressed (bzip2)", "unpack it"),
    "xz": (b"\xfd7zXZ\0\0\x04", "compressed (xz)", "unpack it"),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\x04", "compressed (7z)", "unpack it"),
    "zstd": (b"\x28\xb5\x2f\xfd\x04\0", "compressed (Zstandard)", "unpack it"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "a PDF", FROM_SOURCE),
    "doc": (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "a document of an old Word", SAVE_AS_DOCX),
    "rtf": (b"{\\rtf1\\ansi It is.}", "a document (RTF)", SAVE_AS_DOCX),
    "lyx": (b"#LyX 2.3 created this file\n", "a manuscript (LyX)", "export it as LaTeX and name that file"),
    "typst": (b"#set text(11pt)\n= Tea\n", "a manuscript (Typst)", TO_MARKDOWN),
    "bytes": (b"\x89PNG\r\n\x1a\n\0\0\0\r", "binary, no text", SAVE_AS_CSV),
    "xml": (b'<?xml version="1.0"?>\n<articles/>', "XML", WRITE),
    "json": (b'[{"claim": "x"}]', "JSON", WRITE),
    "notebook": (b'{\n "cells": []}', "a notebook (Jupyter)", TO_MARKDOWN),
    "epub": (archive("mimetype", "META-INF/container.xml"), "a book (EPUB)", TO_MARKDOWN),
    "org": (b"#+title: Tea\n* Why\n", "a manuscript (Org)", TO_MARKDOWN),
    "rst": (b"Tea\n\n.. note::\n\n   It is.\n", "a manuscript (reStructuredText)", TO_MARKDOWN),
    "asciidoc": (b"= Tea\nLee\n:toc: left\n", "a manuscript (AsciiDoc)", TO_MARKDOWN),
    "bibtex": (b"% mine\n@article{a, title = {A}}", "a bibliography (BibTeX)", "name it with --references"),
}


@pytest.mark.parametrize(("data", "what", "cure"), NO_TABLES.values(), ids=NO_TABLES)
def test_what_is_no_table_is_told_by_what_is_in_it(data: bytes, what: str, cure: str) -> None:
    said = f"data/c.csv: no claim was read: it is {what}; {cure}"
    assert [tell(evidence(data)) for tell in (no_claims, not_read, no_table)] == [said] * 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (HEADER + b"a b,X,Y,\n", "line 2: row left out: claim_id 'a b' may only have"),
        (HEADER + b',,"torn\n', "line 2: line 2 cannot be read"),
        (b"claim_id,cause\na,b\n", "line 1: required column 'claim' is missing"),
        (b"claim_id,cause,claims\na,b,c\n", "line 1: unknown column 'claims' is not read as evidence; did you mean"),
        (b"claim,note\n", "line 1: required columns 'claim_id', 'cause' are missing"),
        (b"id,topic\n", "line 1: required column"),
    ],
)
def test_what_is_wrong_with_a_table_is_told_with_its_line(data: bytes, reason: str) -> None:
    read = evidence(data)
    for tell in (no_claims, not_read):
        assert tell(read).startswith(f"data/c.csv: no claim was read: {reason}")
    assert no_table(read) == ""


@pytest.mark.parametrize(
    "data", [HEADER, b"sep=;\nClaim ID;Cause;Claim\n\n;;\n", HEADER.replace(b"supports", b"suports")]
)
def test_a_table_with_a_header_only_is_a_table(data: bytes) -> None:
    read = evidence(data)
    assert no_claims(read).endswith("it has a header only; add a row for each claim")
    assert (not_read(read), no_table(read)) == ("", "")


def test_where_a_claim_was_read_nothing_is_said() -> None:
    read = evidence(HEADER + b"a,# X,[@y],\na,b,c,\n")
    assert [tell(read) for tell in (no_claims, not_read, no_table)] == ["", "", ""]


def test_evidence_without_a_file_says_nothing() -> None:
    assert no_claims(Evidence(references={}, claims={}, causes={})) == ""


def test_of_an_empty_article_no_table_is_asked() -> None:
    read = Evidence(references={}, claims={}, causes={}, files=(File("a.md", b"", "article"),))
    assert no_claims(read) == "a.md: no claim was read: it is empty; write the article, or remove the file"


ARTICLES = {
    "jats": b'<?xml version="1.0"?>\n<!-- a - b -->\n<!DOCTYPE article PUBLIC "-//NLM" "x.dtd">\n<article a="1">',
    "several in one": b"<pmc-articleset><article>",
    "tei": b'<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    "word alone": b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    "word": archive("[Content_Types].xml", "word/document.xml"),
    "odt": archive("content.xml", mimetype="application/vnd.oasis.opendocument.text"),
    "html": b"\n<!DOCTYPE html>\n<title>a, b</title>",
    "latex": b"\\documentclass{article}\n",
    "odt alone": b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
}
NAMES = (
    "an article (JATS)",
    "an article (JATS)",
    "an article (TEI)",
    "a Word document",
    "a Word document",
    "a document (OpenDocument)",
    "a web page (HTML)",
    "a manuscript (LaTeX)",
    "a document (OpenDocument)",
)


@pytest.mark.parametrize(("data", "name"), list(zip(ARTICLES.values(), NAMES, strict=True)), ids=ARTICLES)
def test_an_article_is_told_by_what_is_in_it(data: bytes, name: str) -> None:
    found = detect(File("a", data, "claims"))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("sign", ["[", "[ ", ". ", "= ", ": "])
def test_what_a_long_line_is_is_seen_soon(sign: str) -> None:
    assert detect(File("paper.txt", ("Tea wakes. " + sign * 200_000 + " It does.").encode(), "claims"))
