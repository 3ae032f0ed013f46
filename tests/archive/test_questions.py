"""The questions of an archive, on SQLite and on DuckDB."""

from __future__ import annotations

import random
import sqlite3
from functools import cache
from typing import Any

import pytest

from graph.archive.databases import SqlDatabase
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.rows import article_rows
from graph.archive.store import add_rows
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from tests.archive.stored import entry, in_duckdb, stored

IRON = "Iron deficiency and restless legs in pregnancy"
SLEEP = "Caffeine and sleep in young adults after noon"
DOI = "10.1000/x"
REPEATED = "Low iron makes the legs restless"


def answer(store: sqlite3.Connection, question: str) -> list[dict[str, Any]]:
    """The rows of a question."""
    asked = ARCHIVE_QUESTIONS[question]
    return [dict(zip(asked.columns, row, strict=True)) for row in SqlDatabase(store).rows(asked.sql)]


@cache
def generated() -> sqlite3.Connection:
    """An archive of twenty articles in which everything occurs that questions ask about."""
    draw = random.Random(5)  # noqa: S311 - not for secrets
    articles, dates = {}, {}
    for number in range(20):
        works = draw.sample(range(12), 4)
        bib = "".join(
            entry(
                f"k{work}",
                f"{IRON} number {work}",
                f"10.1000/{work if draw.random() < 0.9 else 0}",
                year=str(1990 + work),
            )
            for work in works
        )
        rows = "".join(
            f"c{each},Cause {draw.randrange(4)},{REPEATED} in {draw.randrange(6)} people.,"
            f"{draw.choice(['', f'k{works[0]}', f'k{works[1]}; k{works[2]}'])},"
            f"{draw.choice(['', '', f'k{works[3]}'])},prevalence,{(low := draw.randrange(30))},{low + 9}\n"
            for each in range(8)
        )
        articles[name := f"desk{number % 3}/a{number}"] = bib, rows
        dates[name] = draw.choice(["", "2001", "2010-05", "2012-01-31"])
    notices = [
        (f"doi:10.1000/{work}", state, "2010-01-01", "Error") for work, state in enumerate(("retraction", "concern"))
    ]
    return stored(articles, dates, notices)


@cache
def in_another() -> SqlDatabase:
    """The same archive in DuckDB."""
    return in_duckdb(generated())


@pytest.mark.parametrize("name", ARCHIVE_QUESTIONS)
def test_a_question_has_the_same_rows_in_each_database(name: str) -> None:
    sql = ARCHIVE_QUESTIONS[name].sql
    rows = list(map(tuple, SqlDatabase(generated()).rows(sql)))
    assert rows == list(map(tuple, in_another().rows(sql)))


@pytest.mark.parametrize(
    "name", [name for name in ARCHIVE_QUESTIONS if name not in {"bare-causes", "doi-clash", "listed-journals"}]
)
def test_the_generated_archive_has_an_answer(name: str) -> None:
    assert answer(generated(), name)


@pytest.mark.parametrize("name", ARCHIVE_QUESTIONS)
def test_the_columns_are_those_that_are_said(name: str) -> None:
    asked = ARCHIVE_QUESTIONS[name]
    assert tuple(each[0] for each in generated().execute(asked.sql).description) == asked.columns


def test_what_falls_with_a_work_is_the_same_in_each_database() -> None:
    asked = ARCHIVE_QUESTIONS["falls-with"]
    (work,) = generated().execute("SELECT work FROM weights ORDER BY falls DESC, work LIMIT 1").fetchone()
    sql = asked.of_work.format(work=work)
    rows = generated().execute(sql)
    assert tuple(each[0] for each in rows.description) == asked.of_work_columns
    assert rows.fetchall() == list(map(tuple, in_another().rows(sql))) != []


def citing(date: str, state: str = "retraction", noticed: str = "2010-05-01", reason: str = "Error") -> dict[str, Any]:
    """What is said of the one reference of an article of this date."""
    found = answer(
        stored({"a": (entry("k", IRON, DOI), "")}, {"a": date}, [(f"doi:{DOI}", state, noticed, reason)]), "retracted"
    )
    return found[0] if found else {}


@pytest.mark.parametrize(
    ("date", "since", "severity"),
    [
        ("2011", "after its notice", "error"),
        ("2010-05-02", "after its notice", "error"),
        ("2010-04", "before its notice", "warning"),
        ("2009", "before its notice", "warning"),
        ("2010", "", "error"),
        ("2010-05", "", "error"),
        ("", "", "error"),
    ],
)
def test_a_retraction_is_worse_after_its_notice(date: str, since: str, severity: str) -> None:
    row = citing(date)
    assert (row["since"], row["severity"]) == (since, severity)


def test_a_notice_with_a_date_that_nobody_can_read_came_neither_before_nor_after() -> None:
    assert citing("2011", noticed="in May")["since"] == ""


@pytest.mark.parametrize("state", ["concern", "correction"])
def test_a_concern_and_a_correction_are_warnings(state: str) -> None:
    assert citing("2011", state)["severity"] == "warning"


def test_what_was_reinstated_is_let_be() -> None:
    assert not citing("2011", "reinstatement")


def test_a_review_that_is_out_of_date_is_worth_knowing() -> None:
    doi = "10.1002/14651858.cd1"
    store = stored({"a": (entry("k", IRON, doi), "")}, {}, [(f"doi:{doi}", "retraction", "2010-05-01", "Out of date")])
    assert [row["severity"] for row in answer(store, "retracted")] == ["info"]


