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


def test_a_source_whose_figures_nobody_recorded_agrees_with_any() -> None:
    table = "claim_id,cause,claim,supports,low,unit\nc1,X,Y,a; b,10,%\n\n@book{a}\n@book{b}"
    assert found("value-mismatch", f"{table}\n\n--- evidence.csv\nclaim_id,reference,low,unit\nc1,a,10,%") == []


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
        ("0.1,6,times,", 1),
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
        ("share,100.5,,%", [("warning", "low")]),
        ("share,100,,%", []),
        ("prevalence,150,,per 1000", []),
        (",10,130,per cent", [("warning", "high")]),
        ("increase,150,,%", []),
        ("odds ratio,150,,%", []),
        ("share,0.26,,%", [("warning", "low")]),
        ("share,0,1,%", []),
        ("share,101,,times", []),
        ("odds-ratio,0,,times", []),
        ("odds-ratio,-1,,times", [("error", "low")]),
    ],
)
def test_a_share_that_is_none(figures: str, noticed: list[tuple[str, str]]) -> None:
    assert impossible(figures) == noticed


@pytest.mark.parametrize("figures", ["share,130,,%", "share,0.26,,%"])
def test_a_share_that_the_text_states_is_meant(figures: str) -> None:
    assert impossible(figures, "It is 130 % in some and 0.26 % in others.") == []


def test_what_a_small_share_may_have_been_is_said() -> None:
    (message,) = found("impossible-value", "claim_id,cause,claim,measure,low,unit\nc1,X,Y,share,0.26,%")
    assert "low 0.26 is less than 1 %; write 26.00 if it is a share of one" in message


ESTIMATES = "measure,value,low,high,interval,unit,comparator_value,comparator_low,comparator_high,comparator_interval"


def odds(figures: str, rule: str = "impossible-value", text: str = "Y") -> list[tuple[str, str]]:
    """The columns and messages of what is noticed in figures that begin with `value`."""
    rows = findings(rule, f"claim_id,cause,claim,{ESTIMATES}\nc1,X,{text},odds-ratio,{figures}")
    return [(each.place.column, each.message.partition("): ")[2]) for each in rows]


@pytest.mark.parametrize(
    "figures", ["2.1,1.2,3.4,,", "2.1,2.1,3.4,,", "2.1,,,,", ",1.2,3.4,,", ",2,2,,", ",2,,,", "2,1,3,iqr,times,2,1,3,"]
)
def test_an_estimate_that_can_be(figures: str) -> None:
    assert odds(figures) == []


@pytest.mark.parametrize(
    ("figures", "column", "fault"),
    [
        ("2.1,3.2,4.4,,", "value", "value 2.1 is outside of its interval, low 3.2 to high 4.4; correct one of them"),
        ("5,3.2,4.4,,", "value", "value 5 is outside of its interval"),
        ("2.1,3.4,1.2,,", "low", "low 3.4 is above high 1.2; swap them"),
        ("2.1,1.2,,,", "high", "low 1.2 stands without high; an interval has both ends, a point is value only"),
        ("2.1,,3.4,,", "low", "high 3.4 stands without low"),
        ("2.1,,,ci95,", "interval", "interval ci95 stands without low and high"),
        ("-2.1,,,,", "value", "value -2.1 is negative, which a ratio cannot be"),
        (",2,,,,5,3,4,", "comparator_value", "comparator_value 5 is outside of its interval, comparator_low 3 to"),
        (",2,,,,5,,7,", "comparator_low", "comparator_high 7 stands without comparator_low"),
        (",2,,,,,,,sd", "comparator_interval", "comparator_interval sd stands without comparator_low"),
    ],
)
def test_an_estimate_that_cannot_be(figures: str, column: str, fault: str) -> None:
    ((where, message),) = odds(figures)
    assert (where, message[: len(fault)]) == (column, fault)


def test_an_interval_that_is_unreadable_is_not_called_torn() -> None:
    assert [column for column, _ in odds("2.1,1.2,three,,")] == ["high"]


@pytest.mark.parametrize(
    ("figures", "noticed"),
    [
        ("share,0.26,,,,%", ["value"]),
        ("share,2,0.5,8,,%", []),
        ("share,,0.5,8,,%", ["low"]),
        ("share,90,80,110,,%", ["high"]),
        ("share,,,,,%,2,0.5,8,", []),
        ("share,,,,,%,,0.5,8,", ["comparator_low"]),
    ],
)
def test_an_interval_of_a_small_share_may_begin_below_one_per_cent(figures: str, noticed: list[str]) -> None:
    rows = findings("impossible-value", f"claim_id,cause,claim,{ESTIMATES}\nc1,X,Y,{figures}")
    assert [each.place.column for each in rows] == noticed


