"""Drawings as Graphviz and Mermaid themselves read them."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from graph.exports.diagrams import LINKS, LOOKS, as_dot, as_mermaid, mermaid_text, shown
from graph.exports.networks import in_sight, with_states
from graph.model import STANCES, Evidence
from graph.network import ABOUT, INVOLVES, PART_OF
from graph.reading import parse
from graph.support import STATES
from tests.examples import REFERENCES, sample
from tests.exports.hostile import HOSTILE
from tests.page.test_hostile import hostile_evidence

Drawn = dict[str, Any]
ReadDot = Callable[[list[str]], list[Drawn]]
ReadMermaid = Callable[[str], Drawn]

GRAPHVIZ = """
const { instance } = require("@viz-js/viz");
const drawings = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
instance().then((viz) => console.log(JSON.stringify(drawings.map((text) => viz.renderJSON(text)))));
"""

MERMAID = """async (text) => {
    const { svg } = await mermaid.render("drawing", text);
    document.body.innerHTML = svg;
    const texts = (selector) => [...document.querySelectorAll(selector)].map((each) => each.innerText);
    return { nodes: texts(".node .nodeLabel"), edges: texts(".edgeLabel .edgeLabel"),
        paths: document.querySelectorAll(".edgePaths path").length, elements: texts("svg script, svg a, svg img") };
}"""


@pytest.fixture(scope="module")
def read_dot(npm: Path, node: Path) -> ReadDot:
    """Reads drawings with Graphviz, whose program npm carries."""

    def read(drawings: list[str]) -> list[Drawn]:
        command: list[str | Path] = [node, "-e", GRAPHVIZ]
        done = subprocess.run(command, cwd=npm, input=json.dumps(drawings), capture_output=True, text=True, check=True)  # noqa: S603 (our own Node)
        answer: list[Drawn] = json.loads(done.stdout)
        return answer

    return read


@pytest.fixture(scope="module")
def read_mermaid(browser: Browser, npm: Path) -> Iterator[ReadMermaid]:
    """Draws a flowchart with Mermaid, and says what is seen of it."""
    page = browser.new_page()
    page.add_script_tag(path=npm / "@mermaid-js" / "tiny" / "dist" / "mermaid.tiny.js")
    page.evaluate("mermaid.initialize({ startOnLoad: false })")
    yield lambda text: page.evaluate(MERMAID, text)
    page.close()


def texts_of(evidence: Evidence) -> list[str]:
    return list(shown(with_states(evidence), evidence).values())


def relations_of(evidence: Evidence) -> list[tuple[str, str, str]]:
    return sorted(with_states(evidence).edges(keys=True))


def one_line(text: str) -> str:
    return " ".join(in_sight(text).split())


def label_of(node: Drawn) -> str:
    """The text of a node as Graphviz would draw it."""
    lines = html.unescape(node["label"]).removesuffix(r"\l").split(r"\l")
    return re.sub(r"\\(.)", r"\1", " ".join(lines))


def test_every_state_and_kind_of_node_has_a_look() -> None:
    assert set(LOOKS) == {"cause", "reference", *STATES}


def test_every_relation_has_a_look() -> None:
    assert set(LINKS) == {*STANCES, ABOUT, INVOLVES, PART_OF}


def test_graphviz_reads_every_edge_with_its_relation(read_dot: ReadDot) -> None:
    (drawn,) = read_dot([as_dot(sample())])
    names = {each["_gvid"]: each["name"] for each in drawn["objects"]}
    edges = [(names[each["tail"]], names[each["head"]], each["relation"]) for each in drawn["edges"]]
    assert sorted(edges) == relations_of(sample())


def test_graphviz_reads_every_state(read_dot: ReadDot) -> None:
    (drawn,) = read_dot([as_dot(sample())])
    states = {each["name"]: each["state"] for each in drawn["objects"] if each["kind"] == "claim"}
    assert states == {
        "claim:c1": "contested",
        "claim:c2": "qualified",
        "claim:c3": "mentioned",
        "claim:c4": "unsourced",
    }


@pytest.fixture(scope="module")
def hostile_drawings(read_dot: ReadDot) -> list[Drawn]:
    return read_dot([as_dot(hostile_evidence(text)) for text in HOSTILE])


def test_graphviz_shows_hostile_texts_as_they_are(hostile_drawings: list[Drawn]) -> None:
    for text, drawn in zip(HOSTILE, hostile_drawings, strict=True):
        labels = ["".join(label_of(node).split()) for node in drawn["objects"]]
        assert labels == ["".join(in_sight(each).split()) for each in texts_of(hostile_evidence(text))], text


def test_graphviz_keeps_hostile_nodes_apart(hostile_drawings: list[Drawn]) -> None:
    numbers = [(len(drawn["objects"]), len(drawn["edges"])) for drawn in hostile_drawings]
    networks = [with_states(hostile_evidence(text)) for text in HOSTILE]
    assert numbers == [(each.number_of_nodes(), each.number_of_edges()) for each in networks]


def test_a_line_of_a_drawing_is_not_long() -> None:
    claims = f"claim_id,cause,claim\na,b,{'many words ' * 30}\n"
    (label,) = re.findall(r'label="(many.*?)"', as_dot(parse("", claims)))
    assert max(map(len, label.split(r"\l"))) <= 44


def test_mermaid_draws_every_node(read_mermaid: ReadMermaid) -> None:
    assert read_mermaid(as_mermaid(sample()))["nodes"] == texts_of(sample())


def test_mermaid_draws_every_edge(read_mermaid: ReadMermaid) -> None:
    assert read_mermaid(as_mermaid(sample()))["paths"] == len(relations_of(sample()))


def test_mermaid_says_every_stance_but_the_commonest(read_mermaid: ReadMermaid) -> None:
    words = sorted(filter(None, read_mermaid(as_mermaid(sample()))["edges"]))
    assert words == ["disputes", "involves", "mentions", "qualifies"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_mermaid_shows_a_hostile_text_as_it_is(text: str, read_mermaid: ReadMermaid) -> None:
    drawn = read_mermaid(as_mermaid(hostile_evidence(text)))
    assert list(map(one_line, drawn["nodes"])) == list(map(one_line, texts_of(hostile_evidence(text))))
    assert drawn["elements"] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [("1. item", "#49;. item"), ("a\n- item", "a<br/>#45; item"), ("well-known (10 %)", "well-known (10 #37;)")],
)
def test_no_line_of_mermaid_begins_as_a_list(text: str, written: str) -> None:
    assert mermaid_text(text) == written


def test_a_node_of_mermaid_is_called_as_in_the_table_where_that_is_harmless() -> None:
    written = as_mermaid(parse(REFERENCES, "claim_id,cause,claim,supports\na-1,Bad legs,c,drake2013\n"))
    assert "  reference_drake2013 --> claim_a-1\n  claim_a-1 --> n3\n" in written
