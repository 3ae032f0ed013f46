"""Questions with names."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.engine import audit
from graph.network import build_network, nodes, questions
from graph.reading import parse
from graph.support import Fall
from tests.examples import REFERENCES, sample

NETWORK = build_network(sample())


def test_unsourced() -> None:
    assert questions.unsourced(NETWORK) == ["claim:c3", "claim:c4"]


def test_contested() -> None:
    assert questions.contested(NETWORK) == ["claim:c1"]


def test_refuted() -> None:
    network = build_network(parse(REFERENCES, "claim_id,cause,claim,disputes\na,X,b,roth2011\n"))
    assert (questions.refuted(network), questions.unsourced(network)) == (["claim:a"], [])


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


def test_falls_with_what_has_no_other_source() -> None:
    assert questions.falls_with(NETWORK, "reference:roth2011") == Fall(("claim:c2",), (), ())


def test_causes_fall_with_their_only_reference() -> None:
    network = build_network(parse(REFERENCES, "claim_id,cause,claim,supports\na,X > Y,b,roth2011\n"))
    assert questions.falls_with(network, "reference:roth2011").causes == ("cause:X", "cause:X > Y")


SLEEP = parse(
    REFERENCES.replace("title = {Prevalence of insomnia}", "title = {Prevalence}, abstract = {Noise at night}"),
    "claim_id,cause,claim,supports,mentions,involves,candidates\n"
    "a,Noise,It wakes people.,,,,roth2011\n"
    "b,X > Coffee,It shortens sleep.,drake2013,,Noise,\n"
    "c,Coffee,It shortens sleep.,,clark2017,,\n",
)
PROPOSED = build_network(SLEEP)


@pytest.mark.parametrize(
    ("claim", "proposed"),
    [
        ("claim:a", [("reference:roth2011", ("Noise",))]),
        ("claim:b", [("reference:roth2011", ("Noise",)), ("reference:clark2017", ("Coffee",))]),
        ("claim:c", []),
    ],
    ids=["its abstract has the cause", "what a claim involves counts, what it rests on is left out", "mentions, too"],
)
def test_candidates(claim: str, proposed: list[tuple[str, tuple[str, ...]]]) -> None:
    assert sorted((each.reference, each.words) for each in questions.candidates(PROPOSED, claim)) == sorted(proposed)


def test_a_candidate_is_never_counted() -> None:
    """Neither when it is asked for nor when it stands in a column of the table."""
    before = nx.node_link_data(PROPOSED, edges="edges")
    assert questions.candidates(PROPOSED, "claim:a")
    assert nx.node_link_data(PROPOSED, edges="edges") == before
    assert questions.unsourced(PROPOSED) == ["claim:a", "claim:c"]
    assert {each.subject for each in audit(SLEEP).findings if each.code == "CLM001"} == {"claim:a", "claim:c"}


def test_only_questions_details_and_drafts_look_for_candidates() -> None:
    """So that no rule, count, colour or coverage can know of them; a draft has a column to choose from."""
    package = Path(questions.__file__).parent.parent
    looking = re.compile(r"texts\.(?:retrieval|candidates)|candidates_of")
    using = {path for path in package.rglob("*.py") if looking.search(path.read_text(encoding="utf-8"))}
    asking = {
        "network/questions.py",
        "cli/answers.py",
        "texts/candidates.py",
        "page/candidates.py",
        "drafts/candidates.py",
    }
    assert {path.relative_to(package).as_posix() for path in using} == asking


def test_coverage() -> None:
    drinks, *_, noise = questions.coverage(NETWORK)
    assert (drinks.words, drinks.contested, drinks.references) == ("3 claims, 2 sourced", 1, 2)
    assert (noise.words, noise.unsourced, noise.references) == ("1 claim, 0 sourced", 1, 0)


def test_coverage_makes_a_data_frame() -> None:
    frame = pd.DataFrame(questions.coverage(NETWORK)).set_index("cause")
    assert (frame["claims"]["Drinks > Coffee"], frame["involving"]["Drinks > Coffee"]) == (2, 1)


@pytest.mark.parametrize("name", ["cause:Drinks > Tea", "Drinks > Tea", "Tea", "tea"])
def test_find(name: str) -> None:
    assert questions.find(NETWORK, name) == "cause:Drinks > Tea"


def test_find_proposes_what_is_alike() -> None:
    with pytest.raises(LookupError, match="no cause is called 'Nose'; did you mean 'Noise'"):
        questions.find(NETWORK, "Nose", ["cause"])


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
    whole = questions.support_of(network)
    for reference in nodes(network, "reference"):
        fall = whole.falls_with(reference)
        expected = Fall(fall.claims, tuple(f"cause:{name}" for name in fall.causes), fall.lifted)
        assert questions.falls_with(network, reference) == expected
    for cause in nodes(network, "cause"):
        name = cause.removeprefix("cause:")
        assert questions.rests_on(network, cause) == list(whole.rests_on(name))
        assert questions.about(network, cause) == whole.about(name)
