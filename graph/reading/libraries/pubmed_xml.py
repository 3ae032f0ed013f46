"""PubMed's XML, as its E-utilities and "Save" give it -> references.

The elements are those of the document type of PubMed's articles (NLM, 2024).
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.libraries.tagged import NBIB_DESIGNS, PUBMED_DATE, numbered_month
from graph.reading.libraries.xml_records import Element, XmlNames, XmlRecord, read_xml
from graph.reading.records import Record
from graph.references.names import Name

PUBMED_RECORDS = ("PubmedArticle", "PubmedBookArticle")
PUBMED_NAMES = XmlNames(("PubmedArticleSet", *PUBMED_RECORDS), PUBMED_RECORDS, ("i", "b", "sub", "sup", "u"))
JOURNAL_ARTICLE, BOOK_DOCUMENT = "MedlineCitation/Article", "BookDocument"
PUBMED_FIELDS = {
    f"{JOURNAL_ARTICLE}/ArticleTitle": "title",
    f"{JOURNAL_ARTICLE}/Journal/ISOAbbreviation": "shortjournal",
    f"{JOURNAL_ARTICLE}/Journal/ISSN": "issn",
    f"{JOURNAL_ARTICLE}/Journal/JournalIssue/Issue": "number",
    f"{JOURNAL_ARTICLE}/Journal/JournalIssue/Volume": "volume",
    f"{JOURNAL_ARTICLE}/Journal/Title": "journal",
    f"{JOURNAL_ARTICLE}/Language": "language",
    f"{JOURNAL_ARTICLE}/Pagination/MedlinePgn": "pages",
    f"{BOOK_DOCUMENT}/ArticleTitle": "title",
    f"{BOOK_DOCUMENT}/Book/BookTitle": "booktitle",
    f"{BOOK_DOCUMENT}/Book/Isbn": "isbn",
    f"{BOOK_DOCUMENT}/Book/Publisher/PublisherLocation": "address",
    f"{BOOK_DOCUMENT}/Book/Publisher/PublisherName": "publisher",
    f"{BOOK_DOCUMENT}/PMID": "pmid",
    "MedlineCitation/KeywordList/Keyword": "keywords",
    "MedlineCitation/PMID": "pmid",
}
"""What the elements mean; those of dates, people and identifiers are read apart."""

IDENTIFIER_LISTS = ("PubmedData/ArticleIdList/ArticleId", "PubmedBookData/ArticleIdList/ArticleId")
IDENTIFIERS_OF = {"doi": "doi", "pmc": "pmcid"}
ABSTRACTS = (f"{JOURNAL_ARTICLE}/Abstract/AbstractText", f"{BOOK_DOCUMENT}/Abstract/AbstractText")
PUBLICATION_KINDS = (f"{JOURNAL_ARTICLE}/PublicationTypeList/PublicationType", f"{BOOK_DOCUMENT}/PublicationType")
PUBLICATION_DATES = (f"{JOURNAL_ARTICLE}/Journal/JournalIssue/PubDate", f"{BOOK_DOCUMENT}/Book/PubDate")
PERSON_LISTS = (f"{JOURNAL_ARTICLE}/AuthorList", f"{BOOK_DOCUMENT}/AuthorList", f"{BOOK_DOCUMENT}/Book/AuthorList")


def read_pubmed(text: str, library: Library) -> None:
    """Add the articles of PubMed's XML `text` to a library."""
    read_xml(text, library, PUBMED_NAMES, pubmed_reference)


def pubmed_reference(article: XmlRecord, file: str) -> Reference:
    """A reference from an article, or a chapter of a book."""
    is_chapter = article.first(f"{BOOK_DOCUMENT}/ArticleTitle")
    kind = "incollection" if is_chapter else "book" if article.first(BOOK_DOCUMENT) else "article"
    record = Record(file, article.line, type=kind)
    for element in article.elements:
        put_pubmed(record, element)
    for role, name, line in people_of_article(article):
        record.name(role, name, line)
    put_publication_date(record, article)
    record.put(
        "abstract", " ".join(each.text.strip() for each in article.elements if each.path in ABSTRACTS), record.line
    )
    kinds = (NBIB_DESIGNS.get(each.text.strip(), "") for each in article.elements if each.path in PUBLICATION_KINDS)
    record.put("design", "; ".join(dict.fromkeys(filter(None, kinds))), record.line)
    return record.reference()


def put_pubmed(record: Record, element: Element) -> None:
    """Add an element to a record."""
    text, line = " ".join(element.text.split()), element.line
    if field := PUBMED_FIELDS.get(element.path):
        record.put("title" if field == "booktitle" and record.type == "book" else field, text, line)
    elif element.path in IDENTIFIER_LISTS and (field := IDENTIFIERS_OF.get(element.attributes.get("IdType", ""))):
        record.put(field, text, line)


def put_publication_date(record: Record, article: XmlRecord) -> None:
    """Add when an article appeared, in numbers where its month is one."""
    for path in PUBLICATION_DATES:
        parts = [each for name in ("Year", "Month", "Day") if (each := article.first(f"{path}/{name}"))]
        said = parts or [each for each in (article.first(f"{path}/MedlineDate"),) if each]
        if said:
            record.date(PUBMED_DATE.sub(numbered_month, " ".join(each.text.strip() for each in said)), said[0].line)


def people_of_article(article: XmlRecord) -> Iterator[tuple[str, Name, int]]:
    """Who wrote or edited an article, each with the role and the line."""
    role, parts, line = "author", dict[str, str](), 0
    for element in (*article.elements, Element("", 0, {})):
        above, _, name = element.path.rpartition("/")
        if parts and (name == "Author" or not element.path.startswith(PERSON_LISTS)):
            yield role, person(parts), line
            parts = {}
        if element.path in PERSON_LISTS:
            role = "editor" if element.attributes.get("Type") == "editors" else "author"
        elif name == "Author" and above in PERSON_LISTS:
            line = element.line
        elif above.removesuffix("/Author") in PERSON_LISTS and above.endswith("/Author"):
            parts[name] = element.text.strip()


def person(parts: dict[str, str]) -> Name:
    """The name that its parts are."""
    if "CollectiveName" in parts:
        return Name(literal=parts["CollectiveName"])
    given = parts.get("ForeName") or parts.get("Initials", "")
    return Name(parts.get("LastName", ""), given, suffix=parts.get("Suffix", ""))
