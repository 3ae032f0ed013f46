"""Folders whose texts are made of others, or are about them, and so no articles: what the settings of projects say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.archive.made import CONTENT
from graph.archive.walking import Folder
from graph.reading.project_settings import BOOKDOWN, MANUBOT, QUARTO
from graph.reading.projects import output_named

OF_MANUBOT = frozenset({"build", "ci", "output", "webpage"})
"""Folders of a manuscript made with Manubot that are no part of it; these stand in its folder `content`."""

OUTPUT = "what a program has made of the texts of its project"
BESIDE_MANUSCRIPT = "beside a manuscript of Manubot"


def outside_of_projects(folders: Sequence[Folder], root: str) -> dict[str, str]:
    """The folders in which no article is looked for, with the reason; each folder stands before those in it."""
    texts = {folder.path for folder in folders if is_content_of_manubot(folder)}
    manuscripts = {path.rpartition("/")[0] for path in texts}
    made = {path for folder in folders for path in outputs_of(folder, root)}
    outside: dict[str, str] = {}
    for path in (folder.path for folder in folders):
        above, _, name = path.rpartition("/")
        if path in made:
            outside[path] = OUTPUT
        elif path in manuscripts or (path and (above in texts or (above in manuscripts and name in OF_MANUBOT))):
            outside[path] = BESIDE_MANUSCRIPT
        elif path and above in outside and above not in manuscripts:
            outside[path] = outside[above]
    return outside


def is_content_of_manubot(folder: Folder) -> bool:
    """Whether a folder has the text of a manuscript of Manubot."""
    return folder.path.rpartition("/")[2] == CONTENT and MANUBOT in folder.files


def outputs_of(folder: Folder, root: str) -> Iterator[str]:
    """The folders below this one that its settings name for what is made of it."""
    for name in (*QUARTO, BOOKDOWN):
        named = output_named(Path(root, folder.join(name))) if name in folder.files else ""
        path = posixpath.normpath(folder.join(named.lstrip("/")))
        if named and path.startswith(f"{folder.path}/" if folder.path else "") and not path.startswith("."):
            yield path
