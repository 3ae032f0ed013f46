"""The audit of an archive, and again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.archive.how import Audited, HowToRead
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.model import UnusableError
from tests.archive.archives import BIB, CLAIMS, asked, small, write_files


def numbers(audited: Audited) -> tuple[int, int, int]:
    return audited.read, audited.unchanged, audited.gone


def test_every_article_is_in_the_store(tmp_path: Path) -> None:
    audit_archive(small(tmp_path / "root", "a", "b/c"), tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT name, claims, sourced FROM articles") == [("a", 2, 1), ("b/c", 2, 1)]


def test_what_is_unchanged_is_not_read_again(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a", "b"), tmp_path / "out"
    audit_archive(root, out)
    assert numbers(audit_archive(root, out)) == (0, 2, 0)


def test_what_has_changed_is_read_again_and_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a", "b", "c"), tmp_path / "out"
    audit_archive(root, out)
    (root / "a" / "claims.csv").write_text(CLAIMS + "c3,Iron,More.,\n", encoding="utf-8")
    (root / "b" / "claims.csv").unlink()
    assert numbers(audit_archive(root, out)) == (1, 1, 1)
    assert asked(out, "SELECT name, claims FROM articles ORDER BY name") == [("a", 3), ("c", 2)]
    assert asked(out, "SELECT count(*) FROM claims") == [5]


@pytest.mark.parametrize(
    ("settings", "given"),
    [
        (Settings(ignore={"CLM001": "known"}), Given()),
        (Settings(), Given(as_of=__import__("datetime").date(2026, 1, 1))),
    ],
    ids=["rules", "date"],
)
def test_other_settings_have_all_read_again(settings: Settings, given: Given, tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a", "b"), tmp_path / "out"
    audit_archive(root, out)
    assert numbers(audit_archive(root, out, settings, given)) == (2, 0, 0)


def test_an_article_that_names_a_library_elsewhere_is_known_again(tmp_path: Path) -> None:
    paper = "---\nbibliography: ../lib/own.bib\n---\n\n# Iron\n\nIt does [@a2001].\n"
    root, out = write_files(small(tmp_path / "root", "b"), {"a/p.md": paper, "lib/own.bib": BIB}), tmp_path / "out"
    audit_archive(root, out)
    (root / "b" / "claims.csv").write_text(CLAIMS + "c3,Iron,More.,\n", encoding="utf-8")
    assert numbers(audit_archive(root, out)) == (1, 1, 0)
    write_files(root, {"lib/own.bib": f"{BIB}\n"})
    assert numbers(audit_archive(root, out)) == (1, 1, 0)


def test_a_nearer_library_has_its_article_read_again(tmp_path: Path) -> None:
    root, out = write_files(tmp_path / "root", {"references.bib": BIB, "a/claims.csv": CLAIMS}), tmp_path / "out"
    audit_archive(root, out)
    write_files(root, {"a/references.bib": BIB})
    assert numbers(audit_archive(root, out)) == (1, 0, 0)


def test_to_verify_is_to_look_at_contents(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a", "b"), tmp_path / "out"
    audit_archive(root, out)
    path = root / "a" / "claims.csv"
    before = path.stat()
    path.write_text(CLAIMS.replace("Iron", "Irom a"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert numbers(audit_archive(root, out)) == (0, 2, 0)
    assert numbers(audit_archive(root, out, how=HowToRead(verify=True))) == (1, 1, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_what_is_below_a_name_in_another_encoding_is_known_again(tmp_path: Path) -> None:
    folder, out = os.fsdecode(b"caf\xe9"), tmp_path / "out"
    root = write_files(tmp_path, {f"{folder}/references.bib": BIB, f"{folder}/a/references.bib": BIB})
    write_files(root, {f"{folder}/{name}/claims.csv": CLAIMS for name in "abc"})
    audit_archive(root, out)
    assert numbers(audit_archive(root, out)) == (0, 3, 0)


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a"), tmp_path / "out"
    write_files(root, {"b/claims.csv": bytes(range(256))})
    audit_archive(root, out)
    assert numbers(audit_archive(root, out)) == (1, 1, 0)


def test_a_broken_article_costs_itself_alone(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a"), tmp_path / "out"
    write_files(root, {"b/claims.csv": bytes(range(256))})
    audit_archive(root, out)
    why = "no claim was read: it is binary, no text; save it as .xlsx or as CSV (UTF-8) and name that file"
    assert asked(out, "SELECT code, file, message FROM findings WHERE code LIKE 'ARC%'") == [
        ("ARC001", "b/claims.csv", f"b is not read: {why}")
    ]
    assert asked(out, "SELECT name FROM articles WHERE failure IS NULL") == ["a"]


def test_an_article_without_references_is_read(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"a/claims.csv": CLAIMS})
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT claims, references_read, failure FROM articles") == [(2, 0, None)]


def test_a_notice_of_another_article_is_an_article_without_claims(tmp_path: Path) -> None:
    notice = '<article article-type="correction"><front/><body><p>The third sentence was wrong.</p></body></article>'
    root = write_files(tmp_path / "root", {"a.nxml": notice})
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT claims, failure FROM articles") == [(0, None)]


def test_letters_that_no_file_can_have_are_kept_out_of_the_store(tmp_path: Path) -> None:
    library = '[{"id": "a2001", "type": "article", "title": "A \\ud800 title"}]'
    root = write_files(tmp_path / "root", {"a/claims.csv": CLAIMS, "a/references.json": library})
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT title FROM article_references") == ["A \\ud800 title"]


def test_a_store_of_another_version_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, out = small(tmp_path / "root", "a"), tmp_path / "out"
    monkeypatch.setattr("graph.archive.auditing.STORE_SCHEMA", "0")
    audit_archive(root, out)
    monkeypatch.undo()
    assert numbers(audit_archive(root, out)) == (1, 0, 0)


def test_the_root_is_kept_as_it_is_found_from_the_results(tmp_path: Path) -> None:
    audit_archive(small(tmp_path / "root", "a"), tmp_path / "results" / "here")
    assert asked(tmp_path / "results" / "here", "SELECT value FROM kept WHERE name = 'root'") == ["../../root"]


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a"), write_files(tmp_path / "out", {"archive.db": "a text of mine\n" * 100})
    with pytest.raises(UnusableError, match="is no store of an archive; delete it"):
        audit_archive(root, out)
    assert (out / "archive.db").read_text(encoding="utf-8").startswith("a text of mine")


def test_a_torn_store_is_told_what_to_do_about_it(tmp_path: Path) -> None:
    root, out = small(tmp_path / "root", "a"), tmp_path / "out"
    audit_archive(root, out)
    os.truncate(out / "archive.db", 20_000)
    with pytest.raises(UnusableError, match="malformed; delete it, or name another folder"):
        audit_archive(root, out)


@pytest.mark.parametrize(
    ("files", "why"),
    [({}, "no article in it"), ({"archive.db": ""}, "holds results")],
)
def test_a_root_that_is_none_is_one_line(files: dict[str, str], why: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match=why):
        audit_archive(write_files(tmp_path, files), tmp_path / "out")


def test_a_root_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match="no such folder"):
        audit_archive(tmp_path / "gone", tmp_path / "out")
