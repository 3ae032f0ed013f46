"""An article as the disk has it -> the same with all that is needed to read it, and the marks it is known by again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from graph.archive.found import FoundArticle, digest_of
from graph.archive.rows import Packed
from graph.archive.walking import Stat, is_inside
from graph.model import File, Role
from graph.reading import article_at, has_references
from graph.reading.bibliographies import printed_beside
from graph.reading.limits import USUAL_LIMITS, Limits, bytes_of
from graph.reading.projects import Project

if TYPE_CHECKING:
    from graph.reading.articles import ArticleText

OF_TABLES = (".csv", ".xlsx", ".ods")
"""How tables end, which have no list of references and name no file."""

NAMES_FILES = (b"bibliography", b"\\addbibresource", b"\\input", b"\\include", b"\\subfile", b"\\import")
"""What stands in an article that names other files."""

ABSENT = Stat(-1, -1)
"""What the listing says of a file that an article names and that is not there, or not listed."""


class FileMark(NamedTuple):
    """What a file of an article was when that was read; the `digest` is that of its bytes."""

    path: str
    size: int
    mtime: int
    digest: str


def load_article(article: FoundArticle, root: str, limits: Limits = USUAL_LIMITS) -> Packed:
    """Read the files of an article. Raises OSError where one cannot be opened, and UnusableError for one too large."""
    read = reader(article, root, limits)
    texts = {path: read(path) for path in article.files}
    named = named_files(article, root, texts)
    roles: dict[str, Role] = dict.fromkeys(named.settings, "settings")
    roles |= dict.fromkeys(named.libraries, "references")
    roles |= article.files
    roles |= dict.fromkeys(named.parts, "article")
    contents = {path: texts.get(path) or read(path) for path in roles}
    return Packed(
        name=article.name,
        contents=contents,
        files=roles,
        shared=tuple(path for path in named.libraries if path in article.shared),
        missing=tuple(dict.fromkeys(path for path in named.missing if path not in roles)),
        about=article.about,
        desk=article.desk,
    )


def reader(article: FoundArticle, root: str, limits: Limits) -> Callable[[str], bytes]:
    """How the bytes of the article's files are got."""

    def read(path: str) -> bytes:
        if given := article.contents.get(path):
            return given if isinstance(given, bytes) else given.data()
        whole = os.path.join(root, path)  # noqa: PTH118 - thousands of them
        if path in article.shared:
            stat = os.stat(whole)  # noqa: PTH116 - as above
            return shared_bytes(whole, stat.st_size, stat.st_mtime_ns, limits, path)
        return bytes_of(whole, limits, path)

    return read


@lru_cache(maxsize=4)
def shared_bytes(path: str, _size: int, _mtime: int, limits: Limits, name: str) -> bytes:
    """The bytes of a library of several articles, which are the same object each time while it does not change."""
    return bytes_of(path, limits, name)


class NamedFiles(NamedTuple):
    """The libraries that an article cites from, the other files that it is made of, and its project's settings.

    The `missing` would be among them if they were there.
    """

    libraries: list[str]
    parts: list[str]
    missing: list[str]
    settings: Sequence[str] = ()


def named_files(article: FoundArticle, root: str, texts: Mapping[str, bytes]) -> NamedFiles:
    """What an article names of other files; where it names no library, the libraries are those that were found for it.

    An article with a list of references of its own needs none that neither it nor its project names.
    """
    found = NamedFiles([], [], [])
    has_own = False
    for path, data in texts.items():
        if may_name_files(path, article) and (article.libraries or any(each in data for each in NAMES_FILES)):
            whole = os.path.join(root, path)  # noqa: PTH118 - thousands of them
            text = article_at(File(path, data, "claims", "" if path in article.contents else whole))
            is_there = [place_of_library(places, root, found) for places in places_named(text, article.project)]
            if is_there and not any(is_there) and (printed := printed_beside(text.file)):
                place_of_library([printed], root, found)
            found.parts.extend(each.name for each in text.parts if each.name not in texts)
            found.missing.extend(text.missing)
            has_own |= has_references(text)
    if article.project and article.project.is_asked(len(found.libraries)):
        theirs = (each for each in article.libraries if each in article.project.bibliographies)
        both = [*dict.fromkeys([*found.libraries, *theirs])]
        found = found._replace(libraries=both, settings=article.project.settings)
    return found if found.libraries or has_own else found._replace(libraries=list(article.libraries))


def place_of_library(places: Sequence[str], root: str, found: NamedFiles) -> bool:
    """Add the first of the places of a library that is there, and those before it as missing; whether one is there."""
    absent = [*takewhile(lambda each: not is_in_archive(each, root), places)]
    found.missing.extend(absent)
    found.libraries.extend(each for each in places[len(absent) :][:1] if each not in found.libraries)
    return len(absent) < len(places)


def may_name_files(path: str, article: FoundArticle) -> bool:
    """Whether a file of an article may name others: a table does not, nor do settings, which were asked before."""
    return not path.endswith(OF_TABLES) and article.files[path] != "settings"


def places_named(text: ArticleText, project: Project | None) -> Iterator[list[str]]:
    """For each bibliography that an article names the paths from the root where it may be, the first that is there.

    One that is not in the folder of the article is looked for where its project has those.
    """
    folder = PurePath(text.file).parent
    for name in text.bibliographies:
        places = [folder / name, *(project.places(name) if project else ())]
        yield [os.path.normpath(each).replace(os.sep, "/") for each in places]


def is_in_archive(path: str, root: str) -> bool:
    """Whether there is a file at a path from the root, in the archive."""
    whole = os.path.join(root, path)  # noqa: PTH118 - as above
    return os.path.isfile(whole) and is_inside(whole, root)  # noqa: PTH113 - as above


def file_marks(article: FoundArticle, packed: Packed, seen: Mapping[str, Stat]) -> list[FileMark]:
    """What the files of an article were when they were listed, before they were read; the missing have no digest."""
    return [
        *(
            FileMark(path, *seen.get(path, ABSENT), digest_in(article, path, packed.contents[path]))
            for path in packed.files
        ),
        *(FileMark(path, *ABSENT, digest="") for path in packed.missing),
    ]


def digest_on_disk(path: str, root: str) -> str:
    """What a file in the archive has in it, as a short text; an empty one where there is none."""
    try:
        return digest_of(Path(root, path).read_bytes()) if is_in_archive(path, root) else ""
    except OSError:
        return ""


def digest_in(article: FoundArticle, path: str, data: bytes) -> str:
    """What an article has in a file, as a short text; `data` is what the file has in it."""
    given = article.contents.get(path, data)
    return digest_of(given) if isinstance(given, bytes) else given.digest()
