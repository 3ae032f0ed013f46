"""The bibliographies that an article is read with."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Problem
from graph.reading import meant_by, read, read_files
from tests.archive.archives import BIB, PAPER, write_files

QUARTO = "project:\n  type: book\nbibliography: refs.bib\n"
CITES = "# Iron\n\nLow iron does it [@a2001; @gone1999].\n"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of a repository, and another folder to work in."""
    write_files(tmp_path, {"root/.git/HEAD": "", "here/x": ""})
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "root"


def meant(root: Path, files: dict[str, str], article: str = "ch/a.md") -> list[str]:
    write_files(root, files)
    found = (each.resolve() for each in meant_by(root / article).bibliographies)
    return [each.relative_to(root.resolve()).as_posix() for each in found]


PRINTED = "\\bibitem{a2001} Lee A. Iron and legs. Sleep. 2015;3(2):1-9.\n"
MANUSCRIPT = "\\section{Iron}\nLow iron does it \\cite{a2001}.\n\\bibliography{refs}\n"


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"p.tex": MANUSCRIPT, "p.bbl": PRINTED}, ["p.bbl"]),
        ({"p.tex": MANUSCRIPT, "p.bbl": PRINTED, "refs.bib": BIB}, ["refs.bib"]),
        ({"p.tex": MANUSCRIPT, "other.bbl": PRINTED}, []),
        ({"p.tex": MANUSCRIPT.replace("\\bibliography{refs}", ""), "p.bbl": PRINTED}, []),
    ],
    ids=["printed", "both", "of another article", "nothing is named"],
)
def test_what_was_printed_stands_in_for_a_bibliography_that_is_gone(
    root: Path, files: dict[str, str], names: list[str]
) -> None:
    assert meant(root, files, "p.tex") == names


def test_no_bibliography_is_missed_that_was_printed(root: Path) -> None:
    write_files(root, {"p.tex": MANUSCRIPT, "p.bbl": PRINTED})
    evidence = read([], root / "p.tex")
    assert [each.rule for each in evidence.problems] == ["read-from-text"]
    assert [each.reference for each in evidence.citations()] == ["a2001"]


def headed(names: str) -> str:
    return f"---\nbibliography: {names}\n---\n{PAPER}"


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"ch/a.md": PAPER}, ["refs.bib"]),
        ({"ch/a.md": headed("own.bib"), "ch/own.bib": BIB}, ["ch/own.bib"]),
        ({"ch/a.md": headed("/lib/own.bib"), "lib/own.bib": BIB}, ["lib/own.bib"]),
        ({"ch/a.md": headed("gone.bib")}, ["refs.bib"]),
        ({"ch/a.md": headed("n" * 300)}, ["refs.bib"]),
        (
            {"ch/a.md": headed("[own.bib, o2.bib]"), "ch/own.bib": BIB, "ch/o2.bib": BIB},
            ["ch/own.bib", "ch/o2.bib", "refs.bib"],
        ),
        ({"ch/a.md": PAPER, "ch/_metadata.yml": "bibliography: ../../out.bib"}, []),
        ({"ch/a.md": PAPER, "ch/_quarto.yml": "bibliography: ../up.bib", "up.bib": BIB}, ["up.bib"]),
        ({"ch/a.md": headed("../up.bib"), "ch/_quarto.yml": "", "up.bib": BIB}, ["up.bib"]),
    ],
    ids=[
        "the project's",
        "its own",
        "from the project's folder",
        "its own is gone",
        "no name",
        "joined",
        "outside",
        "up",
        "its own, up",
    ],
)
def test_an_article_names_its_own_or_its_project_does(files: dict[str, str], names: list[str], root: Path) -> None:
    (root.parent / "out.bib").write_text(BIB, encoding="utf-8")
    assert meant(root, {"_quarto.yml": QUARTO, "refs.bib": BIB, **files}) == names


def test_a_site_of_jekyll_has_a_folder_for_what_its_articles_name(root: Path) -> None:
    files = {"_config.yml": "title: Tea\n", "ch/a.md": headed("own.bib"), "assets/bibliography/own.bib": BIB}
    assert meant(root, files) == ["assets/bibliography/own.bib"]


def problems(root: Path, files: dict[str, str]) -> list[Problem]:
    write_files(root, files)
    evidence = read([], root / "ch" / "a.md")
    assert read_files(evidence.files) == evidence
    return [each for each in evidence.problems if each.rule == "unread-citation"]


def test_a_bibliography_of_the_project_that_is_not_there_is_told_at_the_settings(root: Path) -> None:
    (problem,) = problems(root, {"_quarto.yml": QUARTO, "ch/a.md": PAPER})
    assert (str(problem.place), problem.severity) == ("_quarto.yml:3", None)
    assert problem.message.startswith("the project names the bibliography 'refs.bib', which is not there; ")


def test_one_of_several_that_is_not_there_is_told_where_something_is_missed(root: Path) -> None:
    files = {"_quarto.yml": "bibliography: [refs.bib, made.bib]", "refs.bib": BIB}
    assert problems(root, {**files, "ch/a.md": PAPER}) == []
    (problem,) = problems(root, {**files, "ch/a.md": CITES})
    assert "'made.bib'" in problem.message


def test_what_only_a_program_can_tell_is_told(root: Path) -> None:
    (problem,) = problems(root, {"conf.py": "\nbibtex_bibfiles = glob('*.bib')", "ch/a.md": PAPER})
    assert (str(problem.place), "in a program, which is not run" in problem.message) == ("conf.py:2", True)


def test_a_manuscript_that_manubot_has_not_built_is_told_to_be(root: Path) -> None:
    files = {"build/build.sh": "", "ch/metadata.yaml": "title: T\n", "ch/a.md": "It is so [@doi:10.1/x].\n"}
    (problem,) = problems(root, files)
    assert (str(problem.place), problem.message.endswith("; build the manuscript")) == ("metadata.yaml:1", True)
    assert problems(root, {"output/references.json": "[]"}) == []


def test_settings_are_among_the_files_that_were_read(root: Path) -> None:
    write_files(root, {"_quarto.yml": QUARTO, "refs.bib": BIB, "ch/a.md": PAPER})
    files = [(file.name, file.role) for file in read([], root / "ch" / "a.md").files]
    assert files == [("refs.bib", "references"), ("a.md", "article"), ("_quarto.yml", "settings")]


def test_bibliographies_that_somebody_chose_are_read_alone(root: Path) -> None:
    write_files(root, {"_quarto.yml": QUARTO, "refs.bib": BIB, "other.bib": BIB, "ch/a.md": PAPER})
    evidence = read(root / "other.bib", root / "ch" / "a.md")
    assert [file.name for file in evidence.files] == ["other.bib", "a.md"]


def test_one_that_was_found_in_the_place_of_another_is_told(root: Path) -> None:
    write_files(root, {"a.md": headed("gone.bib"), "refs.bib": BIB})
    files = read(root / "refs.bib", root / "a.md").files
    (problem,) = read_files(files, chosen=False).problems
    assert (problem.severity, problem.message) == (
        "info",
        "the article names the bibliography 'gone.bib', which is not there; refs.bib is read in its place",
    )
    assert read_files(files).problems == ()


def test_abbreviations_that_come_with_latex_are_not_missed(root: Path) -> None:
    text = "\\documentclass{article}\\begin{document}It is so \\cite{a}.\\bibliography{IEEEabrv,refs}\\end{document}"
    write_files(root, {"a.tex": text, "refs.bib": BIB})
    assert read([], root / "a.tex").problems == ()
