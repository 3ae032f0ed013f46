"""Questions with names."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.engine import audit
from graph.network import build_network, nodes, questions
from graph.network.rows import Dated, Graded, Related, Trail, Unreviewed, Weight
from graph.network.scope import support_of
from graph.reading import parse
from graph.references.designs import DESIGNS
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
    import pandas as pd

    frame = pd.DataFrame(questions.coverage(NETWORK)).set_index("cause")
    assert (frame["claims"]["Drinks > Coffee"], frame["involving"]["Drinks > Coffee"]) == (2, 1)


def test_involving() -> None:
    assert questions.involving(NETWORK, "Coffee") == ["claim:c3"]


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


def test_weakest_ranks_references_by_what_falls() -> None:
    table = (
        "claim_id,cause,claim,supports,disputes\na,X,b,roth2011,\nb,X,c,roth2011,\nc,Y,d,drake2013,\nd,Z,e,,clark2017\n"
    )
    assert questions.weakest(build_network(parse(REFERENCES, table))) == [
        Weight("reference:roth2011", 2, 1, 0, 2),
        Weight("reference:drake2013", 1, 1, 0, 1),
        Weight("reference:clark2017", 0, 0, 1, 0),
    ]


def test_thinnest_ranks_causes_and_names_what_they_fall_with() -> None:
    table = "claim_id,cause,claim,supports\na,X,b,roth2011;drake2013\nb,Y,c,roth2011\nc,Z,d,\n"
    rows = questions.thinnest(build_network(parse(REFERENCES, table)))
    assert [(row.cause, row.independent, row.alone) for row in rows] == [
        ("cause:Z", 0, ""),
        ("cause:Y", 1, "reference:roth2011"),
        ("cause:X", 2, ""),
    ]


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


def test_timeline_has_the_oldest_first_and_no_year_last() -> None:
    references = REFERENCES + "@misc{undated, title = {T}}"
    rows = questions.timeline(build_network(parse(references, "claim_id,cause,claim,supports\na,b,c,roth2011\n")))
    assert [(row.year, row.claims) for row in rows] == [(2011, ("claim:a",)), (2013, ()), (2017, ()), (None, ())]


def test_timeline_of_a_cause_has_what_it_rests_on() -> None:
    assert questions.timeline(NETWORK, "Coffee") == [
        Dated(2011, "reference:roth2011", ("claim:c2",)),
        Dated(2013, "reference:drake2013", ("claim:c1",)),
    ]


def test_oldest_goes_by_the_newest_reference() -> None:
    table = "claim_id,cause,claim,supports\na,X,b,roth2011;clark2017\nb,Y,c,drake2013\nc,Z,d,\n"
    network = build_network(parse(REFERENCES, table))
    assert [(row.node, row.newest, row.oldest) for row in questions.oldest(network)] == [
        ("cause:Y", 2013, 2013),
        ("cause:X", 2017, 2011),
    ]
    assert [row.node for row in questions.oldest(network, "X")] == ["claim:a"]


def test_the_best_design_of_a_claim_is_recorded_with_reference_or_citation_or_stated() -> None:
    references = "@misc{a, title={A}, design={cohort}} @misc{b, title={B: a randomized trial}} @misc{c} @misc{d}"
    table = "claim_id,cause,claim,supports\n1,X,b,a;b\n2,X,c,a\n3,Y,d,d\n4,X,e,c\n5,X,e,\n"
    values = "claim_id,reference,design\n4,c,systematic-review\n"
    network = build_network(parse(references, table, values))
    assert questions.by_design(network) == [
        Graded("claim:4", 1, "systematic-review", "reference:c"),
        Graded("claim:1", 2, "randomized-trial", "reference:b"),
        Graded("claim:2", 3, "cohort", "reference:a"),
        Graded("claim:3"),
    ]
    assert [row.claim for row in questions.by_design(network, "Y")] == ["claim:3"]


def test_unreviewed_are_those_nobody_saw_and_those_that_changed_since() -> None:
    table = (
        "claim_id,cause,claim,reviewed_by,reviewed_on,reviewed_as\n"
        "a,X,b,,,\nb,X,c,Eva,2026-01-31,abad1dea\nc,X,d,Eva,2026-01-31,\n"
    )
    assert questions.unreviewed(build_network(parse("", table))) == [
        Unreviewed("claim:a", "never"),
        Unreviewed("claim:b", "stale", "Eva", "2026-01-31"),
    ]


def test_designs_are_ranked_by_their_levels() -> None:
    levels = [each.level for each in DESIGNS.values()]
    assert levels == sorted(levels)


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
