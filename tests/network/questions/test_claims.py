"""Questions whose answers are claims."""

from __future__ import annotations

from typing import Any

import pytest

from graph.network import build_network, questions
from graph.network.rows import Unreviewed
from graph.reading import parse
from tests.examples import REFERENCES, sample

NETWORK = build_network(sample())


def test_unsourced() -> None:
    assert questions.unsourced(NETWORK) == ["claim:c3", "claim:c4"]


def test_contested() -> None:
    assert questions.contested(NETWORK) == ["claim:c1"]


def test_refuted() -> None:
    network = build_network(parse(REFERENCES, "claim_id,cause,claim,disputes\na,X,b,roth2011\n"))
    assert (questions.refuted(network), questions.unsourced(network)) == (["claim:a"], [])


@pytest.mark.parametrize("cause", ["Drinks", "Coffee", "Noise"])
@pytest.mark.parametrize(
    "question", [questions.unsourced, questions.refuted, questions.contested, questions.unreviewed]
)
def test_of_a_cause_it_is_those_that_are_about_it(question: Any, cause: str) -> None:
    mine = questions.about(NETWORK, cause)
    assert question(NETWORK, cause) == [each for each in question(NETWORK) if getattr(each, "claim", each) in mine]


@pytest.mark.parametrize(
    ("cause", "claims"),
    [
        ("cause:Drinks", ["claim:c1", "claim:c2", "claim:c3"]),
        ("cause:Drinks > Coffee", ["claim:c1", "claim:c2"]),
        ("cause:Noise", ["claim:c4"]),
    ],
)
def test_about(cause: str, claims: list[str]) -> None:
    assert questions.about(NETWORK, cause) == claims


def test_involving() -> None:
    assert questions.involving(NETWORK, "Coffee") == ["claim:c3"]


def test_unreviewed_are_those_nobody_saw_and_those_that_changed_since() -> None:
    table = (
        "claim_id,cause,claim,reviewed_by,reviewed_on,reviewed_as\n"
        "a,X,b,,,\nb,X,c,Eva,2026-01-31,abad1dea\nc,X,d,Eva,2026-01-31,\n"
    )
    assert questions.unreviewed(build_network(parse("", table))) == [
        Unreviewed("claim:a", "never"),
        Unreviewed("claim:b", "stale", "Eva", "2026-01-31"),
    ]
