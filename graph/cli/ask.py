"""The command `ask`: a question of the evidence, a subcommand each, made from `graph.network.questions.QUESTIONS`."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any

import click

from graph.cli.answers import ANSWER_FORMATS, Answered
from graph.cli.completing import Called
from graph.cli.options import evidence_options, format_option, show
from graph.model import Evidence
from graph.network import build_network, questions
from graph.network.documentation import Documented, documented
from graph.network.finding import NotFoundError


@click.group()
def ask() -> None:
    """Ask a question of the evidence.

    What is asked about is called by its key or name, in any case; of a cause the last part of its name will do.

    \b
    Example:
      evidence-graph ask unsourced
      evidence-graph ask rests-on Pregnancy
      evidence-graph ask coverage --format csv
    """


def make_command(name: str, question: Callable[..., Any]) -> click.Command:
    """The subcommand that asks a question; what it asks about are its arguments."""
    known = documented(name, question)

    @evidence_options
    @format_option(*ANSWER_FORMATS)
    def command(evidence: Evidence, output_format: str, **named: str | None) -> None:
        network = build_network(evidence)
        try:
            asked = {
                each.name: questions.find(network, given, each.kinds)
                for each in known.subjects
                if (given := named[each.name]) is not None
            }
            answer = question(network, **asked)
        except NotFoundError as error:
            raise click.ClickException(str(error)) from None
        causes = [node for node in asked.values() if network.nodes[node]["kind"] == "cause"]
        show(ANSWER_FORMATS[output_format](Answered(question, network, answer, causes)))

    made = click.command(name, help=help_of(known))(command)
    arguments = (
        click.Argument([each.name], metavar=each.word, required=each.needed, type=Called(each.kinds))
        for each in known.subjects
    )
    made.params[:0] = arguments
    return made


def help_of(known: Documented) -> str:
    """What a subcommand says of itself: the question, what is to be known about its answer, and an example."""
    example = shlex.join(["evidence-graph", "ask", known.name, *known.examples])
    return f"{known.title}\n\n{known.more}\n\n\b\nExample:\n  {example}"


for each_name, each_question in questions.QUESTIONS.items():
    ask.add_command(make_command(each_name, each_question))
