"""What a reference is known by in every article: identifiers, title, and where it was printed.

Titles and pages are written so that the same are equal, whoever wrote them: a title with year and first author, pages
with volume, year and first author. What would be that of many works (a short title, a single page) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Reference
from graph.references.identifiers import identifiers
from graph.references.titles import main_title
from graph.texts.forms import words

TITLE_LETTERS, TITLE_WORDS = 20, 3
"""How long a title must be to be that of one work only: "Editorial" and "Sleep and aging" are those of many."""

MAIN_WORDS = 4
"""How many words it must have without its subtitle."""

VOLUME = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"[a-z]?\d+", re.IGNORECASE)

PLAIN_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t"})
"""Letters that have no accent to take away, and how they are written without them."""

SOFT = re.compile(r"(?<=.)[aeiouyøæœ]|(.)(?=\1)")
"""What a name is written with or without, behind its first letter: Müller, Mueller, Muller; Ferguson, Fergusson."""


def identities(reference: Reference) -> Iterator[tuple[str, str]]:
    """The kind and the text of each, so written that the same are equal: ("doi", "doi:10.1/x"), ("title", …).

    A reference that nothing is known of by which others could know it has none.
    """
    for each in dict.fromkeys(identifiers(reference)):
        if not each.startswith("doi:") or each.startswith("doi:10."):
            yield each.partition(":")[0], each
    year, family = reference.facts.year.first, skeleton(family_name(reference))
    if not (year and family):
        return
    by = f"{year}|{family}"
    for each in dict.fromkeys(title_identities(reference.title, by)):
        yield "title", each
    if pages := pages_identity(reference, by):
        yield "pages", pages


def title_identities(title: str, by: str) -> Iterator[str]:
    """Title, year and first author, once with the subtitle and once without; none where that is short."""
    for said, least in {main_title(title): MAIN_WORDS, title: TITLE_WORDS}.items():
        found = words(said)
        if len(found) >= least and sum(map(len, found)) >= TITLE_LETTERS:
            yield f"title:{''.join(found)}|{by}"


def pages_identity(reference: Reference, by: str) -> str:
    """Volume, first and last page, year and first author; empty where one is missing, or there is one page only."""
    volume = VOLUME.findall(reference.fields.get("volume", ""))
    pages = PAGE_NUMBER.findall(reference.fields.get("pages", "").casefold())
    if not volume or len(pages) != 2 or pages[0] == pages[1]:  # noqa: PLR2004 - first and last
        return ""
    first, last = pages
    return f"pages:{volume[0]}|{first}|{first[: max(0, len(first) - len(last))]}{last}|{by}"


def family_name(reference: Reference) -> str:
    """The last word of the first author's family name, or of the organisation, in its form for comparing."""
    name = next(iter(reference.facts.names), None)
    return next(reversed(words(name.family or name.literal)), "") if name else ""


def skeleton(name: str) -> str:
    """A name by its first letter and the consonants that follow, none of them doubled; in other scripts by all."""
    return SOFT.sub("", name.translate(PLAIN_LETTERS))
