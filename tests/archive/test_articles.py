"""Which articles are in a folder, and which files each is made of."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from graph.archive import articles
from graph.archive.articles import find_articles
from graph.archive.bibliographies import libraries_of
from graph.archive.found import Archive
from graph.archive.walking import Folder, walked
from tests.archive.archives import BIB, CLAIMS, PAPER, small, write_files

JATS = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "j.dtd"><article><body><p>It is so.</p></body></article>"""
WORD = '<?xml version="1.0"?><!-- a part of Word --><w:document xmlns:w="wordprocessingml"></w:document>'


def found(root: Path, files: dict[str, str], named: frozenset[str] = frozenset()) -> Archive:
    return find_articles(walked(str(write_files(root, files))), named)


def names(archive: Archive) -> list[str]:
    return [each.name for each in archive.articles]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["a/claims.csv", "b/claims.xlsx", "c/d/claims.ods"], ["a", "b", "c/d"]),
        (["a/article.md", "b/article.nxml"], ["a", "b"]),
        (["a/one.md", "a/two.qmd", "three.html"], ["a/one.md", "a/two.qmd", "three.html"]),
        (["a/claims.csv", "a/text.md"], ["a"]),
        (["a/article.md", "a/notes.md"], ["a"]),
        (["a/paper.qmd", "a/paper.html", "a/paper.docx"], ["a/paper.qmd"]),
        (["a/paper.md", "a/paper.Rmd", "b/main.md", "b/main.qmd"], ["a/paper.Rmd", "b/main.qmd"]),
        (["README.md", "a/LICENSE.md", "a/one.md", "a/notes.txt"], ["a/one.md"]),
        (["USAGE.md", "NEWS.md", "README_old.md", "a/usage.md"], ["a/usage.md"]),
        (["_index.md", "_footer.html", "_one.docx", "a.md"], ["_one.docx", "a.md"]),
        (["~$a.docx", "a.docx"], ["a.docx"]),
        ([".git/one.md", "a/.hidden/two.md", "a/one.md"], ["a/one.md"]),
        (["claims.csv"], ["."]),
    ],
)
def test_the_names_of_articles(files: list[str], expected: list[str], tmp_path: Path) -> None:
    assert names(found(tmp_path, dict.fromkeys(files, ""))) == expected


def test_an_ending_of_xml_is_none_of_the_name(tmp_path: Path) -> None:
    files = dict.fromkeys(["10.1.joss.jats", "10.1.joss.jats.xml", "one.nxml", "one.tei.xml", "two.v2.xml"], JATS)
    archive = found(tmp_path, files)
    assert names(archive) == ["10.1.joss.jats", "one.nxml", "two.v2.xml"]
    assert archive.passed_over["the same article in another format"] == ["10.1.joss.jats.xml", "one.tei.xml"]


def versions(dois: dict[str, str]) -> dict[str, str]:
    ids = {name: f'<front><article-id pub-id-type="doi">{doi}</article-id></front><body>' for name, doi in dois.items()}
    return {name: JATS.replace("<body>", each) for name, each in ids.items()}


