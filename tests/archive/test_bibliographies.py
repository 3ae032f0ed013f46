"""Which files of a folder are the libraries of its articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.archive.articles import find_articles
from graph.archive.walking import walked
from tests.archive.archives import PAPER, write_files

CSL = '[\n {"id": "a2001", "type": "article-journal", "container-title": "Sleep", "title": "Legs"}\n]'
YAML = "---\nreferences:\n- id: a2001\n  container-title: Sleep\n  title: Legs\n"
HAYAGRIVA = "---\n# ours\nlee2015:\n  title: Legs\n  type: Article\n  date: 2015\n"
ITEMS = '{"config": {"label": "BetterBibTeX JSON"}, "items": []}'
ENDNOTE = '<?xml version="1.0" encoding="UTF-8"?><xml><records><record></record></records></xml>'


def libraries(root: Path, **files: str) -> tuple[str, ...]:
    """The libraries of an article beside these files."""
    named = {name.replace("_", "."): text for name, text in files.items()}
    (article,) = find_articles(walked(str(write_files(root, {"a.md": PAPER, **named})))).articles
    return article.libraries


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("library_json", CSL),
        ("library_yaml", YAML),
        ("own_yml", YAML),
        ("own_json", ITEMS),
        ("own_yaml", HAYAGRIVA),
        ("library_yml", YAML[16:]),
        ("library_json", f"\ufeff{CSL}"),
        ("library_xml", ENDNOTE),
    ],
)
def test_what_a_reference_manager_writes_is_a_library_whatever_it_is_called(
    name: str, text: str, tmp_path: Path
) -> None:
    assert libraries(tmp_path, **{name: text}) == (name.replace("_", "."),)


@pytest.mark.parametrize(
    "text", ["", "{}", '{"config": {}}', '[{"id": 1, "type": "article", "title": "Legs"}]', "[1, 2]"]
)
def test_other_json_is_no_library(text: str, tmp_path: Path) -> None:
    assert libraries(tmp_path, data_json=text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "on: push",
        "references:\n- https://a.org",
        "references:\n- title: x\n  url: y",
        "- name: DOI",
        "title: x\nDOI: y",
        "web:\n  type: web\n  port: 1",
    ],
)
def test_other_yaml_is_no_library(text: str, tmp_path: Path) -> None:
    assert libraries(tmp_path, data_yaml=text, references_yml=text) == ()


def test_settings_of_a_project_are_no_library(tmp_path: Path) -> None:
    files = {"a.md": PAPER, "_quarto.yml": "project:\n  type: book\nbook:\n  title: Legs\n  author: Lee\n"}
    (article,) = find_articles(walked(str(write_files(tmp_path, files)))).articles
    assert article.libraries == ()


def test_what_can_only_be_a_library_goes_before_what_looks_like_one(tmp_path: Path) -> None:
    assert libraries(tmp_path, library_json=CSL, own_bib="") == ("own.bib",)


def test_a_library_in_xml_is_not_told_as_no_article(tmp_path: Path) -> None:
    archive = find_articles(walked(str(write_files(tmp_path, {"a.md": PAPER, "My Library.xml": ENDNOTE}))))
    assert archive.noticed == []
