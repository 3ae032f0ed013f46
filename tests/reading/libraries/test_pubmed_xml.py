"""PubMed's XML -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.libraries.pubmed_xml import PUBMED_FIELDS
from graph.reading.library_formats import join_references

HEAD = (
    '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://x.org/a.dtd">\n'
)
SET = HEAD + "<PubmedArticleSet>\n<{name}>\n{inside}\n</{name}>\n</PubmedArticleSet>\n"
PERSON = "<Author><LastName>Lee</LastName><ForeName>Ann K</ForeName><Initials>AK</Initials></Author>"


def only(inside: str, name: str = "PubmedArticle") -> Reference:
    library = join_references([(SET.format(name=name, inside=inside), "a.xml")])
    assert library.problems == []
    (reference,) = library.references.values()
    return reference


def nested(path: str, text: str) -> str:
    names = path.split("/")
    return "".join(f"<{each}>" for each in names) + text + "".join(f"</{each}>" for each in reversed(names))


def article(inside: str) -> str:
    return nested("MedlineCitation/Article", inside)


@pytest.mark.parametrize(("path", "field"), PUBMED_FIELDS.items())
def test_every_element(path: str, field: str) -> None:
    reference = only(nested(path, "12<i>3</i>"))
    assert reference.fields["title" if path.endswith("BookTitle") else field] == "123"
    assert reference.place.line == 4


@pytest.mark.parametrize(
    ("people", "authors"),
    [
        (PERSON, ("Lee, Ann K",)),
        (f"{PERSON}<Author><CollectiveName>Iron Group</CollectiveName></Author>", ("Lee, Ann K", "Iron Group")),
        ("<Author><LastName>Lee</LastName><Initials>A</Initials><Suffix>Jr</Suffix></Author>", ("Lee, Jr, A",)),
    ],
    ids=["a person", "a person and a group", "initials"],
)
def test_who_wrote_it_is_read(people: str, authors: tuple[str, ...]) -> None:
    assert only(article(f"<AuthorList>{people}</AuthorList>")).authors == authors


def test_editors_of_a_book_are_no_authors() -> None:
    book = f'<BookTitle>Sleep</BookTitle><AuthorList Type="editors">{PERSON}</AuthorList>'
    reference = only(nested("BookDocument/Book", book), "PubmedBookArticle")
    assert (reference.type, reference.title, reference.fields["editor"]) == ("book", "Sleep", "Lee, Ann K")


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("<Year>2015</Year><Month>May</Month><Day>3</Day>", "2015-05-03"),
        ("<Year>2015</Year>", "2015"),
        ("<MedlineDate>2015 Mar-Apr</MedlineDate>", "2015-03"),
    ],
)
def test_the_date_is_read(said: str, date: str) -> None:
    fields = only(article(nested("Journal/JournalIssue/PubDate", said))).fields
    assert fields.get("date", fields.get("year")) == date


def test_identifiers_are_those_of_the_article_and_not_of_what_it_cites() -> None:
    own = '<ArticleId IdType="doi">10.1000/a</ArticleId><ArticleId IdType="pmc">PMC12</ArticleId>'
    cited = nested("ReferenceList/Reference/ArticleIdList", '<ArticleId IdType="doi">10.1000/b</ArticleId>')
    reference = only(f"<PubmedData>{nested('ArticleIdList', own)}{cited}</PubmedData>")
    assert (reference.doi, reference.fields["pmcid"]) == ("10.1000/a", "PMC12")


def test_a_design_and_all_of_the_abstract_are_read() -> None:
    abstract = (
        '<Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText>It is.</AbstractText></Abstract>'
    )
    kinds = "<PublicationTypeList><PublicationType>Review</PublicationType></PublicationTypeList>"
    reference = only(article(abstract + kinds))
    assert (reference.fields["abstract"], reference.design) == ("To see. It is.", "review")


def test_xml_of_another_kind_is_told() -> None:
    library = join_references([("<?xml version='1.0'?>\n<modsCollection/>\n", "a.xml")])
    assert "begins with <modsCollection>" in library.problems[0].message
