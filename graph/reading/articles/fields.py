"""The citations that reference managers put into Word and LibreOffice -> what is cited, each with its record.

Zotero and Mendeley write CSL JSON, EndNote its XML, Word the key of a source that the document holds elsewhere.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.model import Place, Reference
from graph.reading.articles import Cited
from graph.reading.articles.elements import Node, parse_xml
from graph.reading.csl import csl_reference, json_text
from graph.reading.joined_library import Library, free_key, key_for
from graph.reading.libraries.endnote import read_endnote
from graph.reading.problems import Problems

LIST_CODES = re.compile(
    r"\s*(?:BIBLIOGRAPHY\b|ADDIN\s+(?:EN\.REFLIST|ZOTERO_BIBL|Mendeley Bibliography))|.*CSL_BIBLIOGRAPHY"
)
"""How the code of a field begins that holds the list of references."""

ENDNOTE_DATA = re.compile(r"\s*ADDIN\s+EN\.CITE\.DATA\b")
ENDNOTE_CITATION = re.compile(r"\s*ADDIN\s+EN\.CITE\b")
WORD_CITATION = re.compile(r"\s*CITATION\s+(?P<rest>\S.*)", re.DOTALL)
WORD_PART = re.compile(r'\\(?P<switch>\w)\s*(?P<value>"[^"]*"|[^\\\s"]+)?|(?P<key>[^\\\s"]+)')
FOREIGN_CITATION = re.compile(r"\s*ADDIN\s+\S*(?:CIT|REFMGR|RW\.|PAPERS)", re.IGNORECASE)
"""The field of a program that is not known here, but surely a citation."""

MENDELEY_TAG = re.compile(r"MENDELEY_CITATION_v\d+_")
LOCAL_ID = re.compile(r"(?:ITEM|TEMP)-\d+")
"""Ids that Mendeley gives anew in each field."""

LABELS = {
    "": "p.",
    "page": "p.",
    "chapter": "ch.",
    "figure": "fig.",
    "paragraph": "para.",
    "section": "sec.",
    "volume": "vol.",
}
"""What CSL calls the part of a work that is cited, and how it is written."""


class NoCitationError(ValueError):
    """What is no citation that can be read; says why."""


@dataclass(slots=True)
class Records:
    """The references that fields carry, each once: `keys` leads from what a program knows one by to its key."""

    file: str
    references: dict[str, Reference] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def add(self, mark: str, line: int, make: Callable[[], Reference], own: str = "") -> Reference:
        """The reference known by a mark, made where it is new, with its `own` key or one from its name and year."""
        if mark not in self.keys:
            made = make()
            key = free_key(own or key_for(made), self.references)
            self.keys[mark] = key
            self.references[key] = replace(made, key=key, place=Place(self.file, line), places={})
        return self.references[self.keys[mark]]


def cited_in_csl(code: str, line: int, records: Records) -> tuple[Cited, ...]:
    """What a citation of Zotero's or Mendeley's cites: JSON, perhaps with more around it."""
    try:
        citation, _ = json.JSONDecoder().raw_decode(code, code.index("{"))
        items = citation["citationItems"]
        return tuple(csl_cited(item, line, records) for item in items if isinstance(item, dict))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoCitationError("its JSON cannot be read") from error


def csl_cited(item: Mapping[str, Any], line: int, records: Records) -> Cited:
    """A part of such a citation."""
    data = item.get("itemData")
    record = data if isinstance(data, dict) else {}
    uris = item.get("uris") or item.get("uri") or []
    number = json_text(item.get("id") or record.get("id"))
    known = "" if LOCAL_ID.fullmatch(number) else number
    mark = (uris[0] if isinstance(uris, list) and uris else "") or known or json.dumps(record, sort_keys=True)
    if known and known in records.keys:
        mark = known
    own = json_text(record.get("citation-key"))
    reference = records.add(json_text(mark), line, lambda: reference_of_csl(record, records.file), own)
    if known:
        records.keys.setdefault(known, reference.key)
    locator = json_text(item.get("locator"))
    label = json_text(item.get("label"))
    return Cited(
        reference.key,
        prefix=json_text(item.get("prefix")).strip(),
        locator=f"{LABELS.get(label, label)} {locator}" if locator else "",
        suffix=json_text(item.get("suffix")).strip(" ,;"),
        record=reference,
    )


def reference_of_csl(record: Mapping[str, Any], file: str) -> Reference:
    """The reference that a record of CSL JSON is."""
    text = json.dumps(record)
    return csl_reference(record, text, 1, file)


def cited_in_endnote(code: str, line: int, records: Records) -> tuple[Cited, ...]:
    """What a citation of EndNote's cites: XML, in the code of the field or in its data."""
    start = code.find("<EndNote")
    if start < 0:
        raise NoCitationError("it has no data of EndNote's")
    problems = Problems(records.file)
    root = parse_xml(code[start:].rstrip("\0\N{REPLACEMENT CHARACTER} "), problems)
    if problems.problems:
        raise NoCitationError("its XML cannot be read")
    parts = re.findall(r"<Cite\b.*?</Cite>", code, re.DOTALL)
    return tuple(endnote_cited(cite, part, line, records) for cite, part in zip(root.all("Cite"), parts, strict=False))


