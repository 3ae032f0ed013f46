"""The files that are to be read: what each holds, what it is called, and which others an article names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from graph.model import File, Problem, Role
from graph.reading.article_formats import detect
from graph.reading.limits import USUAL_LIMITS, Limits, bytes_of, within
from graph.reading.spreadsheets import table_text
from graph.writing import AnyPath

if TYPE_CHECKING:
    from graph.reading.articles import ArticleText


FILES: dict[Role, str] = {
    "references": "references.bib",
    "claims": "claims.csv",
    "values": "evidence.csv",
    "article": "article.md",
}
"""What the files are called unless they have other names."""


AnyFile = AnyPath | File
"""A file on the disk, or one that was read already."""


Named = TypeVar("Named", bound=AnyFile)


def opened(file: AnyFile, limits: Limits = USUAL_LIMITS) -> File:
    """A file, read from the disk where it was not yet."""
    if isinstance(file, File):
        return within(file, limits)
    return File(PurePath(file).name, bytes_of(file, limits), "claims", os.fspath(file))


def where_is(file: AnyFile) -> AnyPath:
    """Where a file is; what is none on the disk is found by its name."""
    return file.path or file.name if isinstance(file, File) else file


def has_references(article: ArticleText) -> bool:
    """Whether what was read of an article has references of its own."""
    carried = any(cited.record for marker in article.markers for cited in marker.cited)
    return bool(article.references or article.listed or carried)


def article_at(file: AnyFile) -> ArticleText:
    """The article in a file; of a table one without anything in it."""
    from graph.reading.articles import ArticleText  # who has a table and its bibliography waits for no article

    whole = opened(file)
    found = detect(whole)
    return found.read(whole) if found else ArticleText(file=whole.name)


def shortest_names(paths: Sequence[AnyPath]) -> list[str]:
    """As much of the end of each path as tells its file from the others, with `/`: "claims.csv", "a/refs.bib".

    A byte that is no letter is an escape: a name becomes a cause or a key, and stands where there are letters only.
    """
    whole = [PurePath(os.path.abspath(path)).parts for path in paths]  # noqa: PTH100 - `resolve` would follow links
    others = set(whole)

    def name(parts: tuple[str, ...]) -> str:
        lengths = range(1, len(parts) + 1)
        alone = (size for size in lengths if sum(other[-size:] == parts[-size:] for other in others) == 1)
        called = PurePath(*parts[-next(alone) :]).as_posix()
        return called.encode(errors="backslashreplace").decode()

    return [name(parts) for parts in whole]


def text_in(file: File, passed_by: Collection[Role]) -> tuple[str, list[Problem]]:
    """The text of a file; that of an article is its format's business, and may be no text at all."""
    return ("", []) if file.role in passed_by else table_text(file)


def as_seen(file: File) -> File:
    """A file of claims as what it is: a table or an article."""
    return replace(file, role="article") if file.role == "claims" and detect(file) else file


def several(paths: Named | Iterable[Named]) -> list[Named]:
    """Files of which there may be one or many."""
    return [paths] if isinstance(paths, str | os.PathLike | File) else list(paths)


def with_roles(
    references: Named | Iterable[Named],
    claims: Named | Iterable[Named],
    values: Named | None,
    settings: Iterable[Named] = (),
) -> list[tuple[Role, Named]]:
    """What each file holds, beside the file: the bibliographies, the claims, perhaps source values and settings."""
    pairs: list[tuple[Role, Named]] = [("references", each) for each in several(references)]
    pairs += [("claims", each) for each in several(claims)]
    if values is not None:
        pairs.append(("values", values))
    pairs += [("settings", each) for each in settings]
    return pairs


def default_names(roles: Iterable[Role]) -> list[str]:
    """What files are called that have no name; the second bibliography is "references-2.bib"."""
    seen: Counter[Role] = Counter()
    names = []
    for role in roles:
        seen[role] += 1
        stem, _, suffix = FILES[role].partition(".")
        names.append(f"{stem}-{seen[role]}.{suffix}" if seen[role] > 1 else FILES[role])
    return names
