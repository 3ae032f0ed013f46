"""A file -> its bytes from the beginning on, unpacked if it is XML that is compressed, and in UTF-8 if it is in UTF-16.

In these bytes tags can be found. They are not those that the file has at that place.
"""

from __future__ import annotations

import zlib
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BufferedReader
from pathlib import Path
from typing import Protocol

from graph.archive.walking import COMPRESSED_XML, ending
from graph.model import UnusableError
from graph.reading.limits import USUAL_LIMITS
from graph.reading.text import BYTE_ORDER_MARKS, SAMPLE, unmarked_encoding

HEAD_BYTES = 10_000
"""How many bytes of a file tell what it is, where its name does not."""

DAMAGED = (EOFError, OSError, zlib.error)
"""What is raised where a file cannot be unpacked."""


class Readable(Protocol):
    """What bytes are read from, so many at a time."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, and none at the end."""
        ...


class Turned:
    """A file that is read as other bytes than it has; a file may have no more of them."""

    def __init__(self, file: Readable, decoder: IncrementalDecoder | None, cure: str) -> None:
        self.file, self.decoder, self.cure, self.done = file, decoder, cure, 0

    def read(self, size: int, /) -> bytes:
        """The next bytes, and none at the end. Raises UnusableError where there are too many."""
        data = self.file.read(size)
        self.done += len(data)
        if self.done > USUAL_LIMITS.file:
            raise UnusableError(f"it has more than {USUAL_LIMITS.file:,} bytes {self.cure}")
        return self.decoder.decode(data, not data).encode(errors="surrogatepass") if self.decoder else data


@contextmanager
def streamed(path: Path) -> Iterator[Readable]:
    """Open a file to be read from its beginning to its end.

    Raises OSError where it cannot be opened, and UnusableError where it cannot be unpacked.
    """
    is_compressed = ending(path.name) in COMPRESSED_XML
    cure = "once it is unpacked; unpack it" if is_compressed else "in UTF-16; save it as UTF-8"
    with unpacking(path) if is_compressed else path.open("rb") as file:
        try:
            encoding = wide_encoding(file.peek(SAMPLE))
            decoder = getincrementaldecoder(encoding)("replace") if encoding else None
            yield Turned(file, decoder, cure) if is_compressed or decoder else file
        except DAMAGED as error:
            if not is_compressed:
                raise
            raise UnusableError(f"it cannot be unpacked ({error}); get it again") from None


def unpacking(path: Path) -> BufferedReader:
    """A compressed file, from which its content is read."""
    opens = import_module(COMPRESSED_XML[ending(path.name)]).open
    file: BufferedReader = opens(path, "rb")
    return file


def wide_encoding(start: bytes) -> str:
    """The encoding of a file that begins so, if it is UTF-16; nothing where it is any other."""
    marked = next((name for mark, name in BYTE_ORDER_MARKS.items() if start.startswith(mark)), "")
    return marked if marked == "utf-16" else unmarked_encoding(start)


def head_of(path: Path) -> str:
    """How a file begins; nothing where it cannot be opened or unpacked, which is told when it is to be read."""
    try:
        with streamed(path) as file:
            return file.read(HEAD_BYTES).decode("latin-1").removeprefix("\xef\xbb\xbf")
    except (OSError, UnusableError):
        return ""
