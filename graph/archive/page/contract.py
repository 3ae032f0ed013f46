"""What Python and the page of an archive agree on: the data that the page shows (see `graph.archive.page.data`)."""

from __future__ import annotations

from typing import TypedDict


class ArticleData(TypedDict):
    """An article; `failure` says why it could not be read, and `page` is the path of its page, if it has one."""

    name: str
    title: str
    desk: str
    date: str
    claims: int
    sourced: int
    refuted: int
    errors: int
    warnings: int
    failure: str
    page: str


class PlaceData(TypedDict):
    """Where something is: the number of the article, what its page then shows, and what is said there."""

    article: int
    select: str
    words: str


class ItemData(TypedDict):
    """What lies across articles; `articles` and `claims` (of a clash: references) count all, `places` the first."""

    id: str
    name: str
    note: str
    articles: int
    claims: int
    places: list[PlaceData]
