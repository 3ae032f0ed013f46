"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """Write `text` as UTF-8, its line breaks as they are, with ? for lone surrogates; see `write_bytes`."""
    return write_bytes(path, text.encode("utf-8", errors="replace"))


def write_bytes(path: str | os.PathLike[str], data: bytes) -> Path:
    """Write `data` beside `path`, then move it there, so that nobody ever sees half of it; give the path back.

    Raises OSError, with the name of `path`, where that cannot be done; a file that was there is then untouched.
    """
    target = Path(path).resolve()  # a link stays one, and what it leads to is replaced
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():  # a pipe or a device cannot be replaced, only written to
            target.write_bytes(data)
        else:
            temporary.write_bytes(data)
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
    except OSError as error:
        if error.errno:
            error.filename, error.filename2 = os.fspath(path), None  # what the user named, not what stood in for it
        raise
    finally:
        temporary.unlink(missing_ok=True)
    return Path(path)
