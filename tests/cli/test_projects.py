"""Where commands have a bibliography from that no option names is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.cli import main
from graph.model import File
from graph.reading.article_formats import ArticleFormat
from graph.reading.articles import ArticleText
from tests.archive.archives import BIB, PAPER, write_files

BOOK = {".git/HEAD": "", "_quarto.yml": "bibliography: lib/refs.bib\n", "lib/refs.bib": BIB, "ch/a.md": PAPER}


@pytest.mark.parametrize("command", ["audit ch/a.md", "build ch/a.md", "draft ch/a.md", "audit --claims ch/a.md"])
def test_what_the_settings_of_a_project_name_is_said(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(folder, BOOK)
    assert main(command.split()) in {0, 1}
    captured = capsys.readouterr()
    assert captured.err == "lib/refs.bib: read, as _quarto.yml names it\n"
    assert "unknown-reference" not in captured.out


def test_settings_are_found_from_a_folder_of_the_project(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(folder, BOOK)
    monkeypatch.chdir(folder / "ch")
    main(["audit", "a.md"])
    assert capsys.readouterr().err.replace("\\", "/") == "../lib/refs.bib: read, as ../_quarto.yml names it\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"myst.yml": "project:\n  id: x\n", "refs.bib": BIB}, "refs.bib: read, as the project (MyST) has it"),
        (
            {"_quarto.yml": "bibliography: gone.bib", "references.bib": BIB},
            "references.bib: read, as _quarto.yml names gone.bib, which is not there",
        ),
        (
            {"a.md": f"---\nbibliography: gone.bib\n---\n{PAPER}", "references.bib": BIB},
            "references.bib: read, as a.md names gone.bib, which is not there",
        ),
        (
            {"a.md": f"---\nbibliography: gone.bib\n---\n{PAPER}", "_quarto.yml": "bibliography: b.bib", "b.bib": BIB},
            "b.bib: read, as _quarto.yml names it; a.md names gone.bib, which is not there",
        ),
        ({"references.bib": BIB}, ""),
    ],
)
def test_what_is_read_that_the_article_does_not_name_is_said(
    files: dict[str, str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(folder, {".git/HEAD": "", "a.md": PAPER, **files})
    main(["audit", "a.md"])
    assert capsys.readouterr().err == (f"{said}\n" if said else "")


def test_bibliographies_that_an_option_names_need_no_word(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(folder, BOOK)
    main(["audit", "ch/a.md", "--references", "lib/refs.bib"])
    assert capsys.readouterr().err == ""


def test_settings_are_no_part_of_the_page(folder: Path) -> None:
    write_files(
        folder, {**BOOK, "conf.py": "token = 'secret'\nbibtex_bibfiles = ['lib/refs.bib']\n", "_quarto.yml": ""}
    )
    main(["build", "ch/a.md"])
    assert "conf.py" not in (folder / "evidence.html").read_text(encoding="utf-8")


def test_an_article_is_read_for_its_bibliography_and_for_its_claims_and_no_more(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(folder, {"references.bib": BIB, "a.md": PAPER})
    seen: list[str] = []
    read = ArticleFormat.read

    def noted(self: ArticleFormat, file: File) -> ArticleText:
        seen.append(file.name)
        return read(self, file)

    monkeypatch.setattr(ArticleFormat, "read", noted)
    main(["audit", "a.md"])
    assert seen == ["a.md", "a.md"]
