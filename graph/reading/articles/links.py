"""Links into the list of references, as they stand in text -> markers: "[", link 3, dash, link 7, "]" is one.

JATS and TEI tag the numbers or names of a marker, Word and OpenDocument hold each citation in a field. What stands
around and between them belongs to the marker, too: brackets, commas, the dash of a range, "see also", "p. 3".
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.reading.articles import Cited, Marker, Run, joined_words
from graph.reading.articles.inline_citing import LOCATOR, PAGES_ALONE, SAID_AFTER, tidy


@dataclass(frozen=True, slots=True)
class Link:
    """A link to entries of the list of references: what it cites, its words, and its place."""

    cited: tuple[Cited, ...]
    text: str
    line: int
    column: int = 1


LINK, YEAR_LINK = "\ue000", "\ue001"
"""What stand for a link in text; the second for one whose words are a year."""

DASHES = "\\-\u2010-\u2015\u2212"
YEAR = re.compile(r"[(\[]?\d{4}[a-z]?[)\]]?")
ONE_NUMBER = re.compile(rf"[(\[\s]*(\d{{1,4}})[{DASHES})\],;.\s]*")
NUMBER_LIST = re.compile(rf"[(\[\s]*\d{{1,4}}(?:[\s,;{DASHES}]+\d{{1,4}})+[)\]\s]*")
PART = re.compile(rf"(\d+)(?:\s*[{DASHES}]\s*(\d+))?")

TOKEN = re.compile(
    rf"""
    (?P<link>[{LINK}{YEAR_LINK}])
    |(?P<locator>(?:(?:pp?|pages?|ch|chap(?:ter)?|fig(?:ure)?s?|tables?|sect?(?:ion)?|theorems?|thm|lemma|def|eqs?
        |app(?:endix)?|\u0441\u0442\u0440)\b\.?|(?-i:S|c|\u0441)\.|\u00a7)\s*\d[\w.\u2013-]*)
    |:\s*(?P<pages>{PAGES_ALONE})(?![\w%])
    |(?P<year>(?:1[6-9]|20)\d\d[a-z]?(?![\w%]))
    |(?P<number>\d{{1,3}}(?![\w%]|\.\d))
    |(?P<dash>[{DASHES}]|to\b)
    |(?P<glue>[\s,;&.]++)
    |(?P<signal>(?:but|and|also|see|cf|e\.?g|i\.?e|contra|compare|as|for|an?|recent|example|instance|over|reviews?
        |reviewed|overviews?|in|by|of|refs?|references?|pace|contrary)\b)
    |(?P<name>(?-i:[^\W\d_a-z])[\w'\u2019.]*+|et\b|al\b|de\b|la\b|van\b|von\b|der\b|den\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a marker is made of."""

LOCATING = frozenset({"locator", "pages"})
"""What says where in a work: "p. 3", ": 33"."""

AND = re.compile(r"\A[\s,;]*(?:and|&)?\b")

GROUP = re.compile(
    rf"[(\[]|[{LINK}{YEAR_LINK}](?>(?:\s*+(?>(?:[,;&{DASHES}]\s*+|(?:and|to)\s++)*)[{LINK}{YEAR_LINK}])*)"
)
"""A bracket, which may be a marker as a whole, or links side by side."""

CLOSING = {"(": ")", "[": "]"}
FEWEST_LETTERS = 3
"""A link of fewer letters is no word of the sentence, but a sign."""


@dataclass(slots=True)
class Group:
    """What is read of a marker: what it cites, the number that it came to, what was said before the next."""

    labels: Mapping[str, str]
    cited: list[Cited] = field(default_factory=list)
    number: int | None = None
    dash: bool = False
    prefix: str = ""
    named: bool = False

    def add(self, link: Link) -> None:
        """Add what a link cites; behind a dash it ends a range."""
        found = ONE_NUMBER.fullmatch(link.text)
        number = int(found[1]) if found else None
        first, *others = link.cited
        if self.dash and self.number is not None and number is not None and self.number < number:
            self.cited[-1] = replace(self.cited[-1], last=first.key)
        else:
            said = "" if self.named else AND.sub("", self.prefix)
            self.cited.append(replace(first, prefix=first.prefix or said.strip(" ,;.")))
        self.cited += others
        self.number, self.dash = number, bool(re.search(rf"[{DASHES}]\s*\Z", link.text))
        self.prefix, self.named = "", False

    def take(self, match: re.Match[str], link: Link | None) -> bool:
        """Add a token of a bracket; say whether it may stand there."""
        text, kind = match.group(), match.lastgroup
        if link:
            if self.named and text != YEAR_LINK:
                return False
            self.add(link)
        elif kind == "number":
            self.add(Link((Cited(self.labels.get(text, text)),), text, 0))
        elif kind in LOCATING and self.cited:
            self.cited[-1] = replace(self.cited[-1], locator=text.lstrip(": "))
        elif kind == "year":
            return bool(self.cited)
        elif kind == "name":
            self.named = True
        elif kind == "dash":
            self.dash = True
        elif kind == "signal" or self.prefix:
            self.prefix += text
        return kind not in LOCATING or bool(self.cited)


def with_markers(runs: Sequence[Run | Link], labels: Mapping[str, str]) -> tuple[Run | Marker, ...]:
    """The runs of a passage with its links as markers; `labels` leads from a number in the list to a key.

    Each link is in one marker.
    """
    if not any(isinstance(run, Link) for run in runs):
        return tuple(run for run in runs if isinstance(run, Run))
    return tuple(LinkedText(runs, labels).pieces())


def masked_link(run: Run | Link) -> str:
    """The text of a run; one letter for a link."""
    if isinstance(run, Link):
        return YEAR_LINK if YEAR.fullmatch(run.text) else LINK
    return run.text.replace(LINK, " ").replace(YEAR_LINK, " ")


class LinkedText:
    """The text of a passage, with a letter for each link."""

    def __init__(self, runs: Sequence[Run | Link], labels: Mapping[str, str]) -> None:
        self.runs, self.labels = runs, labels
        parts = [masked_link(run) for run in runs]
        self.text = "".join(parts)
        self.starts, position = [], 0
        for part in parts:
            self.starts.append(position)
            position += len(part)

    def pieces(self) -> Iterator[Run | Marker]:
        """The words and markers, in order."""
        done = position = 0
        while match := GROUP.search(self.text, position):
            group = Group(self.labels)
            end = self.bracket_end(match, group) if match.group() in CLOSING else self.side_by_side(match, group)
            if end:
                yield from self.words(done, match.start())
                yield self.marker(match.start(), end, tuple(group.cited))
                done = end
            position = end or match.end()
        yield from self.words(done, len(self.text))

    def bracket_end(self, opening: re.Match[str], group: Group) -> int:
        """Where a bracket ends that has links and what belongs to them; 0 for any other."""
        position, has_link = opening.end(), False
        while token := TOKEN.match(self.text, position):
            link = self.link_at(position) if token.lastgroup == "link" else None
            if not group.take(token, link):
                return 0
            has_link, position = has_link or link is not None, token.end()
        is_closed = self.text[position : position + 1] == CLOSING[opening.group()]
        return position + 1 if is_closed and has_link and not group.prefix and not group.named else 0

    def side_by_side(self, match: re.Match[str], group: Group) -> int:
        """The end of links side by side."""
        for position in range(*match.span()):
            if self.text[position] in {LINK, YEAR_LINK}:
                group.add(self.link_at(position))
            elif re.match(f"[{DASHES}]", self.text[position]):
                group.dash = True
        return match.end()

    def link_at(self, position: int) -> Link:
        """The link that a letter stands for."""
        link = self.runs[bisect_right(self.starts, position) - 1]
        assert isinstance(link, Link)  # noqa: S101 - no other run has the letter
        return link

    def words(self, start: int, end: int) -> Iterator[Run]:
        """The runs between two letters, neither of them a link."""
        for index in range(bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)):
            run = self.runs[index]
            first, last = max(0, start - self.starts[index]), end - self.starts[index]
            if isinstance(run, Run) and (text := run.text[first:last]):
                yield Run(text, *letter_place(run, first))

    def marker(self, start: int, end: int, cited: tuple[Cited, ...]) -> Marker:
        """The marker between two letters, its links' words filled in."""
        at = bisect_right(self.starts, start) - 1
        line, column = letter_place(self.runs[at], start - self.starts[at])
        indexes = range(start, end)
        text = "".join(self.link_at(i).text if self.text[i] in {LINK, YEAR_LINK} else self.text[i] for i in indexes)
        text = joined_words(text)
        letters = sum(letter.isalpha() for letter in text)
        return Marker(cited, text, line, column, spoken=text[:1] not in {"(", "["} and letters >= FEWEST_LETTERS)


def letter_place(run: Run | Link, offset: int) -> tuple[int, int]:
    """The line and column of a letter of a run, or of a link."""
    if not isinstance(run, Run):
        return run.line, run.column
    breaks, offset = line_breaks(run.text), min(offset, len(run.text))
    number = bisect_left(breaks, offset)
    return run.line + number, (offset - breaks[number - 1] if number else run.column + offset)


@functools.lru_cache(maxsize=4)  # a text may be a megabyte long and have thousands of links
def line_breaks(text: str) -> list[int]:
    """Where the line breaks of a text stand."""
    return [found.start() for found in re.finditer("\n", text)]


def cited_by(keys: Sequence[str], text: str, labels: Mapping[str, str]) -> tuple[Cited, ...]:
    """What a link to these keys cites: also those that only its words name, as in "3-7"; and where in them."""
    if len(keys) == 1 and (said := SAID_AFTER.search(text)) and (located := LOCATOR.fullmatch(said["after"])):
        return (Cited(keys[0], locator=tidy(located["braced"] or located["plain"])),)
    if len(keys) > 1 or not NUMBER_LIST.fullmatch(text):
        return tuple(map(Cited, keys))
    parts = [(labels.get(first), labels.get(last)) for first, last in PART.findall(text)]
    cited = tuple(Cited(first, last or "") for first, last in parts if first)
    return cited if {*keys} <= {each.key for each in cited} | {each.last for each in cited} else tuple(map(Cited, keys))
