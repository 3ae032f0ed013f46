"""The commands `init` and `build`."""

from __future__ import annotations

import shlex
import shutil
from importlib import resources
from pathlib import Path

import click

from graph.auditing.engine import audit
from graph.auditing.report import summary
from graph.auditing.settings import Settings
from graph.cli.options import (
    CLAIMS,
    REFERENCES,
    evidence_options,
    given_by,
    inputs_of,
    refuse_to_overwrite,
    settings_options,
)
from graph.model import Evidence

PAGE = "evidence.html"


@click.command()
@click.argument("folder", default="data", type=click.Path(file_okay=False))
def init(folder: str) -> None:
    """Put a sample into FOLDER: a real article's references and claims.

    \b
    Example:
      evidence-graph init
      evidence-graph build
    """
    for name in (REFERENCES, CLAIMS):
        target = Path(folder, name)
        if target.exists():
            raise click.ClickException(f"{target}: exists already and is left alone; name another folder")
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name in (REFERENCES, CLAIMS):
        shutil.copyfile(sample() / name, Path(folder, name))
        click.echo(f"{Path(folder, name)}: written")
    where = "" if folder == "data" else f" --data {shlex.quote(folder)}"
    click.echo(f"next: evidence-graph build{where}")


def sample() -> Path:
    """The folder of the sample: inside the installed package, or beside it in a checkout."""
    package = Path(str(resources.files("graph")))
    installed = package / "sample"
    return installed if installed.exists() else package.parent / "data"


@click.command()
@evidence_options
@settings_options
@click.option("--output", "-o", default=PAGE, show_default=True, metavar="FILE", help="The page to write.")
@click.option("--title", metavar="TEXT", help="The page's title.")
def build(evidence: Evidence, settings: Settings, output: str, title: str | None) -> None:
    """Write the page, one HTML file to open offline, and print the audit's summary.

    \b
    Example:
      evidence-graph build
      evidence-graph build --data articles/sleep --output sleep.html --title "Sleep"
    """
    from graph.page import write_page

    refuse_to_overwrite(output, *inputs_of(evidence, settings), settings.baseline)
    report = audit(evidence, settings, given_by(settings))
    page = write_page(evidence, output, report=report, title=title)
    click.echo(summary(report))
    click.echo(f"{page}: written, {page.stat().st_size / 1000:,.0f} kB; open it in a browser")
