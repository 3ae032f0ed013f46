"""What an article in LaTeX brings in is among the files that were read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.cli import main
from graph.reading import meant_by, read, read_files

MAIN = "\\section{Coffee}\nOne.\n\\input{parts/tea}\n"
TEA = "\\section{Tea}\nTwo~\\cite{zzz}.\n\\bibliography{refs}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("parts").mkdir()
    Path("main.tex").write_text(MAIN, encoding="utf-8")
    Path("parts/tea.tex").write_text(TEA, encoding="utf-8")
    Path("refs.bib").write_text("@book{a, title = {T}}", encoding="utf-8")


def test_a_part_is_a_file_of_the_evidence() -> None:
    evidence = read("refs.bib", "main.tex")
    assert [(file.name, file.role) for file in evidence.files] == [
        ("refs.bib", "references"),
        ("main.tex", "article"),
        ("parts/tea.tex", "article"),
    ]
    assert evidence.files[-1].data == TEA.encode()


def test_what_is_read_again_from_those_files_is_the_same() -> None:
    evidence = read("refs.bib", "main.tex")
    again = read_files(evidence.files)
    assert (again, len(again.files)) == (evidence, 3)
    assert [claim.text for claim in again.claims.values()] == ["One.", "Two."]


def test_a_part_that_is_named_too_is_read_once() -> None:
    evidence = read("refs.bib", ["parts/tea.tex", "main.tex"])
    assert [claim.text for claim in evidence.claims.values()] == ["One.", "Two."]
    assert len(evidence.files) == 3


def test_files_that_bring_each_other_in_are_still_read() -> None:
    Path("tea.tex").write_text("\\input{main}", encoding="utf-8")
    Path("main.tex").write_text("\\section{A}\nOne.\n\\input{tea}\n", encoding="utf-8")
    assert read("refs.bib", ["tea.tex", "main.tex"]).claims


def test_a_part_may_name_the_bibliography() -> None:
    assert [path.name for path in meant_by("main.tex").bibliographies] == ["refs.bib"]


def test_a_finding_in_a_part_shows_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    files = ["--claims", "main.tex", "--references", "refs.bib"]
    assert main(["audit", *files, "--select", "CLM002", "--format", "full"]) == 1
    out = capsys.readouterr().out
    assert "--> parts/tea.tex:2:5\n" in out
    assert "2 | Two~\\cite{zzz}." in out


def test_a_marker_is_shown_as_it_is_written() -> None:
    Path("main.tex").write_text("\\begin{table}\nTea~\\cite{a} & one \\\\\n\\end{table}\nOne.\n", encoding="utf-8")
    (problem,) = read("refs.bib", "main.tex").problems
    assert problem.message.startswith("'\\cite{a}' stands in captions")
