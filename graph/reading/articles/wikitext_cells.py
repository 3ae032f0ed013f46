"""The words of a table of wikitext -> those of its cells, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.reading.articles import Run
from graph.reading.articles.scanning import Scanned
from graph.reading.articles.wikitext_blocks import Inline

TABLE_SIGN = re.compile(
    r"^[ \t]*(?P<row>\|-[^\n]*)|^[ \t]*(?:\|\+?|!)(?:[^|\n]{0,300}=[^|\n]{0,300}\|(?!\|))?|\|\||!!", re.MULTILINE
)


def cells_of(part: Inline) -> Iterator[tuple[Inline, bool]]:
    """What stands in the cells of a table, a space for each sign between them; whether a row ends there."""
    if not isinstance(part, Run):
        yield part, False
        return
    scanned, done = Scanned(part.text), 0
    for sign in TABLE_SIGN.finditer(part.text):
        yield part_of(part, scanned, done, sign.start()), False
        yield replace(part, text=" "), bool(sign["row"])
        done = sign.end()
    yield part_of(part, scanned, done, len(part.text)), False


def part_of(run: Run, scanned: Scanned, start: int, end: int) -> Run:
    """A part of the words of a run, which are scanned."""
    line, column = scanned.place(start)
    return Run(run.text[start:end], run.line + line - 1, column if line > 1 else run.column + start)
