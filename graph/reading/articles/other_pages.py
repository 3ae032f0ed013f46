"""What leads a reader to other pages, and is nothing that an article says: links alone, what is below "Read next"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.reading.articles import NO_PROSE, STOPPED, Passage, Run, joined_words
from graph.reading.articles.linked_works import work_at

OTHER_PAGES = re.compile(
    r"(?:see also|external links|related(?: (?:articles?|links|pages|topics|coverage|stories|posts|reading|content))?"
    r"|(?:what to )?read (?:this )?next|next up|up next|latest news|keep reading|more from .{2,60}"
    r"|(?:you )?(?:may|might) also like|recommended for you|trending(?: now)?"
    r"|most (?:popular|read)|popular (?:articles|posts))\W*",
    re.IGNORECASE,
)
"""The heading of other pages: their titles, and the first words of each."""


NO_LABEL = re.compile(rf"{STOPPED.pattern}|://")
"""What a line that is a link has, if it is a sentence, or the address itself."""


def without_other_pages(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages without those that lead to other pages; what cites stays, and a list that a colon leads in."""
    return tuple(kept(passages))


def kept(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages that lead to no other pages."""
    before = ""
    for (is_item, _), group in groupby(passages, key=lambda each: (each.kind == "item", each.headings)):
        run = [each for each in group if not is_below_other_pages(each)]
        if is_item and not before.endswith(":") and all(map(is_link_alone, run)):
            continue
        run = [each for each in run if is_item or not is_link_alone(each) or NO_LABEL.search(text_of(each))]
        yield from run
        before = text_of(run[-1]) if run else before


def is_below_other_pages(passage: Passage) -> bool:
    """Whether a passage is below the heading of other pages, and cites nothing."""
    cites = any(not isinstance(run, Run) for run in passage.runs)
    return not cites and any(OTHER_PAGES.fullmatch(each) for each in passage.headings)


def is_link_alone(passage: Passage) -> bool:
    """Whether all words of a passage of prose are links, none of them to a work or a citation."""
    worded = [run for run in passage.runs if not isinstance(run, Run) or any(map(str.isalpha, run.text))]
    return (
        bool(worded)
        and passage.kind not in NO_PROSE
        and all(isinstance(run, Run) and run.address and not work_at(run.address) for run in worded)
    )


def text_of(passage: Passage) -> str:
    """The words of a passage on one line."""
    return joined_words("".join(run.text for run in passage.runs if isinstance(run, Run)))
