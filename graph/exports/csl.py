"""References -> CSL JSON, as Zotero, pandoc and the processors of CSL read it.

Each record is read again at once: what does not come back stands under `custom`, which CSL has for what it has no
variable for, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.exports.records import ISO, LIKE_TYPES, container, dates, lost, people
from graph.model import Evidence, Reference
from graph.reading.csl import CSL_FIELDS, CSL_TYPES, csl_reference
from graph.references.names import Name
from graph.reports.data import to_json

TYPES_IN_CSL = {name: kind for kind, name in reversed(CSL_TYPES.items())} | {
    "inreference": "entry-encyclopedia",
    "online": "webpage",
    "unpublished": "manuscript",
}
"""The types of BibTeX, and those of CSL."""

VARIABLES = {
    **{name: variable for variable, name in reversed(CSL_FIELDS.items())},
    "eventtitle": "event-title",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    **{name: name for name in ("abstract", "edition", "language", "note", "publisher", "title", "version", "volume")},
}
"""What the fields of BibTeX are called in CSL, where its processors know them."""


def references_as_csl(evidence: Evidence) -> str:
    """The bibliography as CSL JSON."""
    return f"{to_json([csl_item(each) for each in evidence.references.values()], indent=2)}\n"


def csl_item(reference: Reference) -> dict[str, Any]:
    """A reference as a record of CSL."""
    kind = TYPES_IN_CSL.get(reference.type) or TYPES_IN_CSL.get(LIKE_TYPES.get(reference.type, ""), "document")
    item: dict[str, Any] = {"id": reference.key, "type": kind}
    fields = reference.fields
    item |= {VARIABLES[name]: text for name, text in fields.items() if name in VARIABLES and text}
    if "pages" in fields:
        item["page"] = fields["pages"].replace("\N{EN DASH}", "-")
    if where := container(reference)[1]:
        item["container-title"] = where
    for role, (names, et_al) in people(reference).items():
        item[role] = [*map(csl_person, names), *([{"literal": "others"}] if et_al else [])]
    item |= csl_dates(reference)
    return item | ({"custom": custom} if (custom := not_said(reference, item)) else {})


def csl_person(name: Name) -> dict[str, str]:
    """A name as CSL has it."""
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: text for part, text in parts.items() if text}


def csl_dates(reference: Reference) -> dict[str, Any]:
    """When it was published, and when it was looked at."""
    found: dict[str, Any] = {}
    if parts := dates(reference):
        found["issued"] = {"date-parts": [list(each) for each in parts]}
    elif reference.year:
        found["issued"] = {"literal": reference.year}
    if day := ISO.fullmatch(reference.fields.get("urldate", "")):
        found["accessed"] = {"date-parts": [[int(part) for part in day.groups() if part]]}
    return found


def not_said(reference: Reference, item: Mapping[str, Any]) -> dict[str, str]:
    """What of a reference is not read again from its record."""
    return lost(reference, csl_reference(item, "", 1, ""))  # its lines are not asked for
