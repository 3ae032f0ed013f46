"""How a message names things: the id, and beside it what people know it by."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Claim, Evidence, Reference
from graph.references.citing import short_citation
from graph.wording import in_parentheses, listing


def called(thing: Claim | Reference) -> str:
    """A claim with its first words, or a reference with its short citation: "reference 'gupta2015' (Gupta 2015)"."""
    if isinstance(thing, Claim):
        return f"claim {thing.key!r}{in_parentheses(thing.text)}"
    return f"reference {cited(thing)}"


def cited(reference: Reference) -> str:
    """A reference's key with its short citation: "'gupta2015' (Gupta et al. 2015)"; or with the line that it is."""
    if reference.facts.names or reference.journal or reference.title:
        return f"{reference.key!r}{in_parentheses(short_citation(reference))}"
    return f"{reference.key!r}{in_parentheses(reference.fields.get('note', ''))}"


def cited_all(keys: Iterable[str], evidence: Evidence) -> str:
    """References as a list in prose, each with its short citation; a key alone where the bibliography lacks it."""
    known = evidence.references
    return listing([cited(known[key]) if key in known else repr(key) for key in keys])
