"""ROOT -> its articles, each read and audited where it has changed, in a store that can be asked.

    from graph.archive.auditing import audit_archive
    audited = audit_archive("articles", "results")

An article is known again by its files' sizes and times (or, to verify, their contents), by the settings that matter,
and by the version of this program.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from graph import __version__
from graph.archive.again import is_as_it_was, listing_mark, whole_mark
from graph.archive.finding import articles_in, list_archive
from graph.archive.found import Archive
from graph.archive.how import USUALLY, Audited, HowToRead
from graph.archive.origin import keep_origin
from graph.archive.store import STORE, STORE_SCHEMA, open_store, read_store, said
from graph.archive.walking import Listing
from graph.auditing.engine import EVERYTHING_USUAL, NOTHING_ELSE
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.writing import AnyPath


def audit_archive(
    root: AnyPath,
    into: AnyPath,
    settings: Settings = EVERYTHING_USUAL,
    given: Given = NOTHING_ELSE,
    how: HowToRead = USUALLY,
) -> Audited:
    """Read and audit the articles below `root` that have changed, and keep all of them in the folder `into`.

    Raises UnusableError for settings that mean nothing, among them a section or cause that no article has, a root
    without articles, and a store that cannot be used;
    OSError where nothing can be written. What is wrong in articles is in the store.
    """
    store, audited = audited_store(list_archive(root, settings.exclude), into, settings, given, how)
    store.close()
    return audited


def audited_store(
    listing: Listing, into: AnyPath | None, settings: Settings, given: Given, how: HowToRead
) -> tuple[sqlite3.Connection, Audited]:
    """A store that is as the archive is now, and what was done for it; without a folder it is gone when it is closed.

    Raises as `audit_archive` does.
    """
    known = None if how.verify else nothing_to_do(listing, into, settings, given)
    found = known or articles_in(listing)
    store = store_for(into)
    try:
        audited = found if isinstance(found, Audited) else audited_anew(store, found, settings, given, how)
        if into is not None:
            keep_origin(store, into, listing.path, settings)
    except BaseException:
        store.close()
        raise
    return store, audited


def audited_anew(
    store: sqlite3.Connection, archive: Archive, settings: Settings, given: Given, how: HowToRead
) -> Audited:
    """What is done for a store where something may have changed."""
    from graph.archive.run import audit_into  # who finds all as it was waits for nothing that reads articles

    return audit_into(store, archive, settings, given, how)


def nothing_to_do(listing: Listing, into: AnyPath | None, settings: Settings, given: Given) -> Audited | None:
    """What an audit does where all is as it was; None where something may have changed."""
    if into is None or not Path(into, STORE).is_file():
        return None
    with closing(read_store(os.fspath(into))) as store:
        mark = whole_mark(listing_mark(listing), settings, given)
        if said(store, "version") != version_mark() or not is_as_it_was(store, mark, listing.root):
            return None
        ((articles,),) = store.execute("SELECT count(*) FROM articles")
        return Audited(articles=articles, read=0, unchanged=articles, gone=0)


def store_for(folder: AnyPath | None) -> sqlite3.Connection:
    """The store of a folder, or one that is gone when it is closed."""
    return open_store(None if folder is None else os.fspath(folder), version_mark())


def version_mark() -> str:
    """What a store is known by whose tables and contents are as this version would write them."""
    return f"{__version__}/{STORE_SCHEMA}"
