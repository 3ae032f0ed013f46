"""The list of references of an article in JATS -> references, field by field."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import Reference
from graph.reading.articles.elements import Node
from graph.reading.articles.formulas import plain_text
from graph.reading.csl import CSL_TYPES
from graph.reading.joined_library import reference_from
from graph.reading.listed.entry import Entry, read_entry_text
from graph.reading.records import ET_AL, Record, with_particle
from graph.references.dois import read_doi
from graph.references.names import Name

CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")

JATS_TYPES = {
    "confproc": "inproceedings",
    "conference": "inproceedings",
    "data": "dataset",
    "journal": "article",
    "preprint": "unpublished",
    "web": "online",
    "website": "online",
}
"""The types of JATS, and those of BibTeX, beside those that are CSL's; any other is "misc"."""

JATS_FIELDS = {
    "comment": "note",
    "conf-name": "eventtitle",
    "date-in-citation": "urldate",
    "edition": "edition",
    "elocation-id": "pages",
    "isbn": "isbn",
    "issn": "issn",
    "issue": "number",
    "page-range": "pages",
    "patent": "number",
    "publisher-loc": "address",
    "publisher-name": "publisher",
    "series": "series",
    "supplement": "note",
    "trans-title": "titleaddon",
    "volume": "volume",
}
"""What the elements of an entry mean; people, dates, titles, first pages and identifiers are read apart."""

TITLES = frozenset({"article-title", "chapter-title", "part-title", "data-title"})
PEOPLE_TAGS = ("name", "string-name", "collab", "etal", "name-alternatives", "collab-alternatives")
EDITORS = frozenset({"editor", "editors", "guest-editor", "ed"})
PUB_IDS = {"doi": "doi", "pmc": "pmcid", "pmcid": "pmcid", "pmid": "pmid"}
LETTER_OF_YEAR = re.compile(r"(?<=\d{4})[a-z]\Z")
PANDOC_ID = re.compile(r"\Aref-(?=[^\W\d])")
"""What pandoc puts before a key of the bibliography."""

WRAPPED = re.compile(r"\A[\[(]?([^\[\]()]*)[\])]?\Z")
"""A label in brackets, or with one behind it: "[3]", "3)"."""

