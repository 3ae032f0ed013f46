"""The bibliographies that files of settings name."""

from __future__ import annotations

import pytest

from graph.model import File
from graph.reading.project_settings import Naming, bibliographies_in


def named(name: str, text: str) -> Naming:
    return bibliographies_in(File(f"book/{name}", text.encode()))


@pytest.mark.parametrize(
    ("name", "text", "names", "line"),
    [
        ("_quarto.yml", "project:\n  type: book\nbibliography: [a.bib, b.bib]\n", ("a.bib", "b.bib"), 3),
        ("_metadata.yml", "bibliography: a.bib\r\n", ("a.bib",), 1),
        ("metadata.yaml", "---\ntitle: T\nbibliography:\n  - a.json\n", ("a.json",), 3),
        ("myst.yml", "version: 1\nproject:\n  bibliography:\n    - a.bib\n", ("a.bib",), 3),
        ("_config.yml", "title: T\nbibtex_bibfiles:\n  - a.bib\n", ("a.bib",), 2),
        ("_config.yml", "sphinx:\n  config:\n    bibtex_bibfiles: ['a.bib']\n", ("a.bib",), 3),
        ("conf.py", "import os\nbibtex_bibfiles = ['a.bib', \"b.bib\"]\n", ("a.bib", "b.bib"), 2),
        ("conf.py", "bibtex_bibfiles: list[str] = [\n    'a.bib',\n]\n", ("a.bib",), 1),
        ("index.Rmd", "---\ntitle: T\nsite: bookdown::bookdown_site\nbibliography: a.bib\n---\nHi.\n", ("a.bib",), 4),
    ],
)
def test_each_program_has_its_own_place_for_it(name: str, text: str, names: tuple[str, ...], line: int) -> None:
    found = named(name, text)
    assert (found.names, found.line, found.is_project) == (names, line, True)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("myst.yml", "site:\n  title: T\n"),
        ("_config.yml", "theme: minima\n"),
        ("conf.py", "# bibtex_bibfiles = ['a.bib']\n"),
        ("index.Rmd", "---\nsite: blogdown:::blogdown_site\nbibliography: a.bib\n---\n"),
        ("index.Rmd", ""),
    ],
)
def test_a_file_of_that_name_may_be_of_another_program(name: str, text: str) -> None:
    assert not named(name, text).is_project


@pytest.mark.parametrize(
    "text",
    [
        "bibtex_bibfiles = glob('*.bib')",
        "bibtex_bibfiles = [here / 'a.bib']",
        "bibtex_bibfiles = ['a.bib']\nbibtex_bibfiles += more",
        "if True:\n    bibtex_bibfiles = ['a.bib']",
        "bibtex_bibfiles = ['a.bib'\nprint 'old'",
        "bibtex_bibfiles = " + "(" * 10_000,
        "bibtex_bibfiles = [] \0",
        "bibtex_bibfiles = " + "-" * 100_000 + "1",
    ],
)
def test_what_only_a_program_can_tell_is_no_name_and_is_told(text: str) -> None:
    found = named("conf.py", text)
    assert (found.names, found.is_unread) == ((), True)


def test_of_a_program_nothing_is_run_and_nothing_warned_of() -> None:
    assert named("conf.py", "raise SystemExit('\\d')\nbibtex_bibfiles = ['a.bib']\n").names == ("a.bib",)
