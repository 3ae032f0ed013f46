"""Files as they were at a revision of the git repository around the working folder, read without a checkout.

git is only asked for what it has stored: nothing is fetched, no filter or driver of a repository runs, and nothing in
its working tree or index is touched. What files say is then read as any files are.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from graph.model import UnusableError
from graph.writing import write_copy

GIT = ("git", "--no-replace-objects", "-c", "protocol.allow=never")
"""How git is called; what a partial clone lacks is not fetched."""

QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}

FILE_MODES = frozenset({"100644", "100755", "100664"})
"""What is a file in a tree; links and repositories inside of it are none."""


class Stored(NamedTuple):
    """A file of a revision: its path in the repository, and what git calls its content."""

    path: str
    content: str


@contextlib.contextmanager
def revision_checked_out(revision: str, wanted: Callable[[PurePosixPath], bool]) -> Iterator[None]:
    """Work, for a while, in a copy of the working folder with the files of a revision that are `wanted`, by path.

    Paths are those in the working folder, with `..` where they lead out of it. Raises UnusableError where there is no
    such revision.
    """
    inside, commit = folder_in_repository(revision), commit_of(revision)
    found = [each for each in stored(commit) if wanted(from_folder(each.path, inside))]
    with tempfile.TemporaryDirectory(prefix="evidence-graph-") as copy:
        folder = Path(copy, inside)
        folder.mkdir(parents=True, exist_ok=True)
        for each, data in zip(found, contents([each.content for each in found]), strict=True):
            if data is None:
                raise UnusableError(f"{revision}: {each.path} is not stored here; fetch it with git first")
            write_copy(Path(copy), each.path, data)
        with contextlib.chdir(folder):
            yield


def folder_in_repository(revision: str) -> PurePosixPath:
    """Where in its repository the working folder is; UnusableError where that is in none."""
    try:
        return PurePosixPath(os.fsdecode(asked("rev-parse", "--show-prefix").rstrip(b"\n")))
    except FileNotFoundError:
        reason = "git is not installed"
    except subprocess.CalledProcessError as error:
        reason = reason_of_git(error)
    raise UnusableError(f"{revision}: no such file or folder, and no revision can be read here: {reason}")


def commit_of(revision: str) -> str:
    """The full name of the commit that a revision is; UnusableError where there is none.

    What begins with a hyphen would be an option of git, and is no revision.
    """
    unknown = f"{revision}: no such file or folder, and no revision"
    if revision.startswith("-"):
        raise UnusableError(f"{unknown} is called so")
    try:
        return asked("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except subprocess.CalledProcessError:
        raise UnusableError(f"{unknown} of this repository; 'git log --oneline' lists them") from None


def reason_of_git(error: subprocess.CalledProcessError) -> str:
    """Why git could not do something, in its own words."""
    lines = error.stderr.decode(errors="replace").splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"git ended with {error.returncode}"


def asked(*arguments: str, given: bytes = b"") -> bytes:
    """What git answers."""
    command = [*GIT, *arguments]
    environment = {**os.environ, **QUIET}
    return subprocess.run(command, input=given, env=environment, capture_output=True, check=True).stdout  # noqa: S603 - no shell


def stored(commit: str) -> Iterator[Stored]:
    """The files of a commit."""
    for line in asked("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
        about, _, path = line.partition(b"\t")
        if about and about.split()[0].decode() in FILE_MODES:
            yield Stored(os.fsdecode(path), about.split()[2].decode())


def from_folder(path: str, folder: PurePosixPath) -> PurePosixPath:
    """A path in the repository as it is called from a folder of it."""
    return PurePosixPath(os.path.relpath(path, folder).replace(os.sep, "/"))


def contents(names: list[str]) -> Iterator[bytes | None]:
    """The contents of these names, in their order; none of what a partial clone lacks."""
    answer = asked("cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    start = 0
    for _ in names:
        end = answer.index(b"\n", start)
        head, start = answer[start:end].split(), end + 1
        if head[1] == b"missing":
            yield None
        else:
            size = int(head[2])
            yield answer[start : start + size]
            start += size + 1
