"""Where an archive's articles are and how they were read, as the store keeps it: pages are made of the same."""

from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from graph.archive.store import STORE, keep, said
from graph.auditing.settings import Settings
from graph.model import UnusableError
from graph.reading.limits import Limits
from graph.writing import AnyPath

KEPT_SETTINGS = ("select", "extend_select", "ignore", "severity", "causes", "profile", "only", "section", "exclude")
"""The settings that have a part in what is found in an article, and are kept as they are."""

SEVERAL_KEPT = ("select", "extend_select", "section", "exclude")
"""Those of them that are several."""


class Origin(NamedTuple):
    """The root of the articles, and the settings with which they were audited, the path of the baseline among them."""

    root: str
    settings: Settings


def keep_origin(store: sqlite3.Connection, folder: AnyPath, root: AnyPath, settings: Settings) -> None:
    """Keep where the articles and the baseline are, from the folder of the store, and how they were read."""
    baseline = path_from(settings.baseline, folder) if settings.baseline else ""
    keep(store, {"root": path_from(root, folder), "baseline": baseline, "settings": settings_as_text(settings)})


def path_from(path: AnyPath, folder: AnyPath) -> str:
    """A path from a folder, so that both can be moved together; the whole path from another drive."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:
        return os.path.abspath(path)  # noqa: PTH100 - as relpath


def origin_of(store: sqlite3.Connection, folder: AnyPath) -> Origin:
    """Where the articles of a store are, and how they were read. Raises UnusableError where it does not say so."""
    root, baseline, text = (said(store, name) for name in ("root", "baseline", "settings"))
    try:
        settings = settings_from(text)
    except (ValueError, TypeError, KeyError):
        root = ""
    if not root:
        where = Path(folder, STORE)
        raise UnusableError(f"{where}: does not say where its articles are; audit them again, with --into {folder}")
    known = os.path.normpath(Path(folder, baseline)) if baseline else ""
    return Origin(os.path.normpath(Path(folder, root)), replace(settings, baseline=known))


def settings_as_text(settings: Settings) -> str:
    """Settings as JSON."""
    kept = {name: getattr(settings, name) for name in KEPT_SETTINGS}
    as_of = settings.as_of.isoformat() if settings.as_of else None
    return json.dumps({**kept, "as_of": as_of, "limits": asdict(settings.limits)}, sort_keys=True)


def settings_from(text: str) -> Settings:
    """The settings that were written as JSON."""
    kept: dict[str, Any] = json.loads(text)
    as_of, limits = kept.pop("as_of"), Limits(**kept.pop("limits"))
    kept |= {name: tuple(kept.get(name, ())) for name in SEVERAL_KEPT}
    return Settings(**kept, as_of=as_of and date.fromisoformat(as_of), limits=limits)
