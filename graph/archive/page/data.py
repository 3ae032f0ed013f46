"""The store of an archive -> the plain data that its page shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Literal, TypedDict

from graph.archive.page.across import (
    Across,
    Numbers,
    bare_causes,
    clashing_identifiers,
    contradictions,
    repeated_claims,
    retracted_works,
    shared_works,
)
from graph.archive.page.contract import ArticleData, ItemData
from graph.page.contract import BarPart
from graph.page.data import share
from graph.support import State
from graph.wording import count

ARTICLES = """
SELECT a.name, a.title, COALESCE(d.desk, ''), a.date, a.claims, a.sourced, a.refuted, a.errors, a.warnings, a.failure
FROM articles a LEFT JOIN desks d ON d.article = a.article ORDER BY a.name
"""


Section = Literal["works", "retracted", "contradictions", "clashes", "repeated", "bare"]
"""What lies across articles, by what the page calls it."""


ASKED_ACROSS: Mapping[Section, Callable[[sqlite3.Connection, Numbers], Across]] = {
    "works": shared_works,
    "retracted": retracted_works,
    "contradictions": contradictions,
    "clashes": clashing_identifiers,
    "repeated": repeated_claims,
    "bare": bare_causes,
}
"""What tells it, in the order of the tabs."""


class IndexData(TypedDict):
    """Everything that the page of an archive shows: articles by name, and `totals` of what it has only a part of."""

    summary: str
    bar: list[BarPart]
    retractions: int
    articles: list[ArticleData]
    worst: list[ArticleData]
    across: dict[Section, list[ItemData]]
    totals: dict[str, int]


def index_data(store: sqlite3.Connection, pages: Mapping[str, str]) -> IndexData:
    """Everything that the page shows; `pages` has the path of each article's page that there is."""
    articles = [article_data(row, pages.get(row[0], "")) for row in store.execute(ARTICLES)]
    numbers = {article["name"]: number for number, article in enumerate(articles)}
    found: dict[Section, Across] = {section: asked(store, numbers) for section, asked in ASKED_ACROSS.items()}
    return {
        "summary": index_summary(articles),
        "bar": bar_of(articles),
        "retractions": store.execute("SELECT COUNT(*) FROM retractions").fetchone()[0],
        "articles": articles,
        "worst": sorted(articles, key=how_good),
        "across": {section: across.items for section, across in found.items()},
        "totals": {"articles": len(articles), **{section: across.total for section, across in found.items()}},
    }


def article_data(row: Sequence[str | int | None], page: str) -> ArticleData:
    """An article of a row of the store."""
    name, title, desk, date, *counts, failure = row
    claims, sourced, refuted, errors, warnings = (int(each or 0) for each in counts)
    return {
        "name": str(name),
        "title": str(title or ""),
        "desk": str(desk or ""),
        "date": str(date or ""),
        "claims": claims,
        "sourced": sourced,
        "refuted": refuted,
        "errors": errors,
        "warnings": warnings,
        "failure": str(failure or ""),
        "page": page,
    }


def how_good(article: ArticleData) -> tuple[int, int, int, int, str]:
    """What articles are sorted by, the worst first: unread, then by errors, warnings and claims without a source."""
    bare = article["claims"] - article["sourced"]
    return -bool(article["failure"]), -article["errors"], -article["warnings"], -bare, article["name"]


def index_summary(articles: Sequence[ArticleData]) -> str:
    """What there is: "14 articles, 2 could not be read; 112 claims: 48 sourced, 64 not"."""
    claims, sourced = total_of(articles, "claims"), total_of(articles, "sourced")
    failed = sum(bool(each["failure"]) for each in articles)
    unread = f", {failed:,} could not be read" if failed else ""
    said = f"{count(claims, 'claim')}: {sourced:,} sourced, {claims - sourced:,} not"
    return f"{count(len(articles), 'article')}{unread}; {said}"


def bar_of(articles: Sequence[ArticleData]) -> list[BarPart]:
    """The parts of the bar of all claims: those with a source, those that are refuted, and the rest."""
    claims, sourced, refuted = (total_of(articles, name) for name in ("claims", "sourced", "refuted"))
    parts: tuple[tuple[State, int], ...] = (
        ("supported", sourced),
        ("refuted", refuted),
        ("unsourced", claims - sourced - refuted),
    )
    begins = accumulate((number for _, number in parts), initial=0)
    return [
        {"state": state, "at": share(begin, claims), "width": share(number, claims)}
        for (state, number), begin in zip(parts, begins, strict=False)
        if number
    ]


def total_of(articles: Sequence[ArticleData], name: Literal["claims", "sourced", "refuted"]) -> int:
    """How many there are in all articles."""
    return sum(each[name] for each in articles)
