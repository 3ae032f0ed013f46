"""The command `archive pack`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from graph.archive.finding import find_archive
from graph.archive.found import Archive
from graph.archive.loading import load_article
from graph.archive.packing import pack
from graph.archive.rows import Packed
from graph.archive.work import why_unread
from graph.cli.options import FileName, exclude_option, same_file
from graph.model import UnusableError
from graph.wording import count, printable


@click.command("pack")
@click.argument("root", type=FileName())
@click.argument("folder", type=FileName())
@exclude_option
def run_archive_pack(root: str, folder: str, exclude: tuple[str, ...]) -> int:
    """Write an archive into Parquet files, for a cluster that does not see its folders.

    A row is an article, with its files in it. `archive audit FOLDER` and graph.archive.spark find the same in each as
    `archive audit ROOT`, which alone tells of folders and of articles.csv. The exit code is 1 where one is not packed.

    \b
    Example:
      evidence-graph archive pack articles/ packed/
    """
    if same_file(root, folder):
        raise click.UsageError("an archive cannot be packed into its own root; name another folder")
    archive = find_archive(root, exclude)
    packed = pack(loadable(archive), folder)
    click.echo(f"{folder}: {count(packed, 'article')} packed", err=True)
    return int(packed < len(archive.articles))


def loadable(archive: Archive) -> Iterator[Packed]:
    """The articles that can be read; the others are told."""
    for article in archive.articles:
        why = article.failure
        try:
            if not why:
                yield load_article(article, archive.root)
        except (OSError, UnusableError) as error:
            why = why_unread(error, archive.root)
        if why:
            click.echo(f"{printable(article.name)} is not packed: {why}", err=True)
