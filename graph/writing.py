"""Writing files whole or not at all, and several of them all or none.

What is new is written beside the old file, safe on the disk, and moved into its place; what was there is kept until
every file is in place. What a killed run leaves is known by its name, and by nobody holding a lock on it: a lock ends
with the process that has it, on whichever machine that runs, where its number may be another's by now.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

try:
    import fcntl
except ImportError:  # Windows, which lets nobody remove a file that is open
    fcntl = None  # type: ignore[assignment]

AnyPath = str | os.PathLike[str]

DRAFT = ".evidence-graph-{}.part"
"""How files are called while they are written; of one length, so that any name that a file can have will do."""

LONG_AGO = 3600
"""The seconds after which nobody is writing a draft any more, where no lock can tell."""


class Change(NamedTuple):
    """What is ready to be put in place of a file, called as the user calls it, and how to put back what was there."""

    name: AnyPath
    put: Callable[[], object]
    put_back: Callable[[], object]


def write_text(path: AnyPath, text: str) -> Path:
    """Write `text` as UTF-8, its line breaks as they are, with ? for lone surrogates; see `write_bytes`."""
    return write_bytes(path, as_bytes(text))


def write_parts(path: AnyPath, texts: Iterable[str]) -> Path:
    """Write texts one after the other, as `write_text` does, so that not all of them need be in memory."""
    return write_all([(path, map(as_bytes, texts))])[0]


def remove(path: AnyPath) -> None:
    """Remove a file; that it is gone already is as good."""
    Path(path).unlink(missing_ok=True)


def as_bytes(text: str) -> bytes:
    """A text as it stands in a file."""
    return text.encode("utf-8", errors="replace")


def write_bytes(path: AnyPath, data: bytes) -> Path:
    """Write `data` to `path` so that nobody ever sees half of it, and give the path back.

    A link stays one, and what it leads to is replaced; a pipe or a device is written to. A file keeps its mode, and a
    new one has what the umask leaves. Raises OSError, with the name of `path`, where that cannot be done; a file that
    was there is then untouched.
    """
    return write_all([(path, data)])[0]


def write_all(contents: Sequence[tuple[AnyPath, bytes | Iterable[bytes]]]) -> list[Path]:
    """Write several files, each as `write_bytes` does, and either all of them or none; their paths.

    Raises OSError, with the name of the file that could not be written; its notes say what became of the others.
    """
    with ExitStack() as drafts:
        done: list[Change] = []
        try:
            clear_beside(path for path, _ in contents)
            changes = [prepare(path, data, drafts, alone=len(contents) == 1) for path, data in contents]
            for change in changes:
                with naming(change.name):
                    change.put()
                done.append(change)
        except BaseException as error:
            for note in undo(done) or ["no file is changed"] * (len(contents) > 1):
                error.add_note(note)
            raise
    return [Path(path) for path, _ in contents]


def write_copy(folder: Path, name: str, data: bytes) -> None:
    """Write a file of a copy that is thrown away again, below a folder; a name that leads out of it is passed over."""
    target = folder / name
    if ".." not in target.parts and target.is_relative_to(folder):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def prepare(path: AnyPath, data: bytes | Iterable[bytes], drafts: ExitStack, *, alone: bool) -> Change:
    """Make ready what is to be written to a path, and keep what is there unless it is written `alone`."""
    with naming(path):
        given = Path(path)
        if given.exists() and not given.is_file():  # a pipe or a device cannot be replaced, only written to
            return Change(path, lambda: write_into(given, data), cannot_be_undone)
        target = followed(path)
        new = drafts.enter_context(draft_beside(target, data))
        if alone or not target.exists():
            return Change(path, lambda: move(new, target), target.unlink)
        old = drafts.enter_context(draft_beside(target, target.read_bytes()))
        return Change(path, lambda: move(new, target), lambda: move(old, target))


def write_into(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write to what is there: a pipe or a device."""
    with path.open("wb") as file:
        file.writelines([data] if isinstance(data, bytes) else data)


def undo(done: list[Change]) -> list[str]:
    """Put back what was there, the last first; what became of each."""
    notes = []
    for change in reversed(done):
        name = os.fspath(change.name)
        try:
            change.put_back()
        except OSError as error:
            notes.append(f"{name} is written already and could not be put back: {error.strerror}")
        else:
            notes.append(f"{name} was written already and is put back as it was")
    return notes


def cannot_be_undone() -> None:
    """What has gone into a pipe stays there."""
    raise OSError(errno.ESPIPE, "it is no file")


@contextmanager
def naming(path: AnyPath) -> Iterator[None]:
    """Let an error name what the user named, not what stood in for it."""
    try:
        yield
    except OSError as error:
        if error.errno:
            error.filename = os.fspath(path)
            del error.filename2
        raise


def followed(path: AnyPath) -> Path:
    """Where a path leads; OSError where its links go round in circles."""
    target = Path(os.path.realpath(path))  # `Path.resolve` takes a circle for a fault, or for a file, by its version
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), os.fspath(path))
    return target


@contextmanager
def draft_beside(target: Path, data: bytes | Iterable[bytes]) -> Iterator[Path]:
    """A file beside `target`, on the disk and of the same mode; unless it is moved it is gone in the end."""
    from shutil import copymode  # which brings all that packs files with it

    file = new_draft(target.parent)
    path = Path(file.name)
    try:
        with file:
            if target.exists():
                copymode(target, path)
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
            if fcntl is None:
                file.close()  # Windows does not move what is open
            yield path
    finally:
        with suppress(OSError):  # the error to be told is the one that led here
            path.unlink()


def new_draft(folder: Path) -> BinaryIO:
    """A new file of a name of its own, locked while it is open.

    Not by `tempfile.mkstemp`: its files are for the owner only, and the umask that should decide about a new file can
    be asked only by changing it, for all threads.
    """
    while True:
        file = (folder / DRAFT.format(os.urandom(8).hex())).open("xb")
        if fcntl is not None:
            with suppress(OSError):  # a file system without locks: then nobody takes it for left over either
                fcntl.flock(file, fcntl.LOCK_EX)
        if os.fstat(file.fileno()).st_nlink:
            return file
        file.close()  # it was taken for left over before it was locked


def clear_beside(paths: Iterable[AnyPath]) -> None:
    """Remove what killed runs have left beside files, which need not be written again for it."""
    for path in dict.fromkeys(paths):
        with naming(path):
            clear_away(followed(path).parent)


def clear_away(folder: Path) -> None:
    """Remove what killed runs have left in a folder."""
    for path in folder.glob(DRAFT.format("[0-9a-f]" * 16)):
        with suppress(OSError):
            if path.is_file() and not path.is_symlink():
                remove_left_over(path)


def remove_left_over(draft: Path) -> None:
    """Remove a draft that nobody is writing; OSError where somebody is."""
    if fcntl is None:
        if time.time() - draft.stat().st_mtime > LONG_AGO:
            draft.unlink()
        return
    with draft.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        draft.unlink()  # while it is locked, so that who has just made it waits and sees that it is gone


def move(draft: Path, target: Path) -> None:
    """Put a draft in place of a file, and have the disk know about it where the platform can say so."""
    draft.replace(target)
    with suppress(OSError):
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
