"""Reading the list of references of JATS, field by field or as text."""

from __future__ import annotations

import pytest

from graph.reading import read_files
from tests.reading.articles.jats import ENTRY, article, file_of, link


def test_a_formula_stays_in_the_title_of_a_reference() -> None:
    title = "<article-title>On <tex-math>$x^2$</tex-math></article-title>"
    (reference,) = article("", refs=f"<ref id='B1'><element-citation>{title}</element-citation></ref>").references
    assert reference.fields["title"] == "On x²"


FIELDS = {
    "author": "van der Berg, JA and RLS Group and others",
    "editor": "Ed",
    "title": "Iron and legs",
    "journal": "Sleep",
    "year": "2015",
    "volume": "3",
    "number": "2",
    "pages": "10-14",
    "doi": "10.1000/x",
    "pmid": "123",
    "listed": "7",
}


def test_an_entry_is_read_field_by_field() -> None:
    (found,) = article("", ENTRY.format(kind="journal")).references
    assert (found.key, found.type, found.et_al, found.fields) == ("B1", "article", True, FIELDS)


@pytest.mark.parametrize("tag", ["mixed-citation", "nlm-citation", "citation"])
def test_an_entry_of_any_version_is_read(tag: str) -> None:
    entry = ENTRY.format(kind="journal").replace("element-citation", tag)
    assert article("", entry).references[0].fields == FIELDS


def test_a_chapter_is_in_a_book() -> None:
    (found,) = article("", ENTRY.format(kind="book")).references
    assert (found.type, found.fields["booktitle"]) == ("incollection", "Sleep")


def test_a_book_has_its_title_as_source() -> None:
    entry = '<ref><citation citation-type="book"><source>Legs</source><year>2001</year></citation></ref>'
    (found,) = article("", entry).references
    assert (found.type, found.title, found.listed) == ("book", "Legs", "1")


@pytest.mark.parametrize(("label", "listed"), [("[3]", "3"), ("3)", "3"), ("3.", "3"), ("Lee(2010)", "Lee(2010)")])
def test_a_label_is_without_the_brackets_around_it(label: str, listed: str) -> None:
    entry = f"<ref><label>{label}</label><element-citation><article-title>Tea</article-title></element-citation></ref>"
    assert article("", entry).references[0].listed == listed


def test_a_data_set_is_where_its_accession_leads() -> None:
    number = '<pub-id pub-id-type="accession" href="https://example.org/GSE1">GSE1</pub-id>'
    entry = (
        f'<ref><element-citation publication-type="data"><data-title>Tea</data-title>{number}</element-citation></ref>'
    )
    assert article("", entry).references[0].url == "https://example.org/GSE1"


def test_a_work_that_is_text_and_tagged_is_one() -> None:
    tagged = "<article-title>Tea</article-title><year>2010</year>"
    works = f"<mixed-citation>1. Lee B. Tea. 2010.</mixed-citation><element-citation>{tagged}</element-citation>"
    read = article("", f'<ref id="B1">{works}</ref>')
    assert [(each.key, each.title) for each in read.references] == [("B1", "Tea")]


def test_a_link_to_one_of_the_works_of_an_entry_cites_that_one() -> None:
    works = "".join(f'<mixed-citation id="B1{each}">Lee B. Tea {each}. 2010.</mixed-citation>' for each in "ab")
    body = '<p>So <xref ref-type="bibr" rid="B1b">1b</xref>. And <xref ref-type="bibr" rid="B1">1</xref>.</p>'
    read = article(body, f'<ref id="B1">{works}</ref>')
    assert [[each.key for each in marker.cited] for marker in read.markers] == [["B1-2"], ["B1", "B1-2"]]


def test_an_entry_that_is_text_is_read_as_text() -> None:
    text = "Gupta R. Iron and legs. Sleep. 2015;3:10-14."
    (found,) = article("", f'<ref id="B1"><mixed-citation>{text}</mixed-citation></ref>').references
    assert (found.title, found.year, found.fields["note"]) == ("Iron and legs", "2015", text)


def test_an_entry_of_which_little_is_tagged_is_read_as_text() -> None:
    text = "Gupta R, Lee S-H, <etal>et al</etal>.. (2015) Iron and legs. Sleep 3: 10-14."
    (found,) = article("", f'<ref id="B1"><mixed-citation>{text}</mixed-citation></ref>').references
    assert (found.title, found.authors, found.et_al) == ("Iron and legs", ("Gupta, R", "Lee, S-H"), True)


@pytest.mark.parametrize("sign", ["<string-name>others</string-name>", "<name><surname>et al.</surname></name>"])
def test_a_name_that_says_that_there_are_others_is_none(sign: str) -> None:
    people = f"<name><surname>Gupta</surname></name>{sign}"
    (found,) = article("", f'<ref id="B1"><element-citation>{people}</element-citation></ref>').references
    assert (found.authors, found.et_al) == (("Gupta",), True)


def test_tagged_names_are_kept_where_the_title_is_text() -> None:
    name = "<name><surname>Gupta</surname><given-names>Rita</given-names></name>"
    text = f"{name} (2015) Iron and legs. Oslo: Elm."
    (found,) = article("", f'<ref id="B1"><mixed-citation>{text}</mixed-citation></ref>').references
    assert found.authors == ("Gupta, Rita",)
    assert "Iron and legs" in found.fields["note"]


def test_ids_that_differ_in_case_are_two() -> None:
    refs = "".join(f'<ref id="{each}"><mixed-citation>Lee B. {each}.</mixed-citation></ref>' for each in ("DU", "Du"))
    evidence = read_files([file_of("<p>It is.</p>", refs)])
    assert (list(evidence.references), evidence.problems) == (["DU", "Du"], ())


def test_a_doi_in_a_remark_is_one() -> None:
    entry = "<ref><citation><source>X</source><comment>doi: 10.1000/x.</comment></citation></ref>"
    assert article("", entry).references[0].doi == "10.1000/x"


def test_an_entry_of_two_works_is_two_references_and_its_link_cites_both() -> None:
    works = "".join(f"<citation><source>{title}</source></citation>" for title in "XY")
    found = article(f"<p>So [{link(1)}].</p>", f'<ref id="B1">{works}</ref>')
    assert [each.title for each in found.references] == ["X", "Y"]
    assert [each.key for marker in found.markers for each in marker.cited] == ["B1", "B1-2"]


def test_a_key_of_pandoc_is_that_of_the_bibliography() -> None:
    refs = "".join(
        f'<ref id="{each}"><mixed-citation>Lee B. Tea.</mixed-citation></ref>' for each in ("ref-lee", "ref-7")
    )
    read = article("", refs)
    assert [each.key for each in read.references] == ["lee", "ref-7"]
