"""Which pages of articles are built, and kept as new as the audit."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.archive.how import USUALLY
from graph.archive.page.building import BuiltPages, build_pages, chosen_articles
from graph.archive.store import read_store
from graph.model import UnusableError

PREGNANCY, IRON = "family/pregnancy", "internal/iron"


@pytest.fixture
def results(archive: Path, tmp_path: Path) -> Path:
    """The folder of the results of three of the sample's articles."""
    for table in [*archive.rglob("claims.csv")]:
        if not table.parent.as_posix().endswith((PREGNANCY, IRON)):
            table.unlink()
    audit_archive(archive, tmp_path / "results")
    return tmp_path / "results"


@pytest.fixture
def store(results: Path) -> Iterator[sqlite3.Connection]:
    store = read_store(str(results), "rw")
    yield store
    store.close()


def built(store: sqlite3.Connection, results: Path, *names: str) -> BuiltPages:
    return build_pages(store, str(results), names, USUALLY)


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        (["all"], [f"family/iron-in-{PREGNANCY[7:]}", PREGNANCY, IRON]),
        (["worst:1"], [IRON]),
        ([PREGNANCY, PREGNANCY], [PREGNANCY]),
        ([f"./{PREGNANCY}"], [PREGNANCY]),
        ([], []),
    ],
)
def test_pages_are_chosen_by_word_or_name(asked: list[str], chosen: list[str], store: sqlite3.Connection) -> None:
    assert chosen_articles(store, asked) == chosen


def test_an_unknown_name_is_told_with_the_one_that_may_be_meant(store: sqlite3.Connection) -> None:
    with pytest.raises(UnusableError, match=r"^no article is called 'internal/irn'; did you mean 'internal/iron'\?$"):
        chosen_articles(store, ["internal/irn"])


def test_an_article_that_could_not_be_read_gets_no_page(store: sqlite3.Connection) -> None:
    store.execute("UPDATE articles SET failure = 'torn' WHERE name = ?", (IRON,))
    assert IRON not in chosen_articles(store, ["all"])


def test_a_page_is_that_of_its_article(store: sqlite3.Connection, results: Path) -> None:
    assert built(store, results, PREGNANCY).paths == {PREGNANCY: f"articles/{PREGNANCY}/evidence.html"}
    page = (results / "articles" / PREGNANCY / "evidence.html").read_text(encoding="utf-8")
    assert "<title>Restless legs in pregnancy</title>" in page
    assert "family/pregnancy/claims.csv:4" in page


def test_a_page_stays_when_others_are_asked_for(store: sqlite3.Connection, results: Path) -> None:
    built(store, results, PREGNANCY)
    again = built(store, results, IRON)
    assert (again.built, {*again.paths}) == (1, {PREGNANCY, IRON})


def test_a_page_is_built_again_where_its_article_was_audited_anew(
    store: sqlite3.Connection, results: Path, archive: Path
) -> None:
    built(store, results, PREGNANCY)
    table = archive / PREGNANCY / "claims.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("Pregnancy seems", "It seems"), encoding="utf-8")
    audit_archive(archive, results)
    assert built(store, results).built == 1
    assert "It seems" in (results / "articles" / PREGNANCY / "evidence.html").read_text(encoding="utf-8")


def test_what_has_changed_since_the_audit_is_told(store: sqlite3.Connection, results: Path, archive: Path) -> None:
    (archive / PREGNANCY / "claims.csv").write_text("claim_id,cause,claim\na,B,C.\n", encoding="utf-8")
    assert built(store, results, PREGNANCY).changed == [PREGNANCY]


def test_the_page_of_an_article_that_is_gone_is_removed(
    store: sqlite3.Connection, results: Path, archive: Path
) -> None:
    built(store, results, PREGNANCY)
    (archive / PREGNANCY / "claims.csv").unlink()
    (archive / PREGNANCY / "references.bib").unlink()
    audit_archive(archive, results)
    assert built(store, results).paths == {}
    assert not (results / "articles" / PREGNANCY / "evidence.html").exists()


def test_a_path_that_leads_out_of_the_results_is_never_removed(store: sqlite3.Connection, results: Path) -> None:
    built(store, results)
    mine = results.parent / "evidence.html"
    mine.write_text("mine", encoding="utf-8")
    store.execute("INSERT INTO pages VALUES (1, 'articles/../../evidence.html', '')")
    built(store, results)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_an_article_that_is_gone_since_the_audit_fails_alone(
    store: sqlite3.Connection, results: Path, archive: Path
) -> None:
    (archive / PREGNANCY / "claims.csv").unlink()
    done = built(store, results, PREGNANCY, IRON)
    assert done.failures == {PREGNANCY: "it is no longer there; audit the archive again"}
    assert done.paths.keys() == {IRON}


def test_results_are_moved_with_their_articles(archive: Path, results: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    archive.rename(moved / archive.name)
    results.rename(moved / "results")
    store = read_store(str(moved / "results"), "rw")
    assert built(store, moved / "results", IRON).built == 1
    store.close()


def test_a_store_without_its_origin_is_told_in_one_line(store: sqlite3.Connection, results: Path) -> None:
    store.execute("DELETE FROM kept WHERE name = 'settings'")
    with pytest.raises(UnusableError, match=r"archive\.db: does not say where its articles are; audit them again"):
        built(store, results, IRON)
