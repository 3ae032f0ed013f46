"""Works: what several articles' references are the same one of."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.archive.databases import SqlDatabase
from graph.archive.duck import InDuckDB, duckdb_connection
from graph.archive.tables import ACROSS_TABLES, ARCHIVE_TABLES, SQL_NAMES, id_of
from graph.archive.works import unite
from tests.archive.stored import entry, in_memory, stored

IRON = "Iron deficiency and restless legs in pregnancy"
SLEEP = "Caffeine and sleep in young adults after noon"


def works_of(*bibliographies: str) -> list[int]:
    """How many references each work has."""
    store = stored({f"a{number}": (bib, "") for number, bib in enumerate(bibliographies)})
    return [number for (number,) in store.execute("SELECT COUNT(*) FROM works GROUP BY work ORDER BY 1")]


def test_one_doi_is_one_work() -> None:
    assert works_of(entry("a", IRON, "10.1000/x"), entry("b", "Iron and legs", "10.1000/X")) == [2]


def test_one_title_is_one_work_whatever_the_keys_are() -> None:
    assert works_of(entry("a", IRON), entry("b", IRON.upper())) == [2]


def test_two_references_are_one_work_by_a_third() -> None:
    both = entry("b", IRON, "10.1000/x")
    assert works_of(entry("a", IRON), both, entry("c", "Iron, legs, pregnancy", "10.1000/x")) == [3]


def test_pages_make_one_work_of_short_titles() -> None:
    pages = "volume = {25}, pages = {335--341}"
    assert works_of(entry("a", "Teamwork", more=pages), entry("b", "Teamwork", more=pages)) == [2]


def test_what_nothing_is_known_of_is_a_work_of_its_own() -> None:
    assert works_of(entry("a", "Editorial"), entry("a", "Editorial")) == [1, 1]


def test_a_doi_under_unlike_titles_makes_two_works() -> None:
    assert works_of(entry("a", IRON, "10.1000/x"), entry("b", SLEEP, "10.1000/x")) == [1, 1]


def test_what_has_the_wrong_doi_stays_one_work_with_its_like() -> None:
    wrong = entry("b", SLEEP, "10.1000/x")
    assert works_of(entry("a", IRON, "10.1000/x"), entry("c", IRON, "10.1000/x"), wrong, wrong) == [2, 2]


def test_a_title_that_is_missing_leaves_the_doi_believed() -> None:
    assert works_of(entry("a", IRON, "10.1000/x"), entry("b", "", "10.1000/x")) == [2]


def test_a_claim_rests_once_on_a_work_that_is_cited_twice() -> None:
    bib = entry("a", IRON, "10.1000/x") + entry("b", "Iron and legs", "10.1000/x")
    store = stored({"a": (bib, "c1,Iron,Low iron does it.,a; b\n")})
    assert store.execute("SELECT alone FROM rests").fetchall() == [(1,)]


references = st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=3, unique=True), max_size=12)


def united(database: SqlDatabase, found: list[list[int]]) -> dict[int, int]:
    """The work of each reference, by the SQL of works."""
    for table, columns in ARCHIVE_TABLES.items():
        database.add(SQL_NAMES[table], columns, [])
    rows = [(1, number, "title", each, min(ids), 0) for number, ids in enumerate(found) for each in ids]
    database.add("identities", ARCHIVE_TABLES["identities"], rows)
    columns = ARCHIVE_TABLES["references"]
    known = [{"article": 1, "reference": number, "lowest": min(ids)} for number, ids in enumerate(found)]
    database.add("article_references", columns, [tuple(each.get(name) for name in columns) for each in known])
    unite(database)
    return {int(str(number)): int(str(work)) for work, _, number in database.rows("SELECT * FROM works")}


def by_hand(found: list[list[int]]) -> dict[int, int]:
    """The work of each reference: the lowest identity of all that hang together."""
    work = {each: each for ids in found for each in ids}
    for _ in found:
        for ids in found:
            lowest = min(work[each] for each in ids)
            work |= dict.fromkeys(ids, lowest)
    return {number: work[ids[0]] for number, ids in enumerate(found)}


@settings(max_examples=15, deadline=None)
@given(references)
def test_what_hangs_together_is_one_work(found: list[list[int]]) -> None:
    assert united(SqlDatabase(in_memory()), found) == by_hand(found)


def test_a_long_chain_is_one_work_in_each_database() -> None:
    numbers = [id_of(str(number)) for number in range(9)]
    chain = [[*pair] for pair in pairwise(numbers)]
    expected = dict.fromkeys(range(8), min(numbers))
    for database in (
        SqlDatabase(in_memory()),
        InDuckDB(duckdb_connection()),
    ):
        assert united(database, chain) == expected


@pytest.mark.parametrize("table", ACROSS_TABLES)
def test_the_tables_have_the_columns_that_are_said(table: str) -> None:
    store = stored({"a": (entry("a", IRON), "")})
    assert [row[1] for row in store.execute(f"PRAGMA table_info({table})")] == [*ACROSS_TABLES[table]]


def test_a_work_is_known_by_how_much_rests_on_it() -> None:
    table = "c1,Iron,Low iron does it.,a\nc2,Iron,High iron does it.,a\n"
    store = stored({name: (entry("a", IRON), table) for name in ("one", "two")})
    assert store.execute("SELECT articles, entries, claims, falls FROM weights").fetchall() == [(2, 2, 4, 4)]
