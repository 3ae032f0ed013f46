"""The project that an article belongs to, and what its settings name."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.reading.projects import project_of
from tests.archive.archives import write_files

BOOK = "---\nsite: bookdown::bookdown_site\nbibliography: refs.bib\n---\n"


def named(root: Path, files: dict[str, str], article: str = "ch/a.md") -> list[str]:
    """The bibliographies that the project of an article names, from the root."""
    write_files(root, {".git/HEAD": "", **files})
    project = project_of(root / article)
    return [Path(each).relative_to(root).as_posix() for each in project.bibliographies] if project else ["no project"]


@pytest.mark.parametrize(
    ("files", "bibliographies"),
    [
        ({}, ["no project"]),
        ({"_quarto.yml": "bibliography: lib/refs.bib"}, ["lib/refs.bib"]),
        ({"_quarto.yml": "bibliography: a.bib", "ch/_quarto.yml": "project: {}"}, []),
        ({"_quarto.yml": "project: {}", "ch/_metadata.yml": "bibliography: a.bib"}, ["ch/a.bib"]),
        ({"_quarto.yml": "project: {}", "ch/_metadata.yml": "bibliography: /a.bib"}, ["a.bib"]),
        ({"_quarto.yml": "bibliography: a.bib", "ch/_metadata.yml": "bibliography: b.bib"}, ["ch/b.bib"]),
        ({"_quarto.yml": "bibliography: [a.bib]", "ch/_metadata.yml": "bibliography: b.bib"}, ["a.bib", "ch/b.bib"]),
        ({"_quarto.yml": "bibliography: a.bib", "ch/_metadata.yml": "author: Me"}, ["a.bib"]),
        ({"ch/_metadata.yml": "bibliography: a.bib"}, ["no project"]),
        ({"myst.yml": "project:\n  bibliography: [a.bib]", "z.bib": ""}, ["a.bib"]),
        ({"myst.yml": "project:\n  id: x", "z.bib": "", "ch/y.bib": "", "_build/x.bib": ""}, ["z.bib", "ch/y.bib"]),
        ({"index.Rmd": BOOK}, ["refs.bib"]),
        ({"index.Rmd": "---\nbibliography: refs.bib\n---\n", "_bookdown.yml": ""}, ["refs.bib"]),
        ({"index.Rmd": "---\nbibliography: refs.bib\n---\n"}, ["no project"]),
        ({"_quarto.yml": "project: {}", "index.Rmd": BOOK}, ["refs.bib"]),
        ({"_config.yml": "bibtex_bibfiles: [refs.bib]"}, ["refs.bib"]),
        ({"_config.yml": "theme: minima", "conf.py": "bibtex_bibfiles = ['/refs.bib']"}, ["refs.bib"]),
        ({"ch/manual-references.json": "[]"}, ["ch/manual-references.json"]),
        ({"ch/manual-references.yaml": ""}, ["ch/manual-references.yaml"]),
        ({"ch/metadata.yaml": "title: T"}, ["no project"]),
        ({"ch/metadata.yaml": "bibliography: more.json", "build/build.sh": ""}, ["ch/more.json"]),
        ({"ch/metadata.yaml": "", "output/references.json": "[]"}, ["output/references.json"]),
        (
            {"ch/manual-references.json": "", "output/references.json": "[]", "output/citations.tsv": ""},
            ["output/references.json", "output/citations.tsv"],
        ),
    ],
)
def test_what_settings_name(files: dict[str, str], bibliographies: list[str], tmp_path: Path) -> None:
    assert named(tmp_path, files) == bibliographies


def test_what_is_above_the_repository_is_no_part_of_the_project(tmp_path: Path) -> None:
    write_files(tmp_path, {"_quarto.yml": "bibliography: a.bib"})
    assert named(tmp_path / "repository", {}) == ["no project"]


def test_what_is_no_markdown_has_no_project(tmp_path: Path) -> None:
    assert named(tmp_path, {"_quarto.yml": "bibliography: a.bib"}, "ch/a.docx") == ["no project"]


def test_settings_that_are_a_folder_or_cannot_be_read_name_nothing(tmp_path: Path) -> None:
    assert named(tmp_path, {"_quarto.yml/x": "", "myst.yml": "\0"}) == ["no project"]


def test_the_settings_of_a_users_own_folder_are_none_of_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    write_files(tmp_path, {"_quarto.yml": "bibliography: a.bib", "book/ch/a.md": ""})
    assert project_of(tmp_path / "book" / "ch" / "a.md") is None
    assert project_of(tmp_path / "a.md") is not None
