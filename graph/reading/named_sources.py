"""What a table cites by names and a year ("Lee et al. 2010", "Lee (2010, p. 3)") -> the key of the reference meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.model import Citation, Problem, Reference
from graph.reading.claims import may_be_named
from graph.reading.draft import Draft


def follow_names(draft: Draft) -> Iterator[Problem]:
    """A claim of a table that cites names and a year cites the one reference that has both; that is told once."""
    tables = {name for _, name in draft.of("claims")}
    known = draft.references.keys() | draft.aliases.keys() if tables else set()
    told: set[str] = set()
    for key, claim in draft.claims.items() if tables else ():
        cited = claim.citations if claim.place.file in tables else ()
        named = [each for each in cited if each.reference not in known and may_be_named(spelled(each))]
        meant = works_meant(named, draft.references) if named else {}
        yield from (told_of(each, meant.get(each)) for each in named if spelled(each) not in told)
        told |= {*map(spelled, named)}
        if meant:
            citations = dict.fromkeys(meant.get(each, each) for each in claim.citations)
            draft.claims[key] = replace(claim, citations=tuple(citations))


def spelled(citation: Citation) -> str:
    """What is written in the place of a key, with the year that may stand in parentheses behind it."""
    return f"{citation.reference} {citation.locator}".rstrip()


def works_meant(named: list[Citation], references: Mapping[str, Reference]) -> dict[Citation, Citation]:
    """For each citation of names and a year that lead to one reference the citation of that."""
    from graph.reading.articles.in_words import NAMES_IN_BRACKETS, YEARS, Works  # few tables cite so

    pattern = re.compile(rf"{NAMES_IN_BRACKETS}(?:,\s*|\s+){YEARS}(?:[,:]?\s+(?P<rest>.+))?")
    works, meant = Works(references), {}
    for each in named:
        match = pattern.fullmatch(spelled(each))
        said, keys = works.named(match) if match else ("", [])
        if match and said == match["names"] and len(keys) == 1 and keys[0] in references:
            meant[each] = replace(each, reference=keys[0], locator=match["rest"] or "")
    return meant


def told_of(named: Citation, meant: Citation | None) -> Problem:
    """What is said of names and a year: which key they were read as, or that they are none."""
    owner = f"claim {named.claim!r}: {spelled(named)!r}"
    if meant:
        message = f"{owner} is read as {meant.reference!r}, which has these names and this year; write the key"
        return Problem(rule="unknown-word", place=named.place, message=message, severity="info")
    message = f"{owner} is no reference key; write key; key (p. 3)"
    return Problem(rule="unknown-word", place=named.place, message=message, text=spelled(named))
