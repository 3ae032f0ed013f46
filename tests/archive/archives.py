"""Small archives for tests, written as a user has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from graph.archive.store import STORE

BIB = (
    "@article{a2001, title = {Iron and restless legs in pregnancy}, author = {Doe, Jo}, year = 2001, doi = {10.1/a}}\n"
)
CLAIMS = "claim_id,cause,claim,supports\nc1,Iron,Low iron does it.,a2001\nc2,Iron,High iron does not.,\n"
PAPER = "# Iron\n\nLow iron does it [@a2001].\n"


def write_files(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Files below a folder, which is given back."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def small(root: Path, *names: str) -> Path:
    """An archive of articles of these names, alike but for the names of their causes."""
    for name in names:
        table = CLAIMS.replace("Iron", f"Iron {name}")
        write_files(root / name, {"references.bib": BIB, "claims.csv": table})
    return root


def asked(into: Path, statement: str) -> list[Any]:
    """What a store says."""
    with closing(sqlite3.connect(into / STORE)) as store:
        rows = store.execute(statement).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]
