"""The figures of a drafted claim."""

from __future__ import annotations

from hypothesis import given

from graph.drafts.figures import figure_cells
from graph.drafts.table import WHERE_FILLED, WRITTEN, claims_csv
from graph.model import Claim, Place
from graph.reading.claims import parse_claims
from graph.texts.quantities import proposed
from tests.texts.test_quantities import TEXTS


def claim(text: str, key: str = "c1") -> Claim:
    """A claim of an article."""
    return Claim(key=key, cause="X", text=text, place=Place("paper.md", 1))


def test_each_figure_has_its_cell() -> None:
    assert figure_cells(claim("It affects 2.50-17 % of men, a review of 25 studies of 1,900 patients found.")) == {
        "measure": "prevalence",
        "low": "2.50",
        "high": "17",
        "unit": "%",
        "population": "men",
        "n_studies": "25",
        "figures": "drafted",
    }


def test_a_claim_without_figures_has_no_cells() -> None:
    assert figure_cells(claim("It is so.")) == {}


def with_figures(*claims: Claim) -> str:
    """The table of claims with what is proposed of their figures."""
    return claims_csv(claims, {each.key: figure_cells(each) for each in claims})


def test_a_table_has_the_columns_that_are_filled() -> None:
    header, *rows = with_figures(claim("It is so."), claim("A study of 35 women found it.", "c2")).splitlines()
    assert header.split(",") == [*(each for each in WRITTEN if each not in WHERE_FILLED), "n", "figures"]
    assert [row.split(",")[-2:] for row in rows] == [["", ""], ["35", "drafted"]]


def test_a_table_without_figures_has_no_columns_for_them() -> None:
    header = with_figures(claim("It is so.")).splitlines()[0].split(",")
    assert header == [each for each in WRITTEN if each not in WHERE_FILLED]


@given(TEXTS)
def test_what_is_proposed_reads_back(text: str) -> None:
    claims, problems = parse_claims(with_figures(claim(f"A {text}")))
    assert not [problem for problem in problems if problem.place.column not in {"claim", ""}]
    for each in claims.values():
        assert each.drafted == proposed(f"A {text}")
