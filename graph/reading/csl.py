"""CSL JSON -> references, as Zotero, pandoc and Manubot write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.records import ENTRY_TYPE, Record, read_person, with_particle
from graph.references.names import Name

CSL_TYPES = {
    "article": "unpublished",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "document": "misc",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "bill": "legislation",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "regulation": "legislation",
    "standard": "standard",
    "treaty": "legal",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
    "pamphlet": "booklet",
    "patent": "patent",
    "post": "online",
    "post-weblog": "online",
    "report": "techreport",
    "review": "article",
    "software": "software",
    "thesis": "phdthesis",
    "webpage": "online",
}
"""The types of CSL, and those of BibTeX; any other is "misc"."""

CSL_FIELDS = {
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMCID": "pmcid",
    "PMID": "pmid",
    "URL": "url",
    "chapter-number": "chapter",
    "collection-title": "series",
    "container-title-short": "shortjournal",
    "event": "eventtitle",
    "event-place": "venue",
    "event-title": "eventtitle",
    "genre": "type",
    "issue": "number",
    "journalAbbreviation": "shortjournal",
    "keyword": "keywords",
    "number-of-pages": "pagetotal",
    "page": "pages",
    "publisher-place": "address",
    "shortTitle": "shorttitle",
    "title-short": "shorttitle",
}
"""What the variables of CSL are called in BibTeX, where that is not their name in small letters."""

CSL_DATES = {"issued": "", "accessed": "urldate"}
CSL_PEOPLE = ("author", "editor")
LISTED_UNDER = ("items", "references")
"""Where some programs put the list that others have alone."""

PARTICLE_KEYS = ("dropping-particle", "non-dropping-particle")
MARKUP = re.compile(r"</?(?:i|b|sc|sub|sup|span|jats:[\w-]+)(?:\s[^<>]*)?/?>")
"""The tags that CSL allows in text, and those of JATS, which Crossref has in abstracts."""

IN_NOTE = re.compile(r"^(PMID|PMCID|DOI|ISBN|standard_id): *(\S+)$", re.MULTILINE)
"""What Zotero and Manubot write into the note for want of a variable."""

MEMBER = re.compile(r'"(?<!\\")((?>(?:[^"\\]++|\\.)+))"\s*:')
ARRAY_START = re.compile(r"[\s\S]*?\[\s*")
BETWEEN = re.compile(r"[\s,]*")
ID = re.compile(r'"id"\s*:')


def read_csl(text: str, library: Library) -> None:
    """Add the records of CSL JSON `text` to a library."""
    items = list(json_items(text, first_item(text), library))
    library.add_all((csl_reference(item, written, line, library.file), written) for item, written, line in items)


def json_items(text: str, position: int, library: Library) -> Iterator[tuple[Mapping[str, Any], str, int]]:
    """The records from a position on, each with how it is written and the line it begins in; what is none is reported.

    They are read one by one, so that a slip in one of them does not cost the others.
    """
    decoder = json.JSONDecoder()
    line = 1 + text.count("\n", 0, position)
    while text[position : position + 1] not in {"", "]", "}"}:
        try:
            item, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            end = next_item(text, position)
            report_item(text[position:end], line, f"cannot be read: {error}", library)
        else:
            written = text[position:end]
            if isinstance(item, dict):
                yield item, written, line
            else:
                report_item(written, line, "is no record in braces", library)
        begin, position = position, past(BETWEEN, text, end)
        line += text.count("\n", begin, position)


def first_item(text: str) -> int:
    """Where the first record begins: behind the bracket of the list, or at the brace of the only one."""
    start = past(BETWEEN, text, 0)
    if text.startswith("{", start):
        name = MEMBER.match(text, past(BETWEEN, text, start + 1))
        if name is None or name[1] not in LISTED_UNDER:
            return start
    return past(ARRAY_START, text, start)


def past(pattern: re.Pattern[str], text: str, position: int) -> int:
    """The position after a pattern, if it is there."""
    match = pattern.match(text, position)
    return match.end() if match else position


def next_item(text: str, position: int) -> int:
    """Where the next record may begin: at a brace as far to the right as that of the one that cannot be read."""
    column = position - text.rfind("\n", 0, position) - 1
    found = re.compile(rf"^[ \t]{{{column}}}\{{", re.MULTILINE).search(text, position + 1)
    return found.end() - 1 if found else len(text)


def report_item(written: str, line: int, why: str, library: Library) -> None:
    """Report what is no record; where the rest of the file is lost with it, all that are in it."""
    lost = max(1, len(ID.findall(written)))
    message = f"this entry {why}" if lost == 1 else f"this entry, and the {lost - 1:,} after it: it {why}"
    library.report("unparsed-entry", line, message, unread=lost, text=written)


def csl_reference(item: Mapping[str, Any], written: str, line: int, file: str) -> Reference:
    """A reference from a record, which is written so from a line on."""
    return placed_reference(item, member_lines(written, line), line, file)


def placed_reference(item: Mapping[str, Any], lines: Mapping[str, int], line: int, file: str) -> Reference:
    """A reference from a record that begins in a line, and whose members stand in these `lines`."""
    start = lines.get("id", line)
    kind = json_text(item.get("type", ""))
    key = json_text(item.get("id", "")) or json_text(item.get("citation-key", ""))
    own = own_fields(item)
    record = Record(file, start, key=key, type=own.pop(ENTRY_TYPE, "") or CSL_TYPES.get(kind, "misc"))
    for name, value in item.items():
        if name not in {"id", "type", "citation-key", "custom"}:
            put_variable(record, name, value, lines.get(name, start))
    if kind and kind not in CSL_TYPES:
        record.put("type", kind, lines.get("type", start))
    for name, value in IN_NOTE.findall(json_text(item.get("note", ""))):
        if name.lower() not in record.fields:
            record.put(name.lower(), value, lines.get("note", start))
    for name, value in own.items():
        record.set(name, value, lines.get("custom", start))
    return record.reference()


def own_fields(item: Mapping[str, Any]) -> dict[str, str]:
    """What a record has under `custom`: fields by their own names, for which CSL has no variable."""
    custom = item.get("custom")
    members = custom.items() if isinstance(custom, Mapping) else ()
    return {name.lower(): json_text(value) for name, value in members}


def member_lines(written: str, line: int) -> dict[str, int]:
    """The line of each name in a record that begins in a line, the first where it stands several times."""
    lines: dict[str, int] = {}
    counted = 0
    for match in MEMBER.finditer(written):
        line += written.count("\n", counted, match.start())
        counted = match.start()
        lines.setdefault(match[1], line)
    return lines


def put_variable(record: Record, name: str, value: Any, line: int) -> None:
    """Add a variable of CSL to a record."""
    if name in CSL_PEOPLE:
        for person in value if isinstance(value, list) else [value]:
            record.name(name, csl_name(person), line)
    elif name in CSL_DATES:
        put_date(record, CSL_DATES[name], value, line)
    elif name == "container-title":
        record.container(without_markup(value), line)
    elif name == "number" and "number" in record.fields:
        record.put("eid", without_markup(value), line)
    else:
        record.put(CSL_FIELDS.get(name, name.lower()), without_markup(value), line)


def csl_name(person: Any) -> Name | None:
    """A name of CSL; none for the sign that the list is cut."""
    if not isinstance(person, Mapping):
        return read_person(without_markup(person))
    get = {part: " ".join(without_markup(text).split()) for part, text in person.items()}.get
    if literal := get("literal"):
        return None if literal.casefold() in {"others", "et al", "et al."} else Name(literal=literal)
    particle = " ".join(filter(None, (get(key, "") for key in PARTICLE_KEYS)))
    family, _, junior = (get("family") or get("given", "")).partition(", ")  # some write "Coughran, Jr."
    given = get("given", "") if get("family") else ""
    return with_particle(f"{particle} {family}".strip(), given, get("suffix") or junior)


def put_date(record: Record, name: str, value: Any, line: int) -> None:
    """Add a date of CSL to a record."""
    text = csl_date(value)
    if name:
        record.put(name, text, line)
    elif "/" in text:
        record.put("date", text, line)
    else:
        record.date(text, line)


def csl_date(value: Any) -> str:
    """A date of CSL as ISO 8601 writes it, with a slash in a span; or as it is written."""
    if isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
        return "/".join(filter(None, map(csl_date, value)))  # as pandoc once wrote it
    if not isinstance(value, Mapping):
        return without_markup(value)
    if "year" in value:
        return iso_date([value.get(part) for part in ("year", "month", "day")])
    parts = value.get("date-parts")
    ends = [iso_date(each) for each in parts if isinstance(each, list)] if isinstance(parts, list) else []
    return "/".join(filter(None, ends)) or without_markup(value.get("raw") or value.get("literal") or "")


def iso_date(parts: list[Any]) -> str:
    """Year, month and day as ISO 8601 writes them."""
    return "-".join(json_text(part).zfill(2) for part in parts if json_text(part))


def without_markup(value: Any) -> str:
    """A value as text without markup."""
    return MARKUP.sub("", json_text(value))


def json_text(value: Any) -> str:
    """A value of JSON as text: a list with semicolons, an object as it is written."""
    match value:
        case str():
            return value
        case None:
            return ""
        case list():
            return "; ".join(filter(None, map(json_text, value)))
        case dict():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)
