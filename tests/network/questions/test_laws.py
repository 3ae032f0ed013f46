"""What holds for every question."""

from __future__ import annotations

import inspect
from dataclasses import fields, is_dataclass
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.engine import audit
from graph.network import build_network, nodes, questions
from graph.network.scope import support_of
from graph.reading import parse
from graph.support import Fall
from tests.examples import REFERENCES, sample

NETWORK = build_network(sample())


ASKED = {"cause": "Drinks", "other": "Noise", "claim": "c1", "reference": "roth2011", "node": "Drinks > Coffee"}


def answer_to(name: str, network: nx.MultiDiGraph[str]) -> Any:
    parameters = list(inspect.signature(questions.QUESTIONS[name]).parameters)[1:]
    return questions.QUESTIONS[name](network, *(ASKED[each] for each in parameters))


@pytest.mark.parametrize("name", questions.QUESTIONS)
def test_every_answer_makes_a_data_frame(name: str) -> None:
    import pandas as pd

    answer = answer_to(name, NETWORK)
    frame = pd.DataFrame(answer)
    rows = list(answer)
    assert len(frame) == len(rows)
    if rows and is_dataclass(rows[0]):
        assert list(frame.columns) == [each.name for each in fields(rows[0])]


def changed() -> nx.MultiDiGraph[str]:
    """The network with what somebody added, and without most of what nodes say."""
    network = NETWORK.copy()
    network.add_node("my own")
    network.add_edge("my own", "claim:c1", key="doubts")
    network.add_edge("claim:c1", "cause:Noise", key="recalls")
    for node, data in network.nodes(data=True):
        if node != "my own":
            network.nodes[node].clear()
            data["kind"] = node.partition(":")[0]
    return network


PART = NETWORK.subgraph(
    [node for node in NETWORK if node not in {"cause:Drinks > Tea", "reference:clark2017", "claim:c2"}]
)


@pytest.mark.parametrize("name", questions.QUESTIONS)
@pytest.mark.parametrize("network", [PART, changed()], ids=["a part", "changed"])
def test_every_question_can_be_asked_of_other_networks(name: str, network: nx.MultiDiGraph[str]) -> None:
    assert list(answer_to(name, network)) is not None


def test_a_network_without_keys_goes_by_what_its_edges_say() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_nodes_from(NETWORK.nodes(data=True))
    network.add_edges_from((one, other, {"relation": key}) for one, other, key in NETWORK.edges(keys=True))
    assert questions.coverage(network) == questions.coverage(NETWORK)


def test_what_is_missing_in_a_part_carries_nothing() -> None:
    assert questions.contested(PART) == []
    assert [row.cause for row in questions.coverage(PART)] == ["Drinks", "Drinks > Coffee", "Noise"]


ROW = st.tuples(st.sampled_from(["X", "X > Y", "X > Z", "W"]), *[st.sampled_from(["", "drake2013", "roth2011"])] * 3)


@given(st.lists(ROW, max_size=8))
def test_questions_agree_with_the_audit_and_with_networkx(rows: list[tuple[str, str, str, str]]) -> None:
    lines = [f"c{n},{cause},t,{a},{b},{c}\n" for n, (cause, a, b, c) in enumerate(rows)]
    evidence = parse(REFERENCES, "claim_id,cause,claim,supports,mentions,disputes\n" + "".join(lines))
    network = build_network(evidence)
    found = {
        code: {each.subject for each in audit(evidence).findings if each.code == code}
        for code in ("CLM001", "CLM015", "GRF402")
    }
    assert set(questions.unsourced(network)) == found["CLM001"]
    assert set(questions.refuted(network)) == found["CLM015"]
    causes = nodes(network, "cause")
    assert {cause for cause in causes if not questions.rests_on(network, cause)} == found["GRF402"]
    assert all(set(questions.rests_on(network, cause)) <= nx.ancestors(network, cause) for cause in causes)


@given(st.lists(ROW, max_size=8))
def test_what_is_around_a_node_decides_as_the_whole_does(rows: list[tuple[str, str, str, str]]) -> None:
    lines = [f"c{n},{cause},t,{a},{b},{c},{'W > V' if n % 3 else ''}\n" for n, (cause, a, b, c) in enumerate(rows)]
    table = "claim_id,cause,claim,supports,mentions,disputes,involves\n" + "".join(lines)
    network = build_network(parse(REFERENCES, table))
    whole = support_of(network)
    for reference in nodes(network, "reference"):
        fall = whole.falls_with(reference)
        expected = Fall(fall.claims, tuple(f"cause:{name}" for name in fall.causes), fall.lifted)
        assert questions.falls_with(network, reference) == expected
    for cause in nodes(network, "cause"):
        name = cause.removeprefix("cause:")
        assert questions.rests_on(network, cause) == list(whole.rests_on(name))
        assert questions.about(network, cause) == whole.about(name)
