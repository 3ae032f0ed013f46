"""The figures that a sentence states."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import INTERVALS, NO_QUANTITY, Interval, Quantity
from graph.texts.quantities import LONGEST_SENTENCE, RATIO_NAMES, proposed


def share(low: str, high: str | None = None, population: str = "", measure: str = "share") -> Quantity:
    """Per cent of people, a point or a range."""
    figure = Quantity(low=Decimal(low), high=Decimal(high)) if high else Quantity(value=Decimal(low))
    return replace(figure, measure=measure, unit="%", population=population)


def prevalence(low: str, high: str | None = None, population: str = "") -> Quantity:
    """Per cent of people who have something."""
    return share(low, high, population, "prevalence")


def ratio(value: str, measure: str = "odds-ratio", interval: str = "") -> Quantity:
    """How many times something is, and its interval: "ci95 1.2 3.4", or "1.2 3.4" where nothing says which one."""
    *words, low, high = interval.split() or ("", "")
    return Quantity(
        measure=measure,
        value=Decimal(value),
        low=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
        interval=next((each for each in INTERVALS if each in words), None),
        unit="times",
    )


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("It is so in 25 % of women.", share("25", population="women")),
        ("It is so in 25% of the pregnant women.", share("25", population="pregnant women")),
        ("It is so in ~25 per cent of all patients.", share("25", population="patients")),
        ("About 2.5 percent of the births are early.", share("2.5")),
        ("10-30% of people with type-1 diabetes have it.", share("10", "30", "people with type-1 diabetes")),
        ("Some 10% to 30% of adults do, they say.", share("10", "30", "adults")),
        ("Between 10 and 30 percent of adults do.", share("10", "30", "adults")),
        ("RLS affects 26 % of women with RLS.", prevalence("26", population="women with RLS")),
        ("The prevalence of RLS is 0 %.", prevalence("0")),
        ("The prevalence of RLS in adults ranges from 0%–20.8%.", prevalence("0", "20.8", "adults")),
        ("The prevalence has been reported to be 7% among men.", prevalence("7", population="men")),
        ("The prevalence was 21.3% (110/517), and its confidence interval was wide.", prevalence("21.3")),
        ("Studies put the incidence anywhere between 10 % and 30 %.", share("10", "30", measure="incidence")),
        (
            "The incidence was 5.2 per 100,000 person-years.",
            Quantity(measure="incidence", value=Decimal("5.2"), unit="per 100,000 person-years"),
        ),
    ],
)
def test_shares_and_rates(sentence: str, quantity: Quantity) -> None:
    assert proposed(sentence) == quantity


@pytest.mark.parametrize("dash", ["-", "‐", "‑", "‒", "–", "—", "―", "−", "--", " – "])
def test_each_dash_makes_a_range(dash: str) -> None:
    assert proposed(f"The prevalence was 10{dash}30%.") == prevalence("10", "30")


@pytest.mark.parametrize("space", ["", " ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}"])
def test_each_space_before_a_per_cent_sign(space: str) -> None:
    assert proposed(f"The prevalence was 10{space}%.") == prevalence("10")


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("It was lower (HR 0.27 (0.11–0.61)).", ratio("0.27", "hazard-ratio", "0.11 0.61")),
        ("It was lower (HR, 0·27; 95% CI: 0·11–0·61).", ratio("0.27", "hazard-ratio", "ci95 0.11 0.61")),
        ("An odds ratio of 2.1 (95% CI 1.2-3.4) was found.", ratio("2.1", interval="ci95 1.2 3.4")),
        ("An adjusted odds ratio (aOR) of 2.1 was found (p < 0.05).", ratio("2.1")),
        ("RR = 1.5; 95 % CI, 1.2 to 1.9", ratio("1.5", "risk-ratio", "ci95 1.2 1.9")),
        ("The OR for smoking was 0.69 (95% CI = 0.45 to 1.08, p = 0.1).", ratio("0.69", interval="ci95 0.45 1.08")),
        ("The risk was 10 times as high.", ratio("10", "risk-ratio")),
        ("A threefold increase of the incidence was seen.", ratio("3", "incidence-ratio")),
    ],
)
def test_ratios(sentence: str, quantity: Quantity) -> None:
    assert proposed(sentence) == quantity


@pytest.mark.parametrize(
    ("sentence", "low", "high", "interval"),
    [
        ("The prevalence was 21.3% (110/517) (95% CI: 17.83%-25.06%).", "17.83", "25.06", "ci95"),
        ("The prevalence was 21.3 % (90 % confidence interval 17.8 to 25.1).", "17.8", "25.1", "ci90"),
        ("The prevalence was 21.3 % (CI 17.8, 25.1).", "17.8", "25.1", None),
        ("The prevalence was 21.3 % (99% CI 17.8-25.1).", "17.8", "25.1", "ci99"),
        ("The prevalence was 21.3 % (95% CrI 17.8-25.1).", "17.8", "25.1", "cri95"),
    ],
)
def test_the_interval_of_a_share(sentence: str, low: str, high: str, interval: Interval | None) -> None:
    expected = replace(prevalence("21.3"), low=Decimal(low), high=Decimal(high), interval=interval)
    assert proposed(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The prevalence was 21.3% (95% CI 27.8-35.1).",
        "The prevalence was 21.3% (95% CI 7.8-15.1).",
        "The prevalence was 21.3% (97.5% CI 17.8-25.1).",
        "The prevalence was 21.3% (90% CrI 17.8-25.1).",
        "The prevalence was 21.3% (95% CI 17.8-25.1; 99% CI 15.1-27.3).",
        "The prevalence was 10% to 30% (95% CI 5-35).",
        "The odds ratio was 2.1 (97.5% CI 1.2-3.4).",
        "The odds ratio was 2.1 (credible interval 1.2-3.4).",
    ],
)
def test_an_interval_that_has_no_place_is_none(sentence: str) -> None:
    assert proposed(sentence) == NO_QUANTITY


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("odds ratio", "odds-ratio"),
        ("hazard ratio", "hazard-ratio"),
        ("relative risk", "risk-ratio"),
        ("risk ratio", "risk-ratio"),
        ("incidence rate ratio", "incidence-ratio"),
        ("prevalence ratio", "prevalence-ratio"),
        ("rate ratio", "rate-ratio"),
        ("aOR", "odds-ratio"),
        ("HR", "hazard-ratio"),
        ("RR", "risk-ratio"),
        ("IRR", "incidence-ratio"),
        ("PR", "prevalence-ratio"),
    ],
)
def test_each_name_of_a_ratio(name: str, measure: str) -> None:
    assert proposed(f"The {name} was 1.5 (1.2-1.9).") == ratio("1.5", measure, "1.2 1.9")
    assert measure in RATIO_NAMES


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("The whole sample (n = 12,388) was small.", Quantity(n=12_388)),
        ("A study of 12,388 pregnant women found it.", Quantity(n=12_388)),
        ("A study of 2,015 women found it.", Quantity(n=2015)),
        ("We included 35 patients (18-45 years).", Quantity(n=35)),
        ("Of 400 women, many do.", Quantity(n=400)),
        ("It was seen in 25 cross-sectional studies.", Quantity(n_studies=25)),
        ("A review of 1,025 studies found it.", Quantity(n_studies=1025)),
        (
            "It affects 17 % of men, a review of 25 studies with 900 people found.",
            Quantity(measure="prevalence", value=Decimal(17), unit="%", population="men", n_studies=25),
        ),
    ],
)
def test_counts(sentence: str, quantity: Quantity) -> None:
    assert proposed(sentence) == quantity


@pytest.mark.parametrize(
    "sentence",
    [
        "It is significant (p < 0.05).",
        "In 2015 it began.",
        "A survey of 2015 people was made.",
        "The 95% CI is wide.",
        "The interval was 95% CI 1.2-3.4.",
        "Type 2 diabetes and omega-3 matter.",
        "They took 5 mg, see p. 12, Fig. 3 and version 2.1.",
        "The glass held 20% glucose at 37°C.",
        "The accuracy was 93%.",
        "12 of 40 patients had it.",
        "12 of 40 patients (30%) had it.",
        "An odds ratio of 1 means nothing.",
        "The HR was 72 bpm.",
        "The OR was 2.1.",
        "The odds ratio was 2.1 (95% CI 3.2-4.4).",
        "The odds ratio was 2.1-3 in all.",
        "A diagnostic odds ratio of 2.1 was found.",
        "A log odds ratio of 2.1 was found.",
        "The prevalence was 20,8 %.",
        "The prevalence was 120 %.",
        "The prevalence was 30-10 %.",
        "The sample (n = 3.5) was small.",
        "It failed in 3 phase 2 trials.",
        "In 3 of the included studies it was so.",
    ],
)
def test_what_is_no_result(sentence: str) -> None:
    assert proposed(sentence) == NO_QUANTITY


@pytest.mark.parametrize(
    "sentence",
    [
        "More than 25% of women do.",
        "It is so in < 5% of women.",
        "Up to 25 % of women do.",
        "The prevalence was 25% or more.",
        "The prevalence was below 5%.",
        "Another 25% of women do.",
        "It fell by 25% of patients.",
        "The prevalence rose to 25%.",
        "The prevalence increased from 10% to 25%.",
        "It rose from 10% to 25% of women.",
        "The prevalence fell 25%.",
        "The prevalence is unknown, and sensitivity was 25%.",
        "The prevalence is known and sensitivity was 25%.",
        "The prevalence reduction was 25%.",
        "The risk was more than 3 times as high.",
        "The risk was 3-fold lower.",
        "The risk was 3 times higher.",
    ],
)
def test_bounds_and_changes_are_not_taken(sentence: str) -> None:
    assert proposed(sentence) == NO_QUANTITY


@pytest.mark.parametrize(
    "sentence",
    [
        "25% of women and 17% of men do.",
        "25% of women and many (17%) of men do.",
        "It is so in 25% of women but <5% of men.",
        "It is so in 5 or 10% of women.",
        "In a study of 400 women the accuracy was 93%.",
        "5% and 10% of women do.",
        "RR 1.5 (1.2-1.9) and OR 1.4 (1.2-1.9) were found.",
        "The odds ratio was 2.1 in men and 3.4 in women.",
        "The odds ratio was 2.1, and 25% of women smoke.",
        "A threefold risk in 25% of women is high.",
        "The risk and incidence were threefold up.",
        "We interviewed 150 patients and 150 matched controls.",
        "It was seen in 25 studies and in 3 studies not.",
        "The prevalence was 25% in women, respectively.",
        "We assumed a prevalence of 25%.",
        "If the prevalence was 25%, it would be high.",
        "10% of women versus 5 men do.",
    ],
)
def test_two_readings_are_none(sentence: str) -> None:
    assert proposed(sentence) == NO_QUANTITY


@pytest.mark.parametrize(
    "people",
    [
        "adults with OSA remain so",
        "women in Norway do",
        "women who smoke do",
        "women aged 40 do",
        "women and men do",
        "women with a history do",
    ],
)
def test_people_whose_name_has_no_clear_end_are_not_named(people: str) -> None:
    assert proposed(f"25% of {people}.") == share("25")


def test_two_groups_of_people_are_not_named() -> None:
    assert proposed("The prevalence among women was 25% in smokers.") == prevalence("25")


PIECES = """
25 3 0.27 12,388 2015 % - – to and between of the in was (95% CI 1.2 3.4 ) OR HR RR odds ratio prevalence incidence risk
women patients with diabetes n = studies review affects per 100,000 fold times as , .
"""
PIECE = st.sampled_from(PIECES.split())
TEXTS = st.text(max_size=200) | st.lists(PIECE, max_size=40).map(" ".join) | st.lists(PIECE, max_size=40).map("".join)


@given(TEXTS)
def test_a_proposal_has_figures_in_order(text: str) -> None:
    quantity = proposed(text)
    assert (quantity.low is None) == (quantity.high is None)
    assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    assert not quantity or quantity.estimate or any(each is not None for each in (quantity.n, quantity.n_studies))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1,",
        "1-",
        "95% CI (",
        "(",
        "% ",
        "women ",
        "of women with ",
        "between 1 and ",
        "OR ",
        "prevalence ",
        "é ",
    ],
)
@pytest.mark.parametrize("length", [LONGEST_SENTENCE, 1_000_000])
def test_a_sentence_of_any_length_is_looked_through(piece: str, length: int) -> None:
    assert isinstance(proposed((piece * (length // len(piece) + 1))[:length]), Quantity)
