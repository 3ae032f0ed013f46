"""Zotero's own items in JSON -> references: what Better BibTeX calls "BetterBibTeX JSON", and what Zotero's API gives.

They become records of CSL, by the tables of Zotero.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graph.model import Reference
from graph.reading.csl import (
    CSL_PEOPLE,
    csl_name,
    first_item,
    json_items,
    json_text,
    member_lines,
    placed_reference,
)
from graph.reading.joined_library import AND, Library

ZOTERO_TYPES = {
    "artwork": "graphic",
    "audioRecording": "song",
    "bill": "bill",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "case": "legal_case",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary",
    "document": "document",
    "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumPost": "post",
    "hearing": "hearing",
    "instantMessage": "personal_communication",
    "interview": "interview",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "magazineArticle": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "newspaperArticle": "article-newspaper",
    "patent": "patent",
    "podcast": "song",
    "preprint": "article",
    "presentation": "speech",
    "radioBroadcast": "broadcast",
    "report": "report",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "webpage": "webpage",
}
"""The types of Zotero, and those of CSL."""

ZOTERO_FIELDS = {
    "abstractNote": "abstract",
    "accessDate": "accessed",
    "archiveID": "number",
    "archiveLocation": "archive_location",
    "blogTitle": "container-title",
    "bookTitle": "container-title",
    "callNumber": "call-number",
    "company": "publisher",
    "conferenceName": "event-title",
    "date": "issued",
    "dictionaryTitle": "container-title",
    "distributor": "publisher",
    "encyclopediaTitle": "container-title",
    "extra": "note",
    "forumTitle": "container-title",
    "institution": "publisher",
    "meetingName": "event-title",
    "numPages": "number-of-pages",
    "numberOfVolumes": "number-of-volumes",
    "pages": "page",
    "patentNumber": "number",
    "place": "publisher-place",
    "postType": "genre",
    "proceedingsTitle": "container-title",
    "programTitle": "container-title",
    "publicationTitle": "container-title",
    "reportNumber": "number",
    "reportType": "genre",
    "repository": "publisher",
    "seriesTitle": "collection-title",
    "series": "collection-title",
    "thesisType": "genre",
    "university": "publisher",
    "url": "URL",
    "versionNumber": "version",
    "websiteTitle": "container-title",
    "websiteType": "genre",
}
"""What the fields of Zotero are called in CSL, where that is not their own name."""

PARTS_OF_ITEMS = frozenset({"annotation", "attachment", "note"})
"""Items that are none, but belong to some."""

OF_ZOTERO = frozenset(
    {
        "attachments",
        "citationKey",
        "citekey",
        "collections",
        "creators",
        "dateAdded",
        "dateModified",
        "itemID",
        "itemKey",
    }
    | {
        "itemType",
        "key",
        "libraryCatalog",
        "libraryID",
        "notes",
        "parentItem",
        "relations",
        "rights",
        "seeAlso",
        "select",
    }
    | {"tags", "uri", "version"}
)
"""What says something about Zotero only, or is read apart."""

AUTHORS = frozenset(
    {
        "artist",
        "cartographer",
        "director",
        "interviewee",
        "inventor",
        "performer",
        "podcaster",
        "presenter",
        "programmer",
    }
)
"""Who is the author of something that Zotero has another word for."""

ITEMS = re.compile(r'"items"\s*+:\s*+\[\s*+')
KEY_IN_EXTRA = re.compile(r"^Citation Key: *+(\S+)", re.MULTILINE | re.IGNORECASE)


def read_zotero(text: str, library: Library) -> None:
    """Add the items of Zotero's JSON `text` to a library."""
    begun = ITEMS.search(text)
    read = list(json_items(text, begun.end() if begun else first_item(text), library))
    found = ((item_in(record), written, line) for record, written, line in read)
    library.add_all(
        (zotero_reference(item, written, line, library.file), written)
        for item, written, line in found
        if json_text(item.get("itemType")) not in PARTS_OF_ITEMS
    )


def item_in(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The item that a record is, or that Zotero's API has in it."""
    data = record.get("data")
    return data if isinstance(data, Mapping) else record


def zotero_reference(item: Mapping[str, Any], written: str, line: int, file: str) -> Reference:
    """A reference from an item, which is written so from a line on."""
    named = member_lines(written, line)
    lines = {ZOTERO_FIELDS.get(name, name): number for name, number in named.items()}
    lines |= {role: named.get("creators", line) for role in ("author", "editor")}
    lines |= {"id": line, "keyword": named.get("tags", line), "type": named.get("itemType", line)}
    return placed_reference(csl_record(item), lines, line, file)


def csl_record(item: Mapping[str, Any]) -> dict[str, Any]:
    """The record of CSL for an item."""
    kind = json_text(item.get("itemType"))
    record = {"id": citation_key(item), "type": ZOTERO_TYPES.get(kind, kind), **people_by_role(item)}
    for name, value in item.items():
        if value and name not in OF_ZOTERO:
            record.setdefault(ZOTERO_FIELDS.get(name, name), value)
    record["accessed"] = json_text(record.get("accessed")).partition("T")[0]
    tags = item.get("tags")
    record["keyword"] = [each.get("tag") if isinstance(each, Mapping) else each for each in as_list(tags)]
    return record


def citation_key(item: Mapping[str, Any]) -> str:
    """The key to cite an item by, which Better BibTeX gave it; nothing where there is none."""
    given = json_text(item.get("citationKey")) or json_text(item.get("citekey"))
    return given or next(iter(KEY_IN_EXTRA.findall(json_text(item.get("extra")))), "")


def people_by_role(item: Mapping[str, Any]) -> dict[str, Any]:
    """Authors and editors as CSL has them, and any others as text."""
    people: dict[str, list[Mapping[str, str]]] = {}
    for each in as_list(item.get("creators")):
        if isinstance(each, Mapping):
            role = json_text(each.get("creatorType")) or "author"
            people.setdefault("author" if role in AUTHORS else role, []).append(person_of_item(each))
    return {
        role: who if role in CSL_PEOPLE else AND.join(filter(None, (str(csl_name(each) or "") for each in who)))
        for role, who in people.items()
    }


def person_of_item(creator: Mapping[str, Any]) -> dict[str, str]:
    """A person as CSL has one; somebody of one name is called so as a whole."""
    family, given, whole = (json_text(creator.get(name)) for name in ("lastName", "firstName", "name"))
    return {"family": family, "given": given} if given else {"literal": whole or family}


def as_list(value: Any) -> list[Any]:
    """A list, which anything else is not."""
    return value if isinstance(value, list) else []
