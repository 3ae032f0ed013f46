"""Drawings of the evidence, for Graphviz (DOT) and for Mermaid: causes at the left, claims by their state, references.

A drawing shows what a person reads: the texts, the states, and how things are linked.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from graph.exports.networks import in_sight, with_states
from graph.model import Evidence
from graph.references.citing import short_citation

if TYPE_CHECKING:
    import networkx as nx


class Look(NamedTuple):
    """How a node or an edge is drawn: the colours of its ground and its line, and whether the line is broken."""

    ground: str
    line: str
    broken: bool = False


INK = "#1c2326"

LOOKS: Mapping[str, Look] = {
    "cause": Look("#e8e4da", "#566067"),
    "reference": Look("#dfeceb", "#566067"),
    "supported": Look("#e9f1f2", "#1f6472"),
    "qualified": Look("#ffffff", "#1f6472"),
    "contested": Look("#f1eaf6", "#6b3a8f"),
    "refuted": Look("#fbe8ed", "#a3123d"),
    "mentioned": Look("#ffffff", "#a8400f", broken=True),
    "unsourced": Look("#fdf0e6", "#a8400f", broken=True),
}
"""The looks of causes, of references, and of claims by their state, in the page's colours."""

LINKS: Mapping[str, Look] = {
    "supports": Look("", "#1f6472"),
    "qualifies": Look("", "#1f6472", broken=True),
    "disputes": Look("", "#a3123d"),
    "mentions": Look("", "#566067", broken=True),
    "about": Look("", "#566067"),
    "involves": Look("", "#566067", broken=True),
    "part_of": Look("", "#566067"),
}
"""The looks of edges, by their relation."""

UNSAID = frozenset({"supports", "about", "part_of"})
"""The relations that most edges have: they are drawn without the word."""

LINE_LETTERS = 44
"""How many letters a line of a drawing has."""

DOT_HEAD = f"""\
digraph evidence {{
  rankdir=RL;
  node [shape=box, fontname="Helvetica", fontsize=11, fontcolor="{INK}"];
  edge [fontname="Helvetica", fontsize=9, fontcolor="{INK}"];"""

MEANINGFUL = re.compile(r"""(?m)^[^\w\s]|^\d|[!-/:-@\[-`{-~](?<![ ,.()'/!?-])|[^\S\n ]|[\u200b-\u206f\ufeff]""")
"""What may mean something to Mermaid or to the Markdown in its texts, and what nobody sees."""


HARMLESS_ID = re.compile(r"[a-z]+:[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")


def as_dot(evidence: Evidence) -> str:
    """The network as a drawing for Graphviz; the full text of a claim is its tooltip."""
    network = with_states(evidence)
    lines = [dot_node(network, node, text) for node, text in shown(network, evidence).items()]
    lines += [dot_edge(*edge) for edge in network.edges(keys=True)]
    return "\n".join([DOT_HEAD, *(f"  {line}" for line in lines), "}", ""])


def dot_node(network: nx.MultiDiGraph[str], node: str, text: str) -> str:
    """A node as a statement of DOT."""
    data, look = network.nodes[node], LOOKS[look_of(network, node)]
    lines = textwrap.wrap(in_sight(text), LINE_LETTERS) or [""]
    said = {
        "id": dot_text(node),
        "kind": data["kind"],
        "state": data.get("state", ""),
        "tooltip": dot_text(text),
        "label": "".join(f"{dot_text(line)}\\l" for line in lines),
        "style": "filled,dashed" if look.broken else "filled",
        "fillcolor": look.ground,
        "color": look.line,
    }
    return f"{dot_name(node)} {dot_attributes(said)}"


def dot_edge(source: str, target: str, relation: str) -> str:
    """An edge as a statement of DOT."""
    look = LINKS[relation]
    said = {
        "relation": relation,
        "label": "" if relation in UNSAID else relation,
        "style": "dashed" if look.broken else "",
        "color": look.line,
    }
    return f"{dot_name(source)} -> {dot_name(target)} {dot_attributes(said)}"


def dot_attributes(said: Mapping[str, str]) -> str:
    """Attributes as DOT has them, without those that are empty."""
    given = [f'{name}="{text}"' for name, text in said.items() if text]
    return f"[{', '.join(given)}];"


def dot_name(node: str) -> str:
    """The id of a node as a name in DOT."""
    return f'"{dot_escaped(node)}"'


def dot_escaped(text: str) -> str:
    """A text as it stands between the quotes of DOT."""
    escaped = in_sight(text.replace("\\", "\\\\"))
    return escaped.replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n")


def dot_text(text: str) -> str:
    """A text that is shown, in which Graphviz would read "&lt;" as a sign."""
    return dot_escaped(text).replace("&", "&amp;")


def as_mermaid(evidence: Evidence) -> str:
    """The network as a flowchart of Mermaid, as GitHub, GitLab, Quarto and Obsidian draw it in Markdown."""
    network = with_states(evidence)
    texts = shown(network, evidence)
    names = {node: mermaid_name(node, number) for number, node in enumerate(texts)}
    lines = [f'{names[node]}["{mermaid_text(text)}"]:::{look_of(network, node)}' for node, text in texts.items()]
    for source, target, relation in network.edges(keys=True):
        arrow = "-.->" if LINKS[relation].broken else "-->"
        said = "" if relation in UNSAID else f"|{relation}|"
        lines.append(f"{names[source]} {arrow}{said} {names[target]}")
    return "\n".join(["flowchart RL", *(f"  {line}" for line in (*lines, *mermaid_classes())), ""])


def mermaid_name(node: str, number: int) -> str:
    """What a node is called in the flowchart: its id where that is harmless, else its number."""
    return node.replace(":", "_") if HARMLESS_ID.fullmatch(node) else f"n{number}"


def mermaid_classes() -> Iterator[str]:
    """The looks of nodes as classes of Mermaid."""
    for name, look in LOOKS.items():
        broken = ",stroke-dasharray:5 4" if look.broken else ""
        yield f"classDef {name} fill:{look.ground},stroke:{look.line},color:{INK}{broken}"


def mermaid_text(text: str) -> str:
    """A text between quotes as Mermaid has it: no more than letters and line breaks."""
    return MEANINGFUL.sub(lambda each: f"#{ord(each[0])};", in_sight(text)).replace("\n", "<br/>")


def shown(network: nx.MultiDiGraph[str], evidence: Evidence) -> dict[str, str]:
    """What a drawing shows of each node: a claim's text, a reference as it is cited in short, a cause's own name."""
    cited = {reference.id: short_citation(reference) for reference in evidence.references.values()}
    return {node: cited.get(node) or data.get("text") or data["label"] for node, data in network.nodes(data=True)}


def look_of(network: nx.MultiDiGraph[str], node: str) -> str:
    """Which of `LOOKS` a node has."""
    data: Mapping[str, str] = network.nodes[node]
    return data.get("state") or data["kind"]
