"""Articles of an archive whose bibliographies stand in the settings of their project."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.archive.articles import find_articles
from graph.archive.auditing import audit_archive
from graph.archive.loading import load_article
from graph.archive.packing import pack
from graph.archive.walking import walked
from tests.archive.archives import BIB, CLAIMS, PAPER, asked, write_files
from tests.archive.test_loading import loaded

QUARTO = "bibliography: lib/all.bib\n"
BOOK = {"b/_quarto.yml": QUARTO, "b/lib/all.bib": BIB, "b/one.md": PAPER, "b/ch/two.md": PAPER, "references.bib": BIB}


def files_of(root: Path, files: dict[str, str], name: str) -> dict[str, str]:
    packed = loaded(root, files, name)
    return {path: role for path, role in packed.files.items() if role in {"references", "settings"}}


@pytest.mark.parametrize(
    ("files", "libraries"),
    [
        ({}, ["b/lib/all.bib"]),
        ({"b/ch/two.bib": BIB}, ["b/lib/all.bib"]),
        ({"b/ch/two.md": f"---\nbibliography: own.bib\n---\n{PAPER}", "b/ch/own.bib": BIB}, ["b/ch/own.bib"]),
        ({"b/ch/two.md": f"---\nbibliography: /lib/own.bib\n---\n{PAPER}", "b/lib/own.bib": BIB}, ["b/lib/own.bib"]),
        ({"b/_quarto.yml": "bibliography: ../../out.bib"}, ["references.bib"]),
        ({"b/_quarto.yml": "bibliography: gone.bib"}, ["references.bib"]),
        (
            {"b/ch/two.md": f"{PAPER}\n# References\n\n1. Doe J. Iron. Sleep. 2001;1:1-2. doi:10.1/a\n"},
            ["b/lib/all.bib"],
        ),
    ],
    ids=[
        "the project's",
        "before one of its name",
        "its own",
        "from the project's folder",
        "outside",
        "gone",
        "beside a list",
    ],
)
def test_what_the_settings_of_a_project_name(files: dict[str, str], libraries: list[str], tmp_path: Path) -> None:
    (tmp_path / "out.bib").write_text(BIB, encoding="utf-8")
    found = files_of(tmp_path / "root", BOOK | files, "b/ch/two.md")
    assert [path for path, role in found.items() if role == "references"] == libraries


def test_settings_above_the_root_are_none_of_the_archive(tmp_path: Path) -> None:
    write_files(tmp_path, {"_quarto.yml": "bibliography: refs.bib", "refs.bib": BIB})
    assert files_of(tmp_path / "root", {"a.md": PAPER}, "a.md") == {}


def test_a_table_of_claims_has_no_project(tmp_path: Path) -> None:
    assert files_of(tmp_path, BOOK | {"b/t/claims.csv": CLAIMS}, "b/t") == {"references.bib": "references"}


def test_chapters_share_the_library_of_their_project(tmp_path: Path) -> None:
    articles = find_articles(walked(str(write_files(tmp_path, BOOK)))).articles
    assert {each.name: each.shared for each in articles} == dict.fromkeys(
        ["b/ch/two.md", "b/one.md"], ("b/lib/all.bib",)
    )


def test_a_manuscript_of_manubot_is_one_article_with_what_manubot_made(tmp_path: Path) -> None:
    parts = {"p/content/01.a.md": PAPER, "p/content/02.b.md": PAPER, "p/content/manual-references.json": "[]"}
    made = {"p/output/references.json": "[]", "p/output/citations.tsv": "input_id\tshort_id\n"}
    assert list(files_of(tmp_path, parts, "p/content")) == ["p/content/manual-references.json"]
    assert list(files_of(tmp_path, parts | made, "p/content")) == [*made]


def test_a_manuscript_of_manubot_that_was_not_built_is_one_article_too(tmp_path: Path) -> None:
    parts = {"p/content/01.a.md": PAPER, "p/content/02.b.md": PAPER, "p/content/metadata.yaml": "title: T\n"}
    found = find_articles(walked(str(write_files(tmp_path, {**parts, "p/build/build.sh": ""}))))
    assert [each.name for each in found.articles] == ["p/content"]


def test_settings_that_have_changed_have_their_articles_read_again(tmp_path: Path) -> None:
    root, out = write_files(tmp_path / "root", BOOK | {"c/a.md": PAPER}), tmp_path / "out"
    audit_archive(root, out)
    write_files(root, {"b/_quarto.yml": "bibliography: lib/more.bib\n", "b/lib/more.bib": BIB})
    again = audit_archive(root, out)
    assert (again.read, again.unchanged) == (2, 1)
    assert asked(out, "SELECT DISTINCT file FROM article_references ORDER BY file") == [
        "b/lib/more.bib",
        "references.bib",
    ]


def test_a_library_of_the_project_that_is_there_at_last_is_read(tmp_path: Path) -> None:
    root, out = (
        write_files(tmp_path / "root", {"_quarto.yml": "bibliography: late.bib", "a.md": PAPER}),
        tmp_path / "out",
    )
    audit_archive(root, out)
    assert asked(out, "SELECT file, line FROM findings WHERE rule = 'unread-citation'") == [("_quarto.yml", 1)]
    write_files(root, {"late.bib": BIB})
    audit_archive(root, out)
    assert asked(out, "SELECT sourced FROM articles") == [1]


def test_a_library_that_is_read_in_the_place_of_one_that_is_gone_is_told(tmp_path: Path) -> None:
    files = {"a.md": f"---\nbibliography: gone.bib\n---\n{PAPER}", "references.bib": BIB}
    audit_archive(write_files(tmp_path / "root", files), tmp_path / "out")
    ((severity, message),) = asked(
        tmp_path / "out", "SELECT severity, message FROM findings WHERE rule = 'unread-citation'"
    )
    assert (severity, message.endswith("which is not there; references.bib is read in its place")) == ("info", True)


def test_a_packed_article_says_the_same_of_its_project(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    root = write_files(tmp_path / "root", {"_quarto.yml": "bibliography: gone.bib", "a.md": PAPER})
    archive = find_articles(walked(str(root)))
    pack([load_article(each, str(root)) for each in archive.articles], tmp_path / "packed")
    for name in ("root", "packed"):
        audit_archive(tmp_path / name, tmp_path / f"of-{name}")
    said, again = (
        asked(tmp_path / f"of-{name}", "SELECT rule, file, message FROM findings") for name in ("root", "packed")
    )
    assert said == again
    assert any("'gone.bib', which is not there; put it there" in message for _, _, message in said)


def test_a_chapter_without_a_sentence_is_no_failure(tmp_path: Path) -> None:
    files = {"references.qmd": "# References {.unnumbered}\n\n::: {#refs}\n:::\n", "empty.qmd": ""}
    audit_archive(write_files(tmp_path / "root", BOOK | files), tmp_path / "out")
    found = asked(
        tmp_path / "out", "SELECT name, claims, failure IS NULL FROM articles WHERE name LIKE '%.qmd' ORDER BY 1"
    )
    assert found == [("empty.qmd", 0, 0), ("references.qmd", 0, 1)]


def test_a_binary_chapter_is_one(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"_quarto.yml": ""})
    (root / "a.md").write_bytes(b"\x89PNG\r\n" + b"\x00\x01\x02\xff" * 100)
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT failure LIKE '%binary%' FROM articles") == [1]
