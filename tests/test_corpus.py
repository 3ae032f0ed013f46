"""Real bibliographies, one test each: `EVIDENCE_GRAPH_CORPUS` names a folder of .bib files.

A table beside the folder, `entries.tsv` (file, tab, number), says how many entries BibTeX sees in each.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from graph.auditing.engine import audit
from graph.fixes import fix
from graph.model import File
from graph.reading import read_files
from graph.reading.library_formats import join_references
from graph.reading.text import clean, decode

FOLDER = Path(os.environ.get("EVIDENCE_GRAPH_CORPUS", "no-corpus"))
FILES = sorted(FOLDER.glob("*.bib"))
FEW = 3
"""How far two ways to count entries may be apart: a broken one is one or none."""

SECONDS = 2
"""How long a megabyte may take, and what is small."""


def seen_by_bibtex() -> dict[str, int]:
    """How many entries each file has."""
    table = FOLDER.parent / "entries.tsv"
    lines = table.read_text(encoding="utf-8").splitlines() if table.exists() else []
    return {name: int(number) for name, number in (line.split("\t") for line in lines if not line.startswith("#"))}


SEEN = seen_by_bibtex()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_entry_of_a_real_bibliography_is_read_or_reported_in_time(path: Path) -> None:
    data = path.read_bytes()
    started = time.process_time()
    library = join_references([(clean(decode(data, path.name)[0], path.name)[0], path.name)])
    assert time.process_time() - started < SECONDS * (1 + len(data) / 1e6)
    read = len(library.references) + len(library.stores) + sum(problem.unread for problem in library.problems)
    assert abs(read - SEEN.get(path.name, read)) <= FEW


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_bibliography_is_read_the_same_twice_and_fixing_it_again_changes_nothing(path: Path) -> None:
    files = [File(path.name, path.read_bytes()), File("claims.csv", b"claim_id,cause,claim\n", "claims")]
    assert read_files(files) == read_files(files)
    fixed = fix(files, audit, unsafe=True)
    assert fix(list(fixed.files), audit, unsafe=True).edits == ()
