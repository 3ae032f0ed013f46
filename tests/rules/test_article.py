"""A table beside the article as it is now."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found

ARTICLE = """
--- article.md
---
title: On drinks
---

It is drunk.

# Coffee

## Beans

Of those who drink coffee, 20 % sleep badly.
"""


def sections(*names: str, article: str = ARTICLE) -> str:
    rows = "\n".join(f"c{number},X,Y,{name}" for number, name in enumerate(names))
    return f"claim_id,cause,claim,section\n{rows}\n{article}"


@pytest.mark.parametrize(
    "name", ["Coffee", "COFFEE", "Beans", "Coffee > Beans", "On drinks", "Introduction", "Title", ""]
)
def test_a_section_that_the_article_has(name: str) -> None:
    assert found("unknown-section", sections(name)) == []


def test_a_section_that_it_lacks_is_noticed_once() -> None:
    (finding,) = findings("unknown-section", sections("Coffee", "Tea", "Tea"))
    assert (finding.subject, finding.place.column) == ("claim:c1", "section")
    assert "has no heading 'Tea' (as of 1 further claim); correct it" in finding.message


def test_a_misspelt_section_is_recognised() -> None:
    (finding,) = findings("unknown-section", sections("Cofee"))
    assert finding.message == "claim 'c0' (Y): the article has no heading 'Cofee'; did you mean 'Coffee'?"


def test_an_article_without_headings_has_no_sections() -> None:
    assert found("unknown-section", sections("Tea", article="\n--- article.md\nIt is drunk.\n")) == []


def test_a_line_of_plain_text_may_be_a_heading_that_is_not_told_by_its_form() -> None:
    text = "\n--- article.txt\nOn drinks\n\nCoffee\n\nIt is drunk.\n\n1. what it is:\n\nIt is black.\n"
    assert found("unknown-section", sections("1. what it is:", article=text)) == []
    assert len(found("unknown-section", sections("2. what it is:", article=text))) == 1


COLUMNS = "claim_id,cause,claim,section,quote,low,high,unit"


def stating(*sentences: str, row: str = "c1,X,Y,,,,,") -> list[str]:
    """What is found where an article has these sentences under "Coffee", and a table this row."""
    return found(
        "uncovered-figure",
        f"{COLUMNS}\n{row}\n\n--- article.md\n# Coffee\n\n{' '.join(sentences)}\n\n# Tea\n\nIt is.\n",
    )


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("It keeps 20 % of them awake.", "20 %"),
        ("It keeps 20 to 30 percent of them awake.", "20 to 30 percent"),
        ("It is 3 times as common, in 20 % of men.", "20 % and 3 times"),
    ],
)
def test_a_figure_that_no_row_has(sentence: str, figures: str) -> None:
    (message,) = stating(sentence)
    assert f"states {figures}, which no row has (1 of 1 sentence with figures); add a row" in message


def test_the_denominator_is_the_sentences_with_figures() -> None:
    (message,) = stating("It is 20 % of men.", "It is 5 % of women.", "It is drunk by 5.", row="c1,X,20 % of men,,,,,")
    assert message.startswith("'It is 5 % of women.' states 5 %, which no row has (1 of 2 sentences with figures);")


@pytest.mark.parametrize(
    "row",
    [
        "c1,X,Y,,,20,,%",
        "c1,X,Y,,,10,20,%",
        "c1,X,It is 20 % of men.,,,,,",
        "c1,X,Twenty percent of men have it.,,,,,",
        "c1,X,Y,,It is 20 % of men.,,,",
        "c1,X,Y,Coffee,,20,,%",
        "c1,X,Y,Tea,,20,,%",
    ],
)
def test_a_figure_that_a_row_has(row: str) -> None:
    assert stating("It is 20 % of men.", row=row) == []


def test_a_figure_of_what_makes_no_claim_need_not_be_covered() -> None:
    example = f"{COLUMNS}\nc1,X,Y,,,,,\n\n--- article.md\n20 % of men say one of these:\n\n- It is.\n- It was.\n"
    assert found("uncovered-figure", example) == []


@pytest.mark.parametrize("sentence", ["It is drunk by 5 men.", "A third of men drink it.", "It is 5 (95 % CI) mg."])
def test_what_is_no_figure_to_be_covered(sentence: str) -> None:
    assert stating(sentence) == []


def test_rows_of_the_section_are_asked_where_there_are_any() -> None:
    other = "c1,X,Y,Tea,,20,,%\nc2,X,Y,Coffee,,5,,%"
    assert len(stating("It is 20 % of men.", row=other)) == 1
    assert stating("It is 20 % of men.", row=other.replace("5", "20")) == []


def test_both_ends_of_a_range_must_be_there() -> None:
    assert len(stating("It is 20 to 30 % of men.", row="c1,X,Y,,,20,,%")) == 1


def test_a_finding_is_at_its_sentence() -> None:
    example = f"{COLUMNS}\nc1,X,Y,,,,,\n\n--- article.md\n# Coffee\n\nIt is.\nIt is 20 % of men.\n"
    (finding,) = findings("uncovered-figure", example)
    assert (finding.place.file, finding.place.line) == ("article.md", 4)
