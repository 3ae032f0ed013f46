"""Evidence -> the part of its claims that is asked for; the others are kept apart, so that what they cite is known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Literal, get_args

from graph.model import WIDER, Claim, Evidence, UnusableError
from graph.reading.causes import collect_causes
from graph.wording import did_you_mean

Only = Literal["all", "cited"]
"""Which claims are asked for: all, or those that cite something."""

ONLY: tuple[Only, ...] = get_args(Only)


def narrowed(evidence: Evidence, only: str = "all", sections: Sequence[str] = ()) -> Evidence:
    """The evidence with the claims that are asked for: those that cite, those under some headings, or both.

    A section is the heading of an article, at any depth and in any case, or the part of a cause. Raises UnusableError
    for one that no claim stands under.
    """
    if evidence.claims:
        check_sections(sections, {heading for claim in evidence.claims.values() for heading in headings(claim)})
    return narrowed_to(evidence, only, sections)


def check_sections(sections: Sequence[str], known: Collection[str]) -> None:
    """Raise UnusableError for a section that is none of the known headings, which are in lower case."""
    for section in sections:
        if section.strip().casefold() not in known:
            hint = did_you_mean(section.strip().casefold(), known) or "; name a heading of the article"
            raise UnusableError(f"no claim stands under a heading {section!r}{hint}")


def narrowed_to(evidence: Evidence, only: str, sections: Sequence[str]) -> Evidence:
    """The evidence with the claims that are asked for, which may be none: one article of many may lack the heading."""
    if only != "cited" and not sections:
        return evidence
    return leave_out(evidence, [key for key, claim in evidence.claims.items() if not wanted(claim, only, sections)])


def leave_out(evidence: Evidence, keys: Collection[str]) -> Evidence:
    """The evidence without the claims of these keys, which are in its `left_out`."""
    if not keys:
        return evidence
    apart = dict.fromkeys(keys)
    claims = {key: claim for key, claim in evidence.claims.items() if key not in apart}
    others = {key: claim for key, claim in evidence.claims.items() if key in apart}
    return replace(evidence, claims=claims, causes=collect_causes(claims.values()), left_out=others)


def wanted(claim: Claim, only: str, sections: Sequence[str]) -> bool:
    """Whether a claim is asked for."""
    found = headings(claim)
    in_section = not sections or any(each.strip().casefold() in found for each in sections)
    return in_section and (only != "cited" or bool(claim.citations))


def headings(claim: Claim) -> set[str]:
    """The headings that a claim stands under, in lower case."""
    return headings_in(claim.cause, claim.section)


def headings_in(cause: str, section: str) -> set[str]:
    """The headings that a cause and a section are made of, in lower case."""
    return {each.strip().casefold() for each in (*cause.split(WIDER.strip()), section)} - {""}
