"""Options that several commands share, and how commands read and write."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from graph.auditing.baseline import read_baseline
from graph.auditing.given import Given
from graph.auditing.lists import read_journals, read_retractions
from graph.auditing.settings import PATHS, Settings, find_settings, read_settings
from graph.model import Evidence, UnusableError
from graph.reading import read
from graph.reading.contents import no_claims
from graph.reading.text import decode
from graph.writing import as_bytes, write_text

REFERENCES, CLAIMS, VALUES = "references.bib", "claims.csv", "evidence.csv"

STDOUT = "-"
"""What standard output is called where a file to write is asked for."""


class FileName(click.Path):
    """A name that a file can have."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name, or one line that says that no file can have it."""
        if not is_name(value):
            self.fail(f"no file can be called {os.fspath(value)!r}", param, ctx)
        return super().convert(value, param, ctx)


def is_name(name: str | os.PathLike[str]) -> bool:
    """Whether a file can be called so: a name has no NUL, and letters that the system can write."""
    try:
        return b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:
        return False


def evidence_options(command: Callable[..., Any], refusal: Callable[[Evidence], str] = no_claims) -> Callable[..., Any]:
    """Add the options that say where the evidence is, and hand the command what was read from there.

    A command is not run where `refusal` says why not.
    """

    @click.option(
        "--data", type=FileName(), default="data", metavar="FOLDER", show_default=True, help="Where the files are."
    )
    @click.option(
        "--references",
        type=FileName(),
        multiple=True,
        metavar="FILE",
        help=f"The BibTeX file, or several: the option may be repeated. [FOLDER/{REFERENCES}]",
    )
    @click.option("--claims", type=FileName(), metavar="FILE", help=f"The claims table. [FOLDER/{CLAIMS}]")
    @click.option(
        "--values", type=FileName(), metavar="FILE", help=f"The source values. [FOLDER/{VALUES}, if there is one]"
    )
    @functools.wraps(command)
    def with_evidence(
        *, data: str, references: tuple[str, ...], claims: str | None, values: str | None, **options: Any
    ) -> Any:
        evidence = load(data, references, claims, values)
        if reason := refusal(evidence):
            raise click.ClickException(reason)
        return command(evidence, **options)

    return with_evidence


def load(data: str, references: Sequence[str], claims: str | None, values: str | None) -> Evidence:
    """Read the evidence, or say in one line what is missing."""
    references = references or [joined(data, REFERENCES)]
    claims = claims or joined(data, CLAIMS)
    if not values and Path(data, VALUES).exists():
        values = joined(data, VALUES)
    for path in filter(None, (*references, claims, values)):
        if not Path(path).exists():
            cure = "name it with --data, --references or --claims, or try 'evidence-graph init' for a sample"
            raise click.ClickException(f"{path}: no such file; {cure}")
    return read(references, claims, values)


def joined(folder: str, name: str) -> str:
    """A file in a folder, the folder as the user writes it."""
    return os.path.join(folder, name)  # noqa: PTH118 - Path would drop a leading "./"


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that says where the settings are, and hand the command what was read from there."""

    @click.option(
        "--config",
        type=FileName(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="The settings. [evidence-graph.toml or pyproject.toml, here or above]",
    )
    @functools.wraps(command)
    def with_settings(*arguments: Any, config: Path | None, **options: Any) -> Any:
        path = config or find_settings(here())
        return command(*arguments, settings=load_settings(path) if path else Settings(), **options)

    return with_settings


def here() -> Path:
    """The folder to work in."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise UnusableError("the folder that you are in is no longer there; go to another one") from None


def load_settings(path: Path) -> Settings:
    """Read a settings file, or say in one line what is wrong with it."""
    settings = read_settings(path)
    for key in PATHS:
        if not is_name(name := getattr(settings, key)):
            raise UnusableError(f"{path}: {key}: no file can be called {name!r}")
    return settings


def refuse_to_overwrite(output: str | None, *inputs: str) -> None:
    """Stop before a file that was read from is written over."""
    for name in filter(None, inputs):
        if output and output != STDOUT and same_file(output, name):
            raise click.ClickException(f"{output}: is read from and would be overwritten; name another file to write")


def same_file(one: str, other: str) -> bool:
    """Whether two names lead to one file."""
    return os.path.realpath(one) == os.path.realpath(other)


def put(output: str, text: str) -> None:
    """Write a text to a file, whole or not at all, or the same bytes to standard output."""
    if output == STDOUT:
        click.echo(as_bytes(text), nl=False)
    else:
        write_text(output, text)


def inputs_of(evidence: Evidence, settings: Settings) -> list[str]:
    """The files that are read and never written, but by --fix."""
    lists = [settings.article, settings.retractions, settings.journals]
    return [*(file.path for file in evidence.files), *lists]


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
