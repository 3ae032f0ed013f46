"""An article -> the project that it belongs to, and the bibliographies that the project's settings name for it.

Quarto, bookdown, MyST, Sphinx, Jupyter Book and Manubot let authors name bibliographies once for all articles of a
project, and sites made with Jekyll have a folder for those that articles name. Each has a function here that says
whether a folder is a project of its kind, and paths go from where the program lets them go: from the file of settings,
or from the project's folder where they begin with "/".
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from graph.model import File
from graph.reading.article_formats import MARKDOWN_SUFFIXES
from graph.reading.project_settings import (
    BOOKDOWN,
    JUPYTER_BOOK,
    MADE,
    MANUBOT,
    MOST_BYTES,
    MYST,
    QUARTO,
    QUARTO_FOLDER,
    SPHINX,
    Naming,
    bibliographies_in,
    output_in,
)
from graph.writing import AnyPath

FIRST_FILES = ("index.Rmd", "index.rmd")
"""What the first file of a book of bookdown is called, whose header is that of the book."""

MANUAL_REFERENCES = tuple(f"manual-references{suffix}" for suffix in (".json", ".yaml", ".bib", ".ris", ".nbib"))
"""What the references are called that Manubot is to use as they are."""

MANUBOT_MADE = (MADE, "citations.tsv")
"""The references that Manubot has got, and what a manuscript calls them, in the folder `output` beside its own."""

MANUBOT_BUILD = "build/build.sh"
"""What builds a manuscript of Manubot, from the folder beside its own."""

SETTINGS_FILES = frozenset(
    {*QUARTO, *QUARTO_FOLDER, MYST, BOOKDOWN, *FIRST_FILES, JUPYTER_BOOK, SPHINX, MANUBOT, *MANUAL_REFERENCES}
)
"""What the files are called that say which project a folder is."""

REPOSITORY = (".git", ".hg", ".svn", ".jj")
"""What the root of a repository has; what is above it is no part of the project."""

MOST_FOLDERS = 12
"""How many folders above an article may be those of its project."""

MANUSCRIPT = "Manubot"
"""The program whose projects are one article each, in numbered parts."""

JEKYLL = "Jekyll"
"""The program whose sites keep the bibliographies that articles name in a folder of their own."""

LIBRARY_FOLDERS = ("_bibliography", "assets/bibliography")
"""Where sites made with Jekyll keep their libraries."""

NO_SOURCES = frozenset({"_build", "node_modules"})
"""Folders of a project with what programs have put there."""


class Project(NamedTuple):
    """A project: its program, its folder, and what the settings there and on the way down to an article name.

    `settings` are the files that say so, `bibliographies` the paths that these name, whether they are there or not, or
    all that were `found` where they name none. `listed` says that some are a list, which Quarto joins to what an
    article names itself.
    """

    program: str
    folder: str
    settings: tuple[str, ...] = ()
    bibliographies: tuple[str, ...] = ()
    listed: bool = False
    found: bool = False

    def is_asked(self, own: int) -> bool:
        """Whether its bibliographies are read for an article that has so many of its own."""
        return not own or (self.program == "Quarto" and (self.listed or own > 1))

    def places(self, name: str) -> list[PurePath]:
        """Where a bibliography may be that an article names and that is not beside it."""
        folders = ("", *LIBRARY_FOLDERS) if self.program == JEKYLL else ("",)
        return [PurePath(self.folder, folder, name.lstrip("/")) for folder in folders]


def project_of(article: AnyPath) -> Project | None:
    """The project that a file belongs to, if it is an article of a kind that projects have."""
    path = Path(os.path.abspath(article))  # noqa: PTH100 - `resolve` would follow links
    project = None
    for folder in reversed(list(folders_up(path.parent))) if may_have_project(path) else ():
        present = [name for name in SETTINGS_FILES if is_there(Path(folder, name))]
        project = project_in(folder, present, project)
    return project


def may_have_project(article: AnyPath) -> bool:
    """Whether an article is written as those of projects are."""
    return PurePath(article).suffix.casefold() in MARKDOWN_SUFFIXES


def is_there(path: AnyPath) -> bool:
    """Whether there is a file that can be looked at; a name that no file can have, or that is locked up, is none."""
    return os.path.isfile(path)  # noqa: PTH113 - `Path` raises for those


def folders_up(folder: Path) -> Iterator[Path]:
    """A folder and those above it in which its project may be: up to the repository's, and below the user's own."""
    ends = {Path(os.path.expanduser("~")), Path(folder.anchor)}  # noqa: PTH111 - `Path` raises where nobody is at home
    for each in [folder, *folder.parents][:MOST_FOLDERS]:
        if each != folder and each in ends:
            return
        yield each
        if has_repository(each):
            return


def repositories_of(folder: Path) -> list[Path]:
    """The root of the repository that a folder is in, if it is in one that is no user's whole folder."""
    return [each for each in folders_up(folder) if has_repository(each)]


def has_repository(folder: Path) -> bool:
    """Whether a folder is the root of a repository."""
    return any(os.path.exists(folder / name) for name in REPOSITORY)  # noqa: PTH110 - as above


