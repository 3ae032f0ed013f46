"""Laws of the whole way: no bytes raise, what is written reads back equal, and the page has what the evidence has."""

from __future__ import annotations

import base64
import csv
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graph.auditing.engine import audit
from graph.drafts.table import table_csv
from graph.exports.bibtex import write_bibtex
from graph.exports.files import table_as_csv
from graph.exports.tables import table_of_claims
from graph.model import Evidence, File, Place
from graph.page import render_page
from graph.page.data import page_data
from graph.reading import parse, read_files
from graph.support import Support
from tests.page.test_packing import unpacked

BIB = File("r.bib", b"@article{a, title = {T}, year = {2001}}")
TABLE = File("c.csv", b"claim_id,cause,claim,supports\nx,C,It is so.,a\n", "claims")

PIECES = {
    "bib": [
        "@article{a,",
        "title = {",
        "}",
        "}\n",
        '"',
        "\\",
        "\\'",
        "{",
        "$",
        "#",
        ",",
        "@string{a = ",
        "and",
        "crossref = {a}",
    ],
    "json": ["[", "{", '"id": "a"', ",", ":", '"', "]", "}", "1e999", "null", '"author": [{"family": 1}]', "-"],
    "yaml": [
        "references:\n",
        "- id: a\n",
        "  title: ",
        "  author: [{family: ",
        "}]\n",
        "&x ",
        "*x",
        "a:\n  type: book\n",
        "  parent:\n",
        "    title: ",
        "|\n",
        '"',
        "---\n",
        "\t",
    ],
    "ris": [
        "TY  - JOUR\n",
        "AU  - A, B\n",
        "ER  - \n",
        "PMID- 1\n",
        "FAU - A\n",
        "     more\n",
        "PY  - \n",
        "1. A. B. 2001.\n",
    ],
    "bbl": [
        "\\bibitem{a}",
        "[{A}(2001)]",
        "\\newblock ",
        "\\emph{",
        "}",
        "{\\em ",
        "``",
        "A.~Lee, ",
        "\\bibinfo{author}{",
        "\\begin{x}",
        "\\end{x}",
        "\\entry{a}{b}{}",
        "\\name{author}{1}{}{",
        "{{family={A}",
        "\\field{title}{",
        "%",
    ],
    "enw": [
        "%0 Book\n",
        "%A A, B\n",
        "%T ",
        "\n\n",
        "%",
        "PT J\n",
        "AU A, B\n   C\n",
        "ER\n",
        "FN x\n",
        "PT\tAU\n",
        "\t",
    ],
    "rows": ["title,year,authors\n", ",", '"', "\n", "A, B; C", "2001", "Lee A and ", "\t", ";"],
    "xml": [
        "<xml><records>",
        "<record>",
        "<titles>",
        "</record>",
        "<author>",
        "&amp;",
        "&x;",
        "<!DOCTYPE a [",
        "<![CDATA[",
    ],
    "csv": ["claim_id,cause,claim\n", ",", ";", '"', "\n", "\t", "a", "X > Y", "sep=;\n", "=1+1", "a (p. 3)", "\x00"],
    "md": [
        "# X\n",
        "[@a]",
        "[^1]",
        "[^1]: ",
        "---\n",
        "references:\n- id: a\n",
        "> ",
        "```\n",
        "| a ",
        "\n\n",
        "It is so. ",
        "(1)",
        "<!--",
        "$",
        "*",
        "![",
        "](",
    ],
    "tex": [
        "\\section{X}",
        "\\cite{a}",
        "{",
        "}",
        "\\begin{quote}",
        "\\end{",
        "$",
        "%",
        "\\input{x}",
        "\\def\\x",
        "\\x",
        "It is so. ",
    ],
    "html": [
        "<p>",
        "</p>",
        "<sup>",
        "<a href=#r1>",
        "1",
        "<ol><li id=r1>",
        "<table>",
        "<!--",
        "&#x110000;",
        "It is so. ",
        "<h2>X</h2>",
    ],
    "nxml": [
        "<article>",
        "<body>",
        "<sec>",
        "<title>X</title>",
        "<p>It is so",
        '<xref ref-type="bibr" rid="r">',
        "</",
        ">",
        "<ref id='r'>",
    ],
    "tei": [
        "<TEI>",
        "<text><body>",
        "<div>",
        "<head>X</head>",
        "<p>It is so.",
        '<ref type="bibr" target="#b0">',
        "</ref>",
        "</p>",
    ],
    "wiki": [
        "== X ==\n",
        "<ref>",
        "</ref>",
        "<ref name=a/>",
        "{{cite journal|",
        "}}",
        "[[",
        "]]",
        "{|",
        "|}",
        "'''",
        "It is so. ",
        "<nowiki>",
    ],
    "txt": ["It is so. ", "[1]", "(Doe 2001)", "References\n", "1. Doe J. T. 2001.\n", "\n\n", "\x0c", "-\n"],
}
"""What files of each ending are made of."""

