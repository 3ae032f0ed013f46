"""The command `draft`."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.bibliographies import tell_of_projects
from graph.cli.options import FileName, found_settings, parts_of, show
from graph.drafts.rows import FATES, Fate
from graph.fixes.patch import line_diff
from graph.model import Claim, Evidence, File
from graph.reading import meant_by, read
from graph.reading.article_formats import detect
from graph.reading.contents import seen_in
from graph.reading.folders import CLAIMS, REFERENCES
from graph.reading.limits import Limits, bytes_of
from graph.reading.narrowing import ONLY, narrowed
from graph.wording import count, count_named, listing, printable

if TYPE_CHECKING:
    from graph.drafts.files import DraftedFiles


UNREAD = ("unread-part", "unread-citation")
"""The rules of what an article has and could not be read."""

SHOWN_PROBLEMS = 5


@click.command("draft")
@click.argument("article", type=FileName(exists=True))
@click.option(
    "--references", type=FileName(exists=True), multiple=True, metavar="FILE", help="The bibliography, or several."
)
@click.option(
    "--into",
    type=FileName(file_okay=False),
    default="data",
    show_default=True,
    metavar="FOLDER",
    help="Where to write.",
)
@click.option("--only", type=click.Choice(ONLY), default="all", show_default=True, help="Which sentences to take.")
@click.option("--section", multiple=True, metavar="HEADING", help="Take what stands under this heading only.")
@click.option("--diff", "look", is_flag=True, help="Show what would be written, and write nothing.")
def run_draft(  # noqa: PLR0913 - a parameter for each option
    *, article: str, references: tuple[str, ...], into: str, only: str, section: tuple[str, ...], look: bool
) -> int:
    """Write a claims table from ARTICLE, a file or the folder of its parts: a claim for each sentence.

    The bibliography is what --references names, else what the article or its project names. Where the folder has a
    table already, what people made of it is kept, and what has changed in the article is marked; its bibliography gets
    the entries that it lacks.

    \b
    Example:
      evidence-graph draft paper.qmd
      evidence-graph draft paper.md --references refs.bib --into articles/sleep --only cited
      evidence-graph draft paper.qmd --diff
    """
    parts, limits = parts_of(article), found_settings(None).limits
    refuse_what_is_none(parts, limits)
    from graph.drafts.files import drafted_files  # what other commands need not wait for
    from graph.fixes import write_changes

    if not references:
        tell_of_projects(parts, [*map(meant_by, parts)])
    before = existing(into)
    evidence = read_for_draft(parts, references, before[1], limits)
    asked = set(narrowed(evidence, only, section).claims)
    tell_unread(article, evidence, keep=bool(before[0].data))
    drafted = drafted_files(evidence, asked, *(file if file.data else None for file in before))
    after = [replace(file, data=data) for file, data in zip(before, (drafted.table, drafted.library), strict=True)]
    if look:
        show(look_at(before, after, drafted))
        return int(after != before)
    Path(into).mkdir(parents=True, exist_ok=True)
    write_changes(before, after)
    tell_files(before, after, drafted)
    click.echo(summary_of([drafted.evidence.claims[key] for key in evidence.claims if key in asked], drafted.evidence))
    click.echo(f"next: {next_step(into, drafted.fates)}")
    return 0


def tell_unread(article: str, evidence: Evidence, *, keep: bool) -> None:
    """Say what could not be read of the article; stop where nothing was read, or a table would be taken for gone."""
    unread = [each for each in evidence.problems if each.rule in UNREAD and each.severity != "info"]
    torn = next((each for each in unread if each.rule == "unread-part"), None)
    if not evidence.claims or (torn and keep):
        told = (each.message for each in evidence.problems if each.rule == "unread-part")
        why = torn.message if torn else next(told, "it has no sentence")
        raise click.ClickException(f"{article}: {why}; nothing is written")
    for each in unread[:SHOWN_PROBLEMS]:
        click.echo(printable(f"{each.place}: {each.message}"), err=True)
    if len(unread) > SHOWN_PROBLEMS:
        click.echo(f"... and {len(unread) - SHOWN_PROBLEMS:,} more; evidence-graph audit --claims {article}", err=True)


def existing(into: str) -> list[File]:
    """The table and the bibliography that are in a folder; without data where they are not."""
    paths = [Path(into, CLAIMS), Path(into, REFERENCES)]
    return [File(str(path), path.read_bytes() if path.exists() else b"", path=str(path)) for path in paths]


def read_for_draft(parts: Sequence[str], references: Sequence[str], library: File, limits: Limits) -> Evidence:
    """The evidence of an article; where nothing leads to a reference, the bibliography that was drafted does."""
    evidence = read(references, parts, limits=limits)
    return evidence if evidence.references or not library.data else read(library.path, parts, limits=limits)


def look_at(before: Sequence[File], after: Sequence[File], drafted: DraftedFiles) -> str:
    """What would be written; of columns that all rows get, only their names, as every line would differ."""
    widened = [replace(before[0], data=drafted.widened), before[1]] if drafted.columns else before
    said = f"{before[0].name}: all rows get {count(len(drafted.columns), 'column')}: {listing(drafted.columns)}\n"
    return "".join([said if drafted.columns else "", *map(line_diff, widened, after)])


def tell_files(before: Sequence[File], after: Sequence[File], drafted: DraftedFiles) -> None:
    """Say what became of each file."""
    fates = [f"{drafted.fates[fate]:,} {fate}" for fate in FATES]
    rows = ", ".join(fates) if before[0] != after[0] else "nothing to change"
    entries = f"{count(drafted.added, 'entry')} added" if drafted.added else "nothing to add"
    for old, new, again in zip(before, after, (rows, entries), strict=True):
        if new.data:
            click.echo(f"{new.path}: {again if old.data else 'written'}")


def next_step(into: str, fates: Counter[Fate]) -> str:
    """What to do then."""
    if fates.total() > fates["kept"]:
        return "look at the rows that the column 'draft' marks, and empty it"
    return f"evidence-graph build{'' if into == 'data' else f' --data {shlex.quote(into)}'}"


def refuse_what_is_none(parts: Iterable[str], limits: Limits) -> None:
    """Stop at a file that is no article, and say what it is."""
    for part in parts:
        if not Path(part).is_file():
            raise click.ClickException(f"{part}: is no file that can be read twice; save the article and name that")
        file = File(part, bytes_of(part, limits), "claims")
        if not detect(file):
            raise click.ClickException(
                f"{part}: is no article that can be read: {seen_in(file) or 'it is a claims table'}"
            )


def summary_of(claims: Sequence[Claim], evidence: Evidence) -> str:
    """What was asked for, and what was left out."""
    cited = [citation.reference for claim in claims for citation in claim.citations]
    unknown = sum(key not in evidence.references for key in set(cited))
    not_asked = {"sentences that were not asked for": len(evidence.claims) - len(claims)}
    parts = [f"{count(len(claims), 'claim')}, {count(len(cited), 'citation')} of {count(len(set(cited)), 'reference')}"]
    if unknown:
        parts.append(f"{unknown:,} of them not in the bibliography")
    without = {**evidence.passed_over, **not_asked}
    if said := listing([count_named(number, what) for what, number in without.items() if number]):
        parts.append(f"left out: {said}")
    return "; ".join(parts)
