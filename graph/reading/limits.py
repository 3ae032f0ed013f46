"""How large what is read may be, so that no file can take all memory or all day; people may ask for more or less."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from graph.model import File, UnusableError

LONGEST_ENTITY = 100
"""How many letters an entity may have that a document defines; so it cannot grow to more than it could without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read: a larger `file` is refused, what is beyond the others is reported and left out.

    A file may have so many bytes and so many `entries` (or rows); an entry so many `fields` (or a table columns); a
    value so many characters once its strings are filled in, and so many braces in each other, beyond which it is kept
    as it is written.
    """

    file: int = 250_000_000
    entries: int = 1_000_000
    fields: int = 1_000
    value: int = 1_000_000
    depth: int = 60


USUAL_LIMITS = Limits()
"""What is read unless more or less is asked for."""

DEEPEST = 100
"""The most braces in each other that may be asked for: each level takes some of Python's stack."""


def bytes_of(path: str | os.PathLike[str], limits: Limits = USUAL_LIMITS, name: str = "") -> bytes:
    """What is in a file; raises OSError, and UnusableError where it is too large, without reading it whole.

    A pipe does not say how much is in it, so as much is read as may be, and one byte more. The file is called by its
    path, or by the `name` that is given.
    """
    with Path(path).open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        data = b"" if size > limits.file else file.read(-1 if size else limits.file + 1)
    refuse_larger(name or os.fspath(path), max(size, len(data)), limits)
    return data


def within(file: File, limits: Limits) -> File:
    """A file that is in memory; raises UnusableError where it is too large."""
    refuse_larger(file.path or file.name, len(file.data), limits)
    return file


def refuse_larger(name: str, size: int, limits: Limits) -> None:
    """Raise UnusableError where a file has more bytes than are read."""
    if size > limits.file:
        what = f"{name}: is not read, as it has more than {limits.file:,} bytes"
        raise UnusableError(f"{what}; split it, or set 'file' under [limits] in the settings")
