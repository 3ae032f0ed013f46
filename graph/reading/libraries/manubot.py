"""Manubot's citations.tsv -> other names of references: what a manuscript calls a work, and its record's id."""

from __future__ import annotations

import csv
import io

from graph.reading.joined_library import Library

INPUT, SHORT = "input_id", "short_id"


def read_citations_table(text: str, library: Library) -> None:
    """Add the names in a table that Manubot writes; a row without either of the two is a problem."""
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE, strict=False)
    for row in rows:
        name, key = row.get(INPUT) or "", row.get(SHORT) or ""
        if name and key:
            library.aliases.setdefault(name, key)
        else:
            message = f"row left out: it lacks {INPUT if key else SHORT}; let Manubot write the table anew"
            library.report(
                "unparsed-entry", rows.line_num, message, unread=1, text="\t".join(filter(None, row.values()))
            )
