"""Faults in how a claims table is written."""

from __future__ import annotations

import re
from random import Random

from faults.files import Files, Made, as_row
from faults.kinds import change_cell, kind, some_rows, swapped
from graph.model import STANCES


@kind("unknown-word", of="claims")
def kind_with_a_slip(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "kind", lambda cell: swapped(cell, random))


@kind("unknown-word", of="claims")
def basis_with_a_slip(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "basis", lambda cell: swapped(cell, random))


@kind("malformed-table", of="claims")
def claim_id_used_twice(files: Files, random: Random) -> Made | None:
    if len(files.rows) < 2:
        return None
    one, other = random.sample(range(len(files.rows)), 2)
    files.rows[other]["claim_id"] = files.rows[one]["claim_id"]
    return Made(rows=(one, other))


@kind("malformed-table", of="claims")
def row_copied_twice(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    files.rows.append(dict(random.choice(files.rows)))
    return Made(rows=(len(files.rows) - 1,))


@kind("malformed-table", of="claims")
def cause_left_empty(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    number = random.randrange(len(files.rows))
    files.rows[number]["cause"] = ""
    return Made(rows=(number,))


@kind("malformed-table", of="claims")
def quotes_lost_around_commas(files: Files, random: Random) -> Made | None:
    numbers = [number for number in some_rows(files, "claim") if "," in files.rows[number]["claim"]]
    if not numbers:
        return None
    number = random.choice(numbers)
    files.line[number] = ",".join(files.rows[number].get(column, "") for column in files.columns) + "\n"
    return Made(rows=(number,))


@kind("malformed-table", of="claims")
def quote_never_closed(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    number = random.randrange(len(files.rows))
    cells = [files.rows[number].get(column, "") for column in files.columns]
    files.line[number] = ",".join([*cells[:2], f'"{cells[2]}', *cells[3:]]) + "\n"
    return Made(rows=(number,))


@kind("malformed-table", of="claims")
def column_misspelt(files: Files, random: Random) -> Made | None:
    name = random.choice(
        [each for each in files.columns if each in {*STANCES, "measure", "involves", "basis", "section"}] or [""]
    )
    if not name:
        return None
    files.header = as_row([swapped(each, random) if each == name else each for each in files.columns])
    return Made()


@kind("malformed-table", of="claims")
def column_of_causes_lost(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    files.header = as_row(["about" if each == "cause" else each for each in files.columns])
    return Made()


@kind("formula-cell", of="claims")
def cell_that_is_a_formula(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "claim", lambda cell: f"={cell}")


@kind("garbled-text", "encoding", of="claims")
def letters_of_a_claim_in_another_encoding(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "claim", lambda text: re.sub(r"(?<=[a-z])o(?=[a-z])", "Ã¶", text, count=1))
