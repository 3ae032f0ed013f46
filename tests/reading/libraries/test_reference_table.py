"""Tables of references -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.libraries.reference_table import COLUMNS_OF_FIELDS
from graph.reading.library_formats import join_references

ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Date","Pages","Extra"\n'
    '"ABCD2345","journalArticle","2015","Lee, Ann; Kim, Bob","Iron","Sleep","10.1000/a","2015-05-03","1-9","{extra}"\n'
)
SCOPUS = (
    '"Authors","Author full names","Title","Year","Source title","Page start","Page end","DOI","Document Type"\n'
    '"Lee A.; Kim B.","Lee, Ann (1); Kim, Bob (2)","Iron","2015","Sleep","1","9","10.1000/a","Article"\n'
)
PUBMED = (
    "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
    '12345,Iron,"Lee A, Kim BC.",Sleep. 2015.,Lee A,Sleep,2015,2015/05/03,PMC1234567,,10.1000/a\n'
)
EXPORTS = {"Zotero": ZOTERO.format(extra=""), "Scopus": SCOPUS, "PubMed": PUBMED}


def only(text: str) -> Reference:
    library = join_references([(text, "a.csv")])
    assert library.problems == []
    (reference,) = library.references.values()
    return reference


@pytest.mark.parametrize("program", EXPORTS)
def test_what_a_program_exports_is_read(program: str) -> None:
    reference = only(EXPORTS[program])
    assert (reference.key, reference.type, reference.title) == ("lee2015", "article", "Iron")
    assert (reference.journal, reference.doi, [name.short for name in reference.facts.names]) == (
        "Sleep",
        "10.1000/a",
        ["Lee", "Kim"],
    )


@pytest.mark.parametrize(("field", "columns"), COLUMNS_OF_FIELDS.items())
def test_every_name_of_a_column(field: str, columns: tuple[str, ...]) -> None:
    for column in columns:
        header = f"{column.upper().replace(' ', '_')},{'doi' if field == 'title' else 'title'},year (or so)"
        (reference,) = join_references([(f"{header}\n2015,10.1000/x,\n", "a.csv")]).references.values()
        assert reference.fields["year" if field == "date" else field]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Lee, Ann; Kim, Bob", ["Lee, Ann", "Kim, Bob"]),
        ("Lee A; Kim BC", ["Lee, A", "Kim, BC"]),
        ("Lee A.B., Kim C.", ["Lee, AB", "Kim, C"]),
        ("Ann Lee, Bob van der Kim", ["Lee, Ann", "van der Kim, Bob"]),
        ("Ann Lee and Bob Kim", ["Lee, Ann", "Kim, Bob"]),
        ("Lee, Ann", ["Lee, Ann"]),
        ("Lee A, et al", ["Lee, A"]),
        ("World Health Organization", ["World Health Organization"]),
        ("National Institute for Health and Care Excellence", ["National Institute for Health and Care Excellence"]),
    ],
)
def test_people_are_told_apart(cell: str, names: list[str]) -> None:
    assert [*only(f'title,authors\nIron,"{cell}"\n').authors] == names


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("citekey,title,year\nlee,Iron,2015\n", "lee"),
        ("title;author;year\nIron;Lee, Ann;2015\n", "lee2015"),
        (ZOTERO.format(extra="Citation Key: iron15"), "iron15"),
        ("\ufeffTitle\tYear\tBibTeX_key\nIron\t2015\tiron\n", "iron"),
    ],
)
def test_the_key_that_is_written_is_the_key(text: str, key: str) -> None:
    assert only(text).key == key


def test_a_reference_stands_in_the_line_of_its_row() -> None:
    library = join_references([('title,year\n"Iron\nand legs",2015\nSleep,2016\n', "a.csv")])
    assert [(each.title, each.place.line) for each in library.references.values()] == [
        ("Iron and legs", 2),
        ("Sleep", 4),
    ]


def test_a_torn_row_is_told_and_costs_no_other() -> None:
    library = join_references([('title,year\nIron,2015\n"Legs"x,2016\nSleep,2017\n', "a.csv")])
    assert [each.title for each in library.references.values()] == ["Iron", "Sleep"]
    assert [each.place.line for each in library.problems] == [3]


@pytest.mark.parametrize(
    "text", ["1. Lee A. Title, year and authors. Sleep. 2015;3:1-9.\n", "Title\n1. Lee A. Iron. Sleep. 2015;3:1.\n"]
)
def test_a_list_in_plain_text_is_no_table(text: str) -> None:
    assert "read-from-text" in {each.rule for each in join_references([(text, "a.txt")]).problems}
