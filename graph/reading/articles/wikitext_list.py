"""The templates that Wikipedia lists a source with, field by field -> references: "cite journal", "citation", ..."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.model import Reference
from graph.reading.articles.wikitext_languages import in_english
from graph.reading.listed.people import CAPITALISED, CLOSE, INITIAL, people_in_line
from graph.reading.records import Record, read_initials, read_person, with_particle
from graph.references.names import Name
from graph.texts.sentences import word_set

CITE = re.compile(r"(?:v?cite|vancite) (?P<what>.+)|citation")
NO_CITES = word_set("needed check section")
"""What follows "cite" in templates that list nothing."""

CITE_TYPES = {
    "arxiv": "unpublished",
    "biorxiv": "unpublished",
    "book": "book",
    "conference": "inproceedings",
    "dictionary": "inreference",
    "encyclopaedia": "inreference",
    "encyclopedia": "inreference",
    "journal": "article",
    "magazine": "article",
    "medrxiv": "unpublished",
    "news": "article",
    "newspaper": "article",
    "paper": "article",
    "report": "techreport",
    "ssrn": "unpublished",
    "techreport": "techreport",
    "thesis": "phdthesis",
    "web": "online",
    "website": "online",
}
"""What a template is called behind "cite", and the type of BibTeX; any other is told by its fields."""

CITE_FIELDS = {
    "title": "title",
    "work": "journal",
    "journal": "journal",
    "periodical": "journal",
    "magazine": "journal",
    "newspaper": "journal",
    "website": "journal",
    "encyclopedia": "booktitle",
    "encyclopaedia": "booktitle",
    "dictionary": "booktitle",
    "book-title": "booktitle",
    "conference": "eventtitle",
    "chapter": "chapter",
    "contribution": "chapter",
    "entry": "chapter",
    "article": "chapter",
    "section": "chapter",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "page": "pages",
    "pages": "pages",
    "p": "pages",
    "pp": "pages",
    "at": "pages",
    "doi": "doi",
    "pmid": "pmid",
    "pmc": "pmcid",
    "isbn": "isbn",
    "issn": "issn",
    "arxiv": "eprint",
    "eprint": "eprint",
    "bibcode": "bibcode",
    "jstor": "jstor",
    "oclc": "oclc",
    "s2cid": "s2cid",
    "url": "url",
    "chapter-url": "url",
    "archive-url": "archive-url",
    "access-date": "urldate",
    "publisher": "publisher",
    "institution": "institution",
    "agency": "organization",
    "location": "address",
    "place": "address",
    "edition": "edition",
    "series": "series",
    "language": "language",
    "quote": "quote",
    "type": "howpublished",
    "via": "via",
}
"""The parameters of these templates, and the fields of BibTeX; people, dates and how it is shown are not among them."""

ALIASES = {
    "accessdate": "access-date",
    "archiveurl": "archive-url",
    "chapterurl": "chapter-url",
    "publication-place": "place",
    "degree": "type",
    "medium": "type",
    "lang": "language",
    "quotation": "quote",
    "mailinglist": "work",
    "newsgroup": "work",
    "script-title": "title",
}
"""Other names of parameters."""

PEOPLE_PARAMETER = re.compile(
    r"(?P<role>author|editor|)(?P<number>\d{0,3})-?(?P<part>last|surname|first|given|)(?P<behind>\d{0,3})"
)
LISTS_OF_PEOPLE = {"vauthors": "author", "veditors": "editor", "authors": "author", "editors": "editor"}
CUT_PARAMETERS = {"display-authors": "author", "displayauthors": "author", "display-editors": "editor"}
CLOSE_NAMES = re.compile(rf"{CLOSE}(?>(?:, {CLOSE})*)(?:, et al\.?)?")
"""People in one parameter as medicine writes them: "Roth T, Day A"."""

BETWEEN_WHOLE = re.compile(r",? (?:and|&) |, ")
WHOLE_NAME = re.compile(rf"{CAPITALISED}(?: {INITIAL}\.?| {CAPITALISED}){{0,2}} {CAPITALISED}")
THREE = 3
"""From so many on, names without initials are a list: "Ann Lee, Bob Wu" may be somebody's family and given name."""

LITERAL = re.compile(r"\(\((.*)\)\)")

WORD_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
WORD_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*", re.IGNORECASE)
ARCHIVED = re.compile(r"\d{14}")
"""When the Internet Archive kept a page, which is no date of the page."""

WHOLE_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
ANCHOR_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?(?![a-z\d])|n\.d\.", re.IGNORECASE)
ANCHOR_NAMES = 4
"""How many names of a source a short note has."""


def is_cite(name: str) -> bool:
    """Whether a template of this name is a source."""
    found = CITE.fullmatch(in_english(name))
    return bool(found and found["what"] not in NO_CITES)


def with_title(name: str, values: dict[str, str]) -> dict[str, str]:
    """The values of a template of one source, or of one kind, with its name and what it is asked for as the title."""
    if values.keys() & {"title", "chapter"}:
        return values
    asked = [text for each, text in values.items() if each.isdecimal() or not is_known(each)]
    return {**values, "title": f"{name}: {'; '.join(asked)}" if any(asked) else name}


def is_known(parameter: str) -> bool:
    """Whether templates of sources have such a parameter."""
    return bool(PEOPLE_PARAMETER.fullmatch(parameter)) or parameter in {*CITE_FIELDS, *ALIASES, "date", "year", "ref"}


