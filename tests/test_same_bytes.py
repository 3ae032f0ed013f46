"""The same input gives the same bytes, wherever, whenever and on whichever Python it is read."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.exports import EXPORTS
from graph.reports import FORMATS
from tests.written import LEFT_OUT, sums

ROOT = Path(__file__).parent.parent
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"


def sums_by(python: str, **variables: str) -> list[str]:
    """The sums of what a Python writes whose packages are this one's; those that are compiled have a plain form."""
    environment = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib"), **variables}
    command = [python, "-m", "tests.written"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own code
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines(keepends=True)


def pythons() -> Iterator[str]:
    """The other versions of Python that are installed; a name of pyenv's on PATH need not lead to one."""
    for version in VERSIONS:
        for python in (f"python{version}", *map(str, sorted(PYENV.glob(f"{version}.*/bin/python")))):
            if f"{sys.version_info.major}.{sys.version_info.minor}" != version and is_version(python, version):
                yield python
                break


def is_version(python: str, version: str) -> bool:
    """Whether a command is this version of Python."""
    try:
        done = subprocess.run([python, "--version"], capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - asks what it is
    except OSError:
        return False
    return done.stdout.startswith(f"Python {version}.")


@pytest.fixture(scope="module")
def here() -> list[str]:
    """The sums of what this process writes."""
    return [*sums()]


def test_every_report_and_export_is_among_them(here: list[str]) -> None:
    names = {line.split("  ")[1].strip().split("/")[0] for line in here}
    assert names >= {f"audit.{name}" for name in FORMATS} | {f"export.{name}" for name in EXPORTS.keys() - LEFT_OUT}


def test_in_another_folder_zone_language_and_order(here: list[str], tmp_path: Path) -> None:
    """All at once, as each takes seconds."""
    folder = tmp_path / "ein Ordner" / "mit Ümläuten"
    folder.mkdir(parents=True)
    no_utf_8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    other = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1", "TMPDIR": str(folder)}
    assert sums_by(sys.executable, **no_utf_8, **other) == here


@pytest.mark.parametrize("python", [*pythons()])
def test_by_any_python(python: str, here: list[str]) -> None:
    assert sums_by(python) == here
