"""Fixes: what is mended, what is left alone, and that nothing else of a file changes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.baseline import Baseline, Known, fingerprint
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.fixes import Fixed, fix, messages, read_files, write_changes
from graph.fixes.cells import find_table, replace_part, scan_row, whole_keys
from graph.fixes.edits import Edit, File, Text, apply, line_starts, read_text, without_overlaps
from graph.fixes.entries import find_key, find_value
from graph.fixes.patch import diff
from graph.fixes.planning import FIXES
from graph.fixes.sources import Sources
from graph.fixes.words import clearest, fold
from graph.model import Place
from graph.reading import parse
from graph.reading.problems import Problems
from graph.reading.table import delimiter, read_lines
from graph.reading.text import decode, unix_lines
from graph.rules import RULES

REFERENCES = "@article{drake2013, doi = {10.5664/jcsm.3170}}\n@article{clark2017, title = {Ü}}\n"
HEADER = "claim_id,cause,claim,supports,kind,basis"
TABLE = f"{HEADER}\nc1,X,Y,drake2013,,\n"


def mend(
    references: str | bytes, claims: str | bytes, settings: Settings | None = None, *, unsafe: bool = False
) -> Fixed:
    """Fix two files that exist in memory only."""
    return fix(files(references, claims), partial(audit, settings=settings or Settings()), unsafe=unsafe)


def files(references: str | bytes, claims: str | bytes) -> list[File]:
    texts = {"references.bib": references, "claims.csv": claims}
    return [File(name, text.encode() if isinstance(text, str) else text) for name, text in texts.items()]


def mended(references: str | bytes, claims: str | bytes, *, unsafe: bool = False) -> tuple[bytes, bytes]:
    references_after, claims_after = mend(references, claims, unsafe=unsafe).files
    return references_after.data, claims_after.data


def mended_cell(cell: str, *, unsafe: bool = False, column: str = "supports", references: str = REFERENCES) -> str:
    """The only row's last cell after fixing."""
    head = f"claim_id,cause,claim,{column}\nc1,X,Y,"
    after = mended(references, f"{head}{cell}\n", unsafe=unsafe)[1].decode()
    return after.removeprefix(head).removesuffix("\n")


def mended_entry(entry: str, claims: str = TABLE) -> str:
    return mended(entry, claims)[0].decode()


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("{https://doi.org/10.1000/x}", "{10.1000/x}"),
        ("{http://dx.doi.org/10.1000/x}", "{10.1000/x}"),
        ("{doi.org/10.1000/x}", "{10.1000/x}"),
        ("{DOI: 10.1000/x}", "{10.1000/x}"),
        ("{https://doi.org/doi:10.1000/x}", "{10.1000/x}"),
        ("{10.1000/x.}", "{10.1000/x}"),
        ('"doi:10.1000/x."', '"10.1000/x"'),
        ("{ doi:10.1000/x }", "{ 10.1000/x }"),
        ("{{doi:10.1000/x}}", "{{10.1000/x}}"),
        (r"{doi:10.1000/a\_b}", r"{10.1000/a\_b}"),
        (r"{\url{https://doi.org/10.1000/x}}", r"{\url{10.1000/x}}"),
    ],
)
def test_a_doi_loses_what_stands_around_it(written: str, bare: str) -> None:
    assert mended_entry(f"@article{{a, doi = {written}}}") == f"@article{{a, doi = {bare}}}"


