"""An article and the files that were drafted of it before, if any -> the files as they are to be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial

from graph.drafts.candidates import candidate_cells
from graph.drafts.figures import figure_cells
from graph.drafts.library import first_library, join_library, with_entries
from graph.drafts.merging import merge
from graph.drafts.rows import Fate
from graph.drafts.table import claims_csv
from graph.drafts.written import read_written, table_bytes
from graph.model import Evidence, File
from graph.references.citing import short_citation


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedFiles:
    """What to write; `evidence` is the article's, with the keys that the bibliography has.

    `fates` count what became of the rows of a table that was there, `added` the entries that its bibliography lacked.
    `columns` are those that every row of the table has got, and `widened` is the table with them and no other change.
    """

    evidence: Evidence
    table: bytes
    library: bytes
    fates: Counter[Fate] = field(default_factory=Counter)
    added: int = 0
    columns: tuple[str, ...] = ()
    widened: bytes = b""


def further_cells(evidence: Evidence, keys: Collection[str]) -> dict[str, dict[str, str]]:
    """What is proposed beside the words of the claims with these keys: candidates, and the figures of the sentence."""
    candidates = candidate_cells(evidence, keys)
    return {key: candidates.get(key, {}) | figure_cells(evidence.claims[key]) for key in evidence.claims if key in keys}


def drafted_files(evidence: Evidence, asked: Collection[str], table: File | None, library: File | None) -> DraftedFiles:
    """The files of an article; `asked` are the keys of the claims to take, `table` and `library` what is there.

    UnusableError where what is there cannot be kept.
    """
    if library:
        evidence, new = join_library(evidence, library)
        bibliography, added = with_entries(library, new), len(new)
    else:
        bibliography, added = first_library(evidence), 0
    further = partial(further_cells, evidence)
    if not table:
        claims = [claim for claim in evidence.claims.values() if claim.key in asked]
        drafted = claims_csv(claims, further(asked)).encode()
        return DraftedFiles(evidence=evidence, table=drafted, library=bibliography, added=added)
    names = {key: short_citation(reference) for key, reference in evidence.references.items()}
    old = read_written(table)
    merged = merge(old, [*evidence.claims.values()], asked, further, names)
    return DraftedFiles(
        evidence=evidence,
        table=table_bytes(merged.table),
        library=bibliography,
        fates=merged.fates,
        added=added,
        columns=merged.table.columns[len(old.columns) :],
        widened=table_bytes(merged.widened),
    )
