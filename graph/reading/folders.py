"""The files that a folder of evidence has, by the names that they have unless told otherwise."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from graph.model import UnusableError
from graph.wording import listing

REFERENCES, CLAIMS, VALUES = "references.bib", "claims.csv", "evidence.csv"

LIBRARY_SUFFIXES = (".bib", ".json", ".ris", ".nbib", ".enw", ".ciw", ".xml", ".csv", ".tsv", ".txt")
"""How files of references end, the first of several of one name is read."""

LIBRARY_NAMES = tuple(f"references{suffix}" for suffix in LIBRARY_SUFFIXES)
"""What the file of references of a folder may be called."""

FOLDER_LIBRARIES = (*LIBRARY_NAMES, "references.yaml", "references.yml")
"""What it may be called in a folder of evidence, where nothing else is in YAML."""

SHEETS = (".xlsx", ".ods")
"""How the files of spreadsheets end that may stand in the place of a table."""


def table_in(folder: str, name: str) -> str:
    """A table in a folder, or the spreadsheet that stands in its place; UnusableError where there are several."""
    names = [name, *(f"{PurePath(name).stem}{suffix}" for suffix in SHEETS)]
    found = [each for each in names if Path(folder, each).exists()]
    if len(found) > 1:
        raise UnusableError(f"{folder}: has {listing(found)}; name the one that is meant")
    return joined(folder, found[0] if found else name)


def library_in(folder: str) -> str:
    """The bibliography in a folder, or the library of another format that stands in its place.

    Raises UnusableError where several may be meant.
    """
    found = [each for each in FOLDER_LIBRARIES if Path(folder, each).exists()]
    if len(found) > 1 and REFERENCES not in found:
        raise UnusableError(f"{folder}: has {listing(found)}; name the one that is meant")
    return joined(folder, found[0] if found else REFERENCES)


def joined(folder: str, name: str) -> str:
    """A file in a folder, the folder as the user writes it."""
    return os.path.join(folder, name)  # noqa: PTH118 - Path would drop a leading "./"


def files_in(folder: object) -> tuple[str, str, str | None]:
    """The bibliography, the claims and perhaps the source values of a folder; UnusableError for anything else."""
    if not isinstance(folder, str | os.PathLike) or not Path(folder).is_dir():
        raise UnusableError(f"{folder}: is no folder; name the claims, too")
    name = os.fspath(folder)
    values = table_in(name, VALUES)
    return library_in(name), table_in(name, CLAIMS), values if Path(values).exists() else None
