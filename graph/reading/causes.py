"""The causes that claims name."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, takewhile

from graph.model import Cause, Claim, lineage


def collect_causes(claims: Iterable[Claim]) -> dict[str, Cause]:
    """Every cause that a claim is about or involves and the wider ones, in the order of the table."""
    causes: dict[str, Cause] = {}
    claims = list(claims)
    named = ((claim.cause, claim, "cause") for claim in claims)
    involved = ((name, claim, "involves") for claim in claims for name in claim.involves)
    for name, claim, column in chain(named, involved):
        if name not in causes:
            place = claim.at(column)
            new = [*takewhile(lambda each: each not in causes, lineage(name))]  # wider ones than a known one are known
            for each in reversed(new):
                causes[each] = Cause(each, place)
    return causes