def cite_reference(name: str, values: Mapping[str, str], file: str, line: int) -> Reference:
    """The reference that a template is, without a key; its parameters are called as in English."""
    values = {ALIASES.get(parameter, parameter): text for parameter, text in values.items() if text}
    record = Record(file, line, type=cite_type(name, values))
    for role, who in people_in(values):
        record.name(role, who, line)
    put_date(values.get("date") or values.get("year") or values.get("publication-date", ""), record)
    fields = {CITE_FIELDS[each]: text for each, text in reversed(values.items()) if each in CITE_FIELDS}
    if chapter := fields.pop("chapter", ""):
        fields["booktitle"] = fields.get("booktitle") or fields.get("title", "")
        fields["title"] = chapter
    if fields.get("pmcid", "").isdecimal():
        fields["pmcid"] = f"PMC{fields['pmcid']}"
    container = fields.pop("journal", "")
    for field, text in fields.items():
        record.put(field, text, line)
    if container:
        record.container(container, line)
    if not {"title", "booktitle", "journal"} & record.fields.keys() and not record.people:
        record.put("note", f"{name}: {'; '.join(values.values())}", line)
    return record.reference()


def cite_type(name: str, values: Mapping[str, str]) -> str:
    """The type of BibTeX."""
    found = CITE.fullmatch(in_english(name))
    kind = CITE_TYPES.get((found and found["what"]) or "", "")
    if kind == "book" and values.keys() & {"chapter", "contribution", "entry", "section"}:
        return "incollection"
    if kind:
        return kind
    if values.keys() & {"journal", "magazine", "newspaper", "periodical"} or values.keys() > {"work", "volume"}:
        return "article"
    if values.keys() & {"isbn", "publisher"}:
        return "book"
    return "online" if "url" in values else "misc"


def people_in(values: Mapping[str, str]) -> Iterator[tuple[str, Name | None]]:
    """Who answers for a source, in what role and in order; nobody is the sign that a list is cut."""
    parts: dict[tuple[str, int], dict[str, str]] = {}
    for parameter, text in values.items():
        if parameter in LISTS_OF_PEOPLE:
            yield from ((LISTS_OF_PEOPLE[parameter], who) for who in people_of_list(text, parameter))
        elif parameter in CUT_PARAMETERS:
            if "al" in text.lower():
                yield CUT_PARAMETERS[parameter], None
        elif (match := PEOPLE_PARAMETER.fullmatch(parameter)) and (match["role"] or match["part"]):
            number = int(match["number"] or match["behind"] or 1)
            part = "given" if match["part"] in {"first", "given"} else "family"
            parts.setdefault((match["role"] or "author", number), {})[part] = text
    for (role, _), person in sorted(parts.items()):
        family, given = person.get("family", ""), person.get("given", "")
        people = [person_of(family, given)] if given else people_of_one(family)
        yield from ((role, who) for who in people)


def people_of_list(text: str, parameter: str) -> Iterator[Name | None]:
    """The people of a list in one parameter."""
    if parameter.startswith("v"):
        for each in re.split(r"\s*,\s*", text):
            literal = LITERAL.fullmatch(each)
            yield Name(literal=literal[1]) if literal else read_initials(each)
    elif ";" in text:
        yield from map(read_person, re.split(r"\s*;\s*(?:and\s+)?", text))
    else:
        yield from people_of_one(text)


def people_of_one(text: str) -> Iterable[Name | None]:
    """The people in one parameter that is for one of them, as other lists write them."""
    if CLOSE_NAMES.fullmatch(text):
        return people_of_list(text, "vauthors")
    if ";" in text and not LITERAL.fullmatch(text):
        return people_of_list(text.strip("; "), "authors")
    line = people_in_line(f"{text.rstrip('., ')}. ")
    if line and not line.rest and len(line.names) > 1:
        return line.names
    parts = BETWEEN_WHOLE.split(text.strip("., "))
    whole = parts if len(parts) >= THREE and all(map(WHOLE_NAME.fullmatch, parts)) else [text]
    return [person_of(each, "") for each in whole]


def person_of(family: str, given: str) -> Name | None:
    """A person or an organisation; nobody for "et al."."""
    literal = LITERAL.fullmatch(family)
    if literal:
        return Name(literal=literal[1])
    if given:
        return with_particle(family, given)
    return read_person(family) if re.search("[ ,]", family) else Name(literal=family)


def put_date(text: str, record: Record) -> None:
    """Take a date: in numbers, or a year and perhaps a month in words ("12 May 2010", "Spring 2010a")."""
    if WHOLE_DATE.fullmatch(text.strip()):
        record.date(text.strip(), record.line)
    elif year := WORD_YEAR.search(text):
        month = WORD_MONTH.search(text)
        record.put("year", year.group(), record.line)
        record.put("month", month.group() if month else "", record.line)
    elif not ARCHIVED.fullmatch(text.strip()):
        record.put("year", text, record.line)


def anchor_of(reference: Reference, values: Mapping[str, str]) -> tuple[str, ...]:
    """What short notes name a source by: up to four family names in small letters, and the year with its letter."""
    year = ANCHOR_YEAR.search(values.get("year", "")) or ANCHOR_YEAR.search(values.get("date", ""))
    names = [name.short.casefold() for name in reference.facts.names[:ANCHOR_NAMES]]
    return (*names, year.group().lower() if year else "")
