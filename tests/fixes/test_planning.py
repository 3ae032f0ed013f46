"""What the findings of each rule have mended, and what is left alone."""

from __future__ import annotations

import csv
import io
from functools import partial

import pytest

from graph.auditing.baseline import Baseline, Known, fingerprint
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.fixes import fix
from graph.fixes.planning import FIXES
from graph.model import File
from graph.reading import read_files
from graph.rules import RULES
from tests.fixes.mending import HEADER, REFERENCES, TABLE, files, mend, mended, mended_cell, mended_entry


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


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("95% CI", "ci95"),
        ("95 % CI", "ci95"),
        ("CI 90", "ci90"),
        ("I.Q.R.", "iqr"),
        ("CI", "CI"),
        ("80% CI", "80% CI"),
    ],
)
def test_an_interval_as_people_write_it_gets_its_word(written: str, word: str) -> None:
    assert mended_cell(written, column="interval") == word


def mended_figures(*rows: str, delimiter: str = ",", unsafe: bool = False) -> list[str]:
    """What the rows of a table become, each a claim's value, low, high and n with blanks between; "-" is empty."""
    columns = ["claim_id", "cause", "claim", "unit", "value", "low", "high", "n"]
    cells = [[f"c{number}", "X", "Y", "%", *row.replace("-", "").split(" ")] for number, row in enumerate(rows)]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows([columns, *cells])
    after = mended(REFERENCES, text.getvalue(), unsafe=unsafe)[1].decode()
    return [" ".join(row[4:]) for row in [*csv.reader(io.StringIO(after), delimiter=delimiter)][1:]]


@pytest.mark.parametrize(
    ("rows", "safe", "unsafe"),
    [
        (["0,75 - - -", "12,388 1,5 20,25 -"], ["0.75   ", "12.388 1.5 20.25 "], ["0.75   ", "12.388 1.5 20.25 "]),
        (["0,75 - - -"], ["0,75   "], ["0.75   "]),
        (["0,75 - - -", "1,5 - - -", "2.5 - - -"], ["0,75   ", "1,5   ", "2.5   "], ["0.75   ", "1.5   ", "2.5   "]),
        (["12,388 - - 12,388", "2.5 - - -"], ["12388   12388", "2.5   "], ["12388   12388", "2.5   "]),
        (["12,388 - - 12,388"], ["12,388   12388"], ["12388   12388"]),
        (["- 10,30 - -", "- 20,40 - -"], [" 10,30  ", " 20,40  "], [" 10.30  ", " 20.40  "]),
        (["- 0,1 0,3 12.388"], [" 0.1 0.3 12388"], [" 0.1 0.3 12388"]),
        (["30 20 10 -"], ["30 20 10 "], ["30 20 10 "]),
    ],
)
def test_commas_leave_numbers_where_the_table_shows_what_they_are(
    rows: list[str], safe: list[str], unsafe: list[str]
) -> None:
    assert mended_figures(*rows) == safe
    assert mended_figures(*rows, unsafe=True) == unsafe


def test_a_decimal_comma_is_certain_where_semicolons_part_cells() -> None:
    assert mended_figures("0,75 - - -", delimiter=";") == ["0.75   "]
    assert mended_figures("0,75 - - -", "12,388 - - -", delimiter=";") == ["0.75   ", "12,388   "]


def test_the_numbers_of_a_comparator_are_mended_and_show_the_habit_too() -> None:
    head = "claim_id,cause,claim,unit,value,comparator_value\nc,X,Y,%,"
    after = mended(REFERENCES, f'{head}"0,5","\N{MINUS SIGN}0,75"\n')[1].decode()
    assert after == f'{head}"0.5","\N{MINUS SIGN}0.75"\n'


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        ('"drake2013, clark2017"', '"drake2013; clark2017"'),
        ('"drake2013,clark2017"', '"drake2013; clark2017"'),
        ('"drake2013 (p. 1, 3), clark2017 (p. 2)"', '"drake2013 (p. 1, 3); clark2017 (p. 2)"'),
        ('"clark2017 , drake2013 ; clark2017"', '"clark2017; drake2013 ; clark2017"'),
        ('"drake2013, nobody"', '"drake2013, nobody"'),
        ('"drake2013 (p. 1, 3)"', '"drake2013 (p. 1, 3)"'),
    ],
)
def test_keys_that_commas_join_get_semicolons(cell: str, after: str) -> None:
    assert mended_cell(cell) == after


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
    values = File("evidence.csv", f"\ufeff{text}".encode(), "values")
    fixed = fix([*files(REFERENCES, TABLE), values], audit, unsafe=True)
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
    values = File("evidence.csv", b"claim_id,reference,locater\nc1,drake2013,\n", "values")
    claims = "claim_id,cause,claim,supports,locater\nc1,X,Y,drake2013,\n"
    assert fix([*files(REFERENCES, claims), values], audit, unsafe=True).edits == ()


@pytest.mark.parametrize("key", ["Orlowski;2011", "Orlowski(2011)"])
def test_a_key_that_a_cell_cannot_hold_is_put_into_none(key: str) -> None:
    references = f"@article{{{key}, title = {{A}}}}\n@article{{b, title = {{B}}}}\n"
    for cell in ("Orlowski;2011", "Orlowski", "orlowski(2011)"):
        assert mended_cell(cell, unsafe=True, references=references) == cell


def test_only_rules_that_there_are_have_fixes() -> None:
    assert FIXES.keys() <= {rule.name for rule in RULES}
