"""The answer to a question as text, Markdown, JSON and CSV."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from graph.network import key_of
from graph.network.scope import name_of, support_of
from graph.reports.columns import CellValue, as_cells, cell_text, saying, set_in_columns, wrapped
from graph.reports.data import to_json
from graph.reports.markdown import escape, markdown_table
from graph.support import STATES, Coverage, Fall, Fallen
from graph.texts.retrieval import Candidate
from graph.wording import count, printable

if TYPE_CHECKING:
    import networkx as nx

NODES = ("claim", "cause", "reference", "node", "shared", "alone", "newest_reference", "oldest_reference")
"""The fields of rows that are ids of nodes; people are shown the keys and names in them."""

SPEAKING = ("claim", "reference")
"""The fields of which a row says to people what the claim states, or what the reference is called."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question, the network that was asked, and the causes that it was asked about."""

    question: Callable[..., Any]
    network: nx.MultiDiGraph[str]
    answer: Any
    causes: Sequence[str] = ()


def as_text(answered: Answered) -> str:
    """Columns that fit the terminal or 80 characters, and how many there are or how the cause stands."""
    width = shutil.get_terminal_size().columns
    rows = shown_rows(answered)
    lines = node_lines(rows, width) if is_nodes(answered) else set_in_columns(narrowed_rows(rows), width)
    return "".join(f"{line}\n" for line in [*lines, *last_lines(answered)])


def node_lines(rows: Sequence[Mapping[str, CellValue]], width: int) -> list[str]:
    """Nodes and what they say; those that say nothing come last, and may be as long as the line is wide."""
    _, *lines = set_in_columns([row for row in rows if row["says"]], width) or [""]
    return lines + [line for row in rows if not row["says"] for line in wrapped(cell_text(row["id"]), width)]


def narrowed_rows(rows: Sequence[Mapping[str, CellValue]]) -> Sequence[Mapping[str, CellValue]]:
    """Rows in few columns: of the states only those that are neither supported nor unsourced, and nothing twice."""
    twice = {"independent"} if all(row.get("independent") == row.get("references") for row in rows) else set()
    left_out = {*twice, *STATES, "involving_sourced"}
    return [{name: value for name, value in row.items() if name not in left_out} | among(row) for row in rows]


def among(row: Mapping[str, CellValue]) -> dict[str, CellValue]:
    """How many of a cause's claims are in the states that one would not think of."""
    states = [state for state in STATES if state in row and state not in {"supported", "unsourced"}]
    return {"among_them": ", ".join(f"{row[state]} {state}" for state in states if row[state])} if states else {}


def as_markdown(answered: Answered) -> str:
    """A table with the same, and below it how many there are or how the cause stands."""
    rows = shown_rows(answered)
    parts = [*([rows_in_markdown(rows)] if rows else []), *map(escape, last_lines(answered))]
    return "\n\n".join(parts) + "\n"


def rows_in_markdown(rows: Sequence[Mapping[str, CellValue]]) -> str:
    """Rows as a table of Markdown, with the columns that say something."""
    columns = saying(rows)
    head = f"| {' | '.join(name.replace('_', ' ') for name in columns)} |"
    return markdown_table(
        head, [f"| {' | '.join(escape(markdown_cell(row[name])) for name in columns)} |" for row in rows]
    )


def markdown_cell(value: CellValue) -> str:
    """A cell on one line."""
    return "" if value is None else printable(str(value))


def answer_json(answered: Answered) -> str:
    """Nodes with all their attributes, and rows as objects; what falls with a reference is one object."""
    answer, network = answered.answer, answered.network
    if isinstance(answer, Fall):
        data: Any = {name: [node_data(network, each) for each in ids] for name, ids in asdict(answer).items()}
    else:
        data = [row_data(network, row) for row in answer]
    return f"{to_json(data, indent=2)}\n"


def answer_csv(answered: Answered) -> str:
    """A row for each node or row; several ids in a cell have a semicolon between them."""
    rows = [row_data(answered.network, row) for row in answered.answer]
    columns = dict.fromkeys([*answer_columns(answered.question), *(name for row in rows for name in row)])
    return as_cells(list(columns), [{name: one_cell(value, "; ") for name, value in row.items()} for row in rows])


ANSWER_FORMATS: Mapping[str, Callable[[Answered], str]] = {
    "text": as_text,
    "table": as_text,
    "json": answer_json,
    "csv": answer_csv,
    "markdown": as_markdown,
}
"""The formats of an answer; a table is what the text is."""


