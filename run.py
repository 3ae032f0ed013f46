"""What `run` does, for Windows without a shell of Unix: runs a command in the project's own environment.

    python run.py evidence-graph build
    python run.py pytest

It wants Python 3.11+ with pip, and nothing else. What it makes stays in this folder, and is made first if need be; its
own words go to stderr.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv.py"
PROGRAMS = "Scripts" if os.name == "nt" else "bin"
PIP = (sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--only-binary", ":all:")


def stamp() -> str:
    """What an environment is made from: the folder, as it names it, and the contents of two files."""
    contents = b"".join((ROOT / name).read_bytes() for name in ("requirements.lock", "pyproject.toml"))
    return f"{ROOT} {sys.version_info[:2]} {hashlib.sha256(contents).hexdigest()}"


def is_made() -> bool:
    """Whether there is an environment that is whole and of today."""
    noted = VENV / "stamp"
    return noted.is_file() and noted.read_text(encoding="utf-8") == stamp()


def make_venv() -> None:
    """Make the environment; the stamp comes last, so that what was interrupted does not look finished."""
    sys.stderr.write(f"run.py: setting up {VENV}; this is done once\n")
    shutil.rmtree(VENV, ignore_errors=True)
    fetched = VENV / "uv"
    do(*PIP, "--target", str(fetched), "uv")
    uv = str(fetched / "bin" / "uv")
    do(uv, "venv", "--quiet", "--no-project", "--allow-existing", "--python", sys.executable, str(VENV))
    # Wheels only, as `run` says.
    lock = ("--require-hashes", "--no-build", str(ROOT / "requirements.lock"))
    do(uv, "pip", "sync", "--quiet", "--python", str(VENV), *lock)
    project = ("--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    do(uv, "pip", "install", "--quiet", "--python", str(VENV), *project)
    (VENV / "stamp").write_text(stamp(), encoding="utf-8")


def do(*command: str) -> None:
    """Run a part of the set-up; its output goes to stderr, as stdout belongs to the command."""
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:  # noqa: S603 - the commands above
        sys.exit(f"run.py: {Path(command[0]).name} failed; its error stands above")


def main(arguments: list[str]) -> int:
    """Run a command; its exit code."""
    if not arguments:
        sys.stderr.write(
            "usage: python run.py COMMAND [ARGUMENT...]\nfor example: python run.py evidence-graph build\n"
        )
        return 2
    if not is_made():
        make_venv()
    path = f"{VENV / PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}"
    program = shutil.which(arguments[0], path=path)
    if program is None:
        sys.exit(f"run.py: {arguments[0]}: no such command in {VENV / PROGRAMS} or on PATH")
    return subprocess.run([program, *arguments[1:]], env={**os.environ, "PATH": path}, check=False).returncode  # noqa: S603 - what was asked for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
