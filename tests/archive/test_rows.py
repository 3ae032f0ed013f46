"""One article as rows."""

from collections.abc import Mapping
from typing import Any

from graph.archive.rows import article_rows, failed_article
from graph.archive.store import add_rows, create_tables
from graph.archive.tables import ARCHIVE_TABLES, Rows
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.model import Article, Place, Role
from graph.reading import parse
from tests.archive.stored import in_memory
from tests.examples import CLAIMS, REFERENCES

BIB = """@article{a2001, title = {Iron deficiency and restless legs in pregnancy}, author = {Doe, Jo},
  year = 2001, doi = {10.1000/a}}"""
TABLE = """claim_id,cause,claim,supports,measure,low,high
c1,Iron,Low iron does it.,a2001,prevalence,10,20
c2,Iron,High iron does not.,gone,,,
"""
ROLES: Mapping[str, Role] = {"references.bib": "references", "claims.csv": "claims"}


def rows_of(bib: str, table: str, settings: Settings | None = None, name: str = "an/article") -> Rows:
    contents = {"references.bib": bib.encode(), "claims.csv": table.encode()}
    return article_rows(name, contents, ROLES, Given(), settings or Settings())


def dicts(rows: Rows, table: str) -> list[dict[str, Any]]:
    return [dict(zip(ARCHIVE_TABLES[table], row, strict=True)) for row in rows[table]]


def test_every_row_has_a_cell_of_the_right_type_for_each_column() -> None:
    rows = rows_of(REFERENCES, CLAIMS)
    wrong = [
        (table, column, cell)
        for table, columns in ARCHIVE_TABLES.items()
        for row in rows[table]
        for (column, kind), cell in zip(columns.items(), row, strict=True)
        if not isinstance(cell, kind | None)
    ]
    assert not wrong


def test_the_findings_are_those_of_the_audit() -> None:
    report = audit(parse(BIB, TABLE))
    found = [(each["code"], each["message"], each["line"]) for each in dicts(rows_of(BIB, TABLE), "findings")]
    assert found == [(each.code, each.message, each.place.line) for each in report.findings]


def test_an_unknown_key_is_a_citation_without_a_reference() -> None:
    cited = dicts(rows_of(BIB, TABLE), "citations")
    assert [(each["key"], each["reference"]) for each in cited] == [("a2001", 0), ("gone", None)]


def test_a_reference_is_known_by_its_doi_and_its_title() -> None:
    assert [each["kind"] for each in dicts(rows_of(BIB, TABLE), "identities")] == ["doi", "title"]


def test_a_short_title_is_no_identity() -> None:
    short = BIB.replace("Iron deficiency and restless legs in pregnancy", "Editorial").replace("doi = {10.1000/a}", "")
    assert [each["kind"] for each in dicts(rows_of(short, TABLE), "identities")] == ["own"]


def test_figures_are_compared_where_they_have_a_measure_and_an_interval() -> None:
    first, second = dicts(rows_of(BIB, TABLE), "claims")
    assert (first["low"], first["high"], second["compared"]) == (10.0, 20.0, None)
    assert first["compared"] is not None


def test_a_suppressed_finding_says_by_what() -> None:
    settings = Settings(causes={"Iron": {"CLM001": "known"}, "Another article's": {"CLM001": "known"}})
    table = TABLE.replace("a2001", "")
    found = [each for each in dicts(rows_of(BIB, table, settings), "findings") if each["code"] == "CLM001"]
    assert found
    assert {each["suppressed_by"] for each in found} == {"settings"}


def test_what_the_article_is_called_comes_from_the_settings() -> None:
    (row,) = dicts(rows_of(BIB, TABLE, Settings(about=Article(title="On iron", date="2020"))), "articles")
    assert (row["title"], row["date"]) == ("On iron", "2020")


def test_a_failed_article_has_a_row_that_says_why() -> None:
    rows = failed_article("an/article", "took longer than 60 s", Place("an/article", 1))
    (row,) = dicts(rows, "articles")
    assert (row["name"], row["failure"]) == ("an/article", "took longer than 60 s")
    assert [table for table in ARCHIVE_TABLES if rows[table]] == ["articles", "findings"]


def test_a_database_holds_all_rows() -> None:
    store = in_memory()
    create_tables(store)
    add_rows(store, rows_of(BIB, TABLE))
    assert store.execute("SELECT count(*) FROM claims").fetchone() == (2,)
