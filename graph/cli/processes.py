"""The options of commands that work on many articles, in several processes."""

from __future__ import annotations

import os

import click

from graph.archive.how import TIME_LIMIT
from graph.cli.options import Adding, options_together


def process_options(one: str) -> Adding:
    """The number of processes, and how long one of whatever they work on may take."""
    return options_together(
        click.option(
            "--jobs",
            type=click.IntRange(1),
            default=lambda: os.cpu_count() or 1,
            metavar="N",
            help="Use so many processes. [all processors]",
        ),
        click.option(
            "--time-limit",
            type=click.FloatRange(0.01),
            default=TIME_LIMIT,
            show_default=True,
            metavar="SECONDS",
            help=f"Give {one} up after that.",
        ),
    )
