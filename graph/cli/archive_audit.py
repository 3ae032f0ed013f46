"""The command `archive audit`."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from graph.archive.auditing import audited_store
from graph.archive.baseline import archive_baseline, baseline_of
from graph.archive.decisions import DECISIONS
from graph.archive.finding import find_archive, list_archive
from graph.archive.formats import ARCHIVE_FORMATS
from graph.archive.how import Audited, HowToRead
from graph.archive.reports import ArchiveReport, View, shown_beside, shown_from
from graph.archive.rules import for_articles
from graph.archive.walking import Listing
from graph.auditing.given import Given
from graph.auditing.lists import read_journals, read_retractions
from graph.auditing.settings import Settings
from graph.cli.archive_progress import counting
from graph.cli.fixing import Fixing, fix_options
from graph.cli.options import (
    STDOUT,
    FileName,
    exclude_option,
    narrowing_options,
    refuse_to_overwrite,
    settings_options,
    show,
)
from graph.cli.processes import process_options
from graph.cli.reporting import Wish, exit_code, overridden, renewing, report_options, rule_options
from graph.rules.suppressions import stale_baseline
from graph.wording import count, listing
from graph.writing import write_parts

if TYPE_CHECKING:
    from graph.archive.fixing import Repairs

PARTS_AT_ONCE = 1_000
"""How many parts of a report are written at once."""


class WantedAudit(NamedTuple):
    """An audit as it is asked for, which tells a terminal how far it is."""

    settings: Settings
    given: Given
    how: HowToRead

    def of(self, listing: Listing, into: str | None) -> tuple[sqlite3.Connection, Audited]:
        """The store of an archive, and what was done for it."""
        with counting() as tell:
            return audited_store(listing, into, self.settings, self.given, replace(self.how, tell=tell))

    def look(self, root: str, store: sqlite3.Connection, *, unsafe: bool) -> int:
        """Show what would be mended in the files of an archive; the exit code."""
        from graph.cli.archive_fixing import look_at_repairs

        return look_at_repairs(self.repairs(root, unsafe=unsafe), store)

    def mend(self, root: str, store: sqlite3.Connection, audited: Audited, *, unsafe: bool) -> Audited:
        """Mend the files of an archive that was `audited`; what was done for the store when they are read again."""
        from graph.archive.run import audit_into
        from graph.cli.archive_fixing import mend_articles

        if not mend_articles(self.repairs(root, unsafe=unsafe), store):
            return audited
        with counting() as tell:
            archive = find_archive(root, self.settings.exclude)
            return audit_into(store, archive, self.settings, self.given, replace(self.how, tell=tell))

    def repairs(self, root: str, *, unsafe: bool) -> Repairs:
        """How they are mended."""
        from graph.archive.fixing import Repairs

        archive = find_archive(root, self.settings.exclude)
        return Repairs(archive, for_articles(self.settings), self.given, unsafe, self.how.time_limit)


@click.command("audit")
@click.argument("root", type=FileName())
@click.option(
    "--into", type=FileName(), metavar="FOLDER", help="Keep what is found there, and read again only what has changed."
)
@process_options("an article")
@exclude_option
@click.option("--verify", is_flag=True, help="Know files again by what is in them, not by size and time.")
@settings_options
@narrowing_options
@rule_options
@click.option("--retractions", type=FileName(), metavar="FILE", help="The Retraction Watch list (CSV).")
@click.option("--journals", type=FileName(), metavar="FILE", help="Journals to be wary of, a title or ISSN a line.")
@report_options(*ARCHIVE_FORMATS)
@fix_options
def run_archive_audit(  # noqa: PLR0913 - click hands over each option
    root: str,
    into: str | None,
    *,
    jobs: int,
    time_limit: float,
    verify: bool,
    settings: Settings,
    wish: Wish,
    fixing: Fixing,
    **options: Any,
) -> int:
    """Audit all articles below a folder, and report what lacks a source in each.

    ROOT is a folder of articles: folders with claims.csv, and manuscripts. With --into, what is found stays in
    FOLDER/archive.db, to be asked; the next audit reads only what has changed. With --fix, a library that several
    articles share is mended by what is wrong in it by itself.

    \b
    Example:
      evidence-graph archive audit articles/
      evidence-graph archive audit articles/ --into results/ --jobs 4
      evidence-graph archive audit articles/ --into results/ --format csv --output-file findings.csv
      evidence-graph archive audit articles/ --fix --diff
      evidence-graph archive audit articles/ --write-baseline known.json
      evidence-graph archive audit articles/ --baseline known.json --fail-on error
    """
    settings = of_archive(overridden(settings, **options))
    fixing.check(wish)
    refuse_results_as_root(root, into)
    listing = list_archive(root, settings.exclude)
    check_files(wish, listing, settings)
    settings = renewing(settings, wish.new_baseline)
    given = given_to_archive(settings)
    wanted = WantedAudit(settings, given, HowToRead(jobs=jobs, time_limit=time_limit, verify=verify))
    kept, audited = wanted.of(listing, into)
    with closing(kept) as store:
        if fixing.look and not audited.stopped:
            return wanted.look(root, store, unsafe=fixing.unsafe)
        if fixing.mend and not audited.stopped:
            audited = wanted.mend(root, store, audited, unsafe=fixing.unsafe)
        report = ArchiveReport(store, view_of(wish, root, files_beside(settings, into)))
        if wish.new_baseline:
            say(audited, into)  # stops where not all was read, of which a baseline would know half
            return write_archive_baseline(report, wish.new_baseline)
        if not (audited.stopped and wish.file):  # what an earlier audit wrote there is whole
            write_report(report, wish)
        say(audited, into)
        return exit_code(settings, report.fails)


def given_to_archive(settings: Settings) -> Given:
    """Read the files that the settings name."""
    return Given(
        as_of=settings.as_of,
        retractions=read_retractions(settings.retractions) if settings.retractions else None,
        journals=read_journals(settings.journals) if settings.journals else None,
        baseline=baseline_of(settings),
    )


def of_archive(settings: Settings) -> Settings:
    """The settings without what they say of one article, which is told."""
    usual = Settings()
    own = ("about", "article", "texts", "references", "claims", "values")
    if said := [name for name in own if getattr(settings, name) != getattr(usual, name)]:
        click.echo(
            f"the settings are those of many articles, so what they say of one is passed over: {listing(said)}",
            err=True,
        )
    return replace(settings, **{name: getattr(usual, name) for name in own})


def refuse_results_as_root(root: str, into: str | None) -> None:
    """Stop where what is found would stand among the articles."""
    if into and os.path.realpath(root) == os.path.realpath(into):
        raise click.UsageError("the results cannot stand in the root itself; name a folder in it, or beside it")


def check_files(wish: Wish, listing: Listing, settings: Settings) -> None:
    """Stop where what is written would be written over, or over what is read."""
    wish.check()
    lists = (settings.retractions, settings.journals)
    refuse_to_overwrite(wish.file, *inputs_beside(wish.file, listing), *lists, settings.baseline)
    refuse_to_overwrite(wish.new_baseline, *inputs_beside(wish.new_baseline, listing), *lists)


def files_beside(settings: Settings, into: str | None) -> dict[str, str]:
    """The files that are none of the archive's, each by the rule that is about it."""
    decisions = os.path.join(into, DECISIONS) if into else ""  # noqa: PTH118 - as the user writes the folder
    return {"unobeyed-decision": decisions, stale_baseline.name: settings.baseline}


