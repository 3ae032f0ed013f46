"""The sources that Word keeps in a document, which JabRef writes, too -> references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Reference
from graph.reading.articles.archive import Parts
from graph.reading.articles.elements import Node, parse_xml
from graph.reading.problems import Problems
from graph.reading.records import Record, with_particle
from graph.references.names import Name

SOURCES_PART = re.compile(r"customXml/item\d+\.xml")

WORD_TYPES = {
    "ArticleInAPeriodical": "article",
    "Book": "book",
    "BookSection": "incollection",
    "ConferenceProceedings": "inproceedings",
    "DocumentFromInternetSite": "online",
    "ElectronicSource": "online",
    "InternetSite": "online",
    "JournalArticle": "article",
    "Patent": "patent",
    "Report": "techreport",
}
"""The types of Word, and those of BibTeX; any other is "misc"."""

WORD_FIELDS = {
    "BookTitle": "booktitle",
    "City": "address",
    "Comments": "note",
    "ConferenceName": "booktitle",
    "DOI": "doi",
    "Edition": "edition",
    "Institution": "institution",
    "Issue": "number",
    "JournalName": "journal",
    "Month": "month",
    "Pages": "pages",
    "PeriodicalTitle": "journal",
    "Publisher": "publisher",
    "ShortTitle": "shorttitle",
    "StandardNumber": "isbn",
    "ISBN": "isbn",
    "ISSN": "issn",
    "ThesisType": "type",
    "Title": "title",
    "URL": "url",
    "Volume": "volume",
    "Year": "year",
}
"""What the elements of a source are called in BibTeX; people are read apart."""

ROLES = {"Author": "author", "Editor": "editor", "BookAuthor": "bookauthor"}


def word_sources(parts: Parts, problems: Problems) -> dict[str, Reference]:
    """The sources of a document, by their tags, which citations name."""
    found: dict[str, Reference] = {}
    for name in parts.names:
        if SOURCES_PART.fullmatch(name) and "bibliography" in (text := parts.read(name)):
            for source in parse_xml(text, problems, part=name).elements("Source"):
                if tag := source.first("Tag").text:
                    found.setdefault(tag, word_reference(source, tag, problems.file))
    return found


def word_reference(source: Node, tag: str, file: str) -> Reference:
    """A reference from a source; its place is the document."""
    record = Record(file, 1, key=tag, type=WORD_TYPES.get(source.first("SourceType").text, "misc"))
    for role, who in people(source):
        record.name(role, who, 1)
    for node in source.elements():
        if node.tag in WORD_FIELDS:
            record.put(WORD_FIELDS[node.tag], node.text, 1)
    return record.reference()


def people(source: Node) -> Iterator[tuple[str, Name]]:
    """Who wrote a source, or edited it."""
    for group in source.first("Author").elements(*ROLES):
        for each in group.elements("Corporate"):
            yield ROLES[group.tag], Name(literal=each.text)
        for person in group.first("NameList").elements("Person"):
            given = " ".join(filter(None, (person.first("First").text, person.first("Middle").text)))
            yield ROLES[group.tag], with_particle(person.first("Last").text, given)
