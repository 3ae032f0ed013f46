"""A whole archive that is as it was, and what keeps it from being known again."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from graph.archive import auditing, run
from graph.archive.auditing import audit_archive, nothing_to_do
from graph.archive.decisions import DECISIONS
from graph.archive.finding import list_archive
from graph.archive.store import keep, read_store
from graph.auditing.baseline import Baseline, Known
from graph.auditing.engine import EVERYTHING_USUAL, NOTHING_ELSE
from graph.auditing.given import Given
from graph.auditing.lists import Notice
from graph.auditing.settings import Settings
from graph.model import Place, UnusableError
from tests.archive.archives import BIB, CLAIMS, PAPER, asked, small, write_files

RETRACTED = Given(retractions={"doi:10.1/a": Notice("retraction", "2020-01-01", "fraud")})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of two articles that was audited into a folder beside it."""
    root = write_files(small(tmp_path / "root", "a", "b"), {"articles.csv": "article,desk\na,News\n"})
    audit_archive(root, tmp_path / "out")
    return root


def is_known(root: Path, settings: Settings = EVERYTHING_USUAL, given: Given = NOTHING_ELSE) -> bool:
    return nothing_to_do(list_archive(root), root.parent / "out", settings, given) is not None


def test_of_an_archive_that_is_as_it_was_no_article_is_looked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(auditing, "articles_in")
    audited = audit_archive(root, root.parent / "out")
    assert (audited.articles, audited.read, audited.unchanged, audited.gone) == (2, 0, 2, 0)


def test_nothing_is_written_where_all_is_as_it_was(root: Path) -> None:
    store = root.parent / "out" / "archive.db"
    os.utime(store, ns=(1, 1))
    audit_archive(root, root.parent / "out")
    assert store.stat().st_mtime_ns == 1


def same_size_and_time(path: Path, text: str) -> None:
    """Put a text in place of one of the same length, as if nobody had."""
    before = path.stat()
    assert len(text) == before.st_size
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def of_another_version(out: Path) -> None:
    """Have a store be one that another version of this program wrote."""
    with closing(read_store(str(out), "rw")) as store:
        keep(store, {"version": "x"})


DECIDED = "decision,article_1,key_1,article_2,key_2\nsame,a,k,b,k\n"

CHANGES: dict[str, Callable[[Path], object]] = {
    "a file": lambda root: (root / "a" / "claims.csv").write_text(CLAIMS, encoding="utf-8"),
    "its time": lambda root: os.utime(root / "a" / "claims.csv", ns=(1, 1)),
    "a new file": lambda root: write_files(root, {"a/evidence.csv": "reference\n"}),
    "a file is gone": lambda root: (root / "a" / "references.bib").unlink(),
    "a link": lambda root: (root / "z").symlink_to(root.parent),
    "the list, at its size and time": lambda root: same_size_and_time(root / "articles.csv", "article,desk\na,Home\n"),
    "a decision": lambda root: write_files(root.parent, {f"out/{DECISIONS}": DECIDED}),
    "the version": lambda root: of_another_version(root.parent / "out"),
    "the store": lambda root: (root.parent / "out" / "archive.db").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_noticed(change: Callable[[Path], object], root: Path) -> None:
    assert is_known(root)
    change(root)
    assert not is_known(root)


@pytest.mark.parametrize(
    ("settings", "given"),
    [
        (Settings(ignore={"ARC104": "known"}), NOTHING_ELSE),
        (EVERYTHING_USUAL, RETRACTED),
        (EVERYTHING_USUAL, Given(journals=frozenset({"sleep"}))),
        (EVERYTHING_USUAL, Given(baseline=Baseline("known.json", (Known("1", "CLM001", "x", Place("a", 1), "b"),)))),
    ],
    ids=["rules of archives", "retractions", "journals", "baseline"],
)
def test_what_else_an_audit_depends_on_is_noticed(settings: Settings, given: Given, root: Path) -> None:
    assert not is_known(root, settings, given)


def test_the_same_list_is_known_again(root: Path) -> None:
    audit_archive(root, root.parent / "out", given=RETRACTED)
    assert is_known(root, given=RETRACTED)


LATEX = (
    "\\documentclass{article}\\begin{document}\\section{Iron}It is so.\n\\input{more}\\input{body.inc}\\end{document}\n"
)
NAMES = {name: f"---\nbibliography: {name}\n---\n{PAPER}" for name in ("own.bib", "own.bibtex", "../.refs/own.bib")}

LATER: dict[str, tuple[str, str]] = {
    "a part": (LATEX, "n/more.tex"),
    "a part that no listing has": (LATEX, "n/body.inc"),
    "a library": (NAMES["own.bib"], "n/own.bib"),
    "a library that was printed": (LATEX.replace("\\input{more}", "\\bibliography{own}"), "n/main.bbl"),
    "a library that no listing has": (NAMES["own.bibtex"], "n/own.bibtex"),
    "a hidden library": (NAMES["../.refs/own.bib"], ".refs/own.bib"),
}


@pytest.mark.parametrize(("article", "named"), LATER.values(), ids=LATER.keys())
def test_what_an_article_names_is_noticed_when_it_comes_changes_and_goes(
    article: str, named: str, tmp_path: Path
) -> None:
    root = write_files(tmp_path / "root", {"n/main.tex" if article.startswith("\\") else "n/p.md": article})
    audit_archive(root, tmp_path / "out")
    for text in (BIB, BIB.replace("Iron", "Lack of iron")):
        write_files(root, {named: text})
        assert audit_archive(root, tmp_path / "out").read == 1
        assert is_known(root)
    (root / named).unlink()
    assert audit_archive(root, tmp_path / "out").read == 1
    assert is_known(root)


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"a/claims.csv": CLAIMS, "a/claims.ods": "", "a/references.bib": BIB})
    audit_archive(root, tmp_path / "out")
    assert not is_known(root)


def test_a_table_in_the_root_is_read_each_time(tmp_path: Path) -> None:
    table = "article,claim_id,cause,claim,supports\na,c1,Iron,Low iron does it.,\n"
    root = write_files(tmp_path / "root", {"claims.csv": table})
    audit_archive(root, tmp_path / "out")
    same_size_and_time(root / "claims.csv", table.replace("Low", "Raw"))
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT text FROM claims") == ["Raw iron does it."]


def test_a_section_that_no_article_has_is_told_each_time(root: Path) -> None:
    for _ in range(2):
        with pytest.raises(UnusableError, match="Methods"):
            audit_archive(root, root.parent / "out", Settings(section=("Methods",)))


def test_an_audit_that_is_ended_is_not_known_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise RuntimeError

    os.utime(root / "a" / "claims.csv", ns=(1, 1))
    monkeypatch.setattr(run, "outcomes", killed)
    with pytest.raises(RuntimeError):
        audit_archive(root, root.parent / "out")
    assert asked(root.parent / "out", "SELECT value FROM kept WHERE name = 'whole'") == [""]
