"""One table of claims with a column `article`."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.archive.finding import find_archive
from graph.reading import parse
from tests.archive.archives import BIB, asked, write_files

TABLE = """article,claim_id,cause,claim,supports
b,c1,Iron,Low iron does it.,a2001
a,c1,Iron,High iron does not.,
b,c2,Tea,"Tea
does not.",a2001
 ,c9,Tea,Whose is it?,
a,c2,Tea,Coffee does.,a2001
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path / "root", {"claims.csv": TABLE, "references.bib": BIB})


def test_each_article_has_its_rows_in_their_lines(root: Path, tmp_path: Path) -> None:
    audit_archive(root, tmp_path / "out")
    found = asked(
        tmp_path / "out",
        "SELECT name, claim_id, text, line FROM claims JOIN articles USING (article) ORDER BY name, line",
    )
    assert found == [
        ("a", "c1", "High iron does not.", 3),
        ("a", "c2", "Coffee does.", 7),
        ("b", "c1", "Low iron does it.", 2),
        ("b", "c2", "Tea does not.", 4),
    ]


def test_the_table_itself_may_be_the_root(root: Path) -> None:
    assert [each.name for each in find_archive(root / "claims.csv").articles] == ["a", "b"]


def test_a_row_that_names_no_article_is_noticed(root: Path) -> None:
    assert [f"{each.place} {each.message}" for each in find_archive(root).noticed] == [
        "claims.csv:6 row left out: it names no article"
    ]


@pytest.mark.parametrize("column", ["article_id", "Article ID", "articleid", "Artikel", "slug", "post_id"])
def test_a_column_that_may_be_meant_is_noticed(column: str, tmp_path: Path) -> None:
    table = TABLE.replace("article", column, 1)
    archive = find_archive(write_files(tmp_path, {"claims.csv": table}))
    assert [each.name for each in archive.articles] == ["."]
    (finding,) = archive.noticed
    assert finding.message == (
        "all rows are one article, as there is no column 'article'; "
        f"if {column.lower().replace(' ', '_')!r} says which article a claim is of, call that column 'article'"
    )


def test_columns_that_a_table_lacks_are_told_once(tmp_path: Path) -> None:
    archive = find_archive(write_files(tmp_path, {"claims.csv": "article,claim,source\na,Tea.,\nb,Milk.,\n"}))
    (finding,) = archive.noticed
    assert f"{finding.code} {finding.place} {finding.message}".startswith(
        "ARC001 claims.csv:1 required columns 'claim_id', 'cause' are missing"
    )


def test_a_table_of_one_article_is_not_noticed(tmp_path: Path) -> None:
    table = "claim_id,cause,claim,title,page\nc1,Iron,Low iron does it.,Legs,3\n"
    assert find_archive(write_files(tmp_path, {"claims.csv": table})).noticed == []


@pytest.mark.parametrize("first", ["sep=;\n", "\ufeff", "\n\n"], ids=["sep", "mark", "empty lines"])
def test_what_stands_before_the_header_is_passed_over(first: str, tmp_path: Path) -> None:
    table = first + TABLE.replace(",", ";" if "sep" in first else ",")
    assert len(find_archive(write_files(tmp_path, {"claims.csv": table})).articles) == 2


def test_only_the_article_with_another_row_is_read_again(root: Path, tmp_path: Path) -> None:
    audit_archive(root, tmp_path / "out")
    (root / "claims.csv").write_text(TABLE + "b,c3,Tea,More of it.,\n", encoding="utf-8")
    again = audit_archive(root, tmp_path / "out")
    assert (again.read, again.unchanged) == (1, 1)


def test_a_table_that_cannot_be_read_to_its_end_is_noticed(tmp_path: Path) -> None:
    archive = find_archive(write_files(tmp_path, {"claims.csv": f'{TABLE}a,c5,Tea,"never closed,\n'}))
    assert any("cannot be read" in each.message for each in archive.noticed)


def test_the_audit_of_one_article_says_which_command_reads_the_table() -> None:
    evidence = parse(BIB, TABLE.replace("\n ,", "\nb,"))
    (problem,) = evidence.problems
    assert "2 rows from here on left out" in problem.message
    assert "evidence-graph archive audit" in problem.message
    assert problem.unread == 2
