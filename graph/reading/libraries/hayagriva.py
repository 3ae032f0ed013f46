"""Hayagriva's YAML, as Typst has its references -> references.

A mapping of works by their keys, and what a work is part of is a work itself, its `parent`, to any depth
(<https://github.com/typst/hayagriva/blob/main/docs/file-format.md>).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graph.model import Reference
from graph.reading.csl import json_text
from graph.reading.joined_library import AND, PEOPLE, Library
from graph.reading.libraries.yaml_records import YamlMapping, yaml_records
from graph.reading.records import Record, read_person
from graph.references.names import Name

HAYAGRIVA_TYPES = {
    "anthology": "book",
    "anthos": "incollection",
    "article": "article",
    "blog": "online",
    "book": "book",
    "chapter": "incollection",
    "entry": "inreference",
    "manuscript": "unpublished",
    "patent": "patent",
    "post": "online",
    "proceedings": "proceedings",
    "reference": "book",
    "report": "techreport",
    "repository": "software",
    "thesis": "phdthesis",
    "thread": "online",
    "tweet": "online",
    "web": "online",
}
"""The types of Hayagriva, and those of BibTeX; any other is "misc"."""

ARTICLES_IN = {
    "anthology": "incollection",
    "blog": "online",
    "book": "incollection",
    "conference": "inproceedings",
    "proceedings": "inproceedings",
    "repository": "unpublished",
    "web": "online",
}
"""What an article in a parent of such a type is."""

HAYAGRIVA_FIELDS = {
    "archive-location": "archivelocation",
    "genre": "type",
    "issue": "number",
    "location": "address",
    "page-range": "pages",
    "page-total": "pagetotal",
    "volume-total": "volumes",
}
"""What the fields of a work are called in BibTeX, where that is not their own name."""

BESIDE_TEXT = {
    ("publisher", "location"): "address",
    ("title", "short"): "shorttitle",
    ("title", "shorthand"): "shorttitle",
    ("title", "translation"): "translation",
    ("url", "date"): "urldate",
}
"""What is said beside the text of a field, and what that is called in BibTeX."""

TEXT_IN = ("value", "name", "sentence-case", "title-case")
"""Under which name the text of a field stands that says more than it."""

OF_PARENT = frozenset(
    {"address", "date", "edition", "editor", "issn", "isbn", "number", "organization", "publisher", "url", "volume"}
)
"""What is said of a work too where it is said of what it is in; no DOI, which is that of the whole."""

ARXIV_SERIAL = re.compile(r"(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d{1,3})?)", re.IGNORECASE)


def read_hayagriva(text: str, library: Library) -> None:
    """Add the works of Hayagriva's YAML `text` to a library."""
    library.add_all([*works_in(text, library)])


def works_in(text: str, library: Library) -> Iterator[tuple[Reference, str]]:
    """The works in a text, each with how it is written; what is none is reported."""
    for key, work, written, line in yaml_records(text, library):
        if key and isinstance(work, YamlMapping):
            yield reference_of(work, Record(library.file, line, key=key)), written
        else:
            message = "this entry is no work; write 'key:', and below it, further in, its fields as 'name: value'"
            library.report("unparsed-entry", line, message, unread=1, text=written)


def reference_of(work: YamlMapping, record: Record) -> Reference:
    """The reference that a work is, whose record begins so."""
    kind, parents = work_kind(work), parents_of(work)
    in_parent = ARTICLES_IN.get(work_kind(parents[0])) if parents and kind == "article" else None
    record.type = in_parent or HAYAGRIVA_TYPES.get(kind, "misc")
    if kind not in {*HAYAGRIVA_TYPES, "misc", ""}:
        record.put("type", kind, work.lines["type"])
    for name, value in work.items():
        put_field(record, name, value, work.lines[name])
    for parent in parents:
        for name, value in parent.items():
            put_of_parent(record, name, value, parent.lines[name])
    while parents := [above for parent in parents for above in parents_of(parent)]:
        for each in parents:
            record.put("series", bare_text(each.get("title")), each.lines.get("title", record.line))
    return record.reference()


