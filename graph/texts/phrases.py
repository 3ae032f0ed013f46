"""Phrases that are looked for in many texts, of which few have any."""

from __future__ import annotations

import re
from functools import cache, cached_property


@cache
def pattern_of(text: str) -> re.Pattern[str]:
    """A pattern, made when it is first needed: those that few texts need are half of what an audit would wait for."""
    return re.compile(text)


class Phrases:
    """Phrases to look for in any case; each has one of the `hints` in it, which are found many times faster.

    Both are written in small letters, as the text is made to be, in which a pattern is found faster than in any case.
    """

    def __init__(self, pattern: str, *hints: str) -> None:
        self.text = pattern
        self.hints = hints

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is looked for where a hint is; most audits meet few of the hints, and patterns take long to make."""
        return re.compile(self.text)

    def search(self, text: str) -> str:
        """The first of the phrases that a text has, or an empty string."""
        if not text:  # as many quotes are
            return ""
        small = text.lower()
        for hint in self.hints:
            if hint in small:
                return self.found_in(text, small)
        return ""

    def found_in(self, text: str, small: str) -> str:
        """The first of the phrases in a text, as it is written there; some letters are two in small letters."""
        found = self.pattern.search(small)
        if not found:
            return ""
        return text[slice(*found.span())] if len(small) == len(text) else found.group()
