"""The command `export`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.cli.completing import Called
from graph.cli.options import (
    STDOUT,
    FileName,
    evidence_options,
    given_by,
    inputs_of,
    put,
    refuse_to_overwrite,
    settings_options,
)
from graph.model import NO_ARTICLE, Evidence
from graph.reading.folders import joined
from graph.wording import count, listing
from graph.writing import as_bytes, write_all


def known_format(_context: click.Context, _argument: click.Parameter, value: str) -> str:
    """The name of a format, or one line that says that there is none; other commands need not wait for the formats."""
    from graph.exports import export_called

    with in_one_line():
        export_called(value)
    return value


def format_names(_context: click.Context, _argument: click.Parameter, incomplete: str) -> list[str]:
    """The formats that begin so, for a shell to complete."""
    from graph.exports import EXPORTS

    return [name for name in EXPORTS if name.startswith(incomplete)]


@contextmanager
def in_one_line() -> Iterator[None]:
    """Say in one line what there is not."""
    try:
        yield
    except LookupError as error:
        raise click.ClickException(str(error.args[0])) from None


class WithFormats(click.Command):
    """A command whose help lists the formats."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as click has it
        """Write what formats there are."""
        from graph.exports import EXPORTS

        with formatter.section("Formats"):
            formatter.write_dl([(name, each.what) for name, each in EXPORTS.items()])


@click.command("export", cls=WithFormats)
@click.argument("name", metavar="FORMAT", callback=known_format, shell_complete=format_names)
@evidence_options
@settings_options
@click.option("--unsourced", is_flag=True, help="Only the claims that nothing sources.")
@click.option(
    "--about",
    multiple=True,
    type=Called(["cause"]),
    metavar="CAUSE",
    help="Only the claims about this cause and its narrower ones.",
)
@click.option(
    "--cited-by", multiple=True, type=Called(["claim"]), metavar="CLAIM", help="Only what this claim cites, and itself."
)
@click.option("--used", is_flag=True, help="Leave out the references that no claim cites.")
@click.option("--output", "-o", type=FileName(), metavar="FILE", help="Where to write: a file, or a folder. [stdout]")
def run_export(  # noqa: PLR0913 - click hands over each option
    evidence: Evidence, settings: Settings, name: str, output: str | None, *, unsourced: bool, used: bool, **names: Any
) -> None:
    """Write the evidence in a format of other programs.

    With --unsourced, --about or --cited-by it is the claims that meet all of these wishes, and the references that
    they cite.

    \b
    Example:
      evidence-graph export ris --about Pregnancy > pregnancy.ris
      evidence-graph export bibtex --used -o used.bib
      evidence-graph export csv --unsourced -o tables
    """
    from graph.exports import EXPORTS, export, select
    from graph.exports.selecting import report_of

    made = EXPORTS[name]
    evidence = replace(evidence, article=settings.about if settings.about != NO_ARTICLE else evidence.article)
    if not made.suffix and output in {None, STDOUT}:
        raise click.ClickException(f"{name} is several files; name the folder for them with -o FOLDER")
    with in_one_line():
        chosen = select(evidence, unsourced=unsourced, used=used, **names)
    report = audit(evidence, settings, given_by(settings, evidence)) if made.has_findings else None
    content = export(chosen, name, report_of(chosen, report) if report else None)
    if output in {None, STDOUT} and isinstance(content, str):
        put(STDOUT, content)
    else:
        files = files_at(output or STDOUT, content, made.suffix)
        write_files(files, inputs_of(evidence, settings))
        sizes = (count(len(chosen.claims), "claim"), count(len(chosen.references), "reference"))
        click.echo(f"{listing([*files])}: written, from {listing(sizes)}")


def files_at(output: str, content: str | Mapping[str, bytes], suffix: str) -> dict[str, bytes]:
    """What is to be written, by path: a text to a file, or into a folder that is there; several files into a folder."""
    if not isinstance(content, str):
        return {joined(output, name): data for name, data in content.items()}
    return {joined(output, f"evidence{suffix}") if Path(output).is_dir() else output: as_bytes(content)}


def write_files(files: Mapping[str, bytes], inputs: Sequence[str]) -> None:
    """Write all of the files or none, and none of those that are read from."""
    for path in files:
        refuse_to_overwrite(path, *inputs)
    if len(files) > 1:
        Path(next(iter(files))).parent.mkdir(parents=True, exist_ok=True)
    write_all([*files.items()])
