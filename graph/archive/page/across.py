"""What lies across articles, from the store, as the page of an archive shows it: the widest first, up to an end."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from graph.archive.across import reach
from graph.archive.page.contract import ItemData, PlaceData
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.rows import number_of_cause, wording
from graph.archive.tables import id_of
from graph.wording import count

MOST_ITEMS = 300
"""How many things of a sort the page has; the questions have all."""

MOST_PLACES = 12
"""Of how many of its places the page says where they are."""

MOST_ARTICLES_NAMED = 2
"""How many articles of a bare cause stand in its line."""

MOST_CITED_NAMED = 3
"""How many works are named that a claim rests on."""

MOST_TITLES_NAMED = 2
"""How many titles of a clash stand in its line."""

Numbers = Mapping[str, int]
"""The place of each article in the list of all, by its name."""


class Across(NamedTuple):
    """Things of one sort: the first of them, and how many there are."""

    items: list[ItemData]
    total: int


def answered(store: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    """The rows with which a question of the archive is answered."""
    question = ARCHIVE_QUESTIONS[name]
    return [dict(zip(question.columns, row, strict=True)) for row in store.execute(question.sql)]


SHARED = """
SELECT work, citation, title, doi, articles, claims FROM weights WHERE articles > 1
ORDER BY articles DESC, claims DESC, citation, title, work
"""

CITED_IN = """
SELECT w.work, a.name, r.key, k.claim_id, MIN(c.claim)
FROM works w
JOIN articles a ON a.article = w.article
JOIN article_references r ON r.article = w.article AND r.reference = w.reference
JOIN citations c ON c.article = w.article AND c.reference = w.reference
JOIN claims k ON k.article = c.article AND k.claim = c.claim
WHERE w.work IN (SELECT number FROM asked)
GROUP BY w.work, a.name, r.key
ORDER BY w.work, a.name, r.key
"""


def shared_works(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Works that several articles cite, with what each calls them and the first claim that cites it there."""
    found = store.execute(SHARED).fetchall()
    ask_for(store, [work for work, *_ in found[:MOST_ITEMS]])
    places: dict[int, list[PlaceData]] = defaultdict(list)
    for work, article, key, claim, _ in store.execute(CITED_IN):
        places[work].append(index_place(numbers[article], f"claim:{claim}", f"as {key}"))
    dois = Counter(row[3] for row in found[:MOST_ITEMS])
    items = [work_item(row, places[row[0]], its_own=dois[row[3]] == 1) for row in found[:MOST_ITEMS]]
    return Across(items, len(found))


def work_item(row: Sequence[Any], places: list[PlaceData], *, its_own: bool) -> ItemData:
    """A work that several articles cite; of two that have one DOI it is no name of either."""
    work, citation, title, doi, articles, claims = row
    return {
        "id": doi if doi and its_own else str(work),
        "name": title or citation,
        "note": " · ".join(filter(None, (citation, doi))),
        "articles": articles,
        "claims": claims,
        "places": places[:MOST_PLACES],
    }


TITLE_OF = """
SELECT r.title FROM articles a JOIN article_references r ON r.article = a.article WHERE a.name = ? AND r.key = ?
"""


