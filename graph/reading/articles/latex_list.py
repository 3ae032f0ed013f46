"""The list of references that an article in LaTeX has under a heading, with no environment for it, and its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.reading.articles import Listed, Marker, Passage, Run, is_reference_heading, joined_words
from graph.reading.articles.inline_citing import IN_BRACKETS, numbered_citations
from graph.reading.articles.links import letter_place
from graph.reading.listed.lists import DATED

LABEL = re.compile(r"\s*(?:\[(\d{1,4})\]|(\d{1,3})\.(?=\s))\s*")
"""What an entry begins with that the text calls it by."""


def with_written_list(passages: Sequence[Passage]) -> tuple[list[Passage], list[Listed]]:
    """The passages without those that are entries of a list of references, and these, if most of them have a year.

    Numbers in brackets are markers then, where the article has no others and they go no further than the list.
    """
    below = [each for each in passages if is_entry(each)]
    listed = [entry_of(each) for each in below]
    if sum(DATED.search(each.text) is not None for each in listed) * 2 <= len(listed):
        return list(passages), []
    others = [each for each in passages if not is_entry(each)]
    if any(isinstance(run, Marker) and run.cited for each in others for run in each.runs):
        return others, listed
    return [replace(each, runs=tuple(with_numbers(each, len(listed)))) for each in others], listed


def is_entry(passage: Passage) -> bool:
    """Whether a passage stands in the list of references."""
    return passage.kind in {"text", "item"} and any(map(is_reference_heading, passage.headings[-1:]))


def entry_of(passage: Passage) -> Listed:
    """The entry that a passage is."""
    text = joined_words("".join(run.text for run in passage.runs))
    label = LABEL.match(text)
    said = next(filter(None, label.groups()), "") if label else ""
    first = passage.runs[0]
    begun = len(first.text) - len(first.text.lstrip()) if isinstance(first, Run) else 0
    line = letter_place(first, begun)[0] if isinstance(first, Run) else first.line
    return Listed(said, text[label.end() if label else 0 :], line, file=passage.file)


def with_numbers(passage: Passage, entries: int) -> Iterator[Run | Marker]:
    """The runs of a passage with markers in the place of numbers in brackets that the list has."""
    for run in passage.runs:
        if isinstance(run, Marker):
            yield run
            continue
        done = 0
        for match in IN_BRACKETS.finditer(run.text):
            cited = numbered_citations(match.group()[1:-1])
            if all(0 < int(each.last or each.key) <= entries for each in cited):
                yield from part_of(run, done, match.start())
                yield Marker(cited, match.group(), *letter_place(run, match.start()))
                done = match.end()
        yield from part_of(run, done, len(run.text))


def part_of(run: Run, start: int, end: int) -> Iterator[Run]:
    """A stretch of a run, if there is any."""
    if start < end:
        line, column = letter_place(run, start)
        yield replace(run, text=run.text[start:end], line=line, column=column)
