"""How large the page of an archive is, how soon it can be used, and how long a search, a filter and an order take.

./run python benchmarks/archive_page.py               # 10,000 and 100,000 articles
./run python benchmarks/archive_page.py 1000 --keep FOLDER

The articles are made up: titles of random words, four references and six claims each, works cited by several, causes
that no article sources. Times are what a reader waits, from the beginning of the navigation or from the click to the
second frame after it, in Chromium.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.archive.auditing import store_for  # noqa: E402 - from this checkout
from graph.archive.databases import SqlDatabase  # noqa: E402 - as above
from graph.archive.page import render_index  # noqa: E402 - as above
from graph.archive.page.paths import page_paths  # noqa: E402 - as above
from graph.archive.rows import number_of_cause  # noqa: E402 - as above
from graph.archive.store import add_rows, create_indexes, insert, whole  # noqa: E402 - as above
from graph.archive.tables import ARCHIVE_TABLES, Rows, id_of  # noqa: E402 - as above
from graph.archive.works import unite  # noqa: E402 - as above
from graph.reading import read  # noqa: E402 - as above

SIZES = (10_000, 100_000)
DESKS = ("Neurology", "Internal medicine", "Family", "General", "News", "Sleep", "Rheumatology", "Research")
SEVERAL = 5
"""How often each of most works is cited."""

ASKED = {
    "search, a rare word": "#q=zz-77",
    "search, a common word": "#q=iron",
    "search, two words": "#q=iron+sleep",
    "filter: with errors": "#severity=error",
    "filter: a desk": "#desk=Neurology",
    "order: fewest sourced": "#order=coverage",
    "order: newest": "#order=newest",
    "shared works": "#tab=works",
    "bare causes": "#tab=bare",
}
GO = """async (address) => {
    const [start, before] = [performance.now(), location.href];
    location.hash = address;
    if (location.href !== before) await new Promise((done) => addEventListener("hashchange", done, { once: true }));
    const worked = performance.now() - start;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return [worked, performance.now() - start];
}"""
"""Goes somewhere; how long the page worked, and when it was drawn."""

READY = """() => new Promise((done) => {
    const look = () => (document.querySelector("#rows li") ? done(performance.now()) : setTimeout(look, 2));
    look();
})"""


def words_of_sample() -> list[str]:
    """The words of the sample's claims and titles."""
    evidence = read(ROOT / "data" / "references.bib", ROOT / "data" / "claims.csv")
    texts = [*(each.text for each in evidence.claims.values()), *(each.title for each in evidence.references.values())]
    return sorted({word.strip(".,:()").lower() for text in texts for word in text.split()})


def made_up(number: int, articles: int, words: list[str], chance: random.Random) -> Rows:
    """The rows of an article."""
    name = f"{chance.choice(DESKS).lower().replace(' ', '-')}/zz-{number}"
    article, claims = id_of(name), chance.randrange(1, 80)
    works = chance.sample(range(articles * 4 // SEVERAL), 4)
    whole = {
        "article": article,
        "name": name,
        "title": " ".join(chance.choices(words, k=7)).capitalize(),
        "failure": None,
        "date": f"{chance.randrange(2005, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        "claims": claims,
        "sourced": chance.randrange(claims + 1),
        "errors": max(0, chance.randrange(-9, 9)),
        "warnings": chance.randrange(30),
    }
    said: dict[str, list[dict[str, Any]]] = {
        "articles": [whole],
        "references": [a_reference(article, at, work) for at, work in enumerate(works)],
        "citations": [{"article": article, "claim": at, "reference": at, "lowest": works[at]} for at in range(4)],
        "claims": [a_claim(article, at, chance.choice(words)) for at in range(6)],
        "causes": [a_cause(article, each) for each in chance.sample(range(articles // 2), 3)],
    }
    return {table: [row(table, each) for each in rows] for table, rows in said.items()}


def row(table: str, said: dict[str, Any]) -> tuple[Any, ...]:
    """A row of a table, with what is said of it."""
    return tuple(said.get(column, kind()) for column, kind in ARCHIVE_TABLES[table].items())


def a_reference(article: int, number: int, work: int) -> dict[str, Any]:
    """A reference to a work."""
    return {
        "article": article,
        "reference": number,
        "key": f"key{work}",
        "title": f"Study number {work} of many",
        "citation": f"Doe {work}",
        "lowest": work,
        "doi": f"10.1000/{work}",
        "sources": 2,
        "cited_by": 1,
    }


def a_claim(article: int, number: int, word: str) -> dict[str, Any]:
    """A claim; the first has a figure that is compared with those of others."""
    low = float(article % 70)
    return {
        "article": article,
        "claim": number,
        "claim_id": f"c-{number}",
        "text": f"It is {word}, says claim {number}.",
        "wording": article + number,
        "state": "supported",
        "sourced": 1,
        "low": low,
        "high": low + 9,
        "cause": 1,
        "compared": None if number else article % 4000,
        "measure": "prevalence",
        "unit": "%",
    }


def a_cause(article: int, cause: int) -> dict[str, Any]:
    """A cause; one of five has no sourced claim in any article."""
    name = f"Cause {cause}"
    return {"article": article, "cause": number_of_cause(name), "name": name, "claims": 2, "sourced": cause % 5}


def a_store(articles: int) -> sqlite3.Connection:
    """A store of so many articles, the same at every run."""
    chance, words = random.Random(7), words_of_sample()  # noqa: S311 - not for secrets
    store = store_for(None)
    with whole(store):
        for number in range(articles):
            add_rows(store, made_up(number, articles, words, chance))
        create_indexes(store)
        unite(SqlDatabase(store))
        insert(store, "desks", [*desks_of(store)])
    return store


def desks_of(store: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """The desk of each article, which its name begins with."""
    for article, name in store.execute("SELECT article, name FROM articles").fetchall():
        yield article, name.partition("/")[0].replace("-", " ").capitalize()


def measured(browser: Browser, path: Path) -> dict[str, float]:
    """How soon the page can be used, and how long what one asks for takes, in milliseconds; the best of five."""
    found: dict[str, list[float]] = {}
    for _ in range(5):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(path.as_uri(), wait_until="commit")
        found.setdefault("ready", []).append(page.evaluate(READY))
        page.wait_for_timeout(1500)
        for name, address in ASKED.items():
            page.evaluate(GO, "#")
            worked, drawn = page.evaluate(GO, address)
            found.setdefault(name, []).append(worked)
            found.setdefault(f"{name}, drawn", []).append(drawn)
        page.close()
    return {name: min(times) for name, times in found.items()}


def main() -> None:
    """Make archives, build their pages, and measure them."""
    from tests.browser import NODE, find_browser, launch

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="*", type=int, default=SIZES)
    parser.add_argument("--keep", metavar="FOLDER", help="where to leave the pages")
    asked = parser.parse_args()
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright, find_browser())
        for articles in asked.articles:
            store = a_store(articles)
            names = [name for (name,) in store.execute("SELECT name FROM articles ORDER BY name LIMIT 100")]
            begin = time.process_time()
            text = render_index(store, page_paths(names))
            spent = time.process_time() - begin
            path = Path(asked.keep or folder, f"index-{articles}.html")
            path.write_text(text, encoding="utf-8")
            print(f"{articles:,} articles: {len(text.encode()) / 1e6:.2f} MB, written in {spent:.1f} CPU s")
            for name, milliseconds in measured(browser, path).items():
                print(f"  {name:32} {milliseconds:7.1f} ms")


if __name__ == "__main__":
    main()
