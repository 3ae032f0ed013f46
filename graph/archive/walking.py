"""A folder -> what is in it and below it, as the disk lists it: names, sizes and times, and no file is opened."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from graph.archive.made import is_made
from graph.archive.rules import noticed_in_archive
from graph.archive.store import STORE
from graph.collector import collector_paused
from graph.model import Finding, Place
from graph.reading.article_formats import ARTICLE_SUFFIXES, PRINTED_SUFFIX
from graph.reading.folders import LIBRARY_SUFFIXES
from graph.reading.projects import SETTINGS_FILES
from graph.wording import count

YAML_SUFFIXES = (".yaml", ".yml")
"""How files in YAML end, libraries or anything else."""

OTHER_SUFFIXES = (
    ".org",
    ".rst",
    ".adoc",
    ".asciidoc",
    ".ipynb",
    ".epub",
    ".doc",
    ".rtf",
    ".lyx",
    ".typ",
    ".mht",
    ".mhtml",
    ".webarchive",
)
"""How articles end in formats that are not read."""

COMPRESSED_XML = {".xml.gz": "gzip", ".xml.bz2": "bz2"}
"""How XML ends that is compressed, and which module of Python unpacks it."""

PACKED_XML = (".xml.7z", ".xml.xz", ".xml.zip", ".xml.zst")
"""How XML ends that is packed in ways that are not read."""

COMPRESSED = frozenset(f".{each.rpartition('.')[2]}" for each in (*COMPRESSED_XML, *PACKED_XML))

PRINT_SUFFIX = ".pdf"
"""How files end that show articles, and from which no claim is read."""

PACKAGE_SUFFIXES = (".tar", ".tar.gz", ".tar.bz2", ".tar.xz", ".tgz")
"""How the packages end that PubMed Central and arXiv have articles in, with all their files."""

HIDDEN = (".", "~$")
"""What the names of hidden files begin with; Word hides what it locks an open document with from Windows only."""

ARCHIVE_SUFFIXES = frozenset(
    {
        *(*OTHER_SUFFIXES, *ARTICLE_SUFFIXES, *LIBRARY_SUFFIXES, PRINTED_SUFFIX, PRINT_SUFFIX, *PACKAGE_SUFFIXES),
        *(*COMPRESSED_XML, *PACKED_XML, *YAML_SUFFIXES, ".csv", ".xlsx", ".ods"),
    }
)
"""How files end that may say something of an article."""


class Stat(NamedTuple):
    """How large a file is, and when it was changed (nanoseconds): by these two it is known again."""

    size: int
    mtime: int


@dataclass(slots=True)
class Folder:
    """A folder of an archive, by its path from the root, and the files in it by name; the root's own path is empty."""

    path: str
    files: dict[str, Stat] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)

    def join(self, name: str) -> str:
        """The path from the root of something in this folder."""
        return f"{self.path}/{name}" if self.path else name


@dataclass(slots=True)
class Listing:
    """What the disk lists below a root, before it is known which articles are in it; nothing of a packed archive.

    `table` is the one file with all articles, where that is the root.
    """

    root: str
    folders: list[Folder] = field(default_factory=list)
    noticed: list[Finding] = field(default_factory=list)
    table: str = ""

    @property
    def path(self) -> str:
        """The root as the user names it."""
        return os.path.join(self.root, self.table) if self.table else self.root  # noqa: PTH118 - as it is written


@collector_paused()
def walked(root: str, exclude: Sequence[str] = ()) -> Listing:
    """What is in a folder and below it, but for what is called as one of the patterns to `exclude`.

    These are a shell's. One with a "/" in it is that of a path from the root, and any other that of a name anywhere.
    """
    found = Listing(root)
    made: list[str] = []
    found.folders += walk(root, found.noticed, made, pattern_of_excluded(exclude))
    if made:
        what = f"{count(len(made), 'folder')} not looked into: what programs make, or their templates"
        message = f"{what}; the first is {min(made)}; move what is an article out of there"
        found.noticed.append(noticed_in_archive("passed-over", Place(min(made), 1), message))
    return found


def listed_table(path: str) -> Listing:
    """What is in the folder of a table that is a whole archive."""
    root, table = os.path.split(path)
    found = Listing(root or ".", table=table)
    found.folders.append(look_into(found.root, "", found.noticed))
    return found