@pytest.mark.parametrize(
    ("dois", "expected"),
    [
        ({"a-v1.xml": "10.1/A", "a-v2.xml": "10.1/a", "a-v10.xml": "10.1/a"}, ["a-v10.xml"]),
        ({"a.v1.xml": "10.1/a.1", "a.v2.xml": "10.1/a.2"}, ["a.v2.xml"]),
        ({"b-v1.xml": "10.1/b", "b-v2.xml": "10.1/c"}, ["b-v1.xml", "b-v2.xml"]),
        ({"b-v1.xml": "", "b-v2.xml": ""}, ["b-v1.xml", "b-v2.xml"]),
        ({"x/a-v1.xml": "10.1/a", "y/a-v2.xml": "10.1/a"}, ["x/a-v1.xml", "y/a-v2.xml"]),
    ],
)
def test_of_versions_of_one_article_the_newest_is_read(
    dois: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    archive = found(tmp_path, versions(dois))
    assert names(archive) == expected
    older = archive.passed_over.get("an older version of the same article", [])
    assert sorted([*older, *expected]) == sorted(dois)


def test_numbered_parts_with_a_library_are_one_article(tmp_path: Path) -> None:
    files = {"r/01.abstract.md": PAPER, "r/02.intro.md": PAPER, "r/references.bib": BIB}
    (article,) = found(tmp_path, files).articles
    assert (article.name, list(article.files)) == ("r", ["r/01.abstract.md", "r/02.intro.md"])


@pytest.mark.parametrize(
    "files",
    [
        {"r/01.a.md": "", "r/02.b.md": ""},
        {"r/01.a.md": "", "r/b.md": "", "r/references.bib": ""},
        {"r/01.a.md": "", "r/01.b.md": "", "r/references.bib": ""},
        {"r/12.a.md": "", "r/13.b.md": "", "r/references.bib": ""},
        {"r/01.a.md": "", "r/02.b.html": "", "r/references.bib": ""},
        {"r/01.a.md": "", "r/02.b.md": "", "references.bib": ""},
    ],
    ids=["no library", "one has no number", "a number twice", "begins at 12", "two formats", "library above"],
)
def test_what_only_looks_like_parts_are_articles(files: dict[str, str], tmp_path: Path) -> None:
    assert len(found(tmp_path, files).articles) == 2


def test_parts_that_the_list_names_are_articles(tmp_path: Path) -> None:
    files = {"r/01.a.md": "", "r/02.b.md": "", "r/references.bib": ""}
    assert names(found(tmp_path, files, frozenset({"r/01.a.md"}))) == ["r/01.a.md", "r/02.b.md"]


def test_xml_is_an_article_by_its_first_element(tmp_path: Path) -> None:
    archive = found(tmp_path, {"a.xml": JATS, "b.xml": WORD})
    assert names(archive) == ["a.xml"]
    assert [each.place.file for each in archive.noticed] == ["b.xml"]


@pytest.mark.parametrize(
    "head",
    [
        '<article xmlns="http://docbook.org/ns/docbook" version="5.0">',
        '<!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "docbookx.dtd"><article>',
    ],
)
def test_an_article_in_docbook_is_none_in_jats(head: str, tmp_path: Path) -> None:
    files = {"a.xml": f'<?xml version="1.0"?>{head}<para>It is so.</para></article>', "b.xml": JATS}
    assert names(found(tmp_path, files)) == ["b.xml"]


@pytest.mark.parametrize(
    "page", ["#REDIRECT [[Sleep]]", "\n#WEITERLEITUNG [[Schlaf]]", "#ПЕРЕНАПРАВЛЕНИЕ [[Сон]]", "#redirect:[[a]]"]
)
def test_a_page_of_a_wiki_that_leads_to_another_is_no_article(page: str, tmp_path: Path) -> None:
    archive = found(tmp_path, {"a.wiki": "# [[Sleep]] is good.", "b.wiki": page})
    assert names(archive) == ["a.wiki"]
    assert archive.passed_over["pages of a wiki that only lead to others"] == ["b.wiki"]


def test_what_publishers_put_beside_an_article_in_jats_is_none(tmp_path: Path) -> None:
    files = ["PMC1/a.nxml", "PMC1/a.s001.docx", "PMC1/a.s002.html", "PMC2/b.nxml"]
    archive = found(tmp_path, dict.fromkeys(files, ""), frozenset({"PMC2/c.docx"}))
    assert names(archive) == ["PMC1/a.nxml", "PMC2/b.nxml"]


@pytest.mark.parametrize(
    "files",
    [["a.nxml", "b.nxml", "c.docx"], ["a.nxml", "b.md", "c.docx"], ["a.docx", "b.html"], ["a.tei", "b.docx"]],
)
def test_what_is_not_beside_one_article_in_jats_alone_is_an_article(files: list[str], tmp_path: Path) -> None:
    assert names(found(tmp_path, dict.fromkeys(files, ""))) == files


def test_what_the_list_names_is_no_supplement(tmp_path: Path) -> None:
    files = dict.fromkeys(["a.nxml", "b.docx"], "")
    assert names(found(tmp_path, files, frozenset({"b.docx"}))) == ["a.nxml", "b.docx"]


def test_latex_without_a_class_is_part_of_another_file(tmp_path: Path) -> None:
    files = {"main.tex": "\\documentclass{article}", "methods.tex": "\\section{Methods}"}
    assert names(found(tmp_path, files)) == ["main.tex"]


@pytest.mark.parametrize(
    ("files", "libraries"),
    [
        (["references.bib", "a/claims.csv"], ("references.bib",)),
        (["references.bib", "a/claims.csv", "a/references.json"], ("a/references.json",)),
        (["references.bib", "a/b/c/claims.csv"], ("references.bib",)),
        (["a/claims.csv", "a/sleep.bib"], ("a/sleep.bib",)),
        (["a/claims.csv", "a/references.ris", "a/sleep.bib"], ("a/references.ris",)),
        (["a/one.md", "a/one.bib", "a/references.bib"], ("a/one.bib",)),
        (["a/claims.csv", "a/references.json", "a/citations.tsv"], ("a/references.json", "a/citations.tsv")),
        (["_posts/tea.md", "_bibliography/papers.bib"], ("_bibliography/papers.bib",)),
        (["_posts/tea.md", "own.bib", "_bibliography/papers.bib"], ("own.bib",)),
        (["_posts/tea.md", "assets/bibliography/all.bib"], ("assets/bibliography/all.bib",)),
        (["_posts/tea.md", "assets/bibliography/a.bib", "assets/bibliography/b.bib"], ()),
        (["a/index.md", "a/cite.bib"], ()),
        (["a/index.md", "a/cite.bib", "references.bib"], ("references.bib",)),
        (["a/tea.md", "a/cite.bib"], ("a/cite.bib",)),
        (["a/claims.csv"], ()),
    ],
)
def test_the_nearest_library_is_an_articles_own(files: list[str], libraries: tuple[str, ...], tmp_path: Path) -> None:
    (article,) = found(tmp_path, dict.fromkeys(files, "")).articles
    assert article.libraries == libraries


@pytest.mark.parametrize(
    ("libraries", "expected"),
    [
        (["a.bib", "b.bib"], ()),
        (["a.bib", "b.bib", "all.bib"], ("all.bib",)),
        (["a.bib", "all.bib"], ("a.bib", "all.bib")),
    ],
)
def test_what_others_have_of_their_own_is_not_shared(
    libraries: list[str], expected: tuple[str, ...], tmp_path: Path
) -> None:
    *_, other = found(tmp_path, dict.fromkeys(["a.md", "b.md", "c.md", *libraries], "")).articles
    assert (other.name, other.libraries) == ("c.md", expected)


def test_a_library_of_several_articles_is_shared(tmp_path: Path) -> None:
    files = {
        "references.bib": BIB,
        "a/claims.csv": CLAIMS,
        "b/claims.csv": CLAIMS,
        "c/claims.csv": CLAIMS,
        "c/c.bib": BIB,
    }
    assert [each.shared for each in found(tmp_path, files).articles] == [("references.bib",), ("references.bib",), ()]


def test_two_tables_in_a_folder_are_a_failure(tmp_path: Path) -> None:
    (article,) = found(tmp_path, {"a/claims.csv": "", "a/claims.xlsx": ""}).articles
    assert article.failure == "the folder has claims.csv and claims.xlsx; keep the one that is meant"


def test_names_that_differ_in_case_only_are_noticed(tmp_path: Path) -> None:
    archive = found(tmp_path, {"a/claims.csv": CLAIMS, "A/claims.csv": CLAIMS})
    assert names(archive) == ["A", "a"]
    assert [(each.rule, each.subject) for each in archive.noticed] == [("names-alike", "article:a")]


def test_of_two_names_that_are_the_same_one_is_read(tmp_path: Path) -> None:
    archive = found(tmp_path, {"caf\u00e9/claims.csv": CLAIMS, "cafe\u0301/claims.csv": CLAIMS})
    assert names(archive) == ["caf\u00e9"]
    assert "is not read; rename one" in archive.noticed[0].message


def test_a_hostile_name_is_printable(tmp_path: Path) -> None:
    (article,) = found(tmp_path, {"a\n\x1b[31mb/claims.csv": CLAIMS}).articles
    assert article.name == "a\\n\\x1b[31mb"


def test_links_to_folders_and_out_of_the_archive_are_not_followed(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"a/claims.csv": CLAIMS})
    write_files(tmp_path, {"outside.md": PAPER})
    (root / "again").symlink_to(root)
    (root / "out.md").symlink_to(tmp_path / "outside.md")
    archive = find_articles(walked(str(root)))
    assert names(archive) == ["a"]
    assert [each.place.file for each in archive.noticed] == ["again", "out.md"]


