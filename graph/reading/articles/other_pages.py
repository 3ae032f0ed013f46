"""What leads a reader to other pages: their titles and first words, below a heading such as "Read this next"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.reading.articles import Passage, Run

OTHER_PAGES = re.compile(
    r"(?:see also|external links|related(?: (?:articles?|links|pages|topics|coverage|stories|posts|reading|content))?"
    r"|(?:what to )?read (?:this )?next|next up|up next|latest news|keep reading|more from .{2,60}"
    r"|(?:you )?(?:may|might) also like|recommended for you|trending(?: now)?"
    r"|most (?:popular|read)|popular (?:articles|posts))\W*",
    re.IGNORECASE,
)
"""The heading of other pages: their titles, and the first words of each."""


def without_other_pages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages without those below the heading of other pages; what cites stays."""
    return tuple(each for each in passages if not is_of_other_pages(each))


def is_of_other_pages(passage: Passage) -> bool:
    """Whether a passage is below the heading of other pages, and cites nothing."""
    cites = any(not isinstance(run, Run) for run in passage.runs)
    return not cites and any(OTHER_PAGES.fullmatch(each) for each in passage.headings)
