"""How well references of one work are known to be that: of a folder of bibliographies, each an article.

    ./run python benchmarks/works.py FOLDER

What is true is known by what is hidden: pairs that share an identifier (or volume and pages), with titles that are not
unlike, must be found by the other identities alone. A pair that these unite is wrong where both have an identifier, or
both have pages, and share none. Then how many works there are, and what is proposed.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from graph.archive.across import bring_up_to_date
from graph.archive.decisions import LIKENESS, YEARS_BETWEEN, proposed_works
from graph.archive.rows import article_rows
from graph.archive.store import KEPT_TABLES, add_rows, create_table, create_tables
from graph.archive.works import UsedTitle, titles_agree
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.texts.forms import words

IDENTIFIERS = ("doi", "pmid", "arxiv")
Pair = tuple[int, int]
Known = Mapping[str, Mapping[int, set[int]]]
"""By kind and identity, the references that are known by it."""

MOST = 50
"""An identity of more references is a placeholder."""


def stored(folder: Path) -> sqlite3.Connection:
    """A store in which each bibliography of a folder is an article."""
    store = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(store)
    for table, columns in KEPT_TABLES.items():
        create_table(store, table, columns)
    for path in sorted(folder.glob("*.bib")):
        rows = article_rows(
            path.stem, {path.name: path.read_bytes()}, {path.name: "references"}, Given(), Settings(select=("REF201",))
        )
        add_rows(store, {**rows, "findings": []})
    bring_up_to_date(store)
    return store


def pairs(known: Known, kinds: Iterable[str]) -> set[Pair]:
    """The pairs of references that share an identity of these kinds."""
    blocks = (block for kind in kinds for block in known.get(kind, {}).values() if len(block) <= MOST)
    return {pair for block in blocks for pair in combinations(sorted(block), 2)}


def measured(store: sqlite3.Connection) -> None:
    """Print recall and precision of each kind of identity, the others hidden."""
    rows = store.execute("SELECT article, reference, title, family, year FROM article_references").fetchall()
    numbers = {row[:2]: number for number, row in enumerate(rows)}
    titles = [UsedTitle(title, family, " ".join(words(title))) for _, _, title, family, _ in rows]
    known: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    kinds_of: dict[int, set[str]] = defaultdict(set)
    for article, reference, kind, identity in store.execute(
        "SELECT article, reference, kind, identity FROM identities"
    ):
        number = numbers[article, reference]
        known[kind][identity].add(number)
        kinds_of[number].add(kind)

    def may_be_proposed(pair: Pair) -> bool:
        years = [rows[each][4] for each in pair]
        near = None not in years and abs(years[0] - years[1]) <= YEARS_BETWEEN
        return near and fuzz.ratio(titles[pair[0]].form, titles[pair[1]].form) >= LIKENESS

    (works,) = store.execute("SELECT COUNT(*) FROM weights").fetchone()
    print(f"{len(rows):,} references, {works:,} works, {len(proposed_works(store)):,} pairs proposed")
    for hidden in (IDENTIFIERS, ("pages",)):
        found, shared = pairs(known, {*known} - {*hidden}), pairs(known, hidden)
        true = {pair for pair in shared if titles_agree(titles[pair[0]], titles[pair[1]])}
        both = {pair for pair in found if all(kinds_of[each] & {*hidden} for each in pair)}
        more = sum(may_be_proposed(pair) for pair in true - found)
        print(f"{' and '.join(hidden)} hidden:")
        print(f"  {len(true)} pairs of one work: {len(true & found)} found, {more} more proposed")
        print(f"  {len(shared - true)} pairs share one and have unlike titles")
        print(f"  of {len(both)} that are found and might be wrong {len(both & shared)} are right")


if __name__ == "__main__":
    started = time.process_time()
    measured(stored(Path(sys.argv[1])))
    print(f"{time.process_time() - started:.1f} CPU s")
