"""The figures of claims."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found

COLUMNS = "measure,low,high,unit,comparator_low"


def compared(claim: str, *sources: str, stance: str = "supports") -> list[str]:
    """What is found where a claim has these figures, and its sources state those."""
    keys = "; ".join(f"r{number}" for number, _ in enumerate(sources))
    rows = "\n".join(f"c1,r{number},{source}" for number, source in enumerate(sources))
    entries = "\n".join(f"@article{{r{number}}}" for number, _ in enumerate(sources))
    return found(
        "value-mismatch",
        f"claim_id,cause,claim,{stance},{COLUMNS}\nc1,X,Y,{keys},{claim}\n\n{entries}\n\n"
        f"--- evidence.csv\nclaim_id,reference,{COLUMNS}\n{rows}",
    )


@pytest.mark.parametrize(
    ("claim", "sources"),
    [
        ("prevalence,10,30,%,", ["prevalence,10,30,%,"]),
        ("prevalence,10,30,%,", ["Prevalence,10.0,30.00,per cent,"]),
        ("odds-ratio,2,,times,", ["odds ratio,2,2,,"]),
        ("prevalence,10,30,%,", [",,,,"]),
        ("prevalence,,,%,", ["prevalence,10,30,%,"]),
        ("prevalence,10,30,%,", ["prevalence,10,12,%,", "prevalence,30,,%,"]),
        ("prevalence,25,,%,4", ["prevalence,25,,%,"]),
    ],
)
def test_values_that_agree(claim: str, sources: list[str]) -> None:
    assert compared(claim, *sources) == []


@pytest.mark.parametrize(
    ("claim", "sources", "messages"),
    [
        ("prevalence,10,30,%,", ["prevalence,10,34,%,"], ["has 10 to 30, but it is 10 to 34 in 'r0'"]),
        ("prevalence,10,,%,", ["prevalence,10,34,%,"], ["has 10, but it is 10 to 34"]),
        ("incidence,10,,%,", ["prevalence,10,,%,"], ["has the measure 'incidence', but it is 'prevalence'"]),
        ("prevalence,10,,%,", ["prevalence,10,,times,"], ["has the unit '%', but it is 'times'"]),
        ("prevalence,25,,%,4", ["prevalence,25,,%,14"], ["has 4, but it is 14"]),
        ("prevalence,10,30,%,", ["prevalence,10,12,%,", "prevalence,28,,%,"], ["10 to 12 in 'r0'", "28 in 'r1'"]),
        ("prevalence,10,30,%,", ["incidence,10,12,%,", "prevalence,30,,%,"], ["'incidence' in 'r0'"]),
        ("incidence,10,30,%,4", ["prevalence,10,34,times,5"], ["10 to 34", "has 4, but it is 5", "measure", "unit"]),
    ],
)
def test_values_that_do_not(claim: str, sources: list[str], messages: list[str]) -> None:
    for message, expected in zip(compared(claim, *sources), messages, strict=True):
        assert expected in message


@pytest.mark.parametrize("stance", ["disputes", "qualifies", "mentions"])
def test_only_what_supports_must_agree(stance: str) -> None:
    assert compared("prevalence,10,,%,", "prevalence,34,,%,", stance=stance) == []


@pytest.mark.parametrize(
    ("figures", "number"),
    [
        ("0,20.8,%,", 1),
        ("10,30,%,", 0),
        ("1,6,times,", 1),
        ("1,5,times,", 0),
        ("0,6,times,", 0),
        ("62,,%,", 0),
        ("6,62,%,4", 0),
    ],
)
def test_a_wide_range(figures: str, number: int) -> None:
    assert len(found("wide-range-no-context", f"claim_id,cause,claim,low,high,unit,n\nc1,X,Y,{figures}")) == number


def impossible(figures: str, text: str = "Y") -> list[tuple[str, str]]:
    """The severities and columns of what cannot be in these figures of a claim."""
    rows = findings("impossible-value", f"claim_id,cause,claim,measure,low,high,unit\nc1,X,{text},{figures}")
    return [(each.severity, each.place.column) for each in rows]


@pytest.mark.parametrize(
    "figures",
    [
        "odds-ratio,2,,",
        "hazard ratio,2,,",
        "mean difference,-2,,",
        "incidence-ratio,2,,",
        "number of studies,2,,",
        "OR,2,,",
        "R²,0.9,,",
        "correlation,0.4,,",
    ],
)
def test_a_number_by_itself_needs_no_unit(figures: str) -> None:
    assert impossible(figures) == []


@pytest.mark.parametrize("measure", ["prevalence", "dose", "duration", "incidence", ""])
def test_any_other_figure_needs_a_unit(measure: str) -> None:
    assert impossible(f"{measure},2,,") == [("error", "unit")]


@pytest.mark.parametrize(
    ("figures", "noticed"),
    [
        ("prevalence,101,,%", [("error", "low")]),
        ("incidence,-1,,percent", [("error", "low")]),
        ("prevalence,100,,%", []),
        ("share,101,,%", [("warning", "low")]),
        (",10,130,per cent", [("warning", "high")]),
        ("increase,150,,%", []),
        ("odds ratio,150,,%", []),
        ("share,0.26,,%", [("warning", "low")]),
        ("share,0,1,%", []),
        ("share,101,,times", []),
    ],
)
def test_a_share_that_is_none(figures: str, noticed: list[tuple[str, str]]) -> None:
    assert impossible(figures) == noticed


@pytest.mark.parametrize("figures", ["share,130,,%", "share,0.26,,%"])
def test_a_share_that_the_text_states_is_meant(figures: str) -> None:
    assert impossible(figures, "It is 130 % in some and 0.26 % in others.") == []
