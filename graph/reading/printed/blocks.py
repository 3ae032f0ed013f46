r"""An entry of a printed list that signs part into people, title and the rest -> a record."""

from __future__ import annotations

import re

from graph.reading.latex import decode_latex
from graph.reading.listed.ends import MONTH_NAME, YEAR_TAKEN, take_groups
from graph.reading.listed.numbers import take_arxiv
from graph.reading.printed.numbers import take_numbers
from graph.reading.printed.people import people_of
from graph.reading.printed.signs import NEW_BLOCK, part, slanted_span
from graph.reading.printed.sources import EDGE_MARKS, take_sources
from graph.reading.records import Record
from graph.references.names import Name

DATE_BEHIND_TITLE = re.compile(rf",\s(?:{MONTH_NAME}\s)?{YEAR_TAKEN}[a-z]?\.?\s*\Z")


def read_blocks(text: str, record: Record, before: tuple[Name, ...] = ()) -> bool:
    """Read an entry into a record by the signs that part it; whether there are any.

    `before` are the people of the entry before it, for which a style may print a dash.
    """
    parted = part(text)
    if not parted:
        return False
    title = take_numbers(decode_latex(parted.title), record)
    if dated := DATE_BEHIND_TITLE.search(title):
        take_groups(dated, record)
        title = title[: dated.start()]
    people = people_of(parted.people, record, before, certain=parted.certain)
    if people is None or (parted.title and not title.strip(EDGE_MARKS)):
        return False
    role, names = people
    for name in names:
        record.name(role, name, record.line)
    record.put("title", title.strip(EDGE_MARKS), record.line)
    take_sources(*sides(parted.rest, record), record, slanted=parted.slanted)
    return True


def sides(text: str, record: Record) -> tuple[str, str, str]:
    """What stands before the words in italics, these, and what stands behind them, without identifiers."""
    start, inner, end = slanted_span(text) or (len(text), "", len(text))
    if inner.strip().lower() == "in":
        return sides(f"{text[:start]} in {text[end:]}", record)
    before, behind = (NEW_BLOCK.sub(" ", each) for each in (text[:start], text[end:]))
    container = decode_latex(inner).strip(EDGE_MARKS)
    take_arxiv(container, record)  # "arXiv preprint arXiv:2001.01234" is called so
    return take_numbers(decode_latex(before), record), container, take_numbers(decode_latex(behind), record)
