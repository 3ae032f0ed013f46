"""An article -> the bibliographies that it is read with: those that it names itself, else those of its project."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph.reading.article_formats import LATEX_SUFFIXES, PRINTED_SUFFIX
from graph.reading.given_files import AnyFile, article_at, where_is
from graph.reading.projects import Project, is_there, project_of, repositories_of

if TYPE_CHECKING:
    from graph.reading.articles import ArticleText


class Meant(NamedTuple):
    """The bibliographies that an `article` means and that are there; `project` is the one that named any of them.

    `settings` are the files in which it did. `gone` are those that the article names, or its project in their place,
    where none of them is there.
    """

    article: ArticleText
    bibliographies: list[Path]
    project: Project | None = None
    settings: tuple[Path, ...] = ()
    gone: tuple[str, ...] = ()


def meant_by(file: AnyFile) -> Meant:
    """The bibliographies that an article means; none for a table.

    They are found from the article's folder, or from where its project's settings are, and must be in that folder, in
    the project's, in its repository or in the working folder: an article that somebody else wrote says nothing about
    other files.
    """
    path = Path(where_is(file))
    article, project = article_at(file), project_of(path)
    names = article.bibliographies
    allowed = [path.parent, Path.cwd(), *repositories_of(path.absolute().parent)]
    allowed += [Path(project.folder)] if project else []
    own = list(there(own_paths(names, path.parent, project), allowed))
    if names and not own and (printed := printed_beside(path.name)):
        own = list(there([path.with_name(printed)], allowed))
    gone = () if own else names
    if project is None or not project.is_asked(len(own)):
        return Meant(article, own, gone=gone)
    read = [*dict.fromkeys([*own, *there(map(Path, project.bibliographies), allowed)])]
    others = tuple(Path(each) for each in project.settings if each != os.path.abspath(path))  # noqa: PTH100 - as there
    return Meant(article, read, project, others, gone=gone or (() if read else project.bibliographies))


def printed_beside(article: str) -> str:
    """What the list is called that BibTeX or biber prints for an article in LaTeX; the empty text for any other."""
    name, point, suffix = article.rpartition(".")
    return f"{name}{PRINTED_SUFFIX}" if f"{point}{suffix}".lower() in LATEX_SUFFIXES else ""


def own_paths(names: Iterable[str], folder: Path, project: Project | None) -> Iterator[Path]:
    """Where bibliographies may be that an article names: beside it, else where its project has them."""
    for name in names:
        places = [folder / name, *(map(Path, project.places(name)) if project else ())]
        yield next(filter(is_there, places), places[0])


def there(paths: Iterable[Path], allowed: Iterable[Path]) -> Iterator[Path]:
    """Those of these files that are there, in folders in which they may be."""
    folders = [each.resolve() for each in allowed]
    return (each for each in paths if is_there(each) and any(map(each.resolve().is_relative_to, folders)))
