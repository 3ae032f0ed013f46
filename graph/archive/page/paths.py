"""Where the page of an article is: a path that any system can have, for any name that an article may have.

    PMC123/paper  ->  articles/PMC123/paper/evidence.html

A part of a name stays as it is if it has letters, digits, `_`, `-` and `.` only, ends with neither `.` nor `-`, begins
with no dot, is no longer than 60 letters, and is no name that Windows or the page itself needs. All else becomes `_`,
and the part gets `~` and a number of its own, which is made of the article's whole name. So does the last part where
another article's path is the same but for case, and a path that is too long is that number alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.archive.tables import id_of

PAGES_FOLDER = "articles"
"""The folder of the articles' pages."""

PAGE_NAME = "evidence.html"
"""What the page of an article is called, in its folder."""

PLAIN_PART = re.compile(r"(?![.])[\w.-]{0,59}(?<![.-])\w")
ELSE = re.compile(r"[^\w-]+")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|evidence\.html", re.IGNORECASE)
"""Names of devices on Windows, whatever they end with, and that of the page."""

LONGEST_PART, LONGEST_PATH = 60, 180


def page_paths(names: Iterable[str]) -> dict[str, str]:
    """The path of each article's page from the folder of the index, with `/`; no two are the same in any case."""
    paths: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(names):
        folder = folder_of(name)
        if folder.casefold() in taken:
            folder = f"{folder}~{path_mark(name)}"
        taken.add(folder.casefold())
        paths[name] = f"{PAGES_FOLDER}/{folder}/{PAGE_NAME}"
    return paths


def is_page_path(path: str) -> bool:
    """Whether a path is one that the page of an article can have, so that it may be removed."""
    return path.startswith(f"{PAGES_FOLDER}/") and path.endswith(f"/{PAGE_NAME}") and ".." not in path.split("/")


def folder_of(name: str) -> str:
    """The folder of an article's page below that of all pages."""
    path = "/".join(part if is_plain_part(part) else made_plain(part, name) for part in name.split("/"))
    return path if len(path.encode(errors="replace")) <= LONGEST_PATH else f"~{path_mark(name)}"


def is_plain_part(part: str) -> bool:
    """Whether a part of a name can be that of a folder everywhere."""
    return bool(PLAIN_PART.fullmatch(part)) and not RESERVED.fullmatch(part)


def made_plain(part: str, name: str) -> str:
    """A part of a name as a folder can be called."""
    return f"{ELSE.sub('_', part)[:LONGEST_PART]}~{path_mark(name)}"


def path_mark(name: str) -> str:
    """A number in letters that tells an article from all others."""
    return f"{id_of(name):016x}"[:10]
