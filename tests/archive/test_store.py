"""The store of an archive."""

from __future__ import annotations

from pathlib import Path

from graph.archive.auditing import audit_archive
from graph.archive.store import INDEXES, OF_ARTICLES, create_indexes, index_articles_only, insert, keep, said
from graph.auditing.settings import Settings
from tests.archive.archives import asked, small
from tests.archive.stored import stored

NAMES = "SELECT name FROM sqlite_master WHERE type = 'index'"


def test_very_many_articles_are_replaced_with_the_indexes_that_find_them_alone() -> None:
    store = stored({})
    index_articles_only(store)
    names = {name for (name,) in store.execute(NAMES)} & INDEXES.keys()
    assert names == OF_ARTICLES


def test_all_indexes_are_there_when_all_articles_were_read_again(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a", "b"), tmp_path / "out"
    audit_archive(root, out)
    audit_archive(root, out, Settings(ignore={"CLM001": "known"}))
    assert {*asked(out, NAMES)} >= INDEXES.keys()


def test_names_that_are_no_unicode_stay_apart() -> None:
    store = stored({})
    insert(store, "files", [(1, f"bad{letter}.md", 0, 0, "") for letter in ("\udcfe", "\udcff")])
    paths = [path for (path,) in store.execute("SELECT path FROM files ORDER BY path")]
    assert paths == ["bad\\udcfe.md", "bad\\udcff.md"]


def test_what_stays_as_it_was_is_not_written() -> None:
    store = stored({})
    create_indexes(store)
    keep(store, {"a": "1"})
    before = store.total_changes
    keep(store, {"a": "1"})
    assert (store.total_changes, said(store, "a")) == (before, "1")
