"""The command `ask`: a question of the evidence, a subcommand each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from graph import questions
from graph.cli.options import evidence_options, format_option, show
from graph.model import Evidence
from graph.network import build_network
from graph.reports.data import to_json
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


@ask.command("unsourced")
@evidence_options
@format_option("text", "json")
def ask_unsourced(evidence: Evidence, output_format: str) -> None:
    """Which claims does no reference support, dispute or qualify?

    \b
    Example:
      evidence-graph ask unsourced
    """
    network = build_network(evidence)
    answer(network, questions.unsourced(network), output_format)


@ask.command("about")
@click.argument("cause")
@evidence_options
@format_option("text", "json")
def ask_about(evidence: Evidence, cause: str, output_format: str) -> None:
    """Which claims are about CAUSE or one of its narrower causes?

    \b
    Example:
      evidence-graph ask about "Rheumatic disease"
    """
    network = build_network(evidence)
    answer(network, questions.about(network, named(network, cause, "cause")), output_format)


@ask.command("rests-on")
@click.argument("subject")
@evidence_options
@format_option("text", "json")
def ask_rests_on(evidence: Evidence, subject: str, output_format: str) -> None:
    """Which references does SUBJECT, a cause or a claim, rest on?

    \b
    Example:
      evidence-graph ask rests-on Pregnancy
      evidence-graph ask rests-on iron-04
    """
    network = build_network(evidence)
    answer(network, questions.rests_on(network, named(network, subject, "cause", "claim")), output_format)


@ask.command("falls-with")
@click.argument("reference")
@evidence_options
@format_option("text", "json")
def ask_falls_with(evidence: Evidence, reference: str, output_format: str) -> None:
    """Which claims and causes lose their last source if REFERENCE goes?

    \b
    Example:
      evidence-graph ask falls-with gupta2015
    """
    network = build_network(evidence)
    fall = questions.falls_with(network, named(network, reference, "reference"))
    answer(network, [*fall.claims, *fall.causes], output_format)


@ask.command("coverage")
@evidence_options
@format_option("text", "json")
def ask_coverage(evidence: Evidence, output_format: str) -> None:
    """How much of what is said about each cause is sourced?

    \b
    Example:
      evidence-graph ask coverage
    """
    rows = [asdict(row) for row in questions.coverage(build_network(evidence))]
    text = to_json(rows, indent=2) if output_format == "json" else "\n".join(aligned(rows))
    show(f"{text}\n")


def named(network: nx.MultiDiGraph[str], name: str, *kinds: str) -> str:
    """The node of one of `kinds` that is called `name`, or one line that says there is none."""
    try:
        return questions.find(network, name, kinds)
    except LookupError as error:
        raise click.ClickException(str(error.args[0])) from None


def answer(network: nx.MultiDiGraph[str], nodes: Iterable[str], output_format: str) -> None:
    """Write nodes, a line each, and how many there are; as JSON with all their attributes."""
    found = [{"id": node, **network.nodes[node]} for node in nodes]
    if output_format == "json":
        show(f"{to_json(found, indent=2)}\n")
        return
    for node in found:
        click.echo(printable(line_of(node)))
    kinds = [node["kind"] for node in found]
    totals = [count(kinds.count(kind), kind) for kind in ("claim", "cause", "reference") if kind in kinds]
    click.echo(", ".join(totals) or "nothing")


def line_of(node: dict[str, Any]) -> str:
    """A node as one line: its id and what it says."""
    if node["kind"] == "claim":
        return f"{node['id']}: {node['text']} [{node['cause']}]"
    if node["kind"] == "reference":
        return f"{node['id']}: {node['title'] or '(no title)'}{', ' + node['year'] if node['year'] else ''}"
    return str(node["id"])


def aligned(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Rows as aligned text; the first column is text, the others are numbers."""
    if not rows:
        return ["nothing"]
    cells = [list(rows[0]), *([printable(str(value)) for value in row.values()] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in cells
    ]
