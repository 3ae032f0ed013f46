"""Commands that are killed while they write, or kept from writing; what they leave, as JSON.

    ./run python -m tests.hindered

A command is killed at every moment at which it touches a file once it writes: before each call of the system that
opens, moves, removes or saves one. Between two of them nothing on the disk changes but how far a draft is written, as
nothing else may be opened to write.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stdout
from functools import partial
from pathlib import Path, PurePath

from graph.cli import main
from graph.writing import DRAFT
from tests.examples import CLAIMS, REFERENCES

PAPER = "# Coffee\n\nIt is so [@drake2013].\n\n# Tea\n\nIt is {}.\n"
COMMANDS = {
    "build": "build",
    "fix": "audit --fix --unsafe-fixes",
    "baseline": "audit --write-baseline known.json",
    "draft": "draft paper.md --references refs.bib --into drafted",
    "export": "export csv -o tables",
    "review": "review c1 --by Eva --on 2026-01-31",
}
STEP = {"draft": 3, "export": 13}
"""Which of a command's moments are tried, where many are alike: it writes one file after the other in the same way."""

NOBODY = 65534

FILE_EVENTS = ("open", "os.fsync", "os.rename", "os.remove", "os.chmod")


def prepare(folder: Path) -> None:
    """Put small evidence into a folder, with something to mend in both files, and older ones of all that is written."""
    (folder / "data").mkdir(parents=True)
    faulty = REFERENCES.replace("doi = {10.", "doi = {https://doi.org/10.")
    (folder / "data/references.bib").write_text(faulty, encoding="utf-8")
    (folder / "data/claims.csv").write_text(CLAIMS.replace("drake2013 (", "Drake2013 ("), encoding="utf-8")
    (folder / "refs.bib").write_text(REFERENCES.partition("\n")[0], encoding="utf-8")
    (folder / "paper.md").write_text(PAPER.format("not"), encoding="utf-8")
    with chdir(folder):
        for command in COMMANDS.values():
            if "--fix" not in command and "--by" not in command:
                main(command.split())
    (folder / "refs.bib").write_text(REFERENCES, encoding="utf-8")
    (folder / "paper.md").write_text(PAPER.format("milder [@clark2017]"), encoding="utf-8")
    for path in (folder / "evidence.html", folder / "known.json", *(folder / "tables").iterdir()):
        path.write_bytes(b"old")


def contents(folder: Path) -> dict[str, bytes]:
    """What the files below a folder hold."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def writes(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether Python tells of a file that is opened to be written."""
    return event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))


class Moments:
    """Counts moments, and kills this process at one of them."""

    def __init__(self, last: int) -> None:
        self.left = last
        self.writing = False

    def pass_by(self) -> None:
        """Let a moment pass, or die."""
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Notice what touches a file; Python's own files are read before."""
        self.writing |= writes(event, arguments)
        if self.writing and event in FILE_EVENTS:
            self.pass_by()


def run(command: str, folder: Path, hinder: Callable[[], object] = bool) -> int | None:
    """Run a command in a folder, in a process with a hindrance; its exit code, None where it was killed."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        hinder()
        os._exit(main(command.split()))
    status = os.waitpid(child, 0)[1]
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else None


def kill_at(last: int) -> None:
    """Have this process killed at a moment."""
    moments = Moments(last)
    sys.addaudithook(moments.hear)
    os.fsync = lambda fd: moments.hear("os.fsync", (fd,))  # Python tells of it to nobody


def open_only_drafts() -> None:
    """Let nothing here be opened to be written but a draft."""
    here = Path.cwd()

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if writes(event, arguments):
            path = Path(str(arguments[0])).resolve()
            if path.is_relative_to(here) and not path.match(DRAFT.format("*")):
                raise PermissionError(errno.EPERM, "is no draft", str(path))

    sys.addaudithook(hear)


def fill_disk() -> None:
    """Let no file become larger than this."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))


def may_only_read() -> None:
    """Take the right to write from the folders here; root, who needs none, becomes somebody else."""
    for path in (Path(), *Path().rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if os.geteuid() == 0:
        os.setuid(NOBODY)


def copied(before: Path, name: str) -> Path:
    """A copy of a folder beside it."""
    folder = before.with_name(name)
    shutil.rmtree(folder, ignore_errors=True)
    return shutil.copytree(before, folder)


def faults_at(last: int, command: str, before: Path, after: Mapping[str, bytes]) -> list[str] | None:
    """What is wrong after a command was killed at a moment and run again; None where there is no such moment."""
    old, folder = contents(before), copied(before, "work")
    if run(command, folder, partial(kill_at, last)) is not None:
        return None
    left = {name: data for name, data in contents(folder).items() if not PurePath(name).match(DRAFT.format("*"))}
    faults = [f"{name} is half written" for name, data in left.items() if data not in {old.get(name), after.get(name)}]
    faults += [f"{name} is gone" for name in old.keys() - left.keys()]
    run(command, folder)
    again = contents(folder)
    faults += [f"{name} is left over" for name in again.keys() - after.keys()]
    return faults + [f"{name} is another one" for name in after if again.get(name) != after[name]]


def killed(command: str, before: Path, after: Mapping[str, bytes], step: int) -> dict[str, object]:
    """How many moments of a command were tried, and what was wrong after which."""
    faults: list[str] = []
    tried = 0
    while (found := faults_at(tried * step, command, before, after)) is not None:
        faults += [f"at moment {tried * step} {fault}" for fault in found]
        tried += 1
    return {"tried": tried, "faults": faults}


def refused(command: str, before: Path, hinder: Callable[[], object]) -> dict[str, object]:
    """The exit code of a command that may not write, and which files it changed all the same."""
    folder = copied(before, "work")
    code = run(command, folder, hinder)
    return {"code": code, "changed": differing(contents(before), contents(folder))}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The names of files that hold something else, or are on one side only."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def hindered(name: str, before: Path) -> dict[str, object]:
    """What a command does that nothing hinders, that is killed, and that may not write."""
    command, whole = COMMANDS[name], copied(before, "work")
    run(command, whole)
    after = contents(whole)
    return {
        "writes": differing(contents(before), after),
        "by drafts": run(command, copied(before, "work"), open_only_drafts),
        "killed": killed(command, before, after, STEP.get(name, 1)),
        "full": refused(command, before, fill_disk),
        "read-only": refused(command, before, may_only_read),
    }


def hinder_all(folder: Path) -> dict[str, object]:
    """What becomes of each command."""
    folder.chmod(0o755)  # for who may only read
    before = folder / "before"
    prepare(before)
    return {name: hindered(name, before) for name in COMMANDS}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made, redirect_stdout(sys.stderr):
        report = json.dumps(hinder_all(Path(made)), indent=2)
    sys.stdout.write(f"{report}\n")
