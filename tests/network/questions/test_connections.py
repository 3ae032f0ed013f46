"""Questions of what leads to what."""

from __future__ import annotations

import pytest

from graph.network import build_network, questions
from graph.network.rows import Related, Trail
from graph.reading import parse
from tests.examples import REFERENCES, sample

NETWORK = build_network(sample())


@pytest.mark.parametrize(
    ("node", "references"),
    [
        ("cause:Drinks", ["reference:drake2013", "reference:roth2011"]),
        ("cause:Drinks > Tea", []),
        ("claim:c2", ["reference:roth2011"]),
        ("claim:c4", []),
    ],
)
def test_rests_on(node: str, references: list[str]) -> None:
    assert questions.rests_on(NETWORK, node) == references


def test_sources_have_every_stance_and_the_path_of_causes() -> None:
    first, second, third = questions.sources(NETWORK, "Coffee")[:3]
    assert [first, second] == [
        Trail("claim:c1", "supports", "reference:drake2013", "about", ("cause:Drinks > Coffee",)),
        Trail("claim:c1", "disputes", "reference:clark2017", "about", ("cause:Drinks > Coffee",)),
    ]
    assert third.claim == "claim:c2"


def test_the_path_of_what_involves_a_cause_begins_where_it_is_named() -> None:
    last = questions.sources(NETWORK, "Coffee")[-1]
    assert last == Trail("claim:c3", "mentions", "reference:drake2013", "involves", ("cause:Drinks > Coffee",))
    wider = questions.sources(NETWORK, "Drinks")[0]
    assert wider.path == ("cause:Drinks > Coffee", "cause:Drinks")


def test_sources_of_a_claim_have_no_path() -> None:
    assert questions.sources(NETWORK, "c2") == [Trail("claim:c2", "qualifies", "reference:roth2011")]


def test_related_claims_share_references_whatever_the_stance() -> None:
    assert questions.related(NETWORK, "c1") == [Related("claim:c3", ("reference:drake2013",))]


TIED = build_network(
    parse(
        REFERENCES,
        "claim_id,cause,claim,supports,involves\n"
        "a,X > Y,b,roth2011,\nb,X > Z,c,roth2011,\nc,V,d,,X > Z\nd,W,e,drake2013,\ne,U,f,,V\n",
    )
)


@pytest.mark.parametrize(
    ("one", "other", "ties"),
    [
        ("Y", "Z", [("wider", "X", "Y X Z"), ("reference", "roth2011", "Y a roth2011 b Z")]),
        ("X", "Y", [("wider", "X", "X Y"), ("claim", "a", "X Y a Y"), ("reference", "roth2011", "X Z b roth2011 a Y")]),
        ("V", "Z", [("claim", "c", "V c Z")]),
        ("U", "Z", [("chain", "", "U e V c Z")]),
        ("U", "X", [("chain", "", "U e V c Z X")]),
        ("W", "X", []),
    ],
    ids=["a wider cause and a reference", "one in the other", "a claim", "a chain", "over a wider cause", "nothing"],
)
def test_between(one: str, other: str, ties: list[tuple[str, str, str]]) -> None:
    found = questions.between(TIED, one, other)
    assert [(tie.how, label(tie.shared), " ".join(map(label, tie.path))) for tie in found] == ties


def label(node: str) -> str:
    """What a node is called for short."""
    return str(TIED.nodes[node]["label"]) if node else ""


def test_between_one_cause_and_itself_is_no_question() -> None:
    with pytest.raises(LookupError, match="both are the cause 'V'; name two"):
        questions.between(TIED, "V", "v")
