"""The table of source values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.reading import parse
from graph.reading.source_values import COLUMNS

REFERENCES = "@article{a, title = {A}}\n@article{b, title = {B}}"
CLAIMS = "claim_id,cause,claim,supports,disputes\nc1,X,Y.,a,b\n"


def test_a_value_is_added_to_its_citation() -> None:
    text = "claim_id,reference,source_quote,low,high,unit,locator\nc1,a,of all women,10,34,%,p. 3\n"
    first, second = parse(REFERENCES, CLAIMS, text).claims["c1"].citations
    assert first.source is not None
    assert (first.source.quantity.high, first.source.quote, first.locator) == (Decimal(34), "of all women", "p. 3")
    assert second.source is None


@pytest.mark.parametrize("column", ["checked_by", "checked_on"])
def test_plain_columns(column: str) -> None:
    citation = parse(REFERENCES, CLAIMS, f"claim_id,reference,{column}\nc1,a,word\n").claims["c1"].citations[0]
    assert getattr(citation.source, column) == "word"


@pytest.mark.parametrize(
    ("written", "design", "message"),
    [
        ("Cohort; meta analysis", "cohort; meta-analysis", ""),
        ("cohrt", "", "unknown design 'cohrt'; did you mean 'cohort'?"),
        ("cohort; word", "cohort", "unknown design 'word'; use one of systematic-review, meta-analysis, "),
    ],
)
def test_only_known_designs_are_recorded(written: str, design: str, message: str) -> None:
    evidence = parse(REFERENCES, CLAIMS, f"claim_id,reference,design\nc1,a,{written}\n")
    source = evidence.claims["c1"].citations[0].source
    assert source is not None
    assert source.design == design
    assert [each.rule for each in evidence.problems] == ["unknown-word"] * bool(message)
    assert all(message in each.message for each in evidence.problems)


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_ends_up_in_the_evidence(column: str) -> None:
    row = {"claim_id": "c1", "reference": "a"}
    filled = row | {column: {"design": "cohort", "stance": "disputes"}.get(column, "7")}
    evidence = (parse(REFERENCES, CLAIMS, f"{','.join(each)}\n{','.join(each.values())}\n") for each in (row, filled))
    without, found = evidence
    assert (found.claims, found.problems) != (without.claims, without.problems)


@pytest.mark.parametrize(
    ("rows", "message", "unread"),
    [
        ("c9,a,", "row left out: no claim is called 'c9'", 1),
        ("c1,aa,", "claim 'c1' does not cite 'aa'", 1),
        ("c1,a,\nc1,a,", "line 2 is about the same claim and reference", 1),
        ("c1,a,disputes", "'a' disputes it here, but supports it there", 0),
        ("c1,a,refutes", "unknown stance 'refutes'", 0),
    ],
)
def test_problems_are_located(rows: str, message: str, unread: int) -> None:
    (problem,) = parse(REFERENCES, CLAIMS, f"claim_id,reference,stance\n{rows}\n").problems
    assert message in problem.message
    assert (problem.place.file, problem.unread) == ("evidence.csv", unread)


def test_thousands_of_values_of_one_claim_are_added_at_once() -> None:
    keys = [f"k{number}" for number in range(20_000)]
    text = "claim_id,reference,source_quote\n" + "".join(f"c1,{key},Of {key}.\n" for key in keys)
    citations = parse("", f"claim_id,cause,claim,supports\nc1,X,Y.,{'; '.join(keys)}\n", text).claims["c1"].citations
    assert [each.source and each.source.quote for each in citations] == [f"Of {key}." for key in keys]


def test_only_the_first_of_many_unknown_claims_are_told_which_was_meant() -> None:
    text = "claim_id,reference\n" + "".join(f"claim-{number},a\n" for number in range(600))
    problems = parse(REFERENCES, CLAIMS.replace("c1", "claim-x"), text).problems
    assert sum("did you mean" in each.message for each in problems) == 500
