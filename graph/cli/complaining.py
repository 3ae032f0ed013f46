"""What a command says that cannot do its work."""

from __future__ import annotations

import click


def complain(error: Exception) -> None:
    """Say what went wrong."""
    from graph.wording import printable  # nothing goes wrong, mostly

    click.echo(f"evidence-graph: error: {printable(complaint(error))}", err=True)


def complaint(error: Exception) -> str:
    """What went wrong, in one line."""
    from graph.model import UnusableError

    match error:
        case click.UsageError():
            where = error.ctx.command_path if error.ctx else "evidence-graph"
            return f"{error.format_message().rstrip('.')}; see '{where} --help'"
        case click.ClickException():
            return error.format_message()
        case click.Abort():
            return "stopped"
        case OSError():
            what = f"{error.filename or 'standard output or a file'}: {error.strerror or error}"
            return "; ".join([what, *getattr(error, "__notes__", ())])
        case UnusableError():
            return str(error)
        case _:
            fault = f"{type(error).__name__}: {error}"
            return f"a fault of evidence-graph itself, please report it; {fault} (EVIDENCE_GRAPH_DEBUG=1 shows where)"
