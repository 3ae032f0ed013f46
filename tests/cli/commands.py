"""What commands are run on, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.cli import main
from tests.examples import CLAIMS, REFERENCES


def put_evidence(folder: Path, references: str = REFERENCES, claims: str = CLAIMS) -> Path:
    """Put evidence into data/ in a folder; the path of data/."""
    data = folder / "data"
    data.mkdir()
    (data / "references.bib").write_text(references, encoding="utf-8")
    (data / "claims.csv").write_text(claims, encoding="utf-8")
    return data


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints that ends well."""
    assert main(arguments) == 0
    return capsys.readouterr().out


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a command ends with when it cannot do its work."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    return captured.err.removeprefix("evidence-graph: error: ").rstrip("\n")
