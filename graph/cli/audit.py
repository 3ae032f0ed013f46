"""The command `audit`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click

from graph.auditing.baseline import baseline_text
from graph.auditing.engine import audit
from graph.auditing.report import Report, summary
from graph.auditing.settings import Settings
from graph.cli.fixing import (
    Fixing,
    fix_options,
    planned_fixes,
    show_fixes,
    shower,
    tell_looked,
    tell_of_unsafe,
    write_fixes,
)
from graph.cli.options import (
    STDOUT,
    FileName,
    evidence_options,
    given_by,
    inputs_of,
    put,
    refuse_stdin,
    refuse_to_overwrite,
    settings_options,
    show,
)
from graph.cli.progress import progress, sizes
from graph.cli.reporting import Wish, exit_code, overridden, renewing, report_options, rule_options
from graph.model import Evidence, Finding
from graph.reading.contents import no_table, not_read
from graph.reading.narrowing import leave_out
from graph.reports import FOR_PEOPLE, FORMATS, names_for
from graph.reports.arranging import least_severe
from graph.reports.cells import cell_reader
from graph.reports.context import Context
from graph.reports.places import moved
from graph.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.auditing.given import Given


@click.command("audit")
@partial(evidence_options, refusal=no_table, takes_folder=True)
@settings_options
@rule_options
@click.option("--article", type=FileName(), metavar="FILE", help="The article as it is now, to find quotes in.")
@click.option("--retractions", type=FileName(), metavar="FILE", help="The Retraction Watch list (CSV).")
@click.option("--journals", type=FileName(), metavar="FILE", help="Journals to be wary of, a title or ISSN a line.")
@click.option("--texts", type=FileName(), metavar="FOLDER", help="The sources' texts, KEY.txt, to find quotes in.")
@report_options(*FORMATS)
@fix_options
def run_audit(evidence: Evidence, settings: Settings, *, wish: Wish, fixing: Fixing, **options: Any) -> int:
    """Report what lacks a source, and what else is wrong with claims and references.

    FOLDER is where the files are, as --data says it. FILE is the claims table or the article, with what belongs to it
    beside it. RULES are codes, beginnings of codes, names, or ALL; commas between them.

    The exit code is 0 for nothing at or above --fail-on, 1 for findings, 2 for what cannot be done.

    Findings come the worst first, with all that is about one thing; a terminal gets no more than a screen of them.
    --severity, --quiet and --max are for people: json, jsonl, csv, junit, sarif and the exit code have all.

    \b
    Example:
      evidence-graph audit
      evidence-graph audit paper.qmd
      evidence-graph audit --select CLM,missing-title --format full
      evidence-graph audit --fix --diff
      evidence-graph audit --write-baseline known.json
      evidence-graph audit --baseline known.json --fail-on error
      evidence-graph audit --format sarif --output-file audit.sarif
    """
    settings = overridden(settings, **options)
    fixing.check(wish)
    check_outputs(wish, evidence, settings)
    settings = renewing(settings, wish.new_baseline)
    given = given_by(settings, evidence)
    if fixing.look:
        return look_at_fixes(evidence, settings, given, unsafe=fixing.unsafe)
    if fixing.mend:
        evidence = mended(evidence, settings, given, unsafe=fixing.unsafe)
    with progress(f"auditing {sizes(evidence)}"):
        report = audit(evidence, settings, given)
    unread = not_read(evidence)
    if wish.new_baseline and not unread:
        return write_baseline(wish.new_baseline, report)
    seen = replace(evidence, files=(*evidence.files, *(given.article.files if given.article else ())))
    write(report, seen, wish, paths_of(seen, settings))
    if unread:
        raise click.ClickException(unread)
    return exit_code(settings, report.fails)


def look_at_fixes(evidence: Evidence, settings: Settings, given: Given, *, unsafe: bool) -> int:
    """Show what would be mended; the exit code, 1 where there is something."""
    fixed = planned_fixes(evidence, settings, given, unsafe=unsafe)
    show_fixes(evidence.files, fixed, shower(evidence.files))
    return tell_looked(found=bool(fixed.edits), left=len(fixed.left))


def mended(evidence: Evidence, settings: Settings, given: Given, *, unsafe: bool) -> Evidence:
    """Mend the files of the evidence; what is in them then."""
    refuse_stdin(evidence.files, "so nothing can be mended in it; name a file, or look with --diff")
    fixed = planned_fixes(evidence, settings, given, unsafe=unsafe)
    write_fixes(evidence.files, fixed, shower(evidence.files))
    tell_of_unsafe(len(fixed.left))
    return leave_out(fixed.evidence, evidence.left_out)


def check_outputs(wish: Wish, evidence: Evidence, settings: Settings) -> None:
    """Stop where what is written would be written over, or over what is read."""
    wish.check()
    refuse_to_overwrite(wish.file, *inputs_of(evidence, settings), settings.baseline)
    refuse_to_overwrite(wish.new_baseline, *inputs_of(evidence, settings))


def write_baseline(new_baseline: str, report: Report) -> int:
    """Write what is known from now on; the exit code."""
    found = known_from_now_on(report)
    put(new_baseline, baseline_text(found))
    click.echo(f"{new_baseline}: written, {count(len(found), 'finding')}", err=True)
    return 0


def paths_of(evidence: Evidence, settings: Settings) -> dict[str, str]:
    """The paths of the files that a finding may be in, by the names that places give them."""
    baseline = {PurePath(settings.baseline).name: settings.baseline} if settings.baseline else {}
    return baseline | {file.name: file.path for file in evidence.files}


def known_from_now_on(report: Report) -> list[Finding]:
    """What a new baseline holds: all that is found, but for what is excused elsewhere and the old baseline's age."""
    still_known = [each.finding for each in report.suppressed if each.by == "baseline"]
    return [finding for finding in (*report.findings, *still_known) if finding.rule != "stale-baseline"]


def write(report: Report, evidence: Evidence, wish: Wish, paths: Mapping[str, str]) -> None:
    """Write the findings as they are wished for."""
    if wish.format in FOR_PEOPLE:
        report = least_severe(report, wish.severity)
    shown = names_for(wish.format, paths, Path.cwd())
    context = Context(
        evidence,
        wish.paint,
        cell_reader(evidence, shown),
        most=None if wish.most is None else wish.most or len(report.findings),
        terminal=wish.terminal,
    )
    with progress(f"writing {count(len(report.findings), 'finding')}"):
        text = FORMATS[wish.format](moved(report, shown), context)
    if wish.file is None:
        show(text)
    else:
        put(wish.file, text)
        click.echo(summary(report), err=wish.file == STDOUT)
