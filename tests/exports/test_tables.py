"""Evidence as plain tables."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from graph.auditing.engine import audit
from graph.exports import tables
from graph.exports.files import table_as_csv
from graph.exports.tables import PlainTable, Value
from graph.model import Claim, Evidence, Place
from graph.reading import parse
from graph.reading.claims import COLUMNS
from graph.reading.source_values import COLUMNS as SOURCE_COLUMNS
from graph.references.identifiers import identifiers
from graph.support import Support
from tests.examples import CLAIMS, REFERENCES, sample
from tests.reports.reports import finding, report

ALL = {"references", "claims", "citations", "causes", "findings", "claims_by_references"}


def cells(table: PlainTable, row: int) -> dict[str, Value]:
    return dict(zip(table.columns, table.rows[row], strict=True))


def claims_of(evidence: Evidence) -> PlainTable:
    return tables.table_of_claims(Support(evidence, identifiers))


def placeless(claim: Claim) -> Claim:
    """A claim without where it stands."""
    nowhere = Place("", 0)
    citations = tuple(replace(each, place=nowhere) for each in claim.citations)
    noqa = tuple(each._replace(place=nowhere) for each in claim.noqa)
    return replace(claim, place=nowhere, citations=citations, noqa=noqa, extra={})


def test_every_value_has_the_type_of_its_column() -> None:
    evidence = sample()
    for name, table in tables.tables(evidence, audit(evidence)).items():
        for row in table.rows:
            kinds = zip(table.columns.items(), row, strict=True)
            wrong = {column for (column, kind), value in kinds if value is not None and type(value) is not kind}
            assert wrong == set(), name


def test_a_table_without_rows_has_its_columns() -> None:
    evidence = parse("", "claim_id,cause,claim\n")
    found = tables.tables(evidence, audit(evidence))
    assert found.keys() == ALL
    assert all(table.columns for table in found.values())


def test_claims_have_the_columns_of_a_claims_table() -> None:
    missing = set(COLUMNS) - claims_of(sample()).columns.keys()
    assert missing == {"figures", "candidates", "draft"}


def test_citations_have_what_a_table_of_source_values_has() -> None:
    columns = tables.table_of_citations(sample()).columns
    assert {name for name in SOURCE_COLUMNS if not {name, f"source_{name}"} & columns.keys()} == set()


@pytest.mark.parametrize(
    "table",
    [
        CLAIMS,
        "claim_id,cause,claim,supports,noqa,note,n\na,B > C,T.,drake2013 (p. 3); clark2017,CLM001: why,x,25\n",
        'claim_id,cause,claim,value,low,high,interval,quote\na,B,"T, ""so"".",0.270,-1,1000,ci95,"a; b"\n',
    ],
)
def test_the_table_of_claims_is_read_as_a_claims_table(table: str) -> None:
    evidence = parse(REFERENCES, table)
    again = parse(REFERENCES, table_as_csv(claims_of(evidence)).decode())
    assert [*map(placeless, again.claims.values())] == [*map(placeless, evidence.claims.values())]
    assert again.problems == ()


def test_figures_that_are_only_drafted_are_none() -> None:
    evidence = parse("", "claim_id,cause,claim,low,figures\na,B,T.,10,drafted\n")
    assert cells(claims_of(evidence), 0)["low"] is None


def test_columns_of_the_users_own_come_last_and_none_is_there_twice() -> None:
    table = claims_of(parse("", "claim_id,cause,claim,line,editor\na,B,T.,x,Eva\n"))
    assert (list(table.columns)[-1], cells(table, 0)["editor"], cells(table, 0)["line"]) == ("editor", "Eva", 2)
    assert table.columns["line"] is int


def test_a_reference_says_how_many_claims_cite_it_and_how_many_it_sources() -> None:
    table = tables.table_of_references(Support(sample(), identifiers))
    assert [(row["cited_by"], row["sources"]) for row in (cells(table, n) for n in range(3))] == [
        (2, 1),
        (1, 0),
        (1, 1),
    ]


def test_a_year_is_a_number_and_its_date_is_as_written() -> None:
    evidence = parse("@misc{a, date = {2015-05}} @misc{b, year = {in press}}", CLAIMS)
    table = tables.table_of_references(Support(evidence, identifiers))
    found = [(cells(table, n)["year"], cells(table, n)["date"]) for n in range(2)]
    assert found == [(2015, "2015-05"), (None, "in press")]


def test_a_citation_says_whether_the_bibliography_has_its_reference() -> None:
    table = tables.table_of_citations(parse("", "claim_id,cause,claim,supports\na,B,T.,x\n"))
    assert (cells(table, 0)["reference"], cells(table, 0)["known"]) == ("x", False)


def test_a_citation_has_what_its_source_states() -> None:
    values = "claim_id,reference,source_quote,low,design,checked_by\nc2,roth2011,ten per cent,10,cohort,Eva\n"
    table = tables.table_of_citations(parse(REFERENCES, CLAIMS, values))
    said = next(row for row in (cells(table, n) for n in range(len(table.rows))) if row["checked_by"])
    assert (said["source_low"], said["source_design"], said["source_quote"]) == (Decimal(10), "cohort", "ten per cent")


def test_claims_by_references_has_every_claim_and_every_reference() -> None:
    table = tables.claims_by_references(parse(f"{REFERENCES}@misc{{unused}}", CLAIMS))
    assert list(table.columns) == ["claim_id", "drake2013", "clark2017", "roth2011", "unused"]
    assert table.rows == [
        ("c1", "supports", "disputes", None, None),
        ("c2", None, None, "qualifies", None),
        ("c3", "mentions", None, None, None),
        ("c4", None, None, None, None),
    ]


def test_a_reference_in_two_stances_has_both_in_its_cell() -> None:
    evidence = parse("@misc{x}", "claim_id,cause,claim,supports,mentions\na,B,T.,x,x\n")
    assert tables.claims_by_references(evidence).rows == [("a", "supports; mentions")]


def test_a_reference_that_is_called_like_the_first_column_has_one_of_its_own() -> None:
    assert list(tables.claims_by_references(parse("@misc{claim_id}", CLAIMS)).columns) == [
        "claim_id",
        "reference:claim_id",
    ]


def test_a_file_with_more_cells_than_anybody_opens_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST_MATRIX", 11)
    evidence = sample()
    assert ALL - tables.tables(evidence, audit(evidence)).keys() == {"claims_by_references"}


def test_what_follows_from_a_finding_names_that() -> None:
    one, other = finding("one", "error"), finding("two", "error")
    table = tables.table_of_findings(replace(report(one, other), follows={other: one}))
    follows = {row["message"]: row["follows"] for row in (cells(table, number) for number in range(2))}
    assert follows == {"one": "", "two": f"{one.place} {one.code}"}
