"""Stores that tests of an archive's page look at: of the sample, and of any texts."""

import sqlite3
from typing import Any

from graph.archive.databases import SqlDatabase
from graph.archive.finding import find_archive
from graph.archive.how import USUALLY
from graph.archive.rows import number_of_cause
from graph.archive.run import audit_into
from graph.archive.store import add_rows, empty, insert
from graph.archive.tables import ARCHIVE_TABLES, id_of
from graph.archive.works import unite
from graph.auditing.engine import EVERYTHING_USUAL, NOTHING_ELSE
from graph.reading.samples import ARCHIVE, sample_folder
from tests.archive.stored import in_memory

RETRACTED = (id_of("doi:10.5555/demonstration.survey"), "retraction", "2022-03-01", "Demonstration")


def sample_store() -> sqlite3.Connection:
    """The store of the archive that comes with the package, with the notice of its list of retractions."""
    store = in_memory()
    empty(store)
    audit_into(store, find_archive(sample_folder(ARCHIVE)), EVERYTHING_USUAL, NOTHING_ELSE, USUALLY)
    insert(store, "retractions", [RETRACTED])
    unite(SqlDatabase(store))
    return store


def row(table: str, **said: Any) -> tuple[Any, ...]:
    """A row of a table; what is not said is empty."""
    return tuple(said.get(column, kind()) for column, kind in ARCHIVE_TABLES[table].items())


def store_of(text: str) -> sqlite3.Connection:
    """A store in which every text is this one: three articles, one of them not read, and all that lies across them."""
    store = in_memory()
    empty(store)
    for number in range(3):
        name = f"{text}{number}"
        add_article(store, id_of(name), name, text, text if number == 2 else None)
    insert(store, "retractions", [(7, "retraction", text, text)])
    unite(SqlDatabase(store))
    insert(store, "apart", [(id_of(f"{text}1"), 0, "doi", 7, 8)])
    insert(store, "rests", [(7, id_of(f"{text}0"), 1, 1)])
    return store


def add_article(store: sqlite3.Connection, article: int, name: str, text: str, failure: str | None) -> None:
    """Add an article of a claim that differs from those of the other articles, and of one that is the same in all."""
    low = float(article % 97) * 10
    said = {"article": article, "name": name, "title": text, "date": text, "claims": 1, "failure": failure}
    known = {"article": article, "key": text, "title": text, "citation": text, "doi": text, "lowest": 7, "cited_by": 1}
    claim = {"article": article, "claim_id": text, "text": text, "cause": number_of_cause(text), "measure": text}
    figure = {"population": text, "unit": text, "compared": 1, "low": low, "high": low + 1}
    repeated = {"claim": 1, "text": text.ljust(20, "."), "wording": 5, "state": text, "compared": None}
    rows = {
        "articles": [row("articles", **said)],
        "references": [row("references", **known)],
        "identities": [row("identities", article=article, kind="doi", identity=7, lowest=7)],
        "claims": [row("claims", **claim, **figure), row("claims", **claim | repeated)],
        "citations": [row("citations", article=article, key=text, lowest=7)],
        "causes": [row("causes", article=article, cause=number_of_cause(text), name=text, claims=1)],
    }
    add_rows(store, rows)
    insert(store, "desks", [(article, text)])
