"""What lies across articles, from the store, as the page of an archive shows it: the widest first, and not without end."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from graph.archive.page.contract import ItemData, PlaceData
from graph.wording import count

MOST_ITEMS = 300
"""How many things of a sort the page has; the questions have all."""

MOST_PLACES = 12
"""Of how many of its places the page says where they are."""

Numbers = Mapping[int, int]
"""The place of each article in the list of all, by its number in the store."""


class Across(NamedTuple):
    """Things of one sort: the first of them, and how many there are."""

    items: list[ItemData]
    total: int


NOTHING = Across([], 0)

SHARED = """
SELECT w.work, COUNT(DISTINCT w.article) AS articles, SUM(r.sources) AS claims
FROM works w JOIN article_references r ON r.article = w.article AND r.reference = w.reference
GROUP BY w.work HAVING COUNT(DISTINCT w.article) > 1
ORDER BY articles DESC, claims DESC, w.work
"""

RETRACTED = """
SELECT w.work, COUNT(DISTINCT w.article) AS articles, SUM(r.sources) AS claims
FROM (SELECT DISTINCT i.article, i.reference
      FROM retractions n JOIN identities i ON i.identity = n.identity WHERE n.state <> 'reinstatement') taken
JOIN works w ON w.article = taken.article AND w.reference = taken.reference
JOIN article_references r ON r.article = w.article AND r.reference = w.reference
GROUP BY w.work
ORDER BY claims DESC, articles DESC, w.work
"""

CITED_IN = """
SELECT w.work, w.article, r.key, r.title, r.family, r.year, r.journal, r.doi, MIN(c.claim), k.claim_id, k.text
FROM works w
JOIN articles a ON a.article = w.article
JOIN article_references r ON r.article = w.article AND r.reference = w.reference
LEFT JOIN citations c ON c.article = w.article AND c.reference = w.reference
LEFT JOIN claims k ON k.article = c.article AND k.claim = c.claim
WHERE w.work IN (SELECT work FROM asked)
GROUP BY w.work, w.article, w.reference
ORDER BY w.work, a.name, r.key
"""

NOTICES = """
SELECT DISTINCT w.work, n.state, n.date, n.reason
FROM retractions n
JOIN identities i ON i.identity = n.identity
JOIN works w ON w.article = i.article AND w.reference = i.reference
WHERE w.work IN (SELECT work FROM asked)
ORDER BY w.work, n.date, n.state, n.reason
"""


class Cited(NamedTuple):
    """A work in an article: how that describes it, and the first claim that cites it, if one does."""

    work: int
    article: int
    key: str
    title: str
    family: str
    year: int | None
    journal: str
    doi: str
    number: int | None
    claim_id: str | None
    text: str | None


def shared_works(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Works that several articles cite, with what each calls them."""
    if not has_table(store, "works"):
        return NOTHING
    found = store.execute(SHARED).fetchall()
    cited = cited_in(store, [work for work, *_ in found[:MOST_ITEMS]])
    items = [work_item(cited[work], numbers, *counts) for work, *counts in found[:MOST_ITEMS]]
    return Across(items, len(found))


def work_item(cited: Sequence[Cited], numbers: Numbers, articles: int, claims: int) -> ItemData:
    """A work, as the first article that has its title describes it."""
    first = next((each for each in cited if each.title), cited[0])
    by = " ".join(filter(None, (first.family.capitalize(), str(first.year or ""))))
    return {
        "id": f"{first.doi or first.title or first.key}",
        "name": first.title or first.key,
        "note": " · ".join(filter(None, (by, first.journal, first.doi))),
        "articles": articles,
        "claims": claims,
        "places": [place_of(numbers[each.article], chosen(each), f"as {each.key}") for each in cited[:MOST_PLACES]],
    }


