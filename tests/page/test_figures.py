"""The figures of a claim, in words and as they are drawn."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

import graph
from graph.model import Quantity
from graph.page.data import page_data
from graph.page.figures import figures, measured, quantity_data

NARROW = "\N{NO-BREAK SPACE}"
INTERVAL = Quantity(value=Decimal("2.1"), low=Decimal("1.2"), high=Decimal("3.4"))


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(low=Decimal(10), unit="%"), f"10{NARROW}%"),
        (Quantity(low=Decimal("10.0"), high=Decimal(30), unit="%"), f"10.0\N{EN DASH}30{NARROW}%"),
        (Quantity(low=Decimal(2), measure="odds-ratio", population="adults"), "2, odds-ratio, adults"),
        (Quantity(low=Decimal(2), comparator="men", comparator_low=Decimal(1)), "2; comparator: men 1"),
        (Quantity(low=Decimal(2), n=1200, n_studies=1), "2; n = 1,200; 1 study"),
        (Quantity(low=Decimal(2), n_studies=3), "2; 3 studies"),
        (INTERVAL, f"2.1 (95{NARROW}%{NARROW}CI 1.2\N{EN DASH}3.4)"),
        (replace(INTERVAL, interval="range", unit="h"), f"2.1{NARROW}h (range 1.2\N{EN DASH}3.4)"),
        (Quantity(low=Decimal(1), high=Decimal(3), interval="iqr", unit="h"), f"IQR 1\N{EN DASH}3{NARROW}h"),
        (Quantity(low=Decimal(-1), high=Decimal(3), unit="h"), f"-1 to 3{NARROW}h"),
        (
            Quantity(
                low=Decimal(2), comparator_value=Decimal(3), comparator_low=Decimal(1), comparator_high=Decimal(4)
            ),
            f"2; comparator: 3 (95{NARROW}%{NARROW}CI 1\N{EN DASH}4)",
        ),
        (Quantity(population="adults"), "adults"),
        (Quantity(), ""),
    ],
)
def test_figures_in_words(quantity: Quantity, words: str) -> None:
    assert figures(quantity, quantity_data(quantity)) == words


@pytest.mark.parametrize(
    ("quantity", "is_measured"),
    [
        (Quantity(low=Decimal(0)), True),
        (Quantity(n=3), True),
        (Quantity(population="adults", comparator="children"), False),
        (Quantity(), False),
    ],
)
def test_whether_there_is_a_figure(quantity: Quantity, is_measured: bool) -> None:  # noqa: FBT001 - a table of cases
    assert measured(quantity) == is_measured


def test_a_figure_is_handed_on_as_it_is_drawn() -> None:
    quantity = Quantity(low=Decimal("10.0"), high=Decimal("1E+2"), unit="%", measure="incidence")
    drawn = {"low": "10.0", "high": "100"}
    assert quantity_data(quantity) == {"measure": "incidence", "estimate": drawn, "unit": "%"}


def test_an_estimate_is_handed_on_with_its_interval_and_where_there_is_no_effect() -> None:
    quantity = replace(INTERVAL, measure="odds-ratio", comparator_low=Decimal(4))
    estimate = {"value": "2.1", "low": "1.2", "high": "3.4", "interval": f"95{NARROW}%{NARROW}CI"}
    assert quantity_data(quantity) == {
        "measure": "odds-ratio",
        "estimate": estimate,
        "comparator_estimate": {"value": "4"},
        "no_effect": "1",
    }


def test_a_word_about_who_is_meant_is_no_figure() -> None:
    assert quantity_data(Quantity(population="pregnant women")) == {}


def test_drafted_figures_are_not_shown() -> None:
    evidence = graph.parse("", "claim_id,cause,claim,low,unit,figures\nc1,X,Y,5,%,drafted\n")
    (claim,) = page_data(evidence, graph.audit(evidence))["claims"]
    assert (claim["figures"], claim["quantity"], claim["extra"]) == ("", {}, [])
