"""Citations by author and page."""

from __future__ import annotations

import pytest

from graph.model import Evidence
from graph.reading import parse

LIST = """
## Works Cited

Day, Cy. *Rest*. Elm Press, 2001.

"Hot Tea at Noon." *Elm Clinic*, 4 Mar. 2010, www.elm.org/tea.

Lee, Ann. "Tea." *Sleep*, vol. 4, no. 2, 2010, pp. 3-19.

Lee, Ann, and Bob Roe. "Milk." *Sleep*, vol. 5, no. 2, 2011, pp. 40-49.

Lee, Ann, et al. "Late." *Sleep*, vol. 6, no. 2, 2012, pp. 1-9.

Roe, Bob. *The Great Tea*. Ash Press, 1999.

Roe, Bob. *Small Tea*. Ash Press, 2003.
"""
TWO = "It is so (Lee 1). It is (Day 2). "


def evidence(text: str) -> Evidence:
    return parse("", f"# Tea\n\n{text}\n{LIST}", files=("refs.bib", "a.md"))


def cited(text: str) -> list[tuple[str, str]]:
    """What the last claim of a text cites, and where."""
    last = [*evidence(text).claims.values()][-1]
    return [(each.reference, each.locator) for each in last.citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So (Lee 12).", [("lee2010", "12")]),
        ("So (Lee and Roe 45-46).", [("lee2011", "45-46")]),
        ("So (Lee et al. 3).", [("lee2012", "3")]),
        ("So (see Lee 3; Day 9).", [("lee2010", "3"), ("day2001", "9")]),
        ("So (Day).", [("day2001", "")]),
        ("So (Roe, Small Tea 5).", [("roe2003", "5")]),
        ("So (\u201cHot Tea\u201d).", [("hot-tea-at2010", "")]),
        ("Day says so (7).", [("day2001", "7")]),
        ("So (Roe 5).", []),
        ("So (Figure 2).", []),
        ("So (day).", []),
        ("So it is (7).", []),
    ],
)
def test_author_and_page(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited(TWO + text) == expected


def test_what_cites_is_no_word_of_the_claim() -> None:
    assert [each.text for each in evidence(TWO).claims.values()] == ["It is so.", "It is."]


def test_one_name_in_brackets_is_none() -> None:
    assert not cited("It is so (Day).")


def test_an_article_that_cites_by_years_has_none() -> None:
    assert not cited(f"It is so (Day, 2001). {TWO}")


@pytest.mark.parametrize("part", ["(", "(Lee ", "(Lee; ", "(Lee, Tea 1, ", "(1, ", "Lee (1) "])
def test_a_text_of_any_length_is_read(part: str) -> None:
    assert evidence(part * (20_000 // len(part))).references
