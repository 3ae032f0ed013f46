"""References -> RIS, as most reference managers read it.

A value has one line, and nothing in it can begin another. Each record is read again at once: what does not come back
stands in a note with its name, as RIS has no tag for it; `graph.reading.libraries.tagged` knows those that are our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.records import FROM_TO, LIKE_TYPES, container, dates, lost, people
from graph.model import Evidence, Reference
from graph.reading.libraries.tagged import RIS_FIELDS, RIS_TYPES, Line, TaggedRecord, ris_reference
from graph.reading.text import CONTROL

TYPES_IN_RIS = {name: tag for tag, name in reversed(RIS_TYPES.items())} | {
    "article": "JOUR",
    "inproceedings": "CONF",
    "inreference": "ENCYC",
    "online": "ELEC",
    "unpublished": "UNPB",
}
"""The types of BibTeX, and those of RIS."""

TAGS = {name: tag for tag, name in RIS_FIELDS.items() if tag not in {"CT", "M1", "N2", "T1"}} | {
    "isbn": "SN",
    "issn": "SN",
}
"""The tags of fields; those of people, dates, pages and of what a reference is in are told apart."""

ROLES = {"author": "AU", "editor": "A2"}


def references_as_ris(evidence: Evidence) -> str:
    """The bibliography as RIS."""
    return "\n".join(map(ris_record, evidence.references.values()))


def ris_record(reference: Reference) -> str:
    """A reference as a record."""
    lines = [(tag, text) for tag, value in ris_lines(reference) if (text := on_one_line(value))]
    tagged = TaggedRecord()
    for tag, text in lines:
        tagged.add(Line(tag, [text], 1))
    lines += [
        ("N1", on_one_line(f"{name}: {text}")) for name, text in lost(reference, ris_reference(tagged, "")).items()
    ]
    return "".join(f"{tag}  - {text}\n" for tag, text in [*lines, ("ER", "")])


def on_one_line(text: str) -> str:
    """A value on one line, in which control characters are seen."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def ris_lines(reference: Reference) -> Iterator[tuple[str, str]]:
    """The tags of a record with their values, in their order."""
    fields = reference.fields
    yield "TY", TYPES_IN_RIS.get(reference.type) or TYPES_IN_RIS.get(LIKE_TYPES.get(reference.type, ""), "GEN")
    yield "ID", reference.key
    for role, (names, et_al) in people(reference).items():
        yield from ((ROLES[role], ", ".join(filter(None, (who.short, who.given, who.suffix)))) for who in names)
        yield ROLES[role], "et al." if et_al else ""
    where, text = container(reference)
    yield "T2", text
    yield from ris_dates(reference)
    start, end = page_range(fields.get("pages", ""))
    yield "SP", start
    yield "EP", end
    for name, value in fields.items():
        if name in TAGS and name not in {where, *ROLES}:
            yield from ((TAGS[name], each) for each in (value.split("; ") if name == "keywords" else [value]))


def ris_dates(reference: Reference) -> Iterator[tuple[str, str]]:
    """When it was published: the year, and the day where that is known."""
    found = dates(reference)
    yield "PY", reference.year
    if len(found) == 1 and len(found[0]) > 1:
        yield "DA", "/".join(f"{part:02}" for part in found[0])


def page_range(pages: str) -> tuple[str, str]:
    """The first and the last page; what is no range is all in the first."""
    found = FROM_TO.fullmatch(pages)
    return (found[1], found[2]) if found else (pages, "")