def test_a_reference_without_a_doi_is_known_to_be_retracted_by_another_articles() -> None:
    articles = {"a": (entry("k", IRON), ""), "b": (entry("l", IRON, DOI), "")}
    store = stored(articles, {}, [(f"doi:{DOI}", "retraction", "2010-05-01", "")])
    assert [row["key"] for row in answer(store, "retracted")] == ["k", "l"]


def figures(**reaches: tuple[int, int]) -> list[dict[str, Any]]:
    """What contradicts each other, where each article has a claim that says this."""
    table = "c1,Iron,It is in so many.,,,prevalence,{},{}\n"
    return answer(stored({name: ("", table.format(*each)) for name, each in reaches.items()}), "contradictions")


def test_intervals_that_do_not_overlap_contradict_each_other() -> None:
    (row,) = figures(a=(1, 5), b=(6, 9))
    assert (row["article"], row["other_article"], row["high"], row["other_low"]) == ("a", "b", 5.0, 6.0)


def test_intervals_that_touch_do_not() -> None:
    assert not figures(a=(1, 5), b=(5, 9), c=(2, 8))


def test_of_many_the_two_that_are_farthest_apart_are_named() -> None:
    (row,) = figures(a=(1, 5), b=(6, 9), c=(20, 30), d=(2, 6))
    assert (row["article"], row["other_article"]) == ("a", "c")


def test_what_contradicts_itself_in_one_article_is_compared_with_the_others() -> None:
    two = "c1,Iron,It is in so many.,,,prevalence,1,5\nc2,Iron,It is in more.,,,prevalence,20,30\n"
    other = "c1,Iron,It is in some.,,,prevalence,7,9\n"
    (row,) = answer(stored({"a": ("", two), "b": ("", other)}), "contradictions")
    assert (row["article"], row["claim_id"], row["other_claim"]) == ("b", "c1", "c2")


def test_one_wording_refuted_here_and_sourced_there_is_a_contradiction() -> None:
    here, there = (f"c1,Iron,{REPEATED}.,{cells}\n" for cells in (",k", "k,"))
    bib = entry("k", IRON)
    (row,) = answer(stored({"a": (bib, here), "b": (bib, there)}), "contradictions")
    assert (row["kind"], row["article"], row["other_article"]) == ("refuted", "a", "b")


def test_a_wording_with_other_sources_is_repeated_and_one_with_the_same_is_not() -> None:
    bib = entry("k", IRON, DOI) + entry("s", SLEEP)
    rows = f"c1,Iron,{REPEATED}.,{{}}\nc2,Iron,High iron does not make them so.,k\n"
    store = stored({"a": (bib, rows.format("k")), "b": (bib, rows.format("s"))})
    assert [(row["article"], row["claim_id"]) for row in answer(store, "repeated")] == [("a", "c1"), ("b", "c1")]


def test_a_cause_is_bare_where_no_article_sources_it() -> None:
    bib = entry("k", IRON)
    store = stored({"a": (bib, "c1,Iron,One.,\nc2,Coffee,Two.,\n"), "b": (bib, "c1,iron,Three.,k\n")})
    assert [(row["cause"], row["claims"]) for row in answer(store, "bare-causes")] == [("Coffee", 1)]


@pytest.mark.parametrize("question", ["bare-causes", "coverage-by-cause"])
def test_an_article_counts_for_a_cause_where_it_has_a_claim_about_it(question: str) -> None:
    involved = "claim_id,cause,claim,involves\nc1,Iron,One.,Coffee\n"
    contents = {"a/claims.csv": involved.encode()}
    articles = article_rows("a", contents, {"a/claims.csv": "claims"}, Given(), Settings())
    store = stored({"b": ("", "c1,Coffee,Two.,\n")})
    add_rows(store, articles)
    (row,) = [row for row in answer(store, question) if row["cause"] == "Coffee"]
    assert (row["articles"], row["claims"], row.get("first_article", "b")) == (1, 1, "b")


def test_a_part_of_articles_is_no_bare_cause() -> None:
    rows = "c1,Abstract,One.,\nc2,Abstract > Background,Two.,\nc3,Coffee,Three.,\n"
    assert [row["cause"] for row in answer(stored({"a": ("", rows)}), "bare-causes")] == ["Coffee"]


def test_a_copied_doi_is_a_clash() -> None:
    store = stored({"a": (entry("k", IRON, DOI), ""), "b": (entry("l", SLEEP, DOI), "")})
    (row,) = answer(store, "doi-clash")
    assert (row["kind"], row["article"], row["key"], row["other_article"], row["other_key"]) == (
        "DOI",
        "a",
        "k",
        "b",
        "l",
    )


def test_chapters_with_the_doi_of_their_book_are_no_clash() -> None:
    chapters = [
        entry(key, title, DOI).replace("@article", "@incollection") for key, title in (("k", IRON), ("l", SLEEP))
    ]
    assert not answer(stored({"a": (chapters[0], ""), "b": (chapters[1], "")}), "doi-clash")


def test_a_work_that_two_articles_cite_is_shared() -> None:
    table = "c1,Iron,Low iron does it.,{}\n"
    store = stored({"a": (entry("k", IRON), table.format("k")), "b": (entry("l", IRON), table.format("l"))})
    assert [(row["articles"], row["claims"], row["falls"]) for row in answer(store, "same-work")] == [(2, 2, 2)]
