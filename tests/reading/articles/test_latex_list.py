"""A list of references that an article in LaTeX has under a heading."""

from __future__ import annotations

import pytest

from graph.model import File
from graph.reading.articles import ArticleText, Cited, sentences_of
from graph.reading.articles.latex import read_latex

LIST = "[1] Lee B. Tea. Sleep. 2018;4:1-2.\n\n[2] Kim C. Hot. Sleep. 2019;5:3.\n"


def article(text: str) -> ArticleText:
    return read_latex(File("a.tex", text.encode()))


def test_entries_below_a_heading_are_the_list_and_numbers_lead_there() -> None:
    read = article(f"It is so [1].\nIt was [1, 2]. See [3].\n\n\\section*{{References}}\n{LIST}")
    assert [(each.label, each.text[:5], each.line) for each in read.listed] == [("1", "Lee B", 5), ("2", "Kim C", 7)]
    assert [(each.cited, each.line, each.column) for each in read.markers] == [
        ((Cited("1"),), 1, 10),
        ((Cited("1"), Cited("2")), 2, 8),
    ]
    assert [each.text for each in sentences_of(read)] == ["It is so.", "It was.", "See [3]."]


def test_entries_may_be_items() -> None:
    items = "\\begin{itemize}\\item Lee B. (2018). Tea. \\item Kim C. (2019). Hot.\\end{itemize}"
    read = article(f"It is (Lee 2018).\n\n\\section{{Bibliography}}\n{items}\n")
    assert [(each.label, each.text) for each in read.listed] == [
        ("", "Lee B. (2018). Tea."),
        ("", "Kim C. (2019). Hot."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"It is \\cite{{a}} [1].\n\n\\section{{References}}\n{LIST}\n\\bibliography{{refs}}\n",
        "It is [1].\n\n\\section{References}\nWe list none.\n\nNor do they.\n",
    ],
    ids=["it names a bibliography", "no sources"],
)
def test_what_is_no_list_stays_prose(text: str) -> None:
    read = article(text)
    assert (read.listed, next(each.text for each in sentences_of(read))) == ((), "It is [1].")


def test_in_an_article_that_cites_by_commands_numbers_are_words() -> None:
    read = article(f"It is \\cite{{a}} [1].\n\n\\section{{References}}\n{LIST}")
    assert (len(read.listed), [each.text for each in sentences_of(read)]) == (2, ["It is [1]."])
