"""Edits of a text at exact offsets: every byte that no edit touches stays as it was."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.model import File, Place

BYTE_ORDER_MARK = "\ufeff"
MARKED = {
    codecs.BOM_UTF8: ("utf-8",),
    codecs.BOM_UTF16_LE: ("utf-16-le",),
    codecs.BOM_UTF16_BE: ("utf-16-be",),
    b"": ("utf-8", "cp1252", "latin-1"),
}
"""The encodings that are tried, by how a file begins; they are those of the reader, but keep the byte order mark."""

ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
"""What people call them."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text with its own line breaks and byte order mark; written in `encoding` it is the file again."""

    text: str
    encoding: str

    @property
    def marked(self) -> bool:
        """Whether it begins with a byte order mark."""
        return self.text.startswith(BYTE_ORDER_MARK)

    @property
    def called(self) -> str:
        """How it is written, in words."""
        return f"{ENCODINGS[self.encoding]}{' with a byte order mark' if self.marked else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What stands from `start` to `end` in a file's text becomes `new`, because a rule noticed something at `place`.

    A `safe` edit means what the user meant. One that `recodes` has the file written as UTF-8.
    """

    place: Place
    start: int
    end: int
    new: str
    code: str
    rule: str
    message: str
    safe: bool
    recodes: bool = False


def read_text(file: File) -> Text | None:
    """The text of a file; none where it could not be written back as it was, or is no text at all."""
    encodings = next(encodings for mark, encodings in MARKED.items() if file.data.startswith(mark))
    for encoding in encodings:
        try:
            text = file.data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else Text(text, encoding)
    return None


def line_starts(text: Text) -> list[int]:
    """Where each line begins, counted as the reader counts lines."""
    return [int(text.marked), *(match.end() for match in LINE_BREAK.finditer(text.text))]


def without_overlaps(file: File, edits: Iterable[Edit]) -> list[Edit]:
    """The edits of a file that go together, by position: of two that overlap the first, and no text that does not fit.

    What is left out finds its turn in the next round.
    """
    own = [edit for edit in edits if edit.place.file == file.name]
    encoding = written_as(file, own)
    settled: list[Edit] = []
    for edit in sorted(own, key=lambda edit: (edit.start, edit.end)):
        if (not settled or edit.start >= settled[-1].end) and fits(edit.new, encoding):
            settled.append(edit)
    return settled


def fits(text: str, encoding: str) -> bool:
    """Whether a text can be written in an encoding."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def written_as(file: File, edits: Iterable[Edit]) -> str:
    """The encoding that a file has after edits."""
    text = read_text(file)
    return "utf-8" if text is None or any(edit.recodes for edit in edits) else text.encoding


def apply(file: File, edits: Iterable[Edit]) -> File:
    """The file after edits that `without_overlaps` gave for it."""
    edits = list(edits)
    source = read_text(file)
    if source is None or not edits:
        return file
    parts, position = [], 0
    for edit in edits:
        parts += [source.text[position : edit.start], edit.new]
        position = edit.end
    text = "".join([*parts, source.text[position:]])
    return replace(file, data=text.encode(written_as(file, edits)))
