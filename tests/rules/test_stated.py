"""The figures of a claim's text beside those of its columns."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found

COLUMNS = "measure,low,high,unit,comparator_low,comparator_high"


def claim(text: str, figures: str) -> str:
    return f'claim_id,cause,claim,{COLUMNS}\nc1,X,"{text}",{figures}'


@pytest.mark.parametrize(
    ("text", "figures", "message"),
    [
        ("It is in 26 % of men.", "prevalence,62,,%,,", "states '26 %', but its columns have 62 %; correct"),
        ("It is in 26 % of men.", "prevalence,0.26,,%,,", "have 0.26 %;"),
        ("It is in 0.26 % of men.", "prevalence,26,,percent,,", "have 26 percent;"),
        ("It is in 10 to 30 % of men.", "prevalence,10,,%,,", "states '10 to 30 %', but its columns have 10 %;"),
        ("It is in 10 to 30 % of men.", "prevalence,10,34,%,,", "have 10 to 34 %;"),
        ("It is in 10 to 30 % of men.", "prevalence,30,,%,,", "have 30 %;"),
        ("It is in a quarter of men.", "prevalence,52,,%,,", "states 'a quarter'"),
        ("It is three times as common.", "odds-ratio,2,,times,,", "states 'three times'"),
        ("It is three times as common.", "odds-ratio,2,,,,", "have 2;"),
        ("It is threefold.", "odds-ratio,2,,x,,", "states 'threefold'"),
        ("It is threefold.", "increase,2,,times,,", "have 2 times;"),
        ("It is common (OR 2.4).", "odds-ratio,4.2,,,,", "states 'OR 2.4'"),
        ("It lasts 6 weeks.", "duration,9,,weeks,,", "states '6 weeks'"),
        ("25 % of men and 4 % of women.", "prevalence,25,,%,14,", "have 25 % (comparator 14 %);"),
        ("It fell by 12 %.", "change,-21,,%,,", "states '12 %'"),
        ("25 % of men, 4 to 9 % of women.", "prevalence,25,,%,4,8", "(comparator 4 to 8 %);"),
    ],
)
def test_a_text_that_states_another_figure(text: str, figures: str, message: str) -> None:
    (said,) = found("contradicting-figure", claim(text, figures))
    assert message in said


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It is in 26 % of men.", "prevalence,26.0,,%,,"),
        ("It is in 26 % of men.", "prevalence,25.7,,%,,"),
        ("It is in about 26 % of men.", "prevalence,27,,%,,"),
        ("It is in 10-30% of men.", "prevalence,10,30,%,,"),
        ("It is in 26 % (22 to 30 %) of men.", "prevalence,26,,%,,"),
        ("25 % of men and 4 % of women.", "prevalence,25,,%,4,"),
        ("Of 26 % with pain 5 % see a doctor.", "prevalence,26,,%,,"),
        ("It is in 1 in 4 men, and a quarter of women.", "prevalence,25,,%,,"),
        ("It fell by 12 %.", "change,-12,,%,,"),
        ("It is common in men.", "prevalence,26,,%,,"),
        ("It is drunk 3 times a day.", "odds-ratio,2,,times,,"),
        ("It lasts 6 weeks.", "prevalence,26,,%,,"),
        ("It is three times as common.", "prevalence,30,,,,"),
        ("From 26 %, a rise to 30 or 40 %.", "prevalence,26,40,%,,"),
    ],
)
def test_a_text_that_states_the_same(text: str, figures: str) -> None:
    assert found("contradicting-figure", claim(text, figures)) == []


@pytest.mark.parametrize(
    ("text", "figures", "noticed"),
    [
        ("It is common.", "prevalence,26,,%,,", [("info", "low")]),
        ("It is in 10 %.", "prevalence,10,30,%,,", [("warning", "high")]),
        ("It is in 10 %.", "prevalence,10,,%,4,", [("warning", "comparator_low")]),
        ("It is in 10 % and 4 women.", "prevalence,10,,%,4,", []),
        ("It is in 26 %.", "prevalence,62,,%,,", []),
        ("It is common.", "prevalence,26,,,,", []),
        ("It is common.", "odds-ratio,2,,,,", [("info", "low")]),
    ],
)
def test_a_figure_that_only_the_columns_have(text: str, figures: str, noticed: list[tuple[str, str]]) -> None:
    rows = findings("unstated-figure", claim(text, figures))
    assert [(each.severity, each.place.column) for each in rows] == noticed
