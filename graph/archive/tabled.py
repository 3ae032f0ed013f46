"""One table of claims with a column `article` -> the articles in it, whose rows keep their lines in the whole table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from graph.archive.found import Archive, FilePart, FoundArticle, article_name
from graph.archive.rules import noticed_in_archive
from graph.model import File, Place, Role
from graph.reading.claims import REQUIRED
from graph.reading.contents import columns
from graph.reading.limits import bytes_of
from graph.reading.problems import Problems
from graph.reading.spreadsheets import table_text
from graph.reading.table import read_header, read_lines, report_lacking
from graph.reading.text import unix_lines

ARTICLE_COLUMN = "article"


LIKE_ARTICLES = re.compile(r"(?:article|artikel|document|post)(?:[_-]?(?:id|name|no|number|slug|title))?|slug")
"""Columns that may say which article a claim is of, as content management systems call them."""


def has_articles(path: Path) -> bool:
    """Whether a table of claims has a column that says which article a claim is of."""
    return ARTICLE_COLUMN in columns(whole_text(path))


def like_articles(path: Path) -> str:
    """What to call `article` in a table that has no such column; an empty string where nothing looks like it."""
    likely = sorted(filter(LIKE_ARTICLES.fullmatch, columns(whole_text(path))))
    return f"if {likely[0]!r} says which article a claim is of, call that column {ARTICLE_COLUMN!r}" if likely else ""


def notice_one_article(name: str, archive: Archive) -> None:
    """Notice that a table in the root is one article, where it may hold several."""
    if cure := like_articles(Path(archive.root, name)):
        message = f"all rows are one article, as there is no column {ARTICLE_COLUMN!r}; {cure}"
        archive.noticed.append(noticed_in_archive("malformed-list", Place(name, 1), message))


def whole_text(path: Path) -> str:
    """The text of a table; nothing where it cannot be opened, which is told when it is to be read."""
    try:
        return unix_lines(table_text(File(path.name, bytes_of(path), "claims"))[0]).lstrip("\ufeff")
    except OSError:
        return ""


def split_table(
    name: str, archive: Archive, values: Iterable[str], libraries: tuple[str, ...]
) -> Iterator[FoundArticle]:
    """The articles of a table in the root of an archive; rows that name none are noticed."""
    roles: dict[str, Role] = {name: "claims"}
    roles |= dict.fromkeys(values, "values")
    for article, part in parts_by_article(whole_text(Path(archive.root, name)), name, archive).items():
        yield FoundArticle(name=article, files=roles, libraries=libraries, contents={name: part})


def parts_by_article(text: str, name: str, archive: Archive) -> dict[str, FilePart]:
    """The rows of each article in a table, by the article's name."""
    problems = Problems(name)
    lines = text.rstrip("\n").split("\n")
    rows = [*read_lines(text, problems), (len(lines) + 1, [])]
    first = 1 if rows[0][1][0].startswith("sep=") else 0
    found = read_header(rows[first][1], Problems(name), (ARTICLE_COLUMN,))
    if lacking := [column for column in REQUIRED if column not in found]:
        notice_lacking(lacking, found, name, archive)
        return {}
    position = found.index(ARTICLE_COLUMN)
    header = as_lines_of(lines, 1, rows[first + 1][0])
    parts: dict[str, FilePart] = {}
    for (start, cells), (end, _) in pairwise(rows[first + 1 :]):
        if cell := cells[position].strip() if len(cells) > position else "":
            part = parts.setdefault(article_name(cell), FilePart(header))
            part.rows.append((start, as_lines_of(lines, start, end)))
        elif any(map(str.strip, cells)):
            problems.report("malformed-table", start, "row left out: it names no article")
    for each in problems.problems:
        archive.noticed.append(noticed_in_archive("malformed-list", Place(name, each.place.line), each.message))
    return parts


def notice_lacking(lacking: Sequence[str], columns: Sequence[str], name: str, archive: Archive) -> None:
    """Notice that no article of a table can be read, because its header lacks columns; once for all of them."""
    problems = Problems(name)
    report_lacking(lacking, columns, 0, problems)
    for each in problems.problems:
        archive.noticed.append(noticed_in_archive("unread-article", each.place, each.message))


def as_lines_of(lines: list[str], start: int, end: int) -> str:
    """The text of lines, from one up to another."""
    return "".join(f"{line}\n" for line in lines[start - 1 : end - 1])
