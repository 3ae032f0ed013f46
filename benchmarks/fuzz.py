"""Bytes that atheris makes up, led by which lines of the reading they reach; stops at the first that raises or hangs.

    ./run uv pip install atheris       # no dependency of the project: it is built for few systems
    ./run python benchmarks/fuzz.py bib -max_total_time=600 [FOLDER]

The first word is how the file ends that is tried: bib, json, ris, enw, ciw, bbl, tsv, xml for libraries, csv for a
table, md, tex, html, nxml, tei, wiki, txt, docx, odt, xlsx for articles and spreadsheets. What follows is for
libFuzzer: FOLDER has files to begin with, and those that reach something new are added to it. A file that fails is left
as crash-...; give it in the place of the folder to see it again.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

LIBRARIES = frozenset({"bib", "json", "ris", "enw", "ciw", "bbl", "tsv", "xml"})
LONGEST = 10
"""The seconds after which a text of a few kilobytes hangs."""


def main(arguments: list[str]) -> None:
    """Try bytes until one fails, or the time is over."""
    program, ending, *options = arguments
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["graph.reading"]):
        from graph.model import File
        from graph.reading import read_files

    def attempt(data: bytes) -> None:
        """Read one file, beside one that is whole."""
        if ending in LIBRARIES:
            files = [
                File(f"r.{ending}", data),
                File("c.csv", b"claim_id,cause,claim,supports\nx,C,It is so.,a\n", "claims"),
            ]
        else:
            files = [File("r.bib", b"@misc{a, title = {T}}"), File(f"c.{ending}", data, "claims")]
        read_files(files)

    atheris.Setup([program, f"-timeout={LONGEST}", *options], attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
