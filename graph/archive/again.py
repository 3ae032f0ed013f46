"""Whether a whole archive is as it was when it was audited, by one short text of all that an audit depends on.

Of an archive in which nothing has changed it is not even asked which articles its folders have.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from graph.archive.across import wants_works
from graph.archive.articles import CLAIM_TABLES
from graph.archive.bibliographies import present
from graph.archive.found import digest_of
from graph.archive.listing import article_list_in
from graph.archive.loading import ABSENT, digest_on_disk
from graph.archive.store import keep, said
from graph.archive.walking import Listing
from graph.auditing.baseline import known_in
from graph.auditing.given import Given
from graph.auditing.settings import Settings

MATTER = ("select", "extend_select", "ignore", "severity", "causes", "profile", "only", "section", "limits")
"""The settings that have a part in what is found in an article."""


def listing_mark(listing: Listing) -> str:
    """What the disk lists, and what articles.csv says of it, as a short text.

    It is empty where that is not all that articles are known by: of a packed archive, and with a table in the root.
    """
    if listing.table or not listing.folders or present(listing.folders[0], CLAIM_TABLES):
        return ""
    listed = article_list_in(listing.root)
    said_of_articles = listed.read_bytes() if listed else b""
    folders = [(folder.path, [(name, *stat) for name, stat in folder.files.items()]) for folder in listing.folders]
    seen = repr(folders) + repr(listing.noticed)
    return digest_of(seen.encode(errors="surrogatepass") + said_of_articles)


def settings_mark(settings: Settings, given: Given) -> str:
    """The settings that have a part in what is found, as a short text."""
    values = [(name, getattr(settings, name)) for name in MATTER]
    return digest_of(repr((*values, given.as_of or settings.as_of)).encode())


def whole_mark(listed: str, settings: Settings, given: Given) -> str:
    """All that an audit depends on, as a short text; `listed` is what the folders have, and empty is not enough."""
    baseline = given.baseline
    known = [known_in(baseline, name) for name in ("", *(baseline.articles if baseline else ()))]
    lists = (given.retractions, given.journals and sorted(given.journals))
    text = repr((listed, settings_mark(settings, given), known, lists))
    return digest_of(text.encode(errors="surrogatepass")) if listed else ""


def is_as_it_was(store: sqlite3.Connection, mark: str, root: str) -> bool:
    """Whether a store is of all that a mark is of, and nothing in it is to be tried again."""
    known = bool(mark) and said(store, "whole") == mark and not wants_works(store)
    return known and all(digest_on_disk(path, root) == digest for path, digest in outside_listing(store))


def outside_listing(store: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """What was in the files that articles name and no listing has: they are missing, hidden, or end otherwise."""
    yield from store.execute("SELECT DISTINCT path, hash FROM files WHERE size = ?", (ABSENT.size,))


def keep_mark(store: sqlite3.Connection, mark: str) -> None:
    """Keep what the whole archive is known by again; nothing where an article failed, which is tried again."""
    failed = store.execute("SELECT 1 FROM articles WHERE failure IS NOT NULL LIMIT 1").fetchone()
    keep(store, {"whole": "" if failed else mark})