def test_a_link_to_nothing_is_told_as_such(tmp_path: Path) -> None:
    root = small(tmp_path / "root", "a")
    (root / "gone.md").symlink_to("nowhere.md")
    (noticed,) = walked(str(root)).noticed
    assert noticed.message.startswith("this link leads nowhere")


def test_what_is_noticed_stands_in_the_order_of_the_names_whatever_the_disk_lists_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "bca":
        (tmp_path / name).symlink_to(tmp_path.parent)
    listed = sorted(os.scandir(tmp_path), key=lambda each: each.name, reverse=True)
    monkeypatch.setattr("graph.archive.walking.os.scandir", lambda _: nullcontext(listed))
    assert [each.place.file for each in walked(str(tmp_path)).noticed] == ["a", "b", "c"]


def test_a_link_to_itself_costs_nothing_else_in_its_folder(tmp_path: Path) -> None:
    root = small(tmp_path / "root", "one")
    (root / "one" / "self").symlink_to("self")
    archive = find_articles(walked(str(root)))
    assert [each.name for each in archive.articles] == ["one"]
    assert [each.code for each in archive.noticed] == ["ARC006"]


def test_a_link_to_a_file_of_the_archive_is_followed(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"common.bib": BIB, "a/claims.csv": CLAIMS})
    (root / "a" / "references.bib").symlink_to(root / "common.bib")
    assert find_articles(walked(str(root))).articles[0].libraries == ("a/references.bib",)


