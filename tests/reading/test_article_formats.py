"""Articles that are read once, though they are asked for twice."""

from __future__ import annotations

from pathlib import Path

from graph.model import File
from graph.reading.article_formats import LAST_READ, detect
from graph.reading.articles import ArticleText, Run


def read(name: str, text: str, path: str = "there") -> ArticleText:
    file = File(name, text.encode(), "claims", path and f"{path}/{name}")
    found = detect(file)
    assert found
    return found.read(file)


def test_an_article_that_is_asked_for_again_is_the_same() -> None:
    assert read("a.md", "Tea wakes.") is read("a.md", "Tea wakes.")


def test_another_name_or_text_is_another_article() -> None:
    asked = [("a.md", "Tea wakes."), ("b.md", "Tea wakes."), ("a.md", "Tea."), ("a.tex", "Tea.")]
    assert [(found.file, found.passages[0].runs[0].text) for found in (read(*each) for each in asked)] == asked


def test_what_is_made_of_other_files_is_read_anew(tmp_path: Path) -> None:
    found = []
    for part in ("", "Tea.", "Milk."):
        if part:
            (tmp_path / "b.tex").write_text(part, encoding="utf-8")
        whole = read("a.tex", "\\documentclass{article}\\begin{document}\\input{b}\\end{document}", str(tmp_path))
        found.append([run.text for passage in whole.passages for run in passage.runs if isinstance(run, Run)])
    assert found == [[], ["Tea."], ["Milk."]]


def test_what_lacks_a_part_is_read_anew() -> None:
    text = "\\documentclass{article}\\begin{document}Tea.\\input{../b}\\end{document}"
    there, alone = (read("a.tex", text, path).problems for path in ("there", ""))
    assert there != alone


def test_what_never_was_a_file_is_read_anew() -> None:
    assert read("a.md", "Tea.", "") is not read("a.md", "Tea.", "")


def test_only_the_last_article_is_kept() -> None:
    for name in ("a.md", "b.md"):
        read(name, "Tea.")
    assert [name for _, name, _ in LAST_READ] == ["b.md"]