DOI_ALONE = re.compile(r"(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S+?)[.,;]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JatsEntry:
    """An entry of the list: the ids that links lead to, its label or number, and the reference."""

    ids: tuple[str, ...]
    label: str
    reference: Reference


def jats_entries(article: Node, file: str) -> Iterator[JatsEntry]:
    """The entries of all lists of references; one that cites several works is several."""
    refs = (ref for part in article.elements("front", "body", "back") for ref in part.all("ref"))
    for number, ref in enumerate(refs, start=1):
        label = WRAPPED.sub(r"\1", ref.first("label").text.strip(" .")) or str(number)
        for index, citation in enumerate(cited_works(ref)):
            key = (PANDOC_ID.sub("", ref.get("id")) or f"ref-{number}") + (f"-{index + 1}" if index else "")
            ids = tuple(dict.fromkeys((ref.get("id"), *filter(None, [citation.get("id")]))))
            yield JatsEntry(ids, label, jats_reference(citation, key, label, file))


def cited_works(ref: Node) -> list[Node]:
    """The works that an entry cites, of one in two forms the first; the entry itself where none is tagged.

    SciELO has each work twice, as text and with its parts tagged.
    """
    either = (next(each.elements(*CITATIONS), each) for each in ref.elements(*CITATIONS, "citation-alternatives"))
    works = list(either)
    tagged = [each for each in works if each.tag == "element-citation"]
    return (tagged if len(tagged) * 2 == len(works) else works) or [ref]


def jats_reference(citation: Node, key: str, label: str, file: str) -> Reference:
    """A reference from an entry; where neither its title nor where it stands is tagged, `note` holds it as written."""
    tagged = list(citation.all())
    record = Record(file, citation.line, key=key, type=type_of(citation, tagged))
    put_names(record, citation)
    put_titles(record, tagged)
    put_year(record, citation, tagged)
    for node in of_tags(tagged, JATS_FIELDS):
        put_field(record, node)
    put_pages(record, citation)
    put_identifiers(record, tagged)
    record.put("listed", label, citation.line)
    if record.fields.keys() & {"title", "journal", "booktitle"}:
        return record.reference()
    return reference_of_text(record, plain_text(citation))


def of_tags(tagged: Iterable[Node], tags: Container[str]) -> Iterator[Node]:
    """The elements of an entry that have one of these names, in order."""
    return (each for each in tagged if each.tag in tags)


def reference_of_text(record: Record, text: str) -> Reference:
    """A reference from an entry in which little is tagged, read as one of a list in plain text; `note` holds it all."""
    if not any(record.people.values()):  # where only the "et al." is tagged, there are names in the text
        record.people.clear()
        record.cut.clear()
    record.set("note", text, record.line)
    tagged = record.reference()
    found, _ = read_entry_text(Entry(record.line, lines=[text]), record.file)
    fields = {**found.fields, **tagged.fields}
    people = (tagged.facts.names, tagged.et_al) if tagged.facts.names else (found.facts.names, found.et_al)
    return reference_from(record.key, found.type, tagged.place, fields, {**found.places, **tagged.places}, people)


def type_of(citation: Node, tagged: Sequence[Node]) -> str:
    """The type of an entry, in which this is tagged; without one that is known, what has a volume is an article."""
    kind = (citation.get("publication-type") or citation.get("citation-type")).casefold()
    known = JATS_TYPES.get(kind) or CSL_TYPES.get(kind)
    return known or ("article" if any(of_tags(tagged, {"volume"})) else "misc")


def put_names(record: Record, citation: Node) -> None:
    """Add the people, those of a group under its role."""
    for group in [*citation.elements("person-group"), citation]:
        role = "editor" if group.get("person-group-type") in EDITORS else "author"
        for node in group.elements(*PEOPLE_TAGS):
            is_sign = node.tag == "etal" or ET_AL.fullmatch(node.text)  # pandoc has BibTeX's "others" as a name
            record.name(role, None if is_sign else jats_name(node), node.line)


def jats_name(node: Node) -> Name:
    """A name: of somebody in parts, of an organisation as a whole."""
    one = next(node.elements("name", "string-name", "collab"), node) if "alternatives" in node.tag else node
    family, given, suffix = (one.first(part).text for part in ("surname", "given-names", "suffix"))
    return with_particle(family, given, suffix) if family else Name(literal=one.text)


def put_titles(record: Record, tagged: Sequence[Node]) -> None:
    """Add the title, and what the work is in; a work that is in nothing has its title as source."""
    title = next(of_tags(tagged, TITLES), None)
    source = next(of_tags(tagged, {"source"}), None)
    if title is None and source and record.type != "article":
        title, source = source, None
    if title:
        record.put("title", plain_text(title), title.line)
    if source:
        record.type = "incollection" if record.type == "book" else record.type
        record.container(source.text, source.line)


def put_year(record: Record, citation: Node, tagged: Sequence[Node]) -> None:
    """Add the year, without the letter that tells two of a year apart, and the month where it is a number."""
    year = next((each for part in (citation, *citation.elements("date")) for each in part.elements("year")), None)
    year = year or next(of_tags(tagged, {"year"}), None)
    if year:
        month, day = (next((each.text for each in citation.elements(tag)), "") for tag in ("month", "day"))
        number = LETTER_OF_YEAR.sub("", year.text)
        dated = [number, *([month, *([day] if day.isdecimal() else [])] if month.isdecimal() else [])]
        record.date("-".join(dated), year.line)


def put_field(record: Record, node: Node) -> None:
    """Add an element that means one field; a remark that is a DOI is one."""
    found = DOI_ALONE.fullmatch(node.text)
    record.put("doi" if found else JATS_FIELDS[node.tag], found[1] if found else node.text, node.line)


def put_pages(record: Record, citation: Node) -> None:
    """Add the first and last page."""
    first, last = citation.first("fpage"), citation.first("lpage")
    if first.text and "pages" not in record.fields:
        same = last.text in {"", first.text}
        record.put("pages", first.text if same else f"{first.text}-{last.text}", first.line)


def put_identifiers(record: Record, tagged: Sequence[Node]) -> None:
    """Add DOI, PubMed's numbers and the address."""
    for node in of_tags(tagged, {"pub-id"}):
        kind = PUB_IDS.get(node.get("pub-id-type"), node.get("pub-id-type"))
        record.put(kind or "note", node.text, node.line)
        if kind not in PUB_IDS and node.get("href").startswith("http"):
            record.put("url", node.get("href"), node.line)
    for node in of_tags(tagged, {"ext-link", "uri"}):
        address = node.get("href") or node.text
        doi = read_doi(address)
        if doi.is_possible and "doi" not in record.fields:
            record.put("doi", doi.bare, node.line)
        elif address.startswith("http") and not doi.is_possible:
            record.put("url", address, node.line)