@pytest.mark.parametrize(
    "value",
    [
        "{10.1000/x}",
        "{5664/jcsm.3170}",
        "{see https://doi.org/10.1000/x}",
        "{https://doi.org/10.1000%2Fx}",
        "{doi:\n10.1000/x}",
        "{doi:\r10.1000/x}",
        '"https://doi.org/" # {10.1000/x}',
        "prefix # {10.1000/x}",
        "stored",
    ],
)
def test_a_doi_is_left_alone_where_it_is_not_certain(value: str) -> None:
    entry = f"@string{{prefix = {{doi:}}}} @string{{stored = {{doi:10.1000/x}}}}\n@article{{a, doi = {value}}}"
    assert mended_entry(entry) == entry


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a,\r\n  title={T, doi = {doi:10.9/z}},\r  DOI =\n %s , year = 2013}",
        '% doi = {doi:10.9/z}\n@article(a, title = {T} # jan # "U", doi=%s)',
        "@ article\n{ a , title = {T} doi = %s}",
        "@article{b, doi = {10.9/z}} @article{a,year=2013,doi=%s,}\n@article{a, doi = {doi:10.9/z}}",
        "@article{a, bdsk-url-1 = {x}, doi = %s, doi = {doi:10.9/z}}",
    ],
)
def test_the_field_of_the_right_entry_is_found(entry: str) -> None:
    assert mended_entry(entry.replace("%s", "{doi:10.1000/x}")) == entry.replace("%s", "{10.1000/x}")


def test_two_entries_of_one_key_in_one_line_are_left_alone() -> None:
    entries = "@article{a, doi = {doi:10.1000/x}} @article{a, doi = {doi:10.1000/y}}"
    assert mended_entry(entries) == entries


@pytest.mark.parametrize("slip", ["\N{NO-BREAK SPACE}", "\u200b", "\ufeff", "\N{SOFT HYPHEN}"])
def test_what_cannot_be_seen_leaves_a_key(slip: str) -> None:
    assert mended_cell(f"drake{slip}2013 (p.\N{NO-BREAK SPACE}3)") == "drake2013 (p.\N{NO-BREAK SPACE}3)"


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        ("“drake2013”", "drake2013"),
        ("'drake2013'", "drake2013"),
        ('"""drake2013"""', '"drake2013"'),
        ('"“drake2013” (p. 1, 3); clark2017"', '"drake2013 (p. 1, 3); clark2017"'),
        (
            '"clark2017 (""a"", b);\n\N{LEFT SINGLE QUOTATION MARK}drake2013\N{RIGHT SINGLE QUOTATION MARK} "',
            '"clark2017 (""a"", b);\ndrake2013 "',
        ),
        ("clark2017;  «drake2013»  ", "clark2017;  drake2013  "),
    ],
)
def test_quotes_leave_a_key_and_the_cell_keeps_its_own(cell: str, after: str) -> None:
    assert mended_cell(cell) == after


def test_a_key_that_an_apostrophe_belongs_to_keeps_it() -> None:
    assert mended_cell("o\N{RIGHT SINGLE QUOTATION MARK}brien2013", references="@article{o'brien2013}") == "o'brien2013"


@pytest.mark.parametrize("slip", ["\N{NO-BREAK SPACE}", "\u200b", "\N{RIGHT SINGLE QUOTATION MARK}"])
def test_a_slip_leaves_the_key_of_an_entry_that_is_cited_without_it(slip: str) -> None:
    assert mended_entry(f"@article{{ drake{slip}2013 , title={{A}}}}") == "@article{ drake2013 , title={A}}"


def test_the_key_of_an_entry_stays_where_a_claim_cites_it_as_it_is() -> None:
    entry = "@article{drake\u200b2013}"
    assert mended_entry(entry, f"{TABLE}c2,X,Z,drake\u200b2013,,\n") == entry


def test_a_slip_in_both_files_is_mended_in_both() -> None:
    claims = f"{HEADER}\nc1,X,Y,“drake2013”,,\n"
    assert mended("@article{drake\u200b2013}", claims) == (b"@article{drake2013}", TABLE.encode())


@pytest.mark.parametrize(
    ("column", "written", "word"),
    [
        ("kind", "Risk Factor", "risk-factor"),
        ("kind", "risk_factor", "risk-factor"),
        ("kind", " TREATMENT\u200b ", " treatment "),
        ("basis", '"“Cited”"', '"cited"'),
    ],
)
def test_a_known_word_is_written_as_it_is_known(column: str, written: str, word: str) -> None:
    assert mended_cell(written, column=column) == word


@pytest.mark.parametrize("kind", ["Treatment", "", "asociation", "nothing like it", '"risk\nfactor"'])
def test_a_word_that_is_read_as_meant_or_may_mean_another_is_left_alone(kind: str) -> None:
    assert mended_cell(kind, column="kind") == kind


