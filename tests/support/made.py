"""Evidence that is written in a line a claim, and works in a letter each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.model import Cause, Citation, Claim, Evidence, Place, Reference, Stance, lineage
from graph.support.works import Works

PLACE = Place("claims.csv", 2)
STANCE: dict[str, Stance] = {"+": "supports", "-": "disputes", "~": "qualifies", "?": "mentions"}


def made(*rows: str, includes: str = "") -> Evidence:
    """Claims c0, c1, ... as "cause, involved; involved: +r -s", citing the references r, s and t, or others unknown.

    A sign is a stance: + supports, - disputes, ~ qualifies, ? mentions. `includes` is what r includes.
    """
    references = {key: Reference(key=key, type="article", place=PLACE) for key in "rst"}
    references["r"] = replace(references["r"], fields={"includes": includes})
    return whole([parsed(f"c{number}", row) for number, row in enumerate(rows)], references)


def parsed(key: str, row: str) -> Claim:
    named, _, cited = row.partition(":")
    cause, _, involved = named.partition(",")
    citations = tuple(Citation(key, each[1:], STANCE[each[0]], PLACE) for each in cited.split())
    involves = tuple(name.strip() for name in involved.split(";") if name.strip())
    return Claim(key=key, cause=cause, text="", place=PLACE, citations=citations, involves=involves)


def whole(claims: Iterable[Claim], references: dict[str, Reference]) -> Evidence:
    found = {claim.key: claim for claim in claims}
    named = [name for claim in found.values() for name in (claim.cause, *claim.involves)]
    names = dict.fromkeys(wider for name in named for wider in reversed(list(lineage(name))))
    return Evidence(references=references, claims=found, causes={name: Cause(name, PLACE) for name in names})


def works(**parts: str) -> Works:
    """The works a, b, c and d, each with what it includes."""
    fields = {key: {"includes": "; ".join(parts.get(key, ""))} for key in "abcd"}
    return Works({key: Reference(key=key, type="", place=PLACE, fields=fields[key]) for key in fields}, lambda _: ())
