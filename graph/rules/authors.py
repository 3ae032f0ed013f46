"""Rules about the names that answer for a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference
from graph.references.names import Name
from graph.rules.naming import called
from graph.wording import count

ET_AL_NAMED = re.compile(r"\bet\.? al(?:ii|ia|iae)?\b", re.IGNORECASE)
SHOWN = 80
"""How many letters of a name that is a list are shown."""

ENTITY = re.compile(r"&#?\w+;")
SUFFIX = re.compile(r"(?:jr|sr|[ivx]+|[2-9](?:nd|rd|th)|m\.?d|ph\.?d|esq)\.?", re.IGNORECASE)
"""What stands between two commas in the name of one person."""

ONLY_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?)+")
CITED_STYLE = re.compile(r"\w['\w\u2019-]+ [A-Z]{1,3}")
"""A person as many journals write them, without a comma: "Drake C"."""


@rule("REF211", "info", "references", preview=True)
def truncated_authors(evidence: Evidence) -> Iterator[Noticed]:
    """The list of a reference's authors is cut.

    Why:
        Whoever is left out cannot be found, and two references by one group are not seen to be.

    False alarms:
        A style that asks for three authors and "et al."; the list may still be whole in the bibliography.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, Christopher and others}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, Christopher and Roth, Thomas}}
    """
    for reference in evidence.references.values():
        if reference.et_al:
            number = count(len(reference.authors), "author")
            message = f"{called(reference)} names {number} and others; add the others"
            yield Noticed(reference, message, "author")


@rule("REF220", "warning", "references")
def joined_authors(evidence: Evidence) -> Iterator[Noticed]:
    """Several people are read as one author, as what stands between them is not "and".

    Why:
        A list of names that was copied has semicolons or commas, which BibTeX takes for parts of one name. The
        reference is cited by a name that nobody has, and is not found beside others by the same people. Nor is
        "others" a name, in formats that have nothing else to cut a list.

    False alarms:
        An organisation with commas or semicolons in its name; put it in braces of its own.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, Christopher; Roth, Thomas}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, Jr, Christopher and Roth, Thomas}}
        @online{who2020, title = {Healthy diet}, author = {{Department of Food; Geneva, Switzerland}}}
    """
    for reference in evidence.references.values():
        if fault := next(filter(None, map(fault_in_name, reference.facts.names)), ""):
            yield Noticed(reference, f"{called(reference)}: {fault}", field_of_names(reference))


@lru_cache(maxsize=2**12)  # an author stands in many entries
def fault_in_name(name: Name) -> str:
    """Why a name is not that of one person, or an empty string; what is in braces is one."""
    written = str(name)
    if written.strip(". ").lower() == "others":
        return f"{written!r} is read as a name; write 'and others'"
    if name.literal:
        return ""
    if {name.family.rstrip("."), name.given} == {"et", "al"} or ET_AL_NAMED.search(written):
        return "'et al.' is read as a name; write 'and others'"
    whole = written if len(written) <= SHOWN else f"{written[:SHOWN]} ..."
    if ";" in written and ";" in ENTITY.sub("", written):
        return f"{whole!r} is read as one name; write 'and' for each semicolon between people"
    if parted_by_commas(name):
        return f"{whole!r} is read as one name; write 'and' between people, 'Family, Given' for each of them"
    return ""


def parted_by_commas(name: Name) -> bool:
    """Whether the commas in a name stand between people."""
    suffix = name.suffix
    if not suffix:
        return all(map(CITED_STYLE.fullmatch, (name.family, name.given)))
    return not SUFFIX.fullmatch(suffix) and (" " in suffix or ONLY_INITIALS.fullmatch(suffix) is not None)


def field_of_names(reference: Reference) -> str:
    """The field that the names of a reference stand in."""
    return "author" if "author" in reference.fields else "editor"
