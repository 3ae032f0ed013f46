"""A DOI: as it is written, and what two of them are compared by."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

POSSIBLE = re.compile(r"10\.\d{4,9}(\.\d+)*/\S+")
"""What may be a DOI at all (DOI Handbook, 2.2)."""

SHORT_DOI = re.compile(r"10/[a-z0-9]+", re.IGNORECASE)
"""What the resolver gives in the place of a long DOI (International DOI Foundation, shortDOI service)."""

USUAL = re.compile(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+(?:<[-._;()/:A-Za-z0-9]*>\d\.\d\.[A-Z]{2};\w(?:-\w)?)?")
"""What nearly all DOIs look like (Crossref, "DOIs and matching regular expressions", 2015), old ones that are made of a
SICI (ANSI/NISO Z39.56-1996) among them.
"""

WRAPPING = re.compile(
    r"(?:(?:https?://)?(?:www\.|dx\.)?doi\.org/|doi:\s*|https?://[\w.-]*\b(?:doi|proxy)\b[\w.-]*(?::\d+)?/(?=10\.\d{4}))+",
    re.IGNORECASE,
)
"""What stands before a DOI: a resolver, that of a publisher or a library's proxy, too."""

TO_ENCODE = re.compile(r"[^A-Za-z0-9/:;().,\-_~!*'@+$=]+")
"""What the DOI Handbook asks to encode in an address: all but these; most DOIs have none of it."""

YEAR_INSIDE = re.compile(r"(?<=[./-])(?:19[5-9]|20[0-3])\d(?=[./-])(?!-\d{3}[\dXx])")  # and no ISSN

DoiFault = Literal["malformed", "wrapped", "shortened", "unusual"]
"""It is none; it is one with more around it; it is another name of one; it has characters that few have."""


class Doi(NamedTuple):
    """A DOI as `written`, and `bare`: without resolver, "doi:" or a full stop behind it; a missing one is false."""

    written: str = ""
    bare: str = ""

    def __bool__(self) -> bool:
        return bool(self.written)

    def __str__(self) -> str:
        return self.written

    @property
    def folded(self) -> str:
        """What two DOIs are compared by: case does not matter in them (DOI Handbook, 2.4)."""
        return self.bare.casefold()

    @property
    def is_possible(self) -> bool:
        """Whether it may be a DOI at all, or a short one, which leads to the same place."""
        return bool(POSSIBLE.fullmatch(self.bare) or SHORT_DOI.fullmatch(self.bare))

    @property
    def fault(self) -> DoiFault | None:
        """The worst that is wrong with it; what is missing is not malformed."""
        if not self.written:
            return None
        if not self.is_possible:
            return "malformed"
        if self.written != self.bare:
            return "wrapped"
        if SHORT_DOI.fullmatch(self.bare):
            return "shortened"
        return None if USUAL.fullmatch(self.bare) else "unusual"

    @property
    def year(self) -> int | None:
        """The year that many publishers put into a DOI."""
        found = YEAR_INSIDE.search(self.bare)
        return int(found.group()) if found else None

    @property
    def url(self) -> str:
        """The address that it leads to, or an empty string where it is no DOI."""
        return "https://doi.org/" + TO_ENCODE.sub(encoded, self.bare) if self.is_possible else ""


def encoded(found: re.Match[str]) -> str:
    """Characters as an address has them."""
    from urllib.parse import quote

    return quote(found[0], safe="")


NO_DOI = Doi()


def read_doi(text: str) -> Doi:
    """The DOI that a text is meant to be."""
    if not text:
        return NO_DOI
    bare = text.strip()
    wrapping = WRAPPING.match(bare)
    return Doi(text, (bare[wrapping.end() :] if wrapping else bare).rstrip(".,;"))