def walk(
    root: str, noticed: list[Finding], made: list[str], excluded: re.Pattern[str] | None = None
) -> Iterator[Folder]:
    """The folders of an archive, each before those in it; what is hidden, and results of this program, are passed over.

    So are folders that other programs have made, whose paths are added to `made`.
    Links to folders are not followed, as they may go round in circles, nor links that lead out of the archive.
    """
    waiting = [""]
    while waiting:
        folder = look_into(root, waiting.pop(), noticed, excluded)
        if STORE in folder.files and folder.path:
            continue
        yield folder
        pages = {name[: name.rfind(".")] for name in folder.files} if folder.folders else frozenset[str]()
        for name in sorted(folder.folders, reverse=True):
            (made if is_made(name, folder.folders, pages) else waiting).append(folder.join(name))


def pattern_of_excluded(exclude: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for those of a shell, which paths from the root match, with a "/" before each."""
    patterns = [each.rstrip("/") for each in exclude]
    whole = [f"/{each.removeprefix('./').lstrip('/')}" if "/" in each else f"*/{each}" for each in patterns if each]
    return re.compile("|".join(map(fnmatch.translate, whole))) if whole else None


def look_into(root: str, path: str, noticed: list[Finding], excluded: re.Pattern[str] | None = None) -> Folder:
    """What is in one folder, but for what is excluded; nothing where it cannot be opened, which is noticed."""
    folder = Folder(path)
    try:
        with os.scandir(os.path.join(root, path)) as entries:  # noqa: PTH118 - thousands of them
            for entry in sorted(entries, key=attrgetter("name")):  # the same on any disk
                if excluded and excluded.match(f"/{folder.join(entry.name)}"):
                    continue
                if entry.is_symlink():
                    add_link(entry, root, folder, noticed)
                else:
                    add_entry(entry, folder)
    except OSError as error:
        message = f"this folder cannot be looked into ({error.strerror}); whatever is in it is missing"
        noticed.append(noticed_in_archive("unreadable-folder", Place(path or ".", 1), message))
    return folder


def add_entry(entry: os.DirEntry[str], folder: Folder) -> None:
    """Add what an entry of a folder is, if it matters."""
    if entry.is_dir(follow_symlinks=False):
        if not entry.name.startswith(HIDDEN):
            folder.folders.append(entry.name)
    elif matters(entry.name) and entry.is_file(follow_symlinks=False):
        stat = entry.stat(follow_symlinks=False)
        folder.files[entry.name] = Stat(stat.st_size, stat.st_mtime_ns)


def add_link(link: os.DirEntry[str], root: str, folder: Folder, noticed: list[Finding]) -> None:
    """Add the file that a link leads to, if it matters and is in the archive."""
    if link.name.startswith(HIDDEN):
        return
    try:
        if matters(link.name) and not link.is_dir():
            if not is_inside(link.path, root):
                why = "leads out of the archive" if os.path.exists(link.path) else "leads nowhere"  # noqa: PTH110 - as below
                notice_link(folder.join(link.name), why, noticed)
            elif link.is_file():
                stat = link.stat()
                folder.files[link.name] = Stat(stat.st_size, stat.st_mtime_ns)
        elif link.is_dir():
            notice_link(folder.join(link.name), "leads to a folder", noticed)
    except OSError:  # it leads to itself, which costs nothing else in the folder
        notice_link(folder.join(link.name), "leads nowhere", noticed)


@lru_cache(maxsize=2**12)  # thousands of folders have the same names
def matters(name: str) -> bool:
    """Whether a file of this name may say something of an article, or is the store of another audit."""
    known = ending(name) in ARCHIVE_SUFFIXES or name in SETTINGS_FILES or name == STORE
    return known and not name.startswith(HIDDEN)


def ending(name: str) -> str:
    """How a file's name ends, in small letters: ".csv", ".xml.gz"; `PurePath` takes its time for it."""
    point = name.rfind(".")
    found = name[point:].lower() if point > 0 else ""
    return ending(name[:point]) + found if found in COMPRESSED else found


def notice_link(path: str, why: str, noticed: list[Finding]) -> None:
    """Notice a link that is not followed."""
    message = f"this link {why} and is not followed; put in its place what it leads to"
    noticed.append(noticed_in_archive("link-passed-over", Place(path, 1), message))


def is_inside(path: str, root: str) -> bool:
    """Whether what a link leads to is in the archive, and there."""
    whole, base = os.path.realpath(path), os.path.realpath(root)
    return os.path.exists(whole) and os.path.commonpath([whole, base]) == base  # noqa: PTH110 - as realpath
