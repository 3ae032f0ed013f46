"""What a program exports of many texts in XML -> the first of them, as it is meant; an archive gives each one alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from graph.model import File
from graph.reading.articles.elements import Node, Words, parse_xml
from graph.reading.articles.filled_in import FilledIn, filled_in
from graph.reading.articles.flow import NO_TEXT
from graph.reading.problems import Problems
from graph.reading.text import clean, decode
from graph.wording import count


class Export(NamedTuple):
    """How a program exports texts: what one is called, and which elements have one, and its words.

    What is in elements that are `dropped` is passed over.
    """

    called: str
    texts: Callable[[Node], Iterable[Node]]
    words: Callable[[Node], Node]
    dropped: frozenset[str] = frozenset()


class Exported(NamedTuple):
    """The first text of an export: the whole of it, the text's element, its words, and what was wrong."""

    root: Node
    element: Node
    words: FilledIn
    problems: Problems


def first_exported(file: File, export: Export) -> Exported:
    """Open an export; that there are more texts in it, or no words, is reported."""
    text, found = clean(decode(file.data, file.name)[0], file.name)
    problems = Problems(file.name, found)
    root = parse_xml(text, problems, export.dropped)
    first, *others = [*export.texts(root)] or [Node("", root.line)]
    words = [each for each in export.words(first).children if isinstance(each, Words)]
    if others:
        report_others(others, export.called, others[0].first("title").text, problems)
    elif not (words or problems.problems):
        problems.report("unread-part", first.line, NO_TEXT, severity="info")
    return Exported(root, first, filled_in(words), problems)


def report_others(others: Sequence[Node], called: str, title: str, problems: Problems) -> None:
    """Report the texts of a file that stand behind the first, with the title of the one that is next."""
    message = f"{count(len(others), f'other {called}')} in the same file not read; audit the file as an archive"
    problems.report("unread-part", others[0].line, message, text=title)
