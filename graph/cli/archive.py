"""The commands below `archive`: many articles at once. Each is imported when somebody asks for it."""

from __future__ import annotations

import click

from graph.cli.commands import CommandPlace, Commands

ARCHIVE_PLACES = {
    "audit": CommandPlace(
        "graph.cli.archive_audit:run_archive_audit",
        "Audit all articles below a folder, and report what lacks a source in each.",
    ),
    "pack": CommandPlace(
        "graph.cli.archive_pack:run_archive_pack",
        "Write an archive into Parquet files, for a cluster that does not see its folders.",
    ),
    "build": CommandPlace(
        "graph.cli.archive_build:run_archive_build",
        "Write the index of an archive, one HTML file to open offline, and the pages of some of its articles.",
    ),
}
"""The commands, and where each of them is."""


@click.group(cls=Commands, places=ARCHIVE_PLACES)
def archive() -> None:
    """Audit thousands of articles, and ask what lies across them.

    \b
    Example:
      evidence-graph archive audit articles/ --into results/
      evidence-graph archive build results/
    """
