"""What the page of an archive is told of that lies across its articles."""

import sqlite3
from collections.abc import Iterator

import pytest

from graph.archive.page import across
from graph.archive.page.contract import ItemData
from graph.archive.page.data import index_data
from tests.archive.page.stores import sample_store
from tests.archive.stored import entry, stored


@pytest.fixture(scope="module")
def store() -> Iterator[sqlite3.Connection]:
    store = sample_store()
    yield store
    store.close()


def where(store: sqlite3.Connection, item: ItemData) -> list[tuple[str, str, str]]:
    """The places of something: the name of the article, what is shown there, and words."""
    articles = index_data(store, {})["articles"]
    return [(articles[each["article"]]["name"], each["select"], each["words"]) for each in item["places"]]


def test_a_work_that_articles_cite_under_other_keys_is_one(store: sqlite3.Connection) -> None:
    work = next(each for each in index_data(store, {})["across"]["works"] if each["name"].startswith("Iron for the"))
    assert work["articles"] == 4
    assert where(store, work)[1:3] == [
        ("internal/iron", "claim:iron-11", "as trotti2019"),
        ("internal/kidney", "claim:kidney-11", "as trotti-becker"),
    ]


def test_works_with_one_doi_are_known_apart() -> None:
    titles = ("Iron deficiency and restless legs in pregnancy", "Caffeine and sleep in young adults after noon")
    articles = {
        f"a{number}": (entry("k", titles[number % 2], "10.1000/x"), f"c,Iron,Statement {number}.,k\n")
        for number in range(4)
    }
    works = index_data(stored(articles), {})["across"]["works"]
    assert sorted(each["name"] for each in works) == sorted(titles)
    assert len({each["id"] for each in works}) == 2


def test_a_work_with_a_doi_that_was_copied_is_no_other(store: sqlite3.Connection) -> None:
    works = [each["name"] for each in index_data(store, {})["across"]["works"]]
    assert not [name for name in works if "fibromyalgia" in name or "Rheumatoid" in name]


def test_a_retracted_work_says_which_article_came_after_its_notice(store: sqlite3.Connection) -> None:
    (work,) = index_data(store, {})["across"]["retracted"]
    assert work["note"] == "retraction of 2022-03-01 (Demonstration) · Nobody 2018"
    assert where(store, work) == [
        ("neurology/parkinson-again", "reference:nobody2018", "error: cited by 1 claim, after its notice"),
        ("neurology/parkinson", "reference:survey", "warning: cited by 1 claim, before its notice"),
    ]


def test_a_contradiction_has_both_claims(store: sqlite3.Connection) -> None:
    intervals, refuted = index_data(store, {})["across"]["contradictions"]
    assert intervals["note"] == "prevalence in people with Parkinson's disease: 0 to 20.8 %, or 24 to 31 %"
    assert [each[:2] for each in where(store, refuted)] == [
        ("medicines", "claim:other-24"),
        ("internal/veins", "claim:veins-05"),
    ]


def test_a_clash_has_what_is_believed_and_what_is_not(store: sqlite3.Connection) -> None:
    (clash,) = index_data(store, {})["across"]["clashes"]
    assert clash["name"] == "DOI 10.1155/2013/352782"
    assert [each[:2] for each in where(store, clash)] == [
        ("rheumatology/fibromyalgia", "reference:viola-saltzman2010"),
        ("rheumatology/arthritis", "reference:gjevre2013"),
    ]


def test_a_repeated_claim_says_what_it_rests_on_in_each_article(store: sqlite3.Connection) -> None:
    claim = index_data(store, {})["across"]["repeated"][0]
    assert claim["note"] == "2 supported · on 2 works, not the same everywhere"
    assert where(store, claim) == [
        ("neurology/parkinson", "claim:parkinson-03", "supported: Peeraully and Tan 2012"),
        ("neurology/parkinson-again", "claim:again-01", "supported: Lee et al. 2009"),
    ]


def test_a_cause_is_bare_where_no_article_has_a_source_for_it(store: sqlite3.Connection) -> None:
    bare = {each["name"] for each in index_data(store, {})["across"]["bare"]}
    assert "Obesity" in bare
    assert "Iron deficiency" not in bare


def test_what_is_too_much_is_cut_and_counted(store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(across, "MOST_ITEMS", 2)
    monkeypatch.setattr(across, "MOST_PLACES", 1)
    data = index_data(store, {})
    assert (
        len(data["across"]["works"]),
        len(data["across"]["works"][0]["places"]),
        data["across"]["works"][0]["articles"],
    ) == (2, 1, 4)
    assert data["totals"]["works"] == 4


def test_the_worst_article_is_the_one_with_most_errors(store: sqlite3.Connection) -> None:
    assert index_data(store, {})["worst"][0]["name"] == "internal/other-conditions"


def test_the_summary_counts_what_there_is(store: sqlite3.Connection) -> None:
    assert index_data(store, {})["summary"] == "14 articles; 119 claims: 42 sourced, 77 not"
