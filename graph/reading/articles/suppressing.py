"""Comments of an article that say which findings not to report, and what each of them is about.

A comment stands at what it is behind or inside of, where that goes on in its line; else it is about what comes next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.model import Place, Suppression
from graph.reading.articles import ArticleText
from graph.reading.noqa import read_suppressions

NOQA = re.compile(r"\s*noqa\s*:\s*(?P<what>.*)", re.IGNORECASE | re.DOTALL)


class Span(NamedTuple):
    """From where to which line a sentence or an entry of the list of references goes, and the id of what it became."""

    file: str
    line: int
    column: int
    last_line: int
    id: str


def suppressions_in(article: ArticleText, spans: Iterable[Span]) -> dict[str, list[Suppression]]:
    """The suppressions of an article by the id of what they are about; in an article without anything none."""
    ordered = sorted(spans)
    found: dict[str, list[Suppression]] = {}
    for comment in article.comments:
        file = comment.file or article.file
        if (match := NOQA.fullmatch(comment.text)) and (span := span_at(file, comment.line, comment.column, ordered)):
            place = Place(file, comment.line, "noqa", comment.column)
            found.setdefault(span.id, []).extend(read_suppressions(match["what"].strip(), place))
    return found


def span_at(file: str, line: int, column: int, spans: Sequence[Span]) -> Span | None:
    """What a comment is about; behind everything in its file, what is last."""
    number = bisect_right(spans, (file, line, column), key=lambda span: span[:3])
    before = spans[number - 1] if number and spans[number - 1].file == file else None
    after = spans[number] if number < len(spans) and spans[number].file == file else None
    return before if before and (before.last_line >= line or not after) else after