def retracted_works(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Works that were taken back or corrected, by the lists that were given, and the claims that cite them."""
    if not (has_table(store, "works") and has_table(store, "retractions")):
        return NOTHING
    found = store.execute(RETRACTED).fetchall()
    works = [work for work, *_ in found[:MOST_ITEMS]]
    cited = cited_in(store, works)
    notices = {work: list(rows) for work, rows in groupby(store.execute(NOTICES).fetchall(), lambda row: row[0])}
    items = [work_item(cited[work], numbers, *counts) for work, *counts in found[:MOST_ITEMS]]
    return Across(
        [
            {**item, "note": " · ".join(filter(None, (notice_words(notices[work][-1]), item["note"]))),
             "places": [place_of(numbers[each.article], chosen(each), each.text or f"as {each.key}") for each in cited[work][:MOST_PLACES]]}
            for item, work in zip(items, works, strict=True)
        ],
        len(found),
    )


def notice_words(notice: tuple[int, str, str, str]) -> str:
    """What a notice says: "retraction of 2022-03-01 (Demonstration)"."""
    _, state, date, reason = notice
    return f"{state}{f' of {date}' if date else ''}{f' ({reason})' if reason else ''}"


def cited_in(store: sqlite3.Connection, works: Collection[int]) -> dict[int, list[Cited]]:
    """Where works are cited, by work."""
    store.execute("CREATE TEMP TABLE IF NOT EXISTS asked (work BIGINT PRIMARY KEY)")
    store.execute("DELETE FROM asked")
    store.executemany("INSERT INTO asked VALUES (?)", [(work,) for work in works])
    rows = (Cited(*row) for row in store.execute(CITED_IN))
    return {work: list(each) for work, each in groupby(rows, attrgetter("work"))}


def chosen(cited: Cited) -> str:
    """What an article's page is to show of a work: the first claim that cites it, or the reference."""
    return f"claim:{cited.claim_id}" if cited.claim_id is not None else f"reference:{cited.key}"


CAUSE_NAMES = "SELECT cause, MIN(name) FROM causes GROUP BY cause"

COMPARED = """
SELECT k.cause, k.compared, k.article, k.claim_id, k.text, k.low, k.high, k.measure, k.unit, k.population
FROM claims k
JOIN articles a ON a.article = k.article
JOIN (SELECT cause, compared FROM claims WHERE compared IS NOT NULL
      GROUP BY cause, compared HAVING MAX(low) > MIN(high) AND COUNT(DISTINCT article) > 1) apart
    ON apart.cause = k.cause AND apart.compared = k.compared
ORDER BY k.cause, k.compared, k.low, k.high, a.name, k.claim
"""

REFUTED_HERE = """
SELECT k.wording, k.cause, k.article, k.claim_id, k.text, k.state
FROM claims k
JOIN articles a ON a.article = k.article
JOIN (SELECT wording FROM claims GROUP BY wording
      HAVING MAX(sourced) = 1 AND MAX(CASE WHEN state = 'refuted' THEN 1 ELSE 0 END) = 1) both
    ON both.wording = k.wording
WHERE k.sourced = 1 OR k.state = 'refuted'
ORDER BY k.wording, a.name, k.claim
"""


def contradictions(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Figures of one cause that cannot all be true, and words that are sourced in one article and refuted in another."""
    names = dict(store.execute(CAUSE_NAMES).fetchall())
    items = [*figures_apart(store, names, numbers), *refuted_elsewhere(store, names, numbers)]
    items.sort(key=lambda item: (-item["articles"], item["name"], item["id"]))
    return Across(items[:MOST_ITEMS], len(items))


def figures_apart(store: sqlite3.Connection, names: Mapping[int, str], numbers: Numbers) -> Iterator[ItemData]:
    """Claims on the figures of one cause, of which some do not overlap."""
    for (cause, compared), rows in groupby(store.execute(COMPARED).fetchall(), lambda row: row[:2]):
        claims = list(rows)
        measure, unit, population = claims[0][7:]
        places = [
            (article, f"claim:{claim_id}", f"{figure(low)} to {figure(high)} {unit}: {text}")
            for _, _, article, claim_id, text, low, high, *_ in claims
        ]
        note = f"{measure} {'in ' if population else ''}{population} does not overlap"
        yield item(f"{names[cause]}|{compared}", names[cause], note, places, numbers)


def refuted_elsewhere(store: sqlite3.Connection, names: Mapping[int, str], numbers: Numbers) -> Iterator[ItemData]:
    """Claims in the same words, sourced here and refuted there."""
    for wording, rows in groupby(store.execute(REFUTED_HERE).fetchall(), lambda row: row[0]):
        claims = list(rows)
        places = [
            (article, f"claim:{claim_id}", f"{'refuted' if state == 'refuted' else 'sourced'}: {text}")
            for _, _, article, claim_id, text, state in claims
        ]
        yield item(f"wording|{wording}", names[claims[0][1]], "sourced here, refuted there", places, numbers)


def figure(number: float) -> str:
    """A figure as one writes it."""
    return f"{number:.10g}"


BARE = """
SELECT c.cause, MIN(c.name), COUNT(*) AS articles, SUM(c.claims) AS claims
FROM causes c WHERE c.claims > 0
GROUP BY c.cause HAVING SUM(c.sourced) = 0
ORDER BY articles DESC, claims DESC, MIN(c.name), c.cause
"""

BARE_IN = """
SELECT c.cause, c.article, c.name, c.claims
FROM causes c JOIN articles a ON a.article = c.article
WHERE c.claims > 0 AND c.cause IN (SELECT work FROM asked)
ORDER BY c.cause, a.name
"""


def bare_causes(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Causes about which no article has a claim with a source."""
    found = store.execute(BARE).fetchall()
    cited_in(store, [cause for cause, *_ in found[:MOST_ITEMS]])
    places: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for cause, article, name, claims in store.execute(BARE_IN):
        places[cause].append((article, f"cause:{name}", count(claims, "claim")))
    return Across(
        [
            {**item(name, name, "no claim has a source", places[cause], numbers), "articles": articles, "claims": claims}
            for cause, name, articles, claims in found[:MOST_ITEMS]
        ],
        len(found),
    )


def item(key: str, name: str, note: str, places: Sequence[tuple[int, str, str]], numbers: Numbers) -> ItemData:
    """A thing that lies across articles, at these places: article, what its page shows, and words."""
    return {
        "id": key,
        "name": name,
        "note": note,
        "articles": len({article for article, *_ in places}),
        "claims": len(places),
        "places": [place_of(numbers[article], *said) for article, *said in places[:MOST_PLACES]],
    }


def place_of(article: int, select: str, words: str) -> PlaceData:
    """A place in an article, by its number in the list of all."""
    return {"article": article, "select": select, "words": words}


def has_table(store: sqlite3.Connection, name: str) -> bool:
    """Whether the store has a table of this name."""
    found: Any = store.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)).fetchone()
    return found is not None
