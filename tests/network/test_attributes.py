"""The table of attributes in docs/network.md."""

from __future__ import annotations

import re

import pytest

from graph.exports.networks import with_states
from graph.model import Article
from graph.network import build_network
from graph.reading import parse
from tests.test_docs import ROOT

DOCUMENT = (ROOT / "docs" / "network.md").read_text(encoding="utf-8")
REFERENCES = """\
@article{a, title = {T}, abstract = {A}, keywords = {K}}
"""
CLAIMS = """\
claim_id,cause,claim,supports,value,low,high,n,n_studies,comparator_value,comparator_low,comparator_high
x,b > c,d,a,2,1,3,4,5,2,1,3
"""
VALUES = """\
claim_id,reference,source_quote,measure,value,low,high,unit,population,design,checked_by,checked_on
x,a,q,m,2,1,3,%,p,cohort,Ann,2024
"""


def documented(*kinds: str) -> set[str]:
    rows = [line.split(" | ") for line in DOCUMENT.splitlines() if line.startswith("| ")]
    cells = [row[1] for row in rows if set(row[0].removeprefix("| ").split(", ")) & set(kinds)]
    return {name for cell in cells for name in re.findall("`([a-z_]+)`", cell)}


@pytest.mark.parametrize("kind", ["reference", "claim", "cause"])
def test_every_attribute_of_a_node_is_documented(kind: str) -> None:
    nodes = with_states(parse(REFERENCES, CLAIMS, VALUES)).nodes(data=True)
    assert {name for _, data in nodes if data["kind"] == kind for name in data} == documented(kind)


def test_every_attribute_of_an_edge_is_documented() -> None:
    edges = build_network(parse(REFERENCES, CLAIMS, VALUES)).edges(data=True)
    assert {name for *_, data in edges for name in data} == documented("edge", "citation")


def test_every_attribute_of_the_network_is_documented() -> None:
    of_article = set(Article.__dataclass_fields__)
    assert {*build_network(parse(REFERENCES, CLAIMS)).graph, *of_article} == documented("network")


def test_cypher_asks_as_the_document_says() -> None:
    cypher = pytest.importorskip("grandcypher", reason="grand-cypher comes without wheels, so it is not in the lock")
    network = build_network(parse(REFERENCES, "claim_id,cause,claim,mentions\nx,b,d,a\n"))
    (query,) = re.findall(r"run\('(.+)'\)", DOCUMENT)
    assert cypher.GrandCypher(network).run(query) == {"r.label": ["a"], "c.label": ["x"]}