def write_archive_baseline(report: ArchiveReport, new_baseline: str) -> int:
    """Write what is known from now on; the exit code."""
    parts = archive_baseline(report)
    if new_baseline == STDOUT:
        show_parts(parts)
    else:
        write_parts(new_baseline, parts)
    click.echo(f"{new_baseline}: written; {report.summary()}", err=True)
    return 0


def inputs_beside(output_file: str | None, listing: Listing) -> list[str]:
    """The files of an archive that are called as the file to write is, if one is to be written."""
    called = PurePath(output_file).name if output_file else ""
    names = (folder.join(called) for folder in listing.folders if called in folder.files)
    return [os.path.join(listing.root, name) for name in names]  # noqa: PTH118 - as the user writes the root


def view_of(wish: Wish, root: str, beside: Mapping[str, str]) -> View:
    """How the findings are shown that are wished for; `beside` has the files that are none of the archive's."""
    here = Path.cwd()
    return View(
        shown=shown_from(root, wish.format, here),
        least=wish.severity,
        most=wish.most,
        terminal=wish.terminal,
        paint=wish.paint,
        beside=shown_beside(beside, wish.format, here),
    )


def write_report(report: ArchiveReport, wish: Wish) -> None:
    """Write the findings as they are wished for, to a file or to stdout."""
    parts = ARCHIVE_FORMATS[wish.format](report)
    if wish.file is None or wish.file == STDOUT:
        show_parts(parts)
    else:
        write_parts(wish.file, parts)
        click.echo(report.summary())


def show_parts(parts: Iterable[str]) -> None:
    """Write parts to stdout, many at once, as each time costs what a finding does."""
    left = iter(parts)
    while lot := [*islice(left, PARTS_AT_ONCE)]:
        show("".join(lot))


def say(audited: Audited, into: str | None) -> None:
    """Say what was read now and what was known; stop where not all was read."""
    if audited.stopped:
        where = (
            f"what was read is in {into}; run it again to go on" if into else "name a folder with --into to go on later"
        )
        raise click.ClickException(f"stopped after {count(audited.read, 'article')}; {where}")
    if into:
        gone = f", {audited.gone:,} gone" if audited.gone else ""
        click.echo(f"{into}: {count(audited.read, 'article')} read, {audited.unchanged:,} unchanged{gone}", err=True)
