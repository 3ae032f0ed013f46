"""The commands `init` and `build`."""

from __future__ import annotations

import shlex
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from graph.auditing.engine import audit
from graph.auditing.report import summary
from graph.auditing.settings import Settings
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
)
from graph.cli.progress import progress
from graph.cli.watching import Built, made_from, watch_option
from graph.model import NO_ARTICLE, Evidence
from graph.reading.samples import ARCHIVE, SAMPLES, sample_files, sample_folder
from graph.wording import count
from graph.writing import as_bytes, write_all

if TYPE_CHECKING:
    from graph.page.watched import Watched

PAGE = "evidence.html"

SAME_FILES = ("folder", "data", "references", "claims", "values", "only", "section", "config")
"""The options that say which files a command is about."""


@click.command()
@click.argument("folder", default="data", type=FileName(file_okay=False))
@click.option(
    "--sample",
    "name",
    default="rls",
    show_default=True,
    metavar="NAME",
    help=f"Which: {'; '.join(f'{name}, {what}' for name, what in SAMPLES.items())}.",
)
def init(folder: str, name: str) -> None:
    """Put a sample into FOLDER: a real article's references and claims, or an archive of short ones.

    \b
    Example:
      evidence-graph init
      evidence-graph build
      evidence-graph init --sample lysis lysis
      evidence-graph init --sample archive articles
    """
    source, files = sample_folder(name), sample_files(name)
    for target in (Path(folder, file) for file in files):
        if target.exists():
            cure = "name another folder, as in 'evidence-graph init FOLDER'"
            raise click.ClickException(f"{target}: exists already and is left alone; {cure}")
    for parent in dict.fromkeys(Path(folder, file).parent for file in files):
        parent.mkdir(parents=True, exist_ok=True)
    for path in write_all([(Path(folder, file), (source / file).read_bytes()) for file in files]):
        click.echo(f"{path}: written")
    click.echo(f"next: {after_init(folder, name)}")


def after_init(folder: str, name: str) -> str:
    """What to do with a sample, to be pasted into a shell."""
    if name == ARCHIVE:
        return f"evidence-graph archive audit {shlex.quote(folder)}"
    return "evidence-graph build" + ("" if folder == "data" else f" --data {shlex.quote(folder)}")


@click.command()
@watch_option
@partial(evidence_options, takes_folder=True)
@settings_options
@click.option(
    "--output",
    "-o",
    type=FileName(),
    default=PAGE,
    show_default=True,
    metavar="FILE",
    help="The page to write; - is stdout.",
)
@click.option("--title", metavar="TEXT", help="The page's title. [the article's, as the settings say]")
def build(evidence: Evidence, settings: Settings, output: str, title: str | None, watched: Watched | None) -> Built:
    """Write the page, one HTML file to open offline, and print the audit's summary.

    FOLDER is where the files are, as --data says it. FILE is the claims table or the article, with what belongs to it
    beside it.

    \b
    Example:
      evidence-graph build
      evidence-graph build articles/sleep --output sleep.html --title "Sleep"
      evidence-graph build paper.qmd --watch
    """
    from graph.page import render_page

    refuse_to_overwrite(output, *inputs_of(evidence, settings), settings.baseline)
    if watched:
        refuse_stdin(evidence.files, "so it cannot be watched; name a file")
    with progress(f"auditing {count(len(evidence.claims), 'claim')}"):
        report = audit(evidence, settings, given_by(settings, evidence))
    about = settings.about if settings.about != NO_ARTICLE else evidence.article
    render = partial(render_page, replace(evidence, article=about), report, title)
    with progress(f"writing the page of {count(len(evidence.claims), 'claim')}"):
        page = render(watched)
    put(output, page)
    if watched:
        put(watched.beside, watched.version)
    lines = [summary(report)]
    if output != STDOUT:
        lines.append(f"{output}: written, {len(as_bytes(page)) / 1000:,.0f} kB; open it in a browser")
    if report.findings and not watched:
        lines.append(f"next: {audit_command(click.get_current_context())}")
    click.echo("\n".join(lines), err=output == STDOUT)
    return Built(render, made_from(evidence, settings))


def audit_command(context: click.Context) -> str:
    """The audit of the files that a command is about, to be pasted into a shell."""
    given = [name for name in SAME_FILES if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    values = {name: context.params[name] for name in given}
    options = {name: value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    folder = [str(value) for value in options.pop("folder", ())]
    words = (word for name, each in options.items() for value in each for word in (f"--{name}", str(value)))
    return shlex.join(["evidence-graph", "audit", *folder, *words])
