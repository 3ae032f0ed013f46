"""The links of an entry of a list of references: where they lead is written nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from graph.reading.articles import joined_words
from graph.reading.listed.entry import Entry, read_entry_text
from graph.reading.listed.people import people_in_line

NO_SOURCE = re.compile(r"scholar\.google|[?&](?:q|query|search|title)=", re.IGNORECASE)
"""Where a link leads to a search for a work, and not to the work."""

FEWEST_WORDS = 2
NO_TITLE = re.compile(
    r".*\b(?:pubmed|scholar|crossref|doi|pdf|pmc|text|link|article|abstract|site|website|here|more|download)\b.*|.*://.*",
    re.IGNORECASE,
)
"""What a link says of itself, and not of the work: "Google Scholar", "full text", "read more"."""

ONE_WORD = re.compile(r"[A-Z][\w-]{3,30}")
ARTICLE_NUMBER = re.compile(r"\bPMC\d+\Z|\A(?:PubMed|PMID)\b")
"""What a link says of where it leads: "PMC free article: PMC12"."""

ADDRESS_OR_DOI = re.compile(r"https?://|\b10\.\d{4,9}/")
A_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

LONGEST_SOURCE = 600

MOST_OF_THEM = 0.5


class Words(Protocol):
    """Words of an article, with where they lead out of it."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def address(self) -> str:
        """Where they lead; an empty string for words that are those of no link."""


def links_in(words: Iterable[Words]) -> Iterator[tuple[str, str]]:
    """The words of each link out of the article, and where it leads."""
    for address, linked in groupby(words, attrgetter("address")):
        if address:
            yield "".join(each.text for each in linked), address


def with_addresses(text: str, links: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """An entry with the addresses that its links lead to, and the words of the first link that may be its title."""
    found = [(joined_words(words), address) for words, address in links if is_source(address)]
    title = next((words for words, to in found if is_title(words) and not is_end_of(words, to)), "")
    title = title or next((words for words, _ in found if is_sentence(words, text)), "")
    for words, address in found:
        if is_end_of(words, address):
            text = text.replace(words, address, 1)
    added = dict.fromkeys(address for _, address in found)
    return " ".join([text.rstrip(), *(each for each in added if each not in text)]), title


def is_end_of(words: str, address: str) -> bool:
    """Whether words are an address without how to get there, perhaps without its end: "elm.org/tea"."""
    return "." in words and not words.startswith("http") and words.rstrip("./\u2026") in address


def is_sentence(words: str, text: str) -> bool:
    """Whether the words of a link are a sentence of an entry, as a title of one word is: "Elm. Sleep. Accessed"."""
    return bool(ONE_WORD.fullmatch(words)) and not NO_TITLE.fullmatch(words) and f". {words}. " in f"{text} "


def is_title(words: str) -> bool:
    """Whether the words of a link may be a title."""
    number = len(words.split())
    people = people_in_line(f"{words}. X")
    if words.startswith("[") or ARTICLE_NUMBER.search(words) or (people and people.rest == "X"):
        return False
    return number > FEWEST_WORDS or (number == FEWEST_WORDS and not NO_TITLE.fullmatch(words))


def is_source(address: str) -> bool:
    """Whether an address may be that of a source."""
    return address.startswith(("http://", "https://")) and not NO_SOURCE.search(address)


def are_sources(notes: Sequence[str]) -> bool:
    """Whether most of these notes are sources."""
    return sum(is_note_of_source(each) for each in notes) > len(notes) * MOST_OF_THEM


def is_note_of_source(text: str) -> bool:
    """Whether a note is a source, and no remark: it has an address, or a year and who wrote it or what it is called."""
    if len(text) > LONGEST_SOURCE or ADDRESS_OR_DOI.search(text):
        return len(text) <= LONGEST_SOURCE
    read, _ = read_entry_text(Entry(1, lines=[text]), "")
    return bool(A_YEAR.search(text) and (read.authors or read.title))
