"""What a reference is known by in every article: its identifiers, and its title with year and first author."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Reference
from graph.references.identifiers import identifiers
from graph.texts.forms import words

TITLE_LETTERS, TITLE_WORDS = 20, 4
"""How long a title must be to be that of one work only: "Editorial" and "Sleep and aging" are those of many."""


def identities(reference: Reference) -> Iterator[tuple[str, str]]:
    """The kind and the text of each, so written that the same are equal: ("doi", "doi:10.1/x"), ("title", …)."""
    for each in dict.fromkeys(identifiers(reference)):
        yield each.partition(":")[0], each
    if title := title_identity(reference):
        yield "title", title


def title_identity(reference: Reference) -> str:
    """Title, year and last word of the first author's family name; empty where one is missing or the title is short."""
    found = words(reference.title)
    year, family = reference.facts.year.first, family_name(reference)
    if not (year and family) or len(found) < TITLE_WORDS or sum(map(len, found)) < TITLE_LETTERS:
        return ""
    return f"title:{' '.join(found)}|{year}|{family}"


def family_name(reference: Reference) -> str:
    """The last word of the first author's family name, or of the organisation, in its form for comparing."""
    name = next(iter(reference.facts.names), None)
    return next(reversed(words(name.family or name.literal)), "") if name else ""
