"""A table and the claims of its article, which has changed -> the table as it is now, and what became of its rows.

What somebody made of a row is kept. A mark in the column `draft` says which rows to look at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.drafts.matching import Matched, Wording, match, wording_of
from graph.drafts.rows import Changed, Fate, changed_row, kept_row, left_row
from graph.drafts.table import claim_cells
from graph.drafts.written import WrittenRow, WrittenTable, new_row, with_cells, with_columns
from graph.model import STANCES, Claim

BROUGHT_BACK = (*STANCES, "basis", "note", "draft")
"""The columns that a table gets where one is needed and missing; any other was taken out by somebody."""

NUMBERED_KEY = re.compile(r"(.*)-(\d{1,9})", re.DOTALL | re.ASCII)


class Merged(NamedTuple):
    """A table as it is now, and how many of its rows were kept, changed, gone and new.

    `widened` is the table as it was, with the columns that it has got.
    """

    table: WrittenTable
    widened: WrittenTable
    fates: Counter[Fate]


def merge(
    table: WrittenTable,
    claims: Sequence[Claim],
    asked: Collection[str],
    further: Callable[[Collection[str]], Mapping[str, Mapping[str, str]]],
    names: Mapping[str, str],
) -> Merged:
    """The table of an article that has these claims now.

    Of the claims that no row says, those that are `asked` for by their keys get rows; `further` gives what cells such
    claims have beside their own, by their keys.
    `names` are what claims call references whose keys are words of a sentence.
    """
    found = match([*map(wording_of_row, table.rows)], [*map(wording_of, claims)])
    changes = [change_of(number, table.rows, claims, found, names) for number in range(len(table.rows))]
    wanted = [number for number, each in enumerate(claims) if number not in found.rows_of and each.key in asked]
    keys = free_keys([claims[number].key for number in wanted], {row["claim_id"] for row in table.rows})
    more = further([claims[number].key for number in wanted])
    new = {number: new_cells(claims[number], key, more) for number, key in zip(wanted, keys, strict=True)}
    table = with_columns(table, needed([*(each.cells for each in changes), *new.values()]))
    written = [with_cells(row, each.cells, table) for row, each in zip(table.rows, changes, strict=True)]
    gone = [number for number, each in enumerate(changes) if each.fate == "gone"]
    added = {number: new_row(cells, table) for number, cells in new.items()}
    stay = placed(written, {*gone}, added, found.rows_of)
    fates = Counter(each.fate for row, each in zip(table.rows, changes, strict=True) if row.cells)
    fates.update({"new": len(new)})
    return Merged(replace(table, rows=(*stay, *(written[number] for number in gone))), table, fates)


def wording_of_row(row: WrittenRow) -> Wording:
    """What is compared of a row."""
    return Wording(row["quote"], row["claim"], row["section"], row["paragraph"])


def change_of(
    number: int, rows: Sequence[WrittenRow], claims: Sequence[Claim], found: Matched, names: Mapping[str, str]
) -> Changed:
    """What becomes of a row."""
    if number in found.said:
        return kept_row(rows[number], claims[found.said[number][0]])
    if number in found.became:
        sentence = found.became[number]
        return changed_row(rows[number], claims[sentence], [rows[each] for each in found.rows_of[sentence]], names)
    return left_row(rows[number])


def free_keys(keys: Iterable[str], taken: Collection[str]) -> Iterator[str]:
    """The keys, each that is taken with the number after the highest one of its kind in place of its own."""
    used = {*taken}
    highest: Counter[str] = Counter()
    for found in filter(None, map(NUMBERED_KEY.fullmatch, used)):
        highest[found[1]] = max(highest[found[1]], int(found[2]))
    for key in keys:
        free, stem = key, key.rpartition("-")[0]
        while free in used:
            highest[stem] += 1
            free = f"{stem}-{highest[stem]:02d}"
        used.add(free)
        yield free


def new_cells(claim: Claim, key: str, more: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The cells of a sentence that is new; `key` is what its row is called."""
    return claim_cells(claim) | dict(more.get(claim.key, {})) | {"claim_id": key, "draft": "new"}


def needed(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """The columns that a table must have for these cells, if it had none of them."""
    filled = {column for cells in rows for column, cell in cells.items() if cell}
    return [column for column in BROUGHT_BACK if column in filled]


def placed(
    rows: Sequence[WrittenRow], gone: Collection[int], new: Mapping[int, WrittenRow], rows_of: Mapping[int, list[int]]
) -> Iterator[WrittenRow]:
    """The rows that are not gone, and each new one behind those of the sentence before it."""
    behind: dict[int, list[WrittenRow]] = defaultdict(list)
    before = -1
    for sentence in sorted({*rows_of, *new}):
        if sentence in new:
            behind[before].append(new[sentence])
        else:
            before = max(rows_of[sentence])
    yield from behind[-1]
    for number, row in enumerate(rows):
        yield from () if number in gone else (row,)
        yield from behind[number]
