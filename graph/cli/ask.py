"""The command `ask`: a question of the evidence, a subcommand each, made from `graph.network.questions.QUESTIONS`."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from graph.cli.options import evidence_options, format_option, show
from graph.model import Evidence
from graph.network import build_network, questions
from graph.network.documentation import Documented, documented
from graph.reports.data import to_json
from graph.support import Coverage, Fall
from graph.wording import count, printable

if TYPE_CHECKING:
    import networkx as nx


@click.group()
def ask() -> None:
    """Ask a question of the evidence.

    \b
    Example:
      evidence-graph ask unsourced
      evidence-graph ask rests-on Pregnancy
    """


def make_command(name: str, question: Callable[..., Any]) -> click.Command:
    """The subcommand that asks a question; what it asks about is its argument."""
    known = documented(name, question)

    @evidence_options
    @format_option("text", "json")
    def command(evidence: Evidence, output_format: str, subject: str = "") -> None:
        network = build_network(evidence)
        arguments = [named(network, subject, known.kinds)] if known.kinds else []
        answer = question(network, *arguments)
        show(
            f"{to_json(answer_data(network, answer), indent=2)}\n"
            if output_format == "json"
            else answer_text(network, answer)
        )

    made = click.command(name, help=help_of(known))(command)
    if known.kinds:
        made.params.insert(0, click.Argument(["subject"], metavar="|".join(known.kinds).upper()))
    return made


def help_of(known: Documented) -> str:
    """What a subcommand says of itself: the question, what is to be known about its answer, and an example."""
    example = shlex.join(["evidence-graph", "ask", known.name, *known.examples])
    return f"{known.title}\n\n{known.more}\n\n\b\nExample:\n  {example}"


for each_name, each_question in questions.QUESTIONS.items():
    ask.add_command(make_command(each_name, each_question))


def named(network: nx.MultiDiGraph[str], name: str, kinds: Sequence[str]) -> str:
    """The node of one of `kinds` that is called `name`, or one line that says there is none."""
    try:
        return questions.find(network, name, kinds)
    except LookupError as error:
        raise click.ClickException(str(error.args[0])) from None


def answer_data(network: nx.MultiDiGraph[str], answer: Any) -> Any:
    """An answer as plain data: nodes with all their attributes, rows as objects."""
    if isinstance(answer, Fall):
        return {name: answer_data(network, list(ids)) for name, ids in asdict(answer).items()}
    return [asdict(each) if isinstance(each, Coverage) else {"id": each, **network.nodes[each]} for each in answer]


def answer_text(network: nx.MultiDiGraph[str], answer: Any) -> str:
    """An answer as lines: nodes and how many there are, or rows as a table."""
    if isinstance(answer, Fall):
        lifted = [f"no longer refuted: {line_of(network, node)}" for node in answer.lifted]
        lines = [*node_lines(network, [*answer.claims, *answer.causes]), *lifted]
    elif answer and isinstance(answer[0], Coverage):
        lines = aligned([asdict(row) for row in answer])
    else:
        lines = node_lines(network, answer)
    return "".join(f"{line}\n" for line in lines)


def node_lines(network: nx.MultiDiGraph[str], nodes: Iterable[str]) -> list[str]:
    """Nodes, a line each, and how many there are."""
    nodes = list(nodes)
    kinds = [network.nodes[node]["kind"] for node in nodes]
    totals = [count(kinds.count(kind), kind) for kind in ("claim", "cause", "reference") if kind in kinds]
    return [*(line_of(network, node) for node in nodes), ", ".join(totals) or "nothing"]


def line_of(network: nx.MultiDiGraph[str], node: str) -> str:
    """A node as one line: its id and what it says."""
    data = network.nodes[node]
    if data["kind"] == "claim":
        return printable(f"{node}: {data['text']} [{data['cause']}]")
    if data["kind"] == "reference":
        return printable(f"{node}: {data['title'] or '(no title)'}{', ' + data['year'] if data['year'] else ''}")
    return printable(node)


def aligned(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Rows as aligned text; the first column is text, the others are numbers, left out where all of them are 0."""
    columns = [name for name in rows[0] if any(row[name] for row in rows)]
    cells = [[name.replace("_", " ") for name in columns]]
    cells += [[printable(str(row[name])) for name in columns] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(columns))]
    return [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in cells
    ]
