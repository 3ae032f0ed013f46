"""The tables of an archive as Parquet, asked by DuckDB."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from graph.archive.asking import ask_archive
from graph.archive.auditing import audit_archive
from graph.archive.duck import EXPORTED, has_tables, write_tables
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.store import STORE, read_store
from graph.auditing.lists import Notice
from graph.model import UnusableError
from tests.archive.archives import small


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of a small archive, in a folder with a hostile name, with its tables."""
    into = tmp_path_factory.mktemp("it's") / "results"
    audit_archive(small(tmp_path_factory.mktemp("root"), "one", "two"), into)
    with closing(read_store(str(into))) as store:
        write_tables(store, into)
    return into


@pytest.mark.parametrize("question", ARCHIVE_QUESTIONS)
def test_both_give_the_same_rows(results: Path, question: str) -> None:
    assert ask_archive(results, question, engine="duckdb") == ask_archive(results, question, engine="sqlite")


def test_a_list_of_retractions_can_be_asked_in_both(results: Path) -> None:
    notices = {"doi:10.1/a": Notice("retraction", "2020-01-01", "Error")}
    # pages of an archive have no such DOI: "10.1/a" is none
    both = [ask_archive(results, "retracted", retractions=notices, engine=engine) for engine in ("duckdb", "sqlite")]
    assert both[0] == both[1]


def test_each_table_is_a_file(results: Path) -> None:
    assert {path.stem for path in (results / "tables").iterdir()} == set(EXPORTED)


def test_tables_that_are_older_than_the_store_are_not_asked(results: Path) -> None:
    assert has_tables(results)
    before = (results / STORE).stat()
    os.utime(results / STORE, ns=(before.st_atime_ns, before.st_mtime_ns + 10**12))
    try:
        with pytest.raises(UnusableError, match="no tables/ of today"):
            ask_archive(results, "worst", engine="duckdb")
    finally:
        os.utime(results / STORE, ns=(before.st_atime_ns, before.st_mtime_ns))
