"""The claims table -> claims and problems."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import BASES, KINDS, NO_QUANTITY, STANCES, Claim, Place, Quantity
from graph.reading.claims import COLUMNS, DRAFT_COLUMNS, parse_claims, split_keys


def one(**cells: str) -> Claim:
    """The claim of a row with these cells, read without a problem."""
    claims, problems = parse_claims(table(cells))
    assert problems == []
    return claims["c1"]


def table(*rows: dict[str, str]) -> str:
    """A claims table; each row gets the required cells that it lacks."""
    filled = [
        {"claim_id": f"c{number}", "cause": "X", "claim": "Y.", **row} for number, row in enumerate(rows, start=1)
    ]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in filled for name in row)), lineterminator="\n")
    writer.writeheader()
    writer.writerows(filled)
    return text.getvalue()


def messages(text: str) -> list[str]:
    return [f"{problem.place.line}: {problem.message}" for problem in parse_claims(text)[1]]


def test_required_columns_are_enough() -> None:
    claim = one()
    assert (claim.key, claim.cause, claim.text, claim.place) == ("c1", "X", "Y.", Place("claims.csv", 2))


@pytest.mark.parametrize("stance", STANCES)
def test_each_stance(stance: str) -> None:
    (citation,) = one(**{stance: "drake2013"}).citations
    assert (citation.stance, citation.reference, citation.place.column) == (stance, "drake2013", stance)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("a", [("a", "")]),
        ("a; b", [("a", ""), ("b", "")]),
        ("a (p. 3); b (Table 2; S1)", [("a", "p. 3"), ("b", "Table 2; S1")]),
        ("a;;a ;", [("a", "")]),
    ],
)
def test_keys_and_locators(cell: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.reference, each.locator) for each in one(supports=cell).citations] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind(kind: str) -> None:
    assert one(kind=kind.upper()).kind == kind


@pytest.mark.parametrize("basis", BASES)
def test_each_basis(basis: str) -> None:
    assert one(basis=basis, supports="a").citations[0].basis == basis


@pytest.mark.parametrize(("basis", "stated"), [("", False), ("inferred", True)])
def test_a_basis_that_is_not_given_is_inferred(basis: str, stated: bool) -> None:  # noqa: FBT001 - a table of cases
    (citation,) = one(supports="a", basis=basis).citations
    assert (citation.basis, citation.stated) == ("inferred", stated)


@pytest.mark.parametrize("column", ["low", "high", "comparator_low", "comparator_high"])
@pytest.mark.parametrize(("cell", "number"), [("20.8", "20.8"), ("-5", "-5"), ("\N{MINUS SIGN}5", "-5")])
def test_decimals_are_exact(column: str, cell: str, number: str) -> None:
    assert getattr(one(**{column: cell}).quantity, column) == Decimal(number)


@pytest.mark.parametrize("column", ["n", "n_studies"])
def test_whole_numbers(column: str) -> None:
    assert getattr(one(**{column: "25"}).quantity, column) == 25


def test_what_says_that_there_is_nothing_is_an_empty_cell() -> None:
    text = table(
        {"supports": "NA", "value": "-", "kind": "n/a"}, {"supports": "a", "value": "\u2013", "kind": "risk-factor"}
    )
    claims, problems = parse_claims(text)
    assert [(bool(each.citations), each.quantity, each.kind) for each in claims.values()] == [
        (False, NO_QUANTITY, None),
        (True, NO_QUANTITY, "risk-factor"),
    ]
    assert [(each.place.line, each.severity) for each in problems] == [(2, "info")]
    assert problems[0].message == "'NA' is read as an empty cell, here and in 3 others; leave it empty"


def test_a_cause_may_be_called_so() -> None:
    claims, problems = parse_claims(table({"cause": "NA", "mine": "None"}))
    assert (claims["c1"].cause, claims["c1"].extra, problems) == ("NA", {"mine": "None"}, [])


@pytest.mark.parametrize("column", ["measure", "unit", "population", "comparator"])
def test_words_of_a_quantity(column: str) -> None:
    assert getattr(one(**{column: "some words"}).quantity, column) == "some words"


@pytest.mark.parametrize("state", ["drafted", "Drafted", "draftd"])
def test_drafted_figures_are_no_facts(state: str) -> None:
    (claim,) = parse_claims(table({"low": "26", "unit": "%", "figures": state}))[0].values()
    assert (claim.quantity, claim.drafted) == (NO_QUANTITY, Quantity(low=Decimal(26), unit="%"))


@pytest.mark.parametrize("state", ["", "confirmed"])
def test_confirmed_figures_are_facts(state: str) -> None:
    claim = one(low="26", unit="%", figures=state)
    assert (claim.quantity, claim.drafted) == (Quantity(low=Decimal(26), unit="%"), NO_QUANTITY)


def test_a_state_of_figures_that_is_unknown_is_reported_once() -> None:
    assert messages(table({"low": "26", "figures": "draftd"})) == [
        "2: claim 'c1': unknown figures 'draftd'; did you mean 'drafted'?"
    ]


def test_a_drafted_figure_that_is_no_number_is_reported_once() -> None:
    assert messages(table({"low": "some", "figures": "drafted"})) == [
        "2: claim 'c1': low 'some' is not a number; write digits and a point only, a range as low and high"
    ]


@pytest.mark.parametrize(
    "column", ["section", "paragraph", "quote", "note", "reviewed_by", "reviewed_on", "reviewed_as"]
)
def test_plain_columns(column: str) -> None:
    assert getattr(one(**{column: "some words"}), column) == "some words"


@pytest.mark.parametrize("column", DRAFT_COLUMNS)
def test_what_a_draft_is_worked_with_is_known_and_not_read(column: str) -> None:
    texts = (table({"supports": "a"}), table({"supports": "a", column: "7"}))
    without, read = (parse_claims(text) for text in texts)
    assert read == without


@pytest.mark.parametrize("column", [each for each in COLUMNS if each not in DRAFT_COLUMNS])
def test_every_column_ends_up_in_the_claim(column: str) -> None:
    word = {"kind": "course", "basis": "cited", "figures": "drafted"}.get(column, "7")
    word = "iqr" if column.endswith("interval") else word
    texts = (table({"supports": "a", "n": "5"}), table({"supports": "a", "n": "5", column: word}))
    (without,), (claim,) = (parse_claims(text)[0].values() for text in texts)
    assert replace(claim, extra={}) != without


def test_suppressions() -> None:
    found = one(noqa="uncited-claim: known: widely; NUM104").noqa
    assert [(each.rule, each.reason) for each in found] == [("uncited-claim", "known: widely"), ("NUM104", "")]


def test_unknown_columns_are_kept() -> None:
    assert one(colour="green").extra == {"colour": "green"}


@pytest.mark.parametrize(
    ("cell", "name"),
    [("A > B", "A > B"), ("A  >   B", "A > B"), ("A > ", "A"), ("BMI>30", "BMI>30"), ("> ", ">")],
)
def test_causes_have_one_spelling(cell: str, name: str) -> None:
    assert one(cause=cell).cause == name


def test_causes_that_a_claim_involves() -> None:
    assert one(involves="A > B; C;").involves == ("A > B", "C")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters(delimiter: str) -> None:
    claims, problems = parse_claims(delimiter.join(["claim_id", "cause", "claim"]) + "\n" + delimiter.join("abc"))
    assert (claims["a"].text, problems) == ("c", [])


@pytest.mark.parametrize("header", ["Claim_ID,CAUSE,claim", " claim id , cause,Claim"])
def test_headers_in_another_case(header: str) -> None:
    assert parse_claims(f"{header}\na,b,c\n")[0]["a"].text == "c"


@pytest.mark.parametrize(
    ("cell", "rules"),
    [
        ("=A1", ["formula-cell"]),
        ("＝A1", ["formula-cell"]),
        ("-", ["malformed-table"]),
        ("-5 to 5", ["formula-cell"]),
        ("-5.2 ", []),
        ("5", []),
    ],
)
def test_cells_that_a_spreadsheet_takes_for_formulas(cell: str, rules: list[str]) -> None:
    assert [problem.rule for problem in parse_claims(table({"note": cell}))[1]] == rules


def test_a_cell_may_have_line_breaks() -> None:
    claims, _ = parse_claims('claim_id,cause,claim\na,b,"two\nlines"\nc,d,e\n')
    assert (claims["a"].text, claims["c"].place.line) == ("two lines", 4)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1: the file is empty; it needs a header"),
        ("claim_id,claim\na,b\n", "1: required column 'cause' is missing"),
        (
            "claim_id,cause,claim,suports\na,b,c,d\n",
            "1: unknown column 'suports' is not read as evidence; did you mean",
        ),
        ("claim_id,cause,claim,claim\na,b,c,d\n", "1: column 'claim' occurs twice; the first is used"),
        ("claim_id,cause,claim\na,b,c\na,b,d\n", "3: row left out: claim_id 'a' is used in line 2 already; give"),
        (
            "claim_id,cause,claim\na,b,c\na,b,c\n",
            "3: row left out: claim_id 'a' is used in line 2 already, by the same",
        ),
        ("claim_id,cause,claim\na b,b,c\n", "2: row left out: claim_id 'a b' may only have"),
        ("claim_id,cause,claim\na,,c\n", "2: row left out: it has no cause"),
        ("claim_id,cause,claim\na,b,c,d\n", "2: row has 4 cells and the header 3; put quotes"),
        ("claim_id,cause,claim,note\na,b,c\n", "2: row has 3 cells and the header 4"),
        ('claim_id,cause,claim\na,b,"c\nd,e,f\n', "2: lines 2 to 3 cannot be read"),
        ("claim_id,cause,claim\na,b,c\n,,\n,,\n", "1: 2 empty rows are passed over"),
        ("claim_id,cause,claim,kind\na,b,c,asociation\n", "2: claim 'a': unknown kind 'asociation'; did you mean"),
        (
            "claim_id,cause,claim,basis\na,b,c,guess\n",
            "2: claim 'a': unknown basis 'guess'; use one of cited, inferred",
        ),
        (
            "claim_id,cause,claim,interval\na,b,c,ci-95\n",
            "2: claim 'a': unknown interval 'ci-95'; did you mean 'ci95'?",
        ),
        (
            "claim_id,cause,claim,low\na,b,c,10-30\n",
            "2: claim 'a': low '10-30' looks like a date that a spreadsheet made",
        ),
        (
            "claim_id,cause,claim,low\na,b,c,2E+05\n",
            "2: claim 'a': low '2E+05' looks like a rounded number that a spreadsheet made",
        ),
        ("claim_id,cause,claim,low\na,b,c,NaN\n", "2: claim 'a': low 'NaN' is not a number"),
        ("claim_id,cause,claim,paragraph\na,b,c,1-Feb\n", "2: claim 'a': paragraph '1-Feb' looks like a date"),
        ("claim_id,cause,claim,note\na,b,c,#WERT!\n", "2: claim 'a': note is the spreadsheet error '#WERT!'"),
        ("sep=;\nclaim_id;cause;claim\na;b;c\n", "1: the first line, 'sep=', is for one spreadsheet program only"),
        (f"claim_id,cause,claim,n\na,b,c,{'9' * 5000}\n", "2: claim 'a': n '999"),
        ("claim_id,cause,claim,n\na,b,c,2.5\n", "2: claim 'a': n '2.5' is not a whole number"),
        ("claim_id,cause,claim,supports\na,b,c,x y\n", "2: claim 'a': 'x y' is no reference key"),
        ("claim_id,cause,claim,supports,disputes\na,b,c,x,x\n", "2: claim 'a': 'x' stands in supports and in disputes"),
    ],
)
def test_problems_are_located(text: str, message: str) -> None:
    assert messages(text)[0].startswith(message)


CELL = st.text(alphabet=st.sampled_from('ab;,"\n\t >(.-1'), max_size=6)


@given(st.lists(st.lists(CELL, min_size=1, max_size=6), max_size=6))
def test_no_row_is_lost(rows: list[list[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["claim_id", "cause", "claim", "supports"])
    writer.writerows(rows)
    claims, problems = parse_claims(text.getvalue())
    seen = sum(any(cell.strip() for cell in row) for row in rows)
    assert len(claims) + sum(problem.unread for problem in problems) == seen


@given(st.text(alphabet=st.sampled_from('claim_id,cause\n"; a')))
def test_no_text_raises(text: str) -> None:
    parse_claims(text)


@pytest.mark.parametrize(
    ("row", "number"), [("a,b,It is so, they say,,", 1), ("a,b,It is so,they,,", 0), ("a,b,It is so,,,", 0)]
)
def test_a_text_that_goes_on_after_a_comma_has_lost_its_quotes(row: str, number: int) -> None:
    found = messages(f"claim_id,cause,claim,section,note\n{row}\n")
    assert len([each for each in found if "put quotes around" in each]) == number


@given(st.text("ab;() "))
def test_a_cell_is_parted_at_semicolons_that_no_closing_parenthesis_follows(cell: str) -> None:
    parts = [part.strip() for part in re.split(r";(?![^()]*\))", cell)]
    assert [part.written for part in split_keys(cell)] == list(filter(None, parts))


@pytest.mark.parametrize("row", ['c,X,"say "hi b,a', 'c,X,"say hi b,a', f"c,X,Y,{';'.join('ab' * 9)}", "c,X,Y,(;"])
def test_time_grows_with_the_text_alone(row: str) -> None:
    parse_claims("claim_id,cause,claim,supports\n" + f"{row}\n" * 20_000)


def test_a_cell_of_many_keys_takes_time_with_their_number_alone() -> None:
    (claim,) = parse_claims(table({"supports": "; ".join(f"k{number}" for number in range(20_000))}))[0].values()
    assert len(claim.citations) == 20_000


def test_levels_of_a_cause_that_are_too_many_are_read_as_one() -> None:
    names = [f"L{number}" for number in range(1_000)]
    claims, (problem,) = parse_claims(table({"cause": " > ".join(names)}))
    levels = claims["c1"].cause.split(" > ")
    assert (len(levels), levels[0], levels[-1][:9]) == (50, "L0", "L49 – L50")
    assert problem.message.startswith("claim 'c1': a cause has 1,000 levels")
