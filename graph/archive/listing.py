"""articles.csv -> what an archive's articles are called, when they appeared, on which desk, and where they stand."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from graph.archive.found import Archive, FoundArticle, article_name
from graph.archive.rules import noticed_in_archive
from graph.auditing.settings import a_day, an_address
from graph.model import NO_ARTICLE, Article, Finding, Place, UnusableError
from graph.reading.limits import USUAL_LIMITS, Limits, bytes_of
from graph.reading.problems import Problems
from graph.reading.table import Row, read_table
from graph.reading.text import clean, decode
from graph.wording import MOST_HINTS, did_you_mean

ARTICLE_LIST = "articles.csv"
"""What the list of an archive's articles is called, in its root."""

ABOUT_COLUMNS = ("article", "title", "date", "desk", "url")


def archive_folder(root: str) -> str:
    """The folder that the files of an archive are below: the root, or that of the one table which is the root."""
    return os.path.dirname(root) if os.path.isfile(root) else root  # noqa: PTH113, PTH120 - written as the user writes it


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """What the list says of an article, and where."""

    place: Place
    about: Article = NO_ARTICLE
    desk: str = ""


@dataclass(slots=True)
class ArticleList:
    """What the list says of each article, by name, and what is wrong in it."""

    name: str = ARTICLE_LIST
    articles: dict[str, ListedArticle] = field(default_factory=dict)
    noticed: list[Finding] = field(default_factory=list)

    def notice(self, place: Place, message: str) -> None:
        """Note something that is wrong in the list."""
        self.noticed.append(noticed_in_archive("malformed-list", place, message))


def article_list_in(root: str) -> Path | None:
    """The list of an archive's articles, in whatever case its name is written; None where there is none."""
    try:
        names = os.listdir(root)  # noqa: PTH208 - only names
    except OSError:  # told when the folder is looked into
        return None
    lists = sorted((name for name in names if name.casefold() == ARTICLE_LIST), key=lambda name: name != ARTICLE_LIST)
    return next(filter(Path.is_file, (Path(root, name) for name in lists)), None)


def read_article_list(root: str, limits: Limits = USUAL_LIMITS) -> ArticleList:
    """The list of an archive's articles, which need not be there. Raises OSError where it cannot be opened."""
    path = article_list_in(root)
    found = ArticleList(path.name if path else ARTICLE_LIST)
    if path:
        text, _ = clean(decode(bytes_of(path, limits), found.name)[0], found.name)
        problems = Problems(found.name)
        for row in read_table(text, problems, ("article",), ABOUT_COLUMNS, limits):
            add_listed(row, found)
        for problem in problems.problems:
            found.notice(problem.place, problem.message)
    return found


def add_listed(row: Row, found: ArticleList) -> None:
    """Add what a row says; of two about one article the first counts."""
    name, place = article_name(row["article"].strip("/")), Place(found.name, row.line)
    if name in found.articles:
        found.notice(place, f"article {name!r} stands in line {found.articles[name].place.line} already; delete one")
        return
    about = Article(
        title=row["title"],
        date=checked_cell(row, "date", a_day, found),
        url=checked_cell(row, "url", an_address, found),
    )
    found.articles[name] = ListedArticle(place=place, about=about, desk=row["desk"])


def checked_cell(row: Row, column: str, check: Callable[[str, Any], str], found: ArticleList) -> str:
    """The cell of a column, or nothing where it is not what it should be, which is noticed."""
    try:
        return check(column, row[column]) if row[column] else ""
    except UnusableError as error:
        found.notice(Place(found.name, row.line, column), f"article {row['article']!r}: {error}")
        return ""


def with_list(archive: Archive, listed: ArticleList) -> None:
    """Tell each article what the list says of it, and notice what is said of articles that are not there."""
    archive.noticed += listed.noticed
    known = {each.name for each in archive.articles}
    archive.articles = [with_words(each, listed.articles.get(each.name)) for each in archive.articles]
    unknown = {name: said for name, said in listed.articles.items() if name not in known}
    for number, (name, said) in enumerate(unknown.items()):
        hint = did_you_mean(name, known) if number < MOST_HINTS else ""
        cure = hint or "; write its path from the folder of the list, or delete the row"
        message = f"there is no article {name!r}{cure}"
        archive.noticed.append(noticed_in_archive("unknown-article", said.place, message))


def with_words(article: FoundArticle, said: ListedArticle | None) -> FoundArticle:
    """An article with what the list says of it."""
    return replace(article, about=said.about, desk=said.desk) if said else article
