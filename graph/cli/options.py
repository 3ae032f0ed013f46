"""Options that several commands share, and how commands read and write."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from graph.auditing.articles import read_given_article
from graph.auditing.baseline import read_baseline
from graph.auditing.given import Given
from graph.auditing.lists import read_journals, read_retractions
from graph.auditing.settings import PATHS, Settings, find_settings, read_settings
from graph.auditing.texts import read_texts
from graph.cli.bibliographies import apart_from_bibliographies, references_beside
from graph.cli.progress import progress
from graph.model import Evidence, File, UnusableError
from graph.reading import opened, read
from graph.reading.article_formats import ARTICLE_SUFFIXES
from graph.reading.contents import no_claims
from graph.reading.folders import CLAIMS, REFERENCES, VALUES, joined, library_in, table_in
from graph.reading.limits import Limits
from graph.reading.narrowing import ONLY, narrowed
from graph.wording import count, listing
from graph.writing import as_bytes, write_text

STDOUT = "-"
"""What standard output is called where a file to write is asked for."""

Input = str | File
"""A file to read, by its name or as standard input gave it."""

NAME_IT = "name it with --data, --references or --claims, or try 'evidence-graph init' for a sample"
"""What to do about evidence that is not where it is looked for."""

STDIN, STDIN_NAME = "-", "<stdin>"
"""What standard input is called where a file to read is asked for, and in places."""


class FileName(click.Path):
    """A name that a file can have."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name, or one line that says that no file can have it."""
        if "://" in os.fspath(value):
            self.fail(f"{value} is an address, and nothing is fetched; save what is there and name it", param, ctx)
        if not value or not is_name(value):
            self.fail(f"no file can be called {os.fspath(value)!r}", param, ctx)
        return super().convert(value, param, ctx)


def is_name(name: str | os.PathLike[str]) -> bool:
    """Whether a file can be called so: a name has no NUL, and letters that the system can write."""
    try:
        return b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:
        return False


def evidence_options(
    command: Callable[..., Any], refusal: Callable[[Evidence], str] = no_claims, *, takes_folder: bool = False
) -> Callable[..., Any]:
    """Add the options that say where the evidence is, and hand the command what was read from there.

    A command is not run where `refusal` says why not. One that `takes_folder` may have that in place of --data, or the
    claims themselves, in a file with what belongs to it beside it.
    """

    @where_options
    @functools.wraps(command)
    def with_evidence(  # noqa: PLR0913 - click hands over each option
        *,
        data: str,
        folder: str | None = None,
        references: tuple[str, ...],
        claims: tuple[str, ...],
        values: str | None,
        only: str | None,
        section: tuple[str, ...],
        **options: Any,
    ) -> Any:
        settings = found_settings(options.get("config"))
        files, limits = Settings() if says_where(folder) else settings, settings.limits
        own, beside = claims_and_folder(folder, data)
        given = with_stdin(references, (*own, *claims), values, limits)
        whole = load(
            beside,
            given.references or files.references,
            given.claims or files.claims,
            given.values or files.values,
            limits,
        )
        evidence = narrowed(whole, only or files.only, section or files.section)
        if reason := refusal(evidence):
            raise click.ClickException(reason)
        return command(evidence, **options)

    where = click.argument("folder", required=False, type=FileName(), metavar="[FOLDER|FILE]")
    return where(with_evidence) if takes_folder else with_evidence


class GivenFiles(NamedTuple):
    """The files that options name."""

    references: list[Input]
    claims: list[Input]
    values: Input | None


def with_stdin(references: Sequence[str], claims: Sequence[str], values: str | None, limits: Limits) -> GivenFiles:
    """The files that options name, one of which may be standard input; what that is, its content says."""
    asked = [*references, *claims, values].count(STDIN)
    if asked > 1:
        raise click.UsageError("standard input can be read only once; name a file in the place of the other -")
    stdin = File(STDIN_NAME, sys.stdin.buffer.read(limits.file + 1) if asked and sys.stdin else b"")

    def meant(name: str) -> Input:
        return stdin if name == STDIN else name

    return GivenFiles([*map(meant, references)], [*map(meant, claims)], meant(values) if values else None)


def refuse_stdin(files: Iterable[File], cure: str) -> None:
    """Stop where a file is needed that is standard input."""
    if not all(file.path for file in files):
        raise click.ClickException(f"{STDIN_NAME}: is no file, {cure}")


def says_where(folder: str | None) -> bool:
    """Whether --data or a folder says where the evidence is, whatever the settings say."""
    said = click.get_current_context().get_parameter_source("data") is ParameterSource.COMMANDLINE
    if said and folder is not None:
        raise click.UsageError("a folder or file and --data say the same; leave one of them out")
    return said or folder is not None


def claims_and_folder(named: str | None, data: str) -> tuple[list[str], str]:
    """The files of claims and the folder that an argument names: that of --data where there is none."""
    if named == STDIN:
        return [STDIN], data
    if named and Path(named).is_file():
        return [named], os.path.dirname(named)  # noqa: PTH120 - as the user writes it
    if named and not Path(named).exists():
        raise click.ClickException(f"{named}: no such folder or file; {NAME_IT}")
    return [], data if named is None else named