@pytest.mark.parametrize(
    ("figures", "columns"),
    [("6,62,range", ["high"]), ("6,62,", ["high"]), ("6,62,ci95", []), ("6,62,iqr", [])],
)
def test_only_a_range_is_too_wide(figures: str, columns: list[str]) -> None:
    rows = findings("wide-range-no-context", f"claim_id,cause,claim,unit,low,high,interval\nc1,X,Y,%,{figures}")
    assert [each.place.column for each in rows] == columns


def test_a_value_makes_an_interval_precise_unless_it_is_called_a_range() -> None:
    head = "claim_id,cause,claim,unit,value,low,high,interval\nc1,X,Y,%,30,6,62"
    assert [len(found("wide-range-no-context", f"{head},{word}")) for word in ("", "range")] == [0, 1]


def test_a_sentence_of_an_article_has_no_columns_to_fill_in() -> None:
    assert found("untyped-number", "Coffee\n===\n\nIt calms 12 % of adults.") == []


def test_a_value_is_a_figure() -> None:
    text = "claim_id,cause,claim,value,unit\nc1,X,It is 3 times as common.,3,times"
    assert found("untyped-number", text) == []


def against(claim: str, source: str) -> list[tuple[str, str]]:
    """The columns and messages of what differs between a claim's figures and its source's, from `value` on."""
    rows = findings(
        "value-mismatch",
        f"claim_id,cause,claim,supports,{ESTIMATES}\nc1,X,Y,r,odds-ratio,{claim}\n\n@article{{r}}\n\n"
        f"--- evidence.csv\nclaim_id,reference,{ESTIMATES}\nc1,r,odds-ratio,{source}",
    )
    return [(each.place.column, each.message.partition("(Y) ")[2]) for each in rows]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("2.1,1.2,3.4,", "2.1,1.2,3.4,ci95"),
        ("2.1,,,", "2.10,1.2,3.4,"),
        (",2.1,,", "2.1,,,"),
        (",1.2,3.4,", ",1.2,3.40,range"),
        ("2.1,1.2,3.4,", ",,,"),
    ],
)
def test_estimates_that_agree(claim: str, source: str) -> None:
    assert against(claim, source) == []


@pytest.mark.parametrize(
    ("claim", "source", "columns"),
    [
        ("2.1,1.2,3.4,", "1.2,1.2,3.4,", {"value": "has 2.1, but it is 1.2"}),
        (",2.1,,", "1.2,,,", {"low": "has 2.1, but it is 1.2"}),
        ("2.1,1.2,3.4,", "2.1,1.2,4.3,", {"low": "has the interval 1.2 to 3.4, but it is 1.2 to 4.3"}),
        ("2.1,1.2,3.4,", "2.1,1.2,3.4,ci90", {"interval": "has the interval ci95, but it is ci90"}),
        (",1.2,3.4,", ",1.2,3.4,iqr", {"interval": "has the interval range, but it is iqr"}),
        (",1.2,3.4,", "2.1,1.2,3.4,", {"low": "has 1.2 to 3.4, but it is 2.1"}),
        ("2.1,,,", ",1.2,3.4,iqr", {"value": "has 2.1, but it is IQR 1.2 to 3.4"}),
        ("2,,,,,3,1,5", "2,,,,,4,1,5", {"comparator_value": "has 3, but it is 4"}),
        ("2,,,,,3,1,5", "2,,,,,3,1,6", {"comparator_low": "has the interval 1 to 5, but it is 1 to 6"}),
    ],
)
def test_estimates_that_do_not(claim: str, source: str, columns: dict[str, str]) -> None:
    noticed = dict(against(claim, source))
    assert noticed.keys() == columns.keys()
    assert all(noticed[column].startswith(message) for column, message in columns.items())


def test_the_values_of_two_sources_span_a_range() -> None:
    text = (
        f"claim_id,cause,claim,supports,{ESTIMATES}\nc1,X,Y,r; s,share,,10,30,,%\n\n@article{{r}}\n@article{{s}}\n\n"
        f"--- evidence.csv\nclaim_id,reference,{ESTIMATES}\nc1,r,share,10,8,12,,%\nc1,s,share,30,25,33,,%"
    )
    assert found("value-mismatch", text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It was above the limit 50 times at five places.", ""),
        ("It is drunk 3 times a day.", ""),
        ("It was diluted 1000-fold dilution by dilution.", ""),
        ("It is 3 times as common.", "3 times"),
        ("It calms 12,5 % of adults.", "12,5 %"),
        ("It calms (OR 1.5, 95% CI 1.2-1.9).", ""),
        ("5 %.", "5 %"),
    ],
)
def test_a_figure_in_the_text_is_told_whole(text: str, figure: str) -> None:
    messages = found("untyped-number", f'claim_id,cause,claim\nc1,X,"{text}"')
    assert [figure in each for each in messages] == [True] * bool(figure)
