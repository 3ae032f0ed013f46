"""The command `evidence-graph`, and where the commands below it are: a module for each.

Whatever goes wrong is one line with place, fact and cure, and exit code 2.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

import click

from graph import __version__
from graph.cli.commands import CommandPlace, Commands, restore_help
from graph.cli.complaining import complain
from graph.collector import no_last_look

COMMAND_PLACES = {
    "init": CommandPlace(
        "graph.cli.build:init",
        "Put a sample into FOLDER: a real article's references and claims, or an archive of short ones.",
    ),
    "draft": CommandPlace(
        "graph.cli.draft:run_draft",
        "Write a claims table from ARTICLE, a file or the folder of its parts: a claim for each sentence.",
    ),
    "build": CommandPlace(
        "graph.cli.build:build", "Write the page, one HTML file to open offline, and print the audit's summary."
    ),
    "audit": CommandPlace(
        "graph.cli.audit:run_audit", "Report what lacks a source, and what else is wrong with claims and references."
    ),
    "diff": CommandPlace(
        "graph.cli.diff:run_diff",
        "Say what has changed from OLD to NEW: claims, citations, support, references and findings.",
    ),
    "ask": CommandPlace("graph.cli.ask:ask", "Ask a question of the evidence."),
    "export": CommandPlace("graph.cli.export:run_export", "Write the evidence in a format of other programs."),
    "review": CommandPlace(
        "graph.cli.review:review", "Note in the claims table who has reviewed each CLAIM, when, and what was there."
    ),
    "rules": CommandPlace(
        "graph.cli.rules:rules",
        "List the rules, or those of which the code or the name has WORD in it; ARC are those about archives.",
    ),
    "explain": CommandPlace(
        "graph.cli.rules:explain",
        "Say what the rule CODE (or name, or a part of one that no other has) notices, why, and with which examples.",
    ),
    "archive": CommandPlace("graph.cli.archive:archive", "Audit thousands of articles, and ask what lies across them."),
}
"""The commands."""

COMPLETING = "_EVIDENCE_GRAPH_COMPLETE"
"""The variable by which a shell asks for completions."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 for success, 1 for findings, 2 for what cannot be done."""
    if arguments is None:
        no_last_look()
    sys.stdout, sys.stderr = sys.stdout or unheard(), sys.stderr or unheard()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file gets UTF-8 whatever the system prefers, and a terminal that lacks a letter gets an escape.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    if COMPLETING in os.environ:
        import graph.cli.bash  # noqa: F401 - it makes itself known to click
    try:
        code = cli.main(args=arguments, prog_name="evidence-graph", standalone_mode=False) or 0
        sys.stdout.flush()  # what cannot be written is told here, and not when Python ends
    except BrokenPipeError:
        leave_stdout()  # who reads the output has gone, as `head` does
        return 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return 2
    except Exception as error:
        if os.environ.get("EVIDENCE_GRAPH_DEBUG"):
            raise
        complain(error)
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            leave_stdout()
        return 2
    return code


def unheard() -> TextIO:
    """What takes the place of an output that was closed before this program began: nobody wants to hear it."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - pathlib is imported by those who need it


def leave_stdout() -> None:
    """Let what is still to be written go nowhere: Python would try once more when it ends, and complain."""
    with suppress(OSError, ValueError):  # it is no file, or closed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=Commands,
    places=COMMAND_PLACES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(version)s")
def cli() -> None:
    """See which claims rest on which references, and which rest on nothing.

    \b
    Example:
      evidence-graph init       a sample in data/
      evidence-graph draft      data/ from an article
      evidence-graph build      evidence.html from data/
      evidence-graph audit      what lacks a source
    """


restore_help(cli)