def load(
    data: str, references: Sequence[Input], claims: Sequence[Input], values: Input | None, limits: Limits
) -> Evidence:
    """Read the evidence, or say in one line what is missing."""
    named = [*files_of(claims)]
    claims = named or [found_table(data, CLAIMS)]
    claims = [opened(each, limits) if isinstance(each, File) or Path(each).is_file() else each for each in claims]
    claims, among = apart_from_bibliographies(claims)
    references = [*references, *among] or beside_in(data, claims, limits)
    if not values and Path(found := found_table(data, VALUES)).exists():
        values = found
    for path in (*references, *claims, values):
        if path and not isinstance(path, File) and not Path(path).exists():
            raise click.ClickException(f"{path}: no such file; {'' if named else how_to_read(data)}{NAME_IT}")
    with progress(f"reading {count(len(references) + len(claims) + bool(values), 'file')}"):
        return read(references, claims, values, limits=limits)


def found_table(folder: str, name: str) -> str:
    """A table in a folder, or the spreadsheet that stands in its place, which is told."""
    try:
        path = table_in(folder, name)
    except UnusableError as error:
        raise click.ClickException(f"{error} with {'--values' if name == VALUES else '--claims'}") from None
    if PurePath(path).name != name:
        click.echo(f"{path}: read, as there is no {name}", err=True)
    return path


def beside_in(folder: str, claims: Sequence[Input], limits: Limits) -> list[str]:
    """The bibliography in a folder, if claims may mean it; that another format's stands in its place is told."""
    try:
        path = library_in(folder)
    except UnusableError as error:
        raise click.ClickException(f"{error} with --references") from None
    references = references_beside(path, claims, limits)
    if references and PurePath(path).name != REFERENCES:
        click.echo(f"{path}: read, as there is no {REFERENCES}", err=True)
    return references


def files_of(claims: Iterable[Input]) -> Iterator[Input]:
    """The files that claims are in, those of a folder one by one."""
    for each in claims:
        yield from [each] if isinstance(each, File) else parts_of(each)


def parts_of(path: str) -> list[str]:
    """The files of an article that is a folder, by name; a file is itself."""
    if not Path(path).is_dir():
        return [path]
    if not (parts := texts_of_folder(path)):
        cure = f"{how_to_read(path)}name a file, or write {listing(ARTICLE_SUFFIXES)}"
        raise click.ClickException(f"{path}: no article in this folder; {cure}")
    return [joined(path, name) for name in parts]


def how_to_read(folder: str) -> str:
    """What to say of a folder with no table of claims that has articles itself, or folders that may have some."""
    texts = texts_of_folder(folder)
    hints = [f"an article is read with --claims {folder}"] if texts else []
    if len(texts) > 1 or (Path(folder).is_dir() and any(each.is_dir() for each in Path(folder).iterdir())):
        hints.append(f"many articles are read with 'evidence-graph archive audit {folder}'")
    return f"{', '.join(hints)}; else " if hints else ""


def texts_of_folder(folder: str) -> list[str]:
    """What the files in a folder are called that may be an article or its parts."""
    names = os.listdir(folder or ".") if Path(folder).is_dir() else []  # noqa: PTH208 - only names
    return sorted(name for name in names if PurePath(name).suffix.casefold() in ARTICLE_SUFFIXES)


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
        return command(*arguments, settings=found_settings(config), **options)

    return with_settings


def found_settings(config: Path | None) -> Settings:
    """The settings of a file, or of the nearest one."""
    path = config or find_settings(here())
    return load_settings(path) if path else Settings()


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


def check_together(wrong: object, message: str) -> None:
    """Stop where options contradict each other."""
    if wrong:
        raise click.UsageError(message)


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
    texts = [each.path for each in os.scandir(settings.texts)] if settings.texts else []
    return [*(file.path for file in evidence.files), *lists, *texts]


def given_by(settings: Settings, evidence: Evidence) -> Given:
    """Read the files that the settings name."""
    return Given(
        as_of=settings.as_of,
        article=read_given_article(parts_of(settings.article)) if settings.article else None,
        retractions=read_retractions(settings.retractions) if settings.retractions else None,
        journals=read_journals(settings.journals) if settings.journals else None,
        texts=read_texts(settings.texts, evidence) if settings.texts else None,
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


def show(text: str) -> None:
    """Write to stdout; colours only on a terminal, and not where NO_COLOR is set."""
    click.echo(text, nl=False, color=False if os.environ.get("NO_COLOR") else None)


Adding = Callable[[Callable[..., Any]], Callable[..., Any]]
"""What adds options to a command."""


def options_together(*options: Adding) -> Adding:
    """Options that commands have together, in the order of their help."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


narrowing_options = options_together(
    click.option("--only", type=click.Choice(ONLY), help="Which claims to look at: cited are those that cite. [all]"),
    click.option("--section", multiple=True, metavar="HEADING", help="Look at what stands under this heading only."),
)
"""Which of the claims are asked for."""

exclude_option = click.option(
    "--exclude", multiple=True, metavar="PATTERN", help="Pass over what is called so; may be repeated."
)
"""What of an archive is not looked at."""

where_options = options_together(
    click.option(
        "--data", type=FileName(), default="data", metavar="FOLDER", show_default=True, help="Where the files are."
    ),
    click.option(
        "--references",
        type=FileName(),
        multiple=True,
        metavar="FILE",
        help="The bibliography, in BibTeX or another format; may be repeated; - is stdin. "
        f"[FOLDER/{REFERENCES}, or as the article says]",
    ),
    click.option(
        "--claims",
        type=FileName(),
        multiple=True,
        metavar="FILE",
        help=f"The claims table (CSV, .xlsx, .ods), or the article, in several files or a folder; - is stdin. "
        f"[FOLDER/{CLAIMS}]",
    ),
    click.option(
        "--values", type=FileName(), metavar="FILE", help=f"The source values. [FOLDER/{VALUES}, if there is one]"
    ),
    narrowing_options,
)
"""Where the evidence is, and which of its claims are asked for."""
