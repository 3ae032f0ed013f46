"""Which references might carry a claim, which counts for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pytest

import graph
from graph.auditing.engine import audit
from graph.network import build_network, questions
from graph.reading import parse
from tests.examples import REFERENCES

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
    package = Path(graph.__file__).parent
    looking = re.compile(r"texts\.(?:retrieval|candidates)|candidates_of")
    using = {path for path in package.rglob("*.py") if looking.search(path.read_text(encoding="utf-8"))}
    asking = {
        "network/questions/retrieving.py",
        "cli/answers.py",
        "texts/candidates.py",
        "page/candidates.py",
        "drafts/candidates.py",
    }
    assert {path.relative_to(package).as_posix() for path in using} == asking