@pytest.mark.parametrize(
    ("data", "after"),
    [
        (b"\xef\xbb\xbf" + TABLE.encode(), TABLE.encode()),
        (f"\ufeff{TABLE}".encode("utf-16-le"), TABLE.encode()),
        (f"\ufeff{TABLE}".encode("utf-16-be"), TABLE.encode()),
        (TABLE.replace("X", "Sjögren").encode("cp1252"), TABLE.replace("X", "Sjögren").encode()),
        (b"\xef\xbb\xbf\xef\xbb\xbf" + TABLE.encode(), TABLE.encode()),
    ],
)
def test_a_file_becomes_plain_utf8(data: bytes, after: bytes) -> None:
    assert mended(REFERENCES, data)[1] == after


@pytest.mark.parametrize(
    "cause",
    [
        "Sjögren".encode() + b" \xe9",  # UTF-8 with one damaged letter
        b"Sj\x81gren",  # no letter in Windows-1252, so perhaps not Western at all
        "\N{REPLACEMENT CHARACTER}".encode(),
    ],
)
def test_an_encoding_that_is_a_guess_is_left_alone(cause: bytes) -> None:
    data = TABLE.encode().replace(b"X", cause)
    assert mended(REFERENCES, data)[1] == data


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\xff\xfe\x00\x00c\x00\x00\x00", b"\xef\xbb\xbf\xff", b"a\x00b"])
def test_what_is_no_text_is_left_alone(data: bytes) -> None:
    assert mended(data, data, unsafe=True) == (data, data)


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        ("drake13", "drake2013"),
        ("DRAKE2013", "drake2013"),
        ("clark2017; drake13 (p. 3)", "clark2017; drake2013 (p. 3)"),
        ("drake 2013", "drake2013"),
    ],
)
def test_the_nearest_key_is_put_only_where_that_was_asked_for(cell: str, after: str) -> None:
    assert (mended_cell(cell), mended_cell(cell, unsafe=True)) == (cell, after)


@pytest.mark.parametrize(
    ("cell", "references"),
    [
        ("drake2013", "@article{drake2013a} @article{drake2013b}"),  # a tie
        ("drake2013a", "@article{drake2013} @article{drake2013b}"),  # nearly one
        ("DRAKE2013", "@article{drake2013} @article{Drake2013}"),  # a tie but for case
        ("drake2014", "@article{drake2013}"),  # another year is another reference
        ("drake13; drake2013", "@article{drake2013}"),  # cited beside it already
        ("drake2013 p. 4", "@article{drake2013}"),  # mending it would drop words
        ("drake2013, p4", "@article{drake2013}"),
        ("somebody", "@article{drake2013}"),
        ("somebody", ""),
        ('"drake\n13"', "@article{drake2013}"),  # mending it would move lines
        ("drake2013\u200b", "@article{drake2013} @article{“drake2013”}"),
    ],
)
def test_a_key_that_is_not_clearly_meant_is_left_alone(cell: str, references: str) -> None:
    assert mended_cell(cell, references=references, unsafe=True) == cell


@pytest.mark.parametrize(
    ("column", "word", "after"), [("kind", "asociation", "association"), ("basis", "infered", "inferred")]
)
def test_the_nearest_word_is_put_only_where_that_was_asked_for(column: str, word: str, after: str) -> None:
    assert (mended_cell(word, column=column), mended_cell(word, column=column, unsafe=True)) == (word, after)


@pytest.mark.parametrize(
    ("header", "after"),
    [
        ("claim_id,cause,claim,suports", "claim_id,cause,claim,supports"),
        ("claim_id;cause; Claims ;supports", "claim_id;cause; claim ;supports"),
        ('claim_id,cause,claim,"Comparator lo"', 'claim_id,cause,claim,"comparator_low"'),
        ("\r\n\nclaim_id,cause,claim,suports", "\r\n\nclaim_id,cause,claim,supports"),
        ("claim_id,cause,claim,suports,supports", "claim_id,cause,claim,suports,supports"),
        ("claim_id,cause,claim,my own", "claim_id,cause,claim,my own"),
    ],
)
def test_a_misspelt_column_gets_its_name_unless_that_is_taken(header: str, after: str) -> None:
    claims = f"{header}\nc1,X,Y,drake2013\n"
    assert mended(REFERENCES, claims, unsafe=True)[1].decode() == f"{after}\nc1,X,Y,drake2013\n"


