"""Works brought up to date in part: the same as all of them anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.archive.across import bring_up_to_date
from graph.archive.decisions import CitedReference, Decision
from graph.archive.store import add_rows, forget
from graph.archive.tables import ACROSS_TABLES, id_of
from graph.archive.uniting import touch
from graph.model import Place
from tests.archive.stored import entry, rows_of, stored

TITLES = (
    "Iron deficiency and restless legs in pregnancy",
    "Caffeine and sleep in young adults after noon",
    "Sleep of elderly shift workers in winter nights",
    "Iron and legs",
    "",
)
SAME = Decision(Place("works.csv", 2), "same", CitedReference("a0", "k0"), CitedReference("a1", "k0"))

Article = tuple[str, str]


def article_of(references: list[tuple[int, int]]) -> Article:
    """An article with these references, each a title and a DOI, which rests on all of them, on each, and on two."""
    bib = "".join(
        entry(f"k{number}", TITLES[title], f"10.1000/{doi}" if doi else "")
        for number, (title, doi) in enumerate(references)
    )
    keys = [f"k{number}" for number in range(len(references))]
    claims = [";".join(keys), *keys, ";".join(keys[:2])]
    return bib, "".join(f"c{number},Iron,Statement {number}.,{cited}\n" for number, cited in enumerate(claims))


articles = st.lists(st.tuples(st.integers(0, len(TITLES) - 1), st.integers(0, 3)), max_size=3).map(article_of)
archives = st.dictionaries(st.sampled_from(["a0", "a1", "a2", "a3"]), articles)


def change(store: sqlite3.Connection, before: Mapping[str, Article], after: Mapping[str, Article]) -> None:
    """Put the articles in a store that are other ones afterwards, and remove those that are gone."""
    for name in before.keys() | after.keys():
        if before.get(name) != after.get(name):
            touch(store, [id_of(name)])
            forget(store, [id_of(name)])
            if name in after:
                add_rows(store, rows_of(name, *after[name]))
            touch(store, [id_of(name)])


def across(store: sqlite3.Connection) -> dict[str, list[object]]:
    """All that lies across the articles of a store, in one order."""
    tables = {name: store.execute(f"SELECT * FROM {name}").fetchall() for name in ACROSS_TABLES}  # noqa: S608 - ours
    return {name: sorted(rows, key=repr) for name, rows in tables.items()}


@settings(max_examples=20, deadline=None)
@given(archives, archives, st.sampled_from([[], [SAME]]))
def test_a_part_united_is_as_all_anew(
    before: dict[str, Article], after: dict[str, Article], decisions: list[Decision]
) -> None:
    store = stored(before, decisions=decisions)
    change(store, before, after)
    bring_up_to_date(store, decisions)
    assert across(store) == across(stored(after, decisions=decisions))


def test_what_a_wrong_doi_kept_apart_is_united_when_that_is_gone() -> None:
    right, wrong = article_of([(0, 1)]), article_of([(1, 1)])
    before = {"a0": right, "a1": right, "a2": wrong}
    store = stored(before)
    assert store.execute("SELECT COUNT(*) FROM apart").fetchone() == (1,)
    change(store, before, {"a2": wrong})
    bring_up_to_date(store)
    assert store.execute("SELECT COUNT(*) FROM apart").fetchone() == (0,)


def test_works_that_nothing_has_changed_of_are_not_touched() -> None:
    before = {"a0": article_of([(0, 1)]), "a1": article_of([(1, 2)])}
    store = stored(before)
    store.execute("UPDATE weights SET citation = 'as it was'")
    change(store, before, {**before, "a1": article_of([(2, 3)])})
    bring_up_to_date(store)
    assert store.execute("SELECT COUNT(*) FROM weights WHERE citation = 'as it was'").fetchone() == (1,)


@pytest.mark.parametrize("table", ["touched", "sqlite_temp_master"])
def test_nothing_is_left_over(table: str) -> None:
    before = {"a0": article_of([(0, 1)])}
    store = stored(before)
    change(store, before, {})
    bring_up_to_date(store)
    assert store.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)  # noqa: S608 - the store's own
