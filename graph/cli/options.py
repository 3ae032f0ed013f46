"""Options that several commands share, and how commands read and write."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from graph.auditing.baseline import read_baseline
from graph.auditing.given import Given
from graph.auditing.lists import read_journals, read_retractions
from graph.auditing.settings import Settings, find_settings, read_settings
from graph.model import Evidence
from graph.reading import read
from graph.reading.text import decode

REFERENCES, CLAIMS, VALUES = "references.bib", "claims.csv", "evidence.csv"


def evidence_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say where the evidence is, and hand the command what was read from there."""

    @click.option("--data", default="data", metavar="FOLDER", show_default=True, help="Where the files are.")
    @click.option("--references", type=click.Path(), metavar="FILE", help=f"The BibTeX file. [FOLDER/{REFERENCES}]")
    @click.option("--claims", type=click.Path(), metavar="FILE", help=f"The claims table. [FOLDER/{CLAIMS}]")
    @click.option(
        "--values", type=click.Path(), metavar="FILE", help=f"The source values. [FOLDER/{VALUES}, if there is one]"
    )
    @functools.wraps(command)
    def with_evidence(
        *, data: str, references: str | None, claims: str | None, values: str | None, **options: Any
    ) -> Any:
        return command(load(data, references, claims, values), **options)

    return with_evidence


def load(data: str, references: str | None, claims: str | None, values: str | None) -> Evidence:
    """Read the evidence, or say in one line what is missing."""
    paths = [references or joined(data, REFERENCES), claims or joined(data, CLAIMS)]
    if values or Path(data, VALUES).exists():
        paths.append(values or joined(data, VALUES))
    for path in paths:
        if not Path(path).exists():
            cure = "name it with --data, --references or --claims, or try 'evidence-graph init' for a sample"
            raise click.ClickException(f"{path}: no such file; {cure}")
    return read(*paths)


def joined(folder: str, name: str) -> str:
    """A file in a folder, the folder as the user writes it."""
    return os.path.join(folder, name)  # noqa: PTH118 - Path would drop a leading "./"


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that says where the settings are, and hand the command what was read from there."""

    @click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="The settings. [evidence-graph.toml or pyproject.toml, here or above]",
    )
    @functools.wraps(command)
    def with_settings(*arguments: Any, config: Path | None, **options: Any) -> Any:
        path = config or find_settings(Path.cwd())
        return command(*arguments, settings=read_settings(path) if path else Settings(), **options)

    return with_settings


def refuse_to_overwrite(output: str | None, *inputs: str) -> None:
    """Stop before a file that was read from is written over."""
    for name in filter(None, inputs):
        if output and Path(output).resolve() == Path(name).resolve():
            raise click.ClickException(f"{output}: is read from and would be overwritten; name another file to write")


def inputs_of(evidence: Evidence, settings: Settings) -> list[str]:
    """The files that are read and never written, but by --fix."""
    lists = [settings.article, settings.retractions, settings.journals]
    return [evidence.references_file, evidence.claims_file, evidence.values_file, *lists]


def given_by(settings: Settings) -> Given:
    """Read the files that the settings name."""
    return Given(
        as_of=settings.as_of,
        article=decode(Path(settings.article).read_bytes(), settings.article)[0] if settings.article else None,
        retractions=read_retractions(settings.retractions) if settings.retractions else None,
        journals=read_journals(settings.journals) if settings.journals else None,
        baseline=read_baseline(settings.baseline) if settings.baseline else None,
    )


def format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the choice of an output format; the first is the default."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write it.",
    )


def a_date(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date | None:
    """The date of what click has read."""
    return value.date() if value else None


def split_words(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an option that may be repeated, or have commas between its words."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def show(text: str) -> None:
    """Write to stdout; colours only on a terminal, and not where NO_COLOR is set."""
    click.echo(text, nl=False, color=False if os.environ.get("NO_COLOR") else None)
