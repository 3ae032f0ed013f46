"""Folders in which no article is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.archive.articles import find_articles
from graph.archive.walking import walked
from tests.archive.archives import PAPER, write_files


def looked_into(root: Path, *files: str) -> list[str]:
    """The articles that an archive has of these files."""
    return [each.name for each in find_articles(walked(str(write_files(root, dict.fromkeys(files, PAPER))))).articles]


@pytest.mark.parametrize(
    "made",
    [
        "_site/one.html",
        "_build/html/_sources/one.md",
        "_layouts/post.html",
        "_templates/layout.html",
        "node_modules/pad/one.md",
        "a_files/saved.html",
        "a.files/saved.html",
        "a-Dateien/saved.html",
        "a_fichiers/saved.html",
    ],
)
def test_what_programs_have_made_is_not_looked_into(made: str, tmp_path: Path) -> None:
    assert looked_into(tmp_path, "a.html", made) == ["a.html"]


@pytest.mark.parametrize(
    "name", ["b_files/one.html", "a-files/one.html", "a_drugs/one.html", "_posts/one.md", "public/a.md"]
)
def test_what_only_looks_so_is_looked_into(name: str, tmp_path: Path) -> None:
    assert looked_into(tmp_path, "a.html", name) == sorted(["a.html", name])


def test_a_site_of_hugo_has_its_articles_in_its_content(tmp_path: Path) -> None:
    made = ("public/posts/one/index.html", "themes/x/layouts/one.html", "archetypes/default.md", "static/one.html")
    assert looked_into(tmp_path, "content/posts/one.md", *made) == ["content/posts/one.md"]


def test_old_copies_of_logseq_are_not_looked_into(tmp_path: Path) -> None:
    assert looked_into(tmp_path, "pages/one.md", "logseq/bak/pages/one/1.md") == ["pages/one.md"]


def test_what_is_not_looked_into_is_told_once(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"a.md": PAPER, "_site/a.html": "", "node_modules/b.md": ""})
    (finding,) = walked(str(root)).noticed
    what = "2 folders not looked into: what programs make, or their templates; the first is _site"
    assert (finding.rule, finding.message) == ("passed-over", f"{what}; move what is an article out of there")
