"""The command `archive build`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from graph.archive.how import HowToRead
from graph.archive.page.building import USUAL_PAGES, BuiltPages, build_pages, chosen_articles
from graph.archive.store import read_store
from graph.cli.options import FileName
from graph.cli.processes import process_options
from graph.cli.progress import progress
from graph.wording import count, printable
from graph.writing import as_bytes, write_text

MOST_TOLD = 10
"""Of how many pages that could not be built, or are of other files than were audited, it is said which they are."""


@click.command("build")
@click.argument("folder", type=FileName(file_okay=False))
@click.option(
    "--pages",
    multiple=True,
    default=(USUAL_PAGES,),
    show_default=True,
    metavar="NAME",
    help="Build the page of this article, too; worst:N is those of the N worst, all is those of all.",
)
@click.option("--title", default="", metavar="TEXT", help="What the index is called.")
@process_options("a page")
def run_archive_build(folder: str, pages: tuple[str, ...], title: str, jobs: int, time_limit: float) -> None:
    """Write the index of an archive, one HTML file to open offline, and the pages of some of its articles.

    FOLDER is where `archive audit --into FOLDER` has kept what it found. The index is FOLDER/index.html, and leads to
    the pages, FOLDER/articles/NAME/evidence.html. Pages that were built before are kept as new as the audit.

    \b
    Example:
      evidence-graph archive build results/
      evidence-graph archive build results/ --pages worst:100
      evidence-graph archive build results/ --pages neurology/parkinson --pages family/pregnancy
    """
    from graph.archive.page import INDEX, render_index

    with closing(read_store(folder, "rw")) as store:
        asked = chosen_articles(store, pages)
        processes = min(jobs, max(1, len(asked) // 4))
        with progress(f"writing {count(len(asked), 'page')}"):
            built = build_pages(store, folder, asked, HowToRead(jobs=processes, time_limit=time_limit))
        with progress("writing the index"):
            page = render_index(store, built.paths, title)
    path = write_text(Path(folder, INDEX), page)
    size = len(as_bytes(page)) / 1000
    click.echo(f"{path}: written, {size:,.0f} kB; {count(built.built, 'page')} built, {len(built.paths):,} in all")
    tell_built(built, folder)


def tell_built(built: BuiltPages, folder: str) -> None:
    """Say of which files pages are that have changed, and which pages could not be built; stop where there are any."""
    for name in built.changed[:MOST_TOLD]:
        click.echo(f"{printable(name)}: has changed since the audit; its page is of what it is now", err=True)
    if built.changed:
        click.echo(f"next: audit the archive again, --into {folder}", err=True)
    for name, why in [*built.failures.items()][:MOST_TOLD]:
        click.echo(f"{printable(name)}: no page: {why}", err=True)
    if built.failures:
        raise click.ClickException(f"{count(len(built.failures), 'page')} could not be built")