IN_ARCHIVES = [
    "<w:p>",
    "</w:p>",
    "<w:r><w:t>It is so.",
    "<text:p>",
    "</",
    "<row r='1'>",
    "<c r='A1' t='s'>",
    "<v>9",
    "<sheet",
    "&",
    "<a",
]
MEMBERS = [
    "word/document.xml",
    "word/footnotes.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "content.xml",
    "mimetype",
]
LIBRARIES, TABLES = ("bib", "json", "yaml", "ris", "bbl", "enw", "rows", "xml"), ("csv",)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])


def torn(pieces: list[str]) -> st.SearchStrategy[bytes]:
    """Bytes made of pieces in some encoding, or of nothing that means anything."""
    texts = st.lists(st.sampled_from(pieces) | st.text(max_size=3), max_size=12).map("".join)
    return st.builds(lambda text, encoding: text.encode(encoding, "replace"), texts, ENCODINGS) | st.binary(max_size=60)


def archive(members: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return data.getvalue()


ARCHIVES = st.dictionaries(st.sampled_from(MEMBERS), torn(IN_ARCHIVES), max_size=4).map(archive)
CUT_ARCHIVES = st.builds(lambda data, end: data[: len(data) - end], ARCHIVES, st.integers(0, 30))


@pytest.mark.parametrize("ending", LIBRARIES)
@given(st.data())
@settings(max_examples=40)
def test_no_bytes_of_a_library_raise(ending: str, data: st.DataObject) -> None:
    read_files([File(f"r.{ending}", data.draw(torn(PIECES[ending]))), TABLE])


@pytest.mark.parametrize("role", ["claims", "values"])
@given(torn(PIECES["csv"]) | CUT_ARCHIVES)
@settings(max_examples=40)
def test_no_bytes_of_a_table_raise(role: Any, data: bytes) -> None:
    read_files([BIB, TABLE, File("t.csv", data, role)])


@pytest.mark.parametrize("ending", [each for each in PIECES if each not in LIBRARIES + TABLES])
@given(st.data())
@settings(max_examples=40)
def test_no_bytes_of_an_article_raise(ending: str, data: st.DataObject) -> None:
    read_files([BIB, File(f"a.{ending}", data.draw(torn(PIECES[ending])), "claims")])


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.xlsx", "a.ods"])
@given(CUT_ARCHIVES)
@settings(max_examples=25)
def test_no_bytes_of_an_archive_raise(name: str, data: bytes) -> None:
    read_files([BIB, File(name, data, "claims")])


SIGNS = st.sampled_from("aé<&\"',;|`*[]{}$%#@=+-0 .\u2028\u202e\U0001f600")
SAID = st.text(SIGNS | st.characters(exclude_categories=["C"]), max_size=12).map(lambda text: " ".join(text.split()))
CELLS = st.fixed_dictionaries(
    {
        "cause": st.sampled_from(["Tea", "Tea > Green", "Noise"]),
        "claim": SAID.map(lambda text: f"It is so: {text}"),
        "supports": st.sampled_from(["", "a", "a (p. 3)", "a; b", "gone"]),
        "disputes": st.sampled_from(["", "c"]),
        "basis": st.sampled_from(["", "cited", "inferred"]),
        "kind": st.sampled_from(["", "frequency"]),
        "value": st.sampled_from(["", "12", "0.50", "-3"]),
        "unit": st.sampled_from(["", "%"]),
        "involves": st.sampled_from(["", "Noise", "Noise; Light"]),
        "quote": SAID,
        "note": SAID,
        "mine": SAID,
    }
)
ROWS = st.lists(CELLS, min_size=1, max_size=4)
TITLES = st.lists(SAID, min_size=3, max_size=3)
NOWHERE = Place("", 0)
MARK = re.compile(r"^'", re.MULTILINE)
"""What an exported table has before a cell that a spreadsheet would take for a formula."""


def made(rows: list[dict[str, str]], titles: list[str]) -> Evidence:
    """Evidence of these claims, and of three references with these titles."""
    base = parse("@misc{a}@misc{b}@misc{c}", table_csv(["claim_id", *rows[0]], with_keys(rows)))
    named = zip(base.references.values(), titles, strict=True)
    titled = {each.key: replace(each, title=title, fields={"title": title} if title else {}) for each, title in named}
    return replace(base, references=titled)


def with_keys(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Rows, each with a key."""
    return [{"claim_id": f"c{number}", **row} for number, row in enumerate(rows)]


def exported(evidence: Evidence) -> str:
    """The claims as a table that was exported, without the columns that say how they stand."""
    rows = csv.DictReader(io.StringIO(table_as_csv(table_of_claims(Support(evidence))).decode(), newline=""))
    known = [name for name in rows.fieldnames or () if name not in {"state", "sourced", "file", "line"}]
    return table_csv(known, [{name: MARK.sub("", row[name]) for name in known} for row in rows])


def placeless(evidence: Evidence) -> list[object]:
    """What evidence says, without where it stands."""
    references = [replace(each, place=NOWHERE, places={}) for each in evidence.references.values()]
    cited = {
        each.key: tuple(replace(part, place=NOWHERE) for part in each.citations) for each in evidence.claims.values()
    }
    claims = [replace(each, place=NOWHERE, citations=cited[each.key]) for each in evidence.claims.values()]
    return [references, claims, list(evidence.causes)]


@given(ROWS, TITLES)
@settings(max_examples=50)
def test_what_is_written_reads_back_equal(rows: list[dict[str, str]], titles: list[str]) -> None:
    evidence = made(rows, titles)
    assert placeless(parse(write_bibtex(evidence.references.values()), exported(evidence))) == placeless(evidence)


@given(rows=ROWS, titles=TITLES)
@settings(max_examples=3, phases=[Phase.generate])  # each asks Node, so a smaller example would take minutes to find
def test_the_page_has_what_the_evidence_has(node: Path, rows: list[dict[str, str]], titles: list[str]) -> None:
    evidence = made(rows, titles)
    packed = render_page(evidence).partition('id="data">')[2].partition("<")[0]
    lines = zlib.decompress(base64.b64decode(packed)).split(b"\n")
    shown = unpacked(node, lines, page_data(evidence, audit(evidence)))
    assert [words_of(each) for each in shown["claims"]] == [
        [each.text, f"cause:{each.cause}", each.quote, each.note] for each in evidence.claims.values()
    ]
    assert [each["title"] for each in shown["references"]] == [each.title for each in evidence.references.values()]


def words_of(claim: Mapping[str, str]) -> list[str]:
    """What the page shows of a claim in the words of its author."""
    return [claim[name] for name in ("text", "cause", "quote", "note")]