def work_kind(work: YamlMapping) -> str:
    """The type of a work as it is written, in small letters."""
    return bare_text(work.get("type")).lower()


def parents_of(work: YamlMapping) -> list[YamlMapping]:
    """What a work is part of."""
    return [each for each in in_list(work.get("parent")) if isinstance(each, YamlMapping)]


def put_field(record: Record, name: str, value: Any, line: int) -> None:
    """Add a field of a work to a record."""
    match name:
        case "type" | "parent":
            pass
        case "author" | "editor":
            for person in in_list(value):
                record.name(name, person_in(person), line)
        case "affiliated":
            put_affiliated(record, value, line)
        case "date":
            record.date(bare_text(value).lstrip("~"), line)
        case "serial-number":
            kinds = value.items() if isinstance(value, YamlMapping) else [("serial", value)]
            lines = value.lines if isinstance(value, YamlMapping) else {}
            for kind, number in kinds:
                put_number(record, kind.lower(), bare_text(number), lines.get(kind, line))
        case _:
            record.put(HAYAGRIVA_FIELDS.get(name, name.lower()), bare_text(value), line)
            put_beside(record, name, value, line)


def put_affiliated(record: Record, value: Any, line: int) -> None:
    """Add people to a record by what they have done."""
    for each in in_list(value):
        if isinstance(each, YamlMapping):
            record.put(bare_text(each.get("role")).lower() or "affiliated", people_text(each.get("names")), line)
        else:
            record.put("affiliated", people_text(each), line)


def put_beside(record: Record, name: str, value: Any, line: int) -> None:
    """Add what a field says beside its text to a record."""
    for part in value if isinstance(value, YamlMapping) else ():
        if field := BESIDE_TEXT.get((name, part)):
            record.put(field, bare_text(value[part]), line)


def put_number(record: Record, kind: str, number: str, line: int) -> None:
    """Add a number of a work to a record; where nobody says of what kind, it may be arXiv's."""
    arxiv = ARXIV_SERIAL.fullmatch(number) if kind in {"arxiv", "serial"} else None
    if arxiv or kind == "arxiv":
        record.put("eprint", arxiv[1] if arxiv else number, line)
        record.put("eprinttype", "arxiv", line)
    elif kind == "serial":
        record.put("eid" if record.type == "article" else "number", number, line)
    else:
        record.put(kind, number, line)


def put_of_parent(record: Record, name: str, value: Any, line: int) -> None:
    """Add a field of what a work is in to its record: what is true of the work, too, and else beside what it says."""
    field = HAYAGRIVA_FIELDS.get(name, name.lower())
    has = {*record.fields, *(["date"] if "year" in record.fields else [])}
    if name == "title":
        record.container(bare_text(value), line)
    elif name == "serial-number" and isinstance(value, YamlMapping):
        for kind, number in value.items():
            put_of_parent(record, kind, number, value.lines[kind])
    elif (field in OF_PARENT or (field == "author" and record.type == "incollection")) and field not in has:
        put_field(record, name, value, line)
    elif name not in {"type", "parent"}:
        record.put(f"parent-{field}", people_text(value) if field in PEOPLE else bare_text(value), line)


def in_list(value: Any) -> list[Any]:
    """What stands alone, or in a list."""
    return value if isinstance(value, list) else [value] if value else []


def bare_text(value: Any) -> str:
    """A value as text, without the braces around what keeps its letters."""
    if isinstance(value, YamlMapping):
        return next((bare_text(value[name]) for name in TEXT_IN if name in value), json_text(value))
    return json_text(value).replace("{", "").replace("}", "")


def people_text(value: Any) -> str:
    """People as a field holds them."""
    return AND.join(str(each) for each in map(person_in, in_list(value)) if each)


def person_in(value: Any) -> Name | None:
    """A person, by parts or as "Family, Given, Suffix"; none for "et al."."""
    if not isinstance(value, YamlMapping) or not value.get("given-name"):
        return read_person(bare_text(value))
    name, given, prefix, suffix = (bare_text(value.get(part)) for part in ("name", "given-name", "prefix", "suffix"))
    return Name(name, given, prefix, suffix)
