"""Whatever kills a command or keeps it from writing, files are whole: all of the old ones, or all of the new one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("resource", reason="Windows forks no process, and sets no limits")

from tests.hindered import COMMANDS

ROOT = Path(__file__).parent.parent
EACH = pytest.mark.parametrize("name", COMMANDS)


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """What becomes of each command; told by one process, from which those that are hindered are forked."""
    command = [sys.executable, "-m", "tests.hindered"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own code
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@EACH
def test_a_command_writes(name: str, report: dict[str, Any]) -> None:
    assert len(report[name]["writes"]) >= {"fix": 2, "draft": 2, "export": 6}.get(name, 1)


@EACH
def test_it_opens_nothing_to_write_but_drafts(name: str, report: dict[str, Any]) -> None:
    assert report[name]["by drafts"] in {0, 1}


@EACH
def test_killed_at_any_moment_it_leaves_whole_files_and_the_next_run_leaves_nothing_else(
    name: str, report: dict[str, Any]
) -> None:
    assert report[name]["killed"]["tried"] > 5
    assert report[name]["killed"]["faults"] == []


@EACH
@pytest.mark.parametrize("hindrance", ["full", "read-only"])
def test_what_cannot_be_written_leaves_all_as_it_was(name: str, hindrance: str, report: dict[str, Any]) -> None:
    assert report[name][hindrance] == {"code": 2, "changed": []}
