"""What a command says that cannot do its work."""

from __future__ import annotations

import errno
from typing import Any

import click

WHAT_TO_NAME = {errno.EISDIR: "name a file", errno.ENOTDIR: "name a folder", errno.EEXIST: "name another"}
"""What to do where the system says only that a folder stands in the place of a file, or a file in that of a folder."""


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
            return f"{' '.join(error.format_message().split()).rstrip('.')}; see '{where} --help'"
        case click.ClickException():
            return error.format_message()
        case click.Abort():
            return "stopped"
        case OSError():
            what = f"{error.filename or 'standard output or a file'}: {error.strerror or error}"
            cure = WHAT_TO_NAME.get(error.errno or 0)
            return "; ".join([what, *([cure] if cure else []), *getattr(error, "__notes__", ())])
        case UnusableError():
            return str(error)
        case _:
            return unexpected(error)


def unexpected(error: Any) -> str:
    """What to say of an error that nobody has thought of, or of a database."""
    if type(error).__module__ == "sqlite3":  # which is not imported to say what went wrong elsewhere
        from graph.archive.store import cure_of

        return f"archive.db: {error}; {cure_of(error)}"
    if "duckdb" in type(error).__module__:  # "_duckdb", or "duckdb.duckdb" in older ones
        return f"tables/: {str(error).splitlines()[0]}; write them again with 'evidence-graph archive export'"
    fault = f"{type(error).__name__}: {error}"
    return f"a fault of evidence-graph itself, please report it; {fault} (EVIDENCE_GRAPH_DEBUG=1 shows where)"
