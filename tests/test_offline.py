"""No command opens a socket or starts a program, whatever its files name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """What became of every command; told by a process of its own, as nobody takes back what listens to Python."""
    command = [sys.executable, "-m", "tests.offline"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own code
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_every_command_does_its_work(report: dict[str, Any]) -> None:
    assert len(report["codes"]) > 40
    assert {command: code for command, code in report["codes"].items() if code > 1} == {}


def test_nothing_is_opened_but_files(report: dict[str, Any]) -> None:
    assert report["tried"] == []


def test_what_is_opened_would_be_heard() -> None:
    code = "import socket, tests.offline as o; o.main = lambda _: socket.socket(); print(o.run_all()['tried'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own code
    assert "PermissionError: socket.__new__" in done.stderr
