"""Citations by author and page, as MLA has them: "(Lee 12)", "(Lee, Tea 12; see Roe)", "Lee says so (12)".

No year tells them from other words in brackets. So they are looked for only in an article that cites in no other way,
and each has to lead to one reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from graph.model import Reference
from graph.reading.articles import Cited
from graph.reading.articles.inline_citing import SOME_PAGES
from graph.support.numbers import by_key
from graph.texts.forms import words
from graph.texts.sentences import MASK

PAGES = rf"(?:pp?\. ?)?{SOME_PAGES}(?:, {SOME_PAGES}){{0,4}}"
BRACKET = re.compile(rf"\((?P<inside>[^()\[\]{MASK}]{{1,300}})\)")
MAY_CITE = re.compile(r"\([^()\d]{0,12}[^\W\d_a-z][^()\d]{1,120} \d{1,4}(?:[-\u2013]\d{1,4})?(?:[,;][^()]{1,200})?\)")
"""What looks like a name with a page; without any, nobody has to be looked for."""

ONLY_PAGES = re.compile(PAGES)
PART = re.compile(
    rf"(?:(?P<said>(?:[Ss]ee(?: also)?|[Cc]f\.|[Cc]ompare|[Qq]td\. in|[Qq]uoted in)) )?(?P<who>[^\d;]{{2,200}}?)"
    rf"(?:,? (?P<pages>{PAGES}))?"
)
"""What leads to one work: who wrote it, perhaps some of its title, and where in it."""

NAME = re.compile(r"[^\W\d_a-z][\w'\u2019-]*+")
OTHERS = re.compile(r",?\s(?:and|&)\s|,\s|(?=\set\sal\b)")
QUOTES = frozenset("\"'\u201c\u2018")
BEFORE_PAGE = 200
"""How far before a page alone the name stands that it belongs to."""

FEWEST = 2
"""How many citations with a name an article has that cites so."""


class Signed(Protocol):
    """Who wrote a reference, in the forms of words."""

    @property
    def key(self) -> str:
        """The key of the reference."""

    @property
    def first(self) -> tuple[str, ...]:
        """The first author."""

    @property
    def is_cut(self) -> bool:
        """Whether it may be called "et al."."""

    @property
    def is_pair(self) -> bool:
        """Whether there are two, who are seldom called "et al."."""

    def is_meant(self, spoken: tuple[str, ...]) -> bool:
        """Whether names in a text are these."""


class Paged(NamedTuple):
    """A citation from one letter of a passage to another; `is_named` says that it has a name."""

    start: int
    end: int
    cited: tuple[Cited, ...]
    is_named: bool


class Authors:
    """The references, by who wrote them."""

    def __init__(self, references: Mapping[str, Reference], signed: Sequence[Signed]) -> None:
        self.references = references
        self.by_first = by_key((each.first[0], each) for each in signed)
        self.unsigned = [each for each in references.values() if not each.facts.names and each.title]

    def work(self, said: str) -> str:
        """The key of the only work that names lead to, perhaps with some of its title; an empty string for none."""
        who, _, title = said.partition(", ")
        found = self.by(said) or [
            key for key in self.by(who, alone=False) if title and has_words(self.references[key].title, title)
        ]
        return found[0] if len(found) == 1 else ""

    def titled(self, said: str) -> str:
        """The key of the only work that nobody has signed whose title begins so; an empty string for none."""
        spoken = words(said)
        found = [each.key for each in self.unsigned if spoken and words(each.title)[: len(spoken)] == spoken]
        return found[0] if len(found) == 1 else ""

    def by(self, said: str, *, alone: bool = True) -> list[str]:
        """The keys of what somebody wrote; `alone` leaves those out that others wrote, too."""
        spoken = words(re.sub(r"\s(?:and|&)\s", " ", said))
        meant = [each for each in self.by_first.get(spoken[0], ()) if each.is_meant(spoken)] if spoken else []
        cut = "et al" in said
        narrow = [each for each in meant if alone and each.is_cut == cut and not (cut and each.is_pair)]
        return [each.key for each in narrow or meant]


def has_words(title: str, said: str) -> bool:
    """Whether a title has these words side by side."""
    return f" {' '.join(words(said))} " in f" {' '.join(words(title))} "


def cited_by_pages(text: str, authors: Authors) -> Iterator[Paged]:
    """The citations by author and page in the words of a passage."""
    for match in BRACKET.finditer(text):
        inside = match["inside"]
        if ONLY_PAGES.fullmatch(inside):
            before = text[max(0, match.start() - BEFORE_PAGE) : match.start()].rpartition(". ")[2]
            named = (authors.by(name.group()) for name in reversed([*NAME.finditer(before)]))
            key = next((keys[0] for keys in named if len(keys) == 1), "")
            if key:
                yield Paged(*match.span(), (Cited(key, locator=inside),), is_named=False)
            continue
        parts = [PART.fullmatch(part.strip()) for part in inside.split(";")]
        cited = [cited_part(part, authors) for part in parts if part]
        if len(cited) == len(parts) and all(cited):
            yield Paged(*match.span(), tuple(chain.from_iterable(cited)), is_named=True)


def cited_part(part: re.Match[str], authors: Authors) -> list[Cited]:
    """What a part of a bracket cites; nothing where it leads nowhere."""
    who = part["who"].strip(" ,")
    is_title = who[:1] in QUOTES or (who[:1].isupper() and " " in who)
    key = (authors.work(who) if who[:1].isupper() else "") or (authors.titled(who) if is_title else "")
    return [Cited(key, prefix=part["said"] or "", locator=part["pages"] or "")] if key else []