def test_a_hyphen_in_a_columns_name_is_safe_to_mend() -> None:
    assert mended(REFERENCES, "claim_id,cause,claim,comparator-low\n")[1] == b"claim_id,cause,claim,comparator_low\n"


def test_what_a_fix_brings_to_light_is_mended_too() -> None:
    after = mended(REFERENCES, "claim_id,cause,claims,suports\nc1,X,Y,drake13\n", unsafe=True)[1]
    assert after == b"claim_id,cause,claim,supports\nc1,X,Y,drake2013\n"


def test_every_other_byte_stays() -> None:
    odd = 'claim_id;cause;\tclaim;supports\r\n\r\n c1 ;X;"Y; ""q""\n\r more";%s;extra \rc2;torn" ;;\nc3;X;Z; \n\n;;;'
    after = mended(f"{REFERENCES}%\r\n \t", odd % "drake\u200b2013")
    assert after == (f"{REFERENCES}%\r\n \t".encode(), (odd % "drake2013").encode())


def test_a_file_that_stays_windows_1252_keeps_its_bytes() -> None:
    data = TABLE.replace("X", "Sjögren").encode("cp1252")
    settings = Settings(ignore={"encoding": "an old program reads it"})
    after = mend(REFERENCES, data.replace(b"drake", b"\x93drake"), settings).files[1].data
    assert after == data


def test_a_key_that_does_not_fit_the_encoding_is_left_alone() -> None:
    data = TABLE.replace("X", "Sjögren").replace("drake2013", "kowalska2013").encode("cp1252")
    settings = Settings(ignore={"encoding": "an old program reads it"})
    assert mend("@article{kowałska2013}", data, settings, unsafe=True).files[1].data == data


@pytest.mark.parametrize("select", ["CLM001", "SUP"])
def test_a_rule_that_is_not_run_mends_nothing(select: str) -> None:
    assert mend("@article{a, doi={doi:10.1000/x}}", TABLE, Settings(select=(select,))).edits == ()


def test_a_suppressed_finding_is_left_alone() -> None:
    entry = "@article{drake2013, doi = {doi:10.1000/x}, noqa = {malformed-doi: as printed}}"
    assert mended_entry(entry) == entry


def test_a_finding_of_the_baseline_is_left_alone_and_its_neighbour_is_not() -> None:
    before = files(REFERENCES, f"{HEADER}\nc1,X,Y,drake13; clark17,,\n")
    known = next(each for each in audit(read_files(before)).findings if "drake13" in each.message)
    baseline = Baseline("", (Known(fingerprint(known), known.code, known.message, known.place),))
    after = fix(before, partial(audit, given=Given(baseline=baseline)), unsafe=True).files[1]
    assert after.data.decode() == f"{HEADER}\nc1,X,Y,drake13; clark2017,,\n"


def test_the_source_values_become_plain_utf8_and_keep_their_words() -> None:
    text = "claim_id,reference,stanse\nc1,drake2013,suports\n"
    fixed = fix([*files(REFERENCES, TABLE), File("evidence.csv", f"\ufeff{text}".encode())], audit, unsafe=True)
    assert (fixed.files[2].data.decode(), len(fixed.edits)) == (text, 1)


@pytest.mark.parametrize("field", ["includes", "crossref", "xdata"])
@pytest.mark.parametrize("slip", ["\u200b", "\N{NO-BREAK SPACE}", "\N{RIGHT SINGLE QUOTATION MARK}"])
def test_the_key_of_an_entry_stays_where_an_entry_names_it(field: str, slip: str) -> None:
    key = f"drake{slip}2013"
    separator = {"includes": "; ", "xdata": ",", "crossref": ""}[field]
    others = f"clark2017{separator}" if separator else ""
    entry = f"@article{{{key}, doi = {{10.1000/x}}}}\n@article{{b, {field} = {{{others}{key}}}}}\n"
    assert mended_entry(entry) == entry


