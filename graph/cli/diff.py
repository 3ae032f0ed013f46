"""The command `diff`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

import click
from click.core import ParameterSource

from graph.auditing.settings import Settings
from graph.cli.options import (
    FileName,
    format_option,
    load,
    settings_options,
    show,
    where_options,
)
from graph.model import Evidence, File
from graph.reading import read
from graph.reading.article_formats import ARTICLE_SUFFIXES, detect
from graph.reading.contents import is_table, not_read
from graph.reading.folders import CLAIMS, FOLDER_LIBRARIES, SHEETS, VALUES, library_in
from graph.reading.limits import Limits, bytes_of
from graph.reading.narrowing import leave_out, wanted
from graph.reading.projects import SETTINGS_FILES
from graph.reading.spreadsheets import is_spreadsheet

TABLE_SUFFIXES = (".csv", ".tsv", *SHEETS)
"""How the files of tables end; a table brings no other files in, as an article does."""

LOOKED_FOR = frozenset(
    {*FOLDER_LIBRARIES, CLAIMS, VALUES, *(f"{PurePath(each).stem}{end}" for each in (CLAIMS, VALUES) for end in SHEETS)}
)
"""What files are called that are looked for in a folder."""

BROUGHT_IN = (
    *ARTICLE_SUFFIXES,
    ".txt",
    ".text",
    ".bib",
    ".json",
    ".ris",
    ".nbib",
    ".enw",
    ".ciw",
    ".xml",
    ".tsv",
    ".bbl",
    ".yaml",
    ".yml",
)
"""How files end that an article may bring in or name."""

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Where:
    """Where a version of the evidence is: what the options and the settings say, or a `path` that stands for all."""

    data: str
    references: Sequence[str]
    claims: Sequence[str]
    values: str
    limits: Limits
    path: str = ""


@click.command("diff")
@click.argument("old", type=FileName())
@click.argument("new", type=FileName(), required=False)
@where_options
@settings_options
@format_option("text", "json", "markdown")
@click.option(
    "--max",
    "most",
    type=click.IntRange(0),
    default=MOST_SHOWN,
    show_default=True,
    metavar="N",
    help="Show N of each sort at most; 0 is all of them. json has all.",
)
@click.option("--exit-code", "tell", is_flag=True, help="End with 1 where support is lost or an error is new.")
def run_diff(  # noqa: PLR0913 - a parameter for each option
    *, old: str, new: str | None, settings: Settings, output_format: str, most: int, tell: bool, **options: Any
) -> int:
    """Say what has changed from OLD to NEW: claims, citations, support, references and findings.

    Each is a folder, a claims table, an article, a bibliography, or a git revision, which stands for the same files as
    they were then. Without NEW it is the files as they are. Support that is lost comes first.

    \b
    Example:
      evidence-graph diff HEAD~1
      evidence-graph diff v1.0 HEAD --claims paper.qmd
      evidence-graph diff old/claims.csv data/claims.csv
      evidence-graph diff origin/main --format markdown --exit-code
    """
    from graph.changes import compare
    from graph.changes.formats import CHANGE_FORMATS

    where = where_of(settings, options)
    before, after = (side(name, other, where) for name, other in ((old, new or ""), (new or "", old)))
    only, section = options["only"] or settings.only, options["section"] or settings.section
    changes = compare(asked_for(before, only, section), asked_for(after, only, section), settings)
    show(CHANGE_FORMATS[output_format](changes, most or sys.maxsize))
    return int(tell and changes.worse)


def where_of(settings: Settings, options: Mapping[str, Any]) -> Where:
    """Where the evidence is, as the options say, or the settings, unless --data goes over them."""
    said = click.get_current_context().get_parameter_source("data") is ParameterSource.COMMANDLINE
    files = Settings() if said else settings
    names = {name: options[name] or getattr(files, name) for name in ("references", "claims", "values")}
    return Where(options["data"], **names, limits=settings.limits)


def side(name: str, other: str, where: Where) -> Evidence:
    """The evidence of one side; a revision has what the `other` side names, as it was then."""
    if not name or Path(name).exists():
        return evidence_in(replace(where, path=name))
    path = other if other and Path(other).exists() else ""
    return evidence_at(name, from_here(replace(where, path=path)))


def from_here(where: Where) -> Where:
    """The same with names that lead on from a copy of the working folder."""
    references, claims = ([*map(os.path.relpath, each)] for each in (where.references, where.claims))
    data, values, path = (os.path.relpath(each) if each else "" for each in (where.data, where.values, where.path))
    return Where(data, references, claims, values, where.limits, path)


def evidence_at(revision: str, where: Where) -> Evidence:
    """The evidence as it was at a revision."""
    from graph.reading.revisions import revision_checked_out

    try:
        with revision_checked_out(revision, partial(is_needed, where=where)):
            return evidence_in(where)
    except click.ClickException as error:
        raise click.ClickException(f"{revision}: {error.format_message()}") from None
    except FileNotFoundError as error:
        raise click.ClickException(f"{revision}: {error.filename}: no such file") from None


def is_needed(path: PurePosixPath, where: Where) -> bool:
    """Whether a file may be part of the evidence: it is named, or an article may bring it in."""
    named = [
        PurePosixPath(PurePath(each)) for each in (*where.references, *where.claims, where.values, where.path) if each
    ]
    if any(path.is_relative_to(each) for each in named):
        return True
    folders = {PurePosixPath(PurePath(where.data)), *(each.parent for each in named)}
    if path.parent in folders and path.name in LOOKED_FOR:
        return True
    is_table_only = all(
        each.suffix.casefold() in TABLE_SUFFIXES
        for each in map(PurePosixPath, filter(None, (*where.claims, where.path)))
    )
    return not is_table_only and (path.suffix.casefold() in BROUGHT_IN or path.name in SETTINGS_FILES)


def evidence_in(where: Where) -> Evidence:
    """The evidence of a path, or of where the options say; whatever is no claims table is refused."""
    evidence = evidence_of_path(where) if where.path else loaded(where, where.data, where.claims)
    if reason := not_read(evidence):
        raise click.ClickException(reason)
    return evidence


def evidence_of_path(where: Where) -> Evidence:
    """The evidence of a folder, an article, a claims table or a bibliography; the options name what goes with it."""
    path = where.path
    if Path(path).is_dir():
        has_table = any(Path(path, name).exists() for name in LOOKED_FOR)
        return loaded(where, path, ()) if has_table else loaded(where, where.data, (path,))
    data = bytes_of(path, where.limits)
    if detect(File(path, data, path=path)):
        return loaded(where, where.data, (path,))
    if is_table(data) or is_spreadsheet(File(path, data)):
        beside = library_in(os.path.dirname(path))  # noqa: PTH120 - as it is written
        references = where.references or [beside] * Path(beside).exists()
        return read(references, path, where.values or None, limits=where.limits)
    return read(path, [], limits=where.limits)


def loaded(where: Where, data: str, claims: Sequence[str]) -> Evidence:
    """The evidence of a folder, or of these claims, with what the options name beside."""
    return load(data, where.references, claims, where.values, where.limits)


def asked_for(evidence: Evidence, only: str, section: Sequence[str]) -> Evidence:
    """The evidence with the claims that are asked for; one version may lack a section that the other has."""
    return leave_out(evidence, [key for key, claim in evidence.claims.items() if not wanted(claim, only, section)])
