"""The name of an author, in its parts."""

from __future__ import annotations

from typing import NamedTuple

JOINING_NAMES = "and|et|und|y|e|en|och|og"
"""What joins two names, in the languages of Western Europe, as a pattern."""


class Name(NamedTuple):
    """The name of a person in parts, or that of an organisation, which is `literal` and has none.

    The parts are those of BibTeX and CSL: `particle` is "van der", `suffix` is "Jr".
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    def __str__(self) -> str:
        """The name as it is sorted: "van der Berg, Jr, Jan"."""
        return ", ".join(filter(None, (self.short, self.suffix, self.given)))

    @property
    def short(self) -> str:
        """The name as it is cited: "van der Berg"."""
        if self.particle:
            return f"{self.particle} {self.family}".rstrip()
        return self.literal or self.family
