"""Lists that the user has: notices about publications (Retraction Watch) and journals to be wary of."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from graph.model import UnusableError
from graph.reading.table import delimiter
from graph.reading.text import decode, unix_lines
from graph.references.dois import read_doi
from graph.wording import listing

Nature = Literal["retraction", "concern", "correction", "reinstatement"]
"""What a notice says; a reinstated publication is no longer retracted."""

NATURES: dict[str, Nature] = {
    "retraction": "retraction",
    "expression of concern": "concern",
    "correction": "correction",
    "reinstatement": "reinstatement",
}
"""The words of the column RetractionNature in the Retraction Watch Database (Crossref, user guide)."""

DATES = (
    re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"),
)
"""How dates are written: "7/31/2021 0:00" in the list itself, the others where it was saved again."""

WEIGHT: tuple[Nature, ...] = ("correction", "concern", "retraction")


class Notice(NamedTuple):
    """What was said about a publication, when (as the list writes it), and why."""

    state: Nature
    date: str = ""
    reason: str = ""


def read_retractions(path: str | os.PathLike[str]) -> dict[str, Notice]:
    """Read the open Retraction Watch CSV: the notice that counts about each DOI and PMID.

    Raises OSError where the file cannot be opened, and UnusableError where it is no such list, is damaged, or has
    nothing that can be compared: an audit must not clear a publication that it could not look up.
    """
    name = os.fspath(path)
    text, _ = decode(Path(path).read_bytes(), name)
    rows = list(retraction_rows(unix_lines(text), name))
    found: dict[str, Notice] = {}
    for row in sorted(rows, key=rank):
        if notice := notice_of(row):
            for key in row_keys(row):
                found[key] = weightier(found.get(key), notice)
    if not found:
        raise UnusableError(f"{name}: nothing in it can be compared, {why_nothing(rows)}")
    return found


def retraction_rows(text: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of a list, by column; strictly, because a quote that is never closed swallows every row after it."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    start = 1
    try:
        columns = [column.strip() for column in next(lines, [])]
        if missing := {"OriginalPaperDOI", "RetractionNature"} - set(columns):
            raise UnusableError(f"{name}: no Retraction Watch list, it lacks {', '.join(sorted(missing))}")
        start = lines.line_num + 1
        for cells in lines:
            yield dict(zip(columns, cells, strict=False))
            start = lines.line_num + 1
    except csv.Error as error:
        raise UnusableError(f"{name}:{start}: no CSV ({error}); download the list again, or close the quote") from None


def why_nothing(rows: Sequence[Mapping[str, str]]) -> str:
    """Why no row of a list says anything, and what to do."""
    natures = list(dict.fromkeys(filter(None, (row.get("RetractionNature", "").strip() for row in rows))))
    if natures and not any(nature.lower() in NATURES for nature in natures):
        known = listing([nature.capitalize() for nature in NATURES])
        return f"as no RetractionNature is known ({', '.join(map(repr, natures[:3]))}); write {known}"
    return "as no row has a DOI or PMID and a RetractionNature; download the list again"


def notice_of(row: Mapping[str, str]) -> Notice | None:
    """What a row says; none where its nature is unknown."""
    state = NATURES.get(row.get("RetractionNature", "").strip().lower())
    reason = " ".join(row.get("Reason", "").strip("; +").split())
    return Notice(state, date_of(row.get("RetractionDate", "")), reason) if state else None


def rank(row: Mapping[str, str]) -> tuple[tuple[int, ...], bool]:
    """What rows are sorted by; a reinstatement without a date comes before all, as nobody knows what it ended."""
    date = sortable(row.get("RetractionDate", ""))
    return date, not date and row.get("RetractionNature", "").strip().lower() != "reinstatement"


def weightier(old: Notice | None, new: Notice) -> Notice:
    """Which of two notices counts: a reinstatement ends what was before, a correction does not undo a retraction."""
    if old is None or "reinstatement" in {old.state, new.state}:
        return new
    return new if WEIGHT.index(new.state) >= WEIGHT.index(old.state) else old


def row_keys(row: Mapping[str, str]) -> Iterator[str]:
    """What the publication of a row is known by; "unavailable" and 0 stand for nothing."""
    doi = read_doi(row.get("OriginalPaperDOI", "")).folded
    if doi.startswith("10."):
        yield f"doi:{doi}"
    pmid = row.get("OriginalPaperPubMedID", "").strip()
    if pmid.strip("0").isdecimal():
        yield f"pmid:{pmid}"


def sortable(date: str) -> tuple[int, ...]:
    """A date as year, month, day; an unreadable one comes first."""
    day = re.split("[ T]", date.strip(), maxsplit=1)[0]
    match = next(filter(None, (pattern.fullmatch(day) for pattern in DATES)), None)
    if match is None:
        return ()
    year, month, number = (int(match[part]) for part in ("year", "month", "day"))
    return (year, month, number) if month in range(1, 13) and number in range(1, 32) else ()


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