def project_in(folder: AnyPath, present: Collection[str], above: Project | None) -> Project | None:
    """The project that a folder is or belongs to, by what is `present` of `SETTINGS_FILES`, and by that `above` it."""
    if SETTINGS_FILES.isdisjoint(present):
        return above
    found = [each for program in PROGRAMS if (each := program(Path(folder), present))]
    saying = (each for each in found if each.bibliographies or (each.settings and not each.found))
    project = next(saying, next(iter(found), above))
    for name in (each for each in QUARTO_FOLDER if each in present):
        project = of_folder(project, Path(folder, name)) if project and project.program == "Quarto" else project
    return project


def of_folder(project: Project, metadata: Path) -> Project:
    """A project of Quarto with what the metadata of a folder in it name."""
    named = read_named(metadata)
    if not named.names:
        return project
    joins = named.listed or project.listed
    paths = named_paths(named.names, metadata.parent, project.folder)
    return project._replace(
        settings=(*(project.settings if joins else ()), str(metadata)),
        bibliographies=(*(project.bibliographies if joins else ()), *paths),
        listed=joins,
    )


def quarto(folder: Path, present: Collection[str]) -> Project | None:
    """The project of Quarto that a folder is; one that names nothing is one, too."""
    return by_settings("Quarto", folder, [name for name in QUARTO if name in present])


def myst(folder: Path, present: Collection[str]) -> Project | None:
    """The project of MyST that a folder is; where it names nothing, it has all that it can find."""
    project = by_settings("MyST", folder, [MYST] if MYST in present else [])
    if project is None or project.settings:
        return project
    all_there_are = tuple(found_below(folder))
    return project._replace(settings=(str(folder / MYST),), bibliographies=all_there_are, found=True)


def bookdown(folder: Path, present: Collection[str]) -> Project | None:
    """The book of bookdown that a folder is, whose first file has its settings."""
    return by_settings(
        "bookdown", folder, [name for name in FIRST_FILES if name in present], is_surely=BOOKDOWN in present
    )


def jupyter_book(folder: Path, present: Collection[str]) -> Project | None:
    """The book that a folder is."""
    return by_settings("Jupyter Book", folder, [JUPYTER_BOOK] if JUPYTER_BOOK in present else [])


def sphinx(folder: Path, present: Collection[str]) -> Project | None:
    """The project of Sphinx that a folder is."""
    return by_settings("Sphinx", folder, [SPHINX] if SPHINX in present else [])


def manubot(folder: Path, present: Collection[str]) -> Project | None:
    """The manuscript of Manubot that a folder is: with what Manubot made of its references, or those by hand."""
    made = [str(path) for name in MANUBOT_MADE if is_there(path := folder.parent / "output" / name)]
    by_hand = [str(folder / name) for name in MANUAL_REFERENCES if name in present]
    is_built = bool(made) or is_there(folder.parent / MANUBOT_BUILD)
    if not by_hand and not (is_built and MANUBOT in present):
        return None
    metadata = [folder / MANUBOT] if MANUBOT in present else []
    more = [path for each in metadata for path in named_paths(read_named(each).names, folder, folder)]
    settings, bibliographies = tuple(map(str, metadata)), (*(made or by_hand), *more)
    return Project(MANUSCRIPT, str(folder.parent), settings, bibliographies, found=not more)


def jekyll(folder: Path, present: Collection[str]) -> Project | None:
    """The site of Jekyll that a folder is, if it has a folder of libraries; its settings name those of no article."""
    has_libraries = JUPYTER_BOOK in present and any((folder / each).is_dir() for each in LIBRARY_FOLDERS)
    return Project(JEKYLL, str(folder)) if has_libraries else None


PROGRAMS: Sequence[Callable[[Path, Collection[str]], Project | None]] = (
    quarto,
    myst,
    bookdown,
    jupyter_book,
    sphinx,
    manubot,
    jekyll,
)
"""What says whether a folder is a project, in the order in which they are asked; the first that names anything."""


def by_settings(program: str, folder: Path, names: Iterable[str], *, is_surely: bool = False) -> Project | None:
    """The project of a program whose settings are in the first of these files; none where that is another program's."""
    for path in (folder / name for name in names):
        named = read_named(path)
        if named.is_project or is_surely:
            says = (str(path),) if named.names or named.is_unread else ()
            return Project(program, str(folder), says, named_paths(named.names, folder, folder), named.listed)
    return None


def read_named(path: Path) -> Naming:
    """What a file of settings names; nothing where it cannot be opened."""
    file = settings_at(path)
    return bibliographies_in(file) if file else Naming(is_project=False)


def output_named(path: Path) -> str:
    """The folder that a file of settings names for what is made; an empty string where it names none."""
    file = settings_at(path)
    return output_in(file) if file else ""


def settings_at(path: Path) -> File | None:
    """A file of settings; None where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return File(path.name, file.read(MOST_BYTES))
    except OSError:
        return None


def named_paths(names: Iterable[str], folder: AnyPath, project: AnyPath) -> tuple[str, ...]:
    """Where bibliographies are that are named in a folder; one that begins with "/" is found from the project's."""
    return tuple(
        os.path.normpath(os.path.join(project if name.startswith("/") else folder, name.lstrip("/")))  # noqa: PTH118 - as normpath
        for name in names
    )


def found_below(folder: Path) -> Iterator[str]:
    """The bibliographies in a folder and below it, by name, but for what is hidden or was made."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each not in NO_SOURCES)
        yield from (os.path.join(at, name) for name in sorted(names) if name.endswith(".bib"))  # noqa: PTH118 - as os.walk
