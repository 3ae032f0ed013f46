"""Suppressions: "uncited-claim: a textbook definition; NUM104: the review counts both".

They stand in a cell, in a BibTeX field, or in a comment of an article; the colon may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Place, Suppression

PART = re.compile(r"(?P<rule>[A-Za-z][\w-]*)(?:(?:\s*:\s*|\s+)(?P<reason>.*))?", re.DOTALL)


def read_suppressions(text: str, place: Place) -> Iterator[Suppression]:
    """The suppressions in `text`, `; ` between them; one without a reason has an empty one."""
    for part in filter(None, (part.strip() for part in text.split(";"))):
        match = PART.fullmatch(part)
        yield Suppression(match["rule"] if match else part, (match["reason"] or "").strip() if match else "", place)
