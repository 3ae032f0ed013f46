"""A reference as people know it: "Gupta et al. 2015" in a line, and in full."""

from __future__ import annotations

from graph.model import Reference
from graph.wording import listing

WITHOUT_AUTHOR, WITHOUT_TITLE, WITHOUT_YEAR = "No author given", "no title given", "no year given"


def short_citation(reference: Reference) -> str:
    """What a reference is called in a line: "Gupta et al. 2015"; without authors by where it stands, or its title."""
    names = reference.facts.names
    if len(names) == 2 and not reference.et_al:  # noqa: PLR2004 - two authors are both named
        who = listing([name.short for name in names])
    elif names:
        who = names[0].short + (" et al." if len(names) > 1 or reference.et_al else "")
    else:
        who = reference.journal or reference.title or reference.key
    return " ".join(filter(None, (who, reference.year)))


def full_citation(reference: Reference) -> str:
    """A reference in full, saying what it lacks."""
    return citation_by("; ".join(reference.authors), reference)


def citation_by(authors: str, reference: Reference) -> str:
    """A reference in full, given its authors in a line."""
    authors = (authors or WITHOUT_AUTHOR) + ("; et al." if reference.et_al else "")
    where = " ".join(filter(None, (reference.journal or publisher(reference), volume(reference))))
    title = reference.title or f"[{WITHOUT_TITLE}]"
    return " ".join(
        filter(
            None, (f"{authors} ({reference.year or WITHOUT_YEAR}).", sentence(title), sentence(where) if where else "")
        )
    )


def publisher(reference: Reference) -> str:
    """Where a reference that is in no journal was published."""
    names = ("booktitle", "publisher", "organization", "institution", "howpublished")
    return next((reference.fields[name] for name in names if reference.fields.get(name)), "")


def volume(reference: Reference) -> str:
    """Volume, number and pages: "133(5): 320-329"."""
    get = reference.fields.get
    issue = f"({get('number')})" if get("number") else ""
    pages = (get("pages") or "").replace("--", "\N{EN DASH}")
    return ": ".join(filter(None, (f"{get('volume') or ''}{issue}", pages)))


def sentence(text: str) -> str:
    """Text that ends in a full stop, or in the mark that it ends in."""
    return text if text.endswith((".", "?", "!", "]")) else f"{text}."