def test_a_problem_of_the_source_values_does_not_change_the_claims() -> None:
    values = File("evidence.csv", b"claim_id,reference,locater\nc1,drake2013,\n")
    claims = "claim_id,cause,claim,supports,locater\nc1,X,Y,drake2013,\n"
    assert fix([*files(REFERENCES, claims), values], audit, unsafe=True).edits == ()


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


def test_of_edits_that_overlap_the_first_wins() -> None:
    first, second, third = make_edit(0, 2), make_edit(1, 3), make_edit(2, 4)
    assert without_overlaps(File("f", b"abcd"), [second, third, first]) == [first, third]


def test_edits_of_another_file_are_not_applied() -> None:
    assert without_overlaps(File("g", b"abcd"), [make_edit(0, 2)]) == []


def make_edit(start: int, end: int, new: str = "") -> Edit:
    return Edit(place=Place("f", 1), start=start, end=end, new=new, code="", rule="", message="", safe=True)


@pytest.mark.parametrize(
    ("written", "new", "edit"),
    [
        ("key", "y", (1, 3, "y")),
        ("key", ';"', (0, 3, '"k;"""')),
        ("", '"', (0, 0, '""""')),
        ('"key"', '"', (2, 4, '""')),
    ],
)
def test_a_cell_gets_quotes_where_what_it_says_then_needs_them(
    written: str, new: str, edit: tuple[int, int, str]
) -> None:
    (cell,) = scan_row(written, 0, ";")
    assert replace_part(cell, min(1, len(cell.value)), len(cell.value), new) == edit


@pytest.mark.parametrize("row", ['"a"b', '"a', 'a,"b" '])
def test_a_torn_row_has_no_cells(row: str) -> None:
    assert scan_row(row, 0, ",") == []


def test_a_place_in_another_file_has_no_cell() -> None:
    sources = Sources(files(REFERENCES, TABLE), parse(REFERENCES, TABLE))
    assert sources.cell(Place("claims.csv", 2, "supports")) is not None
    assert sources.cell(Place("evidence.csv", 2, "supports")) is None


@pytest.mark.parametrize(
    ("text", "span"), [("@a{k,", (3, 4)), ("@ a\n(\tk ,", (6, 7)), ("@a{kk, @a{k,", (10, 11)), ("@a{k", None)]
)
def test_where_a_key_stands(text: str, span: tuple[int, int] | None) -> None:
    assert find_key(text, (0, len(text)), "k") == span


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("k, f = {v}", "v"),
        ("k, e = {{f = {u}}}, F={v}}", "v"),
        ('k, e = "f = {u}" # g, f = "v"', "v"),
        ("k, e = {v}} @a{l, f = {u}", None),
        ("k, f = {v} # {u}", None),
        ("k, f = 1", None),
        ("k, f =", None),
    ],
)
def test_where_a_value_stands(text: str, value: str | None) -> None:
    span = find_value(text, (0, 1), "f")
    assert (text[slice(*span)] if span else None) == value


CELL = st.text(alphabet=st.sampled_from('ab;,\t"\n\r \u00a0\u2028\x1cé'), max_size=6)


@given(text=st.lists(st.lists(CELL, max_size=4).map(",".join), max_size=5).map("\r".join), marked=st.booleans())
def test_the_scanner_agrees_with_the_reader(*, text: str, marked: bool) -> None:
    source = Text("\ufeff" * marked + text, "utf-8")
    starts, mark, text = line_starts(source), delimiter(unix_lines(text)), source.text
    for line, row in read_lines(unix_lines(text.removeprefix("\ufeff")), Problems("")):
        assert [unix_lines(cell.value) for cell in scan_row(text, starts[line - 1], mark)] == row


