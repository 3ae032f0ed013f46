"""What `archive audit` does with what can be mended in the files of its articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import click

from graph.archive.fixing import Repair, Repairs, to_mend
from graph.archive.reports import shown_from
from graph.archive.tables import id_of
from graph.cli.complaining import complaint
from graph.cli.fixing import show_fixes, tell_looked, tell_of_sheets, tell_of_unsafe, write_fixes
from graph.cli.progress import progress
from graph.reports.places import Shown
from graph.wording import count, printable


def look_at_repairs(repairs: Repairs, store: sqlite3.Connection) -> int:
    """Show what would be mended; the exit code, 1 where there is something."""
    shown = shown_on_terminal(repairs)
    edits = left = 0
    for repair in planned(repairs, store, shown):
        show_fixes(repair.files, repair.fixed, shown)
        edits += len(repair.fixed.edits)
        left += len(repair.fixed.left)
    return tell_looked(found=edits > 0, left=left)


def mend_articles(repairs: Repairs, store: sqlite3.Connection) -> bool:
    """Mend the files of articles and libraries, those of each all or none; whether there was something to mend."""
    shown = shown_on_terminal(repairs)
    edits = left = 0
    for repair in planned(repairs, store, shown):
        try:
            write_fixes(repair.files, repair.fixed, shown)
        except OSError as error:
            tell_not_mended(repair.name, complaint(error))
        else:
            edits += len(repair.fixed.edits)
            left += len(repair.fixed.left)
    tell_of_unsafe(left)
    return edits > 0


def planned(repairs: Repairs, store: sqlite3.Connection, shown: Shown) -> Iterator[Repair]:
    """What can be mended, an article or library after the other; what cannot be is told."""
    numbers = to_mend(store)
    with progress(f"mending {count(len(numbers), 'article')}"):
        for repair in repairs.of(numbers):
            tell_of_sheets(repair.files, shown)
            if repair.failure:
                tell_not_mended(repair.name, repair.failure)
            else:
                yield repair
    if left := sum(id_of(article.name) in numbers for article in repairs.archive.articles if article.contents):
        where = f"{count(left, 'article')} in one file of many, or packed"
        tell_not_mended(repairs.archive.root, f"{where}; mend the files that they come from")


def tell_not_mended(name: str, why: str) -> None:
    """Say which files are left as they are, and why."""
    click.echo(printable(f"{name}: not mended: {why}"), err=True)


def shown_on_terminal(repairs: Repairs) -> Shown:
    """How files are named that are mended."""
    return shown_from(repairs.archive.root, "text", Path.cwd())
