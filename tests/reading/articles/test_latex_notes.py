"""Notes of LaTeX that are citations."""

from __future__ import annotations

import pytest

from graph.model import File
from graph.reading.articles import ArticleText, Cited
from graph.reading.articles.latex import read_latex


def article(text: str) -> ArticleText:
    return read_latex(File("a.tex", text.encode()))


def test_notes_that_are_sources_are_markers_and_the_list() -> None:
    notes = ("Ann Lee, \\emph{Tea} (Oslo: Elm, 2010), 12.", "Lee, \\emph{Tea}, 14.", "Not quite.")
    found = article("\n\n".join(f"It is so.\\footnote{{{note}}} It is." for note in notes))
    assert [(each.cited, each.spoken) for each in found.markers] == [
        ((Cited("1", locator="12"),), False),
        ((Cited("1", locator="14"),), False),
    ]
    assert [each.text for each in found.markers][1] == "\\footnote{Lee, \\emph{Tea}, 14.}"
    assert [each.label for each in found.listed] == ["1"]
    assert [each.kind for each in found.passages] == ["text", "text", "text", "note"]


@pytest.mark.parametrize("other", ["It is \\cite{a}.", "\\bibliography{refs}"])
def test_notes_of_an_article_that_cites_otherwise_are_remarks(other: str) -> None:
    found = article(f"It is so.\\footnote{{Ann Lee, Tea (Oslo: Elm, 2010), 12.}} It is.\n\n{other}\n")
    assert [each.kind for each in found.passages][:2] == ["text", "note"]
    assert not found.listed


def test_addresses_in_notes_are_remarks() -> None:
    found = article("It is so.\\footnote{\\url{https://elm.org/tea}} It is.\n")
    assert (list(found.markers), found.listed) == ([], ())
