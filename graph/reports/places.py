"""Where people and programs find a file: elsewhere it is named by as little as will do."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath

from graph.auditing.report import Report
from graph.model import Finding

Shown = Callable[[str], str]
"""Gives the name that a file is shown by, from the name that places give it."""


def openable(paths: Mapping[str, str], here: Path) -> Shown:
    """Names as one can open them from the folder `here`; `paths` has the path of each file by its name.

    Nothing is said of the folders above `here` unless the user named them so: a file elsewhere keeps its name.
    """

    def shown(name: str) -> str:
        path = paths.get(name, "")
        named = "" if not path or Path(path).is_absolute() else PurePath(os.path.normpath(path)).as_posix()
        return inside(path, here) or named or name

    return shown


def in_repository(paths: Mapping[str, str], here: Path) -> Shown:
    """Names as they are in the repository that the folder `here` is in; in no repository as they are in `here`."""
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return lambda name: inside(paths.get(name, ""), root) or name


def inside(path: str, folder: Path) -> str:
    """The name of a file in a folder, or an empty string where it is not in it; links may lead there."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link to the data is in the folder, whatever it leads to
    for file, above in ((whole, folder), (whole.resolve(), folder.resolve())):
        if path and file.is_relative_to(above):
            return file.relative_to(above).as_posix()
    return ""


def moved(report: Report, shown: Shown) -> Report:
    """A report that names files as they are shown."""
    shown = cache(shown)
    excused = (each._replace(finding=at(each.finding, shown)) for each in report.suppressed)
    found, hidden = (tuple(at(each, shown) for each in some) for some in (report.findings, report.hidden))
    follows = {at(each, shown): at(root, shown) for each, root in report.follows.items()}
    return replace(report, findings=found, hidden=hidden, follows=follows, suppressed=tuple(excused))


def at(finding: Finding, shown: Shown) -> Finding:
    """A finding whose place names its file as it is shown."""
    return replace(finding, place=finding.place._replace(file=shown(finding.place.file)))
