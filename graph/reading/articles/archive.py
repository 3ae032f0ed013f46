"""The parts of a document that is a ZIP archive, unpacked with a limit."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field

from graph.reading.problems import Problems
from graph.reading.text import clean, decode

MAX_PART = 100_000_000
"""Bytes that a part of a document may have; those of a long book have 20 million."""

MAX_RATIO = 200
"""How many times its size in the archive a part may have; XML shrinks to a tenth, seldom to a fiftieth."""

SMALL = 1_000_000
"""Bytes of a part that no ratio is asked of."""

UNREADABLE = (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError, zlib.error)
"""What `zipfile` raises where an archive is damaged, encrypted, or packed in an unknown way."""


@dataclass(slots=True)
class Parts:
    """The parts of a document by name; a document that is no archive has one part, `main`."""

    data: bytes
    main: str
    problems: Problems
    archive: zipfile.ZipFile | None = None
    names: list[str] = field(default_factory=list)

    def open(self) -> bool:
        """Open the archive; say whether the document can be read."""
        if not self.data.startswith(b"PK"):
            self.names = [self.main]
            return True
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(self.data))
            self.names = self.archive.namelist()
        except UNREADABLE as error:
            self.report(f"this archive cannot be opened: {error}; save the document again")
        return bool(self.names)

    def read(self, name: str) -> str:
        """A part as text; an empty string where there is none, or where it cannot be unpacked."""
        if not self.archive:
            return self.text(self.data) if name == self.main else ""
        if name not in self.names:
            return ""
        try:
            return self.text(self.unpacked(self.archive, name))
        except UNREADABLE as error:
            self.report(f"{name} cannot be unpacked: {error}; save the document again")
            return ""

    def unpacked(self, archive: zipfile.ZipFile, name: str) -> bytes:
        """The bytes of a part; what an archive says of their number is not believed."""
        packed = archive.getinfo(name).compress_size
        limit = min(MAX_PART, max(SMALL, MAX_RATIO * packed))
        with archive.open(name) as part:
            data = part.read(limit + 1)
        if len(data) > limit:
            raise ValueError(f"it is larger than {limit:,} bytes, {packed:,} when packed")
        return data

    def text(self, data: bytes) -> str:
        """A part as text, its problems of letters reported."""
        text, problems = clean(decode(data, self.problems.file)[0], self.problems.file)
        self.problems.problems += problems
        return text

    def report(self, message: str) -> None:
        """Report what cannot be read."""
        self.problems.report("unread-part", 1, message, severity="error")
