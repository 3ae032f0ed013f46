"""What an entry takes from others: by `crossref` a chapter from its book, by `xdata` any entry from a store of fields.

The rules are biblatex's (manual 3.20, appendix B, "Default Inheritance Setup"): what an entry has itself stays, a
book's title is its chapter's `booktitle`, a journal's an article's `journaltitle`. Other than there, what names one
work only (its identifiers, its abstract) is not handed on, as two entries with one DOI are a slip elsewhere.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from graph.model import Problem, Reference
from graph.reading.joined_library import Library, listed_keys, reference_from
from graph.references.designs import IN_A_BOOK

LENDING = ("xdata", "crossref")
"""The fields that name where an entry takes others from, the nearest first."""

LENT = frozenset(
    """
    booktitle booksubtitle booktitleaddon journal journaltitle journalsubtitle year date month editor publisher series
    volume volumes number issue address location organization institution edition eventtitle eventdate venue language
    """.split()  # noqa: SIM905 - a list would take thirty lines
)
"""What an entry takes from a book, a volume or an issue as it is called there."""

RENAMED = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
"""What is called otherwise in a part of a book."""

RENAMED_IN_JOURNALS = {"title": "journaltitle", "subtitle": "journalsubtitle"}
PERIODICALS = frozenset({"periodical", "suppperiodical"})

TWO_NAMES = {"year": "date", "date": "year", "journal": "journaltitle", "journaltitle": "journal"}
"""Fields of which an entry that has one takes not the other."""


Lenders = Mapping[str, Mapping[str, Reference]]
"""Those that may be named in each field, by their keys."""


def inherit(library: Library) -> None:
    """Give each reference of a library what it takes from others; whom they name in vain is reported."""
    known: Lenders = {"crossref": dict(library.references), "xdata": {**library.references, **library.stores}}
    takers = [each for each in library.references.values() if any(name in each.fields for name in LENDING)]
    for reference in takers:
        library.references[reference.key] = with_inherited(reference, known)
    library.problems.extend(named_in_vain(takers, known))


def with_inherited(reference: Reference, known: Lenders) -> Reference:
    """The reference with what it takes from those that it names, and these from others again."""
    fields, places, names = dict(reference.fields), dict(reference.places), (reference.facts.names, reference.et_al)
    for lender, handed in lenders(reference, known):
        for name, new in handed.items():
            if new not in fields and TWO_NAMES.get(new) not in fields:
                fields[new], places[new] = lender.fields[name], lender.at(name)
        names = names if names[0] or names[1] else (lender.facts.names, lender.et_al)
    return reference_from(reference.key, reference.type, reference.place, fields, places, names)


def lenders(reference: Reference, known: Lenders) -> Iterator[tuple[Reference, Mapping[str, str]]]:
    """Whom an entry takes from, the nearest first, and which of their fields under which names."""
    seen, waiting = {reference.key}, deque(named(reference))
    while waiting:
        field, key = waiting.popleft()
        lender = known[field].get(key)
        if lender and key not in seen:
            yield lender, handed_on(field, lender, reference)
            waiting.extend(named(lender))
        seen.add(key)


def named(reference: Reference) -> Iterator[tuple[str, str]]:
    """The keys that an entry names, each with the field that it stands in."""
    for field in LENDING:
        yield from ((field, key) for key in listed_keys(reference, field))


def handed_on(field: str, lender: Reference, reference: Reference) -> Mapping[str, str]:
    """The fields that an entry takes from another, each with the name that it has then; its title is no part's."""
    if field == "xdata":
        return {name: name for name in lender.fields if name not in LENDING}
    renamed = RENAMED_IN_JOURNALS if lender.type in PERIODICALS else RENAMED if reference.type in IN_A_BOOK else {}
    same = {name: name for name in lender.fields if name in LENT or (name == "title" and not renamed)}
    return {**same, **{name: new for name, new in renamed.items() if name in lender.fields}}


def named_in_vain(takers: Iterable[Reference], known: Lenders) -> Iterator[Problem]:
    """A problem for each that entries name and no file has, where the first of them does."""
    missing: dict[tuple[str, str], list[Reference]] = {}
    for reference in takers:
        for field, key in named(reference):
            if key not in known[field]:
                missing.setdefault((field, key), []).append(reference)
    for (field, key), (first, *others) in missing.items():
        who = f"entry {first.key!r} and {len(others):,} more take" if others else f"entry {first.key!r} takes"
        message = f"{who} fields from {key!r} ({field}), which no file has; add it, or write the fields themselves"
        yield Problem(rule="unparsed-entry", place=first.at(field), message=message, severity="warning")
