"""What the commands that audit do with what can be mended: they look at it, or write it and say so."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.cli.options import check_together, show
from graph.cli.progress import progress, sizes
from graph.cli.reporting import Wish
from graph.model import Evidence, File
from graph.reading import read_files
from graph.reading.narrowing import leave_out
from graph.reading.spreadsheets import is_spreadsheet
from graph.reports import names_for

if TYPE_CHECKING:
    from graph.fixes import Fixed
    from graph.reports.places import Shown


class Fixing(NamedTuple):
    """What is asked for: to mend the files, what may not be meant so, too, or only to look at what would be mended."""

    mend: bool
    unsafe: bool
    look: bool

    def check(self, wish: Wish) -> None:
        """Stop where it contradicts itself or what is to be written."""
        check_together(self.unsafe and not (self.mend or self.look), "--unsafe-fixes goes with --fix or --diff")
        check_together(
            self.look and (wish.file or wish.new_baseline), "--diff only looks; leave out the files to write"
        )


def fix_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that mend files, and hand the command what they ask for."""

    @click.option("--fix", "mend", is_flag=True, help="Mend what can be mended safely, and report the rest.")
    @click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Mend what may not be meant so, too.")
    @click.option("--diff", "look", is_flag=True, help="Show what --fix would do, and do nothing.")
    @functools.wraps(command)
    def with_fixing(*arguments: Any, mend: bool, unsafe: bool, look: bool, **options: Any) -> Any:
        return command(*arguments, fixing=Fixing(mend, unsafe, look), **options)

    return with_fixing


def planned_fixes(evidence: Evidence, settings: Settings, given: Given, *, unsafe: bool) -> Fixed:
    """The files of the evidence as they are when mended; nothing is written."""
    from graph.fixes import fix, mending

    tell_of_sheets(evidence.files, shower(evidence.files))
    narrow = mending(settings)
    # What the baseline knows is not excused, only not new, so it is mended too.
    unexcused = replace(given, baseline=None)

    def auditor(again: Evidence) -> Report:
        return audit(leave_out(again, evidence.left_out), narrow, unexcused)

    read = functools.partial(read_files, limits=settings.limits)
    whole = None if evidence.left_out else evidence
    with progress(f"planning fixes of {sizes(evidence)}"):
        return fix(evidence.files, auditor, unsafe=unsafe, read=read, evidence=whole)


def shower(files: Sequence[File]) -> Shown:
    """How files are named that are mended."""
    return names_for("text", {file.name: file.path for file in files}, Path.cwd())


def show_fixes(files: Sequence[File], fixed: Fixed, shown: Shown) -> None:
    """Show what would be mended."""
    from graph.fixes.patch import diff

    show(diff(*([replace(file, name=shown(file.name)) for file in each] for each in (files, fixed.files))))


def write_fixes(files: Sequence[File], fixed: Fixed, shown: Shown) -> None:
    """Mend the files and say what was mended; on stderr, as stdout is for the findings that are left."""
    from graph.fixes import messages, write_changes

    write_changes(files, fixed.files)
    for line in messages(
        [replace(edit, place=edit.place._replace(file=shown(edit.place.file))) for edit in fixed.edits]
    ):
        click.echo(f"fixed {line}", err=True)


def tell_of_sheets(files: Sequence[File], shown: Shown) -> None:
    """Say which files are not mended whatever is found in them."""
    for file in filter(is_spreadsheet, files):
        click.echo(
            f"{shown(file.name)}: is a spreadsheet, which is left alone; save it as CSV to have it mended", err=True
        )


def tell_of_unsafe(edits: int) -> None:
    """Say how much more could be mended."""
    if edits:
        click.echo(f"{edits:,} more to fix with --unsafe-fixes; look with --diff", err=True)


def tell_looked(*, found: bool, left: int) -> int:
    """Say that there is nothing to mend, and how much more could be; the exit code, 1 where there is something."""
    if not found:
        click.echo("nothing to mend", err=True)
    tell_of_unsafe(left)
    return int(found)
