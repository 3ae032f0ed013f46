"""How much of libraries is read, and reads back equal once it is written as BibTeX.

    ./run python benchmarks/libraries.py references.json library.ris *.bib

Places are left out of the comparison. "names" counts references whose names, year or DOI differ, "texts" those of which
only the text of a field does.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from graph.exports.bibtex import write_bibtex
from graph.model import Place, Reference
from graph.reading.bibtex import parse_references
from graph.reading.library_formats import format_of, join_references
from graph.reading.text import clean, decode

COLUMNS = ("read", "left out", "equal", "texts", "names", "ms")


def placeless(reference: Reference) -> Reference:
    """A reference without where it was read from."""
    nowhere = Place("", 0)
    noqa = tuple(replace(each, place=nowhere) for each in reference.noqa)
    return replace(reference, place=nowhere, places={}, noqa=noqa)


def measured(path: Path) -> tuple[str, dict[str, int]]:
    """The format of a file, and its numbers."""
    text = clean(decode(path.read_bytes(), path.name)[0], path.name)[0]
    start = time.perf_counter()
    library = join_references([(text, path.name)])
    numbers = dict.fromkeys(COLUMNS, 0) | {"ms": round(1000 * (time.perf_counter() - start))}
    numbers["read"] = len(library.references)
    numbers["left out"] = sum(problem.unread for problem in library.problems)
    back = parse_references(write_bibtex(library.references.values()))[0]
    for key, reference in library.references.items():
        numbers[compared(reference, back.get(key))] += 1
    return format_of(text, path.name).name, numbers


def compared(reference: Reference, again: Reference | None) -> str:
    """What is equal in a reference and the one that was read again."""
    if again is None or (reference.facts, reference.et_al) != (again.facts, again.et_al):
        return "names"
    return "equal" if placeless(reference) == placeless(again) else "texts"


def main() -> None:
    """Print a row for each format."""
    sums: dict[str, dict[str, int]] = {}
    for path in map(Path, sys.argv[1:]):
        name, numbers = measured(path)
        total = sums.setdefault(name, dict.fromkeys(("files", *COLUMNS), 0))
        total["files"] += 1
        for column in COLUMNS:
            total[column] += numbers[column]
    print(f"{'':22}" + "".join(f"{column:>10}" for column in ("files", *COLUMNS)))
    for name, total in sums.items():
        print(f"{name:22}" + "".join(f"{number:10,}" for number in total.values()))


if __name__ == "__main__":
    main()
