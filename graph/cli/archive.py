"""The commands below `archive`: many articles at once. Each is imported when somebody asks for it."""

from __future__ import annotations

import click

from graph.cli.commands import CommandPlace, Commands

ARCHIVE_PLACES = {
    "audit": CommandPlace(
        "graph.cli.archive_audit:run_archive_audit",
        "Audit all articles below a folder, and report what lacks a source in each.",
    ),
    "ask": CommandPlace("graph.cli.archive_ask:run_archive_ask", "Ask what lies across the articles of an archive."),
    "works": CommandPlace(
        "graph.cli.archive_ask:run_archive_works",
        "Find which references of an archive's articles are the same work, and propose those that may be.",
    ),
    "export": CommandPlace(
        "graph.cli.archive_ask:run_archive_export",
        "Write the tables of an archive as Parquet, into FOLDER/tables: for DuckDB, pandas, Spark.",
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
      evidence-graph archive ask results/ carriers
      evidence-graph archive build results/
    """
