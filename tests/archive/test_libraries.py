"""Libraries that several articles share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.archive.finding import find_archive
from graph.archive.how import HowToRead
from graph.archive.loading import load_article
from graph.archive.packing import pack
from tests.archive.archives import asked, write_files

LIBRARY = """@article{a2001, title = {Iron and restless legs}, author = {Doe, Jo}, year = 2001}
@article{b2002, author = {Roe, Jo}, year = 2002}
@article{c2003, title = {Never cited}, author = {Poe, Jo}, year = 2003}
"""
TABLE = "claim_id,cause,claim,supports\nc1,Iron,It does.,{}\n"
FILES = {
    "references.bib": LIBRARY,
    "a/claims.csv": TABLE.format("a2001; b2002"),
    "b/claims.csv": TABLE.format("b2002"),
    "c/claims.csv": TABLE.format("nobody"),
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    audit_archive(write_files(tmp_path / "root", FILES), tmp_path / "out")
    return tmp_path / "out"


def test_each_article_has_the_references_that_it_cites(out: Path) -> None:
    found = asked(out, "SELECT name, key FROM article_references JOIN articles USING (article) ORDER BY 1, 2")
    assert found == [("a", "a2001"), ("a", "b2002"), ("b", "b2002")]


def test_what_is_wrong_in_the_library_is_told_once(out: Path) -> None:
    assert asked(out, "SELECT count(*) FROM findings WHERE code = 'REF202'") == [1]


def test_what_no_article_cites_is_one_finding(out: Path) -> None:
    assert asked(out, "SELECT code, file, message FROM findings WHERE rule LIKE 'unused-reference%'") == [
        (
            "ARC008",
            "references.bib",
            "1 of 3 references is cited by no article; drop them, or look which article is missing",
        )
    ]


def test_a_key_that_the_library_lacks_is_told_of_its_article(out: Path) -> None:
    found = "SELECT name FROM findings JOIN articles USING (article) WHERE code = 'CLM002'"
    assert asked(out, found) == ["c"]


def test_a_slip_in_a_key_is_known_by_the_whole_library(out: Path, tmp_path: Path) -> None:
    write_files(tmp_path / "root", {"c/claims.csv": TABLE.format("c203")})
    audit_archive(tmp_path / "root", out)
    (message,) = asked(out, "SELECT message FROM findings WHERE code = 'CLM002'")
    assert message.endswith("; did you mean 'c2003'?")


def test_a_library_that_has_changed_is_told_of_anew(out: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "references.bib").write_text(LIBRARY.replace("{b2002,", "{b2002, title = {Sleep},"), encoding="utf-8")
    assert audit_archive(root, out).read == 3
    assert asked(out, "SELECT count(*) FROM findings WHERE code = 'REF202'") == [0]


def test_a_library_that_is_unchanged_is_not_read_again(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("graph.archive.run.write_library")
    again = audit_archive(tmp_path / "root", out)
    assert (again.read, again.gone) == (0, 0)
    assert asked(out, "SELECT count(*) FROM findings WHERE code IN ('REF202', 'ARC008')") == [2]


def test_libraries_that_articles_share_in_part_are_told_of_once_each(tmp_path: Path) -> None:
    entry = "@article{{{0}, author = {{Doe, Jo}}, year = 2001}}\n"
    headers = {"a": "[x.bib]", "b": "[x.bib]", "c": "[x.bib, y.bib]", "d": "[x.bib, y.bib]"}
    files = {f"{name}/p.md": "# Iron\n\nIt does [@x].\n" for name in headers}
    settings = {
        f"{name}/_metadata.yml": f"bibliography: {names}\n".replace("[", "[/").replace(" y", " /y")
        for name, names in headers.items()
    }
    libraries = {f"{name}.bib": entry.format(name) for name in "xy"}
    root, out = write_files(tmp_path / "root", {**files, **settings, **libraries, "_quarto.yml": ""}), tmp_path / "out"
    for text in ("It does [@x].", "It does so [@x]."):
        write_files(root, {"a/p.md": f"# Iron\n\n{text}\n"})
        audit_archive(root, out)
        found = asked(out, "SELECT file FROM findings WHERE code = 'REF202' ORDER BY file")
        assert found == ["x.bib", "y.bib"]


def test_a_library_of_the_same_size_and_time_is_verified(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "root" / "references.bib"
    before = path.stat()
    path.write_text(LIBRARY.replace("title = {Never", "titel = {Never"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    audit_archive(tmp_path / "root", out, how=HowToRead(verify=True))
    assert asked(out, "SELECT count(*) FROM findings WHERE code = 'REF202'") == [2]


def test_a_library_of_a_packed_archive_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    root, packed = tmp_path / "root", tmp_path / "packed"
    for text in (LIBRARY, LIBRARY.replace("title = {Never", "titel = {Never")):
        archive = find_archive(write_files(root, FILES | {"references.bib": text}))
        pack([load_article(each, str(root)) for each in archive.articles], packed)
        audit_archive(packed, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT count(*) FROM findings WHERE code = 'REF202'") == [2]
