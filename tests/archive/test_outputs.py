"""Folders of projects in which no article is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.archive.articles import find_articles
from graph.archive.walking import walked
from tests.archive.archives import PAPER, write_files

MANUSCRIPT = ("content/01.a.md", "content/02.b.md", "content/metadata.yaml", "content/manual-references.json")


def found(root: Path, *files: str, **settings: str) -> list[str]:
    """The articles that an archive has of these files."""
    texts = {**dict.fromkeys(files, PAPER), **{f"book/_{name}.yml": text for name, text in settings.items()}}
    return [each.name for each in find_articles(walked(str(write_files(root, texts)))).articles]


def test_of_a_manuscript_of_manubot_its_content_is_the_article(tmp_path: Path) -> None:
    made = ("output/manuscript.md", "webpage/v/1/index.html", "GUIDE.md")
    files = [f"{folder}/{name}" for folder in ("one", "two") for name in (*MANUSCRIPT, *made)]
    assert found(tmp_path, *files) == ["one/content", "two/content"]


def test_the_parts_of_a_manuscript_of_manubot_are_what_begins_with_a_digit(tmp_path: Path) -> None:
    files = (*MANUSCRIPT, "content/02.c.md", "content/02a.d.md", "content/notes.md", "content/reviews/one.md")
    (article,) = find_articles(walked(str(write_files(tmp_path, dict.fromkeys(files, PAPER))))).articles
    assert [*article.files] == [f"content/{part}.md" for part in ("01.a", "02.b", "02.c", "02a.d")]


def test_a_manuscript_of_manubot_may_be_the_root(tmp_path: Path) -> None:
    assert found(tmp_path, *MANUSCRIPT, "output/manuscript.md", "USAGE.md") == ["content"]


@pytest.mark.parametrize(
    "settings",
    [
        {"quarto": "project:\n  type: book\n  output-dir: docs\n"},
        {"bookdown": 'book_filename: "a"\noutput_dir: "docs"\n'},
        {"quarto": "project:\n  output-dir: ./docs/\n"},
        {"quarto": "project:\n  output-dir: /docs\n"},
    ],
)
def test_what_a_program_makes_of_texts_is_no_article(settings: dict[str, str], tmp_path: Path) -> None:
    files = ("book/a.qmd", "book/docs/a.html", "book/docs/parts/b.html", "docs/c.html")
    assert found(tmp_path, *files, **settings) == ["book/a.qmd", "docs/c.html"]


@pytest.mark.parametrize("output", [".", "..", "../docs", "/", "", "'"])
def test_what_is_made_elsewhere_hides_no_article(output: str, tmp_path: Path) -> None:
    files = ("book/a.qmd", "book/docs/b.html", "docs/c.html")
    assert found(tmp_path, *files, quarto=f"project:\n  output-dir: {output}\n") == sorted(files)