def endnote_cited(cite: Node, written: str, line: int, records: Records) -> Cited:
    """A part of such a citation, of which `written` is the XML."""
    database = next((each.get("db-id") for each in cite.all("key")), "")
    author, year, number = (cite.first(name).text for name in ("Author", "Year", "RecNum"))
    reference = records.add(
        f"endnote {database} {number} {author} {year}", line, lambda: reference_of_endnote(cite, written, records.file)
    )
    pages = cite.first("Pages").text
    return Cited(
        reference.key,
        prefix=cite.first("Prefix").text,
        locator=f"p. {pages}" if pages else "",
        suffix=cite.first("Suffix").text.strip(" ,;"),
        record=reference,
    )


def reference_of_endnote(cite: Node, written: str, file: str) -> Reference:
    """The reference that a record of EndNote is; where the field has none, what it says of author and year."""
    library = Library(file)
    read_endnote(written, library)
    if found := next(iter(library.references.values()), None):
        return found
    item = {"author": [{"literal": cite.first("Author").text}], "issued": {"raw": cite.first("Year").text}}
    return reference_of_csl(item, file)


def cited_by_word(code: str) -> tuple[Cited, ...]:
    r"""What a citation of Word's own cites: `CITATION Smith2020 \p 12 \m Jones2018`."""
    match = WORD_CITATION.match(code)
    found: list[Cited] = []
    for part in WORD_PART.finditer(match["rest"] if match else ""):
        value = (part["value"] or "").strip('"')
        if part["key"] and not found:
            found.append(Cited(part["key"]))
        elif part["switch"] == "m" and value:
            found.append(Cited(value))
        elif found and value:
            found[-1] = with_switch(found[-1], part["switch"], value.strip(" ,;"))
    return tuple(found)


def with_switch(cited: Cited, switch: str, value: str) -> Cited:
    """What is cited, with what a switch of Word's says of it."""
    match switch:
        case "p":
            return replace(cited, locator=f"p. {value}")
        case "f":
            return replace(cited, prefix=value)
        case "s":
            return replace(cited, suffix=value)
    return cited


def cited_in_field(code: str, data: str, line: int, records: Records) -> tuple[Cited, ...] | None:
    """What a field cites; nothing (None) where it is no citation. Raises NoCitationError where it cannot be read."""
    if "CSL_CITATION" in code:
        return cited_in_csl(code, line, records)
    if ENDNOTE_DATA.match(code):
        return None
    if ENDNOTE_CITATION.match(code):
        return cited_in_endnote(code if "<EndNote" in code else decoded(data), line, records)
    if WORD_CITATION.match(code):
        return cited_by_word(code)
    if FOREIGN_CITATION.match(code):
        raise NoCitationError("it is of a program that is not known here")
    return None


def decoded(data: str) -> str:
    """Text that is written in base 64; an empty string where it is not."""
    try:
        return base64.b64decode("".join(data.split()), validate=False).decode("utf-8", errors="replace")
    except (binascii.Error, ValueError):
        return ""


def decoded_tag(tag: str) -> str:
    """The citation in a content control of Mendeley's, which is no field."""
    match = MENDELEY_TAG.match(tag)
    return "CSL_CITATION " + decoded(tag[match.end() :] + "==") if match else ""