def test_articles_in_other_formats_are_passed_over_aloud(tmp_path: Path) -> None:
    archive = found(tmp_path, dict.fromkeys(("a.md", "a.ipynb", "b.org", "c.rst", "d.doc"), "Tea."))
    assert names(archive) == ["a.md"]
    assert [*filter(None, archive.passed_over.values())] == [["b.org", "c.rst", "d.doc"]]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["a.pdf", "b/c.PDF"], ["a.pdf", "b/c.PDF"]),
        (["PMC1.tar.gz", "2001.01234.tgz"], ["2001.01234.tgz", "PMC1.tar.gz"]),
        (["a/p.md", "a/data.tar.gz"], []),
        (["a/p.md", "a/p.pdf", "a/figures/1.pdf", "prints/q.pdf"], ["prints/q.pdf"]),
        (["p.md", "q.pdf", "figures/1.pdf"], []),
        (["_site/p.pdf", "a/p.md"], []),
    ],
    ids=["nothing else", "packages", "data", "beside articles", "an article in the root", "made by a program"],
)
def test_what_is_only_there_in_print_or_packed_is_passed_over_aloud(
    files: list[str], expected: list[str], tmp_path: Path
) -> None:
    archive = found(tmp_path, dict.fromkeys(files, PAPER))
    assert [*filter(None, archive.passed_over.values())] == ([expected] if expected else [])


def test_results_among_the_articles_are_passed_over(tmp_path: Path) -> None:
    files = {"a/claims.csv": CLAIMS, "results/archive.db": "", "results/articles/a/evidence.html": "<p>"}
    assert names(found(tmp_path, files)) == ["a"]


def test_a_folder_is_looked_through_once_for_all_its_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(folder: Folder) -> list[str]:
        asked.append(folder.path)
        return libraries_of(folder)

    monkeypatch.setattr(articles, "libraries_of", counted)
    texts = {f"text {chr(97 + number)}.md": PAPER for number in range(20)}
    assert len(found(tmp_path, {**texts, "own.bib": BIB}).articles) == 20
    assert len(asked) < 5
