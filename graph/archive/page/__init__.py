"""The store of an archive -> one HTML file that says what is in it, worst first, and leads to the articles' pages.

It is made as an article's page is: the same looks, the same policy, data in columns that are compressed, and nothing
beside it but the pages of articles that were asked for (`graph.archive.page.paths` says where those are).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from graph.archive.page.data import IndexData, index_data
from graph.page import WEB, closed, content_security_policy, flush
from graph.page.modules import join_modules
from graph.page.packing import Data, as_line, compressed, table
from graph.page.template import load_template

INDEX_WEB = Path(__file__).parent / "web"
INDEX = "index.html"
"""What the page of an archive is called, in the folder of its results."""

MOST_LISTED = 30
"""How many articles stand in the page itself, for readers without scripts."""

MOST_FIRST = 60
"""How many articles stand in the data by themselves, too: more than the highest window shows at first."""


PLAIN_NUMBERS: tuple[Literal["errors", "warnings", "refuted"], ...] = ("errors", "warnings", "refuted")
"""Numbers of articles that stand as they are: few are alike, and what says where each is would be longer than they."""


def render_index(store: sqlite3.Connection, pages: Mapping[str, str], title: str = "") -> str:
    """The page of an archive as text, to be written as UTF-8; the same store gives the same bytes.

    `pages` has the path of the page of each article that has one, from the folder of the index.
    """
    data = index_data(store, pages)
    head, *rest = index_in_lines(data)
    script = join_modules(INDEX_WEB / "index.js")
    style = flush("".join(path.read_text(encoding="utf-8") for path in (WEB / "page.css", INDEX_WEB / "index.css")))
    return load_template(INDEX_WEB / "index.html", WEB, address=quote).render(
        title=title or "What an archive rests on",
        summary=data["summary"],
        policy=content_security_policy([script], style),
        script=closed(script),
        style=style,
        bar=data["bar"],
        desks=sorted({each["desk"] for each in data["articles"]} - {""}),
        severities=article_severities(data),
        totals=data["totals"],
        listed=data["worst"][:MOST_LISTED],
        head=compressed([head]),
        packed=compressed([b"", *rest]),
    )


def article_severities(data: IndexData) -> dict[str, int]:
    """How many articles there are, and how many have errors, warnings, or could not be read."""
    found = {
        "error": sum(each["errors"] > 0 for each in data["articles"]),
        "warning": sum(each["warnings"] > 0 for each in data["articles"]),
        "failed": sum(bool(each["failure"]) for each in data["articles"]),
    }
    return {"all": len(data["articles"]), **{name: number for name, number in found.items() if number}}


def first_shown(data: IndexData) -> Data:
    """The articles that the page opens on with their numbers: read alone, they are there before the columns of all."""
    first = data["worst"][:MOST_FIRST]
    numbers = {article["name"]: number for number, article in enumerate(data["articles"])}
    return {"numbers": [numbers[article["name"]] for article in first], "articles": first}


def index_in_lines(data: IndexData) -> list[bytes]:
    """The data as lines of JSON: the first says what there is, and each column of a table stands in one of its own."""
    items = [item for section in data["across"].values() for item in section]
    places = [place for item in items for place in item["places"]]
    tables = {"articles": table(data["articles"]), "items": table(items, {"places"}), "places": table(places)}
    tables["items"]["columns"]["places"] = [len(item["places"]) for item in items]
    for name in PLAIN_NUMBERS:
        tables["articles"]["columns"][name] = [article[name] for article in data["articles"]]
    lines: list[bytes] = []
    for each in tables.values():
        for name, values in each["columns"].items():
            lines.append(as_line(values))
            each["columns"][name] = {"line": len(lines)}
    head: Data = {
        "tables": tables,
        "sections": {section: len(items) for section, items in data["across"].items()},
        "totals": data["totals"],
        "retractions": data["retractions"],
        "first": first_shown(data),
    }
    return [as_line(head), *lines]