def row_type(question: Callable[..., Any]) -> type:
    """What the answer to a question is a list of: ids of nodes, or rows of this type."""
    from graph.network import rows

    *_, name = re.findall(r"\w+", question.__annotations__["return"])
    others = {"str": str, "Fall": Fallen, "Coverage": Coverage, "Candidate": Candidate}
    return others.get(name) or vars(rows)[name]


def answer_columns(question: Callable[..., Any]) -> list[str]:
    """The columns that an answer has, even if there is nothing in it."""
    row = row_type(question)
    return [each.name for each in fields(row)] if is_dataclass(row) else ["id"]


def is_nodes(answered: Answered) -> bool:
    """Whether the answer is nodes, which need no heading."""
    return row_type(answered.question) in {str, Fallen}


def node_data(network: nx.MultiDiGraph[str], node: str) -> dict[str, Any]:
    """A node with all its attributes."""
    return {"id": node, **network.nodes[node]}


def row_data(network: nx.MultiDiGraph[str], row: Any) -> dict[str, Any]:
    """A row of an answer as plain data; a candidate has the label and title of its reference, too."""
    if isinstance(row, str):
        return node_data(network, row)
    if isinstance(row, Candidate):
        node = network.nodes[row.reference]
        return {"label": node["label"], "title": node["title"], **asdict(row)}
    return asdict(row)


def one_cell(value: Any, between: str) -> CellValue:
    """A value as one cell."""
    return between.join(map(str, value)) if isinstance(value, tuple) else value


def shown_rows(answered: Answered) -> list[dict[str, CellValue]]:
    """The rows of an answer as people are shown them."""
    return [shown_row(answered.network, row) for row in answered.answer]


def shown_row(network: nx.MultiDiGraph[str], row: Any) -> dict[str, CellValue]:
    """A row as people are shown it: keys and names in place of ids, and what the claim or reference says."""
    if isinstance(row, str):
        return {"id": row, "says": says(network, row)}
    if isinstance(row, Fallen):
        lifted = "no longer refuted: " if row.effect == "lifted" else ""
        return {"id": row.node, "says": lifted + says(network, row.node)}
    shown = {name: readable(network, name, value) for name, value in asdict(row).items()}
    said = next((name for name in SPEAKING if name in shown), "")
    return shown | ({"says": says(network, getattr(row, said), of_cause="path" not in shown)} if said else {})


def readable(network: nx.MultiDiGraph[str], name: str, value: Any) -> CellValue:
    """A field of a row as people read it; on a path, causes are called by the last part of their names."""
    if name == "path":
        return " - ".join(network.nodes[node]["label"] for node in value)
    if isinstance(value, tuple):
        return ", ".join(map(key_of, value))
    return key_of(value) if name in NODES else value


def says(network: nx.MultiDiGraph[str], node: str, *, of_cause: bool = True) -> str:
    """What a claim says of which cause, or the title and year of a reference; a cause says nothing more."""
    data = network.nodes[node]
    if data["kind"] == "claim":
        return f"{data['text']} [{data['cause']}]" if of_cause else str(data["text"])
    if data["kind"] == "reference":
        return f"{data['title'] or '(no title)'}{', ' + data['year'] if data['year'] else ''}"
    return ""


def last_lines(answered: Answered) -> list[str]:
    """The last lines: how many nodes there are, or that there is nothing; and how the causes in question stand."""
    rows = list(answered.answer)
    lines = [totals(answered.network, rows)] if is_nodes(answered) or not rows else []
    return lines + [standing(answered.network, cause) for cause in answered.causes]


def totals(network: nx.MultiDiGraph[str], rows: Iterable[Any]) -> str:
    """How many nodes of each kind there are, or fall."""
    nodes = [row if isinstance(row, str) else row.node for row in rows if getattr(row, "effect", "") != "lifted"]
    kinds = [network.nodes[node]["kind"] for node in nodes]
    words = [count(kinds.count(kind), kind) for kind in ("claim", "cause", "reference") if kind in kinds]
    return ", ".join(words) or "nothing"


def standing(network: nx.MultiDiGraph[str], cause: str) -> str:
    """How a cause stands: how many claims it has and how many of them are sourced, and how many more involve it."""
    name = name_of(network, cause)
    return printable(f"{name}: {support_of(network, cause).coverage_of(name).words}")
