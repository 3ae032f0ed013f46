"""The command `evidence-graph`: init, draft, build, audit, diff, ask, export, review, rules, explain, by module.

Whatever goes wrong is one line with place, fact and cure, and exit code 2.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from graph.cli.ask import ask
from graph.cli.audit import run_audit
from graph.cli.build import build, init
from graph.cli.complaining import complain
from graph.cli.diff import run_diff
from graph.cli.draft import run_draft
from graph.cli.export import run_export
from graph.cli.review import review
from graph.cli.rules import explain, rules
from graph.docstrings import docstring

COMPLETING = "_EVIDENCE_GRAPH_COMPLETE"
"""The variable by which a shell asks for completions."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 for success, 1 for findings, 2 for what cannot be done."""
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


def leave_stdout() -> None:
    """Let what is still to be written go nowhere: Python would try once more when it ends, and complain."""
    with suppress(OSError, ValueError):  # it is no file, or closed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="evidence-graph", message="%(version)s")
def cli() -> None:
    """See which claims rest on which references, and which rest on nothing.

    \b
    Example:
      evidence-graph init       a sample in data/
      evidence-graph draft      data/ from an article
      evidence-graph build      evidence.html from data/
      evidence-graph audit      what lacks a source
    """


def restore_help(command: click.Command) -> None:
    """Give a command and those below it their help, which is their docstring, where `python -OO` has taken it away."""
    if command.callback and not command.help:
        command.help = docstring(command.callback)
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        restore_help(each)


for command in (init, run_draft, build, run_audit, run_diff, ask, run_export, review, rules, explain):
    cli.add_command(command)
restore_help(cli)
