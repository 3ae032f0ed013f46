"""Every test of a command runs in an empty folder of its own; most of them want small evidence there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import put_evidence


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def data(folder: Path) -> Path:
    """The folder data/ with small evidence in it."""
    return put_evidence(folder)
