"""The archive at a root: a folder of articles, one table of many, or one that is packed for a cluster."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from graph.archive.again import listing_mark
from graph.archive.article_sets import is_set
from graph.archive.articles import articles_in_file, find_articles
from graph.archive.found import Archive
from graph.archive.listing import read_article_list, with_list
from graph.archive.packing import is_packed, packed_archive
from graph.archive.store import STORE
from graph.archive.tabled import ARTICLE_COLUMN, has_articles, like_articles
from graph.archive.walking import Listing, ending, listed_table, walked
from graph.model import UnusableError
from graph.writing import AnyPath

TABLE_ENDINGS = (".csv", ".xlsx", ".ods")
"""How tables of claims may end."""


def find_archive(root: AnyPath, exclude: Sequence[str] = ()) -> Archive:
    """The archive at a root, but for what is excluded in it (see `walked`).

    Raises UnusableError where there is no folder, or no article in it.
    """
    return articles_in(list_archive(root, exclude))


def list_archive(root: AnyPath, exclude: Sequence[str] = ()) -> Listing:
    """What the disk lists at a root, but for what is excluded in it (see `walked`).

    Raises UnusableError where there is no folder, and no file with articles.
    """
    path = os.fspath(root)
    if not path:
        raise UnusableError("the root has no name; name the folder of the articles")
    if is_packed(path):
        return Listing(path)
    if Path(path).is_file() and (is_set(Path(path)) or has_articles(Path(path))):
        return listed_table(path)
    if not Path(path).is_dir():
        raise UnusableError(f"{path}: {why_no_root(path)}")
    if Path(path, STORE).exists():
        raise UnusableError(f"{path}: holds results ({STORE}); name the folder of the articles")
    return walked(path, exclude)


def articles_in(listing: Listing) -> Archive:
    """The archive that was listed. Raises UnusableError where there is no article in it."""
    if not listing.folders:
        return packed_archive(listing.root)
    listed = read_article_list(listing.root)
    archive = articles_in_file(listing) if listing.table else find_articles(listing, listed.articles.keys())
    with_list(archive, listed)
    if not (listing.table or archive.articles or any(each.severity != "info" for each in archive.noticed)):
        raise UnusableError(f"{listing.root}: no article in it; {why_no_article(listing, archive)}")
    archive.mark = listing_mark(listing)
    return archive


def why_no_article(listing: Listing, archive: Archive) -> str:
    """Why a folder has no articles, and what to do: name the table in it that has some, or know what is one."""
    tables = (name for name in sorted(listing.folders[0].files) if ending(name) in TABLE_ENDINGS)
    for table in (os.path.join(listing.root, name) for name in tables):  # noqa: PTH118 - as it is written
        if has_articles(Path(table)):
            return f"{table} has a column {ARTICLE_COLUMN!r}; name that file instead of the folder"
    passed_over = "".join(f"; {each.message}" for each in archive.noticed)
    return f"an article is a folder with claims.csv, or a manuscript{passed_over}"


def why_no_root(path: str) -> str:
    """Why there cannot be an archive at a path, and what to do."""
    if not Path(path).is_file():
        return "no such folder"
    table = f"a file with many articles is a table of claims with a column {ARTICLE_COLUMN!r}"
    if ending(path) in TABLE_ENDINGS and (cure := like_articles(Path(path))):
        return f"{table}; {cure}"
    return f"{table}, or a set of JATS ('pmc-articleset'); name such a file, or a folder"
