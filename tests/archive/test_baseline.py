"""A baseline of an archive: what is known of each article, and of the archive itself."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from graph.archive.across import bring_up_to_date
from graph.archive.auditing import audit_archive
from graph.archive.baseline import archive_baseline
from graph.archive.reports import ArchiveReport, View
from graph.archive.store import read_store
from graph.auditing.baseline import Baseline, read_baseline
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from tests.archive.archives import CLAIMS, asked, small, write_files

NEW = (
    "SELECT a.name, f.code, f.subject FROM findings f LEFT JOIN articles a USING (article) WHERE suppressed_by IS NULL"
)
ONE_TABLE = Settings(select=("CLM001", "ARC003", "SUP904"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with a finding in each of two articles, and one of its own."""
    return write_files(small(tmp_path / "root", "a", "b"), {"articles.csv": "article\nz\n"})


def known_of(root: Path, settings: Settings = ONE_TABLE) -> Baseline:
    """The baseline of an archive as it is."""
    audit_archive(root, root.parent / "old", settings)
    return baseline_of_results(root.parent / "old")


def baseline_of_results(folder: Path) -> Baseline:
    """The baseline of results, written and read again."""
    with closing(read_store(str(folder))) as store:
        text = "".join(archive_baseline(ArchiveReport(store, View(shown=str))))
    (folder / "known.json").write_text(text, encoding="utf-8")
    return read_baseline(folder / "known.json", of_archive=True)


def new_in(root: Path, baseline: Baseline, settings: Settings = ONE_TABLE) -> list[tuple[str | None, str, str]]:
    """What is not known already."""
    audit_archive(root, root.parent / "new", settings, Given(baseline=baseline))
    return asked(root.parent / "new", NEW)


def test_what_is_known_is_excused(root: Path) -> None:
    known = known_of(root)
    assert [each.article for each in known.known] == ["", "a", "b"]
    assert new_in(root, known) == []
    assert asked(root.parent / "new", "SELECT DISTINCT suppressed_by FROM findings") == ["baseline"]


def test_an_excused_finding_counts_in_no_number_of_its_article(root: Path) -> None:
    new_in(root, known_of(root))
    assert asked(root.parent / "new", "SELECT errors, warnings, infos FROM articles") == [(0, 0, 0), (0, 0, 0)]


def test_one_article_does_not_know_what_another_does(root: Path) -> None:
    known = known_of(root)
    write_files(root, {"c/claims.csv": (root / "a/claims.csv").read_text(), "c/references.bib": ""})
    assert {name for name, *_ in new_in(root, known)} == {"c"}


def test_what_is_known_in_vain_is_told(root: Path) -> None:
    known = known_of(root)
    write_files(root, {"a/claims.csv": CLAIMS.splitlines()[0] + "\n" + CLAIMS.splitlines()[1] + "\n"})
    write_files(root, {"articles.csv": "article\na\n"})
    assert new_in(root, known) == [("a", "SUP904", ""), (None, "SUP904", "")]


def test_an_article_that_is_gone_is_told(root: Path) -> None:
    known = known_of(root)
    (root / "b/claims.csv").unlink()
    assert new_in(root, known) == [(None, "SUP904", "article:b")]


def test_only_an_article_of_which_something_else_is_known_is_read_again(root: Path) -> None:
    known = known_of(root)
    audit_archive(root, root.parent / "new", ONE_TABLE, Given(baseline=known))
    less = Baseline(known.file, tuple(each for each in known.known if each.article != "b"))
    assert audit_archive(root, root.parent / "new", ONE_TABLE, Given(baseline=less)).read == 1


def test_a_new_baseline_keeps_what_the_old_one_knew(root: Path) -> None:
    known = known_of(root)
    new_in(root, known)
    assert baseline_of_results(root.parent / "new").known == known.known


def test_an_article_that_cannot_be_read_is_always_told(root: Path) -> None:
    write_files(root, {"c/claims.csv": bytes(range(256))})
    settings = Settings()
    assert ("c", "ARC001", "") in new_in(root, known_of(root, settings), settings)


def test_a_library_of_several_articles_has_a_part_of_its_own(tmp_path: Path) -> None:
    files = {"references.bib": "@article{x, year = 2001}\n@article{x, year = 2002}\n"}
    tables = {f"{name}/claims.csv": "claim_id,cause,claim,supports\nc1,Iron,Low iron does it.,x\n" for name in "ab"}
    root = write_files(tmp_path / "root", files | tables)
    settings = Settings(select=("REF201", "REF202"))
    known = known_of(root, settings)
    assert {each.article for each in known.known} >= {"references.bib"}
    assert new_in(root, known, settings) == []


def test_uniting_works_again_brings_nothing_back(root: Path) -> None:
    known = known_of(root)
    new_in(root, known)
    with closing(read_store(str(root.parent / "new"), "rw")) as store:
        bring_up_to_date(store, [], ONE_TABLE, known)
    assert asked(root.parent / "new", NEW) == []


def test_each_line_says_of_which_article_it_is(root: Path) -> None:
    lines = json.loads(Path(known_of(root).file).read_text(encoding="utf-8"))
    assert [(each["article"], each["code"]) for each in lines] == [("", "ARC003"), ("a", "CLM001"), ("b", "CLM001")]
