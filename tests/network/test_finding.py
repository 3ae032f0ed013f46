"""The node that somebody means."""

from __future__ import annotations

import inspect

import pytest

from graph.network import build_network
from graph.network.finding import NotFoundError, find
from graph.network.questions import QUESTIONS
from graph.network.scope import SUBJECTS
from graph.reading import parse
from tests.examples import REFERENCES, sample

NETWORK = build_network(sample())
TWICE = build_network(
    parse(REFERENCES, "claim_id,cause,claim\na,X > Other,b\nb,Y > Other,c\nroth2011,Z,d\nC,Tea,e\nc,Noise,f\n")
)


@pytest.mark.parametrize(
    "name", ["cause:Drinks > Tea", "Drinks > Tea", "Tea", "tea", "drinks  > TEA", "CAUSE:drinks > tea"]
)
def test_a_cause_is_found_by_id_name_and_label_in_any_case(name: str) -> None:
    assert find(NETWORK, name) == "cause:Drinks > Tea"


def test_a_name_that_is_alike_is_proposed() -> None:
    with pytest.raises(LookupError, match="no cause is called 'Nose'; did you mean 'Noise'"):
        find(NETWORK, "Nose", ["cause"])


def test_a_name_that_is_like_none_is_told_where_names_are() -> None:
    with pytest.raises(NotFoundError, match="no claim is called 'x'; the column claim_id has the names of claims"):
        find(NETWORK, "x", ["claim"])


@pytest.mark.parametrize("name", ["c1", "claim:c1"])
def test_what_is_of_another_kind_is_told_so(name: str) -> None:
    with pytest.raises(NotFoundError, match=f"no cause is called '{name}'; it is the name of a claim"):
        find(NETWORK, name, ["cause"])


def test_two_causes_of_one_label_are_both_named() -> None:
    with pytest.raises(
        NotFoundError, match="'other' is the name of 2 causes: 'X > Other' and 'Y > Other'; write which"
    ):
        find(TWICE, "other")


def test_a_claim_and_a_reference_of_one_key_are_told_apart_by_ids() -> None:
    with pytest.raises(NotFoundError, match="a claim and a reference: 'claim:roth2011' and 'reference:roth2011'"):
        find(TWICE, "roth2011")


@pytest.mark.parametrize("name", ["c", "C"])
def test_what_is_written_just_so_goes_before_other_cases(name: str) -> None:
    assert find(TWICE, name) == f"claim:{name}"


@pytest.mark.parametrize(
    "question", [name for name, each in QUESTIONS.items() if len(inspect.signature(each).parameters) > 1]
)
def test_every_question_refuses_what_it_cannot_find(question: str) -> None:
    """It is not answered with nothing, and not with a KeyError of a dictionary."""
    asked = QUESTIONS[question]
    parameters = list(inspect.signature(asked).parameters)[1:]
    assert set(parameters) <= SUBJECTS.keys()
    with pytest.raises(NotFoundError, match="is called 'Nobody'"):
        asked(NETWORK, *["Nobody" for _ in parameters])


@pytest.mark.parametrize("name", QUESTIONS)
def test_evidence_in_place_of_its_network_is_told_so(name: str) -> None:
    question = QUESTIONS[name]
    asked = ["x" for each in inspect.signature(question).parameters.values() if each.default is each.empty][1:]
    with pytest.raises(TypeError, match=r"ask its network, graph\.build_network\(evidence\)"):
        question(sample(), *asked)
