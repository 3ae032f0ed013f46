"""Mending whole files, round after round: what is told, what is written, and that nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.fixes import Fixed, fix, mending, messages, write_changes
from graph.fixes.edits import Text
from graph.model import File, Place
from graph.reading import read_files
from graph.reading.problems import Problems
from graph.reading.table import read_lines
from graph.reading.text import decode, unix_lines
from tests.fixes.mending import HEADER, REFERENCES, files, make_edit, mend, mended


def test_what_a_fix_brings_to_light_is_mended_too() -> None:
    after = mended(REFERENCES, "claim_id,cause,claims,suports\nc1,X,Y,drake13\n", unsafe=True)[1]
    assert after == b"claim_id,cause,claim,supports\nc1,X,Y,drake2013\n"


def test_every_other_byte_stays() -> None:
    odd = 'claim_id;cause;\tclaim;supports\r\n\r\n c1 ;X;"Y; ""q""\n\r more";%s;extra \rc2;torn" ;;\nc3;X;Z; \n\n;;;'
    after = mended(f"{REFERENCES}%\r\n \t", odd % "drake\u200b2013")
    assert after == (f"{REFERENCES}%\r\n \t".encode(), (odd % "drake2013").encode())


def test_each_edit_is_told_in_a_line() -> None:
    fixed = mend(REFERENCES, f"\ufeff{HEADER}\nc1,X,Y,“drake2013”,,\n")
    assert list(messages(fixed.edits)) == [
        "claims.csv:1: REF214 encoding: UTF-8 with a byte order mark becomes UTF-8",
        "claims.csv:2: CLM002 unknown-reference: '“drake2013”' becomes 'drake2013'",
    ]


def test_a_message_is_safe_on_a_terminal() -> None:
    edit = replace(make_edit(0, 0), place=Place("a\x1b[2J\nb", 1), message="c\x07")
    assert list(messages([edit])) == ["a\\x1b[2J\\nb:1:  : c\\x07"]


def test_unsafe_edits_that_were_not_asked_for_are_told() -> None:
    fixed = mend(REFERENCES, f"{HEADER}\nc1,X,Y,drake13; “clark2017”,,\n")
    assert [edit.new for edit in fixed.edits] == ["clark2017"]
    assert [edit.new for edit in fixed.left] == ["drake2013"]


KEYS = st.sampled_from(
    [
        "drake2013",
        "drake\u200b2013",
        "“drake2013”",
        "drake13",
        "clark2017 (p. 1)",
        "nobody",
        "o\N{RIGHT SINGLE QUOTATION MARK}brien",
    ]
)
CELLS = st.lists(KEYS, max_size=3).map("; ".join)
WORD = st.sampled_from(["", "association", "Risk Factor", "asociation", "none"])
ROWS = st.lists(st.tuples(st.sampled_from(["c1", '"c2"', "c3 "]), CELLS, CELLS, WORD), max_size=4)
ENTRIES = st.lists(
    st.sampled_from(
        [
            "@article{drake2013, doi = {https://doi.org/10.1000/x.}}",
            '@article{clark2017,\n doi="doi:10.1000/y" ,}',
            "@article{o'brien, doi = {10.1000/z}} % doi = {doi:10.1000/z}",
            "@article{drake\u200b2013, title = {É}}",
            "@article{torn, doi = {doi:10.1000/x}",
        ]
    ),
    max_size=5,
    unique=True,
)
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"])
HEADERS = st.sampled_from([f"{HEADER[:-6]},disputes", "claim_id,cause,claims,suports,disputes,kind"])


@st.composite
def inputs(draw: st.DrawFn) -> list[File]:
    """Two files with slips of every sort, written in every way."""
    lines = [draw(HEADERS).replace("supports,kind,disputes", "supports,disputes,kind")]
    lines += [f'{key},X,"É ""x""",{supports},{disputes},{kind}' for key, supports, disputes, kind in draw(ROWS)]
    texts = "\n".join(draw(ENTRIES)), "\n".join(lines) + draw(st.sampled_from(["", "\n"]))
    return files(*(text.replace("\n", draw(BREAKS)).encode(draw(ENCODINGS), "replace") for text in texts))


@given(before=inputs(), unsafe=st.booleans())
def test_fixing_again_changes_nothing(*, before: list[File], unsafe: bool) -> None:
    fixed = fix(before, audit, unsafe=unsafe)
    assert fix(fixed.files, audit, unsafe=unsafe) == Fixed(fixed.files, (), fixed.left, fixed.evidence)


@given(before=inputs(), unsafe=st.booleans())
def test_nothing_is_lost_where_only_rules_that_can_be_mended_are_run(*, before: list[File], unsafe: bool) -> None:
    narrow = partial(audit, settings=mending(Settings()))
    assert fix(before, narrow, unsafe=unsafe) == fix(before, audit, unsafe=unsafe)


@given(before=inputs())
def test_what_was_read_already_is_not_read_again_to_another_end(*, before: list[File]) -> None:
    assert fix(before, audit, evidence=read_files(before)) == fix(before, audit)


@given(before=inputs(), unsafe=st.booleans())
def test_what_has_no_edit_stays_byte_for_byte(*, before: list[File], unsafe: bool) -> None:
    fixed = fix(before, audit, unsafe=unsafe)
    touched = {edit.place.file for edit in fixed.edits}
    assert {old.name for old, new in zip(before, fixed.files, strict=True) if old != new} == touched


@given(before=inputs(), unsafe=st.booleans())
def test_all_that_is_not_mended_reads_as_before(*, before: list[File], unsafe: bool) -> None:
    after = fix(before, audit, unsafe=unsafe).files
    old, new = (Text(text, "") for text in (decode(file[1].data, "")[0] for file in (before, after)))
    for (line, row), (_, other) in zip(
        *(read_lines(unix_lines(each.text), Problems("")) for each in (old, new)), strict=True
    ):
        assert line == 1 or (row[:3], row[6:], len(row)) == (other[:3], other[6:], len(other))
    fields = [[{**each.fields, "doi": ""} for each in read_files(each).references.values()] for each in (before, after)]
    assert fields[0] == fields[1]


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    before = [File(name, data, path=str(tmp_path / name)) for name, data in (("a", b"1"), ("b", b"2"))]
    assert write_changes(before, [before[0], replace(before[1], data=b"3")]) == [tmp_path / "b"]
    assert [each.name for each in tmp_path.iterdir()] == ["b"]


def test_each_of_two_bibliographies_is_mended() -> None:
    one = File("one.bib", b"@article{a, doi = {doi:10.1000/one}}")
    two = File("two.bib", b"@article{b,\n doi = {https://doi.org/10.1000/two}}")
    fixed = fix([one, two, File("claims.csv", f"{HEADER}\n".encode(), "claims")], audit)
    assert [each.data for each in fixed.files[:2]] == [
        b"@article{a, doi = {10.1000/one}}",
        b"@article{b,\n doi = {10.1000/two}}",
    ]
