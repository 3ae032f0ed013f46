"""Lists that the user has: notices about publications (Retraction Watch) and journals to be wary of."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.identifiers import bare_doi, bare_pmid
from graph.model import Reference, UnusableError
from graph.reading import decode

State = Literal["retraction", "concern", "correction", "reinstatement"]
"""What a notice says; a reinstated publication is no longer retracted."""

NATURES: dict[str, State] = {
    "retraction": "retraction",
    "expression of concern": "concern",
    "correction": "correction",
    "reinstatement": "reinstatement",
}
"""The words of the column RetractionNature in the Retraction Watch Database (Crossref, user guide)."""


WEIGHT: tuple[State, ...] = ("correction", "concern", "retraction")


@dataclass(frozen=True, slots=True)
class Notice:
    """What was said about a publication, when (as the list writes it), and why."""

    state: State
    date: str = ""
    reason: str = ""


def read_retractions(path: str | os.PathLike[str]) -> dict[str, Notice]:
    """Read the open Retraction Watch CSV: the notice that counts about each DOI and PMID.

    Raises OSError where the file cannot be opened, and UnusableError where it is no such list.
    """
    text, _ = decode(Path(path).read_bytes(), os.fspath(path))
    rows = csv.DictReader(io.StringIO(text, newline=""))
    columns = {name.strip() for name in rows.fieldnames or ()}
    if missing := {"OriginalPaperDOI", "RetractionNature"} - columns:
        raise UnusableError(f"{os.fspath(path)}: no Retraction Watch list, it lacks {', '.join(sorted(missing))}")
    found: dict[str, Notice] = {}
    for row in sorted(rows, key=lambda row: sortable(row.get("RetractionDate") or "")):
        if notice := notice_of(row):
            for key in row_keys(row):
                found[key] = weightier(found.get(key), notice)
    return found


def notice_of(row: Mapping[str, str]) -> Notice | None:
    """What a row says; none where its nature is unknown."""
    state = NATURES.get((row["RetractionNature"] or "").strip().lower())
    reason = " ".join((row.get("Reason") or "").strip("; +").split())
    return Notice(state, date_of(row.get("RetractionDate") or ""), reason) if state else None


def weightier(old: Notice | None, new: Notice) -> Notice:
    """Which of two notices counts: a reinstatement ends what was before, a correction does not undo a retraction."""
    if old is None or "reinstatement" in {old.state, new.state}:
        return new
    return new if WEIGHT.index(new.state) >= WEIGHT.index(old.state) else old


def row_keys(row: Mapping[str, str]) -> Iterator[str]:
    """What the publication of a row is known by; "unavailable" and 0 stand for nothing."""
    doi = bare_doi(row.get("OriginalPaperDOI") or "").casefold()
    if doi.startswith("10."):
        yield f"doi:{doi}"
    pmid = (row.get("OriginalPaperPubMedID") or "").strip()
    if pmid.strip("0").isdigit():
        yield f"pmid:{pmid}"


def reference_keys(reference: Reference) -> Iterator[str]:
    """What a reference is known by in such a list."""
    if doi := bare_doi(reference.doi).casefold():
        yield f"doi:{doi}"
    if pmid := bare_pmid(reference.fields.get("pmid", "")):
        yield f"pmid:{pmid}"


def sortable(date: str) -> tuple[int, ...]:
    """A date such as "7/31/2021 0:00" (month, day, year) as year, month, day; an unreadable one comes first."""
    numbers = [int(part) for part in date.partition(" ")[0].split("/") if part.isdigit()]
    return (numbers[2], numbers[0], numbers[1]) if len(numbers) == 3 else ()  # noqa: PLR2004 - month, day, year


def date_of(date: str) -> str:
    """A date of the list as year-month-day, or as it is written where it cannot be read."""
    return "-".join(f"{number:02}" for number in sortable(date)) or date


def read_journals(path: str | os.PathLike[str]) -> frozenset[str]:
    """Read a list of journals, a title or an ISSN on each line; what follows a # is a comment.

    Raises OSError where the file cannot be opened.
    """
    text, _ = decode(Path(path).read_bytes(), os.fspath(path))
    names = (line.partition("#")[0].strip().casefold() for line in text.splitlines())
    return frozenset(filter(None, names))