@given(st.text(alphabet=st.sampled_from('ab;()" \u00a0\u2028\u200b'), max_size=12))
def test_the_keys_of_a_cell_are_those_that_the_reader_finds(cell: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    read = {
        each.reference for each in parse("", f"claim_id,cause,claim,supports\nc1,X,Y,{quoted}\n").claims["c1"].citations
    }
    found = {" ".join(key.split()) for _, key, _, _ in whole_keys(cell)}
    assert found == {key for key in read if key}


@given(st.binary(max_size=30) | st.text(max_size=10).map(lambda text: f"\ufeff{text}".encode("utf-16", "replace")))
def test_a_text_is_the_one_that_is_read_and_gives_its_bytes_back(data: bytes) -> None:
    text = read_text(File("f", data))
    if text:
        assert text.text.removeprefix("\ufeff") == decode(data, "f")[0]
        assert text.text.encode(text.encoding) == data
        assert apply(File("f", data), [make_edit(0, 0)]).data == data


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
    assert fix(fixed.files, audit, unsafe=unsafe) == Fixed(fixed.files, (), fixed.left)


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


def test_only_rules_that_there_are_have_fixes() -> None:
    assert FIXES.keys() <= {rule.name for rule in RULES}


def test_the_diff_has_the_names_as_given_and_some_lines_around() -> None:
    before = [File("./my refs.bib", b""), File("c.csv", b"1\r\n2\n3\n4\nold\n5\n6\n7\n8")]
    after = [before[0], File("c.csv", b"1\r\n2\n3\n4\nnew\n5\n6\n7\n8")]
    assert diff(before, after) == "--- c.csv\n+++ c.csv\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 5\n 6\n 7\n"


@pytest.mark.parametrize(("second", "hunks"), [(1, 1), (7, 1), (8, 2)])
def test_changes_near_each_other_share_a_hunk(second: int, hunks: int) -> None:
    lines = [f"{number}\n" for number in range(9)]
    changed = [f"{number}{'!' if number in {0, second} else ''}\n" for number in range(9)]
    before, after = ([File("f", "".join(each).encode())] for each in (lines, changed))
    assert diff(before, after).count("@@ -") == hunks


def test_of_changed_lines_the_old_ones_come_first() -> None:
    assert diff([File("f", b"a\nb\nc\n")], [File("f", b"A\nB\nc\n")]).splitlines()[3:] == ["-a", "-b", "+A", "+B", " c"]


def test_the_diff_tells_the_encoding_and_a_missing_last_line_break() -> None:
    before, after = [File("f", "é,\u200b".encode("utf-8-sig"))], [File("f", "é,".encode())]
    expected = (
        "--- f\tUTF-8 with a byte order mark\n+++ f\tUTF-8\n@@ -1,1 +1,1 @@\n"
        "-\\ufeffé,\\u200b\n\\ No newline at end of file\n+é,\n\\ No newline at end of file\n"
    )
    assert diff(before, after) == expected


def test_the_diff_is_safe_on_a_terminal() -> None:
    before, after = [File("a\x1b[2Jb", b"\x1b[31mold\t\\t\x07\n")], [File("a\x1b[2Jb", b"\x1b[31mnew\t\\t\x07\n")]
    shown = diff(before, after)
    assert all(each.isprintable() or each in "\n\t" for each in shown)
    assert "+\\x1b[31mnew\t\\t\\x07" in shown


def test_nothing_to_show_is_no_diff() -> None:
    assert diff(files(REFERENCES, TABLE), files(REFERENCES, TABLE)) == ""


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    before = [File(str(tmp_path / name), data) for name, data in (("a", b"1"), ("b", b"2"))]
    assert write_changes(before, [before[0], File(before[1].name, b"3")]) == [tmp_path / "b"]
    assert [each.name for each in tmp_path.iterdir()] == ["b"]


@pytest.mark.parametrize(
    ("word", "known", "meant"), [("kat", ["cat", "dog"], ""), ("claims", ["claim", "cause"], "claim"), ("x", [], "")]
)
def test_what_was_clearly_meant(word: str, known: list[str], meant: str) -> None:
    assert clearest(word, fold(known)) == meant


def test_the_table_of_a_torn_header_has_no_columns() -> None:
    assert find_table(Text('"claim_id,cause', "utf-8")).header == {}