def retracted_works(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Works that were taken back or corrected, by the list that was given, and where each is cited; the worst first."""
    works: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in answered(store, "retracted"):
        works[row["citation"], row["state"], row["noticed"], row["reason"]].append(row)
    items = [
        retracted_item(title_of(store, rows[0]), work, rows, numbers) for work, rows in list(works.items())[:MOST_ITEMS]
    ]
    return Across(items, len(works))


def title_of(store: sqlite3.Connection, row: Mapping[str, Any]) -> str:
    """The title of a reference of a row."""
    found = store.execute(TITLE_OF, (row["article"], row["key"])).fetchone()
    return str(found[0] or "") if found else ""


def retracted_item(title: str, work: tuple[str, ...], rows: Sequence[dict[str, Any]], numbers: Numbers) -> ItemData:
    """A work that was taken back, and the articles that cite it."""
    citation, state, date, reason = work
    return {
        "id": "|".join(work),
        "name": title or citation,
        "note": f"{state}{f' of {date}' if date else ''}{f' ({reason})' if reason else ''} · {citation}",
        "articles": len({row["article"] for row in rows}),
        "claims": sum(row["cited_by"] for row in rows),
        "places": [
            index_place(numbers[row["article"]], f"reference:{row['key']}", cited_words(row))
            for row in rows[:MOST_PLACES]
        ],
    }


def cited_words(row: Mapping[str, Any]) -> str:
    """How an article cites what was taken back: "error: cited by 2 claims, after its notice"."""
    since = f", {row['since']}" if row["since"] else ""
    return f"{row['severity']}: cited by {count(row['cited_by'], 'claim')}{since}"


def contradictions(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Figures of one cause that do not overlap, and words that are sourced in one article and refuted in another."""
    found = answered(store, "contradictions")
    return Across([contradiction_item(row, numbers) for row in found[:MOST_ITEMS]], len(found))


def contradiction_item(row: Mapping[str, Any], numbers: Numbers) -> ItemData:
    """Two claims that contradict each other."""
    mine, other = (row["article"], row["claim_id"]), (row["other_article"], row["other_claim"])
    refuted = row["kind"] == "refuted"
    of_whom = f"{row['measure']} in {row['population']}" if row["population"] else row["measure"]
    of_figures = (f"{reach(row, which)} {row['unit']}".strip() for which in ("", "other_"))
    here, there = ("refuted", "sourced") if refuted else of_figures
    return {
        "id": "|".join((*mine, *other)),
        "name": row["cause"] or "",
        "note": "refuted here, sourced there" if refuted else f"{of_whom}: {here}, or {there}",
        "articles": 2,
        "claims": 2,
        "places": [
            index_place(numbers[mine[0]], f"claim:{mine[1]}", f"{here}: {row['says']}"),
            index_place(numbers[other[0]], f"claim:{other[1]}", f"{there}: {row['other_says']}"),
        ],
    }


def clashing_identifiers(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Identifiers that references of several articles have under unlike titles, and what each has under it."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in answered(store, "doi-clash"):
        found[row["kind"], row["identifier"] or row["other_key"]].append(row)
    widest = sorted(found.items(), key=lambda clash: -len(clash[1]))
    return Across([clash_item(*clash, numbers) for clash in widest[:MOST_ITEMS]], len(found))


def clash_item(identifier: tuple[str, str], rows: Sequence[Mapping[str, Any]], numbers: Numbers) -> ItemData:
    """An identifier under which references are unlike others; first those that are believed to have it."""
    believed = {(row["other_article"], row["other_key"], row["other_title"]) for row in rows}
    unlike = {(row["article"], row["key"], row["title"]) for row in rows}
    cited = [*sorted(believed), *sorted(unlike - believed)]
    titles = [*dict.fromkeys(title for *_, title in cited)]
    return {
        "id": "|".join(identifier),
        "name": " ".join(identifier),
        "note": f"{count(len(titles), 'title')}: {' · '.join(titles[:MOST_TITLES_NAMED])}",
        "articles": len({article for article, *_ in cited}),
        "claims": len(cited),
        "places": [
            index_place(numbers[article], f"reference:{key}", f"as {key}: {title}")
            for article, key, title in cited[:MOST_PLACES]
        ],
    }


def repeated_claims(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Claims that stand in several articles in the same words and do not rest on the same works everywhere."""
    number_of = cache(wording)
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in answered(store, "repeated"):
        found[number_of(row["says"])].append(row)
    return Across([repeated_item(store, rows, numbers) for rows in list(found.values())[:MOST_ITEMS]], len(found))


def repeated_item(store: sqlite3.Connection, rows: Sequence[Mapping[str, Any]], numbers: Numbers) -> ItemData:
    """A claim that stands in several articles, and what it rests on in each."""
    first = rows[0]
    states = Counter(row["state"] for row in rows)
    said = ", ".join(f"{number:,} {state}" for state, number in states.most_common())
    return {
        "id": f"{first['article']}|{first['claim_id']}",
        "name": first["says"],
        "note": f"{said} · on {count(first['works'], 'work')}, not the same everywhere",
        "articles": first["articles"],
        "claims": len(rows),
        "places": [
            index_place(numbers[row["article"]], f"claim:{row['claim_id']}", resting_words(store, row))
            for row in rows[:MOST_PLACES]
        ],
    }


RESTS_ON = """
SELECT w.citation
FROM claims c JOIN rests s ON s.article = c.article AND s.claim = c.claim JOIN weights w ON w.work = s.work
WHERE c.article = ? AND c.claim_id = ?
ORDER BY w.citation, w.work
"""


def resting_words(store: sqlite3.Connection, row: Mapping[str, Any]) -> str:
    """In which state a claim is, and what it rests on: "supported: Doe 2001, Roe 2002"."""
    cited = [citation for (citation,) in store.execute(RESTS_ON, (id_of(row["article"]), row["claim_id"]))]
    more = f" and {len(cited) - MOST_CITED_NAMED:,} more" if len(cited) > MOST_CITED_NAMED else ""
    return ": ".join(filter(None, (row["state"], ", ".join(cited[:MOST_CITED_NAMED]) + more)))


CAUSES_IN = """
SELECT u.cause, a.name, u.name, u.claims
FROM causes u JOIN articles a ON a.article = u.article
WHERE u.claims > 0 AND u.cause IN (SELECT number FROM asked)
ORDER BY u.cause, a.name
"""


def bare_causes(store: sqlite3.Connection, numbers: Numbers) -> Across:
    """Causes about which no article has a claim with a source."""
    found = answered(store, "bare-causes")
    ask_for(store, [number_of_cause(row["cause"]) for row in found[:MOST_ITEMS]])
    places: dict[int, list[PlaceData]] = defaultdict(list)
    names: dict[int, list[str]] = defaultdict(list)
    for cause, article, name, claims in store.execute(CAUSES_IN):
        places[cause].append(index_place(numbers[article], f"cause:{name}", count(claims, "claim")))
        names[cause].append(article)
    shown = [(row, number_of_cause(row["cause"])) for row in found[:MOST_ITEMS]]
    return Across([bare_item(row, places[cause], names[cause]) for row, cause in shown], len(found))


def bare_item(row: Mapping[str, Any], places: list[PlaceData], articles: list[str]) -> ItemData:
    """A cause without a sourced claim, in these articles."""
    more = f" and {len(articles) - MOST_ARTICLES_NAMED:,} more" if len(articles) > MOST_ARTICLES_NAMED else ""
    refuted = f"{row['refuted']:,} refuted; " if row["refuted"] else ""
    return {
        "id": row["cause"],
        "name": row["cause"],
        "note": f"{refuted}in {', '.join(articles[:MOST_ARTICLES_NAMED])}{more}",
        "articles": len(articles),
        "claims": row["claims"],
        "places": places[:MOST_PLACES],
    }


def ask_for(store: sqlite3.Connection, numbers: Collection[int]) -> None:
    """Have queries answer for these numbers only: works, or causes."""
    store.execute("CREATE TEMP TABLE IF NOT EXISTS asked (number BIGINT PRIMARY KEY)")
    store.execute("DELETE FROM asked")
    store.executemany("INSERT OR IGNORE INTO asked VALUES (?)", ((each,) for each in numbers))


def index_place(article: int, select: str, words: str) -> PlaceData:
    """A place in an article, by its number in the list of all."""
    return {"article": article, "select": select, "words": words}
