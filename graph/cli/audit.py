"""The command `audit`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from graph.baseline import write_baseline
from graph.cli.options import a_date, evidence_options, format_option, given_by, settings_options, show, split_words
from graph.model import SEVERITIES, Evidence, Severity
from graph.report import as_json, as_text
from graph.rules import audit
from graph.settings import FAIL_ON, PROFILES, Settings

COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
BY_OPTION = "by --ignore"


@click.command("audit")
@evidence_options
@settings_options
@format_option("text", "json")
@click.option("--select", multiple=True, callback=split_words, metavar="RULES", help="Run these rules only.")
@click.option("--extend-select", multiple=True, callback=split_words, metavar="RULES", help="Run these rules too.")
@click.option("--ignore", multiple=True, callback=split_words, metavar="RULES", help="Do not run these rules.")
@click.option("--profile", type=click.Choice(PROFILES), help="Add the rules of a policy.")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=a_date, metavar="DATE", help="Count age from here."
)
@click.option("--article", type=click.Path(), metavar="FILE", help="The article's text, to find quotes in.")
@click.option("--retractions", type=click.Path(), metavar="FILE", help="The Retraction Watch list (CSV).")
@click.option("--journals", type=click.Path(), metavar="FILE", help="Journals to be wary of, a title or ISSN a line.")
@click.option("--baseline", type=click.Path(), metavar="FILE", help="Findings that are known already.")
@click.option("--write-baseline", "new_baseline", type=click.Path(), metavar="FILE", help="Write what is found there.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The least severity that makes the exit code 1. [warning]")
def run_audit(
    evidence: Evidence, settings: Settings, output_format: str, new_baseline: str | None, **options: Any
) -> int:
    """Report what lacks a source, and what else is wrong with claims and references.

    RULES are codes, beginnings of codes, names, or ALL; commas between them. The exit code is 0 for nothing at or
    above --fail-on, 1 for findings, 2 for what cannot be done.

    \b
    Example:
      evidence-graph audit
      evidence-graph audit --select CLM,missing-title --format json
      evidence-graph audit --write-baseline known.json
      evidence-graph audit --baseline known.json --fail-on error
    """
    settings = overridden(settings, **options)
    report = audit(evidence, settings, given_by(settings))
    if new_baseline:
        write_baseline(report.findings, new_baseline)
        click.echo(f"{new_baseline}: written, {len(report.findings)} findings", err=True)
        return 0
    show(as_json(report) if output_format == "json" else as_text(report, paint))
    return int(settings.fail_on != "never" and report.fails(severity_of(settings.fail_on)))


def overridden(
    settings: Settings, *, ignore: tuple[str, ...], extend_select: tuple[str, ...], **options: Any
) -> Settings:
    """The settings with what the options say put over them; options add to the lists of ignored and further rules."""
    return replace(
        settings,
        ignore={**settings.ignore, **dict.fromkeys(ignore, BY_OPTION)},
        extend_select=(*settings.extend_select, *extend_select),
        **{name: value for name, value in options.items() if value},
    )


def severity_of(word: str) -> Severity:
    """The severity that a word names."""
    return next(severity for severity in SEVERITIES if severity == word)


def paint(text: str, severity: Severity) -> str:
    """Text in the colour of a severity."""
    return click.style(text, fg=COLOURS[severity])
