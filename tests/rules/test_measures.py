"""What figures measure."""

from __future__ import annotations

import pytest

from graph.rules.measures import MEASURES, SHORT_MEASURES
from tests.rules.running import findings, found


def measured(measure: str, text: str = "Y", figures: str = "1,,") -> str:
    return f"claim_id,cause,claim,measure,low,high,unit\nc1,X,{text},{measure},{figures}"


@pytest.mark.parametrize("measure", [*MEASURES, *sorted(SHORT_MEASURES)])
def test_a_usual_measure(measure: str) -> None:
    assert found("unknown-measure", measured(measure)) == []


@pytest.mark.parametrize("measure", ["Adjusted odds-ratio", "5-year survival", "Mean differences", "log OR", ""])
def test_a_measure_with_a_usual_one_in_it(measure: str) -> None:
    assert found("unknown-measure", measured(measure)) == []


@pytest.mark.parametrize(
    ("measure", "severity", "cure"),
    [
        ("prevalance", "warning", "did you mean 'prevalence'?"),
        ("incidense", "warning", "did you mean 'incidence'?"),
    ],
)
def test_a_measure_that_is_not(measure: str, severity: str, cure: str) -> None:
    (finding,) = findings("unknown-measure", measured(measure))
    assert (finding.severity, finding.place.column) == (severity, "measure")
    assert cure in finding.message


def test_a_measure_of_another_field_is_one() -> None:
    assert found("unknown-measure", measured("zest")) == []


@pytest.mark.parametrize(("counts", "number"), [("25,26", 1), ("25,25", 0), ("26,25", 0), (",25", 0), ("25,", 0)])
def test_each_study_has_somebody_in_it(counts: str, number: int) -> None:
    assert len(found("more-studies-than-people", f"claim_id,cause,claim,n,n_studies\nc1,X,Y,{counts}")) == number


@pytest.mark.parametrize(
    ("measure", "figures", "nothing"),
    [
        ("odds-ratio", "0.8,1.5,", "1"),
        ("RR", "0.8,1.5,", "1"),
        ("relative risk", "0.8,1.5,", "1"),
        ("mean difference", "-3,5,minutes", "0"),
        ("risk-reduction", "-3,5,%", "0"),
    ],
)
def test_an_effect_that_the_range_does_not_show(measure: str, figures: str, nothing: str) -> None:
    (message,) = found("effect-not-shown", measured(measure, "It raises the risk.", figures))
    assert f"has {nothing} in it" in message


@pytest.mark.parametrize(
    ("measure", "text", "figures"),
    [
        ("odds-ratio", "It raises the risk.", "1,1.5,"),
        ("odds-ratio", "It raises the risk.", "0.5,1,"),
        ("odds-ratio", "It raises the risk.", "0.8,,"),
        ("odds-ratio", "It may raise the risk; it raises pain.", "0.8,1.5,"),
        ("odds-ratio", "It does not matter whether it raises it.", "0.8,1.5,"),
        ("odds-ratio", "It goes together with pain.", "0.8,1.5,"),
        ("prevalence", "It raises the risk.", "0.8,1.5,%"),
        ("mean difference", "It raises the risk.", "0.8,1.5,minutes"),
    ],
)
def test_an_effect_that_may_be(measure: str, text: str, figures: str) -> None:
    assert found("effect-not-shown", measured(measure, text, figures)) == []


@pytest.mark.parametrize("word", ["reduces", "increased", "protects", "prevents", "doubles", "lowered", "leads to"])
def test_words_of_an_effect(word: str) -> None:
    assert len(found("effect-not-shown", measured("odds-ratio", f"It {word} pain.", "0.8,1.5,"))) == 1
